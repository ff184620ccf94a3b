"""Comparisons made by hand: what the tests of their reports write down."""

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from orgmodel.model import comparison as c
from orgmodel.model.audit import Census
from orgmodel.model.changes import HandOver, Leave, MovePerson, SplitTeam
from orgmodel.model.finding import Finding, Severity, Subject, fingerprint
from orgmodel.model.place import Place, Spot
from orgmodel.model.plan import Case, Plan, Planned, Promise, Wave
from orgmodel.report.base import Style
from orgmodel.report.comparison.base import ComparisonReport

TODAY = datetime.date(2026, 11, 22)
PLAN = "plans/two-teams.yaml"
FERRIES = Census(
    name="Saltmarsh Ferries",
    as_of=datetime.date(2026, 11, 20),
    files=4,
    people=41,
    heads=190,
    vacant=1,
    teams=14,
    councils=1,
    groups=3,
    initiatives=3,
    active_initiatives=2,
    components=17,
    dependencies=44,
    decisions=5,
    metrics=6,
)


class At:
    """Places that know the line of each change of a plan: the first stands in line 12, each other one below."""

    def find(self, spot: Spot) -> Place | None:
        """Return the line of a change."""
        if spot.section != "changes" or not isinstance(spot.key, int):
            return None
        return at(PLAN, 12 + spot.key)

    def line(self, place: Place, number: int) -> str | None:
        """Return no line: these reports show none."""
        return None


def at(path: str, line: int) -> Place:
    """Return a place in a line."""
    return Place(path, line, 5, line, 20)


def finding(code: str, name: str, subject: str, message: str, severity: Severity = "warning", **more: Any) -> Finding:
    """Make a finding about an entity that is named as `kind:id`."""
    kind, id = subject.split(":", 1)
    made: dict[str, Any] = {"fingerprint": fingerprint(code, subject), "place": at("org/teams.yaml", 40)}
    return Finding(code=code, name=name, severity=severity, subject=Subject(kind, id), message=message, **made | more)


def written(report: ComparisonReport, compared: c.Compared, **style: Any) -> str:
    """Return the whole document."""
    return "".join(report.write(compared, Style(**style)))


def of(*alternatives: c.Comparison, **more: Any) -> c.Compared:
    """Compare today's ferries with alternatives."""
    made: dict[str, Any] = {"before": "org", "census": FERRIES, "today": TODAY}
    made["dominated_by"] = tuple(None for _ in alternatives)
    return c.Compared(alternatives=alternatives, **made | more)


# --- one alternative with something in each part


def two_teams() -> c.Comparison:
    """Return a plan that splits a team: what it is for hangs on one team's word, and one who leaves knows too much."""
    return c.Comparison(
        name="Tickets and boarding part",
        path=PLAN,
        plan=_plan(),
        before=FERRIES,
        after=replace(FERRIES, people=41, teams=15),
        objective=_objective(),
        people=_people(),
        teams=_teams(),
        components=_components(),
        lost_owner=(c.LostOwner("metric", "queue-length", ("booking",)),),
        authority=_authority(),
        coupling=_coupling(),
        work=_work(),
        dependencies=_dependencies(),
        findings=_findings(),
        measures=_measures(),
        doors=_doors(),
        waves=_waves(),
        follow_up=_follow_up(),
        change_findings=_change_findings(),
        unknown=("who is in 9 teams (headcount only)", "the strength of 39 of 44 dependencies"),
        places=At(),
    )


