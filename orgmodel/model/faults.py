"""What keeps the program from doing what it was asked, and what whoever asked can mend."""


class MissingExtraError(Exception):
    """Something needs a package that is not installed; the message says how to get it."""


class UnknownNameError(ValueError):
    """Something was asked for by a name that nothing has; the message says what is nearest, or what there is."""
