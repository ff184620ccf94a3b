"""Pictures of an organisation. Each module with a `view` is one; nothing is loaded before it is drawn."""
