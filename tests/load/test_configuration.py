"""Configuration files: found, read, merged; every mistake in one line, at its place."""

from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.load import configuration
from orgmodel.load.toml_lines import Lines
from orgmodel.model.configuration import ConfigurationError
from orgmodel.rules.presets import presets
from orgmodel.rules.settings import Settings

pytestmark = pytest.mark.usefixtures("here")


def write(text: str, name: str = "orgmodel.toml") -> Path:
    """Write a file into the folder one stands in."""
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def settings(*paths: str, **words: object) -> Settings:
    """Return the settings of an organisation in the folder one stands in."""
    return api.settings(paths=paths or (".",), **words)  # type: ignore[arg-type]  # the keywords of `api.settings`


def origins(found: Settings) -> dict[str, str]:
    """Return where each setting was said."""
    return {key: str(origin) for key, origin in found.origins.items()}


# --- found


def test_the_nearest_file_up_to_the_root_of_the_repository() -> None:
    """A configuration above the repository does not hold for what is in it."""
    write("fail_on = 'info'")
    write("", "repo/.git/HEAD")
    write("", "repo/org/teams.yaml")
    assert "error" == settings("repo/org").fail_on
    write("fail_on = 'never'", "repo/orgmodel.toml")
    assert "never" == settings("repo/org/teams.yaml").fail_on
    write("fail_on = 'warning'", "repo/org/orgmodel.toml")
    assert "warning" == settings("repo/org").fail_on


def test_pyproject_counts_only_with_its_section() -> None:
    """A pyproject.toml of another project is passed over, even a broken one."""
    write("[tool.orgmodel]\npreset = 'strict'", "pyproject.toml")
    write("[tool.other]", "a/pyproject.toml")
    write("[", "b/pyproject.toml")
    assert ["strict", "strict"] == [settings(folder).preset for folder in ("a", "b")]
    assert {"preset": "pyproject.toml:2"}.items() <= origins(settings("a")).items()


def test_isolated_and_config_choose() -> None:
    """No file is read, or another one."""
    write("preset = 'strict'")
    other = write("preset = 'minimal'", "ci/other.toml")
    assert "amazon" == settings(isolated=True).preset
    assert "minimal" == settings(config=other).preset
    with pytest.raises(ConfigurationError, match=r"none\.toml: no such file"):
        settings(config="none.toml")


# --- read


def test_everything_that_can_be_said() -> None:
    """Each key is read, with its line."""
    write(
        "preset = 'team-topologies'\nfail_on = 'warning'\nbaseline = 'known.json'\n"
        "select = ['T', 'L']\nignore = ['T002']\n"
        "[severity]\nT001 = 'error'\n[rules.team-too-large]\nmax = 8\ncount_lead = false\n"
        "[rules]\nT004.max = 2\n"
        "[[waivers]]\nrule = 'T001'\nsubject = 'team:a'\nreason = 'splits'\nuntil = 2027-03-31\n"
        "[[paths]]\nmatch = 'old/**'\nignore = ['L001']\n[paths.severity]\nT001 = 'info'\n"
    )
    found = settings()
    assert ("team-topologies", "warning", "known.json") == (found.preset, found.fail_on, found.baseline)
    assert {"max": 8, "count_lead": False} == found.options["T001"]
    assert {code for code in found.rules if code != "T002"} == found.rules
    assert {code[0] for code in found.rules} == {"T", "L"}
    assert {
        "severity.T001": "orgmodel.toml:7",
        "rules.T001.max": "orgmodel.toml:9",
        "rules.T004.max": "orgmodel.toml:12",
        "rules.T002.min": "preset team-topologies",
    }.items() <= origins(found).items()
    (waiver,) = found.waivers
    assert ("T001", "team:a", "splits", "2027-03-31", "orgmodel.toml:13") == (
        *waiver[:3],
        str(waiver.until),
        str(waiver.origin),
    )
    (path,) = found.paths
    assert ("old/**", ("L001",), "info") == (path.match, path.ignore.value, path.severity["T001"].value)


