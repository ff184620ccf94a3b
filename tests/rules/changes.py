"""What the tests of rules about changes share: one rule asked about a comparison that is made by hand."""

import datetime
from collections.abc import Sequence
from typing import Any

from orgmodel import api, catalogue
from orgmodel.model.comparison import Comparison
from orgmodel.model.finding import Finding, Severity, Subject, fingerprint
from orgmodel.model.place import Place, Spot
from orgmodel.rules.engine import Outcome, run_change

TODAY = datetime.date(2027, 2, 1)


class Spots:
    """Places that answer every spot with a file called as the spot."""

    def find(self, spot: Spot) -> Place | None:
        """Return a place whose path is the spot."""
        return Place("/".join(map(str, (spot.section, spot.key, *spot.path))), 1, 1, 1, 2)

    def line(self, place: Place, number: int) -> str | None:
        """Return nothing: there are no files."""
        return None


def asked(code: str, set: Sequence[str] = (), today: datetime.date = TODAY, **parts: Any) -> Outcome:
    """Ask one rule about a comparison that is called ``bold`` and consists of these parts."""
    rules = catalogue.rules()
    settings = api.settings(select=[code], set=set, today=today)
    made = Comparison(**{"name": "bold", "places": Spots(), **parts})
    return run_change(made, settings.of(rules[code], rules))


def only(outcome: Outcome) -> Finding:
    """Return the only finding."""
    (finding,) = outcome.findings
    return finding


def counts(outcome: Outcome) -> tuple[int, int, int]:
    """Return how many were judged, found wanting, and not known."""
    return outcome.coverage.checked, outcome.coverage.violations, outcome.coverage.unknown


def where(finding: Finding) -> str:
    """Return the spot that a finding stands at."""
    assert finding.place is not None
    return finding.place.path


def audited(code: str, kind: str, id: str, severity: Severity = "error", **evidence: object) -> Finding:
    """Return a finding as an audit makes it."""
    key = f"{kind}:{id}"
    return Finding(
        code=code,
        name="a-rule",
        severity=severity,
        subject=Subject(kind, id),
        message=f"{id} is wrong",
        help=f"mend {id}",
        evidence=evidence,
        concerns=(key,),
        fingerprint=fingerprint(code, key),
    )
