"""What every entity of an organisation has."""

from pydantic.dataclasses import dataclass

from orgmodel.model.fields import ENTITY, Extra, Flag, Text, Texts, optional


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Detail:
    """A part of an entity that has fields of its own."""

    x: Extra | None = optional("Fields of your own, whose names begin with `x-`: kept and ignored.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Entity(Detail):
    """Something with an id: a person, a team, an initiative and so on.

    Every field but the id may be absent, and absent means unknown.
    """

    id: str
    name: Text | None = optional("What people call it; the id if absent.")
    renamed_from: Texts | None = optional("Earlier ids of the same thing, so that a comparison recognises it.")
    external: Flag | None = optional("Known and referred to, but not audited: another department, a supplier.")

    @property
    def label(self) -> str:
        """The name, or the id of what has none."""
        return self.name or self.id
