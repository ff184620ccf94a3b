"""An invention is being built without a press release and FAQ.

## What it checks

Every initiative of kind `invention`, or that states no kind, in one of the `stages`: it names the press release and the
questions and answers. One of the two that is not named counts as not written where at least one other initiative names
it; the option `absent` decides otherwise. An invention that lacks one of them and does not say how far it has come is
counted as unknown.

## Why it matters

Writing down what the customer will read on the first day costs a week, and building what nobody wanted costs a year.
The questions that stop an idea are asked anyway: early on paper, or late of what has been built.

## Bad

```yaml
initiatives:
  one-click: {stage: building, press_release: ideas/one-click.md, faq: ideas/one-click-faq.md}
  gift-lists: {stage: building}
```

## Good

```yaml
initiatives:
  one-click: {stage: building, press_release: ideas/one-click.md, faq: ideas/one-click-faq.md}
  gift-lists: {stage: idea}
```

## What to do

Write both now, and be ready to stop or to change what is being built. If they exist, say where.
"""

from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Initiative
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
    option,
)

_DOCUMENTS: Final = {"press_release": "press release", "faq": "FAQ"}


class Reading(Options):
    """When both must be there, and how to read that one is not named."""

    stages: tuple[str, ...] = option(("building",), "BRYAR3", "The stages in which both must be written.")
    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Look for both documents of every invention that is being built."""
    all = graph.org.initiatives
    told = {
        name for name in _DOCUMENTS if absent_is_none(options.absent, (getattr(each, name) for each in all.values()))
    }
    for _, initiative in sorted(all.items()):
        if initiative.external or initiative.kind not in (None, "invention"):
            continue
        if initiative.stage is None or initiative.stage in options.stages:
            yield _judged(initiative, told)


def _judged(initiative: Initiative, told: set[str]) -> Answer:
    lacking = [name for name in _DOCUMENTS if getattr(initiative, name) is None]
    if not lacking:
        return FINE
    if initiative.stage is None:
        return Unknown("initiative", initiative.id, "stages of initiatives")
    if told.isdisjoint(lacking):
        return Unknown("initiative", initiative.id, "press releases and FAQs of initiatives")
    return _unwritten(initiative, [_DOCUMENTS[name] for name in lacking if name in told])


def _unwritten(initiative: Initiative, lacking: list[str]) -> Answer:
    documents = " and ".join(lacking)
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} is in stage {initiative.stage} without a {documents}",
        help="write down what the customer will read, and what they will ask, before more is built",
        path=("stage",),
        label=f"no {documents}",
        evidence={"lacking": lacking, "stage": initiative.stage},
    )


rule = Rule(
    code="W001",
    name="building-without-working-backwards",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("BRYAR3", "AWSPM"),
    subject="initiative",
)
