"""A team ends."""

from collections.abc import Iterable, Iterator, Mapping

from orgmodel.model.changes import DissolveTeam
from orgmodel.model.fields import REST
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.draft import Draft, UnfitError
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.handing import hand_to
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import add_member, lead_above, leads_over, membership, people_of, works_in
from orgmodel.reorg.applying.succession import Succession

Shares = Mapping[str, tuple[str, ...]] | None


def dissolve_team(draft: Draft, change: DissolveTeam) -> None:
    """End a team; its people and components go where the change says, and all of them must."""
    old = draft.teams[change.team]
    if change.teams_to == old.id:
        raise UnfitError(f"{old.id} is the team that ends", "name another one", ("teams_to",))
    people = _shared(draft, change.members_to, people_of(old), old.id, "members_to")
    components = _shared(draft, change.components_to, tuple(_owned(draft, old.id)), old.id, "components_to")
    before = managers_now(draft, dict.fromkeys((*people, *(old.lead or ()))))
    leads = leads_over(draft, old.id)
    _place_heads(draft, old, change)
    for component, to in components.items():
        if to is not None:
            owners = (owner.team for owner in draft.components[component].owner or ())
            hand_to(draft, component, *dict.fromkeys(to if owner == old.id else owner for owner in owners))
    heirs = tuple(dict.fromkeys(to for to in (*components.values(), *people.values()) if to is not None))
    named: dict[Key, str] = {("people", person): to for person, to in people.items() if to is not None}
    succession = Succession(draft, named=named, depends_on={}, needed_by={}, components=components)

    def successor(key: Key, path: tuple[str | int, ...]) -> str | None:
        return change.teams_to if key[0] == "teams" else succession.of(key, path)

    Parting(draft, "team", old.id, successor, heirs).part()
    draft.remove("teams", old.id)
    _place_people(draft, old, people)
    for to in dict.fromkeys(people.values()):
        followers = {person: before.get(person) for person in before if people.get(person) == to or person in leads}
        follow(draft, followers, leads, lead_above(draft, to), change.reports)


def _owned(draft: Draft, team: str) -> Iterator[str]:
    for section, id in draft.naming(team):
        if section == "components" and any(o.team == team for o in draft.components[str(id)].owner or ()):
            yield str(id)


def _shared(draft: Draft, shares: Shares, all: Iterable[str], old: str, field: str) -> dict[str, str | None]:
    """Return who or what goes where; None for who or what goes nowhere."""
    there = dict.fromkeys(all)
    goes: dict[str, str | None] = dict.fromkeys(there)
    rest: str | None = None
    for to, names in (shares or {}).items():
        if to not in draft.teams:
            raise UnfitError(f"there is no team {to}", "name one that is there", (field,), "F008")
        if to == old:
            raise UnfitError(f"{to} is the team that ends", "name another one", (field,))
        for name in names:
            if name == REST and name not in there:
                rest = to
            elif name not in there:
                raise UnfitError(f"{name} is nothing of {old}", "name only what it has", (field, to))
            elif goes[name] is not None:
                raise UnfitError(f"{name} goes to both {goes[name]} and {to}", "name it once", (field, to))
            else:
                goes[name] = to
    return {name: to or rest for name, to in goes.items()}


def _place_heads(draft: Draft, old: Team, change: DissolveTeam) -> None:
    """Move people without names, all to one team."""
    if old.members is not None or not old.headcount:
        return
    heads = old.headcount - len(old.lead or ())
    receivers = tuple(change.members_to or ())
    if len(receivers) == 1 and heads > 0:
        team = draft.teams[receivers[0]]
        size = len(people_of(team)) if team.members is not None and team.headcount is None else team.headcount or 0
        draft.update("teams", team.id, headcount=size + heads)
    elif heads > 0:
        message = f"{heads} people of {old.id} without names go nowhere"
        draft.unplaced(message, "name one team under `members_to`, or use `move_heads` before", about=("team", old.id))


def _place_people(draft: Draft, old: Team, people: Mapping[str, str | None]) -> None:
    for person, to in people.items():
        if to is None and works_in(draft, person):
            continue  # who works elsewhere too stays there
        if to is None:
            help = "name where they go under `members_to`, or let them `leave`"
            draft.unplaced(f"{person} of {old.id} goes nowhere", help, about=("person", person), path=("team",))
            continue
        team = draft.teams[to]
        if person in people_of(team):
            continue
        known = membership(old, person)
        if team.members is None and team.headcount is not None:
            draft.update("teams", to, headcount=team.headcount + 1)
            message = f"{person} goes to {to}, which lists no members"
            draft.unplaced(message, f"list the members of {to}", about=("person", person), path=("members_to",))
        else:
            add_member(draft, to, Membership(person=person, allocation=known.allocation if known else None))
