"""The pictures of the pages: every view of three organisations as SVG, and some of them as PNG."""

import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from docs.machinery import large
from orgmodel import api
from orgmodel.draw.png import carries
from orgmodel.draw.png import png as png_of

FOLDER: Final = "pictures"
SHOWN: Final = ("northwind-tree", "northwind-dependencies", "fulfilment-change")
"""Those that the README shows, as PNG besides."""
SVG: Final = f"{FOLDER}/northwind-dependencies.svg"
PNGS: Final = {f"{FOLDER}/{name}.png": f"{FOLDER}/{name}.svg" for name in SHOWN}
"""Each PNG, and the SVG that it is made from."""


def pages(samples: Path) -> Iterator[tuple[str, str]]:
    """Yield the pictures that are text: the path below `docs`, and the text."""
    yield from _drawn(samples).items()


@cache
def _drawn(samples: Path) -> Mapping[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        before, after = (
            large.written(document, Path(folder), name)
            for document, name in zip(large.documents(), ("before", "after"), strict=True)
        )
        organisations: dict[str, tuple[Path, Path]] = {
            "northwind": (samples / "northwind", samples / "northwind-plans" / "1-one-team.yaml"),
            "fulfilment": (samples / "fulfilment" / "before.yaml", samples / "fulfilment" / "one-team.yaml"),
            "three-hundred": (before, after),
        }
        return {
            f"{FOLDER}/{name}-{view}.svg": str(api.draw(view, *(pair if view == "change" else pair[:1])).document)
            for name, pair in organisations.items()
            for view in api.views()
        }


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
