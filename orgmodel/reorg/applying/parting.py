"""What happens to everything that names an entity which is no more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, cast

from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import KIND_OF_SECTION
from orgmodel.model.place import Step
from orgmodel.model.rewriting import rewritten
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.loosening import loosened
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.pinning import said_plainly
from orgmodel.reorg.applying.said import Still
from orgmodel.reorg.applying.still import as_it_is
from orgmodel.reorg.applying.tidying import tidy

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
        Says who takes its place, reference by reference: an entity of the same kind.
    heirs
        Teams to which may fall what nobody takes over.
    ways
        How the change can say where a declared dependency goes.
    """

    draft: Draft
    kind: str
    gone: str
    successor: Successor = nobody
    heirs: tuple[str, ...] = ()
    ways: str = "say so with `add_dependency`"

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
                return None
            return named if found == self.gone else said_plainly(self.draft, self.kind, found, kinds)

        new = rewritten(entity, decide)
        if new is not entity:
            self.draft.put(section, id, tidy(new))
        for path in lost:
            self._say_lost(key, entity, path)

    def _say_lost(self, key: Key, entity: Entity, path: Path) -> None:
        """Say what has nobody in the place of what is gone, where that is not what its end means anyway."""
        kind, field = KIND_OF_SECTION[key[0]], str(path[0])
        was, help = _LOST.get((kind, field), _LOST.get(("", field), ("", "")))
        if not was:
            return
        if path[-1] == "then":
            was = "{entity} was to go to {gone}"
        message = f"{was.format(entity=entity.id, gone=self.gone)}, and the plan does not say who does now"
        loose = tuple(loosened(self.draft, entity, path, self.gone, self.heirs))
        still = as_it_is(self.draft, key, field)
        self.draft.unplaced(message, help.format(entity=entity.id), about=(kind, entity.id), still=still, loose=loose)

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
        loose = tuple(loosened(self.draft, dependency, (), self.gone, self.heirs))
        help = f"{self.ways}, or drop it with `drop_dependency` before"
        still = self._nobody_declares(dependency)
        self.draft.unplaced(message, help, about=("team", self.gone), still=still, loose=loose)

    def _nobody_declares(self, dependency: Dependency) -> Still:
        """Tell whether no later change declares the dependency between its other end and one of the heirs."""
        draft, heirs = self.draft, {self.gone, *self.heirs}
        sources = heirs if dependency.source == self.gone else {dependency.source}
        targets = heirs if dependency.target == self.gone else {dependency.target}

        def count() -> int:
            ids = heirs if dependency.source == self.gone else {dependency.source}
            keys = {key for id in ids for key in draft.naming(id) if key[0] == "dependencies"}
            stated = (cast(Dependency, draft.stated(key)) for key in keys)
            return sum(each.source in sources and each.target in targets for each in stated)

        there = count()
        return lambda: count() <= there


_LOST: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("component", "owner"): ("{gone} owned {entity}", "hand {entity} over to somebody"),
    ("component", "operator"): ("{gone} ran {entity}", "say who does with `set`"),
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
