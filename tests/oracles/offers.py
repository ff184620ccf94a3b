"""Says which metrics are not offered, and why."""

from typing import Final

LEFT_OUT: Final = frozenset(
    {
        "abstractness",
        "decoupling_level",
        "graicunas_relationships",
        "henry_kafura_information_flow",
        "hits_authority",
        "main_sequence_distance",
        "rand_index",
    }
)
"""Metrics that will not be offered."""

LATER: Final = frozenset(
    {
        "basic_mq",
        "burt_constraint",
        "closeness_centrality",
        "closeness_centralization",
        "degree_centrality",
        "degree_of_authorship",
        "depth_of_master_ownership",
        "design_interfaces_matched_share",
        "dsm_clustered_cost",
        "kingman_wait",
        "managers_and_headcount",
        "minor_contributors",
        "mm1_number_in_system",
        "modularity_optimum",
        "modularity_optimum_communities",
        "ora_exclusivity",
        "ownership_top_share",
        "tangle_index_sonar",
        "team_cognitive_load_proxy",
        "weighted_congruence",
        "weinberg_context_switch",
    }
)
"""Metrics that no rule and no question needs so far."""

OF_DATA_SETS: Final = frozenset(
    {
        "average_clustering",
        "diameter_lwcc",
        "group_count",
        "largest_wcc",
        "one_minus_edge_reciprocity",
        "size",
        "total_weight",
        "triangles",
    }
)
"""Numbers by which a data set is recognised."""


def why_not(metric: str) -> str | None:
    """Return why a metric is not offered; None for all that may be."""
    if metric in LEFT_OUT:
        return "left out, since nothing sound can be concluded from it or no open definition is known"
    if metric in LATER:
        return "not in the first set, since no rule and no question needs it so far"
    if metric in OF_DATA_SETS:
        return "a number by which a data set is recognised, and no measure of an organisation"
    return None
