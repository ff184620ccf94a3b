"""What rules share that ask of each entity of a kind whether it names somebody."""

from collections.abc import Mapping
from typing import NamedTuple

from orgmodel.model.entity import Entity
from orgmodel.model.fields import NOBODY
from orgmodel.rules.base import FINE, Absent, Answers, Unknown, Violation, absent_is_none


class Asked(NamedTuple):
    """Which field of which kind has to name somebody, and what is said where it does not.

    `message` holds the id of the entity in braces; `missing` is what nobody has stated where it is unknown.
    """

    kind: str
    field: str
    missing: str
    message: str
    help: str


def judged(entities: Mapping[str, Entity], asked: Asked, absent: Absent) -> Answers:
    """Ask each entity that is not external; `nobody` names nobody."""
    named = {id: getattr(each, asked.field) for id, each in sorted(entities.items()) if not each.external}
    absent_means_none = absent_is_none(absent, (getattr(each, asked.field) for each in entities.values()))
    for id, name in named.items():
        if name is None and not absent_means_none:
            yield Unknown(asked.kind, id, asked.missing)
        elif name is None or name == NOBODY:
            yield Violation(
                kind=asked.kind,
                id=id,
                message=asked.message.format(id=id),
                help=asked.help,
                path=(asked.field,),
                evidence={asked.field: None},
            )
        else:
            yield FINE
