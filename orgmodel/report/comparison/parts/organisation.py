"""What changes in the organisation: teams, people, what leads answer for, components."""

from collections.abc import Iterator

from orgmodel.model.comparison import Comparison, People
from orgmodel.report.comparison import entries
from orgmodel.report.comparison.blocks import Say, Section
from orgmodel.report.comparison.parts.listing import lines, names, section
from orgmodel.report.comparison.phrases import shift, signed
from orgmodel.report.comparison.screen import gains
from orgmodel.report.words import counted


def changes(comparison: Comparison) -> Section | None:
    """Return what becomes of teams and of declared dependencies."""
    teams, dependencies = comparison.teams, comparison.dependencies
    return section(
        "What changes",
        (
            *names("Teams created", teams.created),
            *names("Teams that end", teams.removed),
            *lines("Teams renamed", teams.renamed, entries.renamed),
            *lines("Teams split", teams.split, entries.split),
            *lines("Teams merged", teams.merged, entries.merged),
            *lines("Teams below another group", teams.moved, entries.changed),
            *lines("Teams with another lead", teams.lead_changed, entries.moved),
            *lines("Teams of another size", teams.resized, entries.count),
            *lines("How far teams stay together", teams.cohesion, entries.cohesion),
            *lines("Dependencies declared", dependencies.added, entries.declared),
            *lines("Dependencies no longer declared", dependencies.removed, entries.declared),
            *lines("Dependencies declared otherwise", dependencies.changed, entries.redeclared),
        ),
    )


# --- people


def people(comparison: Comparison) -> Section | None:
    """Return what happens to people, each by name."""
    found = comparison.people
    return section(
        "People",
        (
            *names("Join", found.joined),
            *names("Leave", found.left),
            *lines("Change team", found.changed_team, entries.moved),
            *lines("Change manager", found.changed_manager, entries.changed),
            *lines("Change role", found.changed_role, entries.changed),
            *lines("Change place", found.changed_location, entries.changed),
            *lines("Lose what they had, though they do not leave", found.dropped, entries.dropped),
            *lines("Moved not long before", found.moved_again, entries.moved_again),
            *lines("Teams known by headcount alone", found.unnamed, entries.count),
            *lines("Positions by level", found.by_level, entries.count),
            *lines("Positions by place", found.by_location, entries.count),
            *lines("Positions by role", found.by_role, entries.count),
            *map(Say, _counts(found)),
        ),
    )


def _counts(found: People) -> Iterator[str]:
    before, after = found.positions
    if before or after:
        yield f"Positions: {shift(before, after)} ({signed(after - before)}); vacancies: {shift(*found.vacancies)}."
    missing = [f"{kind} of {counted(number, 'position')}" for kind, number in sorted(found.unplaced.items()) if number]
    if missing:
        yield f"Not stated: {', '.join(missing)}."
    if any(found.ties):
        kept, cut, new = found.ties
        yield f"Working relationships (pairs of people in one team): {kept:,} kept, {cut:,} cut, {new:,} new."
    if found.moves or found.fewest_moves:
        fewest = f"{found.fewest_moves:,} would be enough for the same grouping"
        yield f"Moves to another home team: {found.moves:,}; {fewest}."
    if found.stayers or found.joined or found.left:
        yield f"Who moved how long before: {found.history or 'not known'}."


# --- authority and components


def authority(comparison: Comparison) -> Section | None:
    """Return what each lead answers for before and after."""
    differing = gains.differing_most(comparison.authority)
    told = {row.id for row in differing}
    others = [row for row in comparison.authority if row.id not in told and row.teams_led[0] != row.teams_led[1]]
    found = comparison.people
    return section(
        "Authority",
        (
            *((gains.table(differing),) if differing else ()),
            *lines("Lead something else of the same size", others, entries.authority),
            *names("Begin to lead", found.starts_leading),
            *names("No longer lead anything", found.stops_leading),
        ),
    )


def components(comparison: Comparison) -> Section | None:
    """Return what becomes of components, and what has lost its owner."""
    found = comparison.components
    return section(
        "Components",
        (
            *lines("Handed over", found.handed_over, entries.handed_over),
            *names("New", found.added),
            *names("Gone", found.removed),
            *names("Nobody is left who knows them", found.unknown_to_all),
            *lines("Without an owner from now on", comparison.lost_owner, entries.lost_owner),
        ),
    )
