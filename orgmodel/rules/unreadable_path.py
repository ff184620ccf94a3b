"""A file inside the folder cannot be read.

## What it checks

Every YAML file below the given folders: whether it may be opened, is a regular file, and, where it is a link, leads
somewhere. The other files are still read. A path that you name yourself and that cannot be read ends the audit instead.

## Why it matters

Whatever the file says is not in the audit, and nobody can tell what that is.

## Bad

```text
org/people.yaml
org/teams.yaml -> ../moved/teams.yaml      the file it leads to is gone
```

## Good

```text
org/people.yaml
org/teams.yaml
```

## What to do

Give yourself the right to read it, mend the link, or take it out of the folder.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F011",
    name="unreadable-path",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="file",
)
