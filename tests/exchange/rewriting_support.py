"""What the tests of rewriting share: an organisation from texts, changed in a few words, and its files afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from textwrap import dedent
from typing import Any

from orgmodel.exchange.rewriting import rewritten_files
from orgmodel.load.loader import load
from orgmodel.model.organisation import SECTIONS, Org
from orgmodel.model.teams import Membership

Change = Callable[[Org], Org]


def loaded(folder: Path, files: Mapping[str, str]) -> Org:
    """Write files and load them in their order."""
    for name, content in files.items():
        (folder / name).write_bytes(content.encode())
    return load([folder / name for name in files]).org


def rewritten(folder: Path, files: Mapping[str, str], *changes: Change) -> dict[str, str]:
    """Return the files of an organisation after changes; they load to it."""
    before = after = loaded(folder, files)
    for change in changes:
        after = change(after)
    rewriting = rewritten_files(files, before, after)
    assert after == loaded(folder, rewriting.files)
    assert tuple(name for name in files if rewriting.files[name] != files[name]) == rewriting.changed
    return dict(rewriting.files)


def text(written: str) -> str:
    """Take the indentation of a test off a text."""
    return dedent(written).removeprefix("\n")


ORG = text("""
    # the file

    people:
      # the boss
      zoe: {name: Zoe, manager: nobody}

      # Payments
      ana: {name: Ana, manager: zoe, skills: [a, b]}  # knows it all
      bo: {name: Bo, manager: ana}
      cy:   # new

    teams:
      commerce: {lead: zoe}

      # takes money
      payments:
        parent: commerce  # for now
        lead: ana
        members:  # who
          - bo   # the first
          - {person: cy, allocation: 50%} # half
          - ana
        # inside payments
      identity:
        parent: commerce
        headcount: 6
        purpose: >-
          a long
          text

    # the end
""")


def put(section: str, id: str, **fields: Any) -> Change:
    """Give fields of an entity other values; it is made if it does not exist."""

    def change(org: Org) -> Org:
        entities = dict(org.section(section))
        kind: Any = SECTIONS[section]
        known = entities.get(id)
        entities[id] = kind(id=id, **fields) if known is None else replace(known, **fields)
        return replace(org, **{section: entities})  # type: ignore[arg-type]  # the section's own class

    return change


def drop(section: str, *ids: str) -> Change:
    """Take entities away."""

    def change(org: Org) -> Org:
        kept = {id: entity for id, entity in org.section(section).items() if id not in ids}
        return replace(org, **{section: kept})  # type: ignore[arg-type]  # the section's own class

    return change


def rename(section: str, old: str, new: str, **fields: Any) -> Change:
    """Give an entity another id."""

    def change(org: Org) -> Org:
        entities: Any = dict(org.section(section))
        entities[new] = replace(entities.pop(old), id=new, **fields)
        return replace(org, **{section: entities})

    return change


def depend(*dependencies: Any) -> Change:
    """Declare other dependencies, of which each number stands for one that was declared."""

    def change(org: Org) -> Org:
        made = [org.dependencies[each] if isinstance(each, int) else each for each in dependencies]
        return replace(org, dependencies=tuple(made))

    return change


def state(**fields: Any) -> Change:
    """Say something else of the organisation as a whole."""
    return lambda org: replace(org, organisation=replace(org.organisation, **fields))


def difference(before: str, after: str) -> list[str]:
    """Return the lines that went and came, in order."""
    lines = unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [f"{line[0]} {line[1:]}".rstrip() for line in lines if not line.startswith(("---", "+++", "@@"))]


def members(*who: str | tuple[str, float]) -> tuple[Membership, ...]:
    """Return members, with their allocation if it is given."""
    return tuple(
        Membership(person=each) if isinstance(each, str) else Membership(person=each[0], allocation=each[1])
        for each in who
    )


def changed(folder: Path, before: str, *changes: Change) -> list[str]:
    """Return the lines that went and came when one file was rewritten."""
    return difference(before, rewritten(folder, {"org.yaml": before}, *changes)["org.yaml"])
