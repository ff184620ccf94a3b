"""C002: three teams or more wait for each other in a circle."""

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding
from tests.rules.support import audit_text

CIRCLE = """\
    teams: {ads: {}, basket: {}, cart: {}, other: {}}
    dependencies:
      - {from: cart, to: ads, kind: shared-data, strength: 2, why: reads their tables}
      - {from: ads, to: basket, kind: shared-code, strength: 3}
      - {from: basket, to: cart, kind: custom-work, strength: 3}
    """


def the_finding(audit: Audit) -> Finding:
    """Return the only finding of an audit."""
    (found,) = audit.findings
    return found


def audit_arrows(*arrows: str, kind: str = "shared-data", set: tuple[str, ...] = (), external: str = "") -> Audit:
    """Audit teams of one letter that wait for each other: ``ab`` is a for b, ``ab3`` with a strength."""
    names = sorted({letter for arrow in arrows for letter in arrow[:2]})
    teams = "".join(f"  {name}: {{external: {str(name in external).lower()}}}\n" for name in names)
    stated = "".join(
        f"  - {{from: {arrow[0]}, to: {arrow[1]}, kind: {kind}, strength: {arrow[2:] or 1}}}\n" for arrow in arrows
    )
    return audit_text(f"teams:\n{teams}dependencies:\n{stated}", "C002", set=set)


def test_circle_is_found() -> None:
    """The circle is named from the id that comes first, and opens at any hop."""
    found = the_finding(audit_text(CIRCLE, "C002"))
    assert (
        "ads → basket → cart → ads is a circle of 3 teams that wait for each other; "
        "it opens if one no longer waits for the next"
    ) == found.message
    assert ("warning", "cycle", "ads → basket → cart → ads") == (found.severity, found.subject.kind, found.subject.id)


def test_circle_is_told_hop_by_hop() -> None:
    """One note a hop, in the order of the circle, with its reason and its place."""
    related = the_finding(audit_text(CIRCLE, "C002")).related
    assert [
        ("ads", "ads waits for basket: shared code, strength 3", 4),
        ("basket", "basket waits for cart: custom work, strength 3", 5),
        ("cart", "cart waits for ads: shared data, strength 2 — reads their tables", 3),
    ] == [(note.subject and note.subject.id, note.message, note.place and note.place.line) for note in related]


def test_finding_stands_at_the_lightest_dependency() -> None:
    """The marked place is where the circle is to be cut, and so is what to do."""
    found = the_finding(audit_text(CIRCLE, "C002"))
    assert found.place is not None
    assert (3, 5, "without this the circle is open") == (found.place.line, found.place.column, found.label)
    assert "give cart a published interface to the data of ads" == found.help
    assert ("the smallest cut: cart → ads, or any other of the 3",) == found.note


def test_evidence_holds_every_number() -> None:
    """Teams, circles and the cut can be read without parsing."""
    assert {
        "teams": ["ads", "basket", "cart"],
        "team_count": 3,
        "dependency_count": 3,
        "circles": [["ads", "basket", "cart"]],
        "cut": [["cart", "ads"]],
        "cut_size": 1,
        "cut_weight": 2.0,
        "cut_is_smallest": True,
        "reasons_of_unknown_kind": 0,
    } == dict(the_finding(audit_text(CIRCLE, "C002")).evidence)


def test_teams_outside_circles_are_fine() -> None:
    """Every team that is in no circle is one that was checked."""
    assert (Coverage("C002", 2, 1, 0, ()),) == audit_text(CIRCLE, "C002").coverage


def test_all_its_teams_are_concerned() -> None:
    """Whoever asks about one of the teams is shown the circle."""
    found = the_finding(audit_text(CIRCLE, "C002"))
    assert ("team:ads", "team:basket", "team:cart") == found.concerns[1:]


@pytest.mark.parametrize("kind", ["api", "event", "self-service"])
def test_calling_in_a_circle_is_no_waiting(kind: str) -> None:
    """Teams that use each other's published interfaces wait for nobody."""
    assert (Coverage("C002", 3, 0, 0, ()),) == audit_arrows("ab", "bc", "ca", kind=kind).coverage


def test_two_teams_are_no_circle_of_three() -> None:
    """Pairs are the matter of another rule."""
    assert (Coverage("C002", 3, 0, 0, ()),) == audit_arrows("ab", "ba", "bc").coverage


def test_without_any_dependency_it_cannot_be_told() -> None:
    """Where nothing is stated each team is unknown, not fine."""
    audit = audit_text("teams: {a: {}, b: {}, c: {}}", "C002")
    assert (Coverage("C002", 0, 0, 3, (("dependencies of teams", 3),)),) == audit.coverage


