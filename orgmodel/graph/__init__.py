"""Questions about an organisation, in the organisation's own words."""

from orgmodel.graph.org_graph import OrgGraph

__all__ = ["OrgGraph"]
