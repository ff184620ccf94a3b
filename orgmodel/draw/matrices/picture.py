"""Puts a matrix together: rows in their order, cells with their heat, blocks and facts."""

from collections.abc import Collection, Mapping, Sequence

from orgmodel.draw.counting import amount, count
from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.heat import heat_of
from orgmodel.draw.maps.verdicts import Verdicts
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.matrices.audited import Found
from orgmodel.draw.matrices.choosing import Chosen, blocks_of, both_ways, chosen_rows
from orgmodel.draw.matrices.facts import facts_of
from orgmodel.draw.matrices.order import in_order
from orgmodel.draw.matrices.values import Block, Cell, DependencyMatrix, Head, Tongue
from orgmodel.graph.dependencies import Edge
from orgmodel.graph.org_graph import OrgGraph


def dependency_matrix(material: Material, choices: Choices) -> DependencyMatrix:
    """Choose what to show, and put it in order.

    Raises
    ------
    UnknownNameError
        If the focus is no team and no group.
    """
    graph, layer = material.graph, choices.layer
    chosen = chosen_rows(material, choices)
    verdicts = Verdicts(material.findings, layer)
    couplings = Couplings(graph, chosen.dependencies, layer, verdicts)
    blocks = blocks_of(graph, chosen.ids, chosen.level)
    order = in_order({id: blocks[id] or "" for id in chosen.ids}, chosen.edges)
    inside = _inside(graph, chosen, choices)
    found = Found(verdicts.found if chosen.level is None else ())
    apart = _apart(chosen) if choices.focus is None and not choices.only_findings and chosen.ids else []
    return DependencyMatrix(
        title=_title(couplings, chosen, choices),
        facts=tuple(facts_of(couplings, chosen, order, blocks, sum(inside.values()))),
        tongue=_tongue(couplings, chosen),
        heads=tuple(_head(couplings, id, blocks[id], found, inside.get(id), id in chosen.middle) for id in order),
        cells=_cells(couplings, chosen),
        blocks=_blocks(graph, order, blocks),
        folded=chosen.level is not None,
        apart=tuple(sorted(couplings.names[id] for id in apart)),
        apart_are=f"{couplings.speech.apart} {count(len(apart), 'team' if chosen.level is None else 'group')}",
        nothing="" if chosen.edges else _nothing(couplings, choices),
    )


def _title(couplings: Couplings, chosen: Chosen, choices: Choices) -> str:
    speech = couplings.speech
    what = f"{speech.teams if chosen.level is None else speech.groups}, in numbers"
    if choices.focus is None or not chosen.middle:
        return what
    found = couplings.graph.resolve(choices.focus, "team")
    name = couplings.name(found[1]) if found else choices.focus
    return f"{name}: {what[0].lower()}{what[1:]}"


def _tongue(couplings: Couplings, chosen: Chosen) -> Tongue:
    strength = "strength" if couplings.dependencies.stated_share == 1 else "strength, 1 where it is not stated"
    if chosen.level is None:
        return Tongue(number=strength, circular="in a circle", diagonal="the team itself")
    return Tongue(number=strength, circular="both ways", diagonal="the group itself, with the strength inside it")


def _inside(graph: OrgGraph, chosen: Chosen, choices: Choices) -> Mapping[str, float]:
    """Return the weight between the teams of each group, where groups stand for them."""
    if chosen.level is None:
        return {}
    at_level = graph.hierarchy.at_level
    found = dict.fromkeys(chosen.ids, 0.0)
    for edge in graph.dependencies(choices.layer).edges:
        home = at_level(edge.source, chosen.level)
        if home in found and home == at_level(edge.target, chosen.level):
            found[home] += edge.weight
    return found


def _head(couplings: Couplings, id: str, block: str | None, found: Found, inside: float | None, chosen: bool) -> Head:
    badges = found.of(id)
    lines = couplings.box(id).tooltip.split("\n")
    return Head(
        id=id,
        name=couplings.names[id],
        block=block,
        found=(*(badge.text for badge in badges), *(["external"] if couplings.graph.org.teams[id].external else [])),
        tone=found.tone(id),
        inside=inside,
        chosen=chosen,
        tooltip="\n".join(line for line in lines if line),
    )


def _cells(couplings: Couplings, chosen: Chosen) -> tuple[Cell, ...]:
    edges = chosen.edges
    heat = heat_of({f"{n}": edge.weight for n, edge in enumerate(edges)})
    circular = _circular(couplings, chosen)
    return tuple(
        Cell(
            row=edge.source,
            column=edge.target,
            number=edge.weight,
            heat=max(1, heat[f"{n}"]),
            circular=(edge.source, edge.target) in circular,
            tooltip=_reasons(couplings, edge),
        )
        for n, edge in enumerate(edges)
    )


def _circular(couplings: Couplings, chosen: Chosen) -> Collection[tuple[str, str]]:
    """Return which cells are marked: those in a circle of teams, or of groups those that go both ways.

    Where most go both ways a mark would say nothing.
    """
    if chosen.level is not None:
        found = both_ways(chosen.edges)
        return found if 2 * len(found) <= len(chosen.edges) else ()
    circle = couplings.dependencies.cyclic_group_of
    ends = ((edge.source, edge.target) for edge in chosen.edges)
    return {(one, other) for one, other in ends if one in circle and circle[one] == circle.get(other)}


def _reasons(couplings: Couplings, edge: Edge) -> str:
    first, *reasons = couplings.link(edge, circular=False).tooltip.split("\n")
    strength = "" if couplings.weights else f": strength {amount(edge.weight)}, as far as stated"
    return "\n".join([first + strength, *reasons])


def _blocks(graph: OrgGraph, order: Sequence[str], blocks: Mapping[str, str | None]) -> tuple[Block, ...]:
    places: dict[str, list[int]] = {}
    for place, id in enumerate(order):
        block = blocks[id]
        if block is not None:
            places.setdefault(block, []).append(place)
    return tuple(
        Block(id=id, name=graph.label("team", id).strip() or id, first=found[0], last=found[-1])
        for id, found in places.items()
    )


def _apart(chosen: Chosen) -> list[str]:
    connected = set(chosen.dependencies.connected_teams)
    return [id for id in chosen.dependencies.teams if id not in connected]


def _nothing(couplings: Couplings, choices: Choices) -> str:
    if choices.only_findings:
        return "No finding is about the coupling of teams."
    if choices.focus is not None:
        return f"{couplings.speech.apart} {choices.focus}."
    others = len(couplings.graph.dependencies("all").edges)
    if not others or choices.fold is not None:
        return couplings.speech.nothing
    return f"{couplings.speech.nothing} Of another kind: {count(others, 'dependency', 'dependencies')}."