def _plan() -> Plan:
    first = (
        Planned(SplitTeam(team="booking", into={}), Spot("changes", 0)),
        Planned(MovePerson(person="olu", to="boarding"), Spot("changes", 1)),
    )
    second = (
        Planned(HandOver(component=("gate-app",), to="boarding"), Spot("changes", 2)),
        Planned(Leave(person="wim"), Spot("changes", 3)),
    )
    return Plan(
        path=PLAN,
        case=Case(
            name="Tickets and boarding part",
            objective="a fare can change in the app without anybody at the quay",
            measure=Promise(id="fan_out", team="tickets", graph="waits", baseline=6, expected=2),
            sponsor="nadia",
            date=datetime.date(2027, 1, 18),
            way_back="merge the two teams again before the summer timetable",
        ),
        waves=(
            Wave(name="draw the line", date=datetime.date(2027, 1, 18), changes=first),
            Wave(name="hand over the gates", date=datetime.date(2027, 3, 8), changes=second),
        ),
    )


def _objective() -> c.Objective:
    return c.Objective(
        measure="fan_out",
        of="tickets",
        unit="teams",
        baseline=6,
        expected=2,
        before=5,
        after=2,
        worst=4,
        reached="if",
        relies_on=("pricing", "harbour"),
        assumed=2,
        real=1,
    )


def _people() -> c.People:
    return c.People(
        stayers=40,
        joined=("req-31",),
        left=("wim",),
        changed_team=(
            c.Moved("bea", ("booking",), ("tickets",)),
            c.Moved("cai", ("booking",), ("tickets",)),
            c.Moved("ed", ("booking",), ("boarding",)),
            c.Moved("olu", ("fleet",), ("boarding",)),
        ),
        changed_manager=(c.Changed("cai", "rosa", "bea"), c.Changed("olu", "per", "ed")),
        changed_role=(c.Changed("ed", "engineer", "lead"),),
        changed_location=(c.Changed("olu", "Nordhaven", "Saltmarsh"),),
        dropped=(("jun", "manager"),),
        ties=c.Ties(kept=61, cut=19, new=4),
        moves=4,
        fewest_moves=2,
        positions=(41, 41),
        vacancies=(1, 2),
        by_level=(c.Count("L5", 6, 7), c.Count("L6", 3, 2)),
        by_location=(c.Count("Nordhaven", 9, 8), c.Count("Saltmarsh", 20, 21)),
        unplaced={"location": 12},
        unnamed=(c.Count("quay-crew", 36, 34), c.Count("call-centre", 22, 24)),
        starts_leading=("bea", "ed"),
        stops_leading=("rosa",),
        moved_again=(c.MovedAgain("person", "olu", datetime.date(2026, 6, 1), "since"),),
        history="since the members say when they came",
    )


def _teams() -> c.Teams:
    return c.Teams(
        created=("boarding", "tickets"),
        removed=("booking",),
        renamed=(c.Renamed("ops-desk", "harbour-desk", False, "6 of 7 people"),),
        moved=(c.Changed("fleet", "operations", "technology"),),
        split=(c.Split("booking", ("boarding", "tickets"), True, ""),),
        merged=(c.Merged(("fares", "tariffs"), "pricing", False, "all 5 people"),),
        lead_changed=(c.Moved("fleet", ("per",), ("nils",)),),
        resized=(c.Count("fleet", 9, 8),),
        cohesion=(c.Cohesion("fleet", 8, 9, 8),),
    )


def _components() -> c.Components:
    gates = c.HandedOver("gate-app", ("booking",), ("boarding",), ("wim", "cai"), (), (), ("wim",), "critical")
    seats = c.HandedOver("seat-map", ("booking",), ("tickets",), ("bea",), ("bea",), ("bea",), (), None)
    tides = c.HandedOver("tide-table", ("fleet",), ("harbour",), None, (), (), (), None)
    return c.Components(
        handed_over=(gates, seats, tides), added=("fare-rules",), removed=("old-kiosk",), unknown_to_all=("old-radio",)
    )


