"""What has no value in a table, and why: a dash with a letter, and below the table the reason, once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Final, NamedTuple

from orgmodel.model.measurement import Column, Each
from orgmodel.report.numbers import NO_VALUE
from orgmodel.report.words import counted

OTHERS: Final = "another reason, which csv and json say"
_FEW: Final = 6  # measures; of more it is said how many they are


class Reasons(NamedTuple):
    """The letter of each reason; those that are rarest share the last one if there are too many."""

    letters: Mapping[str, str]

    def dash(self, reason: str | None) -> str:
        """Return what stands in the table for a value that is missing for this reason."""
        return NO_VALUE + self.letters.get(reason or "", ascii_lowercase[-1])


def reasons(each: Each) -> Reasons:
    """Give every reason a letter, those of most dashes first; none if there is but one reason."""
    said: Counter[str] = Counter()
    for column in each.columns:
        said.update(_said(column, each.ids))
    first = [reason for reason, _ in said.most_common(len(ascii_lowercase) - 1)]
    letters = dict(zip(first, ascii_lowercase, strict=False))
    return Reasons({first[0]: ""} if len(said) == 1 else letters)


def _said(column: Column, ids: Sequence[str]) -> Mapping[str, int]:
    """Count the dashes of a column by their reason."""
    if column.reason is not None:
        return {column.reason: len(ids) - len(column.values)}
    return Counter(column.reasons.values())


def notes(each: Each, found: Reasons, of: str) -> Iterator[tuple[str, str]]:
    """Yield each dash that stands in the table, with its reason and where it stands."""
    of_each = [(column.id, _said(column, each.ids)) for column in each.columns]
    for reason, letter in found.letters.items():
        counts = {id: said[reason] for id, said in of_each if reason in said}
        yield NO_VALUE + letter, f"{reason} ({_where(counts, of)})"
    if any(reason not in found.letters for _, said in of_each for reason in said):
        yield NO_VALUE + ascii_lowercase[-1], OTHERS


def _where(counts: Mapping[str, int], of: str) -> str:
    measures = f"{len(counts)} measures" if len(counts) > _FEW else ", ".join(counts)
    least, most = min(counts.values()), max(counts.values())
    return f"{measures}: {counted(most, *NOUNS[of]) if least == most else f'{least:,} to {counted(most, *NOUNS[of])}'}"


NOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "team": ("team", "teams"),
    "group": ("group", "groups"),
    "initiative": ("initiative", "initiatives"),
    "person": ("person", "people"),
    "component": ("component", "components"),
    "decision": ("decision", "decisions"),
}
