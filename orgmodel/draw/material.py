"""What pictures are made of, and what their reader chooses."""

from dataclasses import dataclass
from typing import Literal

from orgmodel.draw.engine import TIME_LIMIT, Engine
from orgmodel.draw.theme import Mode
from orgmodel.graph.dependencies import Layer
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.comparison import Comparison
from orgmodel.model.finding import Finding

Direction = Literal["right", "down"]
Need = Literal["findings", "change"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a picture is made of: an organisation, what an audit found in it, and what a change does to it.

    `findings` are the standing findings of the audit, where the view needs them; `after` and `comparison` are given to
    views of a change.
    """

    graph: OrgGraph
    findings: tuple[Finding, ...] = ()
    after: OrgGraph | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a reader can choose; each view says which of these it honours.

    Parameters
    ----------
    layer
        Which dependencies between teams count.
    focus, depth
        An entity, as id or ``kind:id``, and how many steps around it are shown.
    fold
        The level to which teams are folded into their groups, 1 at the top; as the view thinks best if None.
    only_findings
        Whether only what has a finding is shown.
    direction
        Where the picture grows; as the view thinks best if None.
    link
        A template such as ``https://wiki.example/{kind}/{id}`` for links from entities.
    """

    format: str = "svg"
    layer: Layer = "waits"
    focus: str | None = None
    depth: int = 1
    fold: int | None = None
    only_findings: bool = False
    direction: Direction | None = None
    mode: Mode = "auto"
    link: str | None = None
    engine: Engine = "wasm"
    time_limit: float = TIME_LIMIT
