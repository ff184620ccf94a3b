"""The formats of a picture that are text: each is written from its outline."""
