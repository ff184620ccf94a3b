"""Finds and reads configuration files: `orgmodel.toml`, or `[tool.orgmodel]` of a `pyproject.toml`."""

import datetime
import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from orgmodel.load.toml_lines import Lines
from orgmodel.model.closest import closest
from orgmodel.model.configuration import (
    FAIL_ON,
    ConfigurationError,
    Origin,
    OwnRule,
    PathSettings,
    Said,
    Stated,
    WaiverStated,
)

OWN: Final = "orgmodel.toml"
SHARED: Final = "pyproject.toml"
_SHARED_AT: Final = ("tool", "orgmodel")
_TEXTS: Final = ("preset", "baseline")
_CHOICES: Final = {"fail_on": FAIL_ON}
_LISTS: Final = ("select", "ignore", "plugins")
KEYS: Final = ("extends", *_TEXTS, *_LISTS, "fail_on", "severity", "rules", "waivers", "paths", "own")
_OF_WAIVER: Final = ("rule", "subject", "reason", "until")
_OF_OWN: Final = ("code", "name", "must", "severity", "message", "help", "why")
_OF_PATH: Final = ("match", "ignore", "severity")
Steps = tuple[str | int, ...]


def found(paths: Sequence[str | Path]) -> Path | None:
    """Return the configuration that holds for an organisation: that of the nearest folder up to its repository's root.

    Without a repository, up to the root of the file system.
    """
    start = _folder(str(paths[0]) if paths else ".")
    for folder in (start, *start.parents):
        for name in (OWN, SHARED):
            file = folder / name
            if file.is_file() and (name == OWN or _has_section(file)):
                return file
        if (folder / ".git").exists():
            return None
    return None


def _folder(word: str) -> Path:
    """Return the folder in which the search begins; of a revision, that of the path behind the colon."""
    path = word if os.path.lexists(word) or ":" not in word else word.partition(":")[2] or "."
    here = Path(path).absolute()
    return here if here.is_dir() else here.parent


def _has_section(file: Path) -> bool:
    try:
        return isinstance(_inner(tomllib.loads(file.read_text(encoding="utf-8"))), dict)
    except (OSError, ValueError):
        return False  # what is wrong with a file of another tool is that tool's to say


def _inner(content: Any) -> Any:
    for step in _SHARED_AT:
        content = content.get(step) if isinstance(content, dict) else None
    return content


def read(file: str | Path) -> tuple[Said, ...]:
    """Read a configuration and those that it extends, the nearest first.

    Raises
    ------
    ConfigurationError
        If one of them cannot be read, says something unknown, or extends itself.
    """
    return tuple(_chain(Path(file), ()))


def _chain(file: Path, above: tuple[Path, ...]) -> Iterator[Said]:
    if file.resolve() in above:
        raise ConfigurationError(f"{_shown(file)} extends itself")
    reading = _Reading(file)
    yield reading.said()
    for other in reading.extends():
        yield from _chain(other, (*above, file.resolve()))


def _shown(file: Path) -> str:
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:  # another drive
        return file.as_posix()


class _Entry(NamedTuple):
    """A value, and the steps to it in the file."""

    value: Any
    steps: Steps


