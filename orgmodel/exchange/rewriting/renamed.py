"""Which entities only got another id."""

from collections.abc import Mapping
from typing import Final

Fields = Mapping[str, object]
"""What an entity says, in the shape of the organisation file."""

_EARLIER: Final = "renamed_from"


def renamed(gone: Mapping[str, Fields], new: Mapping[str, Fields]) -> dict[str, str]:
    """Return which of the new entities of a section is which of those that are gone.

    Either says that it was called as the other is, or both say the same under another id, and something at all. Where
    several new ones claim to be the same, the one that has most in common is.

    Parameters
    ----------
    gone, new
        Entities of one section by id.

    Returns
    -------
    dict
        The id of each entity that was renamed, before and after.
    """
    claims = _claims(gone, new)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for old, fields in gone.items():
        free = [id for id in dict.fromkeys(claims.get(old, ())) if id not in taken]
        if free:
            found[old] = max(free, key=lambda id: _in_common(fields, new[id]))
            taken.add(found[old])
    return found


def _claims(gone: Mapping[str, Fields], new: Mapping[str, Fields]) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {}
    by_content: dict[str, list[str]] = {}
    for id, fields in new.items():
        by_content.setdefault(_content(fields), []).append(id)
        for earlier in _earlier(fields):
            claims.setdefault(earlier, []).append(id)
    for old, fields in gone.items():
        claims.setdefault(old, []).extend(id for id in _earlier(fields) if id in new)
        same = by_content.get(_content(fields), [])
        if len(same) == 1 and _content(fields) != _content({}):
            claims[old] += same
    return claims


def _earlier(fields: Fields) -> list[str]:
    earlier = fields.get(_EARLIER, ())
    return [*earlier] if isinstance(earlier, list | tuple) else []


def _content(fields: Fields) -> str:
    return repr(sorted((name, repr(value)) for name, value in fields.items() if name != _EARLIER))


def _in_common(one: Fields, other: Fields) -> int:
    return sum(name in other and other[name] == value for name, value in one.items())
