"""Runs comparisons: reads what is to be compared, compares each alternative, and sets them side by side."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from orgmodel.comparing.assembly import Comparing
from orgmodel.comparing.criteria import criteria, dominated
from orgmodel.comparing.sides import Alternative, History, planned, side
from orgmodel.comparing.with_plans import with_plans
from orgmodel.graph import OrgGraph
from orgmodel.load.alterations import Resembling
from orgmodel.load.loader import Loaded, load_sources
from orgmodel.load.plans import is_plan, read_plan
from orgmodel.load.sources import sources
from orgmodel.model.comparison import Compared
from orgmodel.model.organisation import Org
from orgmodel.reorg.alignment import aligned
from orgmodel.reorg.applying.naming import Naming
from orgmodel.reorg.ties import cut_pairs, new_pairs
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings

Word = str | Path


class Read(NamedTuple):
    """What is compared: today's organisation, the alternatives, and in one line each what hindered the reading."""

    name: str
    org: Org
    alternatives: tuple[Alternative, ...]
    remarks: tuple[str, ...]


def read(before: Word, after: Sequence[Word], *, plans: Sequence[Word], settings: Settings) -> Read:
    """Read an organisation and its alternatives: organisations, or plans over it.

    Raises
    ------
    UnreadablePathError
        If one of them cannot be read.
    """
    reading = Resembling()
    loaded = load_sources(sources([before]), reading.first)
    org = with_plans(loaded.org, plans, settings).org if plans else loaded.org
    remarks = [*_hindrance(before, loaded)]
    naming: Naming | None = None
    alternatives = []
    for word in after:
        if is_plan(word):
            naming = naming or Naming(org)
            alternatives.append(planned(*read_plan(word), naming))
        else:
            other = load_sources(sources([word]), reading.other)
            remarks += _hindrance(word, other)
            alternatives.append(Alternative(str(word), str(word), other.org))
    return Read(str(before), org, told_apart(alternatives), tuple(remarks))


def _hindrance(word: Word, loaded: Loaded) -> Iterator[str]:
    count = len(loaded.problems)
    if count:
        problems = f"{count} problem{'s' * (count != 1)}"
        yield f"{problems} in the files of {word}; `orgmodel audit {word} --select F` lists them"


def told_apart(alternatives: Sequence[Alternative]) -> tuple[Alternative, ...]:
    """Add the path to names that several alternatives share."""
    names = [each.name for each in alternatives]
    return tuple(
        each._replace(name=f"{each.name} ({each.path})") if names.count(each.name) > 1 else each
        for each in alternatives
    )


def compared(
    read: Read,
    settings: Settings,
    *,
    history: Callable[[], History] | None = None,
    progress: Progress | None = None,
) -> Compared:
    """Compare today with every alternative; none of them has any influence on what is said of another."""
    today = side(read.name, read.org, settings, progress)
    comparing = Comparing(
        today,
        settings,
        history=history() if history else None,
        alternatives=len(read.alternatives),
        progress=progress,
    )
    found = tuple(comparing.compared(each) for each in read.alternatives)
    rows = criteria(today, found)
    names = [each.name for each in found]
    return Compared(
        before=read.name,
        census=today.audit.census,
        today=settings.today,
        alternatives=found,
        criteria=rows if len(found) > 1 else (),
        dominated_by=dominated(rows, names),
        remarks=read.remarks,
    )


def ties(read: Read, topic: str) -> Iterator[str]:
    """Yield the pairs of people behind the numbers of working relationships: `ties.cut` or `ties.new`."""
    pairs = cut_pairs if topic == "ties.cut" else new_pairs
    for number, alternative in enumerate(read.alternatives, start=1):
        before = OrgGraph(aligned(read.org, alternative.org).org)
        label = f"({number}) " if len(read.alternatives) > 1 else ""
        yield from (f"{label}{one} and {other}" for one, other in pairs(before, OrgGraph(alternative.org)))
