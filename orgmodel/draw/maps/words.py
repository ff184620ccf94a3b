"""What a map of dependencies says, layer by layer, and how it writes numbers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from orgmodel.draw.counting import amount, count
from orgmodel.draw.maps.heat import heat_of
from orgmodel.draw.maps.values import Words
from orgmodel.graph.dependencies import Layer, TeamDependencies

_ENOUGH_STATED: Final = 0.8
"""Weights are shown where at least this share of the dependencies has a stated strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How a layer is spoken of: the question for teams, for groups and for findings, and the verb in all its forms."""

    teams: str
    groups: str
    found: str
    verb: str
    passive: str
    others: tuple[str, str]
    itself: str
    apart: str
    nothing: str
    nothing_between: str
    mutual: tuple[str, str]


SPEECH: Final[Mapping[Layer, Speech]] = MappingProxyType(
    {
        "waits": Speech(
            teams="Who waits for whom",
            found="Who waits for whom, where the audit finds fault",
            groups="Which groups wait for which",
            verb="waits for",
            passive="is waited for by",
            others=("waits for it", "wait for it"),
            itself="it waits for",
            apart="No waiting is known of",
            nothing="No team is known to wait for another.",
            nothing_between="No group is known to wait for another.",
            mutual=("waits for each other", "wait for each other"),
        ),
        "uses": Speech(
            teams="Who uses whom",
            found="Who uses whom, where the audit finds fault",
            groups="Which groups use which",
            verb="uses",
            passive="is used by",
            others=("uses it", "use it"),
            itself="it uses",
            apart="No use is known of",
            nothing="No team is known to use what another one publishes.",
            nothing_between="No group is known to use what another one publishes.",
            mutual=("uses each other", "use each other"),
        ),
        "all": Speech(
            teams="Who depends on whom",
            found="Who depends on whom, where the audit finds fault",
            groups="Which groups depend on which",
            verb="depends on",
            passive="is needed by",
            others=("depends on it", "depend on it"),
            itself="it depends on",
            apart="No dependencies are known of",
            nothing="No dependencies between teams are known.",
            nothing_between="No dependencies between groups are known.",
            mutual=("depends on each other", "depend on each other"),
        ),
    }
)


def weighted(dependencies: TeamDependencies) -> bool:
    """Tell whether enough strengths are stated to speak of weights, and not only of links."""
    return (dependencies.stated_share or 0.0) >= _ENOUGH_STATED


def legend_words(speech: Speech, *, weights: bool) -> Words:
    """Return what the legend says."""
    return Words(
        link=f"{speech.verb}",
        wider="wider: stronger" if weights else "wider: more reasons",
        circular=f"{speech.verb}, in a circle",
        number="strength of links, in and out" if weights else "links, in and out",
        inside="share of coupling that stays inside",
    )


def percent(share: float) -> str:
    """Write a share as a percentage; what is not nothing is never written as nothing, and never all what is not all."""
    whole = round(100 * share)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole} %"


def together(names: Sequence[str], most: int) -> str:
    """Write the first names as one phrase, and how many there are besides: ``a, b and 2 more``."""
    rest = len(names) - most
    said = [*names[:most], *([f"{rest} more"] if rest > 0 else [])]
    return " and ".join([part for part in (", ".join(said[:-1]), said[-1]) if part])


def circles_fact(circles: Collection[Sequence[str]], speech: Speech, unit: str) -> Iterable[str]:
    """Say how many circles there are, how many boxes are in them, and how many pairs go both ways."""
    large = [circle for circle in circles if len(circle) > 2]
    pairs = len(circles) - len(large)
    if large:
        yield f"{count(len(large), 'circle')} of {sum(map(len, large))} {unit}s"
    if pairs:
        yield f"{count(pairs, 'pair')} {speech.mutual[pairs != 1]}"


def hot_spots_fact(names: Sequence[str]) -> Iterable[str]:
    """Name the coupling hot spots, in the order of the audit."""
    if names:
        yield f"{count(len(names), 'hot spot')}: {together(names, 3)}"


def most_coupled_fact(names: Mapping[str, str], numbers: Mapping[str, float]) -> Iterable[str]:
    """Name those that stand out in their numbers, the highest first."""
    heat = heat_of(numbers)
    hot = sorted((id for id, step in heat.items() if step == 4), key=lambda id: (-numbers[id], id))
    if hot:
        yield "most coupled: " + ", ".join(f"{names[id]} ({amount(numbers[id])})" for id in hot[:3])


def unknown_fact(dependencies: TeamDependencies) -> Iterable[str]:
    """Say how many reasons are of unknown kind."""
    if dependencies.unknown_kind_share:
        yield f"{percent(dependencies.unknown_kind_share)} of the reasons are of unknown kind"
