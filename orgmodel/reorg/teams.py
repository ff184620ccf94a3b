"""What a reorganisation does to teams: which there are, what became of the others, and who leads and who is in them."""

from collections.abc import Iterable, Iterator, Mapping

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Changed, Cohesion, Count, Moved, Renamed, Teams
from orgmodel.model.plan import Plan
from orgmodel.reorg.planned import Told, planned
from orgmodel.reorg.recognition import recognised


def teams(before: OrgGraph, after: OrgGraph, *, renames: Mapping[str, str], plan: Plan | None) -> Teams:
    """Return what happens to teams between two organisations, matched by id.

    Parameters
    ----------
    before
        With the later ids of what is declared as renamed.
    after
        The other organisation.
    renames
        Later ids of declared renames, by the earlier ones.
    plan
        The plan that led from one to the other, if there is one: of teams that it splits or merges nothing is guessed.
    """
    old, new = before.org.teams.keys(), after.org.teams.keys()
    told = planned(plan, before, after, renames=renames) if plan else Told()
    guessed = recognised(before, after, sorted(new - old - told.teams), sorted(old - new - told.teams))
    split = [each for each in guessed[1] if told.teams.isdisjoint((each.before, *each.after))]
    merged = [each for each in guessed[2] if told.teams.isdisjoint((*each.before, each.after))]
    both = sorted(old & new)
    return Teams(
        created=tuple(sorted(new - old)),
        removed=tuple(sorted(old - new)),
        renamed=(*(Renamed(*each, True, "renamed_from") for each in sorted(renames.items())), *guessed[0]),
        split=tuple(sorted((*told.split, *split))),
        merged=tuple(sorted((*told.merged, *merged))),
        moved=tuple(_moved(before, after, both)),
        lead_changed=tuple(_lead_changed(before, after, both)),
        resized=tuple(_resized(before, after, both)),
        cohesion=tuple(_cohesion(before, after, both)),
    )


def _moved(before: OrgGraph, after: OrgGraph, teams: Iterable[str]) -> Iterator[Changed]:
    for team in teams:
        old, new = before.parent_of(team), after.parent_of(team)
        if old != new:
            yield Changed(team, old, new)


def _lead_changed(before: OrgGraph, after: OrgGraph, teams: Iterable[str]) -> Iterator[Moved]:
    """Yield the teams with other leads, sorted; a team of which no lead is stated has none that could be named."""
    for team in teams:
        old, new = before.org.teams[team].lead or (), after.org.teams[team].lead or ()
        if old != new and set(old) != set(new):
            yield Moved(team, tuple(sorted(set(old))), tuple(sorted(set(new))))


def _resized(before: OrgGraph, after: OrgGraph, teams: Iterable[str]) -> Iterator[Count]:
    for team in teams:
        old, new = before.size(team), after.size(team)
        if old is not None and new is not None and old != new:
            yield Count(team, old, new)


def _cohesion(before: OrgGraph, after: OrgGraph, teams: Iterable[str]) -> Iterator[Cohesion]:
    """Yield the delivery teams that list other people, where both list them."""
    for team in teams:
        listed = before.org.teams[team].members is not None and after.org.teams[team].members is not None
        if listed and before.is_delivery_team(team) and after.is_delivery_team(team):
            old, new = before.people_of(team), after.people_of(team)
            if old != new:
                yield Cohesion(team, len(set(old).intersection(new)), len(old), len(new))
