"""Lets `python -m orgmodel_cli` do what `orgmodel` does."""

import sys

from orgmodel_cli.main import main

sys.exit(main())
