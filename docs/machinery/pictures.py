"""The pictures of the pages: the dependencies of the sample organisation, as SVG and as PNG."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from orgmodel import api
from orgmodel.draw.png import carries
from orgmodel.draw.png import png as png_of

_NAME: Final = "northwind-dependencies"
SVG: Final = f"pictures/{_NAME}.svg"
PNG: Final = f"pictures/{_NAME}.png"


def pages(samples: Path) -> Iterator[tuple[str, str]]:
    """Yield the picture that is text: its path below `docs`, and the text."""
    yield SVG, str(api.draw("dependencies", samples / "northwind").document)


def png(svg: str) -> bytes:
    """Return a picture as PNG, which keeps the digest of the SVG that it was made from.

    The bytes depend on the fonts of the machine, so whether it is current is told by that digest.
    """
    return png_of(svg, stamp=_digest(svg)).image


def is_made_from(image: bytes, svg: str) -> bool:
    """Tell whether a PNG was made from an SVG."""
    return carries(image, _digest(svg))


def _digest(svg: str) -> str:
    return blake2b(svg.encode(), digest_size=16).hexdigest()
