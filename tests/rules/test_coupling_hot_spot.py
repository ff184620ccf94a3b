"""C001: a team stands out in coupling."""

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding
from tests.rules.support import audit_text

TEAMS = "teams: {hub: {}, a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, x: {}, y: {}, z: {}}\n"
STATED = [
    "{from: a, to: hub, kind: shared-data, strength: 4, why: reads its tables}",
    "{from: b, to: hub, kind: shared-data, strength: 3}",
    "{from: c, to: hub, kind: custom-work, strength: 2}",
    "{from: d, to: hub, kind: custom-work, strength: 1}",
    "{from: e, to: hub, kind: custom-work, strength: 1}",
    "{from: f, to: hub, kind: custom-work, strength: 1}",
    "{from: hub, to: x, kind: shared-code, strength: 3}",
    "{from: hub, to: y, kind: approval, strength: 2}",
    "{from: y, to: z, kind: approval, strength: 1}",
]


def organisation(*dependencies: str, teams: str = TEAMS) -> str:
    """Return the text of teams with these dependencies."""
    return teams + "dependencies:\n" + "".join(f"  - {each}\n" for each in dependencies)


def hub(*settings: str, teams: str = TEAMS) -> Audit:
    """Audit the hub that six teams wait for."""
    return audit_text(organisation(*STATED, teams=teams), "C001", set=settings)


def the_finding(audit: Audit) -> Finding:
    """Return the only finding of an audit."""
    (found,) = audit.findings
    return found


def without_strength(dependency: str) -> str:
    """Return a dependency with no strength stated."""
    return dependency.partition(", strength")[0] + "}"


def test_hub_is_found_with_its_numbers() -> None:
    """The message names how many wait for it, for how many it waits, and what passes through it."""
    found = the_finding(hub())
    assert (
        "hub is a coupling hot spot: 6 teams wait for it (weight 12), it waits for 2 (weight 5) "
        "and 18 pairs of others wait through it"
    ) == found.message
    assert ("warning", "team:hub", (1, 9, 12)) == (
        found.severity,
        found.subject.key,
        (found.place.line, found.place.column, found.place.end_column) if found.place else None,
    )


def test_a_hub_that_nobody_waits_for_is_found_as_well() -> None:
    """It waits for many, and no team waits for it."""
    turned = [each.replace("from: ", "_: ").replace("to: ", "from: ").replace("_: ", "to: ") for each in STATED[:6]]
    text = organisation(*turned, STATED[6], STATED[8])
    found = {each.subject.id: each for each in audit_text(text, "C001", set=["rules.C001.min_terms=1"]).findings}
    assert "hub is a coupling hot spot: 0 teams wait for it and it waits for 7 (weight 15)" == found["hub"].message


def test_each_term_is_printed_with_its_rank() -> None:
    """One line a term, whether it stands out or not, and the ranks over all weightings."""
    assert (
        "weighted fan-in 12 (1st of 10), stands out above 3.9",
        "weighted fan-out 5 (1st of 10), stands out above 4.1",
        "betweenness 18 (1st of 10), stands out above 8.1",
        "cyclic group 1 (joint 1st of 10)",
        "rank 1 of 10 however the terms are weighted",
    ) == the_finding(hub()).note
    assert "stands out in 3 of 4 terms" == the_finding(hub()).label


def test_heaviest_dependencies_are_named_with_reason_and_place() -> None:
    """At most five dependencies, the heaviest first, each with the team at its other end."""
    related = the_finding(hub()).related
    assert [
        ("a", "a waits for hub: shared data, strength 4 — reads its tables", 3),
        ("b", "b waits for hub: shared data, strength 3", 4),
        ("x", "hub waits for x: shared code, strength 3", 9),
        ("c", "c waits for hub: custom work, strength 2", 5),
        ("y", "hub waits for y: approval, strength 2", 10),
    ] == [(note.subject and note.subject.id, note.message, note.place and note.place.line) for note in related]


