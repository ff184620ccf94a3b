"""Everything behind the first screen, with every name: one module a group of parts, as values without a layout."""
