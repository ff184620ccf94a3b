"""Audits made by hand: what the tests of reports write down."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Any

from orgmodel.model.audit import Audit, Census
from orgmodel.model.finding import Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.place import Place, Spot
from orgmodel.report.base import Report, Style

TODAY = datetime.date(2026, 11, 22)
WEIGHTS = {"F": 1, "L": 9, "O": 8, "W": 7, "C": 6, "D": 5, "T": 4, "R": 2}


@dataclass
class Texts:
    """Files that a test gives as texts, and the places in them."""

    files: Mapping[str, str] = field(default_factory=dict)

    def find(self, spot: Spot) -> Place | None:
        """Return no place: findings of tests bring theirs."""
        return None

    def line(self, place: Place, number: int) -> str | None:
        """Return a line of a file that was given."""
        lines = self.files.get(place.path, "").splitlines()
        return lines[number - 1] if 1 <= number <= len(lines) else None

    def at(self, path: str, words: str, nth: int = 1) -> Place:
        """Return the place where words stand for the nth time."""
        before = self.files[path].split(words)[:nth]
        start = words.join(before)
        line, column = start.count("\n") + 1, len(start) - start.rfind("\n")
        return Place(path, line, column, line, column + len(words))


def texts(**files: str) -> Texts:
    """Take texts as files: the name, without its ending, and what stands in it."""
    return Texts({f"org/{name}.yaml": dedent(text) for name, text in files.items()})


FILES = texts(
    work="""\
        initiatives:
          one-click:
            leader: ana
            team: payments
          search-ranking:
            name: What comes first
            leader: ana
        """,
    teams="""\
        teams:
          payments: {lead: ana, members: [ana, bo, cy, di, ed, flo, gus, hal, ida, jo, kim, lou], purpose: money}
        """,
)

BAKERS = Census(
    name="Elm Street Bakers",
    as_of=datetime.date(2026, 11, 1),
    files=3,
    people=38,
    heads=233,
    vacant=2,
    teams=26,
    councils=3,
    initiatives=6,
    active_initiatives=4,
    components=18,
)


def finding(code: str, subject: str, message: str, *, severity: Severity = "warning", **more: Any) -> Finding:
    """Make a finding about an entity that is named as `kind:id`."""
    kind, id = subject.split(":", 1)
    made: dict[str, Any] = {
        "help": "do something about it",
        "fingerprint": fingerprint(code, subject),
        "name": f"rule-{code.lower()}",
    }
    return Finding(code=code, severity=severity, subject=Subject(kind, id), message=message, **made | more)


def audit(findings: Sequence[Finding] = (), *, coverage: Sequence[Coverage] = (), **more: Any) -> Audit:
    """Make an audit with these findings, weights and evidence as the program gives them."""
    codes = {*(each.code for each in findings), *(row.code for row in coverage)}
    made: dict[str, Any] = {
        "census": Census(name="Elm Street Bakers", files=3, people=38, heads=233, teams=26, councils=3, groups=2),
        "today": TODAY,
        "weights": {code: WEIGHTS.get(code[0], 0) for code in codes},
        "evidence": {code: "mixed: it depends" if code.startswith("T") else "practice" for code in codes},
    }
    return Audit(findings=tuple(findings), coverage=tuple(coverage), **made | more)


def written(report: Report, audit: Audit, **style: Any) -> str:
    """Return the whole document."""
    return "".join(report.write(audit, Style(**style)))


def shared_leader() -> Audit:
    """Return an audit of two files: one leader of two initiatives, a large team, a note without a place."""
    shared = _shared()
    large = finding(
        "T001",
        "team:payments",
        "payments has 12 people, 2 more than two pizzas feed (limit 10)",
        place=FILES.at("org/teams.yaml", "[ana, bo, cy, di, ed, flo, gus, hal, ida, jo, kim, lou]"),
        note=("lines for a split: it owns checkout and ledger, and it works on one-click, gift cards and refunds",),
        evidence={"size": 12, "limit": 10},
    )
    covered = finding("L004", "initiative:one-click", "one-click gets half of ana", covered_by=shared.fingerprint)
    reports = (Related("reports to ana", Subject("person", "bo")),)
    note = finding("R003", "person:ana", "ana has one direct report, bo", severity="info", related=reports)
    coverage = (
        Coverage("L003", 2, 1, 0),
        Coverage("L004", 1, 1, 1, (("allocations of leaders", 1),)),
        Coverage("R003", 38, 1, 4, (("managers of people", 4),)),
        Coverage("T001", 9, 1, 17, (("members or headcount of teams", 17),)),
    )
    return audit([note, large, shared, covered], coverage=coverage, places=FILES)


def _shared() -> Finding:
    first, second = FILES.at("org/work.yaml", "ana"), FILES.at("org/work.yaml", "ana", 2)
    leads = Related("leads this", None, FILES.at("org/teams.yaml", "ana"))
    return finding(
        "L003",
        "initiative:one-click",
        "one-click and search-ranking share one leader, ana",
        severity="error",
        place=second,
        label="and here",
        related=(Related("first led here", Subject("initiative", "one-click"), first), leads),
        help="name a leader for search-ranking for whom it is the whole job",
        evidence={"initiatives": ["one-click", "search-ranking"], "count": 2, "limit": 1},
    )


def a_screenful() -> Audit:
    """Return an audit with something for each part of the brief screen."""
    coverage = (
        Coverage("T001", 8, 3, 18, (("members or headcount of teams", 18),)),
        Coverage("L004", 0, 0, 3, (("allocations of leaders", 3),)),
        Coverage("F008", 40, 1, 2, (("files that could not be read", 2),)),
    )
    return audit(
        [*_large_teams(), *_nobodys_job(), *_couplings(), *_small()],
        census=BAKERS,
        ends_by_itself=("books: finance → routing until 31 Mar 2027", "black-week (task-force) until 5 Dec 2026"),
        mandated=("legal on change-price (price law)", "safety on ovens (fire regulations)"),
        coverage=coverage,
        places=texts(shop="\n" * 60, pay="\n" * 60),
    )


def _large_teams() -> list[Finding]:
    return [
        finding(
            "T001",
            f"team:{team}",
            f"{team} has {size} people, {size - 10} more than two pizzas feed (limit 10)",
            place=Place("org/shop.yaml", line, 3, line, 9),
            evidence={"size": size, "limit": 10},
        )
        for line, team, size in ((10, "ovens", 12), (11, "tills", 14), (12, "vans", 11))
    ]


def _nobodys_job() -> list[Finding]:
    whole = finding(
        "L005",
        "initiative:same-day",
        "same-day is nobody's whole job: two people lead it, dag (30 %) and otto (20 %); 5 teams in three branches "
        "work on it, 4 of which must build something for it",
        severity="error",
        place=Place("org/shop.yaml", 40, 5, 40, 11),
        evidence={"teams": ["a", "b", "c", "d", "e"]},
    )
    parts = ("L002", "L004", "L008", "W005")
    covered = (finding(code, "initiative:same-day", "a part of it", covered_by=whole.fingerprint) for code in parts)
    return [whole, *covered]


def _couplings() -> list[Finding]:
    pay, books = Place("org/pay.yaml", 7, 1, 7, 2), Place("org/pay.yaml", 9, 1, 9, 2)
    return [
        finding("C006", "team:loyalty", "loyalty reads the tables of tills", place=pay),
        finding("C006", "team:ledger", "ledger writes into the books of pay, blocking", place=books),
        finding("C004", "team:tills", "tills waits for 8 teams (limit 5)", evidence={"count": 8}),
        finding("D006", "team:tills", "tills needs 18 days and two vetoes to change a price"),
    ]


def _small() -> list[Finding]:
    place = Place("org/pay.yaml", 3, 1, 3, 4)
    return [
        finding("R003", "person:ana", "ana has one direct report, bo", severity="info"),
        finding("F008", "team:vans", "vans: `lead` names ‘zed’", severity="error", place=place),
    ]


def of_everything(number: int, rules: int = 24) -> Audit:
    """Return an audit with so many findings of so many rules, in sentences that differ."""
    codes = [f"{family}{n:03}" for n in range(1, 9) for family in "LOWCDTR"][:rules]
    severities: tuple[Severity, ...] = ("error", "warning", "warning")
    found = [
        finding(
            codes[n * 11 % rules],
            f"team:team-{n % 12}-of-{n}",
            f"team-{n % 12}-of-{n} has {n} things {'and others ' * (n % 5)}that wait, nobody {'knows ' * (n % 3)}why",
            severity=severities[n % 3],
            place=Place(f"org/branch-{n % 4}/file.yaml", n + 1, 3, n + 1, 9),
            evidence={"count": n},
        )
        for n in range(number)
    ]
    coverage = tuple(Coverage(code, 10, 3, 4, ((f"what {code} wants", 4),)) for code in sorted(codes))
    endings = tuple(f"the handover of component-{n} until 2 Jan 2027" for n in range(20))
    duties = tuple(f"legal on decision-{n} (the law on decisions of its kind)" for n in range(20))
    return audit(found, coverage=coverage, ends_by_itself=endings, mandated=duties)
