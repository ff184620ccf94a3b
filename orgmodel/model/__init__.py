"""The model: entities of an organisation, where they are written, and what is found about them."""
