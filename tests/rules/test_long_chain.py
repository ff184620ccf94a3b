"""C008: blocking dependencies form a long chain."""

from itertools import pairwise

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def audit_arrows(*arrows: str, set: tuple[str, ...] = (), external: str = "", extra: str = "") -> Audit:
    """Audit teams of one letter: ``ab`` is a blocked by b."""
    names = sorted({*"".join(arrows), *external})
    teams = "".join(f"  {name}: {{external: {str(name in external).lower()}}}\n" for name in names)
    stated = "".join(
        f"  - {{from: {one}, to: {other}, kind: custom-work, blocking: true}}\n" for one, other in map(tuple, arrows)
    )
    return audit_text(f"teams:\n{teams}dependencies:\n{stated}{extra}", "C008", set=set)


def test_a_chain_of_four_is_found() -> None:
    """Hop by hop, at the one in the middle, where two halves would be left."""
    (finding,) = audit_arrows("ab", "bc", "cd", "de").findings
    assert "a → b → c → d → e is a chain of 4 blocking dependencies (limit 3)" == finding.message
    assert ("warning", "chain", "a → b → c → d → e") == (finding.severity, finding.subject.kind, finding.subject.id)
    assert {"count": 4, "limit": 3, "teams": [*"abcde"], "heads": 1} == finding.evidence
    assert "without this the chain is in two" == finding.label
    assert finding.place is not None
    assert finding.related[1].place == finding.place
    assert ["a", "b", "c", "d"] == [note.subject and note.subject.id for note in finding.related]


def test_a_chain_of_five_is_cut_at_the_third() -> None:
    """Two links are left on either side."""
    (finding,) = audit_arrows("ab", "bc", "cd", "de", "ef").findings
    assert finding.place is not None
    assert finding.related[2].place == finding.place


def test_a_chain_of_three_is_fine() -> None:
    """At the limit, not above it."""
    assert (Coverage("C008", 4, 0, 0),) == audit_arrows("ab", "bc", "cd").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides what is long."""
    assert 1 == len(audit_arrows("ab", "bc", set=("rules.C008.max=1",)).findings)


def test_of_chains_that_hang_together_the_longest_is_shown() -> None:
    """The others are counted by their heads: x and y begin a chain that is too long as well."""
    (finding,) = audit_arrows("ab", "bc", "cd", "de", "xb", "yb").findings
    assert "a → b → c → d → e" == finding.subject.id
    assert ("the longest of those that hang together: 3 teams begin a chain of more than 3",) == finding.note


def test_chains_apart_are_found_apart() -> None:
    """What has nothing in common is no one problem."""
    found = audit_arrows("ab", "bc", "cd", "de", "pq", "qr", "rs", "st").findings
    assert ["a → b → c → d → e", "p → q → r → s → t"] == [finding.subject.id for finding in found]


def test_a_long_name_is_shortened() -> None:
    """The name leaves out the middle, and a note has all."""
    (finding,) = audit_arrows("ab", "bc", "cd", "de", "ef").findings
    assert ("a → b → c → … → f", "in full: a, b, c, d, e and f") == (finding.subject.id, finding.note[0])


def test_of_a_very_long_chain_the_first_hops_are_shown() -> None:
    """Twelve of twenty-five; the evidence names all teams."""
    names = "abcdefghijklmnopqrstuvwxyz"
    (finding,) = audit_arrows(*map("".join, pairwise(names))).findings
    assert (12, [*names]) == (len(finding.related), finding.evidence["teams"])


def test_a_circle_alone_is_no_chain() -> None:
    """That is what dependency-cycle is for."""
    assert () == audit_arrows("ab", "bc", "cd", "de", "ea").findings


def test_what_does_not_block_is_no_link() -> None:
    """One link that says it does not block leaves two short chains."""
    audit = audit_arrows("ab", "bc", "de", extra="  - {from: c, to: d, kind: custom-work, blocking: false}\n")
    assert (Coverage("C008", 5, 0, 0),) == audit.coverage


@pytest.mark.parametrize(
    ("extra", "unknown"),
    [
        ("  - {from: c, to: d, kind: custom-work}\n", 1),
        ("  - {from: c, to: d}\n", 1),
        ("  - {from: c, to: d, kind: api}\n", 0),
        ("components: {x: {owner: c, depends_on: [{component: y, kind: shared-data}]}, y: {owner: d}}\n", 1),
        ("initiatives: {x: {team: c, contributors: [{team: d, ask: custom}]}}\n", 0),
    ],
)
def test_waiting_that_does_not_say_whether_it_blocks_is_unknown(extra: str, unknown: int) -> None:
    """It might be one more link; a published interface is taken not to block, and an initiative cannot say."""
    audit = audit_arrows("ab", "bc", "de", extra=extra)
    assert (unknown, ()) == (audit.coverage[0].unknown, audit.findings)


def test_any_kind_can_block() -> None:
    """A published interface that is not there yet blocks as well."""
    audit = audit_arrows("ab", "bc", "cd", extra="  - {from: d, to: e, kind: api, blocking: true}\n", external="e")
    assert ["a → b → c → d → e"] == [finding.subject.id for finding in audit.findings]


def test_a_chain_of_others_is_not_ours() -> None:
    """Suppliers may wait for each other."""
    assert (Coverage("C008", 0, 0, 0),) == audit_arrows("ab", "bc", "cd", "de", external="abcde").coverage


def test_without_dependencies_it_is_unknown() -> None:
    """Nothing stated is not no dependencies."""
    missing = (("dependencies of teams", 2),)
    assert (Coverage("C008", 0, 0, 2, missing),) == audit_text("teams: {a: {}, b: {}}", "C008").coverage
