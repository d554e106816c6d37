"""The page's own address above a document, with what was searched for and the name of the site above it."""

from __future__ import annotations

from itertools import islice

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.record.conventions import URL
from diple.recognisers.record.furniture import REASON, is_button
from diple.recognisers.record.lines import Line, claim, lines_of
from diple.recognisers.record.values import tell_value

_NEAR = 8
"""The first lines, in number, of which one may be the address."""
_LONGEST_LABEL, _LONGEST_ABOVE = 60, 60
_LABEL = re.compile(r"[A-Z][^:.!?\d]{2,}:")
_SEARCHED = re.compile(
    r"(?:(?:documents?|results?|items?|records?|letters?) (?:filtered|sorted|found|matching|limited)\b|"
    r"(?:you |your )?search(?:ed)?(?: (?:for|terms?|results?|query))?\b|filter(?:ed|s)?(?: by)?\b|"
    r"(?:showing|displaying) (?:results?|documents?|items?)\b|keywords?:|sort(?:ed)? by\b|"
    r"(?:result|document|item) \d+ of \d+).{0,150}",
    re.I,
)
"""What a page was found by."""


def tell_address_above(draft: Draft, start: int) -> int:
    """Record the address of the page near its head; drop what it was found by and the site's name above it.

    Return the offset behind them, ``start`` if there is no address, or if text stands above it.
    """
    lines = list(islice(lines_of(draft, start, len(draft.text)), _NEAR))
    found = next((number for number, line in enumerate(lines) if URL.search(line.text)), None)
    if found is None:
        return start
    match = URL.search(lines[found].text)
    lead = lines[found].text[: match.start()].strip() if match else ""
    if match is None or match.end() < len(lines[found].text.rstrip(" .>")):
        return start
    if lead and not (_LABEL.fullmatch(lead) and len(lead) <= _LONGEST_LABEL):
        return start
    first = found - 1 if found and not lead and _is_label(lines[found - 1]) else found
    if not all(_is_of_site(line, number) for number, line in enumerate(lines[:first])):
        return start
    claim(draft, start, lines[found].end)
    for line in lines[:first]:
        is_way = is_button(line) or _SEARCHED.fullmatch(line.text)
        draft.drop(line.start, line.end, REASON if is_way else "name of the web site")
    value = lines[found].start + match.start()
    if lines[first].start < value:
        draft.drop(lines[first].start, min(lines[first].end, value), REASON)
    tell_value(draft, "url", value, lines[found].end)
    return lines[found].end


def _is_label(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LABEL and _LABEL.fullmatch(line.text) is not None


def _is_of_site(line: Line, number: int) -> bool:
    """Tell whether a line above the address is what the page was found by, a button, or on top the site's name."""
    if is_button(line) or _SEARCHED.fullmatch(line.text):
        return True
    return (
        number == 0 and len(line.text) <= _LONGEST_ABOVE and line.text[-1].isalpha() and not re.search(r"\d", line.text)
    )
