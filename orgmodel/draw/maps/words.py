"""What a map of dependencies says, layer by layer, and how it writes numbers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from orgmodel.draw.maps.values import Words
from orgmodel.graph.dependencies import Layer, TeamDependencies

_ENOUGH_STATED: Final = 0.8
"""Weights are shown where at least this share of the dependencies has a stated strength."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """How a layer is spoken of: the question for teams and for groups, and the verb in all its forms."""

    teams: str
    groups: str
    verb: str
    passive: str
    others: tuple[str, str]
    itself: str
    apart: str
    nothing: str


SPEECH: Final[Mapping[Layer, Speech]] = MappingProxyType(
    {
        "waits": Speech(
            teams="Who waits for whom",
            groups="Which groups wait for which",
            verb="waits for",
            passive="is waited for by",
            others=("waits for it", "wait for it"),
            itself="it waits for",
            apart="No waiting is known of",
            nothing="No team is known to wait for another.",
        ),
        "uses": Speech(
            teams="Who uses whom",
            groups="Which groups use which",
            verb="uses",
            passive="is used by",
            others=("uses it", "use it"),
            itself="it uses",
            apart="No use is known of",
            nothing="No team is known to use what another one publishes.",
        ),
        "all": Speech(
            teams="Who depends on whom",
            groups="Which groups depend on which",
            verb="depends on",
            passive="is needed by",
            others=("depends on it", "depend on it"),
            itself="it depends on",
            apart="No dependencies are known of",
            nothing="No dependencies between teams are known.",
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


def count(number: float, one: str, many: str | None = None) -> str:
    """Write a number and what it counts."""
    return f"{amount(number)} {one if number == 1 else many or one + 's'}"


def amount(number: float) -> str:
    """Write a number with at most one decimal."""
    return f"{number:,.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """Write a share as a percentage; what is not nothing is never written as nothing, and never all what is not all."""
    whole = round(100 * share)
    return f"{min(99, max(1, whole)) if 0 < share < 1 else whole} %"


def listed(names: Sequence[str], most: int) -> str:
    """Write the first names, and how many there are besides."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")


def circles_fact(circles: Collection[Sequence[str]]) -> Iterable[str]:
    """Say how many circles there are, and how many teams are in them."""
    if circles:
        yield f"{count(len(circles), 'circle')} through {sum(len(circle) for circle in circles)} teams"


def hottest_fact(names: Mapping[str, str], numbers: Mapping[str, float], heat: Mapping[str, int]) -> Iterable[str]:
    """Name the hot spots, the hottest first."""
    hot = sorted((id for id, step in heat.items() if step == 4), key=lambda id: (-numbers[id], id))
    if hot:
        yield "hottest: " + ", ".join(f"{names[id]} ({amount(numbers[id])})" for id in hot[:3])


def unknown_fact(dependencies: TeamDependencies) -> Iterable[str]:
    """Say how many reasons are of unknown kind."""
    if dependencies.unknown_kind_share:
        yield f"{percent(dependencies.unknown_kind_share)} of the reasons are of unknown kind"
