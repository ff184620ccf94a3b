"""Counts what an organisation describes."""

from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.audit import Census


def census(graph: OrgGraph, *, files: int = 0, passed_over: int = 0) -> Census:
    """Return how much an organisation describes."""
    org = graph.org
    unlisted = sum(team.headcount or 0 for team in org.teams.values() if team.members is None)
    kinds = [graph.kind_of(team) for team in org.teams]
    return Census(
        name=org.organisation.name,
        as_of=org.organisation.as_of,
        files=files,
        passed_over=passed_over,
        people=len(org.people),
        heads=len(org.people) + unlisted,
        vacant=sum(person.status == "vacant" for person in org.people.values()),
        teams=len(kinds) - kinds.count("group"),
        councils=kinds.count("council"),
        groups=kinds.count("group"),
        initiatives=len(org.initiatives),
        active_initiatives=len(graph.active_initiatives),
        components=len(org.components),
        dependencies=graph.dependency_count,
        decisions=len(org.decisions),
        metrics=len(org.metrics),
    )
