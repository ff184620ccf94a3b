"""Imports a folder of tables, as people who live in spreadsheets keep them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from orgmodel.exchange.base import Imported, Importer
from orgmodel.exchange.tabular.draft import Draft
from orgmodel.exchange.tabular.files import read_folder
from orgmodel.exchange.tabular.initiatives import add_initiatives
from orgmodel.exchange.tabular.problems import ProblemLog
from orgmodel.exchange.tabular.roles import add_initiative_people, parts_of_roles, report_unused
from orgmodel.exchange.tabular.teams import add_people, add_teams
from orgmodel.exchange.tabular.work import add_components, add_decisions, add_dependencies, add_metrics


def read_tables(folder: Path, *, roles: Mapping[str, str] = {}) -> Imported:
    """Read a folder of `.csv` and `.tsv` files: people, teams, members, leads, components, initiatives and so on.

    Any table may be missing. Ids that no table defines are kept as they are; whoever loads the result is told of them.

    Parameters
    ----------
    folder
        The folder; the folders in it are not read.
    roles
        What a role in `initiative_people` makes of somebody, where that is not the usual: ``{"authors": "leader"}``.

    Returns
    -------
    Imported
        The organisation, and what could not be read or kept. The organisation is empty if no table could be read.

    Raises
    ------
    UnknownNameError
        If `roles` names a part that nobody can have in an initiative. What the tables contain raises nothing.
    """
    parts = parts_of_roles(roles)
    log = ProblemLog()
    draft = Draft(read_folder(folder, log), log)
    for add in (add_people, add_teams, add_initiatives):
        add(draft)
    add_initiative_people(draft, parts)
    report_unused(draft, roles)
    for add in (add_components, add_dependencies, add_decisions, add_metrics):
        add(draft)
    return Imported(draft.document(), log.problems())


importer: Final = Importer(
    name="tables",
    summary="a folder of .csv or .tsv tables: people, teams, members, leads, components, initiatives and more",
    read=read_tables,
)
