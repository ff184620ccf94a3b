"""What happens to everything that names an entity which is no more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Entity
from orgmodel.model.initiatives import Contribution, Initiative
from orgmodel.model.organisation import KIND_OF_SECTION
from orgmodel.model.place import Step
from orgmodel.model.rewriting import rewritten
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.loosening import loosened
from orgmodel.reorg.applying.naming import Key

Path = tuple[Step, ...]
Successor = Callable[[Key, Path], str | None]
"""Answers for a reference (who names it, and where in it) what stands there from now on; None for nothing."""


def nobody(key: Key, path: Path) -> None:
    """Let nobody take the place of what is gone."""
    return None


@dataclass(frozen=True, slots=True)
class Parting:
    """The end of one entity.

    Parameters
    ----------
    draft
        The organisation, in which it still is, so that references to it can be told from others to the same id.
    kind, gone
        The entity.
    successor
        Says who takes its place, reference by reference.
    heirs
        Teams to which may fall what nobody takes over.
    """

    draft: Draft
    kind: str
    gone: str
    successor: Successor = nobody
    heirs: tuple[str, ...] = ()

    def part(self) -> None:
        """Rewrite everything that names the entity, so that nothing does any more.

        What owned, decided or was asked and has nobody in its place is said to be unplaced.
        """
        for key in self.draft.naming(self.gone):
            if key[0] == "dependencies":
                self._dependency(key)
            else:
                self._entity(key)

    def _entity(self, key: Key) -> None:
        section, id = key[0], str(key[1])
        entity = self.draft.section(section)[id]
        lost: list[Path] = []

        def decide(path: Path, kinds: tuple[str, ...], named: str) -> str | None:
            if self.draft.resolve(named, *kinds) != (self.kind, self.gone):
                return named
            found = self.successor(key, path)
            if found is None:
                lost.append(path)
            return found

        new = rewritten(entity, decide)
        if new is not entity:
            self.draft.put(section, id, _tidy(new))
        for path in lost:
            self._say_lost(KIND_OF_SECTION[section], entity, path)

    def _say_lost(self, kind: str, entity: Entity, path: Path) -> None:
        """Say what has nobody in the place of what is gone, where that is not what its end means anyway."""
        was, help = _LOST.get((kind, str(path[0])), _LOST.get(("", str(path[0])), ("", "")))
        if not was:
            return
        message = f"{was.format(entity=entity.id, gone=self.gone)}, and the plan does not say who does now"
        self.draft.unplaced(message, help.format(entity=entity.id), about=(kind, entity.id))
        self.draft.loose += loosened(self.draft, entity, path, self.heirs)

    def _dependency(self, key: Key) -> None:
        number, dependency = cast(int, key[1]), cast(Dependency, self.draft.stated(key))
        source, target = (self._end(key, dependency, end) for end in ("source", "target"))
        if source is None or target is None:
            self.draft.remove_dependency(number)
            self._say_loose(dependency)
        elif source == target:
            self.draft.remove_dependency(number)
        elif (source, target) != (dependency.source, dependency.target):
            self.draft.put_dependency(number, replace(dependency, source=source, target=target))

    def _end(self, key: Key, dependency: Dependency, end: str) -> str | None:
        named: str = getattr(dependency, end)
        return self.successor(key, (end,)) if (self.kind, named) == ("team", self.gone) else named

    def _say_loose(self, dependency: Dependency) -> None:
        ends = f"{dependency.source} depends on {dependency.target}"
        message = f"{ends}, and the plan does not say which team does now"
        if dependency.target == self.gone:
            message = f"{ends}, and the plan does not say on which team now"
        help = "name it with `depends_on` or `needed_by` of a part, or drop it with `drop_dependency` before"
        self.draft.unplaced(message, help, about=("team", self.gone))
        self.draft.loose += loosened(self.draft, dependency, (), self.heirs)


_LOST: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("component", "owner"): ("{gone} owned {entity}", "hand {entity} over to somebody"),
    ("metric", "owner"): ("{gone} answered for {entity}", "say who does with `set`"),
    ("decision", "owner"): ("{gone} owned the decision {entity}", "say who does with `set`"),
    ("decision", "decider"): ("{gone} decided on {entity}", "use `change_decider`"),
    ("initiative", "team"): ("{entity} belonged to {gone}", "say to which team with `set`"),
    ("hiring", "team"): ("{gone} hired through {entity}", "say for which team with `set`"),
    ("team", "parent"): ("{gone} held {entity}", "use `teams_to`, `teams` of a part, or `move_team`"),
    ("", "steps"): ("{gone} was asked on the way to {entity}", "use `add_step`, or `drop_step` before"),
    ("", "any_of"): ("{gone} was asked on the way to {entity}", "say who is asked with `set`"),
    ("", "contributors"): ("{gone} took part in {entity}", "name who takes part with `set`"),
    ("", "change_approval"): ("{gone} approved changes of {entity}", "name who approves them with `set`"),
}
"""What it means that a field names nobody any more, and what to do, by kind of entity and field."""


def _tidy(entity: Any) -> Any:
    """Let nobody contribute to their own initiative, or twice to the same one."""
    if not isinstance(entity, Initiative) or not entity.contributors:
        return entity
    own = entity.team.team if entity.team else None
    kept: dict[str, Contribution] = {}
    for part in entity.contributors:
        if part.team != own:
            kept.setdefault(part.team, part)
    return entity if len(kept) == len(entity.contributors) else replace(entity, contributors=tuple(kept.values()))
