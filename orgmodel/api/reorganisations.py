"""Comparing with alternatives, applying plans, looking back at them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgmodel import catalogue
from orgmodel.api.basics import Words, defaults, paused_collection
from orgmodel.rules.engine import Progress
from orgmodel.rules.settings import Settings

if TYPE_CHECKING:
    from orgmodel.comparing.sides import History as Moves
    from orgmodel.comparing.without_names import Bare
    from orgmodel.comparing.writing import AppliedFiles
    from orgmodel.model.comparison import Compared
    from orgmodel.model.review import Review


def compare(
    before: str | Path,
    *after: str | Path,
    settings: Settings | None = None,
    with_: Words = (),
    look_back: bool = False,
    anonymise: str | None = None,
    progress: Progress | None = None,
) -> "Compared":
    """Compare an organisation with alternatives: other organisations, or plans over it.

    Parameters
    ----------
    before
        The organisation as it is: a path, or ``REV:PATH`` for a revision of the git repository.
    after
        Each an organisation, or a plan file.
    with_
        Plans that are applied to `before` first.
    look_back
        Whether to look in the git history of `before` for who moved not long ago.
    anonymise
        A key for pseudonyms: people have these in the place of their names, in plans as well, and nothing has a place
        or a path. No key is empty.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If one of them cannot be read.
    """
    from orgmodel.comparing.running import compared, read
    from orgmodel.comparing.without_names import without_names

    chosen = settings or defaults()
    with paused_collection():
        found = read(before, after, plans=with_, settings=chosen)
        bare = without_names(found, anonymise) if anonymise is not None else None
        history = _looking_back(before, chosen, bare) if look_back else None
        return compared(bare.read if bare else found, chosen, history=history, progress=progress)


def _looking_back(before: str | Path, settings: Settings, bare: "Bare | None") -> "Callable[[], Moves]":
    from orgmodel.comparing.sides import History as Moves
    from orgmodel.timeline.moves import last_moves

    def look() -> Moves:
        rules = catalogue.rules()
        months: int = settings.of(rules["X012"], rules).options.months  # type: ignore[attr-defined]  # X012 has it
        moves = last_moves(str(before), before=settings.today, months=months)
        known = Moves(moves, f"the git history of the last {months} months")
        return bare.history(known) if bare else known

    return look


def names(
    topic: str,
    before: str | Path,
    *after: str | Path,
    settings: Settings | None = None,
    with_: Words = (),
    anonymise: str | None = None,
) -> list[str]:
    """Return the names behind one number of a comparison; pseudonyms with a key to anonymise.

    Raises
    ------
    UnknownNameError
        If there is no such topic; the message lists them.
    orgmodel.load.sources.UnreadablePathError
        If an organisation or a plan cannot be read.
    """
    from orgmodel.comparing.running import compared, read, ties
    from orgmodel.comparing.without_names import without_names
    from orgmodel.report.comparison.names import names as names_of

    chosen = settings or defaults()
    with paused_collection():
        found = read(before, after, plans=with_, settings=chosen)
        if anonymise is not None:
            found = without_names(found, anonymise).read
        if topic in ("ties.cut", "ties.new"):
            return list(ties(found, topic))
        return names_of(compared(found, chosen), topic)


def comparison_report(compared: "Compared", form: str, style: Any) -> Iterable[str]:
    """Write a comparison down.

    Raises
    ------
    UnknownNameError
        If there is no report of that name.
    """
    document: Iterable[str] = catalogue.comparison_report(form).write(compared, style)
    return document


def apply(
    organisation: str | Path, plan: str | Path, *, with_: Words = (), settings: Settings | None = None
) -> "AppliedFiles":
    """Apply a plan to the files of an organisation, and return their new texts, the way back, and what does not fit.

    Parameters
    ----------
    with_
        Plans that are applied first.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If the organisation or the plan cannot be read.
    """
    from orgmodel.comparing.writing import applied_files

    with paused_collection():
        return applied_files(organisation, plan, plans=tuple(with_), settings=settings or defaults())


def review(
    plan: str | Path,
    organisation: str | Path,
    *,
    base: str | Path | None = None,
    settings: Settings | None = None,
    anonymise: str | None = None,
) -> "Review":
    """Set what a plan promised beside what an organisation shows now.

    Parameters
    ----------
    base
        The organisation that the plan was made for; with it, what the plan was to mend is looked at as well.
    anonymise
        A key for pseudonyms: people have these in the place of their names, and nothing has a place. No key is empty.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If one of them cannot be read.
    """
    from orgmodel.comparing.reviewing import reviewed

    with paused_collection():
        return reviewed(plan, organisation, base=base, settings=settings or defaults(), anonymise=anonymise)


def review_report(review: "Review", form: str, *, width: int = 100) -> str:
    """Write a look back down."""
    from orgmodel.report import review as written

    return written.write(review, form, width=width)
