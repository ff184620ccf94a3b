"""Applies plans to an organisation, change by change; one that does not fit is left out and said."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from orgmodel.model import changes as c
from orgmodel.model.closest import closest
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.model.place import Place, Spot, Step
from orgmodel.model.plan import Loose, Plan, PlanFault, Planned
from orgmodel.model.references import Named, references
from orgmodel.reorg.applying.anything import create, remove, set_fields
from orgmodel.reorg.applying.claims import Slot, claims, in_words
from orgmodel.reorg.applying.decisions import add_step, change_decider, drop_step
from orgmodel.reorg.applying.dependencies import add_dependency, change_dependency, drop_dependency
from orgmodel.reorg.applying.dissolving import dissolve_team
from orgmodel.reorg.applying.draft import Draft, UnfitError, Written
from orgmodel.reorg.applying.handing import appoint_leader, hand_over
from orgmodel.reorg.applying.merging import merge_teams
from orgmodel.reorg.applying.naming import Naming
from orgmodel.reorg.applying.people import appoint_lead, change_manager, join, leave, move_heads, move_person
from orgmodel.reorg.applying.splitting import split_team
from orgmodel.reorg.applying.teams import create_team, move_team, rename_team

_APPLY: Final[Mapping[type, Callable[[Draft, Any], None]]] = {
    c.CreateTeam: create_team,
    c.DissolveTeam: dissolve_team,
    c.RenameTeam: rename_team,
    c.MoveTeam: move_team,
    c.SplitTeam: split_team,
    c.MergeTeams: merge_teams,
    c.MovePerson: move_person,
    c.MoveHeads: move_heads,
    c.ChangeManager: change_manager,
    c.AppointLead: appoint_lead,
    c.Join: join,
    c.Leave: leave,
    c.AppointLeader: appoint_leader,
    c.HandOver: hand_over,
    c.AddDependency: add_dependency,
    c.ChangeDependency: change_dependency,
    c.DropDependency: drop_dependency,
    c.AddStep: add_step,
    c.DropStep: drop_step,
    c.ChangeDecider: change_decider,
    c.Set: set_fields,
    c.Create: create,
    c.Remove: remove,
}


class Done(NamedTuple):
    """One change that was applied: what it wrote, in order."""

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
            self._check_references(change)
            self._check_claims(change, claimed)
            _APPLY[type(change)](self._draft, change)
        except UnfitError as error:
            self._draft.take_back()
            self._refuse(error.code, error.message, error.help, error.path)
            return
        except _UnknownError as error:
            for named in error.named:
                self._refuse("F008", *_unknown(self._draft, named), named.path)
            return
        for slot, value in claims(change):
            claimed.setdefault(slot, (value, self._at(spot)))
        self._done.append(Done(planned, wave, tuple(self._draft.journal)))

    def _refuse(self, code: str, message: str, help: str, path: tuple[Step, ...]) -> None:
        word = str(self._draft.spot.path[-1]) if self._draft.spot.path else ""
        text = f"`{word}` is left out: {message}" if word else message
        self._draft.fault(code, text, help, about=("plan", self._plan.label), path=path)

    def _check_references(self, change: c.Change) -> None:
        """Refuse a change that names somebody or something that is not there; its own new ids are."""
        new = set(change.into) if isinstance(change, c.SplitTeam) else set()
        entity = change.given if isinstance(change, c.Set | c.Create) else change
        if isinstance(entity, c.Remove):
            return
        unknown = [
            named
            for named in references(entity)
            if self._draft.resolve(named.id, *named.kinds) is None and named.id not in new
        ]
        if unknown:
            raise _UnknownError(unknown)

    def _check_claims(self, change: c.Change, claimed: "Claimed") -> None:
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
                message, help = _unknown(self._draft, named)
                self._draft.fault("F008", message, help, about=("plan", self._plan.label), path=named.path)

    def _check_something_is_left(self, org: Org) -> None:
        base = self._draft.base
        if (base.people or base.teams) and not org.people and not org.teams:
            self._draft.begin(Spot("plan", ""))
            message = "after this plan nobody and no team is left"
            help = "take out what lets everybody leave"
            self._draft.fault("X016", message, help, about=("plan", self._plan.label))


class _UnknownError(Exception):
    """A change names what is not there."""

    def __init__(self, named: list[Named]) -> None:
        super().__init__()
        self.named = named


def _unknown(draft: Draft, named: Named) -> tuple[str, str]:
    field = ".".join(step for step in named.path if isinstance(step, str))
    kinds = " or ".join(named.kinds)
    best = next(
        (near for kind in named.kinds if (near := closest(named.id, draft.section(SECTION_OF_KIND[kind])))), None
    )
    message = f"`{field}` names the {kinds} ‘{named.id}’, which is not there at this point"
    return message, f"write `{best}`, if that is meant" if best else "the organisation may have changed since"


Claimed = dict[Slot, tuple[object, Place | None]]


def _claimed(plans: Iterable[Plan]) -> Claimed:
    """Return what earlier plans say, the last word of each slot."""
    return {slot: said for plan in plans for slot, said in _all_claims(plan)}


def _all_claims(plan: Plan) -> Iterator[tuple[Slot, tuple[object, Place | None]]]:
    for planned in plan.changes:
        yield from ((slot, (value, plan.places.find(planned.spot))) for slot, value in claims(planned.change))
