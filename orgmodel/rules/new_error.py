"""A change brings an error that is not there today.

## What it checks

The errors that an audit of the organisation after the change finds and an audit of today's does not, each by itself. An
error that is there today and stays is not a matter of the change. Warnings and notes that are new are listed by the
comparison and are no finding of this rule.

## Why it matters

A change is paid for with weeks in which people look for their place. If it leaves behind what would be an error in any
other organisation, there will be a second change, and everybody has learnt what the first one was worth.

## Bad

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: ana, members: [ana, bo]}}
components: {till: {owner: shop}}
```

```yaml after
plan: {name: Tills on their own}
changes:
  - hand_over: {component: till, to: nobody}
```

## Good

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: ana, members: [ana, bo]}}
components: {till: {owner: shop}}
```

```yaml after
plan: {name: Tills on their own}
changes:
  - create_team: {team: tills, lead: bo, members: [bo]}
  - hand_over: {component: till, to: tills}
```

## What to do

Read the finding that is new as if it stood in an audit, and change the plan so that it does not come to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from orgmodel.rules.base import FINE, Answers, Options, Rule, Violation

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison
    from orgmodel.model.finding import Finding


def check(comparison: Comparison, options: Options) -> Answers:
    """Look for errors among the findings that only the organisation after the change has."""
    for finding in comparison.findings.new:
        yield _new(finding) if finding.severity == "error" else FINE


def _new(finding: Finding) -> Violation:
    return Violation(
        kind=finding.subject.kind,
        id=finding.subject.id,
        message=f"an error that is not there today: {finding.message} ({finding.code})",
        help=finding.help or "change the plan so that it does not come to this",
        label=f"new: {finding.code}",
        evidence={**finding.evidence, "code": finding.code, "fingerprint": finding.fingerprint},
        concerns=tuple(_concerned(finding)),
        identity=(finding.code, finding.fingerprint),
    )


def _concerned(finding: Finding) -> Iterator[tuple[str, str]]:
    for key in finding.concerns:
        kind, _, id = key.partition(":")
        yield kind, id


rule = Rule(
    code="X001",
    name="new-error",
    severity="error",
    page=__doc__,
    check_change=check,
    evidence="practice",
    sources=("NAKISA",),
    subject="change",
)
