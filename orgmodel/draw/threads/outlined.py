"""Says what the picture of initiatives shows as nodes, links and groups."""

from collections.abc import Mapping
from typing import Final

from orgmodel.draw.outline import Look, Outline, OutlineGroup, OutlineLink, OutlineNode
from orgmodel.draw.threads.values import Ask, Crew, Thread, Threading, ThreadPicture, Work

_LOOKS: Final[Mapping[Threading, Look]] = {"none": "error", "several": "warning", "open": "muted", "single": "plain"}
_ASKS: Final[Mapping[Ask | None, str]] = {
    "own": "own team",
    "custom": "custom",
    "unsaid": "",
    "self-service": "self-service",
    None: "",
}


def outlined(picture: ThreadPicture) -> Outline:
    """Return the outline; ids say their kind, for an initiative and a team can have the same."""
    apart = (f"Not under way: {', '.join(picture.apart)}",) if picture.apart else ()
    return Outline(
        view="initiatives",
        title=picture.title,
        facts=picture.facts,
        nodes=(*(_work(each, folded=picture.is_folded) for each in picture.works), *map(_crew, picture.crews)),
        links=tuple(_link(each, folded=picture.is_folded) for each in picture.threads),
        groups=tuple(OutlineGroup(id=f"heading:{id}", label=name) for id, name in picture.headings.items()),
        notes=(*apart, *([picture.nothing] if picture.nothing else [])),
    )


def _left(id: str, *, folded: bool) -> str:
    return f"initiatives-of:{id}" if folded else f"initiative:{id}"


def _work(each: Work, *, folded: bool) -> OutlineNode:
    return OutlineNode(
        id=_left(each.id, folded=folded),
        label=each.name,
        lines=(each.second,),
        group=None if each.heading is None else f"heading:{each.heading}",
        look="chosen" if each.chosen else _LOOKS[each.threading],
        badges=(each.pill.text, *(badge.text for badge in each.badges)),
        numbers=each.numbers,
        tooltip=each.tooltip,
    )


def _crew(each: Crew) -> OutlineNode:
    return OutlineNode(
        id=f"team:{each.id}",
        label=each.name,
        look="chosen" if each.chosen else "external" if each.external else "plain",
        badges=(each.pill.text,) if each.pill else (),
        numbers=each.numbers,
        tooltip=each.tooltip,
    )


def _link(each: Thread, *, folded: bool) -> OutlineLink:
    looks = "muted" if each.ask == "self-service" else _LOOKS[each.threading]
    return OutlineLink(
        source=_left(each.work, folded=folded),
        target=f"team:{each.crew}",
        label=_ASKS[each.ask] if each.many == 1 else f"{each.many} threads",
        weight=float(each.many),
        look=looks,
        numbers={} if each.allocation is None else {"allocation": each.allocation},
        tooltip=each.tooltip,
    )
