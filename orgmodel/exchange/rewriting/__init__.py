"""Writes a changed organisation back into its files: only what changes is written anew."""

from orgmodel.exchange.rewriting.register import CannotRewriteError
from orgmodel.exchange.rewriting.rewriter import Rewriting, rewritten_files

__all__ = ["CannotRewriteError", "Rewriting", "rewritten_files"]
