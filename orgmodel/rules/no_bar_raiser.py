"""A hiring loop has no bar raiser.

## What it checks

Each hiring loop. It has none where `bar_raiser: nobody` says so. A loop that does not mention one counts as one without
where another loop names its own; the option `absent` decides otherwise.

## Why it matters

Whoever needs somebody soon is tempted to settle. A person from outside the team, with a veto and nothing to gain, keeps
each hire from being a compromise that stays for years.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams: {search: {lead: ana}}
hiring:
  engineer-7: {team: search, hiring_manager: ana, bar_raiser: nobody}
```

## Good

```yaml
people: {ana: {}, bo: {}}
teams: {search: {lead: ana}}
hiring:
  engineer-7: {team: search, hiring_manager: ana, bar_raiser: bo}
```

## What to do

Ask somebody from another team to take part in every interview loop, and give them a veto.
"""

from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import Absent, Answers, Options, Rule, absent_option
from orgmodel.rules.unnamed import Asked, judged

_ASKED: Final = Asked(
    kind="hiring",
    field="bar_raiser",
    missing="bar raisers of hiring loops",
    message="the hiring loop {id} has no bar raiser",
    help="ask somebody from another team to take part, with a veto",
)


class Reading(Options):
    """How to read a loop that does not mention a bar raiser."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask each hiring loop who raises the bar."""
    return judged(graph.org.hiring, _ASKED, options.absent)


rule = Rule(
    code="H001",
    name="no-bar-raiser",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("BRYAR2",),
    subject="hiring",
)
