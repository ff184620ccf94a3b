"""Composes the picture of a change: what is in it, under which title, and what is left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.draw.changes.arranging import Arranging
from orgmodel.draw.changes.choosing import Chosen
from orgmodel.draw.changes.facts import facts
from orgmodel.draw.changes.fates import Fates
from orgmodel.draw.changes.folding import Folding
from orgmodel.draw.changes.gathering import Gathered, gathered
from orgmodel.draw.changes.people import People
from orgmodel.draw.changes.sections import Sections
from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.tree import Tree
from orgmodel.draw.changes.values import Block, ChangePicture, Department, Section, Tied
from orgmodel.draw.changes.words import count
from orgmodel.draw.material import Choices, Material

QUESTION: Final = "What does the reorganisation change?"
_MOST_DEPARTMENTS: Final = 40
_MOST_UNCHANGED: Final = 16
_NOTHING: Final = "Nothing changes: both say the same."
_NOTHING_SHOWN: Final = "Nothing that is shown here changes: no team, nobody’s team or lead, no dependency, no finding."


class _Arranged(NamedTuple):
    departments: list[Department]
    unchanged: list[Block]
    left_out: list[str]
    share: str = ""


def composed(material: Material, choices: Choices) -> ChangePicture:
    """Choose what to show of a change.

    Raises
    ------
    UnknownNameError
        If what is to be in focus is in neither organisation.
    ValueError
        If the material is of no change.
    """
    if material.after is None or material.comparison is None:
        raise ValueError("a picture of a change is made of two organisations and what differs between them")
    sides = Sides(material.graph, material.after, material.comparison)
    chosen = Chosen(Fates(sides, material.comparison), People(sides), choices)
    arranged = _arranged(chosen)
    sections = Sections(chosen.fates, chosen.inside, only_findings=choices.only_findings).all()
    empty = not arranged.departments and not sections
    return ChangePicture(
        title=_title(chosen),
        facts=tuple(filter(None, (*facts(material.comparison, sides), *_choices(chosen), arranged.share))),
        departments=tuple(arranged.departments),
        unchanged=() if empty else tuple(arranged.unchanged),
        left_out=() if empty else tuple(arranged.left_out),
        sections=sections,
        tied=tuple(_tied(sides, arranged.departments, sections)),
        nothing=_nothing(chosen) if empty else "",
    )


# --- what is said


def _title(chosen: Chosen) -> str:
    plan, sides = chosen.fates.comparison.plan, chosen.fates.sides
    if chosen.focus is not None:
        inside = sides.name(chosen.focus)
        return (
            f"{inside}: what does ‘{plan.label}’ change?" if plan else f"{inside}: {QUESTION[0].lower()}{QUESTION[1:]}"
        )
    return f"What does ‘{plan.label}’ change?" if plan else QUESTION


def _choices(chosen: Chosen) -> Iterator[str]:
    if chosen.focus is not None:
        yield "these numbers are of the whole change, the picture is a part of it"
    if chosen.choices.only_findings:
        yield "only teams of which a finding is new, worse, better or fixed"


def _nothing(chosen: Chosen) -> str:
    if chosen.focus is not None:
        return f"Nothing changes in {chosen.fates.sides.name(chosen.focus)}."
    if chosen.choices.only_findings:
        return "No finding on a team or group is new, worse, better or fixed."
    return _NOTHING if chosen.fates.comparison.same else _NOTHING_SHOWN


# --- what stands where


def _arranged(chosen: Chosen) -> _Arranged:
    sides = chosen.fates.sides
    tree = Tree(sides)
    cards = _gathered(chosen, tree)
    arranging = Arranging(chosen.fates, chosen.people, tree, cards, whole=chosen.is_whole)
    found = [department for each in tree.departments if (department := arranging.department(each)) is not None]
    still = [block for each in tree.departments if chosen.is_whole and (block := arranging.unchanged(each)) is not None]
    return _shortened(found, still)._replace(share=cards.share)


def _gathered(chosen: Chosen, tree: Tree) -> Gathered:
    """Put the cards where they stand; those that are too many are folded, or counted."""
    sides, level = chosen.fates.sides, chosen.choices.fold
    folding = Folding(chosen.fates, chosen.people)
    changing, still = chosen.cards()
    heads = chosen.heads()
    if level is not None:
        both = folding.at_level([*changing, *still], level)
        changing = [each for each in both if each.card.mark != "unchanged"]
        still = [each for each in both if each.card.mark == "unchanged"]
        heads = frozenset(id for id in heads if len(list(sides.line(id))) < level)
    teams = len(sides.teams)
    shown, counted = folding.strongest(changing, teams)
    heads = folding.weightiest(heads, teams)
    return gathered(shown, counted, still, heads=heads, sides=sides, tree=tree, folding=folding)


def _shortened(departments: list[Department], unchanged: list[Block]) -> _Arranged:
    """Leave out the departments with the fewest cards where there are too many, and say so."""
    said = []
    if len(departments) > _MOST_DEPARTMENTS:
        order = sorted(range(len(departments)), key=lambda n: (-_cards_in(departments[n]), n))
        kept = set(order[:_MOST_DEPARTMENTS])
        said.append(f"{count(len(departments) - len(kept), 'department')} with changes")
        departments = [each for n, each in enumerate(departments) if n in kept]
    if len(unchanged) > _MOST_UNCHANGED:
        said.append(f"{count(len(unchanged) - _MOST_UNCHANGED, 'unchanged department')}")
        unchanged = unchanged[:_MOST_UNCHANGED]
    return _Arranged(departments, unchanged, said)


def _cards_in(department: Department) -> int:
    return sum(len(block.cards) for block in department.blocks)


def _tied(sides: Sides, departments: Iterable[Department], sections: Sequence[Section]) -> Iterator[Tied]:
    """Yield the ends of dependencies that have no card."""
    drawn = {card.entity for each in departments for block in each.blocks for card in block.cards}
    ends = {end for each in sections for row in each.rows for end in (row.source, row.target) if end is not None}
    return (Tied(id, sides.name(id)) for id in sorted(ends - drawn))
