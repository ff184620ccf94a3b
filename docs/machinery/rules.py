"""The reference of rules: a page for each, a table of all, and where their ideas and numbers come from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel import catalogue
from orgmodel.model.explanation import RuleExplained
from orgmodel.report.explanation import elsewhere

FAMILIES: Final[Mapping[str, str]] = {
    "F": "Files and references",
    "T": "Team size and shape",
    "L": "Leadership",
    "W": "Initiatives and working backwards",
    "C": "Coupling",
    "O": "Ownership",
    "D": "Decisions",
    "R": "Reporting lines",
    "S": "Skills",
    "M": "Metrics",
    "H": "Hiring",
    "X": "Changes",
    "Z": "Waivers and baseline",
}
"""What the letter of a code stands for, in the order in which the families are listed."""

_NOTES: Final[Mapping[str, str]] = {
    "X": "Asked by `orgmodel compare` of a change, not of an organisation. X016 and X017 speak of a plan that does not "
    "fit or leaves something open, and are told by every command that applies one.",
}
"""What is to be said of a whole family."""

Rules = Sequence[RuleExplained]


def pages() -> Iterator[tuple[str, str]]:
    """Yield the pages about rules: the path below `docs`, and the text."""
    rules = [each for each in catalogue.explained(None) if isinstance(each, RuleExplained)]
    known = {rule.code for rule in rules}
    yield "reference/rules/README.md", _index(rules)
    yield "reference/sources.md", _sources(rules)
    for rule in rules:
        yield f"reference/rules/{rule.code}.md", _page(rule, known)


def _presets(rule: RuleExplained) -> str:
    said = "\n".join(f"- `{each.preset}`: {elsewhere(each)}" for each in rule.presets)
    return f"## Presets\n\nOtherwise in [presets](../presets.md):\n\n{said}" if said else ""


def _index(rules: Rules) -> str:
    families = (
        paragraphs(
            f"## {title}", _NOTES.get(letter, ""), _family([rule for rule in rules if rule.code.startswith(letter)])
        )
        for letter, title in FAMILIES.items()
        if any(rule.code.startswith(letter) for rule in rules)
    )
    intro = (
        f"orgmodel has {len(rules)} rules. A code is a family letter and three digits and is never reused; wherever a "
        "code is asked for, the name of the rule, or the letter of a whole family, will do as well. The same pages are "
        "in the program: `orgmodel explain L005`."
    )
    return paragraphs(MADE, "# The rules", intro, *families)


def _family(rules: Rules) -> str:
    rows = ([f"[{rule.code}]({rule.code}.md)", rule.name, rule.severity, rule.summary] for rule in rules)
    return table(["code", "name", "severity", "what it says"], rows)


def _page(rule: RuleExplained, known: set[str]) -> str:
    body = rule.page.strip().partition("\n")[2]
    return paragraphs(
        MADE,
        f"# {rule.code} {rule.name}",
        rule.summary,
        f"Severity: **{rule.severity}** · family: [{FAMILIES[rule.code[0]].lower()}](README.md)",
        body,
        _options(rule),
        _presets(rule),
        _covering(rule, known),
        f"## Evidence\n\n{rule.evidence}",
        _cited(rule),
    )


def _options(rule: RuleExplained) -> str:
    rows = (
        [f"`{each.name}`", f"`{_value(each.default)}`", _origin(each.provenance), each.description]
        for each in rule.options
    )
    found = table(["option", "default", "comes from", "what it does"], rows)
    example = next((f"rules.{rule.code}.{each.name}={_value(each.default)}" for each in rule.options), "")
    return found and paragraphs("## Options", found, f"Set one with `--set {example}`.")


def _value(default: object) -> str:
    if isinstance(default, tuple):
        return ",".join(map(str, default))
    return str(default).lower() if isinstance(default, bool) else str(default)


def _origin(provenance: str) -> str:
    return provenance if provenance == "judgement" else f"[{provenance}](../sources.md#{provenance.lower()})"


def _covering(rule: RuleExplained, known: set[str]) -> str:
    covered = ", ".join(f"[{code}]({code}.md)" for code in rule.covers if code in known)
    return f"## Covers\n\n{covered}: not reported again where this one speaks of the same." if covered else ""


def _cited(rule: RuleExplained) -> str:
    cited = [f"- {_origin(key)}: {citation}" for key, citation in rule.sources]
    return "\n".join(["## Sources\n", *cited]) if cited else ""


def _sources(rules: Rules) -> str:
    citations = {key: citation for rule in rules for key, citation in rule.sources}
    listed = (
        paragraphs(f"## {key}", citation, "Used by: " + ", ".join(_users(key, rules)))
        for key, citation in sorted(citations.items())
    )
    intro = (
        "Where the ideas and the numbers of the rules come from. A number that is nobody's but ours is called a "
        "judgement on the page of its rule."
    )
    return paragraphs(MADE, "# Sources", intro, *listed)


def _users(key: str, rules: Rules) -> list[str]:
    cited = (rule.code for rule in rules if key in {name for name, _ in rule.sources})
    return [f"[{code}](rules/{code}.md)" for code in cited]
