"""Without names: they are planted everywhere, and every output is searched for them."""

import datetime
import json
import re
import subprocess
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.model.anonymous import pseudonyms
from orgmodel.report.comparison.names import TOPICS
from orgmodel.report.comparison.names import names as names_behind
from tests.cli.conftest import Run
from tests.cli.test_draw import FORMATS

PLANTED = """
people:
  zebulon: {name: Zebulon Quimby, title: Keeper of Zebras, location: Zanzibar, manager: nobody, x-note: Quimby}
  ottoline: {name: Ottoline Finch, manager: zebulon}
teams:
  search: {lead: zebulon, members: [ottoline, zebulon], purpose: "what Zebulon Quimby wants"}
  basket: {headcount: 14} # orgmodel: waive T001 until 2099-01-01 because Ottoline Finch says so
initiatives:
  i:
    name: Ottoline's idea
    leader: [{person: zebulon, allocation: 20%}, {person: ottoline, allocation: 10%}]
    team: search
decisions:
  d: {owner: search, decider: ottoline, steps: [{by: "person:zebulon", can: veto}]}
components:
  c: {owner: "person:ottoline", experts: [zebulon]}
metrics: {m: {owner: "person:zebulon"}}
hiring: {h: {team: search, hiring_manager: zebulon, bar_raiser: ottoline}}
"""
AFTER = (
    PLANTED.replace("zebulon", "zeb")
    .replace("{name: Zebulon Quimby", "{renamed_from: zebulon, name: Zebulon Quimby")
    .replace("members: [ottoline, zeb]", "members: [zeb]")
    .replace("  basket: {", "  basket: {lead: ottoline, members: [ottoline, wilhelmina], ")
    .replace("teams:", "  wilhelmina: {name: Wilhelmina Pym, location: Wagga, manager: ottoline}\nteams:")
)
PLAN = """
plan:
  name: What Zebulon Quimby came up with
  objective: Ottoline Finch can finish
  measure: {id: outside_teams, initiative: i, baseline: 1, expected: 0}
  sponsor: ottoline
  way_back: Finch and her Quimby go home
waves:
  - name: for Ottoline Finch
    date: 2027-01-01
    changes: # Quimby
      - join: {person: wilhelmina, name: Wilhelmina Pym, title: Warden, location: Wagga, manager: zebulon, team: search}
      - set: {entity: person:ottoline, title: Fixer of Finches, location: Wapping, x-note: Finch}
      - set: {entity: person:zebulon, title: null}
      - set: {entity: initiative:i, name: Wilhelmina's idea}
      - create: {entity: person:persephone, name: Persephone Oak, manager: ottoline, location: Wexford}
      - change_manager: {person: persephone, to: wilhelmina}
      - leave: {person: bartholomew}
      - set: {entity: "person:zebulon", mangaer: ottoline}
      - change_decider: {decision: d, to: peregrine}
      - move_person: {person: ottoline, from: search, to: basket}
      - appoint_leader: {initiative: i, person: ottoline, allocation: 100%}
      - appoint_lead: {team: search, person: wilhelmina}
      - hand_over: {component: c, to: search}
  - name: without Zebulon
    date: 2027-02-01
    changes:
      - create_team: {team: new, purpose: Zebulon's dream, members: [persephone]}
      - leave: {person: zebulon, reports_to: ottoline}
      - dissolve_team: {team: search, members_to: {new: [wilhelmina], basket: rest}, components_to: new}
      - remove: {entity: person:persephone}
"""
NAMES = re.compile(
    "zeb|quimby|ottoline|finch|zanzibar|wilhelmina|pym|warden|wagga|wapping|wexford|persephone|oak|bartholomew|peregrine",
    re.IGNORECASE,
)
OTHERS = ("ottoline-plan.yaml", "quimby.yaml")


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An organisation, another one and a plan, in files that are called after people, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("zebulon.yaml", PLANTED), *zip(OTHERS, (PLAN, AFTER), strict=True)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def assert_bare(run: Run, *words: object) -> str:
    """Assert that there are names in an output, and none without them; return this."""
    plain, bare = run(*words), run(*words, "--anonymise")
    assert NAMES.search(plain.out)
    assert bare.out
    assert [] == NAMES.findall(bare.out + bare.err)
    return bare.out


