"""An XML file as tokens that together are the file: every character of it is in one token or in the space before one.

The tree says what a file means and forgets how it was written. Whoever wants to change one place of a file and leave
the rest as it stands, to the byte, works on these tokens.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from html import unescape
from typing import NamedTuple, Self

from diple.xmlio import parse_bytes


class Kind(Enum):
    """What a token is. ``WORD`` is a word, a sign between words, a reference or a CDATA section."""

    START = "start tag"
    END = "end tag"
    EMPTY = "empty element"
    WORD = "word"
    COMMENT = "comment"
    INSTRUCTION = "processing instruction"
    DECLARATION = "declaration"


class Token(NamedTuple):
    """A token from character ``start`` to ``end``; ``key`` is what it is compared by: a tag's is its name alone."""

    kind: Kind
    key: str
    start: int
    end: int


class Attribute(NamedTuple):
    """An attribute as it stands in a tag: from ``start`` (its name) to ``end``; ``value`` has its references resolved.

    ``value_start`` and ``value_end`` are the ends of the value between its quotation marks.
    """

    name: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


_TOKEN = re.compile(
    r"""
      (?P<comment><!--.*?-->)
    | (?P<cdata><!\[CDATA\[.*?\]\]>)
    | (?P<declaration><\?xml\s.*?\?> | <!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*'|\[.*?\]\s*(?=>))*>)
    | (?P<instruction><\?.*?\?>)
    | (?P<end></(?P<closed>[^\s>]+)\s*>)
    | (?P<start><(?P<opened>[^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*>)
    | (?P<word>(?:\w|&\#\w+;)+ | &[^;\s]+; | [^\s<&])
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Lossless:
    """The tokens of a well-formed XML file, and how to change the file without touching the rest of it."""

    def __init__(self, text: str, encoding: str = "utf-8", bom: bytes = b"") -> None:
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self.tokens = tuple(_merged_empty(list(_tokens(text))))

    @classmethod
    def read(cls, data: bytes, name: str) -> Self:
        """Return the tokens of a file given as bytes; raises ``DipleError`` (I020) if it is not well-formed XML."""
        parse_bytes(data, name)
        bom, encoding = next(((bom, code) for bom, code in _BOMS if data.startswith(bom)), (b"", ""))
        if not encoding:
            declared = _DECLARED.match(data)
            encoding = declared[1].decode("ascii") if declared else "utf-8"
        return cls(data[len(bom) :].decode(encoding), encoding, bom)

    def encoded(self, text: str) -> bytes:
        """Return a text as the bytes of a file of this one's encoding."""
        return self.bom + text.encode(self.encoding, "xmlcharrefreplace")

    def lead(self, index: int) -> str:
        """Return the white space before a token; after the last, with ``index`` their number, that at the end."""
        start = self.tokens[index - 1].end if index else 0
        end = self.tokens[index].start if index < len(self.tokens) else len(self.text)
        return self.text[start:end]

    def raw(self, index: int) -> str:
        """Return a token as it is written."""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    @cached_property
    def partners(self) -> tuple[int, ...]:
        """For each token the index of the tag that closes or opens its element; its own index if it is no tag."""
        found = list(range(len(self.tokens)))
        opened: list[int] = []
        for index, token in enumerate(self.tokens):
            if token.kind is Kind.START:
                opened.append(index)
            elif token.kind is Kind.END:
                found[index] = opened.pop()
                found[found[index]] = index
        return tuple(found)

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """For each token the index of the start tag of the element around it, -1 outside the root.

        An end tag belongs to the element that it closes; a start tag to the one around it.
        """
        found = []
        opened = [-1]
        for index, token in enumerate(self.tokens):
            found.append(opened[-1])
            if token.kind is Kind.START:
                opened.append(index)
            elif token.kind is Kind.END:
                opened.pop()
        return tuple(found)

    def attributes(self, index: int) -> dict[str, Attribute]:
        """Return the attributes of a start tag or empty element by their names as written, in their order."""
        token = self.tokens[index]
        if token.kind not in (Kind.START, Kind.EMPTY):
            return {}
        return {one.name: one for one in _attributes(self.text, token.start, token.end)}


def replaced(text: str, splices: list[tuple[int, int, str]]) -> str:
    """Return a text with the stretches from ``start`` to ``end`` replaced; those at one place follow in list order."""
    parts = []
    position = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        match match.lastgroup:
            case "opened" | "start":
                empty = text[end - 2] == "/"
                key = f"<{match['opened']}" + "/" * empty
                yield Token(Kind.EMPTY if empty else Kind.START, key, start, end)
            case "closed" | "end":
                yield Token(Kind.END, f"</{match['closed']}", start, end)
            case "word":
                yield Token(Kind.WORD, unescape(match[0]) if "&" in match[0] else match[0], start, end)
            case "cdata":
                yield Token(Kind.WORD, match[0], start, end)
            case "comment":
                yield Token(Kind.COMMENT, match[0], start, end)
            case "instruction":
                yield Token(Kind.INSTRUCTION, match[0], start, end)
            case _:
                yield Token(Kind.DECLARATION, match[0], start, end)


def _merged_empty(tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens; ``<lb></lb>`` is one, as ``<lb/>`` is."""
    skip = False
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if skip:
            skip = False
        elif token.kind is Kind.START and after and after.kind is Kind.END and after.start == token.end:
            skip = True
            yield Token(Kind.EMPTY, f"{token.key}/", token.start, after.end)
        else:
            yield token


def _attributes(text: str, start: int, end: int) -> Iterator[Attribute]:
    name_end = re.compile(r"<[^\s/>]+").match(text, start, end)
    for match in _ATTRIBUTE.finditer(text, name_end.end() if name_end else start, end):
        group = 2 if match[2] is not None else 3
        value = " ".join(unescape(match[group]).split())
        yield Attribute(match[1], value, match.start(), match.end(), match.start(group), match.end(group))
