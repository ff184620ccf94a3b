"""The plan does not say where somebody or something goes.

## What it checks

Whoever and whatever belonged to a team that is split or dissolved: its people, vacancies and components, the teams
below it, its initiatives, decisions, metrics, hiring loops and declared dependencies; and those who reported to
somebody who leaves. What has to do with a component goes with it where the plan says where that goes. Whatever is left
then has no place.

## Why it matters

A plan names the teams it is about and forgets what hangs on them. Those who were forgotten are placed on the last day
by whoever is in the room. For dependencies it means that nobody can say how much the new teams will wait for each
other.

## Bad

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo, cy]}}
components: {till: {owner: shop}, cart: {owner: shop}}
```

```yaml after
plan: {name: Two teams}
changes:
  - split_team:
      team: shop
      into:
        shop: {lead: ana, members: [ana], components: cart}
        tills: {lead: bo, members: [bo], components: till}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo, cy]}}
components: {till: {owner: shop}, cart: {owner: shop}}
```

```yaml after
plan: {name: Two teams}
changes:
  - split_team:
      team: shop
      into:
        shop: {lead: ana, members: [ana], components: cart}
        tills: {lead: bo, members: [bo, cy], components: till}
```

## What to do

Name it where it belongs: in one of the parts, or in where the members and components of a team that ends go. What is to
end as well needs a line of its own that says so.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="X017",
    name="left-unplaced",
    severity="warning",
    page=__doc__,
    evidence="fact",
    subject="change",
)
