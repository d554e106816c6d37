"""Part a block in which several bodies of notes stand line by line, and the head that stands on the first of them."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.footnotes.styles import BODIES, HEAD_RUN_IN, NOTES_HEAD, OTHER_HEAD, plain_label
from diple.recognisers.markers import roman_value

_BY_LINES = frozenset(("[1]", "[a]", "*", "*)", "x/", "1/", "/1/", "¹", "^1", "{1}", "(a)", "\\1\\"))
"""Beginnings of bodies that no line of running text has."""
_LINKED = re.compile(r"↩\ufe0e?[ \t]*\n[ \t]*(?=\S)")
_LINE = re.compile(r"\n[ \t]*")
_SIGNS = ("*", "†", "‡", "§")


def divide(draft: Draft) -> None:
    """Make blocks of their own of bodies whose labels count on from line to line in one block."""
    for block in [block for block in draft.blocks if block.role is None and not block.heading]:
        if cuts := list(_cuts(draft, block)):
            draft.split_block(block, *cuts)


def _cuts(draft: Draft, block: Block) -> Iterator[int]:
    """Yield the offsets at which the bodies after the first begin, that of the first too if a head stands before."""
    if linked := [line.end() for line in _LINKED.finditer(draft.text, block.start, block.end)]:
        yield from linked
        return
    start = _after_head(draft, block)
    label = _label_at(draft, start, block.end)
    if not label:
        start, label = _first_below_text(draft, block)
    if not label:
        yield from _bare_numbers(draft, block)
        return
    if start > block.start:
        yield start
    for line in _LINE.finditer(draft.text, start, block.end):
        following = _label_at(draft, line.end(), block.end)
        if following and _counts_on(label, following):
            yield line.end()
            label = following


def _bare_numbers(draft: Draft, block: Block) -> Iterator[int]:
    """Yield where lines begin with numbers that count on from the first line, if each is glued to text above."""
    first = _NUMBER.match(draft.text, block.start, block.end)
    if first is None or "\n" not in draft.text[block.start : block.end]:
        return
    found = [first]
    for line in _LINE.finditer(draft.text, block.start, block.end):
        match = _NUMBER.match(draft.text, line.end(), block.end)
        if match and match["stop"] == first["stop"] and int(match["n"]) == int(found[-1]["n"]) + 1:
            found.append(match)
    place = max(0, block.start - _FAR)
    for number in found if len(found) > 1 else ():
        glued = re.search(rf"(?<=[^\s\d(/-]){number['n']}(?=[\s.,;:!?)”\"’]|$)", draft.text[place : block.start])
        if glued is None:
            return
        place += glued.end()
    yield from (match.start() for match in found[1:])


_NUMBER = re.compile(r"(?P<n>\d{1,3})(?P<stop>[.):]?)[ \t]+(?=\S)")


def _first_below_text(draft: Draft, block: Block) -> tuple[int, str]:
    """Return where, below text in one block with it, a line begins as the first note does, whose mark stands above."""
    for line in _LINE.finditer(draft.text, block.start, block.end):
        match = _MARKED.match(draft.text, line.end(), block.end)
        if match:
            is_marked = draft.text.find(match["mark"], max(0, line.start() - _FAR), line.start()) >= 0
            return (line.end(), match["n"]) if is_marked else (block.start, "")
    starred = (
        list(_STARRED.finditer(draft.text, block.start, block.end))
        if "*" in draft.text[block.start : block.end]
        else []
    )
    if len(starred) == 1 and _STAR.search(draft.text, max(0, starred[0].start() - _NEAR), starred[0].start()):
        return starred[0].end(), "*"
    return block.start, ""


_MARKED = re.compile(r"(?P<mark>\[(?P<n>1|a|i|\*)\])[ \t]*(?=\S)")
_STARRED = re.compile(r"\n[ \t]*(?=\*[ \t]+[A-Z“\"'(])")
_STAR = re.compile(r"(?<=[^\s*]) ?\*(?=[\s.,;:])")
"""A star behind a word, which a note below it explains."""
_NEAR = 4_000
_FAR = 40_000
"""So many characters above a note its mark is looked for."""


def _after_head(draft: Draft, block: Block) -> int:
    """Return where a block goes on after a head of notes on its first line, or its beginning."""
    if head := HEAD_RUN_IN.match(draft.text, block.start, block.end):
        return head.end()
    line = _LINE.search(draft.text, block.start, block.end)
    first = draft.text[block.start : line.start()].strip() if line else ""
    return line.end() if line and (NOTES_HEAD.fullmatch(first) or OTHER_HEAD.fullmatch(first)) else block.start


def _label_at(draft: Draft, start: int, end: int) -> str:
    found = ((style, style.pattern.match(draft.text, start, end)) for style in BODIES)
    style, match = next(((style, match) for style, match in found if match), (None, None))
    if style is None or match is None or not (style.name in _BY_LINES or match[0].startswith("(*")):
        return ""
    return plain_label(match["n"])


def _counts_on(label: str, following: str) -> bool:
    """Tell whether a label comes after another: 2 after 1, c after b, iv after iii, ** after *, i after c."""
    if label.isdigit() or following.isdigit():
        return label.isdigit() and following.isdigit() and int(following) == int(label) + 1
    if not label[0].isalpha() or not following[0].isalpha():
        signs = (label[0] in _SIGNS, following[0] in _SIGNS)
        return all(signs) and (len(following) == len(label) + 1 or following != label)
    if following in ("a", "i", "x"):
        return label not in (following, "viii", "w", "h") or _is_next(label, following)
    return _is_next(label, following)


def _is_next(label: str, following: str) -> bool:
    letters = len(label) == len(following) == 1 and ord(following) == ord(label) + 1
    return letters or (roman_value(label) > 0 and roman_value(following) == roman_value(label) + 1)
