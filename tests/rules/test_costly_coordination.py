"""C007: two teams that have much to agree on have no common superior nearby."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

HEADS = "  all: {}\n  shop: {parent: all}\n  ways: {parent: all}\n"


def organisation(*, strength: float = 9, last: str = "j", group: str = "ways", kind: str = "shared-code") -> str:
    """Return ten teams, of which e and the last have a heavy dependency across the whole organisation."""
    teams = [f"  {each}: {{parent: shop}}" for each in "abcde"]
    teams += [f"  {each}: {{parent: {group}}}" for each in "fghi" + last]
    near = [f"  - {{from: {one}, to: {other}, kind: shared-code, strength: 1}}" for one, other in NEAR]
    heavy = f"  - {{from: e, to: {last}, kind: {kind}, strength: {strength}}}"
    return "\n".join(["teams:", HEADS + "\n".join(teams), "dependencies:", *near, heavy])


NEAR = (("a", "b"), ("c", "d"), ("f", "g"), ("h", "i"))


def test_what_is_heavy_and_far_is_found() -> None:
    """Weight times steps: nine times two, against one times one of the others."""
    (finding,) = audit_text(organisation(), "C007").findings
    assert (
        "e waits for j, and the first they both answer to is all, 2 steps up (weight 9, cost 18, median 1)"
    ) == finding.message
    assert ("warning", "dependency:e → j") == (finding.severity, finding.subject.key)
    assert {
        "cost": 18.0,
        "weight": 9.0,
        "steps": 2,
        "common_superior": "all",
        "quantile": 11.2,
        "median": 1.0,
        "reasons_of_unknown_kind": 0,
    } == finding.evidence
    assert ("team:e", "team:j") == finding.concerns[1:]


def test_the_others_are_fine() -> None:
    """Every dependency that makes somebody wait is one that was checked."""
    assert (Coverage("C007", 5, 1, 0),) == audit_text(organisation(), "C007").coverage


def test_what_is_light_is_fine() -> None:
    """Far, but not above twice the median."""
    assert (Coverage("C007", 5, 0, 0),) == audit_text(organisation(strength=1), "C007").coverage


def test_a_published_interface_needs_no_superior() -> None:
    """Calling is not waiting."""
    text = organisation(kind="api") + "\n  - {from: e, to: j, kind: shared-code, strength: 1}"
    assert () == audit_text(text, "C007").findings


def test_few_teams_are_silent() -> None:
    """Among nine teams nothing stands out."""
    text = organisation().replace("{from: h, to: i, ", "{from: f, to: h, ")
    assert (Coverage("C007", 5, 0, 0),) == audit_text(text, "C007").coverage


def test_the_quantile_can_be_set() -> None:
    """The costliest is not above itself."""
    assert () == audit_text(organisation(), "C007", set=["rules.C007.quantile=1"]).findings


def test_without_managers_and_groups_it_is_unknown() -> None:
    """How far up somebody stands is not known of a list of teams."""
    text = "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b, kind: shared-code}]"
    missing = (("managers of leads, or parents of teams", 1),)
    assert (Coverage("C007", 0, 0, 1, missing),) == audit_text(text, "C007").coverage


def test_without_dependencies_it_is_unknown() -> None:
    """Nothing stated is not no dependencies; an external team is not asked."""
    missing = (("dependencies of teams", 2),)
    text = "teams: {a: {}, b: {}, x: {external: true}}"
    assert (Coverage("C007", 0, 0, 2, missing),) == audit_text(text, "C007").coverage


def test_two_teams_with_nobody_above_both_say_so() -> None:
    """Groups that stand beside each other at the top."""
    text = organisation().replace("ways: {parent: all}", "ways: {}").replace("shop: {parent: all}", "shop: {}")
    (finding,) = audit_text(text, "C007").findings
    assert "e waits for j, and the first they both answer to is nobody (weight 9, cost 18, median 1)" == finding.message
