"""What is left of an entity after its faults were dropped, and where that was written."""

from bisect import insort
from collections.abc import Collection
from typing import Any

from orgmodel.model.place import Step

Path = tuple[Step, ...]


class Remains:
    """A value that loses parts, and remembers where in the file the rest stands.

    Parameters
    ----------
    raw
        The value as it was written.
    """

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self._dropped: dict[Path, list[int]] = {}

    @property
    def is_whole(self) -> bool:
        """Whether every item of a list still stands where it was written."""
        return not self._dropped

    def written(self, path: Path) -> Path:
        """Return the path, in the file, of what now stands at a path."""
        original: Path = ()
        for step in path:
            if isinstance(step, int):
                for gone in self._dropped.get(original, ()):
                    step += gone <= step
            original = (*original, step)
        return original

    def drop(self, paths: Collection[Path]) -> None:
        """Take away what stands at these paths."""
        written = [self.written(path) for path in paths]
        self.raw = _without(self.raw, paths)
        for *around, last in filter(None, written):
            if isinstance(last, int):
                insort(self._dropped.setdefault(tuple(around), []), last)


def _without(raw: Any, paths: Collection[Path]) -> Any:
    """Copy a value without what stands at the paths; a list that loses all its items is gone as well."""
    if () in paths or not isinstance(raw, dict | list):
        return None
    inner: dict[Step, list[Path]] = {}
    for step, *rest in paths:
        inner.setdefault(step, []).append(tuple(rest))
    if isinstance(raw, dict):
        if 0 in inner:  # one value written alone, where a list is allowed
            return _without(raw, inner[0])
        kept = {key: _without(item, inner[key]) if key in inner else item for key, item in raw.items()}
        return {key: item for key, item in kept.items() if item is not None}
    items = [_without(item, inner[number]) if number in inner else item for number, item in enumerate(raw)]
    return [item for item in items if item is not None] or None
