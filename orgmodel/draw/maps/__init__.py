"""Maps: what they show, and how it is painted."""
