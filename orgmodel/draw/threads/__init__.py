"""Initiatives and the teams that work on them: what is shown, where it stands, and how it is painted."""
