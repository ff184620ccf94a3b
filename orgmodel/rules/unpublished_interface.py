"""A team needs another through something that nobody has published.

## What it checks

Each ordered pair of teams of which one needs something of the other, as declared or through components. The kinds in
`allowed` go through a published interface. The pair is found if one of its reasons is of another kind: shared code,
shared data, custom work, people on loan. One finding tells all reasons of a pair. Where the only doubt is a reason
whose kind is not stated, the answer is unknown. Approvals, and what an initiative asks of other teams once, are not
looked at here.

## Why it matters

Whoever reads another team's tables or changes its code has to know how it works inside, and breaks when that changes.
Neither of the two can go ahead without asking the other. An interface that is written down and kept lets both move. At
one company it was once the rule that there may be no other way to talk between teams.

## Bad

```yaml
teams: {returns: {}, orders: {}}
dependencies:
  - {from: returns, to: orders, kind: shared-data, why: a return is a row in their tables}
```

## Good

```yaml
teams: {returns: {}, orders: {}}
dependencies:
  - {from: returns, to: orders, kind: api, why: a return is a call to the order service}
```

## What to do

Publish what is needed: an interface to the data, a library with releases, a page on which others serve themselves. Then
close the old way.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Reason
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option, plain
from orgmodel.rules.pairs import PUBLISHED, arrow
from orgmodel.rules.remedies import remedy_between
from orgmodel.rules.waiting import in_words, main_reason

LASTING = ("declared", "component")
"""Where dependencies come from that state how they go and stay until somebody changes them."""

MOST_SHOWN = 8
"""How many reasons a finding shows with their places; its evidence counts all."""


class Limits(Options):
    """What counts as published."""

    allowed: tuple[str, ...] = option(PUBLISHED, "APIMANDATE", "Kinds that go through a published interface.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look at every reason of each ordered pair of teams."""
    allowed = frozenset(options.allowed)
    teams = graph.org.teams
    for edge in graph.dependencies().edges:
        lasting = [reason for reason in edge.reasons if reason.why in LASTING and reason.kind != "approval"]
        if lasting and not (teams[edge.source].external and teams[edge.target].external):
            yield _judged(edge, lasting, allowed)


def _judged(edge: Edge, reasons: list[Reason], allowed: frozenset[str]) -> Answer:
    open_kinds = [reason for reason in reasons if reason.kind not in allowed]
    unpublished = [reason for reason in open_kinds if reason.kind != "unknown"]
    if unpublished:
        return _violation(edge, unpublished)
    return Unknown("dependency", arrow(edge.source, edge.target), "kinds of dependencies") if open_kinds else FINE


def _violation(edge: Edge, reasons: list[Reason]) -> Violation:
    part = Edge(edge.source, edge.target, tuple(reasons), sum(reason.strength for reason in reasons))
    main = main_reason(part)
    kinds = sorted({reason.kind for reason in reasons})
    through = {reason.through for reason in reasons}
    cause = through.pop() if len(through) == 1 else None
    return Violation(
        kind="dependency",
        id=arrow(edge.source, edge.target),
        message=f"{edge.source} needs {edge.target} through {_in_words(kinds)}, not through a published interface",
        help=remedy_between(part),
        spot=main.spot,
        label=main.kind.replace("-", " "),
        related=tuple(_note(edge, reason) for reason in reasons[:MOST_SHOWN]) if len(reasons) > 1 else (),
        notes=() if len(reasons) > 1 else (in_words(part),) if main.text != "declared" else (),
        evidence={
            "count": len(reasons),
            "from": edge.source,
            "to": edge.target,
            "kinds": kinds,
            "weight": part.weight,
        },
        concerns=(("team", edge.source), ("team", edge.target), *((cause,) if cause else ())),
        identity=(edge.source, edge.target),
    )


def _in_words(kinds: list[str]) -> str:
    return listed([kind.replace("-", " ") if kind != "staffing" else "people on loan" for kind in kinds])


def _note(edge: Edge, reason: Reason) -> Note:
    why = "" if reason.text == "declared" else f" — {reason.text}"
    strength = f", strength {plain(reason.strength)}" if reason.stated else ""
    return Note(f"{reason.kind.replace('-', ' ')}{strength}{why}", "team", edge.source, spot=reason.spot)


rule = Rule(
    code="C006",
    name="unpublished-interface",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("APIMANDATE", "NPI"),
    subject="dependency",
)
