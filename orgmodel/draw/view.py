"""What every picture is to the rest of the package: a name, the question it answers, and one function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
