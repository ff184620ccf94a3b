"""A team becomes several."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final

from orgmodel.model.changes import Part, SplitTeam
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.draft import Draft, UnfitError
from orgmodel.reorg.applying.following import Managers, follow, managers_now
from orgmodel.reorg.applying.handing import hand_to
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.people import only_team, relocate
from orgmodel.reorg.applying.placing import branch, lead_above, leads_over, membership, people_of
from orgmodel.reorg.applying.shaping import team_fields
from orgmodel.reorg.applying.succession import Succession

_TAKEN_OVER: Final = ("parent", "kind", "type", "reporting")
_PLACED: Final = {"initiatives": "initiatives", "decisions": "decisions", "metrics": "metrics", "hiring": "hiring"}


def split_team(draft: Draft, change: SplitTeam) -> None:
    """Split a team; who and what no part names is unplaced."""
    old = draft.teams[change.team]
    _check(draft, old, change)
    leads = leads_over(draft, old.id)
    before = managers_now(draft, dict.fromkeys(_in_question(draft, old, change)))
    succession = _succession(draft, old, change)
    for id, part in change.into.items():
        if id != old.id:
            _put_part(draft, old, part)
    _place_components(draft, old, change, succession)
    heirs = tuple(change.into)
    if old.id in change.into:
        _keep_old(draft, old, change.into[old.id])
        _say_kept(draft, old, succession, heirs)
    else:
        Parting(draft, "team", old.id, succession.of, heirs).part()
        draft.remove("teams", old.id)
    for part in change.into.values():
        _bring_in(draft, old, part, change)
    _say_unplaced(draft, old, change)
    _follow(draft, change, before, leads)


def _check(draft: Draft, old: Team, change: SplitTeam) -> None:
    for id, part in change.into.items():
        if id != old.id and id in draft.teams:
            raise UnfitError(f"the team {id} is there already", "choose another id", ("into", id))
        for component in part.components or ():
            if not any(owner.team == old.id for owner in draft.components[component].owner or ()):
                message = f"{component} does not belong to {old.id}"
                raise UnfitError(message, "use `hand_over` for what others own", ("into", id, "components"))
    _check_once(change)
    _check_heads(old, change)


def _check_once(change: SplitTeam) -> None:
    """Refuse to put the same component, or all of the same person, into two parts."""
    seen: dict[tuple[str, str], str] = {}
    for id, part in change.into.items():
        whole = [m.person for m in part.members or () if m.allocation is None]
        for what, names in (("components", part.components or ()), ("members", whole)):
            for name in names:
                other = seen.setdefault((what, name), id)
                if other != id:
                    help = "name it once" if what == "components" else "name them once, or say with how much time"
                    raise UnfitError(f"{name} goes to both {other} and {id}", help, ("into", id, what))


def _check_heads(old: Team, change: SplitTeam) -> None:
    heads = sum(part.heads or 0 for part in change.into.values())
    if old.headcount is not None and old.members is None and heads > old.headcount:
        raise UnfitError(f"the parts get {heads} people, and {old.id} has {old.headcount}", "count again", ("into",))


def _put_part(draft: Draft, old: Team, part: Part) -> None:
    """Write a new part, and take those it names from where they are; the old team is dealt with as a whole."""
    taken_over = {name: getattr(old, name) for name in _TAKEN_OVER if getattr(old, name) is not None}
    stated = {**taken_over, **team_fields(part)}
    if part.heads is not None:
        stated["headcount"] = part.heads
    if "members" in stated:
        stated["members"] = _own(old, part)
    draft.put("teams", part.id, Team(**stated))


def _own(old: Team, part: Part) -> tuple[Membership, ...]:
    """Return the members of a part that the old team had."""
    there = people_of(old)
    return tuple(_member(old, member) for member in part.members or () if member.person in there)


def _bring_in(draft: Draft, old: Team, part: Part, change: SplitTeam) -> None:
    """Move those whom a part names, and the old team did not have, there from where they are."""
    there = people_of(old)
    for number, member in enumerate(part.members or ()):
        if member.person not in there:
            whole = member.allocation is None or member.allocation == 1
            try:
                left = only_team(draft, member.person) if whole else ()
                relocate(draft, member, to=part.id, left=left, reports=change.reports)
            except UnfitError as error:
                raise UnfitError(error.message, error.help, ("into", part.id, "members", number)) from None


def _member(old: Team, member: Membership) -> Membership:
    """Return a membership as the part states it, with what the old team said of it otherwise."""
    known = membership(old, member.person)
    if known is None:
        return member
    given = {field.name: getattr(member, field.name) for field in fields(member)}
    return replace(known, **{name: value for name, value in given.items() if value is not None and name != "since"})


def _keep_old(draft: Draft, old: Team, part: Part) -> None:
    """Let the part with the old id keep what it does not state, but for its people."""
    stated: dict[str, Any] = team_fields(part)
    if part.heads is not None:
        stated["headcount"] = part.heads
    if old.members is not None:
        stated["members"] = _own(old, part)
    if old.lead and part.lead is None:
        stated["lead"] = tuple(lead for lead in old.lead if any(m.person == lead for m in part.members or ()))
    draft.put("teams", old.id, replace(old, **stated))


def _succession(draft: Draft, old: Team, change: SplitTeam) -> Succession:
    return Succession(
        draft,
        named=dict(_named(change)),
        depends_on={team: id for id, part in change.into.items() for team in part.depends_on or ()},
        needed_by={team: id for id, part in change.into.items() for team in part.needed_by or ()},
        components=_components(draft, old, change),
    )


def _named(change: SplitTeam) -> Iterator[tuple[Key, str]]:
    for id, part in change.into.items():
        yield from (((section, name), id) for field, section in _PLACED.items() for name in getattr(part, field) or ())
        yield from ((("teams", team), id) for team in part.teams or ())
        yield from ((("people", person), id) for person in people_of(part))


def _components(draft: Draft, old: Team, change: SplitTeam) -> dict[str, str | None]:
    owned = [
        str(id)
        for section, id in draft.naming(old.id)
        if section == "components" and any(o.team == old.id for o in draft.components[str(id)].owner or ())
    ]
    goes = {component: id for id, part in change.into.items() for component in part.components or ()}
    return {component: goes.get(component) for component in owned}


def _place_components(draft: Draft, old: Team, change: SplitTeam, succession: Succession) -> None:
    """Hand over what goes to another part, where the team is the only owner."""
    for component, to in succession.components.items():
        owners = tuple(owner.team for owner in draft.components[component].owner or ())
        if to is not None and to != old.id:
            hand_to(draft, component, *dict.fromkeys(to if owner == old.id else owner for owner in owners))
        elif to is None and old.id in change.into:
            help = f"name it under `components` of a part, {old.id} included"
            draft.unplaced(f"{component} of {old.id} goes to none of the parts", help, about=("component", component))


def _say_kept(draft: Draft, old: Team, succession: Succession, heirs: tuple[str, ...]) -> None:
    """Rewrite what parts name; all else that names the old id still means the part that keeps it."""
    Parting(draft, "team", old.id, lambda key, path: _named_or(old.id, succession, key, path), heirs).part()


def _named_or(kept: str, succession: Succession, key: Key, path: tuple[str | int, ...]) -> str:
    if key[0] == "components" and path[0] == "owner":
        return kept
    if key in succession.named:
        return succession.named[key]
    return (succession.of(key, path) if key[0] == "dependencies" else None) or kept


def _say_unplaced(draft: Draft, old: Team, change: SplitTeam) -> None:
    named = {person for part in change.into.values() for person in people_of(part)}
    for person in people_of(old):
        if person not in named:
            help = "name them under `members` of a part, or let them `leave`"
            draft.unplaced(f"{person} of {old.id} goes to none of the parts", help, about=("person", person))
    if old.vacancies and not any(part.vacancies for part in change.into.values()) and old.id not in change.into:
        help = "state `vacancies` of a part, if they are still open"
        draft.unplaced(f"{old.vacancies} vacancies of {old.id} go to none of the parts", help, about=("team", old.id))
    _say_domains(draft, old, change)
    if old.members is None and old.headcount:
        heads = sum(part.heads or 0 for part in change.into.values())
        if heads < old.headcount:
            message = f"{old.headcount - heads} of the {old.headcount} people of {old.id} go to none of the parts"
            draft.unplaced(message, "count them with `heads` of a part", about=("team", old.id))


def _say_domains(draft: Draft, old: Team, change: SplitTeam) -> None:
    """Give the domains that no part names to the parts with components of theirs."""
    if old.id in change.into:
        return
    named = {domain for part in change.into.values() for domain in part.domains or ()}
    for domain in old.domains or ():
        if domain in named:
            continue
        heirs = [id for id, part in change.into.items() if any(_is_of(draft, c, domain) for c in part.components or ())]
        for heir in heirs:
            draft.update("teams", heir, domains=(*(draft.teams[heir].domains or ()), domain))
        if not heirs:
            help = "name it under `domains` of a part"
            draft.unplaced(f"the domain {domain} of {old.id} goes to none of the parts", help, about=("domain", domain))


def _is_of(draft: Draft, component: str, domain: str) -> bool:
    return draft.components[component].domain == domain


def _in_question(draft: Draft, old: Team, change: SplitTeam) -> Iterator[str]:
    for team in branch(draft, old.id):
        yield from people_of(draft.teams[team])
    for part in change.into.values():
        yield from people_of(part)
    yield from old.lead or ()


def _follow(draft: Draft, change: SplitTeam, before: Managers, leads: tuple[str, ...]) -> None:
    """Let the people of each part report to its lead, if they reported to the old one."""
    for id in change.into:
        lead = lead_above(draft, id)
        below = {person for team in branch(draft, id) for person in people_of(draft.teams[team])}
        of_part = {person: manager for person, manager in before.items() if person in below or person in leads}
        follow(draft, of_part, leads, lead, change.reports)
