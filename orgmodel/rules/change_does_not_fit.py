"""A change of the plan does not fit the organisation that it meets.

## What it checks

Each change is applied to the organisation as it is then, after all changes before it. It does not fit where it takes
somebody out of a team they are not in, or drops what is not there; where it makes what is there already, or says what
is so in any case; where groups or reporting lines would run in a circle; and where another change of the same wave, or
of another plan, says something else of the same. Such a change is left out, and all others are applied as far as they
go. A name that means nobody is a matter of F008.

## Why it matters

Plans are written weeks before they are decided, and meanwhile the organisation goes on: people leave, teams are
renamed. A plan that was right has become a plan for another organisation, and whatever is read off it no longer holds.

## Bad

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}, search: {headcount: 4}}
```

```yaml after
plan: {name: Bo helps out}
changes:
  - move_person: {person: bo, from: search, to: tills}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}, search: {headcount: 4}}
```

```yaml after
plan: {name: Bo helps out}
changes:
  - move_person: {person: bo, from: shop, to: tills}
```

## What to do

Mend the line of the plan, or take it out if it has been done meanwhile. If many do not fit, read the plan again from
the beginning: its reasons may be out of date as well.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="X016",
    name="change-does-not-fit",
    severity="error",
    page=__doc__,
    evidence="fact",
    subject="change",
)
