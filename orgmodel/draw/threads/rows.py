"""The boxes of single initiatives and teams."""

from collections.abc import Mapping

from orgmodel.draw.badges import Badge
from orgmodel.draw.counting import count
from orgmodel.draw.threads.judgement import Judgement
from orgmodel.draw.threads.values import Crew, Work
from orgmodel.model.initiatives import ACTIVE_STAGES, Initiative


def work_of(judgement: Judgement, each: Initiative, heading: str | None, *, chosen: bool) -> Work:
    """Return the box of an initiative: its leader, its teams, and what the audit found."""
    leader, led = judgement.leader(each)
    stage = "" if each.stage in ACTIVE_STAGES else f" · {each.stage}"
    found = judgement.findings(each.id)
    teams = len(judgement.graph.leadership.teams_working_on(each.id))
    unsaid = ["whether others take part is not stated"] if each.contributors is None else []
    said = [f"{finding.code}: {finding.message}" for finding in found]
    return Work(
        id=each.id,
        name=each.label.strip() or each.id,
        second=leader + stage,
        threading=judgement.threading(each.id),
        led=led,
        pill=judgement.pill(each.id),
        badges=judgement.badges(each.id),
        heading=heading,
        chosen=chosen,
        tooltip="\n".join([f"{each.label} ({each.id})", leader, *unsaid, *said]),
        numbers={"teams": teams, "findings": len(found), "threading": judgement.threading(each.id)},
    )


def crew_of(judgement: Judgement, id: str, groups: Mapping[str, int], many: int, *, chosen: bool) -> Crew:
    """Return the box of a team, or of one of the groups that stand for so many of their teams."""
    graph = judgement.graph
    name = graph.label("team", id).strip() or id
    threads = len(graph.leadership.initiatives_by_team.get(id, ()))
    if id in groups:
        said = f"{count(groups[id], 'team')}, {count(many, 'thread')}"
        pill = Badge(said.replace(", ", " · "), "calm")
        return Crew(id=id, name=name, pill=pill, folded=True, chosen=chosen, tooltip=f"{name} ({id})\n{said}")
    found = judgement.marks.tooltip("team", id)
    works_on = f"works on {count(threads, 'initiative')}" if threads else "used by self-service"
    return Crew(
        id=id,
        name=name,
        pill=judgement.team_pill(id),
        external=bool(graph.org.teams[id].external),
        chosen=chosen,
        tooltip="\n".join(part for part in (f"{name} ({id})", works_on, found) if part),
        numbers={"threads": threads},
    )
