"""Paints a tree: what stands where comes from the layout, what is said from the tree."""

from orgmodel.draw.links import address
from orgmodel.draw.material import Choices
from orgmodel.draw.page import Page, blank
from orgmodel.draw.trees.legend import entries
from orgmodel.draw.trees.parts import painted, strung
from orgmodel.draw.trees.placing import placed
from orgmodel.draw.trees.sizes import sizes_of
from orgmodel.draw.trees.values import Tree


def page_of(tree: Tree, *, name: str, choices: Choices) -> Page:
    """Paint a tree, and return it with what is said around it.

    Parameters
    ----------
    tree
        What is painted.
    name
        What the ids in the picture begin with.
    choices
        On which paper, and where links lead.
    """
    if tree.boxes:
        sizes = sizes_of(tree)
        found = placed(tree, sizes)
        body = [strung(wire) for wire in found.wires]
        for spot in found.spots:
            link = address(choices.link, *spot.box.entity) if spot.box.entity else None
            body.append(painted(spot, compact=tree.compact, address=link))
        frame, signs = found.frame, tuple(entries(tree, wide=sizes.wide))
    else:
        (body, frame), signs = blank(tree.nothing), ()
    return Page(
        name=name,
        title=tree.title,
        facts=tree.facts,
        body=body,
        frame=frame,
        legend=signs,
        said=tree.nothing,
        mode=choices.mode,
    )
