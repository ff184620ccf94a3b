"""Whether a change does what it is for, and what it is."""

from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.model.comparison import Comparison, InitiativeChange, Objective
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import ACTIVE_STAGES
from orgmodel.report.comparison.blocks import Say, Section
from orgmodel.report.comparison.phrases import beside, few, joined, known, sentence, several, shift, turned
from orgmodel.report.comparison.room import Room
from orgmodel.report.words import counted

AIM: Final = "DOES IT DO WHAT IT IS FOR?"
CHANGES: Final = "WHAT CHANGES"
LEADERS: Final = "LEADERS"

_OF_A_TEAM: Final[Mapping[str, str]] = {
    "active_initiatives": "initiatives that {} works on",
    "components_owned": "components that {} owns",
    "fan_in": "teams that depend on {}",
    "fan_out": "teams that {} depends on",
    "fte": "full-time equivalents in {}",
    "size": "people in {}",
    "visibility_fan_in": "teams that depend on {} in the end",
    "visibility_fan_out": "teams that {} depends on in the end",
    "weighted_fan_in": "weight of what depends on {}",
    "weighted_fan_out": "weight of what {} depends on",
}
_OF_AN_INITIATIVE: Final[Mapping[str, str]] = {
    "outside_teams": "other teams that must work on {}",
    "leader_share": "share of its leader's time that {} has",
}
_OF_ALL: Final[Mapping[str, str]] = {
    "largest_cycle": "teams in the largest circle",
    "layers": "people on the longest line of reporting",
    "mean_span": "direct reports of a manager, on average",
    "propagation_cost": "share of pairs of teams that reach each other",
    "stl_coverage": "share of initiatives with a single-threaded leader",
    "team_dependency_edges": "pairs of teams that depend on each other",
    "team_dependency_weight": "weight of all dependencies",
    "two_pizza_share": "share of teams of at most ten people",
}
_WAITING: Final[Mapping[str, str]] = {
    "fan_in": "teams that wait for {}",
    "fan_out": "teams that {} waits for",
    "team_dependency_edges": "pairs of teams that wait",
    "weighted_fan_in": "weight of what waits for {}",
    "weighted_fan_out": "weight of what {} waits for",
}


# --- the number that the plan is meant to change


def aim(comparison: Comparison, room: Room) -> Section:
    """Say whether the plan does what it is for, what of it is only assumed, and what the worst case is."""
    objective = comparison.objective
    said = list(_without_a_number(comparison) if objective is None else _by_the_number(comparison, objective, room))
    lacking = [finding for finding in comparison.change_findings if finding.code == "X010"]
    said += [sentence(f"{finding.message} (X010)") for finding in lacking]
    return Section(AIM, tuple(map(Say, said)))


def answer(objective: Objective, room: Room) -> str:
    """Answer in one word, or in a few where it hangs on others."""
    if objective.reached == "if":
        who = few(objective.relies_on, room.names) or "what is only assumed"
        return f"Only if {who} {_agree(objective)}."
    return {"yes": "Yes.", "no": "No."}.get(objective.reached) or f"Not known: {sentence(_reason(objective))}"


def _agree(objective: Objective) -> str:
    if not objective.relies_on:
        return "comes true"
    return "agrees" if len(objective.relies_on) == 1 else "agree"


def _reason(objective: Objective) -> str:
    return objective.reason or "its number cannot be told"


def measured(comparison: Comparison, objective: Objective) -> str:
    """Say what is measured: in words where there are some, otherwise by its name."""
    promise = comparison.plan.case.measure if comparison.plan else None
    waits = _WAITING if promise and promise.graph == "waits" else {}
    if objective.of is None:
        phrase = waits.get(objective.measure) or _OF_ALL.get(objective.measure)
        return phrase or objective.measure
    phrase = (
        waits.get(objective.measure) or _OF_A_TEAM.get(objective.measure) or _OF_AN_INITIATIVE.get(objective.measure)
    )
    return phrase.format(objective.of) if phrase else f"{objective.measure} of {objective.of}"


def _by_the_number(comparison: Comparison, objective: Objective, room: Room) -> Iterator[str]:
    yield " ".join(filter(None, (answer(objective, room), numbers(comparison, objective), _only_said(objective))))


def numbers(comparison: Comparison, objective: Objective) -> str:
    """Say the number today and after, and what was promised."""
    said = f"{measured(comparison, objective)}: {shift(objective.before, objective.after)}"
    return f"{said[:1].upper()}{said[1:]} ({_promised(objective)})."


def _promised(objective: Objective) -> str:
    """Say what the plan promises; from where on only if that is no longer what is so today."""
    if objective.expected is None:
        return "the plan promises no number"
    if objective.baseline is None or objective.baseline == objective.before:
        return f"promised: {known(objective.expected)}"
    return f"promised: {shift(objective.baseline, objective.expected)}"


