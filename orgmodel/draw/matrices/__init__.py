"""Matrices of dependencies: what is shown, in which order, and how it is painted."""