class _Reading:
    """One file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._name = _shown(file)
        try:
            text = file.read_text(encoding="utf-8")
            content = tomllib.loads(text)
        except OSError as error:
            raise ConfigurationError(f"{self._name}: {(error.strerror or str(error)).lower()}") from None
        except ValueError as error:
            raise ConfigurationError(f"{self._name} is no TOML: {error}") from None
        self._lines = Lines(text)
        self._at: Steps = _SHARED_AT if file.name == SHARED else ()
        self._content = self._mapping(_Entry((_inner(content) if self._at else content) or {}, ()), KEYS)

    def said(self) -> Said:
        content = self._content
        texts = {key: self._text(key, _CHOICES.get(key, ())) for key in (*_TEXTS, "fail_on") if key in content}
        lists = {key: self._stated(self._texts(_Entry(content[key], (key,))), key) for key in _LISTS if key in content}
        if "baseline" in texts:
            beside = _shown(self._file.parent / str(texts["baseline"].value))
            texts["baseline"] = texts["baseline"]._replace(value=beside)
        return Said(
            values=texts | lists,
            severity=self._severities(_Entry(content.get("severity", {}), ("severity",))),
            options=dict(self._options()),
            waivers=tuple(self._waivers()),
            paths=tuple(self._paths()),
            own=tuple(self._own()),
        )

    def extends(self) -> list[Path]:
        value = self._content.get("extends", [])
        names = [value] if isinstance(value, str) else self._texts(_Entry(value, ("extends",)))
        return [self._file.parent / name for name in names]

    def _options(self) -> Iterator[tuple[tuple[str, str], Stated]]:
        for rule, options in self._mapping(_Entry(self._content.get("rules", {}), ("rules",))).items():
            for name, value in self._mapping(_Entry(options, ("rules", rule))).items():
                yield (rule, name), self._stated(value, "rules", rule, name)

    def _severities(self, entry: _Entry) -> dict[str, Stated]:
        return {rule: self._stated(value, *entry.steps, rule) for rule, value in self._mapping(entry).items()}

    def _waivers(self) -> Iterator[WaiverStated]:
        for number, item in enumerate(self._tables("waivers")):
            entry = _Entry(item, ("waivers", number))
            fields = self._mapping(entry, _OF_WAIVER)
            for needed in ("rule", "subject"):
                if not isinstance(fields.get(needed), str):
                    raise self._error(entry.steps, f'a waiver needs `{needed} = "…"`')
            until, reason = fields.get("until"), fields.get("reason")
            if until is not None and type(until) is not datetime.date:
                raise self._error((*entry.steps, "until"), f"`until` is {until!r}: write a day, such as 2027-03-31")
            if reason is not None and not isinstance(reason, str):
                raise self._error((*entry.steps, "reason"), "`reason` is no text")
            yield WaiverStated(fields["rule"], fields["subject"], reason, until, self._origin(entry.steps))

    def _paths(self) -> Iterator[PathSettings]:
        for number, item in enumerate(self._tables("paths")):
            entry = _Entry(item, ("paths", number))
            fields = self._mapping(entry, _OF_PATH)
            if not isinstance(fields.get("match"), str):
                raise self._error(entry.steps, 'settings of paths need `match = "folder/**"`')
            ignored = self._texts(_Entry(fields.get("ignore", []), (*entry.steps, "ignore")))
            severity = self._severities(_Entry(fields.get("severity", {}), (*entry.steps, "severity")))
            folder = str(self._file.absolute().parent)
            yield PathSettings(fields["match"], folder, self._stated(ignored, *entry.steps, "ignore"), severity)

    def _own(self) -> Iterator[OwnRule]:
        for number, item in enumerate(self._tables("own")):
            steps = ("own", number)
            fields = dict(self._mapping(_Entry(item, steps)))
            words: dict[str, Any] = {key: fields.pop(key) for key in _OF_OWN if key in fields}
            for key, value in words.items():
                if not isinstance(value, str):
                    raise self._error((*steps, key), f"`{key}` is {value!r}: write a text")
            for key in ("code", "name", "must"):
                if key not in words:
                    raise self._error(steps, f'a rule of one\'s own needs `{key} = "…"`')
            usual: dict[str, Any] = {"severity": "warning", "message": "", "help": "", "why": ""}
            yield OwnRule(stated=fields, origin=self._origin(steps), **(usual | words))

    def _tables(self, key: str) -> list[Any]:
        value = self._content.get(key, [])
        if not isinstance(value, list):
            raise self._error((key,), f"write each of the {key} below a line `[[{key}]]`")
        return value

    def _text(self, key: str, choices: Sequence[str]) -> Stated:
        value = self._content[key]
        if not isinstance(value, str) or (choices and value not in choices):
            wanted = f"one of {', '.join(choices)}" if choices else "a text"
            raise self._error((key,), f"`{key}` is {value!r}: write {wanted}")
        return self._stated(value, key)

    def _texts(self, entry: _Entry) -> tuple[str, ...]:
        if not isinstance(entry.value, list) or not all(isinstance(each, str) for each in entry.value):
            raise self._error(entry.steps, f"`{entry.steps[-1]}` is {entry.value!r}: write a list of texts")
        return tuple(entry.value)

    def _mapping(self, entry: _Entry, known: Sequence[str] = ()) -> Mapping[str, Any]:
        """Return a table, all of whose keys are known."""
        if not isinstance(entry.value, dict):
            raise self._error(entry.steps, f"`{entry.steps[-1]}` is {entry.value!r}: write a table of keys and values")
        for key in entry.value:
            if known and key not in known:
                best = closest(key, known)
                hint = f"did you mean {best}?" if best else f"there is {', '.join(known)}"
                raise self._error((*entry.steps, key), f"there is no setting ‘{key}’; {hint}")
        return entry.value

    def _stated(self, value: object, *steps: str | int) -> Stated:
        return Stated(value, self._origin(steps))

    def _origin(self, steps: Steps) -> Origin:
        return Origin("file", f"{self._name}:{self._lines.line(*self._at, *steps)}")

    def _error(self, steps: Steps, message: str) -> ConfigurationError:
        return ConfigurationError(f"{self._name}:{self._lines.line(*self._at, *steps)}: {message}")
