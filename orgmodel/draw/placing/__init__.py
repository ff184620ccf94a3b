"""Places boxes in columns, and leads links between them."""
