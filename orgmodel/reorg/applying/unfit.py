"""Why a change is left out: it does not fit the organisation that it meets, or names what is not there."""

from orgmodel.model.place import Step
from orgmodel.model.references import Named


class UnfitError(Exception):
    """A change does not fit the organisation it meets; what it has written is taken back."""

    def __init__(self, message: str, help: str = "", path: tuple[Step, ...] = ()) -> None:
        super().__init__(message)
        self.message, self.help, self.path = message, help, path


class UnknownReferencesError(Exception):
    """A change names somebody or something that is not there."""

    def __init__(self, named: list[Named]) -> None:
        super().__init__()
        self.named = named
