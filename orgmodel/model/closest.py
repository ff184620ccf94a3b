"""The known name that somebody probably meant."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import Final

_MANY: Final = 2000  # names; above it only those that begin alike are compared letter by letter


def closest(word: str, names: Collection[str]) -> str | None:
    """Return the name most like a word, or None if none is near.

    Names that differ only in case, blanks, hyphens or underscores win.
    """
    folded = _folded(word)
    same = sorted(name for name in names if _folded(name) == folded)
    if same:
        return same[0]
    near = sorted(name for name in names if abs(len(name) - len(word)) <= 3)
    if len(near) > _MANY:
        near = [name for name in near if name[:2] == word[:2]][:_MANY]
    return next(iter(get_close_matches(word, near, n=1, cutoff=0.72)), None) if len(word) <= 200 else None


def _folded(word: str) -> str:
    return word.casefold().replace("-", "").replace("_", "").replace(" ", "")
