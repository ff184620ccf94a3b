"""Rules of one's own, from the configuration and from other packages."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from textwrap import dedent

import pytest

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.configuration import ConfigurationError
from orgmodel.rules.base import FINE, Rule, Violation
from orgmodel.rules.team_too_large import rule as team_too_large
from orgmodel.testing import asked, messages
from orgmodel_cli.main import main

ORG = """
teams:
  shop: {kind: group}
  search: {parent: shop, headcount: 6, purpose: find}
  cart: {parent: shop, headcount: 6, purpose: buy, x-chat: "#cart"}
  billing: {headcount: 6}
  base: {headcount: 6, type: platform}
  other: {headcount: 6, external: true}
dependencies:
  - {from: search, to: billing, kind: api}
  - {from: base, to: cart, kind: custom-work}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an organisation, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ORG, encoding="utf-8")
    return tmp_path


def audit(folder: Path, config: str) -> Audit:
    """Audit the organisation under a configuration, with own rules and those of other packages alone."""
    (folder / "orgmodel.toml").write_text(dedent(config), encoding="utf-8")
    settings = api.settings(paths=["."])
    return api.audit("org.yaml", settings=api.settings(paths=["."], select=[rule.code for rule in settings.added]))


def own(must: str, stated: str, more: str = "") -> str:
    """State one rule of one's own."""
    return f'[[own]]\ncode = "U001"\nname = "ours"\nmust = "{must}"\n{stated}\n{more}\n'


@pytest.mark.parametrize(
    ("must", "stated", "expected"),
    [
        ("forbidden", 'from = ["shop"]\nto = ["bill*"]', ["search depends on billing, which is forbidden"]),
        ("forbidden", 'from = ["type:platform"]\nto = ["kind:team"]', ["base depends on cart, which is forbidden"]),
        ("forbidden", 'from = ["shop"]\nto = ["billing"]\ngraph = "waits"', []),
        ("forbidden", 'from = ["billing"]\nto = ["shop"]', []),
        ("layers", 'layers = [["search", "cart"], "billing", "base"]',
         ["base depends on cart, which stands in a layer above"]),
        ("layers", 'layers = ["base", "shop", "billing"]', []),
        ("independent", 'parts = ["shop", "base"]', ["base depends on cart, but base and shop are to be independent"]),
        ("independent", 'parts = ["shop", "other"]', []),
        ("required", 'of = "team"\nfields = ["purpose", "x-chat"]\namong = ["shop"]',
         ["search does not state `x-chat`"]),
        ("required", 'of = "team"\nfields = ["purpose"]',
         ["base does not state `purpose`", "billing does not state `purpose`", "shop does not state `purpose`"]),
    ],
)  # fmt: skip
def test_conditions(folder: Path, must: str, stated: str, expected: list[str]) -> None:
    """Each condition finds what breaks it, and nothing else; external teams owe nothing."""
    assert expected == sorted(each.message for each in audit(folder, own(must, stated)).standing)


def test_what_an_own_rule_says(folder: Path) -> None:
    """The sentence, what to do and the severity are one's own; the place is that of the dependency."""
    more = 'severity = "error"\nmessage = "{team} must leave {other} alone"\nhelp = "read its events"\n'
    more += 'why = "Money is apart."'
    found = audit(folder, own("forbidden", 'from = ["shop"]\nto = ["billing"]', more))
    (finding,) = found.standing
    assert ("error", "search must leave billing alone", "read its events") == (
        finding.severity,
        finding.message,
        finding.help,
    )
    assert finding.place is not None
    assert ("org.yaml", 10) == finding.place[:2]
    assert "Money is apart." == found.rules["U001"].summary


