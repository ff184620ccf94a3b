"""A team becomes several."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from orgmodel.model.changes import Part, SplitTeam
from orgmodel.model.place import Step
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.domains import hand_domains
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.following import Managers, follow, managers_now
from orgmodel.reorg.applying.gathering import bring_in, kept
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.parts import NAMED, check_parts
from orgmodel.reorg.applying.placing import branch, lead_above, leads_over, membership, owned_by, people_of
from orgmodel.reorg.applying.shaping import team_fields
from orgmodel.reorg.applying.sharing import Shares, shared_heads
from orgmodel.reorg.applying.still import as_it_is, where_they_are
from orgmodel.reorg.applying.succession import Succession

_TAKEN_OVER: Final = ("parent", "kind", "type", "reporting")
_WAYS: Final = "name it with `depends_on` or `needed_by` of a part"


def split_team(draft: Draft, change: SplitTeam) -> None:
    """Split a team; who and what no part names is unplaced."""
    old = draft.teams[change.team]
    check_parts(draft, old, change)
    leads = leads_over(draft, old.id)
    before = managers_now(draft, dict.fromkeys(_in_question(draft, old, change)))
    succession = _succession(draft, old, change)
    shares = shared_heads(draft, old, change)
    for part in change.into.values():
        draft.put("teams", part.id, _made(old, part, shares))
    _part_with(draft, old, change, succession)
    draft.memory = draft.memory.with_new_teams(id for id in change.into if id != old.id)
    for part in change.into.values():
        path = ("into", part.id, "members")
        bring_in(draft, part.members or (), people_of(old), to=part.id, reports=change.reports, path=path)
    _say_unplaced(draft, old, change, shares)
    if old.id not in change.into:
        named = {domain for part in change.into.values() for domain in part.domains or ()}
        hand_domains(draft, old, succession.components, named=named)
    _follow(draft, change, before, leads)


def _made(old: Team, part: Part, shares: Shares) -> Team:
    """Return a part; the one with the old id keeps what it does not state, but for its people."""
    stated: dict[str, Any] = team_fields(part)
    if part.id in shares.headcounts:
        stated["headcount"] = shares.headcounts[part.id]
    if old.members is not None or part.members is not None:
        stated["members"] = kept(part.members or (), people_of(old), lambda person: membership(old, person))
    if part.id != old.id:
        taken_over = {name: value for name in _TAKEN_OVER if (value := getattr(old, name)) is not None}
        return Team(**{**taken_over, **stated})
    if old.lead and part.lead is None:
        members = {member.person for member in part.members or ()}
        stated["lead"] = tuple(lead for lead in old.lead if lead in members)
    if old.members is not None and part.id not in shares.headcounts:
        stated["headcount"] = None
    return replace(old, **stated)


# --- what goes with whom


def _succession(draft: Draft, old: Team, change: SplitTeam) -> Succession:
    parts = change.into.items()
    goes = {component: id for id, part in parts for component in part.components or ()}
    return Succession(
        draft,
        named=dict(_named(change)),
        depends_on={team: id for id, part in parts for team in part.depends_on or ()},
        needed_by={team: id for id, part in parts for team in part.needed_by or ()},
        components={component: goes.get(component) for component in owned_by(draft, old.id)},
    )


def _named(change: SplitTeam) -> Iterator[tuple[Key, str]]:
    """Yield what a part names, with that part; who is in several parts is with none of them."""
    parts = change.into.items()
    places = Counter(person for part in change.into.values() for person in people_of(part))
    for id, part in parts:
        yield from (((field, name), id) for field in NAMED for name in getattr(part, field) or ())
        yield from ((("teams", team), id) for team in part.teams or ())
        yield from ((("people", person), id) for person in people_of(part) if places[person] == 1)


def _part_with(draft: Draft, old: Team, change: SplitTeam, succession: Succession) -> None:
    """Let the parts take the place of the old team; what none of them names stays with the one that keeps its id."""
    heirs = tuple(change.into)
    if old.id not in change.into:
        Parting(draft, "team", old.id, succession.of, heirs, _WAYS).part()
        draft.remove("teams", old.id)
        return

    def successor(key: Key, path: tuple[Step, ...]) -> str:
        if key[0] in ("dependencies", "components") or key in succession.named:
            return succession.of(key, path) or old.id
        return old.id

    Parting(draft, "team", old.id, successor, heirs).part()
    for component, to in succession.components.items():
        if to is None:
            help = f"name it under `components` of a part, {old.id} included"
            message = f"{component} of {old.id} goes to none of the parts"
            still = as_it_is(draft, ("components", component), "owner")
            draft.unplaced(message, help, about=("component", component), still=still)


# --- who and what is forgotten


def _say_unplaced(draft: Draft, old: Team, change: SplitTeam, shares: Shares) -> None:
    named = {person for part in change.into.values() for person in people_of(part)}
    for person in people_of(old):
        if person not in named:
            help = "name them under `members` of a part, or let them `leave`"
            still = where_they_are(draft, person)
            message = f"{person} of {old.id} goes to none of the parts"
            draft.unplaced(message, help, about=("person", person), still=still)
    if shares.left:
        total = f"of the {old.headcount} people" if old.members is None else "of the people without names"
        go = "goes" if shares.left == 1 else "go"
        message = f"{shares.left} {total} of {old.id} {go} to none of the parts"
        draft.unplaced(message, "count them with `heads` of a part", about=("team", old.id))
    if old.vacancies and old.id not in change.into and not any(part.vacancies for part in change.into.values()):
        positions = "vacancy of {} goes" if old.vacancies == 1 else "vacancies of {} go"
        message = f"{old.vacancies} {positions.format(old.id)} to none of the parts"
        draft.unplaced(message, "state `vacancies` of a part, if they are still open", about=("team", old.id))


# --- who reports to whom


def _in_question(draft: Draft, old: Team, change: SplitTeam) -> Iterator[str]:
    for team in branch(draft, old.id):
        yield from people_of(draft.teams[team])
    for part in change.into.values():
        yield from people_of(part)
    yield from leads_over(draft, old.id)


def _follow(draft: Draft, change: SplitTeam, before: Managers, leads: tuple[str, ...]) -> None:
    """Let the people of each part report to its lead, if they reported to the old one."""
    for id in change.into:
        below = {person for team in branch(draft, id) for person in people_of(draft.teams[team])}
        follow(draft, before, leads, lead_above(draft, id), change.reports, people=below)
