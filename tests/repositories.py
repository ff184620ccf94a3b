"""Makes git repositories for tests, which know nothing of the settings of whoever runs them."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

_SURROUNDINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Some Body",
    "GIT_AUTHOR_EMAIL": "somebody@example.org",
    "GIT_COMMITTER_NAME": "Some Body",
    "GIT_COMMITTER_EMAIL": "somebody@example.org",
}


class Made:
    """A repository that was made in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *words: str | bytes, date: str = "2026-01-01") -> str:
        """Run git, on a day or at a time of its own."""
        time = date if "T" in date else f"{date}T12:00:00Z"
        day = {"GIT_AUTHOR_DATE": time, "GIT_COMMITTER_DATE": time}
        around = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env=around | _SURROUNDINGS | day, check=True, capture_output=True
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files; None takes one away."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, files: Mapping[str, str | bytes | None], *, date: str = "2026-01-01", says: str = "change") -> str:
        """Write files, commit everything, and return the id of the commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", f"--message={says}", date=date)
        return self.git("rev-parse", "HEAD")