def _only_said(objective: Objective) -> str:
    """Say how much of the way is only said, and what is left without it."""
    worst = f"in the worst case {shift(objective.before, objective.worst)}" if _worse(objective) else ""
    if not objective.assumed:
        return f"{worst[:1].upper()}{worst[1:]}." if worst else ""
    away = objective.assumed + objective.real
    share = f"{objective.assumed:,} of the {away:,}" if objective.real else f"all {away:,}" if away > 1 else "the one"
    go, are = ("goes", "is") if away == 1 else ("go", "are")
    said = f"But {share} that {go} away {are} only said to go: nothing moves there"
    return f"{said}; {worst}." if worst else f"{said}."


def _worse(objective: Objective) -> bool:
    return objective.worst is not None and objective.worst != objective.after


def _without_a_number(comparison: Comparison) -> Iterator[str]:
    findings = comparison.findings
    why = "the plan states no number to tell by" if comparison.plan else "there is no plan that says what it is for"
    yield f"Not known: {why}."
    counts = (
        (f"{counted(len(findings.fixed), 'finding')} mended", findings.fixed),
        (f"{len(findings.better):,} better", findings.better),
        (f"{len(findings.new):,} new", findings.new),
        (f"{len(findings.worse):,} worse", findings.worse),
    )
    told = [said for said, found in counts if found]
    yield f"What can be told: {joined(told) or 'no finding is mended, and none is new'}."


# --- what changes, in a line or two


def changes(comparison: Comparison, room: Room) -> Section | None:
    """Say what becomes of teams and components, so that whoever reads on knows what is talked about."""
    said = " · ".join([*_teams(comparison, room), *_components(comparison, room)])
    return Section(CHANGES, (Say(said),)) if said else None


def _teams(comparison: Comparison, room: Room) -> Iterator[str]:
    teams = comparison.teams
    for verb, found in (
        ("split", [(several([each.before], each.after), each.declared) for each in teams.split]),
        ("merged", [(several(each.before, [each.after]), each.declared) for each in teams.merged]),
        ("renamed", [(turned(each.before, each.after), each.declared) for each in teams.renamed]),
    ):
        if found:
            names = [name if declared else f"{name}, a guess" for name, declared in found]
            what = counted(len(found), "merger") if verb == "merged" else f"{counted(len(found), 'team')} {verb}"
            yield beside(what, names, room.names)
    told = _of_splits_and_mergers(comparison)
    for verb, ids in (
        ("new", teams.created),
        ("gone", teams.removed),
        ("moved", tuple(each.id for each in teams.moved)),
    ):
        others = [each for each in ids if each not in told or verb == "moved"]
        if others:
            yield beside(f"{counted(len(others), 'team')} {verb}", others, room.names)


def _of_splits_and_mergers(comparison: Comparison) -> set[str]:
    """Return the teams that are named where it is said what was split, merged or renamed."""
    teams = comparison.teams
    split = (id for each in teams.split for id in (each.before, *each.after))
    merged = (id for each in teams.merged for id in (*each.before, each.after))
    return {*split, *merged, *(id for each in teams.renamed for id in (each.before, each.after))}


def _components(comparison: Comparison, room: Room) -> Iterator[str]:
    handed = comparison.components.handed_over
    if handed:
        ids = [each.id for each in handed]
        yield beside(f"{counted(len(handed), 'component')} handed over", ids, room.names)


# --- who leads what


def leaders(comparison: Comparison, room: Room) -> Section | None:
    """Say which initiatives get another leader, or lose theirs."""
    changed = [each for each in comparison.work.initiatives if _led_otherwise(each)]
    changed.sort(key=lambda each: (not each.lost_leader, each.id))
    said = [led(each) for each in changed[: room.findings]]
    more = [f"and {len(changed) - len(said):,} more"] if len(changed) > len(said) else []
    return Section(LEADERS, (Say(" · ".join([*said, *more])),)) if said else None


def _led_otherwise(each: InitiativeChange) -> bool:
    """Tell whether the leader is another one, or has more or less to do; of what is not under way only the former."""
    if each.stage[1] not in ACTIVE_STAGES:
        return each.leaders[0] != each.leaders[1]
    return each.lost_leader or each.leaders[0] != each.leaders[1] or each.single_threaded[0] != each.single_threaded[1]


def led(each: InitiativeChange) -> str:
    """Say who leads an initiative, who led it until now, and whether it is their whole job."""
    before, after = each.leaders
    until = f" (until now {joined(before) or NOBODY})" if before != after else ""
    if each.lost_leader or not after:
        return f"{each.id}: nobody leads it any more{until}" if before else f"{each.id}: nobody leads it"
    return f"{each.id}: {joined(after)}{until}{_whole_job(each)}"


def _whole_job(each: InitiativeChange) -> str:
    before, after = each.single_threaded
    if after is None:
        return ", whether as a whole job is not known"
    if after:
        return ", as a whole job like before" if before else ", now as a whole job"
    return ", no longer as a whole job" if before else ", not as a whole job"
