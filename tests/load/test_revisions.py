"""An organisation at a git revision is the one that its files were then, and its versions are all there were."""

import datetime
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from orgmodel import api
from orgmodel.load.loader import load, load_sources
from orgmodel.load.rereading import Rereading
from orgmodel.load.sources import Source, UnreadablePathError, sources
from orgmodel.load.versions import NotInGitError, VersionsInGit
from orgmodel.model.organisation import Org
from tests.repositories import Made, needs_git

pytestmark = needs_git

ONE = "teams: {shop: {headcount: 5}}\n"
TWO = "teams: {shop: {headcount: 6}, tills: {headcount: 3}}\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Stand at the top of a repository with two commits, the later one tagged and with a further folder."""
    monkeypatch.chdir(tmp_path)
    made = Made(tmp_path)
    made.commit({"orgs/nw/org.yaml": ONE, "orgs/nw/people/all.yml": "people: {ana: {}}\n", "README.md": "# Us\n"})
    made.commit({"orgs/nw/org.yaml": TWO, "orgs/other.yaml": "teams: {other: {}}\n"}, date="2026-02-01")
    made.git("tag", "v1")
    return made


def paths(*words: str) -> list[str]:
    """Return the names of the files that words mean."""
    return [source.path for source in sources(words)]


def teams(*words: str) -> list[str]:
    """Return the ids of the teams that are described."""
    return sorted(load(words).org.teams)


def refused(word: str) -> str:
    """Return what is said of a word that means nothing."""
    with pytest.raises(UnreadablePathError) as caught:
        list(sources([word]))
    assert "\n" not in str(caught.value)
    return str(caught.value)


# --- what REV:PATH names


def test_a_folder_is_as_it_was(made: Made) -> None:
    """The files of a folder at a revision are read, and named so that the name can be used again."""
    assert ["HEAD~1:orgs/nw/org.yaml", "HEAD~1:orgs/nw/people/all.yml"] == paths("HEAD~1:orgs/nw")
    assert ["shop"] == teams("HEAD~1:orgs/nw")
    assert ["shop", "tills"] == teams("v1:orgs/nw") == teams("main:./orgs/nw/") == teams("HEAD:orgs/nw/../nw")
    for path in paths("HEAD~1:orgs/nw"):
        assert [path] == paths(path)


def test_a_file_is_as_it_was(made: Made) -> None:
    """A single file at a revision counts as named: what is wrong with it is said."""
    made.commit({"notes.yaml": "title: x\nstate: y\nowner: z\n"})
    assert [Source("HEAD~2:orgs/nw/org.yaml", ONE, named=True)] == list(sources(["HEAD~2:orgs/nw/org.yaml"]))
    assert {"F005"} == {finding.code for finding in api.load("HEAD:notes.yaml")[1]}


