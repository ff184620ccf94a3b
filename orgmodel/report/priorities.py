"""What to act on: findings ordered by weight, those of one rule or of one entity together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.finding import SEVERITIES, Finding
from orgmodel.report.gaps import FILES

UNREAD: Final = frozenset({"F001", "F003", "F004", "F010", "F011"})
"""Rules about files whose findings mean that something was not read at all, so that the rest is said without it."""

_NUMBER: Final = re.compile(r"(?<![\w.#/-])\d+(?:[.,]\d+)*(?:[ \u00a0\u202f]?%)?(?![\w#/-])")

Rank = tuple[bool, float, int, bool, float, str, str, str]


@dataclass(frozen=True)
class Item:
    """Findings that belong together, the gravest first; `alike` if their sentences differ only in names and numbers."""

    findings: tuple[Finding, ...]
    alike: bool

    @cached_property
    def of_one_entity(self) -> bool:
        """Whether several rules speak of one entity here, rather than one rule of several entities."""
        first = self.findings[0]
        is_one = all(finding.subject == first.subject for finding in self.findings)
        return is_one and any(finding.code != first.code for finding in self.findings)

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the entities that it is about, each once."""
        return tuple(dict.fromkeys(finding.subject.kind for finding in self.findings))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The number of each finding by which alike ones differ; nothing where there is none."""
        return _distinguishing(self.findings) if self.alike else ()


def in_files_only(finding: Finding) -> bool:
    """Tell whether a finding is about how something is written and hides nothing else."""
    return finding.code.startswith(FILES) and finding.code not in UNREAD


def items(audit: Audit) -> list[Item]:
    """Return what asks for action, the weightiest first: errors and warnings, a rule's or an entity's in one item.

    What is of the same weight and severity comes by size, after what states the cause of other findings.
    """
    covering = audit.covered
    rules: dict[str, list[Finding]] = {}
    for finding in audit.standing:
        if finding.severity != "info" and not in_files_only(finding):
            rules.setdefault(finding.code, []).append(finding)
    rank = partial(_rank, audit)
    found = [Item(tuple(sorted(each, key=rank)), _alike(each)) for each in _joined(rules)]

    def standing(item: Item) -> Rank:
        covers = any(finding.fingerprint in covering for finding in item.findings)
        return _rank(audit, item.findings[0], covers=covers)

    return sorted(found, key=standing)


def _joined(rules: Mapping[str, list[Finding]]) -> Iterator[list[Finding]]:
    """Yield the findings of each rule.

    What was not read goes together whatever the rule, and so do rules with one finding each about the same entity.
    """
    together: dict[str, list[Finding]] = {}
    for code, found in rules.items():
        alone = len(found) == 1 and found[0].subject.kind != "organisation"
        key = FILES if code in UNREAD else found[0].subject.key if alone else code
        together.setdefault(key, []).extend(found)
    yield from together.values()


def _rank(audit: Audit, finding: Finding, *, covers: bool = False) -> Rank:
    """Order by weight, severity and size; what was not read comes before all, for the rest is said without it."""
    read = finding.code not in UNREAD
    weight = audit.weights.get(finding.code, 0)
    grave = SEVERITIES.index(finding.severity)
    key = finding.subject.key
    return read, -weight, grave, not covers, -_size(finding), finding.code, key, finding.fingerprint


def _size(finding: Finding) -> float:
    """Return the first number of a finding's evidence; a list counts as long as it is."""
    for value in finding.evidence.values():
        if isinstance(value, list | tuple):
            return len(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
    return 0


def _alike(findings: Sequence[Finding]) -> bool:
    sentences = (_NUMBER.sub("#", _without_subject(finding)) for finding in findings)
    first = next(sentences)
    return len(findings) > 1 and all(sentence == first for sentence in sentences)


def _without_subject(finding: Finding) -> str:
    return finding.message.replace(finding.subject.id, "", 1)


def _distinguishing(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return the first number in the sentences of alike findings that is not the same in all of them."""
    rows = [_NUMBER.findall(_without_subject(finding)) for finding in findings]
    return next((column for column in zip(*rows, strict=True) if len(set(column)) > 1), ())
