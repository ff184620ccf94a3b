"""Writes a look back at a plan: what it promised and what is so now; as text to read, as JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Final

from orgmodel.model.review import KEPT, Aimed, Kept, Promise, Review
from orgmodel.report.columns import shortened
from orgmodel.report.comparison.layout import paragraph
from orgmodel.report.numbers import number
from orgmodel.report.width import clean, hanging
from orgmodel.report.words import counted, day

FORMATS: Final = ("text", "json")
_MARKS: Final[Mapping[Kept, str]] = {"done": "done", "not done": "NOT DONE", "unknown": "not known"}
_ROOM: Final = max(map(len, _MARKS.values())) + 2
_WIDTH: Final = 100


def write(review: Review, form: str, *, width: int = _WIDTH) -> str:
    """Return a look back in one of `FORMATS`; as text in lines of so many columns."""
    if form == "json":
        return _json(review)
    return "".join(f"{line.rstrip()}\n" for line in _text(review, width))


# --- text


def _text(review: Review, width: int) -> Iterator[str]:
    yield from paragraph(f"{review.plan} — looked back at on {day(review.today)}, in {review.organisation}", width)
    if review.purpose:
        yield from paragraph(f"For: {review.purpose}", width)
    yield ""
    yield from paragraph(_reached(review.aimed), width)
    yield from paragraph(_counts(review), width)
    if review.promises:
        yield ""
    for state in reversed(KEPT):
        for promise in review.promises:
            if promise.state == state:
                yield from _promise(promise, width)
    for remark in review.remarks:
        yield from paragraph(f"note: {remark}", width)


def _reached(aimed: Aimed | None) -> str:
    if aimed is None:
        return "Did it do what it was for?  Not known: the plan states no number to tell by."
    answer = {True: "Yes.", False: "No."}.get(aimed.reached) if aimed.reached is not None else None
    why = f": {aimed.reason}" if aimed.reason else ""
    return f"Did it do what it was for?  {answer or f'Not known{why}.'} {_numbers(aimed)}"


def _numbers(aimed: Aimed) -> str:
    what = f"{aimed.measure} of {aimed.of}" if aimed.of else aimed.measure
    was, promised, now = (_known(value) for value in (aimed.baseline, aimed.expected, aimed.now))
    return f"{what}: {was} when it was planned, {promised} promised, {now} now."


def _known(value: float | None) -> str:
    return "?" if value is None else number(value)


def _counts(review: Review) -> str:
    if not review.promises:
        return "The plan has no changes."
    told = [f"{review.count(state):,} {state if state != 'unknown' else 'not known'}" for state in KEPT]
    return f"{counted(len(review.promises), 'change')}: {', '.join(told)}."


def _promise(promise: Promise, width: int) -> Iterator[str]:
    where = f" ({promise.place.path}:{promise.place.line})" if promise.place else ""
    now = f"; now: {promise.now}" if promise.now else ""
    mark = f"{_MARKS[promise.state]:<{_ROOM}}"
    text = shortened(clean(f"{promise.text}{now}{where}"), max(width - _ROOM, 20))
    yield from hanging(text, width, first=mark, rest=" " * _ROOM)


# --- JSON


def _json(review: Review) -> str:
    head = {
        "version": 1,
        "plan": {"name": review.plan, "path": review.path, "objective": review.purpose},
        "organisation": review.organisation,
        "today": review.today.isoformat(),
        "aimed": asdict(review.aimed) if review.aimed else None,
        "summary": {state.replace(" ", "_"): review.count(state) for state in KEPT},
        "promises": [_record(promise) for promise in review.promises],
        "remarks": review.remarks,
    }
    return json.dumps(head, indent=1) + "\n"


def _record(promise: Promise) -> dict[str, object]:
    place = promise.place._asdict() if promise.place else None
    return {"text": promise.text, "state": promise.state, "now": promise.now, "location": place}
