"""What can be known of the texts that initiatives refer to."""

from __future__ import annotations

from typing import Final, Protocol

from orgmodel.model.place import Spot


class Narratives(Protocol):
    """Knows how long press releases, FAQs and memos are."""

    def words(self, spot: Spot, path: str) -> int | None:
        """Count the words of the text at a path that an entity states; None if it cannot be had."""
        ...


class _Unread:
    """The narratives of an organisation that was not read from files."""

    def words(self, spot: Spot, path: str) -> int | None:
        return None


UNREAD: Final[Narratives] = _Unread()
"""Nothing is known of any text."""
