"""Whether what a split says can be: each thing goes to one part, and is one of the old team's."""

from collections.abc import Iterator
from typing import Final

from orgmodel.model.changes import Part, SplitTeam
from orgmodel.model.references import references
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.heads import unnamed
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.placing import owned_by
from orgmodel.reorg.applying.unfit import UnfitError

NAMED: Final = ("initiatives", "decisions", "metrics", "hiring")
"""Fields of a part that name, under their own section, what goes to it."""
_ONCE: Final = ("components", *NAMED, "teams", "depends_on", "needed_by")


def check_parts(draft: Draft, old: Team, change: SplitTeam) -> None:
    """Refuse a split that cannot be as it is stated.

    Raises
    ------
    UnfitError
        If it cannot.
    """
    if len(change.into) < 2:
        help = f"name all parts, {old.id} as well if it remains; `rename_team` gives it another id"
        raise UnfitError(f"{old.id} is split into fewer than two parts", help, ("into",))
    for id, part in change.into.items():
        if id != old.id and id in draft.teams:
            raise UnfitError(f"the team {id} is there already", "choose another id", ("into", id))
        if part.parent == old.id and old.id not in change.into:
            message = f"{id} cannot hang below {old.id}, which is split and no part of itself"
            raise UnfitError(message, f"name another parent, or {old.id} as a part", ("into", id, "parent"))
        _check_had(draft, old, part)
    _check_once(change)
    _check_heads(draft, old, change)


def _check_had(draft: Draft, old: Team, part: Part) -> None:
    """Refuse what a part gets and the old team has not."""
    owned = frozenset(owned_by(draft, old.id))
    for component in part.components or ():
        if component not in owned:
            _refuse(
                part, "components", f"{component} does not belong to {old.id}", "use `hand_over` for what others own"
            )
    for field in NAMED:
        for id in getattr(part, field) or ():
            if not _names(draft, (field, id), old.id):
                _refuse(part, field, f"{id} has nothing to do with {old.id}", "take it away, or change it with `set`")
    for team in part.teams or ():
        if draft.teams[team].parent != old.id:
            _refuse(part, "teams", f"{team} does not hang below {old.id}", "use `move_team` for what hangs elsewhere")
    _check_dependencies(draft, old, part)


def _check_dependencies(draft: Draft, old: Team, part: Part) -> None:
    stated = [each for key in draft.naming(old.id) if key[0] == "dependencies" and (each := draft.stated(key))]
    pairs = {(getattr(each, "source", ""), getattr(each, "target", "")) for each in stated}
    for team in part.depends_on or ():
        if (old.id, team) not in pairs:
            message = f"nothing declares that {old.id} depends on {team}"
            _refuse(part, "depends_on", message, "declare it with `add_dependency`")
    for team in part.needed_by or ():
        if (team, old.id) not in pairs:
            message = f"nothing declares that {team} depends on {old.id}"
            _refuse(part, "needed_by", message, "declare it with `add_dependency`")


def _refuse(part: Part, field: str, message: str, help: str) -> None:
    raise UnfitError(message, help, ("into", part.id, field))


def _names(draft: Draft, key: Key, team: str) -> bool:
    entity = draft.stated(key)
    named = references(entity) if entity is not None else ()
    return any(draft.resolve(each.id, *each.kinds) == ("team", team) for each in named)


def _check_once(change: SplitTeam) -> None:
    """Refuse to put the same thing, or all of the same person, into two parts."""
    seen: dict[tuple[str, str], str] = {}
    for part in change.into.values():
        for field, name in (*_things(part), *_whole_members(part)):
            other = seen.setdefault((field, name), part.id)
            if other != part.id:
                help = "name them once, or say with how much time" if field == "members" else "name it once"
                _refuse(part, field, f"{name} goes to both {other} and {part.id}", help)


def _things(part: Part) -> Iterator[tuple[str, str]]:
    return ((field, name) for field in _ONCE for name in getattr(part, field) or ())


def _whole_members(part: Part) -> Iterator[tuple[str, str]]:
    return (("members", member.person) for member in part.members or () if member.allocation is None)


def _check_heads(draft: Draft, old: Team, change: SplitTeam) -> None:
    heads = sum(part.heads or 0 for part in change.into.values())
    if old.members is not None:
        there = unnamed(draft, old) or 0
        if heads > there:
            message = f"the parts get {heads} people without names, and {old.id} has {there}"
            raise UnfitError(message, "name who goes under `members` of a part", ("into",))
    elif old.headcount is not None and heads > old.headcount:
        raise UnfitError(f"the parts get {heads} people, and {old.id} has {old.headcount}", "count again", ("into",))
