"""Brings a file into the canonical order and style, with its comments; it says the same before and after."""

from orgmodel.exchange.formatting.formatter import Draft, formatted, formatted_as_before
from orgmodel.exchange.formatting.parts import UnformattableError

__all__ = ["Draft", "UnformattableError", "formatted", "formatted_as_before"]
