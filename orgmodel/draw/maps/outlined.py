"""Says what a map shows as nodes, links and groups."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.counting import amount
from orgmodel.draw.maps.values import MapBox, MapLink, TeamMap
from orgmodel.draw.outline import Look, Outline, OutlineGroup, OutlineLink, OutlineNode

_HEAT: Final[tuple[Look, ...]] = ("heat-0", "heat-1", "heat-2", "heat-3", "heat-4")


def outlined(map: TeamMap) -> Outline:
    """Return the outline of a map."""
    apart = (f"{map.apart_are}: {', '.join(map.apart)}",) if map.apart else ()
    return Outline(
        view="dependencies",
        title=map.title,
        facts=map.facts,
        nodes=tuple(_node(each) for each in map.boxes),
        links=tuple(_link(each) for each in map.links),
        groups=tuple(OutlineGroup(id=id, label=name) for id, name in sorted(map.groups.items())),
        notes=(*apart, *([map.nothing] if map.nothing else [])),
        direction=map.direction,
    )


def _node(each: MapBox) -> OutlineNode:
    number = "" if each.coupling is None else amount(each.coupling)
    numbers = {"coupling": each.coupling, "inside": each.inside, "people": each.people}
    return OutlineNode(
        id=each.id,
        label=each.name,
        lines=(" · ".join(part for part in (each.second, number) if part),),
        group=each.group,
        look="external" if each.external and not each.heat else _HEAT[each.heat],
        badges=(*(badge.text for badge in each.badges), *_circle(each)),
        numbers={name: value for name, value in numbers.items() if value is not None},
        tooltip=each.tooltip,
    )


def _circle(each: MapBox) -> Iterator[str]:
    if each.circle is not None:
        yield f"circle {each.circle}" if each.circle else "in a circle"


def _link(each: MapLink) -> OutlineLink:
    return OutlineLink(
        source=each.source,
        target=each.target,
        weight=each.weight,
        look="cycle" if each.circular else "plain",
        tooltip=each.tooltip,
    )
