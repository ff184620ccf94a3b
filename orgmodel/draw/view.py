"""What every picture is to the rest of the package: a name, the question it answers, and three functions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from typing import Any, Final, Generic, NamedTuple, TypeVar

from orgmodel.draw.links import checked_template
from orgmodel.draw.material import Choices, Material, Need
from orgmodel.draw.outline import Outline
from orgmodel.draw.page import Page, written
from orgmodel.draw.png import carries, png
from orgmodel.model.faults import UnknownNameError

MEDIA_TYPES: Final = {
    "svg": "image/svg+xml",
    "dot": "text/vnd.graphviz",
    "mermaid": "text/vnd.mermaid",
    "json": "application/json",
    "png": "image/png",
}
"""The formats of every view, with their media types."""

_OF_ALL: Final = frozenset({"format", "mode", "link"})
_USUAL: Final = Choices()
V = TypeVar("V")


class Painted(NamedTuple):
    """A picture to be written, and what has to be said beside it, one line each."""

    page: Page
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as text or as bytes, the outline it was made from, and what has to be said beside it."""

    document: str | bytes
    outline: Outline
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Generic[V]):
    """One picture that can be drawn of an organisation.

    Parameters
    ----------
    question
        What the picture answers.
    honours
        The fields of `Choices` that make a difference to it; format, mode and links do to all.
    needs
        What it needs beside the organisation.
    rules
        Codes of the rules whose findings it shows, so that no others are asked for it; all if empty.
    compose
        Chooses what is shown, as a plain value of the view's own.
    outline
        Says the same as nodes, links and groups: the text formats are written from it.
    paint
        Paints it.
    """

    name: str
    question: str
    honours: frozenset[str]
    compose: Callable[[Material, Choices], V]
    outline: Callable[[V], Outline]
    paint: Callable[[V, Choices], Painted]
    needs: frozenset[Need] = frozenset()
    rules: frozenset[str] = frozenset()

    def draw(self, material: Material, **choices: Any) -> Picture:
        """Draw it, with the fields of `Choices` as keywords.

        Raises
        ------
        UnknownNameError
            If the format or what is to be in focus is not known, or the view has no use for a choice.
        MissingExtraError
            If PNG is asked for and the package that makes it is not installed.
        """
        chosen = self._checked(Choices(**choices))
        value = self.compose(material, chosen)
        outline = self.outline(value)
        if chosen.format in _TEXTS:
            return Picture(_TEXTS[chosen.format](outline), outline)
        painted = self.paint(value, chosen)
        stamp = self._stamp(outline, chosen)
        svg = written(painted.page, stamp=stamp)
        if chosen.format == "svg":
            return Picture(svg, outline, painted.remarks)
        image = png(svg, stamp=stamp)
        return Picture(image.image, outline, (*painted.remarks, *image.remarks))

    def outlined(self, material: Material, **choices: Any) -> Outline:
        """Return what a picture would show, without painting it."""
        return self.outline(self.compose(material, self._checked(Choices(**choices))))

    def is_current(self, content: bytes, material: Material, **choices: Any) -> bool:
        """Tell whether a picture that was drawn earlier would be drawn the same now; nothing is painted for it."""
        chosen = self._checked(Choices(**choices))
        outline = self.outline(self.compose(material, chosen))
        if chosen.format in _TEXTS:
            return content == _TEXTS[chosen.format](outline).encode("utf-8", "replace")
        stamp = self._stamp(outline, chosen)
        if chosen.format == "png":
            return carries(content, stamp)
        return f"<metadata>{stamp}</metadata>".encode() in content

    def honoured(self, choices: Mapping[str, Any]) -> dict[str, Any]:
        """Return those of the choices that make a difference to this view."""
        return {name: value for name, value in choices.items() if name in self.honours | _OF_ALL}

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the command line that make a difference to this view alone, in the order of `Choices`."""
        fields = [name for name in Choices.__dataclass_fields__ if name in self.honours]
        return tuple(_option(name) for name in fields if name != "time_limit")

    def _stamp(self, outline: Outline, chosen: Choices) -> str:
        """Return a digest of all that the picture shows, and of the choices that change how."""
        shown = json.dumps(asdict(outline), ensure_ascii=True, sort_keys=True)
        how = [getattr(chosen, name) for name in ("mode", "link", "direction")]
        return f"orgmodel {self.name} {blake2b(f'{shown}{how}'.encode(), digest_size=16).hexdigest()}"

    def _checked(self, chosen: Choices) -> Choices:
        if chosen.format not in MEDIA_TYPES:
            known = ", ".join(MEDIA_TYPES)
            raise UnknownNameError(f"the view ‘{self.name}’ has no format ‘{chosen.format}’, only {known}")
        for name in Choices.__dataclass_fields__:
            if getattr(chosen, name) != getattr(_USUAL, name) and name not in self.honours | _OF_ALL:
                raise UnknownNameError(f"the view ‘{self.name}’ has no use for {_option(name)}")
        if chosen.link is not None:
            return replace(chosen, link=checked_template(chosen.link))
        return chosen


def _option(field: str) -> str:
    """Return the option of the command line that sets a field of the choices."""
    return "--graph" if field == "layer" else f"--{field.replace('_', '-')}"


def _dot(outline: Outline) -> str:
    from orgmodel.draw.texts.dot import written

    return written(outline)


def _mermaid(outline: Outline) -> str:
    from orgmodel.draw.texts.mermaid import written

    return written(outline)


def _json(outline: Outline) -> str:
    from orgmodel.draw.texts.document import written

    return written(outline)


_TEXTS: Final[dict[str, Callable[[Outline], str]]] = {"dot": _dot, "mermaid": _mermaid, "json": _json}
