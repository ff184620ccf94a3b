"""Rules of one's own, stated in the configuration: what to choose, what must hold of it, what to say if it does not."""

from orgmodel.rules.own.making import made

__all__ = ["made"]
