"""A press release is longer than a page, or an FAQ or memo longer than six.

## What it checks

The words of the press release, the FAQ and the memo of each initiative that has not ended, against `words_per_page`
times the pages that each may have; a memo may be as long as an FAQ. Only text files inside the folder of the
organisation are read, by a path from the file that names them. What stands elsewhere (an address, a path that leads out
of the folder by itself or by a link, a file that is no text) is not opened, and counted as unknown.

## Why it matters

A page is what a customer reads, and six are what a meeting reads in silence before it talks. Whoever needs more has not
decided yet what matters.

## Bad

```yaml
initiatives:
  one-click:
    stage: press-release
    press_release: ideas/one-click.md # 640 words
```

## Good

```yaml
initiatives:
  one-click:
    stage: press-release
    press_release: ideas/one-click.md # 480 words
    faq: ideas/one-click-questions.md # 2600 words
```

## What to do

Cut it. What is missed afterwards belongs into an appendix, or into the FAQ.
"""

from collections.abc import Iterator
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import OVER_STAGES, Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, option


class Limits(Options):
    """How long narratives may be."""

    words_per_page: int = option(500, "judgement", "The words that fit on a page.")
    press_release_pages: int = option(1, "IDNA", "The most pages of a press release.")
    faq_pages: int = option(6, "IDNA", "The most pages of an FAQ, and of a memo.")


class _Narrative(NamedTuple):
    """A document of an initiative, and the pages it may have."""

    field: str
    name: str
    path: str
    pages: int


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare every narrative that can be read with its limit."""
    for id, initiative in sorted(graph.org.initiatives.items()):
        if initiative.stage in OVER_STAGES or initiative.external:
            continue
        for narrative in _narratives(initiative, options):
            words = graph.org.narratives.words(Spot("initiatives", id), narrative.path)
            yield _judged(initiative, narrative, words, options.words_per_page)


def _narratives(initiative: Initiative, options: Limits) -> Iterator[_Narrative]:
    if initiative.press_release is not None:
        yield _Narrative("press_release", "press release", initiative.press_release, options.press_release_pages)
    if initiative.faq is not None:
        yield _Narrative("faq", "FAQ", initiative.faq, options.faq_pages)
    if initiative.memo is not None:
        yield _Narrative("memo", "memo", initiative.memo, options.faq_pages)


def _judged(initiative: Initiative, narrative: _Narrative, words: int | None, words_per_page: int) -> Answer:
    if words is None:
        return Unknown("initiative", initiative.id, "narratives in files")
    limit = narrative.pages * words_per_page
    if words <= limit:
        return FINE
    pages = counted(narrative.pages, "page")
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"the {narrative.name} of {initiative.id} has {words:,} words, more than {pages} (limit {limit:,})",
        help=f"cut it by {counted(words - limit, 'word')}, and keep the rest for whoever asks",
        path=(narrative.field,),
        evidence={
            "words": words,
            "limit": limit,
            "pages": narrative.pages,
            "document": narrative.name,
            "path": narrative.path,
        },
        identity=(f"initiative:{initiative.id}", narrative.field),
    )


rule = Rule(
    code="W002",
    name="narrative-too-long",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("IDNA",),
    subject="initiative",
)