def test_what_counts_most() -> None:
    """The command line, the environment, the file, what it extends, the preset, the defaults."""
    write("[rules.T001]\nmax = 4\nerror_above = 40\n[rules.T002]\nmin = 2\n[rules.C004]\nmax = 9", "base.toml")
    write("extends = 'base.toml'\npreset = 'strict'\n[rules.T001]\nmax = 3\n[rules.T002]\nmin = 1")
    found = settings(set=["rules.T002.min=6"], environment=["rules.T002.min=7", "rules.R005.max=5"])
    assert {"max": 3, "error_above": 40} == found.options["T001"]
    assert (6, 9, 5, 5) == (
        found.options["T002"]["min"],
        found.options["C004"]["max"],
        found.options["R005"]["max"],
        found.options["C005"]["max"],
    )
    assert {
        "rules.T002.min": "command line",
        "rules.R005.max": "environment",
        "rules.C004.max": "base.toml:7",
        "rules.C005.max": "preset strict",
    }.items() <= origins(found).items()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sevrity = 1", "orgmodel.toml:1: there is no setting ‘sevrity’; did you mean severity?"),
        ("\npreset = 'amazn'", "orgmodel.toml:2: there is no preset ‘amazn’; did you mean amazon?"),
        ("preset = 3", "orgmodel.toml:1: `preset` is 3: write a text"),
        ("fail_on = 'never ever'", "`fail_on` is 'never ever': write one of error, warning, info, never"),
        ("select = 'T'", "`select` is 'T': write a list of texts"),
        ("select = ['Q']", "orgmodel.toml:1: there is no rule ‘Q’"),
        ("rules = 3", "`rules` is 3: write a table of keys and values"),
        ("[rules.T001]\nmaxx = 3", "orgmodel.toml:2: T001 has no option ‘maxx’; did you mean max?"),
        ("[rules.T001]\n\nmax = 'many'", "orgmodel.toml:3: rules.T001.max is ‘many’: write a whole number"),
        ("[rules.T001]\ncount_lead = 1", "rules.T001.count_lead is ‘1’: write true or false"),
        ("[rules.C006]\nallowed = ['api', true]", "orgmodel.toml:2: rules.C006.allowed is ‘[api, true]’: write words"),
        ("[rules.T01]\nmax = 3", "orgmodel.toml:2: there is no rule ‘T01’; did you mean T0"),
        ("[severity]\nT001 = 'bad'", "orgmodel.toml:2: ‘bad’ is no severity: write one of error, warning, info"),
        ("[[waivers]]\nrule = 'T001'", 'orgmodel.toml:1: a waiver needs `subject = "…"`'),
        ("[[waivers]]\nrule='a'\nsubject='b'\nuntil='x'", "orgmodel.toml:4: `until` is 'x': write a day"),
        ("[[waivers]]\nrule='a'\nsubject='b'\nuntill=1", "there is no setting ‘untill’; did you mean until?"),
        ("[waivers]\nrule = 'T001'", "write each of the waivers below a line `[[waivers]]`"),
        ("[[paths]]\nignore = ['T001']", "orgmodel.toml:1: settings of paths need"),
        ("[[paths]]\nmatch = 'a'\nignore = ['T01']", "orgmodel.toml:3: there is no rule ‘T01’"),
        ("extends = 'orgmodel.toml'", "orgmodel.toml extends itself"),
        ("extends = 'none.toml'", "none.toml: no such file or directory"),
        ("a = [", "orgmodel.toml is no TOML"),
        ("until = 2027-02-30", "orgmodel.toml is no TOML"),
    ],
)
def test_every_mistake_is_one_line_at_its_place(text: str, said: str) -> None:
    """What is unknown is told with what is nearest, and where it stands."""
    write(text)
    with pytest.raises(ValueError, match=r".") as caught:
        settings()
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text() -> None:
    """A configuration that is not UTF-8 is told as such."""
    Path("orgmodel.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigurationError, match=r"orgmodel\.toml is no TOML"):
        settings()


def test_lines_of_tables_of_tables() -> None:
    """Each of several tables of one name has lines of its own, and so has what is in them."""
    lines = Lines("[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\nx = 3\n[a.b]\ny.z = 4 # [c]\n'q r'.s = 5\n")
    assert [1, 2, 3, 4, 5, 6, 7, 8] == [
        lines.line(*path)
        for path in (
            ("a", 0), ("a", 0, "x"), ("a", 0, "b"), ("a", 0, "b", "y"),
            ("a", 1), ("a", 1, "x"), ("a", 1, "b"), ("a", 1, "b", "y", "z"),
        )
    ]  # fmt: skip
    assert (9, 8, 1) == (lines.line("a", 1, "b", "q r", "s"), lines.line("a", 1, "b", "y", "w"), lines.line("none"))


# --- presets and paths


@pytest.mark.parametrize("name", sorted(presets()))
def test_each_preset_can_be_used(name: str) -> None:
    """All that a preset says is known, and each of its numbers says where it comes from."""
    from orgmodel.rules.sources import SOURCES

    found = api.settings(preset=name)
    assert name == found.preset
    preset = presets()[name]
    assert preset.said.options.keys() == preset.provenance.keys()
    assert all(whence == "judgement" or whence in SOURCES for whence in preset.provenance.values())
    assert preset.summary.endswith(".")


def test_settings_of_single_files() -> None:
    """A rule can be off, or lighter, in some files; the others, and what counts as checked, stay as they are."""
    write("teams: {a: {headcount: 12}}", "new/a.yaml")
    write("teams: {b: {headcount: 12}}", "old/deep/b.yaml")
    write("teams: {c: {headcount: 12}}", "soft/c.yaml")
    write(
        "[[paths]]\nmatch = 'old/**'\nignore = ['team-too-large']\n"
        "[[paths]]\nmatch = 'soft/*.yaml'\nseverity = {T001 = 'info'}\n"
        "[[paths]]\nmatch = '**'\nseverity = {T001 = 'error'}"
    )
    audit = api.audit(".", settings=settings(select=["T001"]))
    assert [("a", "error"), ("c", "info")] == [(each.subject.id, each.severity) for each in audit.findings]
    assert [("T001", 3, 3)] == [(row.code, row.checked, row.violations) for row in audit.coverage]


def test_nothing_is_found_without_paths() -> None:
    """Whoever works from Python and names no organisation gets the defaults."""
    write("preset = 'strict'")
    assert "amazon" == api.settings().preset
    assert configuration.found(["."]) == Path("orgmodel.toml").absolute()
