"""One line for each thing that changes: what stands behind the numbers of the first screen."""

from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.model.comparison import (
    Authority,
    Changed,
    Cohesion,
    Comparison,
    Count,
    Declared,
    DoorStep,
    FollowUp,
    HandedOver,
    LostOwner,
    MeasureChange,
    Merged,
    Moved,
    MovedAgain,
    PairChange,
    Renamed,
    Shift,
    Split,
)
from orgmodel.model.finding import Finding
from orgmodel.model.place import Place, Spot
from orgmodel.report.comparison.phrases import place, rule, several, shift, turned
from orgmodel.report.comparison.screen.consent import wave_name
from orgmodel.report.words import counted, day

_SOURCES: Final[Mapping[str, str]] = {"since": "as it is stated", "history": "by the history of the files"}

# --- people and teams


def moved(each: Moved) -> str:
    """Write who or what had these before and has those after."""
    return f"{each.id}: {several(each.before, each.after)}"


def changed(each: Changed) -> str:
    """Write what is said of something before and after."""
    return f"{each.id}: {turned(each.before, each.after)}"


def count(each: Count) -> str:
    """Write how many there were and are."""
    return f"{each.of}: {shift(each.before, each.after)}"


def dropped(each: tuple[str, str]) -> str:
    """Write who has lost their team or manager."""
    return f"{each[0]} has no {each[1]} any more"


def moved_again(each: MovedAgain) -> str:
    """Write who moves again, and since when they have been where they are."""
    return f"{each.kind} {each.id}: moved {day(each.since)} ({_SOURCES.get(each.source, each.source)})"


def renamed(each: Renamed) -> str:
    """Write the ids of a team, and how sure it is that it is the same."""
    return f"{turned(each.before, each.after)}{_sure(each.declared, each.evidence)}"


def split(each: Split) -> str:
    """Write what a team became."""
    return f"{several([each.before], each.after)}{_sure(each.declared, each.evidence)}"


def merged(each: Merged) -> str:
    """Write which teams became one."""
    return f"{several(each.before, [each.after])}{_sure(each.declared, each.evidence)}"


def _sure(declared: bool, evidence: str) -> str:
    if declared:
        return f" (declared: {evidence})" if evidence else " (declared)"
    return f" (a guess: {evidence})" if evidence else " (a guess)"


def cohesion(each: Cohesion) -> str:
    """Write how many of a team stay together."""
    return f"{each.team}: {each.kept:,} of {counted(each.before, 'person', 'people')} stay, {each.after:,} after"


def authority(each: Authority) -> str:
    """Write what a lead answers for, as far as it differs."""
    pairs = {
        "people": each.people,
        "teams": each.teams,
        "components": each.components,
        "decisions": each.decisions,
        "initiatives": each.initiatives,
    }
    told = [f"{name} {shift(*pair)}" for name, pair in pairs.items() if pair[0] != pair[1]]
    led = [f"leads {several(*each.teams_led)}"] if each.teams_led[0] != each.teams_led[1] else []
    return f"{each.id}: {', '.join([*led, *told]) or 'as before'}"


# --- components and dependencies


def handed_over(each: HandedOver) -> str:
    """Write whose a component was and is, and whether anybody who knows it is there."""
    grave = f" ({each.criticality})" if each.criticality else ""
    return f"{each.id}{grave}: {several(each.before, each.after)}; {'; '.join(_knowledge(each))}"


def _knowledge(each: HandedOver) -> Iterator[str]:
    if each.experts is None:
        yield "who knows it is not stated"
        return
    along = f" ({', '.join(each.experts_moving)})" if each.experts_moving else ""
    yield f"{len(each.experts_moving):,} of {len(each.experts):,} who know it go along{along}"
    yield f"known there by {', '.join(each.knowing)}" if each.knowing else "nobody there knows it"
    if each.left:
        yield f"out of the organisation: {', '.join(each.left)}"


def lost_owner(each: LostOwner) -> str:
    """Write what has no owner any more."""
    return f"{each.kind} {each.id}: owned by {', '.join(each.before) or 'nobody'} until now"


def pair(comparison: Comparison, each: PairChange) -> str:
    """Write which team waits for which, why, on whose word, and where that is written."""
    said = [each.why] if each.why else []
    said += [f"on the word of {each.by}"] if each.by else []
    said += ["between branches"] if each.crosses else []
    said += [where] if (where := place(found(comparison, each.spot))) else []
    return f"{each.source} → {each.target}{': ' if said else ''}{'; '.join(said)}"


def found(comparison: Comparison, spot: Spot | None) -> Place | None:
    """Return where something is written: in the files, or in the plan."""
    if spot is None:
        return None
    at = comparison.places.find(spot)
    return at or (comparison.plan.places.find(spot) if comparison.plan else None)


def declared(each: Declared) -> str:
    """Write a declared dependency."""
    return f"{each.source} → {each.target} ({each.kind})"


def redeclared(each: tuple[Declared, Declared]) -> str:
    """Write a declared dependency that is another one; one that differs in its strength or end looks the same."""
    before, after = each
    return f"{declared(before)} is now {declared(after)}" if before != after else f"{declared(before)}, on other terms"


# --- findings, measures, steps


def finding(each: Finding) -> str:
    """Write a finding in a line, without what to do."""
    where = place(each.place)
    return f"{each.severity} {each.code} {each.message}{f' ({where})' if where else ''}"


def worsened(each: Shift) -> str:
    """Write a finding that stands before and after, with its numbers."""
    return f"{each.after.code} {rule(each.after)}, {each.after.subject.id}: {shift(*each.numbers)}"


def measure(each: MeasureChange) -> str:
    """Write a measure before and after."""
    said = f"{each.id}: {shift(each.before, each.after)} {each.unit}".rstrip()
    return f"{said} ({each.reason})" if each.reason else said


def step(comparison: Comparison, each: DoorStep) -> str:
    """Write a step, whether it can be undone, and why."""
    word = "cannot be undone" if each.door == "one-way" else "can be undone"
    where = place(found(comparison, each.spot))
    return f"{wave_name(comparison, each.wave)}: {each.text}: {word}, {each.why}{f' ({where})' if where else ''}"


def follow_up(each: FollowUp) -> str:
    """Write what else names something that changes."""
    return f"{each.kind} {each.id}: {each.why}" if each.why else f"{each.kind} {each.id}"
