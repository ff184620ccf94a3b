"""What is written elsewhere and names what changed, so that it must change as well."""

from collections.abc import Iterator, Mapping

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import FollowUp
from orgmodel.reorg.follow_up_components import of_components
from orgmodel.reorg.follow_up_names import Naming
from orgmodel.reorg.follow_up_teams import of_hiring, of_teams
from orgmodel.reorg.listing import in_words


def follow_up(before: OrgGraph, after: OrgGraph, *, renamed: Mapping[str, str] | None = None) -> tuple[FollowUp, ...]:
    """Return what must change outside the organisation's files, as far as these say where it stands.

    Components that are handed over, or whose owner is called otherwise: code owners, the entry of the repository in a
    catalogue, the documents of the interface, who is on call. Teams that are gone, are called otherwise or gave a
    component away: the documents and the contact that they publish. Hiring loops of teams that are gone or differ.
    Metrics with another owner, and decisions that name somebody who left. What a person owns who left or moved.

    Parameters
    ----------
    before, after
        The two organisations; ids mean the same in both.
    renamed
        The old id of each team that is called otherwise, by the new one.

    Returns
    -------
    tuple
        Sorted by what has to change, then by entity.
    """
    naming = Naming(before, after, renamed or {})
    return tuple(sorted({*of_components(naming), *of_teams(naming), *of_hiring(naming), *_of_goals(naming)}))


def _of_goals(naming: Naming) -> Iterator[FollowUp]:
    yield from _of_metrics(naming)
    yield from _of_decisions(naming)


def _of_metrics(naming: Naming) -> Iterator[FollowUp]:
    was, now = naming.before.org.metrics, naming.after.org.metrics
    teams = naming.before.org.teams.keys() & naming.after.org.teams.keys()
    for id in was.keys() & now.keys():
        old, new = was[id].owner, now[id].owner
        if old == new and old in teams and not naming.renamed:  # by far the most
            continue
        if why := naming.change_of_owner(*naming.ends(old, new)):
            yield FollowUp("goal owner", "metric", id, why)


def _of_decisions(naming: Naming) -> Iterator[FollowUp]:
    """Yield the decisions that named somebody who left."""
    was, now = naming.before.org.decisions, naming.after.org.decisions
    for id in was.keys() & now.keys():
        decision = was[id]
        ways = [(decision.decider, decision.steps), *((path.decider, path.steps) for path in decision.any_of or ())]
        names = [decision.proposer, *(name for name, _ in ways), *(s.by for _, steps in ways for s in steps or ())]
        left = sorted({found for name in names if name and (found := naming.left(name))})
        if left:
            yield FollowUp("decision record", "decision", id, f"it names {in_words(left)}, who left")
