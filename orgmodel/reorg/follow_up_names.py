"""Names that mean something else than before: owners that are others, teams called otherwise, people who left."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from orgmodel.graph import OrgGraph
from orgmodel.model.fields import NOBODY
from orgmodel.reorg.handovers import Owners, handovers
from orgmodel.reorg.listing import in_words


class Naming:
    """What two organisations call the same things.

    Parameters
    ----------
    before, after
        The two organisations; ids mean the same in both.
    renamed
        The old id of each team that is called otherwise, by the new one.
    """

    def __init__(self, before: OrgGraph, after: OrgGraph, renamed: Mapping[str, str]) -> None:
        self.before, self.after, self.renamed = before, after, renamed

    def left(self, reference: str) -> str | None:
        """Return the person that a reference meant, if they were described before and are not any more."""
        found = self.before.resolve(reference, "person", "team") if reference != NOBODY else None
        return found[1] if found and found[0] == "person" and found[1] not in self.after.org.people else None

    def ends(self, old: str | None, new: str | None) -> tuple[Owners, Owners]:
        """Return the owners that two references mean, before and after."""
        was = self.before.resolve(old, "team", "person") if old else None
        now = self.after.resolve(new, "team", "person") if new else None
        return (was,) if was else (), (now,) if now else ()

    def change_of_owner(self, old: Owners, new: Owners) -> str | None:
        """Say how owners differ from what is written elsewhere; None if they do not, or nobody was named there."""
        if not old:
            return None
        if old != new and set(old) != set(new):
            names = in_words([id for _, id in new])
            return f"{in_words([self.was_called(each) for each in old])} had it, and {names or 'nobody'} has it now"
        return self.new_names([id for kind, id in new if kind == "team"]) if self.renamed else None

    def was_called(self, entity: tuple[str, str]) -> str:
        """Return what a team or a person was called before."""
        kind, id = entity
        return self.renamed.get(id, id) if kind == "team" else id

    def new_names(self, teams: Iterable[str]) -> str | None:
        """Say which of these teams are called otherwise than before; None if none is."""
        names = sorted(team for team in teams if team in self.renamed)
        return ", ".join(f"{self.renamed[team]} is called {team} now" for team in names) or None

    @cached_property
    def gave_away(self) -> Mapping[str, tuple[str, ...]]:
        """The components that each team owned and does not own any more, sorted; those that are gone do not count."""
        found: dict[str, list[str]] = {}
        for id, old, new in handovers(self.before, self.after):
            for kind, owner in old:
                if kind == "team" and (kind, owner) not in new:
                    found.setdefault(owner, []).append(id)
        return {team: tuple(ids) for team, ids in found.items()}
