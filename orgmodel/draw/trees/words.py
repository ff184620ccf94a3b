"""What a tree says above itself: the question, the numbers and the worst offenders."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.draw.counting import count, listed
from orgmodel.draw.trees.boxes import Boxes
from orgmodel.draw.trees.scope import Scope
from orgmodel.draw.trees.tallies import Tallies
from orgmodel.draw.trees.values import TreeBox
from orgmodel.graph import OrgGraph

QUESTION: Final = "Who leads what, and where is it too large?"
_NAMED: Final = 3
_LEADING: Final = {"L010": "without a lead", "L011": "with several leads"}


def title(scope: Scope) -> str:
    """Return the question, of the focus where there is one."""
    return f"{scope.focus}: {QUESTION[0].lower()}{QUESTION[1:]}" if scope.focus else QUESTION


def size_facts(scope: Scope, tallies: Tallies) -> Iterator[str]:
    """Say what is looked at, and how large it is."""
    graph = tallies.graph
    if scope.ids is None:
        if graph.org.organisation.name:
            yield graph.org.organisation.name
        yield _people(graph)
        yield tallies.of(graph.org.teams).said_teams()
        return
    if scope.within:
        yield scope.within
    if scope.ids:
        yield tallies.of(scope.ids).said()


def _people(graph: OrgGraph) -> str:
    """Say how many people there are as the audit says it, and how many of them are in no team."""
    teams, people = graph.org.teams.values(), graph.org.people
    heads = len(people) + sum(team.headcount or 0 for team in teams if team.members is None)
    if not heads:
        return "people not stated"
    vacant = sum(person.status == "vacant" for person in people.values())
    homeless = sum(not graph.memberships.places_of(id) and not each.external for id, each in people.items())
    known = [f"{vacant:,} vacant"] if vacant else []
    known += [f"{homeless:,} in no team"] if homeless else []
    return count(heads, "person", "people") + (f" ({', '.join(known)})" if known else "")


def finding_facts(scope: Scope, tallies: Tallies, boxes: Boxes) -> Iterator[str]:
    """Say how many teams are too large and who is largest, and how many are led badly."""
    teams = tallies.graph.org.teams if scope.ids is None else scope.ids
    large = tallies.verdicts.largest(teams)
    if large:
        named = listed([f"{boxes.name(id)} ({tallies.verdicts.size(id)})" for id in large], _NAMED)
        yield f"{len(large):,} too large (over {tallies.verdicts.limit} people): {named}"
    for code, said in _LEADING.items():
        number = sum(any(each.code == code for each in tallies.verdicts.marks.of("team", id)) for id in teams)
        if number:
            yield f"{number:,} {said}"


def shown_facts(drawn: Sequence[TreeBox], among: int, *, fold: int | None, only_findings: bool) -> Iterator[str]:
    """Say what is not drawn, or not one by one.

    Parameters
    ----------
    drawn
        The boxes of teams and of what is drawn in their place.
    among
        How many of them there are, with those left out.
    """
    folded = [box for box in drawn if box.part == "folded"]
    if only_findings:
        yield "only what has a finding is shown"
    if folded and fold is not None:
        teams = sum(int(box.numbers.get("teams") or 0) + int(box.numbers.get("councils") or 0) for box in folded)
        yield f"{count(teams, 'team')} folded into {count(len(folded), 'group')} of level {fold}"
    elif folded:
        yield f"{count(len(folded), 'group')} folded"
    if len(drawn) < among:
        yield f"{len(drawn):,} of {among:,} are drawn, those with the gravest findings and the most people"
