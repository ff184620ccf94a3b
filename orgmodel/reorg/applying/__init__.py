"""Applying a plan: one function a change, each of which writes into a draft of the organisation."""
