"""Applies plans to an organisation, change by change; one that does not fit is left out and said."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from orgmodel.model.changes import Change
from orgmodel.model.closest import closest
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.model.place import Place, Spot, Step
from orgmodel.model.plan import Loose, Plan, PlanFault, Planned
from orgmodel.model.references import Named, references
from orgmodel.reorg.applying.claims import Slot, claims, ends, in_words
from orgmodel.reorg.applying.draft import Draft, Written
from orgmodel.reorg.applying.naming import Naming
from orgmodel.reorg.applying.performing import perform
from orgmodel.reorg.applying.unfit import UnfitError, UnknownReferencesError

_LONGEST: Final = 60  # of a name that means nothing, for it may be anything


class Done(NamedTuple):
    """One change that was applied, in which wave, and what it wrote, in order."""

    planned: Planned
    wave: int
    written: tuple[Written, ...]


class Applied(NamedTuple):
    """What applying a plan gives.

    Parameters
    ----------
    org
        The organisation after all waves. What the plan wrote has its place in the plan.
    states
        The organisation after each wave; the last of them is `org`.
    faults
        Changes that do not fit, which were left out, and who or what is left unplaced.
    loose
        Dependencies left without an end.
    done
        The changes that were applied.
    """

    org: Org
    states: tuple[Org, ...]
    faults: tuple[PlanFault, ...]
    loose: tuple[Loose, ...]
    done: tuple[Done, ...]


def apply(plan: Plan, base: Org | Naming, *, earlier: Iterable[Plan] = ()) -> Applied:
    """Apply a plan to an organisation.

    Parameters
    ----------
    plan
        The plan.
    base
        The organisation, or what is known of who names whom in it: that is worth keeping for several plans.
    earlier
        Plans that were applied before this one, to say so where this one contradicts them.
    """
    naming = base if isinstance(base, Naming) else Naming(base)
    return _Applying(plan, naming, _claimed(earlier)).applied()


class _Applying:
    """A plan while it is applied."""

    def __init__(self, plan: Plan, naming: Naming, claimed: "Claimed") -> None:
        self._plan, self._earlier = plan, claimed
        self._draft = Draft(naming, plan.places)
        self._ended: Claimed = {}
        self._done: list[Done] = []

    def applied(self) -> Applied:
        """Apply all waves."""
        self._check_case()
        states = []
        for number, wave in enumerate(self._plan.waves):
            self._draft.date = wave.date or self._plan.case.date
            claimed: Claimed = {}
            for planned in wave.changes:
                self._apply(planned, number, claimed)
            states.append(self._draft.org())
        org = states[-1] if states else self._draft.base
        self._check_something_is_left(org)
        return Applied(org, tuple(states), self._draft.faults, self._draft.loose, tuple(self._done))

    def _apply(self, planned: Planned, wave: int, claimed: "Claimed") -> None:
        change, spot = planned
        self._draft.begin(spot)
        try:
            self._check_claims(change, claimed)
            perform(self._draft, change)
        except UnfitError as error:
            self._draft.take_back()
            self._refuse("X016", error.message, error.help, error.path)
            return
        except UnknownReferencesError as error:
            self._draft.take_back()
            for named in error.named:
                self._refuse("F008", *self._unknown(named), named.path)
            return
        for slot, value in claims(change):
            said = value, self._at(spot)
            claimed[slot] = said
            if ends(slot, value):
                self._ended[slot] = said
        self._done.append(Done(planned, wave, tuple(self._draft.journal)))

    def _refuse(self, code: str, message: str, help: str, path: tuple[Step, ...]) -> None:
        word = str(self._draft.spot.path[-1]) if self._draft.spot.path else ""
        text = f"`{word}` is left out: {message}" if word else message
        self._draft.fault(code, text, help, about=("plan", self._plan.label), path=path)

    def _check_claims(self, change: Change, claimed: "Claimed") -> None:
        for slot, value in claims(change):
            for known, help in ((claimed, "keep one of them, or put them into different waves"), (self._earlier, "")):
                if slot in known and known[slot][0] != value:
                    said, place = known[slot]
                    message = f"another change{_where(place)} says that {in_words(slot, said)}"
                    raise UnfitError(message, help or "keep one of them")

    def _unknown(self, named: Named) -> tuple[str, str]:
        """Say what is not there, and what to do."""
        field = ".".join(step for step in named.path if isinstance(step, str) and step != named.id)
        kinds = " or ".join(named.kinds)
        message = f"`{field}` names the {kinds} ‘{_short(named.id)}’, which is not there at this point"
        for what in ("existence", "id", "place"):
            slot = (what, named.id)
            said = self._ended.get(slot) or self._earlier.get(slot)
            if said is not None and ends(slot, said[0]):
                return f"{message}: {in_words(slot, said[0])}{_where(said[1])}", "name what there is then, or go first"
        best = self._meant(named)
        return message, f"write `{best}`, if that is meant" if best else "the organisation may have changed since"

    def _meant(self, named: Named) -> str | None:
        """Return what may be meant by a name that means nothing."""
        kind, _, id = named.id.partition(":")
        if kind in named.kinds and self._draft.entity(kind, id) is not None:
            return id
        found = (closest(named.id, self._draft.section(SECTION_OF_KIND[kind])) for kind in named.kinds)
        return next(filter(None, found), None)

    def _at(self, spot: Spot) -> Place | None:
        return self._plan.places.find(spot)

    def _check_case(self) -> None:
        self._draft.begin(Spot("plan", ""))
        for named in references(self._plan.case):
            if self._draft.resolve(named.id, *named.kinds) is None:
                message, help = self._unknown(named)
                self._draft.fault("F008", message, help, about=("plan", self._plan.label), path=named.path)

    def _check_something_is_left(self, org: Org) -> None:
        base = self._draft.base
        nobody, no_team = bool(base.people) and not org.people, bool(base.teams) and not org.teams
        if nobody or no_team:
            self._draft.begin(Spot("plan", ""))
            left = " and ".join(["nobody"] * nobody + ["no team"] * no_team)
            message = f"after this plan {left} is left"
            self._draft.fault("X016", message, "take out what ends too much", about=("plan", self._plan.label))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"


def _where(place: Place | None) -> str:
    return f" ({place.path}:{place.line})" if place else ""


Claimed = dict[Slot, tuple[object, Place | None]]


def _claimed(plans: Iterable[Plan]) -> Claimed:
    """Return what earlier plans say, the last word of each slot."""
    return {slot: said for plan in plans for slot, said in _all_claims(plan)}


def _all_claims(plan: Plan) -> Iterator[tuple[Slot, tuple[object, Place | None]]]:
    for planned in plan.changes:
        yield from ((slot, (value, plan.places.find(planned.spot))) for slot, value in claims(planned.change))