def test_evidence_holds_every_number() -> None:
    """What the message and the notes say can be read without parsing them."""
    evidence = the_finding(hub()).evidence
    expected = {
        "waited_for_by": 6,
        "waits_for": 2,
        "weighted_fan_in": 12.0,
        "weighted_fan_in_rank": 1,
        "betweenness": 18.0,
        "betweenness_limit": 8.1,
        "cyclic_group": 1,
        "stands_out_in": ["weighted fan-in", "weighted fan-out", "betweenness"],
        "rank_best": 1,
        "rank_worst": 1,
        "weighted_fan_in_percentile": 95.0,
        "cyclic_group_percentile": 50.0,
        "mean_percentile": 95.0,
        "ranked_by": ["weighted fan-in", "weighted fan-out", "betweenness"],
        "on_front_share": 1.0,
        "on_front_draws": 200,
        "connected_teams": 10,
        "betweenness_estimated": False,
        "heaviest": [["a", "hub"], ["b", "hub"], ["hub", "x"], ["c", "hub"], ["hub", "y"]],
        "reasons_of_unknown_kind": 0,
    }
    assert expected == {name: evidence[name] for name in expected}


def test_remedy_fits_most_of_the_waiting() -> None:
    """What to do follows from the kind with the largest strength among those who wait."""
    assert "publish an interface to the data of hub, so that nobody else reads or writes its tables" == (
        the_finding(hub()).help
    )


def test_every_other_team_is_fine() -> None:
    """Each delivery team has one answer."""
    assert (Coverage("C001", 10, 1, 0, ()),) == hub().coverage


def test_below_ten_connected_teams_it_is_silent() -> None:
    """One team less that waits or is waited for, and nothing stands out; a team without dependencies does not count."""
    audit = audit_text(organisation(*STATED[:-1]), "C001")
    assert (Coverage("C001", 10, 0, 0, ()),) == audit.coverage
    assert 1 == len(audit_text(organisation(*STATED[:-1]), "C001", set=["rules.C001.min_teams=9"]).findings)
    assert () == hub("rules.C001.min_teams=11").findings


def test_number_of_terms_is_an_option() -> None:
    """It stands out in three terms, so asking for four finds nothing."""
    assert 1 == len(hub("rules.C001.min_terms=3").findings)
    assert () == hub("rules.C001.min_terms=4").findings


def test_quantile_is_an_option() -> None:
    """No value is above the largest."""
    assert () == hub("rules.C001.quantile=100%").findings


def test_published_interfaces_do_not_count() -> None:
    """The same dependencies through interfaces make nobody wait."""
    kinds = ("shared-data", "shared-code", "custom-work", "approval")
    text = organisation(*STATED)
    for kind in kinds:
        text = text.replace(f"kind: {kind}", "kind: api")
    assert (Coverage("C001", 10, 0, 0, ()),) == audit_text(text, "C001").coverage


def test_without_any_dependency_it_cannot_be_told() -> None:
    """Where nothing is stated each team is unknown, not fine."""
    audit = audit_text(TEAMS, "C001")
    assert (Coverage("C001", 0, 0, 10, (("dependencies of teams", 10),)),) == audit.coverage


def test_dependencies_within_a_team_are_stated() -> None:
    """Who says how components of one team depend on each other has stated dependencies."""
    text = TEAMS + "components: {one: {owner: a, depends_on: [two]}, two: {owner: a}}\n"
    assert (Coverage("C001", 10, 0, 0, ()),) == audit_text(text, "C001").coverage


def test_one_team_alone_cannot_wait() -> None:
    """With a single team there is nobody to wait for."""
    assert (Coverage("C001", 1, 0, 0, ()),) == audit_text("teams: {a: {headcount: 5}}", "C001").coverage


@pytest.mark.parametrize("field", ["external: true", "kind: council", "kind: operation"])
def test_only_delivery_teams_are_asked(field: str) -> None:
    """A supplier, a council or an operation counts among those who wait, but is no hot spot itself."""
    audit = hub(teams=TEAMS.replace("hub: {}", f"hub: {{{field}}}"))
    assert (Coverage("C001", 9, 0, 0, ()),) == audit.coverage


def test_weights_are_named_where_they_are_stated() -> None:
    """With strengths for four in five of those who wait the weight is named, with fewer it is not."""
    five_of_six = organisation(*STATED[:5], without_strength(STATED[5]), *STATED[6:])
    four_of_six = organisation(*STATED[:4], *map(without_strength, STATED[4:6]), *STATED[6:])
    assert "6 teams wait for it (weight 12)" in the_finding(audit_text(five_of_six, "C001")).message
    assert "6 teams wait for it, it waits" in the_finding(audit_text(four_of_six, "C001")).message


