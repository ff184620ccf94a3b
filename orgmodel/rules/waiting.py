"""What the rules about waiting between teams share: who is asked, and a dependency in words."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Reason
from orgmodel.rules.base import Note, plain

MISSING: Final = "dependencies of teams"
"""What is to be stated where no dependency is known at all."""

_GRAVE: Final = frozenset({"approval", "custom-work"})
_WAITING: Final = frozenset({"shared-code", "shared-data", "custom-work", "approval", "staffing", "unknown"})
_STATED: Final = 0.8


def is_unstated(graph: OrgGraph) -> bool:
    """Tell whether nothing at all is known of what teams need of each other."""
    return not graph.has_dependencies and len(graph.dependency_teams) > 1


def weight_of(edges: Collection[Edge]) -> str:
    """Return the weight of dependencies in brackets, where enough of their strengths are stated: four in five."""
    stated = sum(all(reason.stated for reason in edge.reasons) for edge in edges)
    if not edges or stated < _STATED * len(edges):
        return ""
    return f" (weight {plain(round(sum(edge.weight for edge in edges), 9))})"


def is_grave(edge: Edge) -> bool:
    """Tell whether one reason of a dependency is blocking, an approval, or custom work."""
    return any(map(_is_grave, edge.reasons))


def _is_grave(reason: Reason) -> bool:
    return reason.blocking or reason.kind in _GRAVE


def main_reason(edge: Edge) -> Reason:
    """Return the reason to name first: a grave one, then the strongest, then one of known kind."""
    return edge.reasons[0] if len(edge.reasons) == 1 else min(edge.reasons, key=_importance)


def _importance(reason: Reason) -> tuple[bool, float, bool, str, str]:
    # By kind and text in the end, so that the order of files does not decide.
    return not _is_grave(reason), -reason.strength, reason.kind == "unknown", reason.kind, reason.text


def in_words(edge: Edge) -> str:
    """Say who waits for whom, how and why: ``search waits for ads: shared data, strength 4 — reads the prices``."""
    reason = main_reason(edge)
    how = [reason.kind.replace("-", " ") if reason.kind != "unknown" else "kind unknown"]
    how += ["blocking"] * reason.blocking
    how += ["in collaboration"] * (reason.mode == "collaboration")
    how += [f"strength {plain(reason.strength)}"] * reason.stated
    who = f"{edge.target} " if reason.why in ("initiative", "approval") else ""
    why = "" if reason.text == "declared" else f" — {who}{reason.text}"
    more = len(edge.reasons) - 1
    also = f" (and {more} more {'reason' if more == 1 else 'reasons'})" if more else ""
    return f"{edge.source} waits for {edge.target}: {', '.join(how)}{why}{also}"


def hop(edge: Edge, team: str | None = None) -> Note:
    """Return a dependency as a note about one of its teams (the one that waits unless named), where it is written."""
    return Note(in_words(edge), "team", team or edge.source, spot=main_reason(edge).spot)


def heaviest(edges: Iterable[Edge]) -> list[Edge]:
    """Return dependencies with those that matter most first: the heaviest, of equal ones the grave."""
    return sorted(edges, key=lambda edge: (-edge.weight, not is_grave(edge), edge.source, edge.target))


def unknown_kinds(edges: Iterable[Edge]) -> tuple[int, int]:
    """Count the reasons whose kind is not known, and all reasons."""
    kinds = [reason.kind for edge in edges for reason in edge.reasons]
    return kinds.count("unknown"), len(kinds)


def of_unknown_kind(edges: Sequence[Edge]) -> tuple[str, ...]:
    """Return the note that some reasons are of unknown kind, and what to state, if some are."""
    unknown = [reason for edge in edges for reason in edge.reasons if reason.kind == "unknown"]
    if not unknown:
        return ()
    total = sum(len(edge.reasons) for edge in edges)
    few = f"{len(unknown):,} of {total:,} reasons are"
    which = "its only reason is" if total == 1 else f"all {total:,} reasons are" if len(unknown) == total else few
    asks = all(reason.why == "initiative" for reason in unknown)
    state = "state what contributors are asked for" if asks else "state the kind"
    return (f"{which} of unknown kind and taken for waiting: {state} to be sure",)


def waiting_kind(reason: Reason) -> str:
    """Return the kind of a reason; ``other`` for what waits although its kind need not."""
    return reason.kind if reason.kind in _WAITING else "other"


def main_kind(edges: Iterable[Edge]) -> str:
    """Return the kind of waiting with the largest strength in all."""
    strengths: dict[str, float] = {}
    for edge in edges:
        for reason in edge.reasons:
            kind = waiting_kind(reason)
            strengths[kind] = strengths.get(kind, 0.0) + reason.strength
    return max(sorted(strengths), key=strengths.__getitem__)
