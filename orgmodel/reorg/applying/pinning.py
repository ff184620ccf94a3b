"""Keeps what names somebody or something from meaning another one of the same id that is made."""

from collections.abc import Iterator
from typing import Final

from orgmodel.model import changes as c
from orgmodel.model.place import Step
from orgmodel.model.rewriting import rewritten
from orgmodel.reorg.applying.draft import Draft

_OTHER: Final = {"person": "team", "team": "person"}


def pin(draft: Draft, change: c.Change) -> None:
    """Let what names a team, or a person, say which of both it means, where a change makes another one of the same id.

    Whoever is asked as ``legal`` is the person of that id, if there is one, otherwise the team. A person who joins
    under the id of a team is not the one who was meant.
    """
    for kind, id in _made(change):
        other = _OTHER.get(kind)
        if other and draft.entity(other, id) is not None and draft.entity(kind, id) is None:
            _pin(draft, other, id)


def _made(change: c.Change) -> Iterator[tuple[str, str]]:
    if isinstance(change, c.CreateTeam | c.MergeTeams):
        yield "team", change.id
    elif isinstance(change, c.RenameTeam):
        yield "team", change.to
    elif isinstance(change, c.SplitTeam):
        yield from (("team", id) for id in change.into)
    elif isinstance(change, c.Join):
        yield "person", change.id
    elif isinstance(change, c.Create):
        yield change.kind, change.id


def _pin(draft: Draft, kind: str, id: str) -> None:
    def decide(path: tuple[Step, ...], kinds: tuple[str, ...], named: str) -> str:
        is_meant = named == id and len(kinds) > 1 and draft.resolve(named, *kinds) == (kind, id)
        return f"{kind}:{id}" if is_meant and kinds[0] != kind else named

    for section, key in draft.naming(id):
        if section != "dependencies":
            entity = draft.section(section)[str(key)]
            draft.put(section, str(key), rewritten(entity, decide))


def said_plainly(draft: Draft, kind: str, id: str, kinds: tuple[str, ...]) -> str:
    """Return how an entity is named where it may be of several kinds: with its kind only if that is needed."""
    return id if draft.resolve(id, *kinds) == (kind, id) else f"{kind}:{id}"
