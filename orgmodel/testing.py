"""For those who write rules: asks one rule about an organisation that is given as text."""

import datetime
import tempfile
from pathlib import Path
from textwrap import dedent
from typing import Any

from orgmodel.api import load
from orgmodel.graph import OrgGraph
from orgmodel.model.finding import Finding
from orgmodel.rules.base import Rule
from orgmodel.rules.engine import Configured, Outcome, run
from orgmodel.rules.settings import option_value


def asked(rule: Rule, text: str, *, today: datetime.date | None = None, **options: Any) -> Outcome:
    """Ask one rule about an organisation.

    Parameters
    ----------
    rule
        The rule.
    text
        The organisation file; it may be indented.
    today
        The day that rules about dates count from.
    options
        Values of its options, where they differ from the defaults.

    Raises
    ------
    orgmodel.rules.settings.SettingError
        If the rule has no such option, or the value is of another type.
    AssertionError
        If the text is no sound organisation file: a test on it would prove nothing.

    Examples
    --------
    >>> from orgmodel.rules.team_too_large import rule
    >>> asked(rule, "teams: {search: {headcount: 12}}", max=8).findings[0].message
    'search has 12 people, 4 more than two pizzas feed (limit 8)'
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "org.yaml")
        file.write_text(dedent(text), encoding="utf-8")
        org, problems = load(file)
    assert not problems, "; ".join(problem.message for problem in problems)
    values = {name: option_value(rule, name, value) for name, value in options.items()}
    outcome = run(OrgGraph(org), Configured(rule, rule.options(values, today=today)))
    assert outcome.fault is None, outcome.fault
    return outcome


def messages(rule: Rule, text: str, **options: Any) -> list[str]:
    """Return what a rule finds, one message each; see `asked`."""
    found: tuple[Finding, ...] = asked(rule, text, **options).findings
    return [finding.message for finding in found]
