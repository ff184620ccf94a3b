"""The waivers that hold for an audit: those of the configuration, and those in the comments of files."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from orgmodel.load.waivers import Comment, waivers_in
from orgmodel.model.configuration import WaiverStated
from orgmodel.model.place import Place
from orgmodel.rules.base import Rule
from orgmodel.rules.settings import Settings

Rules = Mapping[str, Rule]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One waiver of one rule: of an entity by its key, or of what stands on a line of a file."""

    rule: str
    code: str | None
    subject: str | None = None
    line: tuple[str, int] | None = None
    reason: str | None = None
    until: datetime.date | None = None
    place: Place | None = None
    wrong: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from others, whatever day or reason it gives."""
        return (self.rule, self.subject or "", *(map(str, self.line or ())))

    def has_ended(self, today: datetime.date) -> bool:
        """Tell whether its last day is over."""
        return self.until is not None and self.until < today


def gathered(settings: Settings, texts: Mapping[str, str], rules: Rules) -> list[Waiver]:
    """Return all waivers: those of the configuration first, then those in comments, by path and line."""
    return [*_of_configuration(settings, rules), *_of_comments(texts, rules)]


def _of_configuration(settings: Settings, rules: Rules) -> Iterator[Waiver]:
    for each in settings.waivers:
        yield Waiver(
            rule=each.rule,
            code=_code(each.rule, rules),
            subject=each.subject,
            reason=each.reason,
            until=each.until,
            place=_place(each),
        )


def _place(stated: WaiverStated) -> Place | None:
    path, _, line = stated.origin.detail.rpartition(":")
    return Place(path, int(line), 1, int(line), 2) if line.isdigit() else None


def _of_comments(texts: Mapping[str, str], rules: Rules) -> Iterator[Waiver]:
    for comment in waivers_in(texts):
        for rule in comment.rules or ("",):
            yield _of_comment(comment, rule, _code(rule, rules))


def _of_comment(comment: Comment, rule: str, code: str | None) -> Waiver:
    return Waiver(
        rule=rule,
        code=code,
        line=(comment.place.path, comment.line),
        reason=comment.reason,
        until=comment.until,
        place=comment.place,
        wrong=comment.wrong,
    )


def _code(rule: str, rules: Rules) -> str | None:
    return next((each.code for each in rules.values() if rule.upper() == each.code or rule == each.name), None)
