"""What becomes of waiting, initiatives and decisions, what comes next, and what is not known."""

from collections.abc import Iterator
from functools import partial

from orgmodel.model.comparison import HOWS, Comparison, DecisionChange, InitiativeChange
from orgmodel.report.comparison import entries
from orgmodel.report.comparison.blocks import Block, Group, Say, Section, Table
from orgmodel.report.comparison.parts.listing import lines, names, section
from orgmodel.report.comparison.phrases import by_key, several, shift, turned
from orgmodel.report.comparison.room import ALL
from orgmodel.report.comparison.screen import aim, consent, faults, waiting
from orgmodel.report.words import day

# --- coupling


def coupling(comparison: Comparison) -> Section | None:
    """Return the pairs of teams that wait only before or only after, with how and why."""
    found = comparison.coupling
    named = by_key(found.pairs, lambda pair: pair.how)
    pairs = (
        block
        for how in HOWS
        for block in lines(_heading(waiting.HOW_WORDS[how]), named.get(how, []), partial(entries.pair, comparison))
    )
    return section("Coupling", (*map(Say, _numbers(comparison)), *pairs))


def _heading(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _numbers(comparison: Comparison) -> Iterator[str]:
    found = comparison.coupling
    if any(found.teams) or found.loose:
        yield f"{waiting.pairs(found)}{waiting.split(found.teams)}."
    if any(found.branches):
        number = shift(found.branches.before, found.branches.after)
        yield f"Between branches {number}{waiting.split(found.branches)}."
    if worst := waiting.worst_case(found):
        yield worst
    if any(found.weight):
        between = f"; between branches {shift(*found.branch_weight)}" if any(found.branch_weight) else ""
        yield f"Weight of all dependencies: {shift(*found.weight)}{between}."
    if found.stated_share is not None:
        yield f"The strength is stated for {found.stated_share:.0%} of the dependencies; the others count as 1."


# --- initiatives and decisions


def work(comparison: Comparison) -> Section | None:
    """Return what becomes of initiatives, decisions and metrics."""
    found = comparison.work
    return section(
        "Initiatives and decisions",
        (
            *names("Initiatives begun", found.initiatives_added),
            *names("Initiatives gone", found.initiatives_removed),
            *lines("Initiatives that differ", found.initiatives, initiative),
            *names("Decisions new", found.decisions_added),
            *names("Decisions gone", found.decisions_removed),
            *lines("Decisions made otherwise", found.decisions, decision),
            *names("Metrics new", found.metrics_added),
            *names("Metrics gone", found.metrics_removed),
        ),
    )


def initiative(each: InitiativeChange) -> str:
    """Write who leads an initiative, and which teams work on it, before and after."""
    said = [aim.led(each)]
    if each.own_team[0] != each.own_team[1]:
        said.append(f"its own team: {turned(*each.own_team)}")
    if each.teams[0] != each.teams[1]:
        said.append(f"teams: {several(*each.teams)}")
    if each.stage[0] != each.stage[1]:
        said.append(f"stage: {turned(*each.stage)}")
    return "; ".join(said)


def decision(each: DecisionChange) -> str:
    """Write how a decision is made before and after, with all who are asked."""
    return consent.decided(each, ALL)


# --- what comes next


def follow_up(comparison: Comparison) -> Section | None:
    """Return what outside the organisation's files has to change as well."""
    groups = by_key(comparison.follow_up, lambda each: each.what)
    return section(
        "Follow-up", (block for what, found in groups.items() for block in lines(what, found, entries.follow_up))
    )


def waves(comparison: Comparison) -> Section | None:
    """Return how sound the organisation is after each wave, and which steps can be undone."""
    states = comparison.waves
    rows = tuple((each.name, day(each.date) if each.date else "?", f"{each.errors:,}") for each in states)
    unsound = tuple(faults.told(finding) for each in states for finding in each.unsound)
    blocks: list[Block] = [Table(("wave", "date", "errors after it"), rows)] if rows else []
    blocks += [Group("Errors on the way, that neither the start nor the end has", unsound)] if unsound else []
    blocks += lines("Steps", comparison.doors, partial(entries.step, comparison))
    way_back = comparison.plan.case.way_back if comparison.plan else None
    blocks += [Say(f"The way back, as the plan has it: {way_back}")] if way_back else []
    return section("Waves", blocks)


def unknown(comparison: Comparison) -> Section | None:
    """Return what could not be judged."""
    return section("Unknown", lines("Could not be judged", comparison.unknown, str))
