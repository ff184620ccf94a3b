"""Who looks after the business domains of a team that is no more."""

from collections.abc import Collection, Mapping

from orgmodel.model.teams import Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.said import Still

Goes = Mapping[str, str | None]
"""Where each component of a team goes; None for one that goes nowhere."""


def hand_domains(draft: Draft, old: Team, goes: Goes, *, named: Collection[str] = (), to: str | None = None) -> None:
    """Give the domains of a team to those who get components of theirs.

    Parameters
    ----------
    old
        The team as it was.
    goes
        Where its components go.
    named
        Domains of which the change itself says where they go.
    to
        The team that gets those without components, if there is only one that they can go to.
    """
    for domain in old.domains or ():
        if domain in named:
            continue
        with_it = (heir for id, heir in goes.items() if heir is not None and draft.components[id].domain == domain)
        heirs = tuple(dict.fromkeys(with_it)) or ((to,) if to is not None else ())
        for heir in heirs:
            known = draft.teams[heir].domains or ()
            draft.update("teams", heir, domains=tuple(dict.fromkeys((*known, domain))))
        if not heirs:
            message = f"{old.id} looked after the domain {domain}, and the plan does not say who does now"
            help = "name it under `domains` of a team"
            draft.unplaced(message, help, about=("domain", domain), still=_nobodys(draft, domain))


def _nobodys(draft: Draft, domain: str) -> Still:
    """Tell whether there is still no team that looks after a domain."""

    def still() -> bool:
        teams = (draft.teams[str(id)] for section, id in draft.naming(domain) if section == "teams")
        return not any(domain in (team.domains or ()) for team in teams)

    return still
