"""Collects every reason why one team depends on another, with the spot where it is written."""

from collections.abc import Iterator

from orgmodel.graph.dependencies import Reason, Why
from orgmodel.graph.ownership import Ownership
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.initiatives import OVER_STAGES
from orgmodel.model.organisation import Org
from orgmodel.model.place import Spot

Pairs = Iterator[tuple[str, str, Reason]]
_BINDING = frozenset({"veto", "approve"})


def reasons(org: Org, ownership: Ownership) -> dict[tuple[str, str], list[Reason]]:
    """Return all reasons by ordered pair of teams, loops included; each list in the order of `Why` and of the files."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for collect in (_declared, _through_components, _through_initiatives, _through_decisions, _through_changes):
        for source, target, reason in collect(org, ownership):
            found.setdefault((source, target), []).append(reason)
    return found


def _reason(
    why: Why,
    kind: str | None,
    text: str,
    spot: Spot,
    *,
    strength: float | None = None,
    blocking: bool | None = None,
    mode: str | None = None,
    through: tuple[str, str] | None = None,
) -> Reason:
    stated = strength is not None
    return Reason(why, kind or "unknown", strength or 1.0, stated, bool(blocking), mode, text, spot, through)


def _known(org: Org, team: str) -> str | None:
    return team if team in org.teams else None


def _declared(org: Org, ownership: Ownership) -> Pairs:
    for number, stated in enumerate(org.dependencies):
        source, target = _known(org, stated.source), _known(org, stated.target)
        if source is None or target is None:
            continue
        yield (
            source,
            target,
            _reason(
                "declared",
                stated.kind,
                stated.why or "declared",
                Spot("dependencies", number),
                strength=stated.strength,
                blocking=stated.blocking,
                mode=stated.mode,
            ),
        )


def _through_components(org: Org, ownership: Ownership) -> Pairs:
    for id, component in org.components.items():
        for number, needs in enumerate(component.depends_on or ()):
            other = org.components.get(needs.component)
            if other is None:
                continue
            reason = _reason(
                "component",
                needs.kind,
                f"{id} depends on {needs.component}" + (f": {needs.why}" if needs.why else ""),
                Spot("components", id, ("depends_on", number)),
                strength=needs.strength,
                blocking=needs.blocking,
                through=("component", id),
            )
            for source in ownership.owning_teams(id):
                for target in ownership.owning_teams(needs.component):
                    yield source, target, reason


_KIND_OF_ASK = {"self-service": "self-service", "custom": "custom-work", None: None}


def _through_initiatives(org: Org, ownership: Ownership) -> Pairs:
    for id, initiative in org.initiatives.items():
        source = _known(org, initiative.team.team) if initiative.team else None
        if source is None or initiative.stage in OVER_STAGES:
            continue
        for number, part in enumerate(initiative.contributors or ()):
            target = _known(org, part.team)
            if target is not None:
                spot = Spot("initiatives", id, ("contributors", number))
                text = f"takes part in {initiative.label}"
                yield (
                    source,
                    target,
                    _reason("initiative", _KIND_OF_ASK[part.ask], text, spot, through=("initiative", id)),
                )


def _through_decisions(org: Org, ownership: Ownership) -> Pairs:
    for section, decisions in (("decisions", org.decisions), ("initiatives", ownership.approvals_of_initiatives)):
        for id, decision in decisions.items():
            source = _known(org, decision.owner) if decision.owner else None
            if source is None:
                continue
            for path, step in _steps(decision):
                target = ownership.team_of_approver(step.by)
                if target is not None and step.can in _BINDING and not step.mandated:
                    text = f"must agree to {decision.label}" + (f": {step.why}" if step.why else "")
                    kind = "decision" if section == "decisions" else "initiative"
                    spot = Spot(section, id, path)
                    yield source, target, _reason("approval", "approval", text, spot, through=(kind, id))


def _steps(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], Step]]:
    for number, step in enumerate(decision.steps or ()):
        yield ("steps", number), step
    for way, path in enumerate(decision.any_of or ()):
        for number, step in enumerate(path.steps or ()):
            yield ("any_of", way, "steps", number), step


def _through_changes(org: Org, ownership: Ownership) -> Pairs:
    for id, component in org.components.items():
        for number, approval in enumerate(component.change_approval or ()):
            target = ownership.team_of_approver(approval.by)
            if target is None or approval.mandated:
                continue
            spot = Spot("components", id, ("change_approval", number))
            reason = _reason("approval", "approval", f"must agree to changes of {id}", spot, through=("component", id))
            yield from ((source, target, reason) for source in ownership.owning_teams(id))
