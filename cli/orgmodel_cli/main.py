"""The entry point: answers `--version` at once, and hands everything else to the commands."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the program, and return its exit code.

    Parameters
    ----------
    arguments
        The words after the program's name; those of the process if None.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:
        from orgmodel import __version__

        print(f"orgmodel {__version__}")
        return 0
    if arguments is None:
        import gc

        gc.disable()  # the process is short, and looking for circles among a million values is not
    from orgmodel_cli.running import run

    return run(words)