def _authority() -> tuple[c.Authority, ...]:
    same = ((0, 0), (0, 0), (0, 0))
    return (
        c.Authority("bea", ((), ("tickets",)), (0, 6), (0, 1), (0, 4), (0, 1), (0, 1)),
        c.Authority("ed", ((), ("boarding",)), (0, 5), (0, 1), (0, 3), (0, 0), (0, 0)),
        c.Authority("nadia", (("sales",), ("sales",)), (61, 62), (4, 5), (9, 9), (2, 2), (1, 1)),
        c.Authority("per", (("fleet",), ("fleet",)), (9, 8), (1, 1), *same),
        c.Authority("rosa", (("booking",), ()), (11, 0), (1, 0), (7, 0), (1, 0), (1, 0)),
        c.Authority("tom", (("harbour",), ("harbour", "quay")), (12, 12), (1, 1), *same),
    )


def _coupling() -> c.Coupling:
    pairs = (
        c.PairChange("boarding", "tickets", "added", "seat-map is read by gate-app", False, None, Spot("changes", 0)),
        c.PairChange("booking", "fleet", "moved", "olu, who knows the tides, moves along", True, None, None),
        c.PairChange("booking", "legal", "removed", "legal is no longer asked about fares", True, None, None),
        c.PairChange("booking", "quay", "internalised", "both ends are in boarding", False, None, None),
        c.PairChange("tickets", "harbour", "assumed", "dropped, nothing moves", True, "harbour", Spot("changes", 1)),
        c.PairChange("tickets", "pricing", "assumed", "dropped, nothing moves", False, "pricing", Spot("changes", 2)),
    )
    return c.Coupling(
        teams=c.Difference(44, 40, internalised=1, moved=1, removed=1, assumed=2, added=1),
        branches=c.Difference(12, 9, internalised=0, moved=1, removed=1, assumed=1, added=0),
        pairs=pairs,
        loose=1,
        weight=(51.5, 46.0),
        branch_weight=(14.0, 11.0),
        stated_share=0.11,
    )


def _work() -> c.Work:
    fares = c.InitiativeChange(
        "live-fares",
        (("rosa", "tom"), ("bea",)),
        (False, True),
        (("booking", "pricing", "fleet"), ("tickets", "pricing")),
        ("booking", "tickets"),
        ("build", "build"),
        False,
    )
    kiosks = c.InitiativeChange(
        "new-kiosks",
        (("rosa",), ()),
        (True, None),
        (("booking",), ()),
        ("booking", None),
        ("approved", "approved"),
        True,
    )
    change = c.DecisionChange(
        "decision", "change-fare", (3, 1), (1, 1), (14, 5), ("fleet", "harbour"), (), ("rosa", "bea")
    )
    refund = c.DecisionChange("decision", "refund", (0, 1), (0, 0), (None, None), (), ("pricing",), ("rosa", None))
    return c.Work(
        initiatives_added=("quiet-deck",),
        initiatives_removed=("paper-tickets",),
        initiatives=(fares, kiosks),
        decisions_added=("name-a-ship",),
        decisions=(change, refund),
        metrics_removed=("kiosk-sales",),
    )


def _dependencies() -> c.Dependencies:
    was = c.Declared("booking", "pricing", "custom-work")
    return c.Dependencies(
        added=(c.Declared("boarding", "tickets", "api"),),
        removed=(was, c.Declared("booking", "harbour", "approval")),
        changed=((c.Declared("fleet", "quay", "shared-data"), c.Declared("fleet", "quay", "event")),),
    )


def _findings() -> c.Findings:
    kiosks = finding(
        "L001",
        "initiative-without-leader",
        "initiative:new-kiosks",
        "new-kiosks has no leader",
        "error",
        help="name a leader for new-kiosks",
        place=at("org/work.yaml", 21),
    )
    small = finding("R003", "single-report", "person:ed", "ed has one direct report", "info")
    shared = finding("L005", "multi-threaded-initiative", "initiative:live-fares", "live-fares is nobody's whole job")
    large = finding("T001", "team-too-large", "team:booking", "booking has 13 people, limit 10")
    waits = "waits-for-many"
    before = finding("C004", waits, "team:quay", "quay waits for 7 teams")
    after = finding("C004", waits, "team:quay", "quay waits for 6 teams")
    worse = finding("C004", waits, "team:fleet", "fleet waits for 8 teams")
    return c.Findings(
        fixed=(large, shared),
        new=(kiosks, small),
        worse=(c.Shift(finding("C004", waits, "team:fleet", "fleet waits for 7 teams"), worse, (7, 8)),),
        better=(c.Shift(before, after, (7, 6)),),
        unchanged=23,
        by_severity={"error": (3, 3), "warning": (15, 13), "info": (9, 10)},
    )


