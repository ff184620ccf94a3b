"""The reference of presets: what each says otherwise than the defaults, side by side."""

from collections.abc import Iterator

from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel import catalogue
from orgmodel.model.explanation import RuleExplained
from orgmodel.report.explanation import elsewhere
from orgmodel.rules.presets import presets


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about presets: its path below `docs`, and the text."""
    yield "reference/presets.md", _page()


def _page() -> str:
    names = list(presets())
    summaries = table(["preset", "is"], ([f"`{each.name}`", each.summary] for each in presets().values()))
    reasons = (f"`{each.name}` leaves rules out: {each.why_ignored}" for each in presets().values() if each.why_ignored)
    intro = (
        "A preset is a school of thought, as settings that differ from the defaults of the rules. `preset` in the "
        "[configuration](../guide/configuration.md) or `--preset` chooses one; single settings still count more. The "
        "schools contradict one another, so none is mixed. Where a cell is empty the default of the rule counts."
    )
    rows = (_row(rule, names) for rule in catalogue.explained(None) if isinstance(rule, RuleExplained) and rule.presets)
    return paragraphs(MADE, "# Presets", intro, summaries, *reasons, "## Side by side", table(["rule", *names], rows))


def _row(rule: RuleExplained, names: list[str]) -> list[str]:
    said = {name: [elsewhere(each) for each in rule.presets if each.preset == name] for name in names}
    return [f"[{rule.code}](rules/{rule.code}.md) {rule.name}", *("; ".join(said[name]) for name in names)]
