"""What is wrong with a plan, as findings of the rules that speak of it."""

from collections.abc import Iterable, Iterator

from orgmodel import catalogue
from orgmodel.comparing.promises import promise_faults
from orgmodel.load.problem import Problem
from orgmodel.model.finding import Finding, Subject, fingerprint
from orgmodel.model.plan import Plan, PlanFault
from orgmodel.rules.engine import sort_key
from orgmodel.rules.settings import Settings


def plan_findings(
    plan: Plan, problems: Iterable[Problem], faults: Iterable[PlanFault], settings: Settings
) -> tuple[Finding, ...]:
    """Return what is wrong with a plan's file, with what it promises, and with its changes, sorted by place."""
    found = (*_of_file(problems), *_of_plan((*faults, *promise_faults(plan)), plan))
    chosen = (finding for finding in found if finding.code in settings.rules)
    return tuple(sorted((_graded(finding, settings) for finding in chosen), key=sort_key))


def _graded(finding: Finding, settings: Settings) -> Finding:
    severity = settings.severity.get(finding.code)
    return finding if severity is None else finding._replace(severity=severity)


def _of_file(problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        rule = catalogue.rules()[problem.code]
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            subject=Subject("plan", problem.id),
            message=problem.message,
            help=problem.help,
            place=problem.place,
            evidence=dict(problem.evidence),
            concerns=(f"plan:{problem.id}",),
            fingerprint=fingerprint(rule.code, problem.id, *problem.detail),
        )


def _of_plan(faults: Iterable[PlanFault], plan: Plan) -> Iterator[Finding]:
    for fault in faults:
        rule = catalogue.rules()[fault.code]
        subject = Subject(fault.kind, fault.id)
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            subject=subject,
            message=fault.message,
            help=fault.help,
            place=plan.places.find(fault.spot),
            evidence=fault.evidence,
            concerns=(subject.key,),
            fingerprint=fingerprint(rule.code, subject.key, *fault.detail),
        )
