"""Files that nobody should write, and that some day somebody will."""

from typing import Final

_TEAMS: Final = "teams:\n  search: {headcount: 6}\n"
_BOMB: Final = "x-0: &b0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
    f"x-{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 10)
)

TEXTS: Final[dict[str, str]] = {
    "empty": "",
    "blank": "\n\n   \n",
    "a comment": "# later\n",
    "a list at the top": "- a\n- b\n",
    "a text at the top": "hello\n",
    "CRLF": _TEAMS.replace("\n", "\r\n"),
    "old Macintosh": _TEAMS.replace("\n", "\r"),
    "tabs that indent": "teams:\n\tsearch:\n\t\theadcount: 6\n",
    "tabs that do not": "teams:\t\n  search:\t{headcount:\t6}\t# six\n  ads:\n    name:\ta\tb\t\n",
    "a half of a surrogate pair": 'teams: {a: {name: "\\ud800"}}\n',
    "beyond Unicode": 'teams: {a: {name: "\\U00110000"}}\n',
    "an escaped null": 'teams: {"a\\0b": {name: "\\0"}}\n',
    "brackets": "teams: " + "[" * 30_000,
    "brackets that close": "teams: {a: {x-a: " + "[" * 30_000 + "]" * 30_000 + "}}\n",
    "braces": "{a: " * 30_000,
    "an alias bomb": _BOMB + _TEAMS,
    "an anchor within itself": "teams: {a: &a [*a]}\n",
    "an alias without an anchor": "teams: {a: *a}\n",
    "a tag": "teams: {a: !!python/object/apply:os.system ['true']}\n",
    "a tag at the top": "!!map\nteams: {}\n",
    "a plain tag": "teams: {a: {name: ! x, purpose: !}}\n",
    "double keys": "teams: {a: {name: a, name: b}, a: {name: c}}\nteams: {b: {}}\n",
    "two documents": _TEAMS + "---\n" + _TEAMS,
    "an end": _TEAMS + "...\n",
    "after the end": _TEAMS + "...\npeople: {}\n",
    "a directive": "%YAML 1.1\n---\n" + _TEAMS,
    "another version": "%YAML 3.0\n---\n" + _TEAMS,
    "odd keys": "teams:\n  ? [a, b]\n  : {headcount: 1}\n  ? {a: b}\n  : {}\n  null: {}\n  ~: {}\n  : {}\n  c: {}\n",
    "odd fields": "teams: {a: {[x]: y, {z: z}: z, null: n, ok: 1}}\n",
    "a complicated key": "teams:\n  ? search\n  : headcount: 6\n    led: x\n",
    "long ids": f"teams:\n  {'x' * 200}: {{}}\n  {'y' * 201}: {{}}\n  {'z' * 1000}: {{}}\n  ? {'w' * 3000}\n  : {{}}\n",
    "ids": "teams: {'a b': {}, '#a': {}, a/b: {}, 🚀: {}, חיפוש: {}, A: {}, a: {parent: '#a'}, what?: {}, '': {}}\n",
    "a deceiving id": 'teams: {"a\\u202eb": {}}\n',
    "question marks": "people: {a: {skills: [what?, who? me, a?b, http://x/?y=1]}}\n",
    "circles": "people: {a: {manager: a}, b: {manager: c}, c: {manager: b}}\nteams: {t: {parent: t}, u: {parent: v}}\n",
    "shares": "people: {a: {capacity: 7}, b: {capacity: -1}, c: {capacity: abc%}, d: {capacity: nan}}\n",
    "a member listed twice": "people: {a: {}}\nteams: {t: {members: [a, {person: a}, a]}}\n",
    "a long line": "teams: {" + ", ".join(f"t{n}: {{purpose: {'x' * 80}}}" for n in range(1500)) + ", t1: {led: a}}\n",
    "wrong shapes": "people: 1\nteams: [a]\ninitiatives: {a: [b]}\ndependencies: {from: a}\norganisation: [x]\n",
    "merge keys": "x-base: &base {headcount: 6}\nteams: {a: {<<: *base}}\n",
    "everything null": "teams: {a: null, b: ~, c: , d: {lead: null, members: [null, ~]}}\norganisation: null\n",
    "a Windows path": 'teams: {a: {purpose: "C:\\dir"}}\n',
    "an unclosed text": "teams:\n  a: {name: 'A}\n  b: {}\n",
    "an unclosed list": "teams:\n  a: {lead: [x}\n",
    "a colon too many": "teams:\n  a: {name: b: c}\n",
    "a block": "teams:\n  a:\n    purpose: |\n      one\n      two\n    name: >-\n      three\n    led: x\n",
    "separators": "teams:\u2028  a: {name: x\u2029y}\x85  b: {led: z}\n",
}

BYTES: Final[dict[str, bytes]] = {
    "binary": bytes(range(256)) * 4,
    "UTF-16": _TEAMS.encode("utf-16"),
    "UTF-16 without a mark": _TEAMS.encode("utf-16-le"),
    "UTF-32": _TEAMS.encode("utf-32"),
    "Latin-1": "teams: {a: {name: Jørn}}\n".encode("latin-1"),
    "a byte-order mark": b"\xef\xbb\xbf" + _TEAMS.encode(),
    "two byte-order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + _TEAMS.encode(),
    "null": b"teams: {a: {name: \0}}\n",
    "a raw surrogate": b"teams: {a: {name: \xed\xa0\x80}}\n",
    "half a character": b"teams: {a: {name: \xc3",
}

ALL: Final[dict[str, bytes]] = {**{name: text.encode() for name, text in TEXTS.items()}, **BYTES}