@pytest.mark.parametrize(
    "form", ["text", "brief", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"]
)
def test_no_name_leaks_into_any_report(run: Run, planted: Path, form: str) -> None:
    """Names are planted everywhere, in a file that is called after somebody, and none is found."""
    assert_bare(run, "audit", "zebulon.yaml", "-f", form)


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_no_name_leaks_into_measures(run: Run, planted: Path, form: str) -> None:
    """Neither as whom a measure is of, nor in what is listed, nor from a plan that is applied first."""
    by = () if form == "json" else ("--by", "person")
    for plans in ((), ("--with", OTHERS[0])):
        assert "person-" in assert_bare(run, "measure", "zebulon.yaml", *by, "-f", form, *plans)


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("entity", ["zebulon", "person:ottoline", "Ottoline Finch", "search", "i", "d", "c", "h"])
def test_no_name_leaks_into_a_card(run: Run, planted: Path, form: str, entity: str) -> None:
    """Somebody can be asked for by name all the same."""
    assert "person-" in assert_bare(run, "show", entity, "zebulon.yaml", "-f", form)


def test_a_card_can_be_asked_for_by_pseudonym(run: Run, planted: Path) -> None:
    """What is nowhere a name is one without names; if it is neither, no name is suggested."""
    said = pseudonyms(["zebulon"], key="k")["zebulon"]
    assert said in run("show", said, "zebulon.yaml", "--anonymise", "--key", "k").out
    assert "did you mean zebulon" in run("show", "zebulom", "zebulon.yaml").err
    assert "zebulon" not in run("show", "zebulom", "zebulon.yaml", "--anonymise").err


@pytest.mark.parametrize("after", [OTHERS[:1], OTHERS[1:], OTHERS, OTHERS[:1] * 2])
@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_no_name_leaks_into_a_comparison(run: Run, planted: Path, after: tuple[str, ...], form: str) -> None:
    """Neither from organisations, nor from plans, nor from what is wrong with these."""
    assert "person-" in assert_bare(run, "compare", "zebulon.yaml", *after, "-f", form)
    if form != "json":
        assert_bare(run, "compare", "zebulon.yaml", *after, "-f", form, "--brief")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("base", [(), ("--base", "zebulon.yaml")])
def test_no_name_leaks_into_a_review(run: Run, planted: Path, form: str, base: tuple[str, ...]) -> None:
    """Neither from what a plan promised, nor from what is so now."""
    assert "person-" in assert_bare(run, "review", *OTHERS, *base, "-f", form)


def test_a_review_passes_over_what_is_hidden(planted: Path) -> None:
    """Of a change that sets only what only one person has, nobody could say whether it is so."""
    plain, bare = api.review(*OTHERS), api.review(*OTHERS, anonymise="")
    assert len(plain.promises) == len(bare.promises) + 1


@pytest.mark.parametrize("topic", ["people.joined", "findings.plan", "ties.cut", "ties.new"])
def test_no_name_leaks_behind_a_number(run: Run, planted: Path, topic: str) -> None:
    """Whatever `--names` is asked for."""
    words = ("compare", "zebulon.yaml", *OTHERS, "--names", topic)
    plain, bare = run(*words), run(*words, "--anonymise")
    assert (0, 0) == (plain.code, bare.code)
    assert [] == NAMES.findall(bare.out + bare.err)


def test_no_name_leaks_behind_any_number(planted: Path) -> None:
    """Whatever `--names` can be asked for, names are behind many numbers, and none without them."""
    plain, bare = (api.compare("zebulon.yaml", *OTHERS, anonymise=key) for key in (None, ""))
    assert 20 < sum(bool(NAMES.search("\n".join(names_behind(plain, topic)))) for topic in TOPICS)
    assert {} == {topic: found for topic in TOPICS if (found := NAMES.findall("\n".join(names_behind(bare, topic))))}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("after", OTHERS)
def test_no_name_leaks_into_a_picture_of_a_change(run: Run, planted: Path, after: str, form: str) -> None:
    """Neither as somebody, nor as the name of a plan or a file."""
    assert [] == NAMES.findall(run("draw", "change", "zebulon.yaml", after, "-f", form, "--anonymise").out)


def test_what_follows_from_a_plan_stays(planted: Path) -> None:
    """Who moves, what cannot be undone, what does not fit: all of it is still said, of pseudonyms."""
    (plain,) = api.compare("zebulon.yaml", OTHERS[0]).alternatives
    (bare,) = api.compare("zebulon.yaml", OTHERS[0], anonymise="").alternatives
    names = pseudonyms(["ottoline", "zebulon", "wilhelmina"])
    assert ("ottoline",) == tuple(each.id for each in plain.people.changed_team)
    assert (names["ottoline"],) == tuple(each.id for each in bare.people.changed_team)
    assert ((names["zebulon"],), (names["wilhelmina"],)) == (bare.people.left, bare.people.joined)
    # A title and a place that only one person has are hidden, and so is the step that changes them.
    assert [step.door for step in plain.doors if "title" not in step.text] == [step.door for step in bare.doors]
    assert plain.objective == bare.objective
    # What is wrong with its file is not told: it would show what stands there.
    assert sorted(each.code for each in plain.plan_findings if each.code != "F005") == sorted(
        each.code for each in bare.plan_findings
    )


def test_who_was_renamed_stays_the_same_person(planted: Path) -> None:
    """Under two ids somebody is still one: nobody leaves, and what only they have stays hidden."""
    (found,) = api.compare("zebulon.yaml", OTHERS[1], anonymise="").alternatives
    assert ((), tuple(pseudonyms(["wilhelmina"]).values())) == (found.people.left, found.people.joined)


@pytest.fixture
def versions(planted: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions of the organisation in git, whose authors and messages have names as well."""
    for name in OTHERS:
        (planted / name).unlink()
    git("init", "-q")
    for text, subject, day in ((PLANTED, "Zebulon begins", "2026-01-10"), (AFTER, "Ottoline moves", "2026-02-10")):
        (planted / "zebulon.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00Z")
        git("add", ".")
        git("commit", "-qm", subject)
    (planted / "zebulon.yaml").write_text(AFTER + "# Quimby\n", encoding="utf-8")
    return planted


def git(*words: str) -> None:
    """Run git in the current folder, as one of those who must not be named."""
    identity = ["-c", "user.name=Zebulon Quimby", "-c", "user.email=zebulon@example.org"]
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_no_name_leaks_into_a_history(run: Run, versions: Path, form: str) -> None:
    """Neither of people, nor of the path, nor of what commits say; who moved is the same one in every version."""
    words = ("history", "zebulon.yaml", "-f", form)
    bare = run(*words, "--anonymise")
    assert [] == NAMES.findall(bare.out + bare.err)
    if form == "json":
        steps = [row["changed_team"] for row in json.loads(bare.out)["rows"]]
        assert [None, list(pseudonyms(["ottoline"]).values()), []] == steps


def test_earlier_moves_are_known_without_names(versions: Path) -> None:
    """What git tells of somebody is told of their pseudonym."""
    (versions / "plan.yaml").write_text("changes: [{appoint_lead: {team: search, person: ottoline}}]", encoding="utf-8")
    (found,) = api.compare(
        "zebulon.yaml",
        "plan.yaml",
        look_back=True,
        anonymise="",
        settings=api.settings(today=datetime.date(2026, 3, 1)),
    ).alternatives
    assert tuple(pseudonyms(["ottoline"]).values()) == tuple(each.id for each in found.people.moved_again)


def test_the_same_key_gives_the_same_pseudonyms(run: Run, tmp_path: Path) -> None:
    """Across runs and files people are called the same, and otherwise without the key."""
    file = tmp_path / "org.yaml"
    file.write_text(PLANTED, encoding="utf-8")
    said = [run("audit", file, "--anonymise", *words).out for words in (["--key", "k"], ["--key", "k"], [])]
    assert said[0] == said[1] != said[2]
