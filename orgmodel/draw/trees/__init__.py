"""Trees: what the picture of who leads what shows, and how it is laid out and painted."""
