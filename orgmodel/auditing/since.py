"""What has changed in an organisation since an earlier version of it."""

from collections import Counter
from collections.abc import Iterable

from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import KIND_OF_SECTION, Org


def changed(before: Org, after: Org) -> frozenset[str]:
    """Return the entities, as ``kind:id``, that are new, gone or described otherwise.

    A dependency that is new, gone or other belongs to the teams at both its ends.
    """
    found = {"organisation:"} if before.organisation != after.organisation else set()
    for section, kind in KIND_OF_SECTION.items():
        was, now = before.section(section), after.section(section)
        found |= {f"{kind}:{id}" for id in {*was, *now} if was.get(id) != now.get(id)}
    was_needed, is_needed = _counted(before.dependencies), _counted(after.dependencies)
    for dependency in {*(was_needed - is_needed), *(is_needed - was_needed)}:
        found |= {f"team:{end}" for end in dependency[:2]}
    return frozenset(found)


def _counted(dependencies: Iterable[Dependency]) -> Counter[tuple[str, str, str]]:
    return Counter((str(each.source), str(each.target), repr(each)) for each in dependencies)
