"""One of the five working-backwards questions has no answer.

## What it checks

Who is the customer, what is their problem or opportunity, what is the most important benefit, how do we know, and what
does the experience look like: each initiative in one of the `stages` that answers one of them must answer all five.
Words such as `TBD` are no answer. An initiative that answers none is counted as unknown: its answers may stand in its
press release. So is one with an open question that does not say how far it has come.

## Why it matters

The five questions are easy to answer for a good idea. The one that is left open is most often the one whose answer
nobody wants to hear.

## Bad

```yaml
initiatives:
  one-click:
    stage: approved
    customer: people who buy on the train
    problem: the connection is gone before the third page
    benefit: one tap, and it is bought
    experience: a button under the picture
```

## Good

```yaml
initiatives:
  one-click:
    stage: approved
    customer: people who buy on the train
    problem: the connection is gone before the third page
    benefit: one tap, and it is bought
    evidence: a third of all orders on phones end on the second page
    experience: a button under the picture
```

## What to do

Answer it, or find out. An answer of one line is enough here; a path to where it is written will do as well.
"""

from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Initiative
from orgmodel.model.placeholders import is_placeholder
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option

_QUESTIONS: Final = ("customer", "problem", "benefit", "evidence", "experience")


class Reading(Options):
    """When the questions must have their answers."""

    stages: tuple[str, ...] = option(
        ("press-release", "approved", "building"), "judgement", "The stages in which all five must be answered."
    )


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Look for five answers of every initiative that should have them."""
    for _, initiative in sorted(graph.org.initiatives.items()):
        if not initiative.external and (initiative.stage is None or initiative.stage in options.stages):
            yield _judged(initiative)


def _judged(initiative: Initiative) -> Answer:
    stated = [name for name in _QUESTIONS if getattr(initiative, name) is not None]
    open_questions = [name for name in _QUESTIONS if not _is_answered(getattr(initiative, name))]
    if not open_questions:
        return FINE
    if not stated:
        return Unknown("initiative", initiative.id, "answers to the five questions")
    if initiative.stage is None:
        return Unknown("initiative", initiative.id, "stages of initiatives")
    return _left_open(initiative, open_questions)


def _is_answered(text: str | None) -> bool:
    return text is not None and text != NOBODY and not is_placeholder(text)


def _left_open(initiative: Initiative, open_questions: list[str]) -> Answer:
    number = len(open_questions)
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} leaves {counted(number, 'of the five questions', 'of the five questions')} open: "
        f"{listed(open_questions)}",
        help="answer it in a line" if number == 1 else "answer each in a line",
        path=(open_questions[0],),
        evidence={"open": number, "questions": open_questions, "stage": initiative.stage},
    )


rule = Rule(
    code="W013",
    name="five-questions-open",
    severity="info",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("AWSWB",),
    subject="initiative",
)
