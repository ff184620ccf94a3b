"""Tells files of an organisation from other YAML that lies in the same folder: workflows, charts, plans."""

import re
from collections.abc import Collection
from typing import Final

from orgmodel.model.closest import closest
from orgmodel.model.organisation import SECTIONS

SECTION_NAMES: Final = frozenset(SECTIONS) | {"organisation", "dependencies"}
_NAMES: Final = "|".join(sorted(SECTION_NAMES))
_BEGINS_SECTION: Final = re.compile(rf"""^["']?(?:{_NAMES})["']?[ \t]*:|\A\s*\{{\s*["']?(?:{_NAMES})["']?\s*:""", re.M)
_FEW: Final = 2  # keys; a file with more than this many that are no sections is hardly a misspelt organisation


def looks_like_one(text: str) -> bool:
    """Tell whether a text that cannot be read to its end has a section of an organisation somewhere."""
    return _BEGINS_SECTION.search(text) is not None


def is_foreign(keys: Collection[str], text: str, *, whole: bool) -> bool:
    """Tell whether a file is something else, by its keys at the top.

    Parameters
    ----------
    keys
        The keys at the top, as far as they could be read.
    text
        The whole file.
    whole
        Whether it could be read to its end.
    """
    known = SECTION_NAMES.intersection(keys)
    strange = [key for key in keys if key not in SECTION_NAMES and not key.startswith("x-")]
    if known == {"dependencies"}:  # charts and packages have these as well
        return bool(strange)
    if known:
        return len(strange) > len(known)
    if not whole:
        return not looks_like_one(text)
    return len(strange) > _FEW or not any(closest(key, SECTION_NAMES) for key in strange)