@pytest.mark.parametrize(
    ("hop", "severity"),
    [
        ("kind: custom-work", "error"),
        ("kind: approval", "error"),
        ("kind: shared-data, blocking: true", "error"),
        ("kind: api, blocking: true", "error"),
        ("kind: shared-data", "warning"),
        ("kind: staffing", "warning"),
        ("blocking: false", "warning"),
    ],
)
def test_circle_that_blocks_everywhere_is_an_error(hop: str, severity: str) -> None:
    """It is an error if every hop is blocking, an approval or custom work; one softer hop makes it a warning."""
    text = f"""\
        teams: {{a: {{}}, b: {{}}, c: {{}}}}
        dependencies:
          - {{from: a, to: b, kind: approval}}
          - {{from: b, to: c, kind: custom-work}}
          - {{from: c, to: a, {hop}}}
        """
    assert severity == the_finding(audit_text(text, "C002")).severity


def test_circle_that_blocks_everywhere_leads() -> None:
    """In a larger group the circle that makes it an error is shown first, although another is shorter."""
    text = """\
        teams: {a: {}, b: {}, c: {}, d: {}, e: {}}
        dependencies:
          - {from: a, to: b, kind: shared-data, strength: 9}
          - {from: b, to: c, kind: shared-data, strength: 9}
          - {from: c, to: a, kind: shared-data, strength: 9}
          - {from: a, to: d, kind: approval}
          - {from: d, to: e, kind: custom-work}
          - {from: e, to: c, kind: shared-code, blocking: true}
          - {from: c, to: d, kind: custom-work}
        """
    found = the_finding(audit_text(text, "C002"))
    assert "error" == found.severity
    assert "c → d → e → c" == found.subject.id
    assert "warning" == the_finding(audit_text(text.replace("custom-work", "shared-data"), "C002")).severity


def test_strongest_waiting_reason_is_told() -> None:
    """A hop with several reasons names the grave one, and how many more there are."""
    text = CIRCLE + "  - {from: cart, to: ads, kind: approval, strength: 1, why: each banner is signed off}\n"
    found = the_finding(audit_text(text, "C002"))
    told = "cart waits for ads: approval, strength 1 — ads each banner is signed off (and 1 more reason)"
    assert told.replace("ads each", "each") == found.related[2].message


def test_reasons_of_every_source_are_told() -> None:
    """Components, initiatives and decisions make circles as well, and each hop says how."""
    text = """\
        teams: {a: {}, b: {}, c: {}}
        components: {shop: {owner: a, depends_on: [{component: stock, kind: shared-data}]}, stock: {owner: b}}
        initiatives: {sale: {team: b, stage: building, contributors: [c]}}
        decisions: {price: {owner: c, steps: [{by: a, can: veto}]}}
        """
    found = the_finding(audit_text(text, "C002"))
    assert [
        ("a waits for b: shared data — shop depends on stock", 2),
        ("b waits for c: kind unknown — c takes part in sale", 3),
        ("c waits for a: approval — a must agree to price", 4),
    ] == [(note.message, note.place and note.place.line) for note in found.related]
    assert (
        "1 of 3 reasons are of unknown kind and taken for waiting: state what contributors are asked for to be sure"
        in (found.note)
    )


def test_mandated_approvals_close_no_circle() -> None:
    """What the law requires is listed elsewhere and counts as no waiting."""
    text = """\
        teams: {a: {}, b: {}, c: {}}
        dependencies: [{from: a, to: b, kind: shared-data}, {from: b, to: c, kind: shared-data}]
        decisions: {price: {owner: c, steps: [{by: a, can: veto, mandated: the law}]}}
        """
    assert () == audit_text(text, "C002").findings


def test_group_with_several_circles() -> None:
    """Short circles are told one after the other, and the one cut that opens all is named."""
    found = the_finding(audit_arrows("ab", "bc", "ca", "bd", "da"))
    assert (
        "a → b → c → a is one of the circles in which 4 teams wait for each other; all open if a no longer waits for b"
    ) == found.message
    assert ("teams that hang together: a, b, c and d", "the smallest cut: a → b") == found.note
    assert [
        "circle 1: a waits for b",
        "circle 1: b waits for c",
        "circle 1: c waits for a",
        "circle 2: a waits for b",
        "circle 2: b waits for d",
        "circle 2: d waits for a",
    ] == [note.message.rpartition(":")[0] for note in found.related]


