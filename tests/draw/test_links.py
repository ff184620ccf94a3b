"""Links from boxes: only where they can do no harm."""

import pytest

from orgmodel.draw.links import address, checked_template
from orgmodel.model.faults import UnknownNameError


@pytest.mark.parametrize(
    "template",
    ["https://wiki.example/{kind}/{id}", "http://a/{id}", "mailto:{id}@a.example", "../pages/{id}.html", "#x"],
)
def test_harmless_templates(template: str) -> None:
    """Pages, mails and relative addresses may be linked."""
    assert template == checked_template(template)


@pytest.mark.parametrize(
    "template",
    ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "//elsewhere/{id}", "file:///etc", "\x00js:x"],
)
def test_harmful_templates(template: str) -> None:
    """Everything that runs code or leaves the scheme open is refused."""
    with pytest.raises(UnknownNameError, match="is no link"):
        checked_template(template)


def test_an_unknown_field_is_refused() -> None:
    """A template has the kind and the id, and nothing else."""
    with pytest.raises(UnknownNameError, match=r"a link has no \{name\}; it has \{kind\} and \{id\}"):
        checked_template("https://a/{name}")


def test_ids_are_quoted() -> None:
    """An id cannot leave its place in the address."""
    assert "https://a/team/a%2F..%2Fb%3F%23" == address("https://a/{kind}/{id}", "team", "a/../b?#")
    assert address(None, "team", "a") is None
