"""What the tests of audits share: a folder of their own, and the command line."""

from tests.cli.conftest import run as run
from tests.load.conftest import here as here
