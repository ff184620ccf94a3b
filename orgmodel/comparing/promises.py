"""The measure that a plan promises to change."""

from orgmodel import catalogue
from orgmodel.measures.base import By, Measure
from orgmodel.model.closest import closest
from orgmodel.model.place import Spot
from orgmodel.model.plan import Plan, PlanFault, Promise


def promised(plan: Plan) -> Measure | None:
    """Return the measure that a plan names; None if there is none of that name for what it is to measure."""
    promise = plan.case.measure
    if promise is None:
        return None
    by = _by(promise)
    return next((each for each in catalogue.measures() if (each.id, each.by) == (promise.id, by)), None)


def _by(promise: Promise) -> By:
    if promise.initiative is not None:
        return "initiative"
    return "team" if promise.team is not None else "organisation"


def promise_faults(plan: Plan) -> tuple[PlanFault, ...]:
    """Say that a plan names a measure that there is not, or one of something else."""
    promise = plan.case.measure
    if promise is None or promised(plan) is not None:
        return ()
    by = _by(promise)
    known = sorted(each.id for each in catalogue.measures() if each.by == by)
    best = closest(promise.id, known)
    message = f"`measure.id` is ‘{promise.id}’, which is no measure of {by if by == 'organisation' else f'{by}s'}"
    help = f"write `{best}`" if best else f"there is {', '.join(known)}"
    return (PlanFault("F006", "plan", plan.label, message, Spot("plan", "", ("measure", "id")), help),)
