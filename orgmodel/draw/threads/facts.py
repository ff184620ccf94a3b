"""The numbers above the picture, and who is worst off."""

from collections import Counter
from collections.abc import Iterator, Sequence

from orgmodel.draw.counting import count
from orgmodel.draw.threads.cast import Cast, worst_first
from orgmodel.draw.threads.focus import Focus
from orgmodel.draw.threads.judgement import Judgement
from orgmodel.draw.threads.values import THREADINGS
from orgmodel.draw.threads.words import THREADING_SAID
from orgmodel.model.initiatives import ACTIVE_STAGES, Initiative

_NAMED = 12
"""So many initiatives that are not under way are named; of more only the number in each stage is said."""


def counted(judgement: Judgement, initiatives: Sequence[Initiative]) -> Iterator[str]:
    """Yield how many initiatives there are, how they are led, and what is not known."""
    name = judgement.graph.org.organisation.name
    if name:
        yield name
    yield f"{count(len(initiatives), 'initiative')} under way"
    tally = Counter(judgement.threading(each.id) for each in initiatives)
    yield from (f"{tally[each]:,} {THREADING_SAID[each]}" for each in THREADINGS if tally[each])
    unsaid = sum(each.contributors is None for each in initiatives)
    if unsaid:
        yield f"for {unsaid:,} it is not stated whether others take part"


def worst(judgement: Judgement, initiatives: Sequence[Initiative]) -> Iterator[str]:
    """Name the worst initiative with what the audit says of it, and the team that works on most."""
    for each in worst_first(judgement, initiatives)[:1]:
        if judgement.threading(each.id) == "none":
            said = [judgement.pill(each.id).text, *(badge.text for badge in judgement.badges(each.id))]
            leader, led = judgement.leader(each)
            yield f"worst: {each.label} ({', '.join([*said[:1], *([] if led else [leader]), *said[1:3]])})"
    leadership = judgement.graph.leadership
    torn = [(team, len(leadership.initiatives_by_team[team])) for team in _torn(judgement)]
    if torn:
        team, many = min(torn, key=lambda each: (-each[1], each[0]))
        most = f"{judgement.graph.label('team', team)} on {many}"
        yield f"{count(len(torn), 'team works', 'teams work')} on several" + (
            f", {most}" if len(torn) == 1 else f", most of all {most}"
        )


def _torn(judgement: Judgement) -> list[str]:
    """Return the teams of which the audit says that they work on too many initiatives."""
    teams = judgement.graph.leadership.initiatives_by_team
    return [team for team in teams if any(each.code == "L009" for each in judgement.marks.of("team", team))]


def not_under_way(judgement: Judgement) -> tuple[str, ...]:
    """Say what is not shown since it is not under way: by name where that is short, else how many in each stage."""
    initiatives = judgement.graph.org.initiatives
    rest = [each for _, each in sorted(initiatives.items()) if each.external or each.stage not in ACTIVE_STAGES]
    if len(rest) <= _NAMED:
        return tuple(f"{each.label} ({_state(each)})" for each in rest)
    states = Counter(map(_state, rest))
    return tuple(
        f"{number:,} {state}" for state, number in sorted(states.items(), key=lambda item: (-item[1], item[0]))
    )


def _state(each: Initiative) -> str:
    return "external" if each.external or each.stage is None else each.stage.replace("-", " ")


def left_out(judgement: Judgement, found: Sequence[Initiative], cast: Cast, narrowed: int) -> Iterator[str]:
    """Say what is not shown, and what stands for more than itself."""
    if narrowed:
        yield f"{narrowed:,} without findings {_are(narrowed)} not shown"
    elif cast.left_out[0]:
        shown = {each.id for each in cast.initiatives}
        rest = [each for each in found if each.id not in shown]
        with_finding = sum(bool(judgement.findings(each.id)) for each in rest)
        counts = ((with_finding, "with findings"), (len(rest) - with_finding, "without findings"))
        said = " and ".join(f"{number:,} more {what}" for number, what in counts if number)
        yield f"{said} {_are(len(rest))} not shown"
    if narrowed and cast.left_out[0]:
        yield f"{cast.left_out[0]:,} more with findings {_are(cast.left_out[0])} not shown"
    if cast.groups:
        yield f"{count(sum(cast.groups.values()), 'team')} folded into {count(len(cast.groups), 'group')}"
    if cast.left_out[1]:
        yield f"{count(cast.left_out[1], 'team')} of lesser part {_are(cast.left_out[1])} not shown"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def further(judgement: Judgement, cast: Cast, focus: Focus | None) -> Iterator[str]:
    """Say how many threads of what is shown lead to teams that are further away."""
    if focus is None:
        return
    threads = [thread for each in cast.initiatives for thread in judgement.threads(each)]
    further = len(threads) - sum(thread.many for thread in cast.threads)
    if further > 0:
        yield f"{count(further, 'thread leads', 'threads lead')} further than is shown"
