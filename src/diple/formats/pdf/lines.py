"""The lines of a page of a PDF: characters with their places and sizes, as PDFium finds them."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from diple.formats.pdf.spacing import Letter, spaced
from diple.formats.pieces import Look, Run

_HYPHENS = frozenset({"\x02", "\ufffe"})
"""What PDFium gives for a hyphen at a line end."""
_SMALL = 0.85
"""The part of its line's size that a raised character has at most."""
_LEVEL, _SPACE, _COLUMN = 0.3, 0.15, 3.0
"""In parts of the size: by how much pieces of one line differ in height, and what gap is a space, and what a tab."""
_STOP = 1.2
"""From how wide a gap on, in parts of the size, what follows may be another cell of a table."""
_RAISED = 0.12
"""How far above its line a raised character stands at least, in parts of the line's size."""


@dataclass(eq=False)
class Line:
    """A line of a page, in points from its left and bottom edges; ``size`` is that of most of its characters.

    ``stops`` are the places behind wide gaps: offsets in its text, and how far from the left edge they are.
    """

    runs: list[Run]
    left: float
    right: float
    bottom: float
    top: float
    size: float
    stops: tuple[tuple[int, float], ...] = ()

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(run.text for run in self.runs)


def lines_of(text_page: Any) -> list[Line]:
    """Return the lines of a page in the order in which the file has them."""
    lines: list[Line] = []
    letters: list[Letter] = []
    for letter in [*_letters(text_page), None]:
        if letter is not None and letter.text not in "\r\n":
            letters.append(letter)
            continue
        if (line := _line(letters)) is not None:
            if lines and _goes_on(lines[-1], line):
                lines[-1] = _joined(lines[-1], line)
            else:
                lines.append(line)
        letters = []
    return lines


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether what PDFium gives as a line stands on the same line as what is before it."""
    is_level = abs(line.bottom - before.bottom) < _LEVEL * max(line.size, before.size)
    is_raised = line.size <= _SMALL * before.size and before.bottom < line.bottom < before.top
    return (is_level or is_raised) and line.left >= before.right - 1


def _joined(before: Line, line: Line) -> Line:
    gap = line.left - before.right
    between = "" if gap < _SPACE * before.size else " " if gap < _COLUMN * before.size else "\t"
    is_raised = line.size <= _SMALL * before.size and line.bottom > before.bottom + _RAISED * before.size
    runs = [Run(run.text, (Look("superscript"),)) for run in line.runs] if is_raised else line.runs
    top, right = max(before.top, line.top), max(before.right, line.right)
    shift = len(before.text) + len(between)
    stops = (*before.stops, *([(shift, line.left)] if gap >= _STOP * before.size else []))
    stops += tuple((offset + shift, left) for offset, left in line.stops)
    joined = [*before.runs, *([Run(between)] if between else []), *runs]
    return replace(before, runs=joined, right=right, top=top, stops=stops)


def _letters(text_page: Any) -> Iterator[Letter]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    is_italic, at_word = False, True
    high = 0
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        text = "-" if chr(code) in _HYPHENS else chr(code)
        if at_word and not text.isspace():
            is_italic = _is_italic(text_page, index)
        at_word = text.isspace()
        raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        size = raw.FPDFText_GetFontSize(text_page, index)
        is_made_up = text == " " and raw.FPDFText_IsGenerated(text_page, index) == 1
        yield Letter(text, left.value, right.value, bottom.value, top.value, size, is_italic, is_made_up)


def _is_italic(text_page: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    return any(word in name.value.lower() for word in (b"italic", b"oblique"))


def _line(letters: Sequence[Letter]) -> Line | None:
    """Return the line that letters make, or None if they show nothing."""
    seen = [letter for letter in letters if not letter.text.isspace()]
    if not seen:
        return None
    size = Counter(round(letter.size, 1) for letter in seen).most_common(1)[0][0]
    full = [letter for letter in seen if letter.size > _SMALL * size]
    base = sorted(letter.bottom for letter in full)[len(full) // 2]
    runs: list[Run] = []
    shown = spaced(letters)
    for letter in shown:
        is_raised = letter.size <= _SMALL * size and letter.bottom > base + _RAISED * size and letter.text.isalnum()
        looks = (Look("superscript"),) if is_raised else (Look("italic"),) if letter.is_italic else ()
        if runs and (runs[-1].looks == looks or (letter.text.isspace() and not is_raised)):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + letter.text)
        else:
            runs.append(Run(letter.text, looks))
    left, right = min(letter.left for letter in seen), max(letter.right for letter in seen)
    return Line(runs, left, right, base, max(letter.top for letter in seen), size, tuple(_stops(shown, size)))


def _stops(letters: Sequence[Letter], size: float) -> Iterator[tuple[int, float]]:
    """Yield the places behind wide gaps."""
    offset, right = 0, 0.0
    for letter in letters:
        if not letter.text.isspace():
            if 0 < right <= letter.left - _STOP * size:
                yield offset, letter.left
            right = letter.right
        offset += len(letter.text)