def _change_findings() -> tuple[Finding, ...]:
    kiosks = "an error that is not there today: new-kiosks has no leader (L001)"
    return (
        finding("X001", "new-error", "initiative:new-kiosks", kiosks, "error"),
        finding(
            "X002",
            "loses-owner",
            "metric:queue-length",
            "queue-length has no owner any more; it was booking's",
            "error",
            help="give queue-length to boarding or to tickets",
            place=at(PLAN, 12),
        ),
        finding(
            "X007",
            "moves-without-knowledge",
            "component:gate-app",
            "gate-app (critical) goes to boarding, where nobody knows it; it is known by wim (leaves) and cai (goes to "
            "tickets)",
            help="move cai along, or let boarding learn it from them before the handover",
            place=at(PLAN, 14),
        ),
        finding("X011", "no-alternative", "plan:two-teams", "only one alternative is compared", "info", place=None),
        finding(
            "X015", "dependency-wished-away", "team:tickets", "tickets is only said not to wait", place=at(PLAN, 13)
        ),
    )


def _measures() -> tuple[c.MeasureChange, ...]:
    return (
        c.MeasureChange("mean_span", "people", "folklore", 5.25, 5.125),
        c.MeasureChange("propagation_cost", "share", "supported", 0.4142, 0.3871, "down"),
        c.MeasureChange("stl_coverage", "share", "folklore", 0.5, 1.0, "up"),
        c.MeasureChange("modularity", "−0.5 to 1", "descriptive", 0.31, 0.28, "up"),
        c.MeasureChange("two_pizza_share", "share", "mixed", None, 0.9, "up", "no team states its size today"),
    )


def _doors() -> tuple[c.DoorStep, ...]:
    settles = "the way back is the same move"
    gone = "whoever has gone seldom comes back, and takes along what they know"
    unknown = "nobody there keeps the knowledge alive, and those who had it forget it"
    return (
        c.DoorStep(
            0,
            "booking is split into boarding and tickets",
            "split",
            "two-way",
            "the parts can be merged",
            Spot("changes", 0),
        ),
        c.DoorStep(0, "olu moves from fleet to boarding", "move_person", "two-way", settles, Spot("changes", 1)),
        c.DoorStep(1, "gate-app goes to boarding", "hand_over_unknown", "one-way", unknown, Spot("changes", 2)),
        c.DoorStep(1, "wim leaves", "leave", "one-way", gone, Spot("changes", 3)),
    )


def _waves() -> tuple[c.WaveState, ...]:
    empty = finding(
        "O001",
        "component-without-owner",
        "component:gate-app",
        "gate-app has no owner between the waves",
        "error",
        help="hand it over in the first wave",
        place=at(PLAN, 14),
    )
    return (
        c.WaveState(name="draw the line", date=datetime.date(2027, 1, 18), unsound=(empty,), errors=4),
        c.WaveState(name="hand over the gates", date=datetime.date(2027, 3, 8), errors=3),
    )


def _follow_up() -> tuple[c.FollowUp, ...]:
    return (
        c.FollowUp("code owners", "component", "gate-app", "src/gates names booking"),
        c.FollowUp("code owners", "component", "seat-map", "src/seats names booking"),
        c.FollowUp("on-call", "team", "booking", "docs/on-call.md names it"),
        c.FollowUp("catalogue entry", "component", "seat-map", "its owner is booking"),
    )


