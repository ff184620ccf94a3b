"""Decisions: what the picture of the way to a yes shows, and how it is laid out and painted."""
