"""What an own rule can demand: each condition is one function from what is stated to a check."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import LAYERS, Edge, Layer
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.rules.base import FINE, Answer, Answers, Check, Violation, listed
from orgmodel.rules.own.selecting import selected

Stated = Mapping[str, Any]


class Words(NamedTuple):
    """What a rule says where it is broken: a sentence with fields in braces, and what to do."""

    message: str
    help: str

    def said(self, usual: str, **fields: str) -> str:
        """Return the sentence; the usual one where none is stated."""
        text = self.message or usual
        for name, value in fields.items():
            text = text.replace(f"{{{name}}}", value)
        return text


class Condition(NamedTuple):
    """A condition: what has to be stated for it, what may be, and what makes a check of that."""

    needs: tuple[str, ...]
    may: tuple[str, ...]
    check: Callable[[Stated, Words], Check]


def _layer(stated: Stated) -> Layer:
    return next(layer for layer in LAYERS if layer == stated.get("graph", "all"))


def _forbidden(stated: Stated, words: Words) -> Check:
    def check(graph: OrgGraph, options: object) -> Answers:
        sources, targets = selected(graph, stated["from"]), selected(graph, stated["to"])
        for edge in graph.dependencies(_layer(stated)).edges:
            if edge.source in sources:
                broken = edge.target in targets
                yield _broken(edge, words, "{team} depends on {other}, which is forbidden") if broken else FINE

    return check


def _layers(stated: Stated, words: Words) -> Check:
    def check(graph: OrgGraph, options: object) -> Answers:
        ranks = [selected(graph, layer if isinstance(layer, list) else [layer]) for layer in stated["layers"]]
        rank = {team: number for number, teams in reversed(list(enumerate(ranks))) for team in teams}
        for edge in graph.dependencies(_layer(stated)).edges:
            if edge.source in rank and edge.target in rank:
                upwards = rank[edge.target] < rank[edge.source]
                yield (
                    _broken(edge, words, "{team} depends on {other}, which stands in a layer above")
                    if upwards
                    else FINE
                )

    return check


def _independent(stated: Stated, words: Words) -> Check:
    def check(graph: OrgGraph, options: object) -> Answers:
        part = {team: word for word in reversed(stated["parts"]) for team in selected(graph, [word])}
        for edge in graph.dependencies(_layer(stated)).edges:
            one, other = part.get(edge.source), part.get(edge.target)
            if one is not None and other is not None:
                usual = f"{{team}} depends on {{other}}, but {one} and {other} are to be independent"
                yield _broken(edge, words, usual) if one != other else FINE

    return check


def _broken(edge: Edge, words: Words, usual: str) -> Answer:
    reason = edge.reasons[0]
    return Violation(
        kind="team",
        id=edge.source,
        message=words.said(usual, team=edge.source, other=edge.target),
        help=words.help or "take the dependency away, or change the rule",
        spot=reason.spot,
        label=reason.kind,
        evidence={"team": edge.source, "other": edge.target, "kinds": list(edge.kinds)},
        concerns=(("team", edge.target),),
        identity=(f"team:{edge.source}", f"team:{edge.target}"),
    )


def _required(stated: Stated, words: Words) -> Check:
    def check(graph: OrgGraph, options: object) -> Answers:
        for entity in _entities(graph, stated):
            missing = [field for field in stated["fields"] if not _states(entity, field)]
            yield _incomplete(stated["of"], entity, missing, words) if missing else FINE

    return check


def _entities(graph: OrgGraph, stated: Stated) -> Iterator[Entity]:
    kind = stated["of"]
    chosen = selected(graph, stated["among"]) if kind == "team" and "among" in stated else None
    for id, entity in sorted(graph.org.section(SECTION_OF_KIND[kind]).items()):
        if not entity.external and (chosen is None or id in chosen):
            yield entity


def _states(entity: Entity, field: str) -> bool:
    if field.startswith("x-"):
        return (entity.x or {}).get(field) is not None
    return getattr(entity, field) is not None


def _incomplete(kind: str, entity: Entity, missing: Sequence[str], words: Words) -> Answer:
    fields = listed(f"`{field}`" for field in missing)
    return Violation(
        kind=kind,
        id=entity.id,
        message=words.said("{entity} does not state {fields}", entity=entity.id, fields=fields),
        help=words.help or f"state {fields}",
        evidence={"missing": list(missing)},
    )


CONDITIONS: Final[Mapping[str, Condition]] = MappingProxyType(
    {
        "forbidden": Condition(("from", "to"), ("graph",), _forbidden),
        "layers": Condition(("layers",), ("graph",), _layers),
        "independent": Condition(("parts",), ("graph",), _independent),
        "required": Condition(("of", "fields"), ("among",), _required),
    }
)
"""What `must` can say."""
