"""The first screen of a comparison as values: what the text and the Markdown say alike."""

import datetime
from collections.abc import Iterator
from typing import Final

from orgmodel.model.comparison import Compared, Comparison
from orgmodel.report.comparison.blocks import Section, Title
from orgmodel.report.comparison.phrases import days, sentence
from orgmodel.report.comparison.room import Room
from orgmodel.report.comparison.screen import aim, consent, crew, faults, gains, rest, waiting
from orgmodel.report.words import counted

NOTHING_CHANGES: Final = "nothing changes"


def title(compared: Compared, comparison: Comparison) -> Title:
    """Return what is compared with what, and under which circumstances."""
    aim = comparison.plan.case.objective if comparison.plan else None
    said = f"For: {sentence(aim)}" if aim else ""
    return Title(comparison.name, "against today and doing nothing", said, " · ".join(_facts(compared, comparison)))


def alike(compared: Compared, comparison: Comparison) -> str:
    """Say that an alternative is what there is today."""
    return f"{compared.before} and {comparison.name} say the same: {NOTHING_CHANGES}."


def base(compared: Compared) -> str:
    """Say what is compared with, and from when it is."""
    census = compared.census
    return f"base: {census.name or compared.before}, {days([census.as_of or compared.today])}"


def _facts(compared: Compared, comparison: Comparison) -> Iterator[str]:
    yield base(compared)
    if comparison.plan is not None:
        dates = [wave.date for wave in comparison.plan.waves]
        stated = [date for date in dates if date] or [date for date in (comparison.plan.case.date,) if date]
        yield _waves(len(dates), stated)
        if comparison.plan.case.sponsor:
            yield f"sponsor {comparison.plan.case.sponsor}"


def _waves(number: int, stated: list[datetime.date]) -> str:
    said = counted(number, "wave")
    return f"{said}: {days(stated)}" if stated else f"{said} without a date"


def screen(comparison: Comparison, room: Room) -> list[Section]:
    """Return the sections of the first screen; those without content are left out."""
    sections = (
        faults.misfit(comparison, room),
        aim.aim(comparison, room),
        aim.changes(comparison, room),
        aim.leaders(comparison, room),
        gains.gains(comparison, room),
        crew.crew(comparison, room),
        faults.breaks(comparison, room),
        faults.fixes(comparison, room),
        consent.approve(comparison, room),
        consent.undo(comparison, room),
        waiting.coupling(comparison, room),
        rest.to_write(comparison, room),
        rest.not_known(comparison, room),
    )
    return [section for section in sections if section is not None]


def in_short(comparison: Comparison, room: Room) -> list[Section]:
    """Return what is said of one alternative among several before each is told in full."""
    sections = (
        faults.misfit(comparison, room),
        aim.aim(comparison, room),
        crew.in_short(comparison, room),
        faults.breaks(comparison, room),
        consent.undo(comparison, room),
        waiting.coupling(comparison, room),
    )
    return [section for section in sections if section is not None]
