"""What to do about waiting, by the kind of the dependency."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from orgmodel.graph.dependencies import Edge
from orgmodel.rules.waiting import main_kind, main_reason, waiting_kind

_BETWEEN_TWO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "shared-code": "give {source} a library with releases of its own instead of the code of {target}",
        "shared-data": "give {source} a published interface to the data of {target}",
        "custom-work": "let {source} serve itself where {target} now builds for it",
        "approval": "let {source} decide without asking {target}",
        "staffing": "give {source} for good the people it borrows from {target}",
        "unknown": "find out what {source} needs of {target}, and publish an interface for it",
        "other": "agree on the interface of {target} beforehand, so that {source} need not wait for it",
    }
)

_OF_PROVIDER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "shared-code": "publish what others use of the code of {team} as a library with releases of its own",
        "shared-data": "publish an interface to the data of {team}, so that nobody else reads or writes its tables",
        "custom-work": "let others serve themselves where {team} now builds for them",
        "approval": "turn the approvals of {team} into rules that others can check for themselves",
        "staffing": "move the people that {team} lends to the teams that need them",
        "unknown": "find out what others need of {team}, and publish an interface for it",
        "other": "agree on the interfaces of {team} beforehand, so that others need not wait for it",
    }
)

_OF_CONSUMER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "shared-code": "have the code that {team} shares with others released as libraries, or let it own its part",
        "shared-data": "have the data that {team} needs published through interfaces, or let it own them",
        "custom-work": "let {team} build for itself what others now build for it",
        "approval": "let {team} decide alone whatever can be undone",
        "staffing": "give {team} for good the people it borrows",
        "unknown": "find out what {team} needs of each, and let it own what it needs most",
        "other": "agree on interfaces beforehand, so that {team} need not wait for others",
    }
)


def remedy_between(edge: Edge) -> str:
    """Say what would end the waiting of one team for another."""
    return _BETWEEN_TWO[waiting_kind(main_reason(edge))].format(source=edge.source, target=edge.target)


def remedy_of_provider(team: str, edges: Iterable[Edge]) -> str:
    """Say what a team that others wait for could do about most of the waiting."""
    return _OF_PROVIDER[main_kind(edges)].format(team=team)


def remedy_of_consumer(team: str, edges: Iterable[Edge]) -> str:
    """Say what a team that waits for others could do about most of the waiting."""
    return _OF_CONSUMER[main_kind(edges)].format(team=team)
