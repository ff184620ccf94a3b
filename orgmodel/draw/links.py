"""Links from entities of a picture to pages about them."""

import re
from typing import Final
from urllib.parse import quote

from orgmodel.draw.text import clean
from orgmodel.model.faults import UnknownNameError

_SAFE: Final = re.compile(r"(https?://|mailto:|(?![a-z][a-z0-9+.-]*:)(?!//))", re.IGNORECASE)
_FIELD: Final = re.compile(r"\{(\w*)\}")


def checked_template(template: str) -> str:
    """Return the template, if its links can do no harm.

    Raises
    ------
    UnknownNameError
        If it leads anywhere but to `http`, `https`, `mailto` or a relative address, or has a field that is none.
    """
    if not _SAFE.match(template) or clean(template) != template or re.search(r"\s", template):
        raise UnknownNameError(f"‘{template}’ is no link: it begins with http:, https: or mailto:, or is relative")
    unknown = [name for name in _FIELD.findall(template) if name not in ("kind", "id")]
    if unknown:
        raise UnknownNameError(f"a link has no {{{unknown[0]}}}; it has {{kind}} and {{id}}")
    return template


def address(template: str | None, kind: str, id: str) -> str | None:
    """Return the address of an entity; None without a template."""
    if template is None:
        return None
    return template.replace("{kind}", quote(kind, safe="")).replace("{id}", quote(id, safe=""))
