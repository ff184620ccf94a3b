"""The line below the title: what changes, in the numbers of the comparison."""

from collections.abc import Iterator

from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.words import amount, count, joined, shift
from orgmodel.model.comparison import Comparison, Objective


def facts(comparison: Comparison, sides: Sides) -> Iterator[str]:
    """Yield what a change is and does, the most important first."""
    name = comparison.after.name or comparison.before.name
    if name:
        yield name
    if comparison.plan is not None:
        yield count(len(comparison.plan.waves), "wave")
    left_out, written = comparison.left_out
    if left_out:
        verbs = ("does", "is") if left_out == 1 else ("do", "are")
        yield f"{left_out:,} of {count(written, 'change')} {verbs[0]} not fit and {verbs[1]} left out"
    yield from _objective(comparison, sides)
    yield from _teams(comparison)
    yield from _people(comparison)
    yield from _waiting(comparison)
    yield from _findings(comparison)


def _objective(comparison: Comparison, sides: Sides) -> Iterator[str]:
    aim = comparison.objective
    if aim is None:
        yield from ("the plan states no number to tell by",) if comparison.plan else ()
    elif aim.reached == "unknown":
        yield f"whether it reaches its objective is not known: {aim.reason or 'its number cannot be told'}"
    else:
        yield _answer(aim, sides)
        yield _measured(aim)


def _answer(aim: Objective, sides: Sides) -> str:
    if aim.reached == "if":
        who = joined([sides.name(id) for id in aim.relies_on])
        return f"objective reached only if {who or 'what is assumed'} {'agree' if who else 'comes true'}"
    return "objective reached" if aim.reached == "yes" else "objective not reached"


def _measured(aim: Objective) -> str:
    of = f" of {aim.of}" if aim.of else ""
    promised = "" if aim.expected is None else f", promised {amount(aim.expected)}"
    worst = f", at worst {amount(aim.worst)}" if aim.worst is not None and aim.worst != aim.after else ""
    return f"{aim.measure.replace('_', ' ')}{of} {shift(aim.before, aim.after)}{promised}{worst}"


def _teams(comparison: Comparison) -> Iterator[str]:
    teams = comparison.teams
    told = (
        (len(teams.created), "new"),
        (len(teams.removed), "dissolved"),
        (len(teams.moved), "moved"),
        (len(teams.renamed), "renamed"),
        (len(teams.split), "split"),
        (len(teams.resized), "resized"),
        (len(teams.lead_changed), "with another lead"),
    )
    said = [f"{number:,} {word}" for number, word in told if number]
    said += [count(len(teams.merged), "merger")] if teams.merged else []
    yield f"teams and groups: {', '.join(said) or 'none changes'}"
    yield f"teams {shift(comparison.before.teams, comparison.after.teams)}"


def _people(comparison: Comparison) -> Iterator[str]:
    found = comparison.people
    told = (
        (len(found.changed_team), "change team", "changes team"),
        (len(found.changed_manager), "change manager", "changes manager"),
        (len(found.joined), "join", "joins"),
        (len(found.left), "leave", "leaves"),
    )
    heads = f"people {shift(comparison.before.heads, comparison.after.heads)}"
    said = ", ".join(f"{number:,} {one if number == 1 else many}" for number, many, one in told if number)
    yield f"{heads}: {said}" if said else heads


def _waiting(comparison: Comparison) -> Iterator[str]:
    pairs = comparison.coupling
    if pairs.teams.before or pairs.teams.after:
        after = f" to {pairs.most:,}" if pairs.loose else ""
        worst = f", at worst {pairs.worst:,}" if pairs.worst != pairs.teams.after else ""
        yield f"pairs of teams that wait {shift(pairs.teams.before, pairs.teams.after)}{after}{worst}"


def _findings(comparison: Comparison) -> Iterator[str]:
    found = comparison.findings
    told = ((found.fixed, "fixed"), (found.better, "better"), (found.new, "new"), (found.worse, "worse"))
    said = ", ".join(f"{len(each):,} {word}" for each, word in told if each)
    yield f"findings: {said or 'none new, none fixed'}"
    errors = comparison.findings.by_severity.get("error", (0, 0))
    if errors[0] != errors[1]:
        yield f"errors {shift(*errors)}"
    told_of = [each for each in comparison.change_findings if each.severity != "info" and each.covered_by is None]
    if told_of:
        yield f"{count(len(told_of), 'finding')} about the change itself"