def test_cut_is_listed_as_the_circles_are_told() -> None:
    """First comes what opens the first circle, and so on; what is in no circle shown follows, the lightest first."""
    arrows = ("ab5", "bc4", "ca5", "ad2", "de1", "ea2", "af3", "fg2", "ga3")
    found = the_finding(audit_arrows(*arrows))
    assert [["a", "b", "c"], ["a", "f", "g"], ["a", "d", "e"]] == found.evidence["circles"]
    assert [["b", "c"], ["f", "g"], ["d", "e"]] == found.evidence["cut"]
    one = the_finding(audit_arrows(*arrows, set=("rules.C002.circles=1",)))
    assert [["b", "c"], ["d", "e"], ["f", "g"]] == one.evidence["cut"]
    assert "the smallest cut: b → c, d → e and f → g" in one.note


def test_more_circles_within_the_same_teams() -> None:
    """A circle of all the teams with a shortcut inside is still one of several."""
    found = the_finding(audit_arrows("ab", "bc", "ca", "ba"))
    assert "all open if a no longer waits for b" in found.message
    assert "1 pair of them waits for each other directly: a and b" in found.note


def test_groups_are_told_apart() -> None:
    """Two groups give two findings with identities of their own."""
    audit = audit_arrows("ab", "bc", "ca", "de", "ef", "fd")
    assert ["a → b → c → a", "d → e → f → d"] == [found.subject.id for found in audit.findings]
    assert 2 == len({found.fingerprint for found in audit.findings})


def test_large_tangle_is_not_listed() -> None:
    """Twelve teams that all wait for each other have millions of circles; three are shown."""
    letters = "abcdefghijkl"
    found = the_finding(audit_arrows(*(f"{one}{other}" for one in letters for other in letters if one != other)))
    assert 9 == len(found.related)
    assert "to open all, 66 of 132 dependencies have to go" in found.message
    assert 66 == len(found.evidence["cut"])  # type: ignore[arg-type]  # a list
    assert max(map(len, found.note)) < 120


def test_above_eighteen_teams_the_cut_is_called_a_try() -> None:
    """Above eighteen teams the cut is found step by step, and both the message and the notes say so."""
    letters = "abcdefghijklmnopqrs"
    ring = [f"{one}{other}" for one, other in zip(letters, letters[1:] + letters[0], strict=True)]
    chords = ["ac", "ca", "eg", "ge"]
    exact = the_finding(audit_arrows(*ring[:-2], "ra", *chords))
    greedy = the_finding(audit_arrows(*ring, *chords))
    assert "to open all, 3 of 22 dependencies have to go" in exact.message
    assert "to open all, at most 3 of 23 dependencies have to go" in greedy.message
    assert (True, False) == (exact.evidence["cut_is_smallest"], greedy.evidence["cut_is_smallest"])
    assert any(note.startswith("a small cut, found step by step") for note in greedy.note)


def test_number_of_circles_is_an_option() -> None:
    """As many circles are told as asked for; the group is found all the same."""
    arrows = ("ab", "bc", "ca", "bd", "da")
    for most, told in ((0, 0), (1, 3), (2, 6)):
        found = the_finding(audit_arrows(*arrows, set=(f"rules.C002.circles={most}",)))
        assert told == len(found.related)
    assert "warning" == the_finding(audit_arrows(*arrows, kind="approval", set=("rules.C002.circles=0",))).severity


def test_long_circle_has_a_short_name() -> None:
    """A circle of many teams is named by the first few of them."""
    assert "a → b → c → … → a" == the_finding(audit_arrows("ab", "bc", "cd", "de", "ea")).subject.id
    assert "a → b → c → d → a" == the_finding(audit_arrows("ab", "bc", "cd", "da")).subject.id


def test_identity_is_the_set_of_teams() -> None:
    """Other reasons, weights and directions leave it the same finding; another team makes it another."""
    one, turned = (
        the_finding(audit_arrows("ab", "bc", "ca")),
        the_finding(audit_arrows("ac9", "cb", "ba", kind="approval")),
    )
    larger = the_finding(audit_arrows("ab", "bc", "ca", "cd", "da"))
    assert one.fingerprint == turned.fingerprint
    assert one.fingerprint != larger.fingerprint


def test_circle_among_suppliers_is_not_ours() -> None:
    """A circle of external teams is no finding; one that includes a team of ours is."""
    assert (Coverage("C002", 0, 0, 0, ()),) == audit_arrows("ab", "bc", "ca", external="abc").coverage
    assert (Coverage("C002", 1, 1, 0, ()),) == audit_arrows("ab", "bc", "ca", external="bc").coverage


def test_councils_can_be_part_of_a_circle() -> None:
    """A council that must agree, and waits for a team itself, closes a circle."""
    text = """\
        teams: {board: {kind: council}, a: {}, b: {}}
        dependencies: [{from: a, to: b, kind: shared-data}, {from: board, to: a, kind: staffing}]
        decisions: {launch: {owner: b, steps: [{by: board, can: veto}]}}
        """
    assert "a → b → board → a" == the_finding(audit_text(text, "C002")).subject.id
