"""Lists of those who get a copy, at the foot of a document (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import DISTRIBUTION_HEAD
from diple.recognisers.frame.lines import Line, is_capitals, label_in


def extend_distribution(lines: list[Line], kinds: list[str]) -> None:
    """Let the head of a distribution list run on over the short lines behind it, to the end or a known line."""
    in_list = False
    for number, line in enumerate(lines):
        is_entry = kinds[number] in {"", "name", "distribution"} and len(line.text) < 70 and _is_entry(line.text)
        is_stamp = is_capitals(line.text) and not _COUNTED.match(line.text)
        if in_list and number > 1 and kinds[number - 1] == "distribution" and is_stamp:
            in_list = line.block is lines[number - 1].block  # a stamp of release below the list
        if in_list and is_entry:
            kinds[number] = "distribution"
        else:
            in_list = DISTRIBUTION_HEAD.fullmatch(line.text) is not None


_LONGEST = 70
"""The most characters of a line that names who gets a copy."""


def extend_copies(lines: list[Line], kinds: list[str]) -> None:
    """Let the names of those who get a copy run on over a line that ends with a comma."""
    for number in range(1, len(lines)):
        above = lines[number - 1]
        goes_on = above.text.endswith(",") or (above.block is lines[number].block and _is_entry(lines[number].text))
        goes_on = goes_on and not DISTRIBUTION_HEAD.fullmatch(above.text)
        if kinds[number - 1] == "copies" and goes_on and kinds[number] in {"", "name"} and len(above.text) < _LONGEST:
            kinds[number] = "copies"


def fill_distribution(lines: list[Line], kinds: list[str]) -> None:
    """Let a numbered line after those of a list of copies belong to it, whoever it names."""
    for number in range(1, len(lines)):
        if (
            kinds[number] == ""
            and kinds[number - 1] in {"distribution", "copies"}
            and _COUNTED.match(lines[number].text)
        ):
            kinds[number] = "distribution"


_COUNTED = re.compile(r"(?:N[oº]s?\.?\s?|№\s?)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s?(?:[-–—]|x)\s[^.!?]{1,80}$")
"""A line of a list of copies: the copy's number and a dash."""


def _is_entry(text: str) -> bool:
    return text[:1].isalnum() and not label_in(text) and re.search(r"[a-z]{4}[.!?]\s+[A-Z]|[!?]$", text) is None


def keep_lists(lines: list[Line], kinds: list[str]) -> None:
    """Leave numbered lines that may be items of the text: those with a full stop, where no copies are spoken of."""
    for number, kind in enumerate(kinds):
        is_item = kind == "distribution" and re.match(r"\d{1,3}[.)]", lines[number].text)
        if is_item and "copies" not in kinds[:number]:
            kinds[number] = ""
