"""The picture of a change: what it tells, where it stands, and how it is painted."""
