"""Looking back: what a plan promised, and what the organisation shows now."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from orgmodel.comparing.promises import promised
from orgmodel.comparing.running import Read, compared, read
from orgmodel.comparing.without_names import without_names
from orgmodel.graph import OrgGraph
from orgmodel.load.loader import load
from orgmodel.load.plans import read_plan
from orgmodel.model.changes import AddStep, DropStep
from orgmodel.model.comparison import Comparison, Coupling, Objective
from orgmodel.model.finding import Finding
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan, Planned
from orgmodel.model.review import Aimed, Promise, Review
from orgmodel.reorg.looking_back import kept
from orgmodel.reorg.objective import Graphs, objective
from orgmodel.reorg.wording import in_words
from orgmodel.rules.settings import Settings


def reviewed(
    word: str | Path,
    organisation: str | Path,
    *,
    base: str | Path | None,
    settings: Settings,
    anonymise: str | None = None,
) -> Review:
    """Set what a plan promised beside an organisation.

    Parameters
    ----------
    word
        The plan.
    organisation
        The organisation as it is now.
    base
        The organisation that the plan was made for; with it, what the plan was to mend is looked at as well.
    anonymise
        A key for pseudonyms, which people have in the place of their names.

    Raises
    ------
    UnreadablePathError
        If one of them cannot be read.
    """
    if anonymise is not None:
        return _without_names(word, organisation, base=base, settings=settings, key=anonymise)
    plan, problems = read_plan(word)
    loaded = load([organisation])
    both = read(base, [word, organisation], plans=(), settings=settings) if base is not None else None
    remarks = [problem.message for problem in problems]
    if loaded.problems:
        remarks.append(f"{len(loaded.problems)} problems in the files of {organisation}")
    return _review(plan, loaded.org, str(organisation), both, settings, remarks)


def _without_names(
    word: str | Path, organisation: str | Path, *, base: str | Path | None, settings: Settings, key: str
) -> Review:
    """Look back with pseudonyms in the place of people; what is wrong with files is not told."""
    now = without_names(read(organisation, [word], plans=(), settings=settings), key).read
    both = read(base, [word, organisation], plans=(), settings=settings) if base is not None else None
    plan = now.alternatives[0].plan
    assert plan is not None, "it was read as a plan"
    return _review(plan, now.org, "after", without_names(both, key).read if both else None, settings, ())


def _review(
    plan: Plan, org: Org, organisation: str, both: Read | None, settings: Settings, remarks: Sequence[str]
) -> Review:
    graph = OrgGraph(org)
    changes = list(plan.changes)
    promises = [_promise(plan, each, graph) for n, each in enumerate(changes) if not _is_taken_back(each, changes[n:])]
    if both is not None:
        promises += _of_verdict(both, settings)
    return Review(
        plan=plan.label,
        path=plan.path,
        organisation=organisation,
        today=settings.today,
        purpose=plan.case.objective,
        aimed=_aimed(plan, graph),
        promises=tuple(promises),
        remarks=tuple(remarks),
    )


def _is_taken_back(planned: Planned, later: Iterable[Planned]) -> bool:
    """Tell whether a step that is dropped comes again in the same plan, with other words."""
    change = planned.change
    if not isinstance(change, DropStep):
        return False
    added = (each.change for each in later if isinstance(each.change, AddStep))
    return any((each.decision, each.by) == (change.decision, change.by) for each in added)


def _promise(plan: Plan, planned: Planned, graph: OrgGraph) -> Promise:
    now = kept(planned.change, graph)
    return Promise(in_words(planned.change), now.state, now.words, plan.places.find(planned.spot))


def _aimed(plan: Plan, graph: OrgGraph) -> Aimed | None:
    found = objective(plan, promised(plan), Graphs(graph, graph, graph), coupling=Coupling(), renames={})
    return None if found is None else _as_aimed(found)


def _as_aimed(found: Objective) -> Aimed:
    known = found.reached != "unknown"
    return Aimed(
        measure=found.measure,
        of=found.of,
        unit=found.unit,
        baseline=found.baseline,
        expected=found.expected,
        now=found.after,
        reached=found.reached == "yes" if known else None,
        reason=found.reason,
    )


def _of_verdict(both: Read, settings: Settings) -> Iterator[Promise]:
    """Yield what comparing the base with the plan promised, and whether comparing it with today shows it."""
    then, now = compared(both, settings).alternatives
    standing = {(each.code, each.subject.key) for each in now.findings.new}
    mended = {each.fingerprint for each in now.findings.fixed}
    for finding in then.findings.fixed:
        yield _mended(finding, done=finding.fingerprint in mended)
    for finding in then.findings.new:
        there = (finding.code, finding.subject.key) in standing
        yield Promise(f"new: {finding.message} ({finding.code})", "done" if there else "not done", "", finding.place)
    yield from _waiting(then, now)


def _mended(finding: Finding, *, done: bool) -> Promise:
    text = f"{finding.name.replace('-', ' ')} of {finding.subject.id} is mended ({finding.code})"
    return Promise(text, "done" if done else "not done", "" if done else "it still stands", None)


def _waiting(then: Comparison, now: Comparison) -> Iterator[Promise]:
    """Yield the pairs that were to wait no more only because the plan said so."""
    ended = {(pair.source, pair.target) for pair in now.coupling.pairs if pair.how != "added"}
    for pair in then.coupling.pairs:
        if pair.how == "assumed":
            done = (pair.source, pair.target) in ended
            text = f"{pair.source} waits for {pair.target} no more (was only assumed)"
            yield Promise(text, "done" if done else "not done", "" if done else "it still waits", None)
