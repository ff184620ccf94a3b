"""Brings a file into the canonical order and style, with its comments; it says the same before and after."""

from orgmodel.exchange.formatting.formatter import Draft, formatted
from orgmodel.exchange.formatting.parts import UnformattableError

__all__ = ["Draft", "UnformattableError", "formatted"]
