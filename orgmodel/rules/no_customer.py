"""An active initiative does not say whom it is for.

## What it checks

The customer of every active initiative. `nobody` and words such as `TBD` are no customer. An initiative that says
nothing counts as without one where at least one other initiative names its customer; the option `absent` decides
otherwise.

## Why it matters

Work without a customer has nobody who could say that it is good enough, or that it is not needed. It is then judged by
how much of it was done.

## Bad

```yaml
initiatives:
  one-click: {customer: people who buy on the train}
  new-frame: {leader: ana}
people: {ana: {}}
```

## Good

```yaml
initiatives:
  one-click: {customer: people who buy on the train}
  new-frame: {leader: ana, customer: teams that build pages}
people: {ana: {}}
```

## What to do

Name the people whose day gets better by it; colleagues may be customers too. If nobody can be named, pause it.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.fields import NOBODY
from orgmodel.model.initiatives import Initiative
from orgmodel.model.placeholders import is_placeholder
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
)


class Reading(Options):
    """How to read an initiative that names no customer."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask every active initiative whom it is for."""
    absent_means_none = absent_is_none(options.absent, (each.customer for each in graph.org.initiatives.values()))
    for initiative in graph.active_initiatives:
        if initiative.customer is None and not absent_means_none:
            yield Unknown("initiative", initiative.id, "customers of initiatives")
        else:
            yield FINE if _is_for_somebody(initiative) else _for_nobody(initiative)


def _is_for_somebody(initiative: Initiative) -> bool:
    customer = initiative.customer
    return customer is not None and customer != NOBODY and not is_placeholder(customer)


def _for_nobody(initiative: Initiative) -> Answer:
    written = f": its customer is ‘{initiative.customer}’" if initiative.customer is not None else ""
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} does not say whom it is for{written}",
        help="name the people whose day gets better by it",
        path=("customer",),
        evidence={"customer": initiative.customer},
    )


rule = Rule(
    code="W003",
    name="no-customer",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("IDNA",),
    subject="initiative",
)
