"""Changes of how decisions are taken."""

from dataclasses import fields

from orgmodel.model.changes import AddStep, ChangeDecider, DropStep
from orgmodel.model.decisions import Step
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.unfit import UnfitError

Meant = tuple[str, str] | str
"""Who is meant: kind and id, or what is written where that means nobody known."""


def add_step(draft: Draft, change: AddStep) -> None:
    """Ask one more on the way to a decision."""
    section, id, steps = _steps(draft, change.decision)
    step = Step(**{field.name: getattr(change, field.name) for field in fields(Step)})
    asked = _meant(draft, step.by)
    if any(_meant(draft, each.by) == asked and each.can == step.can for each in steps):
        raise UnfitError(f"{step.by} is asked on the way to {id} already", "take the change away", ("by",))
    at = len(steps) if change.at is None else change.at
    draft.update(section, id, steps=(*steps[:at], step, *steps[at:]))


def drop_step(draft: Draft, change: DropStep) -> None:
    """Ask somebody no more on the way to a decision."""
    section, id, steps = _steps(draft, change.decision)
    dropped = _meant(draft, change.by)
    left = tuple(step for step in steps if _meant(draft, step.by) != dropped)
    if len(left) == len(steps):
        asked = ", ".join(step.by for step in steps) or "nobody"
        raise UnfitError(
            f"{change.by} is not asked on the way to {id}, but {asked}", _help(draft, id, section), ("by",)
        )
    draft.update(section, id, steps=left)


def _help(draft: Draft, id: str, section: str) -> str:
    """Say where else somebody may be asked."""
    if section == "initiatives":
        decision = draft.initiatives[id].decision
        return f"its steps may be those of the decision {decision}" if decision else "name one who is"
    several_ways = draft.decisions[id].any_of
    return "of several ways (`any_of`) a step is dropped with `set`" if several_ways else "name one who is"


def _steps(draft: Draft, name: str) -> tuple[str, str, tuple[Step, ...]]:
    """Return where the steps of a decision, or of an initiative, are written, and the steps."""
    found = draft.resolve(name, "decision", "initiative")
    kind, id = found or ("decision", name)
    stated = draft.decisions[id].steps if kind == "decision" else draft.initiatives[id].steps
    return ("decisions" if kind == "decision" else "initiatives"), id, stated or ()


def _meant(draft: Draft, by: str) -> Meant:
    return draft.resolve(by, "person", "team") or by


def change_decider(draft: Draft, change: ChangeDecider) -> None:
    """Let somebody else say yes."""
    known = draft.decisions[change.decision].decider
    if known is not None and _meant(draft, known) == _meant(draft, change.to):
        raise UnfitError(f"{change.to} decides on {change.decision} already", "take the change away", ("to",))
    draft.update("decisions", change.decision, decider=change.to)