# --- others


def moving_only() -> c.Comparison:
    """Return a plan without a number that moves many and mends little, and leaves changes out that do not fit."""
    out = "does-not-fit"
    moved = tuple(c.Moved(f"p-{n:02}", ("booking",), (f"team-{n % 4}",)) for n in range(24))
    return c.Comparison(
        name="Four teams by quay",
        path="plans/by-quay.yaml",
        plan=Plan(path="plans/by-quay.yaml", waves=(Wave(changes=_plan().waves[0].changes * 3),)),
        before=FERRIES,
        after=FERRIES,
        alternatives=3,
        people=c.People(
            stayers=41, changed_team=moved, ties=c.Ties(9, 88, 31), moves=24, fewest_moves=24, positions=(41, 41)
        ),
        teams=c.Teams(created=("team-0", "team-1", "team-2", "team-3")),
        coupling=c.Coupling(teams=c.Difference(44, 47, 0, 0, 0, 0, 3)),
        findings=c.Findings(unchanged=27),
        left_out=(2, 7),
        doors=(c.DoorStep(0, "four teams begin", "create", "two-way", "they can be dissolved", Spot("changes", 0)),),
        plan_findings=(
            finding(
                "X016", out, "team:kiosk", "there is no team kiosk to move", "error", place=at("plans/by-quay.yaml", 9)
            ),
            finding("X016", out, "person:wim", "wim has left before", "error", place=at("plans/by-quay.yaml", 17)),
        ),
        change_findings=(
            finding(
                "X010",
                "incomplete-case",
                "plan:x",
                "the plan does not state its objective, measure, sponsor and way back",
            ),
        ),
    )


def nothing() -> c.Comparison:
    """Return an alternative that differs in nothing that is compared."""
    return c.Comparison(name="org/new")


def same() -> c.Comparison:
    """Return an alternative that is what there is today."""
    return c.Comparison(name="org/copy", same=True)


def three() -> c.Compared:
    """Return three alternatives, one of them dominated."""
    last = replace(moving_only(), name="Five teams by ship", plan_findings=(), path="plans/by-ship.yaml")
    return of(
        two_teams(),
        moving_only(),
        last,
        criteria=(
            c.Criterion("errors and warnings", "", "down", (18, 16, 18, 18)),
            c.Criterion("pairs of teams that wait", "pairs", "down", (44, 40, 47, 47)),
            c.Criterion("pairs of teams that wait, worst case", "pairs", "down", (44, 43, 47, 47)),
            c.Criterion("people who change team", "people", "down", (0, 4, 24, 29)),
            c.Criterion("steps that cannot be undone", "steps", "down", (0, 2, 0, 0)),
            c.Criterion("initiatives with a leader of their own", "share", "up", (0.5, 1.0, None, None)),
        ),
        dominated_by=(None, None, "Four teams by quay"),
        remarks=("org was read at HEAD~3",),
    )


def only_unknown() -> c.Compared:
    """Return an alternative of which hardly anything could be judged."""
    objective = c.Objective(measure="fan_out", of="tickets", expected=2, reason="no dependency of tickets is stated")
    people = c.People(history=None)
    unknown = tuple(f"what {n} would need" for n in range(12))
    return of(replace(nothing(), objective=objective, people=people, unknown=unknown))


def many(number: int) -> c.Compared:
    """Return very many alternatives."""
    values: Mapping[str, tuple[float | None, ...]] = {
        "pairs of teams that wait": (44, *(40 + n % 7 for n in range(number))),
        "people who change team": (0, *(None if n % 5 == 0 else n for n in range(number))),
    }
    criteria = tuple(c.Criterion(name, "", "down", row) for name, row in values.items())
    return of(*(replace(two_teams(), name=f"Alternative {n}") for n in range(number)), criteria=criteria)
