"""Changes of how decisions are taken."""

from dataclasses import fields

from orgmodel.model.changes import AddStep, ChangeDecider, DropStep
from orgmodel.model.decisions import Step
from orgmodel.reorg.applying.draft import Draft, UnfitError


def add_step(draft: Draft, change: AddStep) -> None:
    """Ask one more on the way to a decision."""
    section, id, steps = _steps(draft, change.decision)
    step = Step(**{field.name: getattr(change, field.name) for field in fields(Step)})
    if any(each.by == step.by and each.can == step.can for each in steps):
        raise UnfitError(f"{step.by} is asked on the way to {id} already", "take the change away", ("by",))
    at = len(steps) if change.at is None else change.at
    draft.update(section, id, steps=(*steps[:at], step, *steps[at:]))


def drop_step(draft: Draft, change: DropStep) -> None:
    """Ask somebody no more on the way to a decision."""
    section, id, steps = _steps(draft, change.decision)
    left = tuple(step for step in steps if step.by != change.by)
    if len(left) == len(steps):
        asked = ", ".join(step.by for step in steps) or "nobody"
        raise UnfitError(f"{change.by} is not asked on the way to {id}, but {asked}", "name one who is", ("by",))
    draft.update(section, id, steps=left)


def _steps(draft: Draft, name: str) -> tuple[str, str, tuple[Step, ...]]:
    """Return where the steps of a decision, or of an initiative, are written, and the steps."""
    found = draft.resolve(name, "decision", "initiative")
    kind, id = found or ("decision", name)
    stated = draft.decisions[id].steps if kind == "decision" else draft.initiatives[id].steps
    return ("decisions" if kind == "decision" else "initiatives"), id, stated or ()


def change_decider(draft: Draft, change: ChangeDecider) -> None:
    """Let somebody else say yes."""
    if draft.decisions[change.decision].decider == change.to:
        raise UnfitError(f"{change.to} decides on {change.decision} already", "take the change away", ("to",))
    draft.update("decisions", change.decision, decider=change.to)
