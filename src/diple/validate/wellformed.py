"""What is wrong with a file that is no well-formed XML: the slip, where it was made, and how to put it right.

After a slip that can be put right without guessing at the structure, the rest of the file is read as well, so that one
run tells all. The repaired bytes serve that alone; they are never written. A repair keeps every line where it is.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple
from xml.parsers import expat
from xml.parsers.expat import errors

from diple.validate.names import likely_meant
from diple.validate.positions import Place
from diple.validate.words import Words

# A file is read again after each slip, so a large one is read fewer times.
MOST_SLIPS, MOST_BYTES = 50, 20_000_000

DOCTYPE = Words("the file has a DOCTYPE, which is never read; take it out")

CONFLICT_MARKS = Words(
    "git has left the marks of a conflict here; between <<<<<<< and ======= stands yours, from there to >>>>>>> the"
    " other's: keep what is right and take the three lines of marks out"
)

_TAG = re.compile(rb"""<([^<>!?/\s"']+)(?:[^<>"']|"[^"]*"|'[^']*')*(?:"[^"<]*|'[^'<]*)?$""")


class Slip(NamedTuple):
    """One thing that is not well-formed; ``repaired`` is the file with it put right, or ``None`` if one must guess."""

    place: Place
    words: Words
    repaired: bytes | None = None
    code: str = "I020"


class _DoctypeError(Exception):
    """The file has a DOCTYPE, so it is not read any further."""


class _Open(NamedTuple):
    name: str
    place: Place


def first_slip(data: bytes) -> Slip | None:
    """Return the first thing that is not well-formed in a file, which may have a DOCTYPE.

    ``None`` if expat, which knows nothing of namespaces and limits, finds nothing wrong.
    """
    return _Reader(data, takes_doctype=True).first_slip()


def of_the_parser(message: str) -> str:
    """Return in plain words what libxml2 says of a file, without the place that it repeats."""
    message = re.sub(r", line \d+, column \d+$", "", message)
    for pattern, words in _LIMITS:
        if found := re.search(pattern, message):
            return found.expand(words)
    return f"the XML is not well-formed: {message}"


# What the parser refuses though it is well-formed, and how to say it.
_LIMITS = (
    (
        r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined",
        r"`\1:\2` has a prefix that stands for no namespace",
    ),
    (r"Excessive depth in document: (\d+).*", r"elements are nested more than \1 deep"),
    (r".*(?:Huge|huge|too long|Buffer size limit).*", r"a text or an attribute is longer than the 10 MB that are read"),
)


def slips(data: bytes) -> tuple[list[Slip], bytes | None]:
    """Return what is not well-formed in a file, in order, and the file without it if all of it could be put right.

    The list is empty if expat, which knows nothing of namespaces and limits, finds nothing wrong.
    """
    found: list[Slip] = []
    rest: bytes | None = data
    most = min(MOST_SLIPS, 1 + MOST_BYTES // (len(data) + 1))
    while rest is not None and len(found) < most:
        slip = _Reader(rest).first_slip()
        if slip is None:
            return found, rest
        found.append(slip)
        rest = slip.repaired
    return found, None


class _Reader:
    """One reading of a file, up to the first thing that is not well-formed."""

    def __init__(self, data: bytes, *, takes_doctype: bool = False) -> None:
        self.data = data
        self.open: list[_Open] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        if not takes_doctype:
            self.parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        place = Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        self.open.append(_Open(name, place))

    def _end(self, _name: str) -> None:
        self.open.pop()

    def _doctype(self, *_declared: object) -> None:
        raise _DoctypeError

    def first_slip(self) -> Slip | None:
        try:
            self.parser.Parse(self.data, True)
        except _DoctypeError:
            return Slip(Place(1, 1), DOCTYPE, code="I021")
        except LookupError as error:
            return Slip(Place(1, 1), Words(f"the XML declaration names an {error}; save the file as UTF-8", "UTF-8"))
        except expat.ExpatError as error:
            return self._slip(errors.messages[error.code], Place(error.lineno, error.offset + 1))
        return None

    def _slip(self, kind: str, here: Place) -> Slip:
        at = self.parser.ErrorByteIndex
        match kind:
            case errors.XML_ERROR_TAG_MISMATCH:
                return self._mismatch(at, here)
            case errors.XML_ERROR_UNDEFINED_ENTITY:
                return self._entity(at, here)
            case errors.XML_ERROR_DUPLICATE_ATTRIBUTE:
                return self._twice(at, here)
            case errors.XML_ERROR_INVALID_TOKEN:
                return self._token(at, here)
            case errors.XML_ERROR_BAD_CHAR_REF:
                told = Words("a character reference names a character that XML does not have; take it out")
                return Slip(here, told, self._with(at, at + 1, b"+"))
            case errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
                return Slip(here, Words("nothing may follow the end tag of the outermost element"))
            case errors.XML_ERROR_NO_ELEMENTS if self.open:
                told = Words(f"`<{self.open[-1].name}>` is opened here and the file ends before it is closed")
                return Slip(self.open[-1].place, told)
            case errors.XML_ERROR_NO_ELEMENTS | errors.XML_ERROR_SYNTAX:
                what = "does not begin as XML does, with a start tag" if self.data.strip() else "is empty"
                return Slip(here, Words(f"the file {what}"))
            case errors.XML_ERROR_UNCLOSED_TOKEN:
                return Slip(here, Words("a tag or comment begins here and does not end"))
            case errors.XML_ERROR_INCORRECT_ENCODING:
                which = (
                    "the XML declaration names another encoding than the file has; save it as UTF-8 and say so there"
                )
                return Slip(Place(1, 1), Words(which, 'encoding="UTF-8"'))
            case errors.XML_ERROR_MISPLACED_XML_PI:
                return Slip(here, Words("the XML declaration may stand only at the very beginning of the file"))
            case _:
                return Slip(here, Words(f"the XML is not well-formed: {kind}"))

    def _with(self, start: int, end: int, new: bytes) -> bytes:
        return self.data[:start] + new + self.data[end:]

    def _mismatch(self, at: int, here: Place) -> Slip:
        """Tell an end tag that is misspelt, one too many, or the sign that another is missing."""
        place = here._replace(column=here.column - 2)
        name = _name_at(self.data, at)
        end = at + len(name.encode())
        inner = self.open[-1].name
        if name in {one.name for one in self.open}:
            told = Words(
                f"`<{inner}>` is opened here and not closed before `</{name}>` on line {here.line};"
                f" write `</{inner}>` where it ends",
                f"</{inner}>",
            )
            return Slip(self.open[-1].place, told)
        if likely_meant(name, [inner]):
            told = Words(f"`</{name}>` does not close `<{inner}>`; did you mean `</{inner}>`?", f"</{inner}>")
            return Slip(place, told, self._with(at, end, inner.encode()))
        close = self.data.find(b">", end) + 1
        told = Words(
            f"`</{name}>` closes nothing: no `<{name}>` is open; `<{inner}>` is, from line {self.open[-1].place.line}"
        )
        return Slip(place, told, self._with(at - 2, close, b" " * (close - at + 2)))

    def _entity(self, at: int, here: Place) -> Slip:
        name = _name_at(self.data, at + 1)
        character = html.unescape(f"&{name};")
        known = len(character) == 1
        advice = f"write the character itself, or `&#{ord(character)};`" if known else "write `&amp;` for the sign &"
        told = Words(f"`&{name};` is not known in XML; {advice}", f"&#{ord(character)};" if known else "&amp;")
        return Slip(here, told, self._with(at, at + 1, b"+"))

    def _twice(self, at: int, here: Place) -> Slip:
        name = _name_at(self.data, at)
        written = re.compile(rb"""[^\s=]+\s*=\s*("[^"]*"|'[^']*')""").match(self.data, at)
        repaired = self._with(at, written.end(), b" " * (written.end() - at)) if written else None
        return Slip(here, Words(f"`@{name}` stands twice in one start tag; take one out"), repaired)

    def _token(self, at: int, here: Place) -> Slip:
        """Tell what stands at a place where no character of XML may stand."""
        before = self.data[max(0, at - 1000) : at]
        if ampersand := re.search(rb"&(#?\w*)$", before):
            return self._ampersand(at - len(ampersand[1]) - 1, ampersand[1].decode("ascii", "replace"), here)
        line = self.data.rfind(b"\n", 0, at) + 1
        if self.data.startswith(b"<<<<<<<", line):
            return Slip(here._replace(column=1), CONFLICT_MARKS)
        if before.endswith(b"<"):
            told = Words("`<` that begins no tag must be written `&lt;`", "&lt;")
            return Slip(here._replace(column=here.column - 1), told, self._with(at - 1, at, b"("))
        if before.endswith(b"]]") and self.data[at : at + 1] == b">":
            return Slip(here, Words("`]]>` must be written `]]&gt;`", "]]&gt;"), self._with(at, at + 1, b")"))
        if before.endswith(b"</"):
            return Slip(here._replace(column=here.column - 2), Words("an end tag begins here and has no name"))
        if tag := _TAG.search(before, before.rfind(b"<")):
            return Slip(here, _in_tag(tag[1].decode("utf-8", "replace"), tag[0], self.data[at : at + 3]))
        if re.search(rb"<!--.*$", before, re.DOTALL):
            return Slip(here, Words("a comment must not contain `--`"))
        return self._character(at, here)

    def _ampersand(self, at: int, name: str, here: Place) -> Slip:
        place = here._replace(column=here.column - len(name) - 1)
        lacks = f"`&{name}` lacks its semicolon, or its `&` must be written `&amp;`"
        told = Words(lacks if name else "`&` must be written `&amp;`", "&amp;")
        return Slip(place, told, self._with(at, at + 1, b"+"))

    def _character(self, at: int, here: Place) -> Slip:
        byte = self.data[at] if at < len(self.data) else 0
        if byte < 0x20:
            told = Words(f"the control character U+{byte:04X} may not stand in XML; take it out")
            return Slip(here, told, self._with(at, at + 1, b" "))
        return Slip(here, Words("these bytes are no character of the file's encoding; save the file as UTF-8"))


def _in_tag(name: str, so_far: bytes, rest: bytes) -> Words:
    """Say what is wrong inside a start tag, from what stands in it up to the error and just after."""
    if rest.startswith(("“".encode(), "”".encode(), "‘".encode(), "’".encode())):
        return Words(f"an attribute of `<{name}>` has curly quotation marks; only straight ones will do", '"')
    if so_far.count(b'"') % 2 or so_far.count(b"'") % 2:
        return Words(
            f"the value of an attribute of `<{name}>` is not closed by a quotation mark before this place", '"'
        )
    return Words(f'the start tag of `<{name}>` is not well-formed here: write name="value", with a space before it')


def _name_at(data: bytes, at: int) -> str:
    found = re.compile(rb"[^\s<>&;=/\"']*").match(data, at)
    return found[0].decode("utf-8", "replace") if found else ""
