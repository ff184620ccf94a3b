"""Writes the pages that are made from the program, tells which are not current, and runs the commands of the others.

python docs/build.py             write the reference, the schemas and the pictures anew (`make docs`)
python docs/build.py --check     name what is not current; exit code 1 if there is anything
python docs/build.py --refresh   run the commands of the written pages, and write down what they print now
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.machinery import commands, consoles, fields, measures, pictures, plans, presets, rules  # noqa: E402  # found by the line above
from orgmodel import api  # noqa: E402

DOCS: Final = ROOT / "docs"
SAMPLES: Final = ROOT / "orgs"
MADE_FOLDERS: Final = ("reference", "schema", "pictures")
"""Folders in which everything is made, so that what is left over in them can be told."""
NOT_WRITTEN_BY_HAND: Final = ("docs/reference", "docs/machinery")


def made() -> Mapping[str, str]:
    """Return every page that is made and is text, by its path below `docs`."""
    kinds = (rules, presets, measures, fields, plans, commands)
    sources = (*(kind.pages() for kind in kinds), pictures.pages(SAMPLES), _schemas())
    return {path: text for pages in sources for path, text in pages}


def _schemas() -> Iterator[tuple[str, str]]:
    yield "schema/organisation.schema.json", api.schema()
    yield "schema/plan.schema.json", api.schema("plan")
    yield "schema/configuration.schema.json", api.schema("configuration")
    for file in (
        "audit.schema.json",
        "comparison/comparison.schema.json",
        "history.schema.json",
        "measure.schema.json",
    ):
        written = ROOT / "orgmodel/report" / file
        yield f"schema/{written.name}", written.read_text(encoding="utf-8")


def written(root: Path = ROOT) -> list[Path]:
    """Return the pages of the checkout that people write, sorted."""
    folders = [root / "docs", root / "orgs"]
    pages = [*root.glob("*.md"), *(page for folder in folders for page in folder.rglob("*.md"))]
    return sorted(page for page in pages if not page.relative_to(root).as_posix().startswith(NOT_WRITTEN_BY_HAND))


def write(pages: Mapping[str, str], docs: Path = DOCS) -> None:
    """Write what is made, and take away what is left over."""
    for path, text in pages.items():
        _write(docs / path, text.encode())
    for path in _old_pngs(docs, pages):
        _write(docs / path, pictures.png(pages[pictures.PNGS[path]]))
    for file in _left_over(docs, pages):
        file.unlink()


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.is_file() or file.read_bytes() != content:
        file.write_bytes(content)


def stale(pages: Mapping[str, str], docs: Path = DOCS) -> list[str]:
    """Return the paths, below `docs`, of what is missing, not current, or left over, sorted."""
    wrong = [path for path, text in pages.items() if not _holds(docs / path, text.encode())]
    wrong += _old_pngs(docs, pages)
    return sorted([*wrong, *(file.relative_to(docs).as_posix() for file in _left_over(docs, pages))])


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content


def _old_pngs(docs: Path, pages: Mapping[str, str]) -> list[str]:
    """Return the pictures in pixels that are missing, or made from another picture than today's."""
    made = {path: docs / path for path, svg in pictures.PNGS.items() if svg in pages}
    return [
        path
        for path, file in made.items()
        if not (file.is_file() and pictures.is_made_from(file.read_bytes(), pages[pictures.PNGS[path]]))
    ]


def _left_over(docs: Path, pages: Mapping[str, str]) -> list[Path]:
    kept = {docs / path for path in (*pages, *pictures.PNGS)}
    files = (file for folder in MADE_FOLDERS for file in (docs / folder).rglob("*") if file.is_file())
    return sorted(file for file in files if file not in kept)


def refresh() -> None:
    """Write down what the commands of the written pages print now."""
    for file in written():
        page = file.read_text(encoding="utf-8")
        try:
            now = consoles.refreshed(page, SAMPLES)
        except ValueError as error:
            raise SystemExit(f"{file.relative_to(ROOT)}: {error}") from None
        if now != page:
            file.write_text(now, encoding="utf-8")
            print(file.relative_to(ROOT))


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words say, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--check", action="store_true", help="name what is not current")
    task.add_argument("--refresh", action="store_true", help="write down what commands print now")
    options = parser.parse_args(words)
    if options.refresh:
        refresh()
        return 0
    if options.check:
        wrong = stale(made())
        print("".join(f"docs/{path} is not current: run `make docs`\n" for path in wrong), end="")
        return int(bool(wrong))
    write(made())
    return 0


if __name__ == "__main__":
    sys.exit(main())
