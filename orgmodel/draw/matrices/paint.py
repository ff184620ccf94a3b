"""Paints a matrix of dependencies."""

from orgmodel.draw.material import Choices
from orgmodel.draw.matrices.cells import dependencies, diagonal, edges, ground
from orgmodel.draw.matrices.grid import grid_of
from orgmodel.draw.matrices.legend import entries
from orgmodel.draw.matrices.names import names
from orgmodel.draw.matrices.values import DependencyMatrix
from orgmodel.draw.page import Page, blank


def page_of(matrix: DependencyMatrix, *, name: str, choices: Choices) -> Page:
    """Paint a matrix, and return it with what is said around it.

    Parameters
    ----------
    matrix
        What is painted.
    name
        What the ids in the picture begin with.
    choices
        On which paper, and where links lead.
    """
    if not matrix.cells:
        body, frame = blank(matrix.nothing)
        return Page(
            name=name,
            title=matrix.title,
            facts=matrix.facts,
            body=body,
            frame=frame,
            said=matrix.nothing,
            mode=choices.mode,
        )
    grid = grid_of(matrix)
    return Page(
        name=name,
        title=matrix.title,
        facts=matrix.facts,
        body=[
            *ground(matrix, grid),
            *diagonal(matrix, grid),
            *dependencies(matrix, grid),
            *edges(matrix, grid),
            *names(matrix, grid, choices.link),
        ],
        frame=grid.frame,
        names=matrix.apart,
        names_are=matrix.apart_are,
        legend=tuple(entries(matrix, grid)),
        mode=choices.mode,
    )
