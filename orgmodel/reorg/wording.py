"""What a change does, in a few words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from orgmodel.model import changes as c
from orgmodel.model.fields import NOBODY
from orgmodel.model.people import Person


def in_words(change: c.Change) -> str:
    """Return what a change does as one clause: ``bo moves to cards``."""
    return _WORDS[type(change)](change)


def named(names: Iterable[str], most: int = 3) -> str:
    """Join names, and count those beyond the first few."""
    listed = list(names)
    if len(listed) > most:
        return f"{', '.join(listed[:most])} and {len(listed) - most} more"
    return " and ".join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))


def _split(change: c.SplitTeam) -> str:
    return f"{change.team} is split into {named(change.into)}"


def _dissolve(change: c.DissolveTeam) -> str:
    to = named(change.members_to or ())
    return f"{change.team} is dissolved" + (f", its people go to {to}" if to else "")


def _move_person(change: c.MovePerson) -> str:
    source = f" from {change.source}" if change.source and change.source != NOBODY else ""
    return f"{change.person} moves{source} to {change.to}"


def _move_team(change: c.MoveTeam) -> str:
    return f"{change.team} hangs at the top" if change.to == NOBODY else f"{change.team} hangs below {change.to}"


def _move_heads(change: c.MoveHeads) -> str:
    who = f" ({change.role})" if change.role else ""
    people = f"1 person{who} moves" if change.count == 1 else f"{change.count} people{who} move"
    return f"{people} from {change.source} to {change.to}"


def _change_manager(change: c.ChangeManager) -> str:
    verb = "reports" if len(change.person) == 1 else "report"
    return f"{named(change.person)} {verb} to {change.to}"


def _appoint_leader(change: c.AppointLeader) -> str:
    if change.person == NOBODY:
        return f"nobody leads {change.initiative}"
    share = f" with {change.allocation:.0%} of their time".replace("%", " %") if change.allocation is not None else ""
    return f"{change.person} leads {change.initiative}{share}"


def _hand_over(change: c.HandOver) -> str:
    if change.to == NOBODY:
        return f"nobody owns {named(change.component)}"
    verb = "goes" if len(change.component) == 1 else "go"
    return f"{named(change.component)} {verb} to {change.to}"


def _change_dependency(change: c.ChangeDependency) -> str:
    said = ", ".join(
        f"{name} {value}"
        for name in ("kind", "mode", "strength", "blocking", "until")
        if (value := getattr(change, name)) is not None
    )
    return f"{change.source} → {change.target} becomes another dependency ({said or 'as it was'})"


def _set(change: c.Set) -> str:
    if isinstance(change.given, Person) and change.fields == ("location",) and change.given.location:
        return f"{change.id} moves to {change.given.location}"
    whose = change.id or "the organisation"
    return f"{named(change.fields)} of {whose} {'is' if len(change.fields) == 1 else 'are'} set"


def _kind(change: Any) -> str:
    return f" ({change.kind})" if change.kind else ""


_WORDS: Final[Mapping[type, Callable[[Any], str]]] = {
    c.CreateTeam: lambda change: f"{change.id} is created",
    c.DissolveTeam: _dissolve,
    c.RenameTeam: lambda change: f"{change.team} is called {change.to}",
    c.MoveTeam: _move_team,
    c.SplitTeam: _split,
    c.MergeTeams: lambda change: f"{named(change.teams)} become {change.id}",
    c.MovePerson: _move_person,
    c.MoveHeads: _move_heads,
    c.ChangeManager: _change_manager,
    c.AppointLead: lambda change: f"{change.person} leads the team {change.team}",
    c.Join: lambda change: f"{change.id} joins" + (f" {change.team}" if change.team else ""),
    c.Leave: lambda change: f"{change.person} leaves",
    c.AppointLeader: _appoint_leader,
    c.HandOver: _hand_over,
    c.AddDependency: lambda change: f"{change.source} depends on {change.target}{_kind(change)}",
    c.ChangeDependency: _change_dependency,
    c.DropDependency: lambda change: f"{change.source} depends on {change.target} no more{_kind(change)}",
    c.AddStep: lambda change: f"{change.by} is asked on the way to {change.decision}",
    c.DropStep: lambda change: f"{change.by} is asked no more on the way to {change.decision}",
    c.ChangeDecider: lambda change: f"{change.to} decides on {change.decision}",
    c.Set: _set,
    c.Create: lambda change: f"the {change.kind} {change.id} is made",
    c.Remove: lambda change: f"the {change.kind} {change.id} is taken out",
}
