"""The signs within a line of Markdown, with their offsets, as a CommonMark parser sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from diple import patterns as re

Rule = Callable[[StateInline, bool], bool]

LONGEST = 20_000
"""Blocks longer than this many characters are parsed in stretches of this length, to keep time linear."""
_HTML_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z]+)[^>]*>", re.I)


class Inline(NamedTuple):
    """A sign at ``start`` to ``end``: an escape or entity (``content``: what it stands for), the opening or closing
    sign of an element (``content``: em, strong, s or an HTML name), a whole link (``content``: its address), a break.
    """

    start: int
    end: int
    kind: str
    content: str


def inline_tokens(text: str, offset: int) -> Iterator[Inline]:
    """Yield the signs in a block's text in order, their offsets counted from ``offset``."""
    for begin in range(0, len(text), LONGEST):
        piece = text[begin : begin + LONGEST]
        tokens: list[Token] = []
        parser = _parser()
        parser.inline.parse(piece, parser, {}, tokens)
        found = [sign for token in tokens if (sign := _sign(token, piece, offset + begin)) is not None]
        yield from sorted(found)


@cache
def _parser() -> MarkdownIt:
    """Return a parser whose tokens carry the offsets at which they were found."""
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.disable(["backticks"])
    for name in parser.get_active_rules()["inline"]:
        rule = next(rule for rule in parser.inline.ruler.__rules__ if rule.name == name)
        rule.fn = _with_offsets(rule.fn)
    parser.inline.ruler.__compile__()
    return parser


def _with_offsets(rule: Rule) -> Rule:
    """Return an inline rule that writes into each token it makes where in the text it was made."""

    def located(state: StateInline, silent: bool) -> bool:
        start, number = state.pos, len(state.tokens) + bool(state.pending)
        found = rule(state, silent)
        if found and not silent:
            made = [token for token in state.tokens[number:] if "end" not in token.meta]
            for place, token in enumerate(made):
                token.meta |= {"start": start, "end": state.pos, "place": place}
        return found

    return located


def _sign(token: Token, text: str, offset: int) -> Inline | None:
    """Return what a token says, with its offsets, or None if it says nothing but text."""
    if "start" not in token.meta:
        return None
    start, end = token.meta["start"], token.meta["end"]
    base = offset + start
    match token.type:
        case "text_special":
            kind = str(token.info) if token.content != text[start:end] else ""
            return Inline(base, offset + end, kind, token.content)
        case "em_open" | "em_close" | "strong_open" | "strong_close" | "s_open" | "s_close":
            return _delimiter(token, start, offset)
        case "link_open":
            return Inline(base, offset + end, "link", str(token.attrGet("href") or ""))
        case "hardbreak":
            return Inline(offset + _without_spaces(text, start), offset + end, "break", "")
        case "html_inline":
            return _html(text[start:end], base)
    return None


def _delimiter(token: Token, start: int, offset: int) -> Inline:
    """Return the sign for one delimiter; a run of delimiters makes tokens of one character (``~~``: two) each."""
    name, _, side = token.type.partition("_")
    width = 1 if name == "em" else 2
    place = token.meta["place"] - (token.type == "strong_open")
    at = offset + start + place * (width if name == "s" else 1)
    return Inline(at, at + width, side, name)


def _html(tag: str, base: int) -> Inline | None:
    match = _HTML_TAG.fullmatch(tag)
    if match is None:
        return None
    name = {"em": "i", "strong": "b"}.get(match["name"].lower(), match["name"].lower())
    if name == "br":
        return Inline(base, base + len(tag), "break", "")
    return Inline(base, base + len(tag), "html_close" if match["close"] else "html_open", name)


def _without_spaces(text: str, position: int) -> int:
    """Return where the spaces before a position begin."""
    while position and text[position - 1] == " ":
        position -= 1
    return position
