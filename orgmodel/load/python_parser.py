"""PyYAML's parser in Python, brought in line with libyaml where the two read the same text differently."""

from typing import Any, Final

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_BYTE_ORDER_MARK: Final = "\ufeff"
_LINE_ENDS: Final = "\r\n\x85\u2028\u2029"
_NOTHING: Final = "\0" + _LINE_ENDS
_BLANK: Final = " \t" + _NOTHING
_IN_FLOW: Final = ",[]{}"
_Mark = Any


class PythonParser(Reader, Scanner, Parser):
    """Gives the events of a text.

    PyYAML's own scanner takes no tab between a key and its value or at the end of a line, and no question mark inside a
    text within brackets; it takes half a surrogate pair for a character, and every directive. libyaml does otherwise in
    each of these, and so does this.
    """

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks, comments and empty lines. A tab is a blank wherever it cannot be meant to indent."""
        while True:
            if self.column == 0 and self.peek() == _BYTE_ORDER_MARK:
                self.column += self.index > 0  # at the beginning of the text it takes no room
                self.forward()
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                self._skip_comment()
            if not self._line_end():
                return
            self.allow_simple_key = self.allow_simple_key or not self.flow_level

    def _line_end(self) -> str:
        end: str = self.scan_line_break()  # type: ignore[no-untyped-call]  # the stubs say nothing about it
        return end

    def _skip_comment(self) -> None:
        while self.peek() not in _NOTHING:
            self.forward()

    def scan_directive_name(self, start_mark: _Mark) -> str:
        """Read the name of a directive; an unknown one is an error, as it is in libyaml."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]  # the stubs lack it
        if name not in ("YAML", "TAG"):
            raise ScannerError("while scanning a directive", start_mark, "found unknown directive name", start_mark)
        return name

    def check_key(self) -> bool:
        """Tell whether a question mark begins a key."""
        return self.peek(1) in _BLANK

    def scan_plain(self) -> ScalarToken:
        """Read a text without quotes."""
        start = end = self.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        between: list[str] | None = []
        while between is not None and self.peek() != "#" and (length := self._length_of_word()):
            self.allow_simple_key = False
            chunks += [*between, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            between = self.scan_plain_spaces(indent, start) or None
            if not self.flow_level and self.column < indent:
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _length_of_word(self) -> int:
        length = 0
        while (character := self.peek(length)) not in _BLANK:
            after = self.peek(length + 1)
            if character == ":" and (after in _BLANK or (self.flow_level and after in _IN_FLOW)):
                break
            if self.flow_level and character in _IN_FLOW:
                break
            length += 1
        return length

    def scan_plain_spaces(self, indent: int, start_mark: _Mark) -> list[str] | None:
        """Read the blanks and line ends between two words; None before the end of a document."""
        blanks = self._blanks()
        if self.peek() not in _LINE_ENDS:
            return [blanks] if blanks else []
        ends: list[str] = []
        while self.peek() in " \t" + _LINE_ENDS:
            if self.peek() in _LINE_ENDS:
                ends.append(self._line_end())
                self.allow_simple_key = True
                if self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK:
                    return None
            elif self.peek() == "\t" and self.column < indent:
                raise ScannerError("while scanning a plain scalar", start_mark, _TAB, self.get_mark())
            else:
                self.forward()
        folded = ends[1:] or [" "]
        return folded if ends[0] == "\n" else ends

    def _blanks(self) -> str:
        length = 0
        while self.peek(length) in (" ", "\t"):
            length += 1
        blanks: str = self.prefix(length)
        self.forward(length)
        return blanks

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Read a text in quotes; an escape that stands for no character is an error, as it is in libyaml."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
            token.value.encode("utf-8")
        except (ValueError, OverflowError):
            raise ScannerError("while scanning a quoted scalar", start, _NO_CHARACTER, start) from None
        return token


_TAB: Final = "found a tab character that violates indentation"
_NO_CHARACTER: Final = "found invalid Unicode character escape code"