def test_the_current_folder_comes_first(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path counts from the current folder, and from the top where git does not know it there."""
    monkeypatch.chdir(made.folder / "orgs")
    assert ["HEAD:nw/org.yaml", "HEAD:nw/people/all.yml"] == paths("HEAD:nw")
    assert ["HEAD:orgs/nw/org.yaml", "HEAD:orgs/nw/people/all.yml"] == paths("HEAD:orgs/nw")
    assert ["HEAD:nw/org.yaml", "HEAD:nw/people/all.yml", "HEAD:other.yaml"] == paths("HEAD:") == paths("HEAD:.")
    assert ["HEAD:../orgs/other.yaml"] == paths("HEAD:../orgs/other.yaml")
    assert "git knows no ‘./orgs/nw’ at HEAD" in refused("HEAD:./orgs/nw")
    made.commit({"orgs/orgs/nw/inner.yaml": "teams: {inner: {}}\n"})
    assert ["inner"] == teams("HEAD:orgs/nw")


def test_an_absolute_path_is_found(made: Made) -> None:
    """The folder of the checkout may be written whole."""
    assert ["shop"] == teams(f"HEAD~1:{made.folder}/orgs/nw")


def test_a_path_that_exists_wins(made: Made) -> None:
    """A folder whose name looks like a revision is read from disk."""
    made.write({"HEAD:orgs/nw/here.yaml": "teams: {here: {}}\n"})
    assert ["here"] == teams("HEAD:orgs/nw")


def test_a_colon_within_braces_belongs_to_the_revision(made: Made) -> None:
    """A revision may name a commit by its message."""
    made.commit({"orgs/nw/org.yaml": ONE}, says="shop: smaller")
    made.commit({"orgs/nw/org.yaml": TWO}, says="larger")
    assert ["shop"] == teams("HEAD^{/shop: smaller}:orgs/nw")


def test_two_revisions_are_read_together_and_nothing_twice(made: Made) -> None:
    """A file that two words name at the same revision is read once, and a word may stand beside a path."""
    assert ["HEAD:orgs/other.yaml", "v1:orgs/nw/org.yaml", "v1:orgs/nw/people/all.yml"] == paths(
        "HEAD:orgs/other.yaml", "v1:orgs"
    )
    assert ["other", "shop", "tills"] == teams("orgs/nw/org.yaml", "HEAD:orgs/other.yaml")


def test_what_is_on_disk_is_what_is_committed(made: Made) -> None:
    """Hidden files, links, other YAML, encodings and odd names are taken from git as they are from disk."""
    made.write(
        {
            "orgs/.hidden/x.yaml": ONE,
            "orgs/nw/.x.yaml": ONE,
            "orgs/nw/chart.yaml": "apiVersion: v2\nname: a\nversion: 1\n",
            "orgs/nw/latin.yaml": "teams:\n  a: {name: J\xf8rn}\n".encode("latin-1"),
            "orgs/nw/a 'b' \"c\" ü:*.yaml": "teams: {odd: {}}\n",
            "orgs/nw/-x.yaml": "teams: {dash: {}}\n",
            "orgs/nw/empty.yaml": "",
            "orgs/nw/orgs.yaml.txt": ONE,
        }
    )
    (made.folder / "orgs/nw/to-folder.yaml").symlink_to("people")
    (made.folder / "orgs/nw/to-file.yaml").symlink_to("org.yaml")
    (made.folder / "orgs/nw/nowhere.yaml").symlink_to("../gone/x.yaml")
    (made.folder / "orgs/nw/outside.yaml").symlink_to("../other.yaml")
    made.commit({})
    on_disk, in_git = load(["orgs/nw"]), load(["HEAD:orgs/nw"])
    assert on_disk.org == in_git.org
    assert {"F004", "F011"} == {problem.code for problem in on_disk.problems}
    assert [(problem.code, problem.message) for problem in on_disk.problems] == [
        (problem.code, problem.message.replace("HEAD:", "")) for problem in in_git.problems
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name may be any bytes")
def test_names_that_are_no_text_are_read_as_from_disk(made: Made) -> None:
    """A name with a line end or with bytes that are no UTF-8 is shown with other characters, and read."""
    folder = os.fsencode(made.folder / "orgs/nw")
    for name, id in ((b"new\nline.yaml", b"a"), (b"\xff.yaml", b"b")):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"teams: {" + id + b": {}}\n")
    made.commit({})
    assert ["HEAD:orgs/nw/new�line.yaml", "HEAD:orgs/nw/?.yaml"] == [
        path for path in paths("HEAD:orgs/nw") if "line" in path or "?" in path
    ]
    assert ["a", "b", "shop", "tills"] == teams("HEAD:orgs/nw")


# --- what means nothing


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("HAED:orgs/nw", "is neither a path nor REV:PATH: git knows no revision ‘HAED’; did you mean HEAD?"),
        ("mian~2:orgs", "is neither a path nor REV:PATH: git knows no revision ‘mian~2’; did you mean main?"),
        ("HEAD~9:orgs", "git knows no revision ‘HEAD~9’, though ‘HEAD’ is one"),
        ("xyzzy:orgs", "git knows no revision ‘xyzzy’; `git log --oneline` lists them"),
        ("--all:orgs", "git knows no revision ‘--all’; `git log --oneline` lists them"),
        ("a\nb:orgs", "git knows no revision ‘a�b’"),
        (":orgs", ":orgs is neither a path nor REV:PATH: before the colon stands no revision"),
        ("HEAD:orgs/othr.yaml", "git knows no ‘orgs/othr.yaml’ at HEAD; did you mean orgs/other.yaml?"),
        ("HEAD~1:orgs/other.yaml", "git knows no ‘orgs/other.yaml’ at HEAD~1; `git ls-tree HEAD~1` lists"),
        ("HEAD:../elsewhere", "git knows no ‘../elsewhere’ at HEAD"),
        ("HEAD:README.md/x", "git knows no ‘README.md/x’ at HEAD"),
        ("HEAD:a\nb", "git knows no ‘a�b’ at HEAD"),
    ],
)  # fmt: skip
def test_a_word_that_means_nothing_says_why(made: Made, word: str, said: str) -> None:
    """One line says what is not known, and what is nearest."""
    assert said in refused(word)


def test_what_is_no_file_is_refused(made: Made) -> None:
    """A link that is named itself is not followed."""
    (made.folder / "link").symlink_to("orgs")
    made.commit({})
    assert "HEAD:link: at HEAD this is a link, and links are not followed" == refused("HEAD:link")


def test_a_name_of_a_branch_and_a_tag_is_refused(made: Made) -> None:
    """A revision that may mean two is not guessed."""
    made.git("branch", "v1", "HEAD~1")
    assert refused("v1:orgs").startswith("v1:orgs: ‘v1’ means several things; write refs/heads/… or refs/tags/…")
    assert ["shop"] == teams("refs/heads/v1:orgs/nw")


def test_a_branch_that_follows_nothing_is_refused(made: Made) -> None:
    """What git itself says of a revision is passed on in one line."""
    assert "@{u}:orgs: git says: no upstream configured for branch 'main'" == refused("@{u}:orgs")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a repository no revision can be read, and nothing has a history."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text(ONE, encoding="utf-8")
    assert "HEAD:org.yaml is neither a path nor REV:PATH: there is no git repository here" == refused("HEAD:org.yaml")
    with pytest.raises(NotInGitError, match=r"^org\.yaml has no history: there is no git repository here$"):
        VersionsInGit("org.yaml")


def test_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository without a commit has no revision."""
    monkeypatch.chdir(tmp_path)
    Made(tmp_path).write({"org.yaml": ONE})
    assert refused("HEAD:org.yaml").endswith("is neither a path nor REV:PATH: there is no commit yet")
    with pytest.raises(NotInGitError, match="there is no commit yet"):
        VersionsInGit("org.yaml")


def test_no_git(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git paths are read as ever, and revisions are not."""
    monkeypatch.setenv("PATH", "")
    assert "HEAD:orgs is neither a path nor REV:PATH: git is not installed" == refused("HEAD:orgs")
    assert "nowhere does not exist" == refused("nowhere")
    assert ["shop", "tills"] == teams("orgs/nw")


def test_the_repository_is_the_one_around(made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Variables that a hook sets for another repository change nothing, nor do settings for people."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"):
        monkeypatch.setenv(name, str(tmp_path / "nowhere"))
    for setting, value in (("log.showSignature", "true"), ("log.follow", "true"), ("color.ui", "always")):
        made.git("config", setting, value)
    made.git("config", "core.pager", "false")
    assert ["shop"] == teams("HEAD~1:orgs/nw")
    assert 2 == len(commits("orgs"))


# --- versions


def commits(path: str, **limits: object) -> list[str]:
    """Return the subjects of the commits that changed an organisation."""
    with VersionsInGit(path) as versions:
        return [commit.subject for commit in versions.commits(**limits)]  # type: ignore[arg-type]  # a test of both


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Stand in a repository with a history in which some commits touch the organisation."""
    monkeypatch.chdir(tmp_path)
    made = Made(tmp_path)
    made.commit({"README.md": "x"}, says="readme")
    made.commit({"orgs/a.yaml": ONE, "orgs/b.yaml": "people: {ana: {}}\n"}, date="2026-01-02", says="begin")
    made.commit({"orgs/README.md": "x", "orgs/.ci.yaml": "x: y"}, date="2026-01-03", says="beside")
    made.commit({"orgs/a.yaml": TWO}, date="2026-02-01", says="tills")
    made.commit({"other.yaml": ONE}, date="2026-02-02", says="elsewhere")
    made.commit({"orgs/b.yaml": None}, date="2026-03-01", says="no people")
    return made


def test_commits_that_changed_the_files(long: Made) -> None:
    """What touches other files, hidden ones or no YAML is no version."""
    assert ["begin", "tills", "no people"] == commits("orgs")
    assert ["begin", "tills"] == commits("orgs/a.yaml")
    assert ["begin", "tills"] == commits("HEAD~2:orgs")
    assert ["begin", "tills", "elsewhere", "no people"] == commits(".")


def test_commits_are_limited(long: Made) -> None:
    """The latest are kept, and those since a day."""
    assert ["tills", "no people"] == commits("orgs", last=2)
    assert ["tills", "no people"] == commits("orgs", since=datetime.date(2026, 2, 1))
    assert ["no people"] == commits("orgs", since=datetime.date(2026, 1, 1), last=1)
    assert [] == commits("orgs", since=datetime.date(2027, 1, 1))


def test_names_are_no_patterns(long: Made) -> None:
    """A folder whose name git would read as a pattern is that folder alone."""
    long.commit({"o*/a.yaml": ONE, ":(glob)**/a.yaml": ONE}, date="2026-04-01", says="odd")
    assert ["odd"] == commits("o*") == commits(":(glob)**")
    long.write({"orgs/a.yaml": ONE})
    assert not changed("o*")


@pytest.fixture
def far_west(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run in a zone in which it is earlier than in UTC."""
    with monkeypatch.context() as here:
        here.setenv("TZ", "PST8")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set")
@pytest.mark.usefixtures("far_west")
def test_a_commit_is_what_git_says(long: Made) -> None:
    """The id, the day in UTC whatever the zone of the committer and of the reader, and where the files were."""
    hash = long.commit({"orgs/a.yaml": ONE}, date="2026-03-31T23:30:00-07:00", says="späte Änderung\n\nmore")
    with VersionsInGit("orgs") as versions:
        (commit,) = versions.commits(last=1)
    assert (hash, datetime.date(2026, 4, 1), "späte Änderung", "orgs") == commit[:1] + commit[2:]
    assert 7 <= len(commit.short) < 40
    assert hash.startswith(commit.short)


def test_versions_are_as_they_were(long: Made) -> None:
    """The files of each version are those that a revision gives, named as on disk."""
    with VersionsInGit("orgs") as versions:
        for commit in versions.commits():
            wanted = [(each.path.partition(":")[2], each.text) for each in sources([f"{commit.hash}:orgs"])]
            assert wanted == [(each.path, each.text) for each in versions.sources(commit)]


def test_what_did_not_change_is_not_read_again(long: Made) -> None:
    """The entities of a file that stayed as it was are the same objects in the next version."""
    rereading = Rereading()
    with VersionsInGit("orgs") as versions:
        begin, tills, _ = (loaded(versions.sources(commit), rereading) for commit in versions.commits())
    assert begin.people["ana"] is tills.people["ana"]
    assert (5, 6) == (begin.teams["shop"].headcount, tills.teams["shop"].headcount)


def loaded(found: Iterable[Source], rereading: Rereading) -> Org:
    """Return the organisation of the next version."""
    rereading.begin()
    return load_sources(found, rereading).org


def test_a_renamed_folder_keeps_its_history(long: Made) -> None:
    """The versions under the old name come before, and what only changed the name is none."""
    long.git("mv", "orgs", "northwind")
    long.commit({"northwind/a.yaml": TWO + "# more\n"}, date="2026-04-01", says="other name")
    long.git("mv", "northwind", "deep")
    long.commit({}, date="2026-05-01", says="name alone")
    assert ["begin", "tills", "no people", "other name"] == commits("deep")
    with VersionsInGit("deep") as versions:
        first = versions.commits()[0]
        assert ["deep/a.yaml", "deep/b.yaml"] == [source.path for source in versions.sources(first)]


def test_a_renamed_file_keeps_its_history(long: Made) -> None:
    """A file that moved is followed as well."""
    long.git("mv", "orgs/a.yaml", "org.yaml")
    long.commit({}, date="2026-04-01", says="moved")
    assert ["begin", "tills"] == commits("org.yaml")


def test_only_the_first_parents_count(long: Made) -> None:
    """A branch that is merged is one version, that of its merge."""
    long.git("checkout", "--quiet", "-b", "side")
    long.commit({"orgs/c.yaml": "teams: {c: {}}\n"}, says="side one")
    long.commit({"orgs/c.yaml": "teams: {c: {headcount: 2}}\n"}, says="side two")
    long.git("checkout", "--quiet", "main")
    long.git("merge", "--quiet", "--no-ff", "--message=merged", "side")
    assert ["begin", "tills", "no people", "merged"] == commits("orgs")


def test_what_is_not_committed(long: Made) -> None:
    """Changed, new and deleted files of the organisation count; others and hidden ones do not."""
    assert not changed("orgs")
    long.write({"orgs/README.md": "other", "orgs/.x.yaml": "x", "other.yaml": TWO})
    assert not changed("orgs")
    assert [True, True, False] == [changed(path) for path in (".", "other.yaml", "orgs/a.yaml")]
    long.write({"orgs/new ü.yaml": ONE})
    assert changed("orgs")
    long.write({"orgs/new ü.yaml": None, "orgs/a.yaml": None})
    assert [True, True, False] == [changed(path) for path in ("orgs", "orgs/a.yaml", "HEAD:orgs")]


def changed(path: str) -> bool:
    """Tell whether there are changes that are not committed."""
    with VersionsInGit(path) as versions:
        return versions.is_changed


def test_a_shallow_clone_says_so(long: Made, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A clone that leaves out old commits has those it has."""
    clone = tmp_path_factory.mktemp("clone")
    long.git("clone", "--quiet", "--depth=3", f"file://{long.folder}", str(clone))
    with VersionsInGit(str(clone / "orgs")) as versions:
        assert versions.is_shallow
        assert ["tills", "no people"] == [commit.subject for commit in versions.commits()]
    with VersionsInGit("orgs") as versions:
        assert not versions.is_shallow


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("new.yaml", "new.yaml has no history: git knows nothing of it; commit it first"),
        ("nowhere/at/all", "nowhere/at/all does not exist"),
        ("HAED:orgs", "HAED:orgs is neither a path nor REV:PATH: git knows no revision ‘HAED’; did you mean HEAD?"),
    ],
)
def test_what_git_does_not_know_has_no_history(long: Made, path: str, said: str) -> None:
    """One line says what is missing."""
    long.write({"new.yaml": ONE})
    with pytest.raises(UnreadablePathError) as caught:
        commits(path)
    assert said == str(caught.value)


def test_what_is_gone_still_has_a_history(long: Made) -> None:
    """The commit that took the files away is the last version."""
    long.commit({"orgs/a.yaml": None}, date="2026-04-01", says="end")
    assert ["begin", "tills", "no people", "end"] == commits("orgs")
    with VersionsInGit("orgs") as versions:
        assert [] == versions.sources(versions.commits()[-1])
