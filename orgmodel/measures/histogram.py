"""The numbers of a distribution, and its bars."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.measures.distribution import quantile
from orgmodel.model.measurement import Bar, Distribution

MOST_BARS: Final = 24
"""Where numbers are spread further, each bar stands for several of them."""


def distribution(values: Sequence[float]) -> Distribution:
    """Return a distribution of at least one number in numbers; quantiles lie on straight lines between neighbours.

    Examples
    --------
    >>> found = distribution([1, 2, 2, 3, 12])
    >>> found.median, found.upper_quartile, found.mean, found.bars[1]
    (2.0, 3.0, 4.0, Bar(first=2, last=2, count=2))
    """
    ordered = sorted(values)
    shares = (0, 0.25, 0.5, 0.75, 0.9, 1)
    least, lower, median, upper, ninth, most = (quantile(ordered, share) or 0 for share in shares)
    return Distribution(
        count=len(ordered),
        least=least,
        lower_quartile=lower,
        median=median,
        upper_quartile=upper,
        ninth_decile=ninth,
        most=most,
        mean=sum(ordered) / len(ordered),
        bars=tuple(_bars(ordered)),
    )


def _bars(ordered: Sequence[float]) -> Iterator[Bar]:
    """Yield how many there are of each number, or of each range of numbers of the same width, without a gap."""
    least, most = int(ordered[0]), int(ordered[-1])
    wide = _width(most - least + 1)
    start = least - least % wide if wide > 1 else least
    counts = Counter((int(value) - start) // wide for value in ordered)
    for place in range((most - start) // wide + 1):
        first = start + place * wide
        yield Bar(first, first + wide - 1, counts[place])


def _width(numbers: int) -> int:
    """Return how many numbers a bar stands for: 1, 2, 5, 10, 20, 50 and so on, so that there are not too many bars."""
    scale = 1
    while True:
        for wide in (scale, 2 * scale, 5 * scale):
            # A first bar that begins on a multiple may be one more.
            if numbers <= wide * (MOST_BARS - 1):
                return wide
        scale *= 10


def in_words(found: Distribution) -> str:
    """Say in short how numbers are spread.

    Examples
    --------
    >>> in_words(distribution([1, 2, 2, 3, 12]))
    'median of 5, from 1 to 12, quartiles 2 and 3, mean 4'
    """
    quartiles = f"{found.lower_quartile:g} and {found.upper_quartile:g}"
    return (
        f"median of {found.count}, from {found.least:g} to {found.most:g}, quartiles {quartiles}, mean {found.mean:.4g}"
    )
