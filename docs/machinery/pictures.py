"""The pictures of the pages: the dependencies of the sample organisation, as SVG and as PNG."""

import struct
import zlib
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from orgmodel import api
from orgmodel.draw import view

_NAME: Final = "northwind-dependencies"
_KEY: Final = b"made-from"
_HEADER: Final = 33  # bytes of a PNG up to the end of its first chunk
SVG: Final = f"pictures/{_NAME}.svg"
PNG: Final = f"pictures/{_NAME}.png"


def pages(samples: Path) -> Iterator[tuple[str, str]]:
    """Yield the picture that is text: its path below `docs`, and the text."""
    yield SVG, api.draw("dependencies", samples / "northwind").document


def png(svg: str) -> bytes:
    """Return a picture as PNG, which keeps the digest of the SVG that it was made from.

    The bytes depend on the fonts of the machine, so whether it is current is told by that digest.
    """
    image = view.png(svg).document
    assert isinstance(image, bytes)  # a picture may be text as well, but not as PNG
    return image[:_HEADER] + _chunk(b"tEXt", _KEY + b"\0" + _digest(svg)) + image[_HEADER:]


def is_made_from(image: bytes, svg: str) -> bool:
    """Tell whether a PNG was made from an SVG."""
    return _KEY + b"\0" + _digest(svg) in image


def _digest(svg: str) -> bytes:
    return blake2b(svg.encode(), digest_size=16).hexdigest().encode()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
