"""Applies plans to an organisation, change by change; one that does not fit is left out and said."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from orgmodel.model.changes import Change
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.place import Place, Spot, Step
from orgmodel.model.plan import Loose, Plan, PlanFault, Planned
from orgmodel.model.references import references
from orgmodel.reorg.applying.claims import Slot, claims, in_words
from orgmodel.reorg.applying.draft import Draft, UnfitError, Written
from orgmodel.reorg.applying.naming import Naming
from orgmodel.reorg.applying.performing import UnknownReferencesError, perform


class Done(NamedTuple):
    """One change that was applied: what it wrote, in order, and the dependencies before it if it wrote any."""

    planned: Planned
    wave: int
    written: tuple[Written, ...]
    dependencies: tuple[Dependency, ...] | None


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
        return Applied(org, tuple(states), tuple(self._draft.faults), tuple(self._draft.loose), tuple(self._done))

    def _apply(self, planned: Planned, wave: int, claimed: "Claimed") -> None:
        change, spot = planned
        self._draft.begin(spot)
        try:
            self._check_claims(change, claimed)
            perform(self._draft, change)
        except UnfitError as error:
            self._draft.take_back()
            self._refuse(error.code, error.message, error.help, error.path)
            return
        except UnknownReferencesError as error:
            for named in error.named:
                self._refuse("F008", *error.words(self._draft, named), named.path)
            return
        for slot, value in claims(change):
            claimed.setdefault(slot, (value, self._at(spot)))
        written = tuple(self._draft.journal)
        self._done.append(Done(planned, wave, written, self._draft.dependencies_before))

    def _refuse(self, code: str, message: str, help: str, path: tuple[Step, ...]) -> None:
        word = str(self._draft.spot.path[-1]) if self._draft.spot.path else ""
        text = f"`{word}` is left out: {message}" if word else message
        self._draft.fault(code, text, help, about=("plan", self._plan.label), path=path)

    def _check_claims(self, change: Change, claimed: "Claimed") -> None:
        for slot, value in claims(change):
            for other in (claimed.get(slot), self._earlier.get(slot)):
                if other is not None and other[0] != value:
                    where = f" ({other[1].path}:{other[1].line})" if other[1] else ""
                    message = f"another change{where} already says {in_words(slot)}: {other[0]}"
                    raise UnfitError(message, "keep one of them, or put them into different waves")

    def _at(self, spot: Spot) -> Place | None:
        return self._plan.places.find(spot)

    def _check_case(self) -> None:
        self._draft.begin(Spot("plan", ""))
        for named in references(self._plan.case):
            if self._draft.resolve(named.id, *named.kinds) is None:
                message, help = UnknownReferencesError.words(self._draft, named)
                self._draft.fault("F008", message, help, about=("plan", self._plan.label), path=named.path)

    def _check_something_is_left(self, org: Org) -> None:
        base = self._draft.base
        if (base.people or base.teams) and not org.people and not org.teams:
            self._draft.begin(Spot("plan", ""))
            message = "after this plan nobody and no team is left"
            help = "take out what lets everybody leave"
            self._draft.fault("X016", message, help, about=("plan", self._plan.label))


Claimed = dict[Slot, tuple[object, Place | None]]


def _claimed(plans: Iterable[Plan]) -> Claimed:
    """Return what earlier plans say, the last word of each slot."""
    return {slot: said for plan in plans for slot, said in _all_claims(plan)}


def _all_claims(plan: Plan) -> Iterator[tuple[Slot, tuple[object, Place | None]]]:
    for planned in plan.changes:
        yield from ((slot, (value, plan.places.find(planned.spot))) for slot, value in claims(planned.change))
