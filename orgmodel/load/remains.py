"""What is left of an entity after its faults were dropped, and where that was written."""

from bisect import insort
from collections.abc import Iterable
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

    def drop(self, paths: Iterable[Path]) -> None:
        """Take away what stands at these paths; the last items of a list first, so that the others stay in place."""
        wrong = set(paths)
        outer = [path for path in wrong if not any(path[:depth] in wrong for depth in range(len(path)))]
        written = {path: self.written(path) for path in outer}
        for path in sorted(outer, key=_from_behind):
            self.raw = _without(self.raw, path)
            *list_path, last = written[path] or ("",)
            if isinstance(last, int):
                insort(self._dropped.setdefault(tuple(list_path), []), last)


def _without(raw: Any, path: Path) -> Any:
    """Copy a value without what stands at the path; a list that loses all its items is gone as well."""
    if not path or not isinstance(raw, dict | list):
        return None
    step, inner = path[0], path[1:]
    if isinstance(raw, dict):
        if step == 0:  # one value written alone, where a list is allowed
            return _without(raw, inner)
        rest = {key: _without(item, inner) if key == step else item for key, item in raw.items()}
        return {key: item for key, item in rest.items() if item is not None}
    items = [_without(item, inner) if number == step else item for number, item in enumerate(raw)]
    return [item for item in items if item is not None] or None


def _from_behind(path: Path) -> tuple[tuple[str, int], ...]:
    return tuple(("", -step) if isinstance(step, int) else (step, 0) for step in path)
