"""What happens to people, teams and leads, as records of the JSON document."""

from collections.abc import Iterable, Mapping

from orgmodel.model.comparison import (
    Authority,
    Changed,
    Count,
    Merged,
    Moved,
    MovedAgain,
    People,
    Renamed,
    Split,
    Teams,
)

Record = Mapping[str, object]


def people(found: People) -> Record:
    """Return what happens to people."""
    return {
        "stayers": found.stayers,
        "joined": found.joined,
        "left": found.left,
        "changed_team": moved(found.changed_team),
        "changed_manager": changed(found.changed_manager),
        "changed_role": changed(found.changed_role),
        "changed_location": changed(found.changed_location),
        "dropped": [{"id": id, "lost": lost} for id, lost in found.dropped],
        "ties": found.ties._asdict(),
        "fewest_moves": found.fewest_moves,
        "moves": found.moves,
        "positions": found.positions,
        "vacancies": found.vacancies,
        "by_level": _counts(found.by_level),
        "by_location": _counts(found.by_location),
        "by_role": _counts(found.by_role),
        "unplaced": dict(sorted(found.unplaced.items())),
        "unnamed": _counts(found.unnamed),
        "starts_leading": found.starts_leading,
        "stops_leading": found.stops_leading,
        "moved_again": [_moved_again(each) for each in found.moved_again],
        "history": found.history,
    }


def teams(found: Teams) -> Record:
    """Return what happens to teams."""
    return {
        "created": found.created,
        "removed": found.removed,
        "renamed": [_recognised(each) for each in found.renamed],
        "moved": changed(found.moved),
        "split": [_recognised(each) for each in found.split],
        "merged": [_recognised(each) for each in found.merged],
        "lead_changed": moved(found.lead_changed),
        "resized": _counts(found.resized),
        "cohesion": [{**each._asdict(), "jaccard": each.jaccard} for each in found.cohesion],
    }


def authority(rows: Iterable[Authority]) -> list[Record]:
    """Return what each lead answers for, before and after."""
    return [row._asdict() for row in rows]


def moved(rows: Iterable[Moved]) -> list[Record]:
    """Return who or what had these and has those."""
    return [{"id": row.id, "from": row.before, "to": row.after} for row in rows]


def changed(rows: Iterable[Changed]) -> list[Record]:
    """Return what was said of something and is."""
    return [{"id": row.id, "from": row.before, "to": row.after} for row in rows]


def _counts(rows: Iterable[Count]) -> list[Record]:
    return [row._asdict() for row in rows]


def _recognised(each: Renamed | Split | Merged) -> Record:
    return {"from": each.before, "to": each.after, "declared": each.declared, "evidence": each.evidence}


def _moved_again(each: MovedAgain) -> Record:
    return {"kind": each.kind, "id": each.id, "since": each.since.isoformat(), "source": each.source}
