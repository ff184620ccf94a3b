"""A person has no team or no manager any more, and is not said to leave.

## What it checks

Everybody who is described before and after the change. Who had a team and has none, or had a manager and has none, was
dropped, unless they are marked as leaving. Who comes to stand at the top because that is stated (`manager: nobody`) was
not. Who had neither today is not in question.

## Why it matters

A person who finds out from the new chart that they are not on it has been told something, whether it was meant or not.
It is nearly always an oversight, and it is remembered longer than anything else of the change.

## Bad

```yaml before
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: ana}}
teams: {shop: {lead: ana, members: [ana, bo, cy]}}
```

```yaml after
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: ana}}
teams: {shop: {lead: ana, members: [ana, bo]}}
```

## Good

```yaml before
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: ana}}
teams: {shop: {lead: ana, members: [ana, bo, cy]}}
```

```yaml after
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: bo}}
teams:
  shop: {lead: ana, members: [ana]}
  tills: {lead: bo, members: [bo, cy]}
```

## What to do

Say where each of them goes and to whom they report, or that they leave. Tell them before the chart is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from orgmodel.rules.base import Answers, Fine, Options, Rule, Violation

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison


_HELP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "team": "say which team {id} goes to",
        "manager": "say to whom {id} reports",
        "both": "say where {id} goes and to whom they report",
    }
)


def check(comparison: Comparison, options: Options) -> Answers:
    """Say who was dropped, each person once."""
    lost: dict[str, list[str]] = {}
    for id, what in comparison.people.dropped:
        lost.setdefault(id, []).append(what)
    for id in lost:
        yield _dropped(id, [what for what in ("team", "manager") if what in lost[id]])
    yield Fine(comparison.people.stayers - len(lost))


def _dropped(id: str, lost: Sequence[str]) -> Violation:
    return Violation(
        kind="person",
        id=id,
        message=f"{id} has {' and '.join(f'no {what}' for what in lost)} any more, and is not said to leave",
        help=_HELP[lost[0] if len(lost) == 1 else "both"].format(id=id),
        label=" and ".join(f"no {what}" for what in lost),
        evidence={"lost": list(lost)},
    )


rule = Rule(
    code="X003",
    name="dropped-person",
    severity="error",
    page=__doc__,
    check_change=check,
    evidence="practice",
    subject="change",
)
