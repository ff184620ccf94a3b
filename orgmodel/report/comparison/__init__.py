"""Comparisons written down: one file a format, and beside them what is said in all of them alike."""
