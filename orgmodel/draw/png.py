"""Turns a picture in SVG into one in PNG, which keeps the stamp of what it was made from."""

import struct
import zlib
from typing import Final, NamedTuple

from orgmodel.model.faults import MissingExtraError

SCALE: Final = 2
"""Twice the size of the SVG, so that text is sharp on a dense screen and in print."""
_KEY: Final = b"made-from"
_HEADER: Final = 33  # bytes of a PNG up to the end of its first chunk


class Image(NamedTuple):
    """A picture in PNG, and what has to be said beside it."""

    image: bytes
    remarks: tuple[str, ...] = ()


def png(svg: str, *, stamp: str = "") -> Image:
    """Turn SVG into PNG, and say so where the machine has no font to write its words with.

    Raises
    ------
    MissingExtraError
        If the package that makes PNG is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtraError("PNG needs a further package: pip install 'orgmodel[png]'") from None
    word = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    blank, lettered = (bytes(svg_to_bytes(svg_string=word.format(text))) for text in ("", '<text y="15">M</text>'))
    said = "this machine has no fonts, so the PNG has no words; the SVG has them in any browser"
    image = bytes(svg_to_bytes(svg_string=svg, zoom=SCALE))
    return Image(stamped(image, stamp) if stamp else image, (said,) if blank == lettered else ())


def stamped(image: bytes, stamp: str) -> bytes:
    """Return a PNG with a stamp in it."""
    return image[:_HEADER] + _chunk(b"tEXt", _KEY + b"\0" + stamp.encode()) + image[_HEADER:]


def carries(image: bytes, stamp: str) -> bool:
    """Tell whether a PNG carries a stamp."""
    return _chunk(b"tEXt", _KEY + b"\0" + stamp.encode()) in image


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
