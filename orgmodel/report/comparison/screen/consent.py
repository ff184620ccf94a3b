"""Who has to agree before and after the change, and what of it cannot be undone."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.comparison import Comparison, DecisionChange, DoorStep
from orgmodel.report.comparison.blocks import Say, Section
from orgmodel.report.comparison.phrases import by_key, few, sentence, shift, turned
from orgmodel.report.comparison.room import Room
from orgmodel.report.words import counted, day

APPROVE: Final = "APPROVE"
UNDO: Final = "UNDO"


# --- approvals


def approve(comparison: Comparison, room: Room) -> Section | None:
    """Say for each decision that differs how many must agree and how long it takes, the longest way first."""
    changed = sorted(comparison.work.decisions, key=lambda each: (-max(each.approvals), each.kind, each.id))
    said = [decided(each, room) for each in changed[: room.findings]]
    if len(changed) > len(said):
        said.append(f"and {len(changed) - len(said):,} more that differ")
    return Section(APPROVE, tuple(map(Say, said))) if said else None


def decided(each: DecisionChange, room: Room) -> str:
    """Say how a decision is made before and after."""
    return f"{each.id}: {', '.join(_differences(each, room)) or 'differs'}."


def _differences(each: DecisionChange, room: Room) -> Iterator[str]:
    before, after = each.approvals
    was, stays = each.mandated
    beside = f" beside {stays:,} mandated" if was == stays and stays else ""
    if before != after or beside:
        yield f"approvals {shift(before, after) if before != after else f'{after:,} as before'}{beside}"
    if was != stays:
        yield f"mandated {shift(was, stays)}"
    if each.days[0] != each.days[1]:
        yield f"{shift(*each.days)} days"
    if each.decider[0] != each.decider[1]:
        yield f"decided by {turned(*each.decider)}"
    if each.asked_no_more:
        yield f"no longer asked: {few(each.asked_no_more, room.names)}"
    if each.asked_now:
        yield f"asked now: {few(each.asked_now, room.names)}"


# --- doors


def undo(comparison: Comparison, room: Room) -> Section:
    """Say which steps cannot be undone, when the first of them comes, and what comes before it."""
    if comparison.plan is None:
        return Section(UNDO, (Say("Not known: only a plan says in which steps it is done."),))
    if not comparison.doors:
        return Section(UNDO, (Say("There is no step that would have to be undone."),))
    return Section(UNDO, (Say(" ".join(_undone(comparison, room))),))


def _undone(comparison: Comparison, room: Room) -> Iterator[str]:
    final = [number for number, each in enumerate(comparison.doors) if each.door == "one-way"]
    if not final:
        yield "Every step can be undone; only that it was announced cannot."
    else:
        cannot = _cannot(comparison, [comparison.doors[number] for number in final], room)
        yield f"{cannot} {_before(comparison, final[0], len(final))}"
    way_back = comparison.plan.case.way_back if comparison.plan else None
    if way_back:
        yield f"The way back: {sentence(way_back)}"


def _cannot(comparison: Comparison, steps: Sequence[DoorStep], room: Room) -> str:
    """Say which steps cannot be undone, wave by wave."""
    said = [
        f"{_when(comparison, wave)}{', '.join(each.text for each in found)}"
        for wave, found in by_key(steps[: room.findings], lambda each: each.wave).items()
    ]
    more = f"; and {counted(len(steps) - room.findings, 'more step')}" if len(steps) > room.findings else ""
    return f"Cannot be undone: {'; '.join(said)}{more}."


def _before(comparison: Comparison, first: int, final: int) -> str:
    if not first:
        rest = len(comparison.doors) - final
        after = f" The {counted(rest, 'other step')} can be undone." if rest else ""
        return f"That comes first of all: there is no trying it out before.{after}"
    if first == 1:
        return "The step before that can be undone."
    return f"The {first:,} steps before that can be undone."


def _when(comparison: Comparison, wave: int) -> str:
    date = wave_date(comparison, wave)
    name = wave_name(comparison, wave) if len(_waves(comparison)) > 1 else ""
    said = ", ".join(filter(None, [day(date) if date else "", name]))
    return f"{said}: " if said else ""


# --- waves


def _waves(comparison: Comparison) -> Sequence[tuple[str | None, datetime.date | None]]:
    return [(wave.name, wave.date) for wave in comparison.plan.waves] if comparison.plan else []


def wave_name(comparison: Comparison, number: int) -> str:
    """Return what a wave is called, counted from 0: its own name, or its number."""
    waves = _waves(comparison)
    name = waves[number][0] if 0 <= number < len(waves) else None
    return name or f"wave {number + 1}"


def wave_date(comparison: Comparison, number: int) -> datetime.date | None:
    """Return when a wave happens; the day of the plan where it has a single wave without a day."""
    waves = _waves(comparison)
    date = waves[number][1] if 0 <= number < len(waves) else None
    if date is None and len(waves) == 1 and comparison.plan:
        return comparison.plan.case.date
    return date
