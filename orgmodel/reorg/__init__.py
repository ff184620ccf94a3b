"""Reorganisations: plans applied, organisations compared, and what follows from a change."""