def test_own_rules_are_configured_like_all(folder: Path) -> None:
    """They can be ignored, waived and made lighter, by code and by name."""
    rule = own("forbidden", 'from = ["shop"]\nto = ["billing"]')
    assert ["info"] == [each.severity for each in audit(folder, rule + '[severity]\nours = "info"').standing]
    waiver = '[[waivers]]\nrule = "ours"\nsubject = "team:search"\nreason = "until spring"'
    assert () == audit(folder, rule + waiver).standing
    (folder / "orgmodel.toml").write_text('ignore = ["U"]\n' + rule, encoding="utf-8")
    assert "U001" not in api.settings(paths=["."]).rules


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (own("forbiden", ""), "there is no condition ‘forbiden’; did you mean forbidden?"),
        (own("forbidden", 'from = ["a"]'), "`forbidden` needs `to`"),
        (own("forbidden", 'from = "a"\nto = ["b"]'), "`from` is no list of texts"),
        (own("forbidden", 'from = ["a"]\nto = ["b"]\ntoo = 1'), "`forbidden` has no use for ‘too’; did you mean to?"),
        (own("forbidden", 'from = ["a"]\nto = ["b"]\ngraph = "x"'), "`graph` is 'x': write one of all, uses, waits"),
        (own("layers", 'layers = ["a"]'), "there must be two at least"),
        (own("independent", 'parts = ["a"]'), "there must be two at least"),
        (own("required", 'of = "team"\nfields = ["porpoise"]'), "a team has no field ‘porpoise’"),
        (own("required", 'of = "person"\nfields = ["title"]\namong = ["a"]'), "so `of` must be team"),
        (own("layers", 'layers = ["a", "b"]', 'severity = "bad"'), "‘bad’ is no severity"),
        ('[[own]]\ncode = "T001"\nname = "a"\nmust = "layers"', "‘T001’ is no code of an own rule"),
        ('[[own]]\ncode = "U001"\nname = "team-too-large"\nmust = "layers"', "there is a rule U001 or team-too-la"),
        ('[[own]]\ncode = "U001"\nmust = "layers"', 'a rule of one\'s own needs `name = "…"`'),
        (own("layers", 'layers = ["a", "b"]') * 2, "there is a rule U001 or ours already"),
        ('plugins = ["acme"]', "no installed package offers rules called ‘acme’"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_own_rule_is_one_line(folder: Path, config: str, said: str) -> None:
    """Whatever is misspelt or missing is told with its place, before anything is audited."""
    with pytest.raises(ConfigurationError) as caught:
        audit(folder, config)
    assert said in str(caught.value)
    assert str(caught.value).startswith("orgmodel.toml:")


# --- rules of other packages


def _named_bob(graph: object, options: object) -> Iterator[object]:
    yield Violation(kind="team", id="cart", message="cart is not called Bob")
    yield FINE


def _raises(graph: object, options: object) -> Iterator[object]:
    yield Violation(kind="team", id="base", message="base was looked at")
    raise ZeroDivisionError("three\nlines")


PAGE = "A page.\n"
BOB = Rule(code="BOB001", name="called-bob", severity="warning", page=PAGE, check=_named_bob)  # type: ignore[arg-type]  # brief
BROKEN = Rule(code="BOB002", name="broken", severity="warning", page=PAGE, check=_raises)  # type: ignore[arg-type]  # brief
SEVERAL = [BOB, BROKEN]
NO_RULE = 3


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages that offer rules, none of which is loaded unless it is named."""
    offers = {"bob": "BOB", "several": "SEVERAL", "none": "NO_RULE", "gone": "GONE"}
    points = EntryPoints(EntryPoint(name, f"{__name__}:{value}", "orgmodel.rules") for name, value in offers.items())
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points.select(group=group))


@pytest.mark.usefixtures("installed")
def test_packages_offer_rules_that_the_configuration_names(folder: Path) -> None:
    """Only what is named is loaded, and then it is a rule like all."""
    found = audit(folder, 'plugins = ["bob"]\n[severity]\ncalled-bob = "info"')
    assert [("BOB001", "info", "cart is not called Bob")] == [
        (each.code, each.severity, each.message) for each in found.standing
    ]
    (folder / "orgmodel.toml").write_text("", encoding="utf-8")
    assert () == api.settings(paths=["."]).added


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bib", "no installed package offers rules called ‘bib’: there is bob, gone, none, several"),
        ("none", "what is offered as the rules ‘none’ is no rule, and no list of rules"),
        ("gone", "the rules ‘gone’ cannot be loaded: AttributeError"),
    ],
)
def test_offers_that_are_none(folder: Path, name: str, said: str) -> None:
    """What cannot be had is told in one line."""
    with pytest.raises(ConfigurationError) as caught:
        audit(folder, f'plugins = ["{name}"]')
    assert said in str(caught.value)


@pytest.mark.usefixtures("installed")
def test_a_rule_that_raises_is_the_tools_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it found before is kept, the others go on, one line names it, and the exit code is 2."""
    (folder / "orgmodel.toml").write_text('plugins = ["several"]', encoding="utf-8")
    assert 2 == main(["audit", "org.yaml", "--select", "BOB001,BOB002,T001", "-f", "concise"])
    said = capsys.readouterr()
    assert ["BOB002 [broken] base was looked at", "BOB001 [called-bob] cart is not called Bob"] == sorted(
        (line.split(": warning ")[1] for line in said.out.splitlines()), reverse=True
    )
    fault = "orgmodel: the rule BOB002 is itself at fault and could not be asked to its end"
    assert f"{fault}: ZeroDivisionError: three lines\n" == said.err


# --- testing rules


def test_a_rule_is_tested_in_three_lines() -> None:
    """The text, the options, what is found."""
    assert ["a has 9 people, 1 more than two pizzas feed (limit 8)"] == messages(
        team_too_large, "teams: {a: {headcount: 9}}", max=8
    )
    assert 1 == asked(team_too_large, "teams: {a: {}}").coverage.unknown


def test_a_text_that_is_no_organisation_proves_nothing() -> None:
    """A slip in the text of a test is told."""
    with pytest.raises(AssertionError, match="heedcount"):
        messages(team_too_large, "teams: {a: {heedcount: 9}}")
    with pytest.raises(ConfigurationError, match="T001 has no option ‘maks’"):
        messages(team_too_large, "teams: {a: {}}", maks=3)
