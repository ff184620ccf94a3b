"""Whatever a file holds, the audit ends, and every report of it can be written."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import api
from orgmodel.model.audit import Audit
from orgmodel.model.organisation import SECTIONS
from tests.load.bad_inputs import ALL
from tests.load.support import written

FORMS = ("text", "brief", "concise", "json")
MANY = settings(max_examples=40, suppress_health_check=list(HealthCheck))

KEYS = st.sampled_from(
    [
        *SECTIONS,
        "dependencies",
        "organisation",
        "x-a",
        "tems",
        "a",
        "b",
        "null",
        "~",
        "#a",
        "<<",
        "'a b'",
        "''",
        "nobody",
    ]
)
FIELDS = st.sampled_from(
    [
        *(
            "name",
            "lead",
            "members",
            "parent",
            "headcount",
            "kind",
            "until",
            "manager",
            "status",
            "capacity",
            "external",
        ),
        *(
            "leader",
            "team",
            "contributors",
            "stage",
            "steps",
            "owner",
            "depends_on",
            "from",
            "to",
            "strength",
            "by",
            "can",
        ),
        *("person", "allocation", "component", "any_of", "drives", "x-b", "leed", "reporting", "as_of", "interviewers"),
    ]
)
SCALARS = st.sampled_from(
    [
        *(
            "a",
            "b",
            "nobody",
            "TBD",
            "7",
            "-1",
            "50%",
            "abc%",
            "1e999",
            "nan",
            "2026-01-01",
            "2026-13-01",
            "true",
            "null",
            "~",
        ),
        *(
            "",
            "''",
            "'a b'",
            '"\\ud800"',
            '"\\0"',
            "*x",
            "&x a",
            "!!str a",
            "@a",
            "a: b",
            "[",
            "{",
            "'",
            "team",
            "building",
        ),
        *(
            "{}",
            "[]",
            "team:a",
            "person:a",
            "person:",
            ":",
            "🚀",
            "ב",
            "lead",
            "operation",
            "group",
            "vacant",
            "leaving",
        ),
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(st.tuples(FIELDS | KEYS, inner), max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        ),
        inner.map(lambda value: f"&x {value}"),
    ),
    max_leaves=8,
)
ENTITIES = st.lists(st.tuples(KEYS | SCALARS, st.lists(st.tuples(FIELDS, VALUES), max_size=5)), max_size=4).map(
    lambda entities: "".join(
        f"  {id}:\n" + "".join(f"    {field}: {value}\n" for field, value in fields) for id, fields in entities
    )
)
DOCUMENTS = st.lists(st.tuples(KEYS, ENTITIES | VALUES.map(lambda value: f"  {value}\n")), max_size=5).map(
    lambda sections: "".join(f"{key}:\n{body}" for key, body in sections)
)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.tuples(DOCUMENTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp037"])).map(
        lambda pair: pair[0].encode(pair[1], "replace")
    ),
    st.tuples(DOCUMENTS.map(str.encode), st.binary(min_size=1, max_size=3), st.integers(0, 300)).map(
        lambda parts: parts[0][: parts[2]] + parts[1] + parts[0][parts[2] :]
    ),
)


def reported(audit: Audit) -> list[str]:
    """Write every report, as text that any terminal can show."""
    texts = ["".join(api.report(audit, form, api.style())) for form in FORMS]
    for text in texts:
        text.encode("utf-8")
    return texts


@MANY
@given(st.text(max_size=200) | DOCUMENTS)
def test_no_text_raises(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Any text, and any text that is nearly an organisation, can be audited and reported."""
    folder = written({"org.yaml": text.encode("utf-8", "surrogatepass")}, tmp_path_factory.mktemp("org"))
    assert len(FORMS) == len(reported(api.audit(folder / "org.yaml")))


@MANY
@given(BYTES)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Any bytes can be audited and reported, as a file and inside a folder."""
    folder = written({"org.yaml": content}, tmp_path_factory.mktemp("org"))
    assert len(FORMS) == len(reported(api.audit(folder / "org.yaml")))
    assert len(FORMS) == len(reported(api.audit(folder)))


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_bad_input_raises(name: str, here: Path) -> None:
    """Each of the bad files is audited with all rules and reported, and hides nothing of another file."""
    written({"bad.yaml": ALL[name], "good.yaml": "teams: {entirely-sound: {headcount: 6}}\n"}, here)
    audit = api.audit(here / "bad.yaml", here / "good.yaml")
    assert len(FORMS) == len(reported(audit))
    org, _ = api.load(here)
    assert "entirely-sound" in org.teams
