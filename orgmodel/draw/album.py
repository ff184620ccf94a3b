"""All pictures of an organisation, and a page in Markdown that shows them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from orgmodel.draw.material import Material
from orgmodel.draw.outline import Outline
from orgmodel.draw.text import one_line
from orgmodel.draw.view import View

INDEX: Final = "index.md"
_FIRST: Final = ("tree", "initiatives", "dependencies", "matrix", "decisions")
"""The order in which a reader wants them: who, what, then how they depend on each other; others come after them."""
_SIGNS: Final = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>#|!~"}
_ENDINGS: Final = {"mermaid": "mmd"}
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Album:
    """Pictures, and the page that shows them, by the name of their file; and what has to be said beside them."""

    files: Mapping[str, str | bytes]
    remarks: tuple[str, ...] = ()


def album(
    views: Sequence["View[Any]"], material: Material, *, progress: Progress | None = None, **choices: Any
) -> Album:
    """Draw all views, each with those of the choices that it honours."""
    files: dict[str, str | bytes] = {}
    outlines: list[Outline] = []
    remarks: dict[str, None] = {}
    for view in _in_order(views):
        if progress is not None:
            progress(f"drawing {view.name}")
        picture = view.draw(material, **view.honoured(choices))
        files[_file(view, choices)] = picture.document
        outlines.append(picture.outline)
        remarks |= dict.fromkeys(picture.remarks)
    files[INDEX] = _page(outlines, list(files), files)
    return Album(files, tuple(remarks))


def stale(
    files: Mapping[str, bytes], views: Sequence["View[Any]"], material: Material, **choices: Any
) -> tuple[str, ...]:
    """Return the names of the files that are missing or not current; no picture is painted for it."""
    wrong: list[str] = []
    outlines: list[Outline] = []
    for view in _in_order(views):
        chosen, file = view.honoured(choices), _file(view, choices)
        if file not in files or not view.is_current(files[file], material, **chosen):
            wrong.append(file)
        outlines.append(view.outlined(material, **chosen))
    names = [_file(view, choices) for view in _in_order(views)]
    if files.get(INDEX, b"") != _page(outlines, names, files).encode():
        wrong.append(INDEX)
    return tuple(wrong)


def _in_order(views: Iterable["View[Any]"]) -> list["View[Any]"]:
    return sorted(views, key=lambda view: (_FIRST.index(view.name) if view.name in _FIRST else len(_FIRST), view.name))


def _file(view: "View[Any]", choices: Mapping[str, Any]) -> str:
    form = choices.get("format", "svg")
    return f"{view.name}.{_ENDINGS.get(form, form)}"


def _page(outlines: Sequence[Outline], names: Sequence[str], files: Mapping[str, str | bytes]) -> str:
    """Write the page; pictures that Markdown can hold stand in it, the others are linked."""
    parts = ["# The organisation in pictures"]
    for outline, name in zip(outlines, names, strict=True):
        parts += [f"## {_markdown(outline.title)}", *_shown(outline, name, files)]
    return "\n\n".join(parts) + "\n"


def _shown(outline: Outline, name: str, files: Mapping[str, str | bytes]) -> Iterator[str]:
    if outline.facts:
        yield _markdown(" · ".join(outline.facts))
    if name.endswith((".svg", ".png")):
        yield f"![{_markdown(outline.title)}]({name})"
    elif name.endswith(".mmd"):
        content = files.get(name, b"")
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
        yield f"```mermaid\n{text}```"
    else:
        yield f"[{name}]({name})"


def _markdown(text: str) -> str:
    return one_line(text).translate(_SIGNS)
