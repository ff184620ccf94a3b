"""What a file says, in the order and with the quotation marks in which it is written: the model's."""

from collections.abc import Mapping

from orgmodel.exchange.canonical import of_plain, of_text
from orgmodel.exchange.scalars import Verbatim
from orgmodel.exchange.shapes import Shape, organisation_shape


def arranged(document: Mapping[str, object]) -> dict[str, object]:
    """Return the same document as it is written: sections and fields in the model's order.

    What the model does not know comes last. Entities keep their order, and so do the items of lists.
    """
    return _mapping(document, organisation_shape())


def arranged_part(value: object, section: str) -> object:
    """Return one entity of a section, or all that an unkeyed section says, as it is written."""
    shape = organisation_shape().of(section)
    return _value(value, shape.others or shape)


def _mapping(mapping: Mapping[str, object], shape: Shape) -> dict[str, object]:
    names = sorted(mapping, key=shape.rank)
    return {name: _value(mapping[name], shape.of(name)) for name in names}


def _value(value: object, shape: Shape) -> object:
    if isinstance(value, Verbatim):
        return of_plain(value, shape.holds, flow=True)
    if isinstance(value, str):
        return of_text(value, shape.holds)
    if isinstance(value, list | tuple):
        return [_value(item, shape) for item in value]
    return _mapping(value, shape) if isinstance(value, Mapping) else value
