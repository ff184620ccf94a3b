"""Several names as a phrase."""

from collections.abc import Sequence


def in_words(names: Sequence[str]) -> str:
    """Name up to three, or two and how many more; empty for none."""
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
