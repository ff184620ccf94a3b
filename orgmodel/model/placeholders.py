"""Words that stand where something is still to be written."""

import re
from typing import Final

_PLACEHOLDER: Final = re.compile(
    r"tbd|tba|tbc|todo|to be (determined|decided|announced|hired|confirmed)|n/?a|none|null|unknown|xxx+|\?+|-+|open|"
    r"somebody|someone|vacant|\s*",
    re.IGNORECASE,
)


def is_placeholder(text: str) -> bool:
    """Tell whether a text says nothing but that something is still to be written: `TBD`, `n/a`, `???`."""
    return _PLACEHOLDER.fullmatch(text) is not None
