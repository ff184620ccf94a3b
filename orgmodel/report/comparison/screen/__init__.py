"""The first screen of a comparison: one module a group of its sections, as values without a layout."""
