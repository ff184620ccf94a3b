"""Pictures in a real browser: without errors, not blank, dark where the reader prefers it, on one sheet of paper."""

import re
import shutil
import subprocess
import zlib
from functools import cache
from pathlib import Path

import pytest

from docs.machinery import large
from orgmodel import api
from tests.bench.organisations import organisation

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ROOT = Path(__file__).parents[2]
VIEWS = sorted(api.views())
DARK = "--blink-settings=preferredColorScheme=0"
STYLE = "@page{size:A4 landscape;margin:10mm}img{max-width:100%;max-height:95vh}"
PRINTED = f'<!doctype html><style>{STYLE}</style><img src="view.svg">'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine"),
]


def browse(page: Path, *words: str) -> str:
    """Open a page without a screen; return what the browser has to say of it."""
    usual = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")
    said = ("--enable-logging=stderr", "--window-size=1400,1000")
    command = [str(BROWSER), *usual, *said, *words, page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line or "error on line" in line)


def pixels(picture: Path) -> bytes:
    """Return what is compressed in a PNG: its rows of pixels, as they are filtered."""
    data = picture.read_bytes()
    parts = []
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            parts.append(data[at + 8 : at + 8 + length])
        at += length + 12
    return zlib.decompress(b"".join(parts))


@cache
def drawn(view: str) -> str:
    """Draw a view of the sample, or of a plan over it."""
    paths = [ROOT / "orgs/northwind", ROOT / "orgs/northwind-plans/1-one-team.yaml"]
    return str(api.draw(view, *(paths if view == "change" else paths[:1])).document)


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_is_shown_without_an_error(view: str, tmp_path: Path) -> None:
    """The browser complains of nothing, there is something to see, and dark paper looks different."""
    page, light, dark = tmp_path / "view.svg", tmp_path / "light.png", tmp_path / "dark.png"
    page.write_text(drawn(view), encoding="utf-8")
    assert "" == browse(page, f"--screenshot={light}")
    assert "" == browse(page, f"--screenshot={dark}", DARK)
    assert len(set(pixels(light))) > 30
    assert pixels(light) != pixels(dark)


@pytest.mark.parametrize("people", [80, 420])
@pytest.mark.parametrize("view", [view for view in VIEWS if view != "change"])
def test_a_picture_is_printed_on_one_sheet(view: str, people: int, tmp_path: Path) -> None:
    """A page that holds a picture of some twelve teams, or of some sixty, is one sheet of A4."""
    org = large.written(organisation(people), tmp_path, "org")
    (tmp_path / "view.svg").write_text(str(api.draw(view, org).document), encoding="utf-8")
    page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(PRINTED, encoding="utf-8")
    assert "" == browse(page, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    assert 1 == len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
