"""A file uses a part of YAML that an organisation does not need.

## What it checks

Tags such as `!!python/object`, a second document in one file, keys that are lists, mappings or null, nesting deeper
than 200, aliases that make a text more than ten times as long, and an anchor that contains itself. Plain anchors and
aliases are welcome.

## Why it matters

Some of these run code in other tools, some grow a small file until memory ends, and the rest is read differently by
every tool. An organisation can be described without them, so a file that has one is most likely broken or not meant
kindly.

## Bad

```yaml
people:
  ana: !!python/object:os.system {name: Ana}
```

## Good

```yaml
people:
  ana: {name: Ana}
```

## What to do

Write the value out in plain YAML; put a second document into a file of its own.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F003",
    name="unsafe-yaml",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="file",
)