def test_unknown_kinds_are_counted() -> None:
    """How many reasons might be no waiting at all is said."""
    text = organisation("{from: a, to: hub}", "{from: b, to: hub, strength: 2}", *STATED[2:])
    found = the_finding(audit_text(text, "C001"))
    assert "2 of 8 reasons are of unknown kind and taken for waiting: state the kind to be sure" == found.note[-1]
    assert 2 == found.evidence["reasons_of_unknown_kind"]


def test_circles_are_named() -> None:
    """A hot spot that waits for itself in the end says with how many."""
    found = the_finding(audit_text(organisation(*STATED, "{from: x, to: a, kind: staffing}"), "C001"))
    assert found.message.endswith("pairs of others wait through it and it is in circles with 2 others")
    assert "cyclic group 3 (joint 1st of 10), stands out above 3" not in found.note
    assert "cyclic group 3 (joint 1st of 10)" in found.note


def test_rank_that_depends_on_weights_says_so() -> None:
    """Where another team is ahead in one term the rank goes from best to worst."""
    more = "{from: z, to: x, kind: shared-code, strength: 6}"
    found = the_finding(audit_text(organisation(*STATED, more), "C001"))
    assert "rank 1 to 2 of 10, depending on how the terms are weighted" in found.note
    assert (1, 2) == (found.evidence["rank_best"], found.evidence["rank_worst"])


@pytest.mark.parametrize(("others", "rank"), [(10, "11th"), (11, "12th"), (12, "13th"), (20, "21st"), (21, "22nd")])
def test_ranks_are_ordinals(others: int, rank: str) -> None:
    """All who wait for the hub wait for more than it does itself."""
    names = [f"t{number}" for number in range(others)]
    text = organisation(
        *(f"{{from: {name}, to: hub, kind: custom-work, strength: 4}}" for name in names),
        "{from: hub, to: x, kind: custom-work, strength: 1}",
        teams=f"teams: {{hub: {{}}, x: {{}}, {', '.join(f'{name}: {{}}' for name in names)}}}\n",
    )
    found = the_finding(audit_text(text, "C001"))
    assert f"weighted fan-out 1 ({rank} of {others + 2})" in found.note


def test_a_rival_that_comes_close_is_told() -> None:
    """Where another hub surpasses it once weights are a little different, the finding says how often."""
    into = {"m": 3.9, "n": 3, "o": 2, "p": 1, "q": 1, "r": 1}
    out = {"s": 2.9, "t": 2}
    rival = [
        *(f"{{from: {team}, to: pub, kind: staffing, strength: {strength}}}" for team, strength in into.items()),
        *(f"{{from: pub, to: {team}, kind: staffing, strength: {strength}}}" for team, strength in out.items()),
        "{from: t, to: u, kind: staffing}",
    ]
    teams = TEAMS.replace("z: {}", "z: {}, pub: {}, u: {}, " + ", ".join(f"{team}: {{}}" for team in {**into, **out}))
    found = the_finding(audit_text(organisation(*STATED, *rival, teams=teams), "C001"))
    share = found.evidence["on_front_share"]
    assert isinstance(share, float)
    assert 0.5 < share < 1
    told = f"surpassed in {round(200 - 200 * share)} of 200 draws with each weight up to a fifth higher or lower"
    assert told in found.note


def test_estimated_betweenness_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a large organisation the term says from how many teams it was estimated."""
    monkeypatch.setattr("orgmodel.measures.position.EXACT_UP_TO", 4)
    monkeypatch.setattr("orgmodel.measures.position.AFFORDABLE_STEPS", 9)
    monkeypatch.setattr("orgmodel.measures.position.FEWEST_SOURCES", 4)
    found = the_finding(hub())
    (term,) = (note for note in found.note if note.startswith("betweenness"))
    assert term.endswith(", estimated from 4 of 8 teams that wait for another")
    assert "about 18 pairs of others wait through it" in found.message
    assert (True, 4, 8) == tuple(
        found.evidence[name] for name in ("betweenness_estimated", "betweenness_sample", "betweenness_sample_of")
    )
