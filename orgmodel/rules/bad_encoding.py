"""A file is not UTF-8 text.

## What it checks

Whether the bytes of a file are UTF-8, and whether all its characters are such as a terminal and an XML file can show:
no null bytes, no control characters, no halves of surrogate pairs. The finding gives the byte offset of the first one
that is not. A byte-order mark at the beginning of UTF-8 is no fault.

## Why it matters

A file in another encoding cannot be told from one that is damaged, and names read wrongly match nobody. So nothing in
such a file is read, and references to what it seems to mention are unknown.

## Bad

```yaml
# saved as Latin-1, where the second letter of the name is the single byte F8
people:
  jorn: {name: Jørn}
```

## Good

```yaml
# saved as UTF-8
people:
  jorn: {name: Jørn}
```

## What to do

Save the file as UTF-8 in your editor. If it is not meant to be text, take it out of the folder.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F004",
    name="bad-encoding",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="file",
)
