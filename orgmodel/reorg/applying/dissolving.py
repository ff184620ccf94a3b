"""A team ends."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from orgmodel.model.changes import DissolveTeam
from orgmodel.model.fields import NOBODY, REST
from orgmodel.model.place import Step
from orgmodel.model.references import Named
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.domains import hand_domains
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.heads import add_heads, unnamed
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import (
    add_member,
    branch,
    children_of,
    is_somebody,
    lead_above,
    leads_over,
    membership,
    owned_by,
    people_of,
    works_in,
)
from orgmodel.reorg.applying.relocating import renew_since
from orgmodel.reorg.applying.still import where_they_are
from orgmodel.reorg.applying.succession import Succession
from orgmodel.reorg.applying.unfit import UnfitError, UnknownReferencesError

Shares = Mapping[str, tuple[str, ...]] | None
Goes = Mapping[str, str | None]
"""Where each person or component goes; None for nowhere."""


@dataclass(frozen=True, slots=True)
class _Ending:
    """The end of a team: where its people and its components go."""

    draft: Draft
    change: DissolveTeam
    old: Team
    people: Goes
    components: Goes

    @property
    def alone(self) -> str | None:
        """The one team that gets whoever and whatever the old one had; None if there are several, or none."""
        return self.heirs[0] if len(self.heirs) == 1 else None

    @property
    def people_alone(self) -> str | None:
        """The one team that gets its people."""
        receivers = tuple(self.change.members_to or ())
        return receivers[0] if len(receivers) == 1 else None

    @property
    def heirs(self) -> tuple[str, ...]:
        """The teams that get components or people of it."""
        return tuple(dict.fromkeys((*(self.change.components_to or ()), *(self.change.members_to or ()))))


def dissolve_team(draft: Draft, change: DissolveTeam) -> None:
    """End a team; its people and components go where the change says, and all of them must."""
    old = draft.teams[change.team]
    if change.teams_to == old.id:
        raise UnfitError(f"{old.id} is the team that ends", "name another one", ("teams_to",))
    people = _shared(draft, change.members_to, people_of(old), old.id, "members_to")
    components = _shared(draft, change.components_to, owned_by(draft, old.id), old.id, "components_to")
    ending = _Ending(draft, change, old, people, components)
    below = _below(draft, old.id)
    leads = leads_over(draft, old.id)
    before = managers_now(draft, dict.fromkeys((*people, *below, *leads)))
    _place_heads(ending)
    _place_vacancies(ending)
    _hang_elsewhere(ending)
    _part_with(ending)
    _place_people(ending)
    hand_domains(draft, old, components, to=ending.alone)
    for to in dict.fromkeys(people.values()):
        followers = [person for person in people if people[person] == to]
        follow(draft, before, leads, lead_above(draft, to), change.reports, people=followers)
    follow(draft, before, leads, lead_above(draft, change.teams_to), change.reports, people=below)


def _below(draft: Draft, team: str) -> set[str]:
    """Return who is in the teams below a team, and not in itself."""
    own = frozenset(people_of(draft.teams[team]))
    below = (id for id in branch(draft, team) if id != team)
    return {person for id in below for person in people_of(draft.teams[id]) if person not in own}


def _shared(draft: Draft, shares: Shares, all: Iterable[str], old: str, field: str) -> Goes:
    """Return who or what goes where; None for who or what goes nowhere."""
    goes: dict[str, str | None] = dict.fromkeys(all)
    rest: str | None = None
    for to, names in (shares or {}).items():
        if to not in draft.teams:
            raise UnknownReferencesError([Named((field, to), ("team",), to)])
        if to == old:
            raise UnfitError(f"{to} is the team that ends", "name another one", (field, to))
        for name in names:
            if name == REST and name not in goes:
                rest = _only_rest(rest, to, (field, to))
                continue
            _check_share(goes, name, old, (field, to))
            goes[name] = to
    return {name: to or rest for name, to in goes.items()}


def _only_rest(known: str | None, to: str, path: tuple[Step, ...]) -> str:
    if known is not None:
        raise UnfitError(f"the rest goes to both {known} and {to}", "write `rest` once", path)
    return to


def _check_share(goes: Goes, name: str, old: str, path: tuple[Step, ...]) -> None:
    if name not in goes:
        raise UnfitError(f"{name} is nothing of {old}", "name only what it has", path)
    if goes[name] is not None:
        raise UnfitError(f"{name} goes to both {goes[name]} and {path[-1]}", "name it once", path)


def _hang_elsewhere(ending: _Ending) -> None:
    """Hang the teams below it where the change says; where it says nothing they are lost with all else."""
    to = ending.change.teams_to
    for team in children_of(ending.draft, ending.old.id) if to is not None else ():
        ending.draft.update("teams", team, parent=None if to == NOBODY else to)


def _part_with(ending: _Ending) -> None:
    placed = {person: to for person, to in ending.people.items() if to is not None}
    for person in placed:
        renew_since(ending.draft, person, (ending.old.id,))
    named: dict[Key, str] = {("people", person): to for person, to in placed.items()}
    succession = Succession(ending.draft, named=named, depends_on={}, needed_by={}, components=ending.components)
    Parting(ending.draft, "team", ending.old.id, succession.of, ending.heirs).part()
    ending.draft.remove("teams", ending.old.id)


def _place_heads(ending: _Ending) -> None:
    """Move people without names, all to one team."""
    draft, old = ending.draft, ending.old
    heads = unnamed(draft, old)
    if not heads:
        return
    if ending.people_alone is not None:
        add_heads(draft, ending.people_alone, heads)
        return
    counted = "1 person" if heads == 1 else f"{heads} people"
    message = f"{counted} of {old.id} without {'a name goes' if heads == 1 else 'names go'} nowhere"
    draft.unplaced(message, "name one team under `members_to`, or use `move_heads` before", about=("team", old.id))


def _place_vacancies(ending: _Ending) -> None:
    """Let open positions go where all people go."""
    draft, old = ending.draft, ending.old
    if not old.vacancies:
        return
    if ending.people_alone is not None:
        there = draft.teams[ending.people_alone].vacancies or 0
        draft.update("teams", ending.people_alone, vacancies=there + old.vacancies)
        return
    positions = "vacancy of {} goes" if old.vacancies == 1 else "vacancies of {} go"
    message = f"{old.vacancies} {positions.format(old.id)} nowhere"
    draft.unplaced(message, "set `vacancies` before: to 0, if they end as well", about=("team", old.id))


def _place_people(ending: _Ending) -> None:
    for person, to in ending.people.items():
        if to is not None:
            _place_person(ending, person, to)
        elif not works_in(ending.draft, person):  # who works elsewhere too stays there
            help = "name where they go under `members_to`, or let them `leave`"
            still = where_they_are(ending.draft, person)
            message = f"{person} of {ending.old.id} goes nowhere"
            ending.draft.unplaced(message, help, about=("person", person), still=still)


def _place_person(ending: _Ending, person: str, to: str) -> None:
    draft, team = ending.draft, ending.draft.teams[to]
    if person in people_of(team):
        return
    if team.members is None and team.headcount is not None:
        draft.update("teams", to, headcount=team.headcount + is_somebody(draft, person))
        message = f"{person} goes to {to}, which lists no members"
        still = where_they_are(draft, person)
        help = f"list the members of {to}"
        draft.unplaced(message, help, about=("person", person), path=("members_to",), still=still)
    else:
        known = membership(ending.old, person) or Membership(person=person)
        add_member(draft, to, replace(known, role=None, since=known.since and draft.date))
