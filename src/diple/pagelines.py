"""Lines that belong to pages and not to their text: numbers, running heads, signature marks, stamps of archives."""

from __future__ import annotations

from collections import Counter

from diple import patterns as re

PAGE_LINE = re.compile(
    r"(?!(?-i:P\. ?[IVXLC]\.))"
    r"[\[({<|\-–—\s]*(?:pages?|pg\.|p\.)\s*(?:\d{1,4}[a-z]?|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\.?[\])}>|\-–—\s]*|"
    r"[-–—]\s*\d{1,4}\s*[-–—]|page\s+\d{1,4}(?:\s+(?:(?:prev|next) page|top of doc))+",
    re.I,
)
"""A line that is wholly a page number."""
CABLE_PAGE = re.compile(
    r"(?i:page)\s+\d{1,4}\s+(?i:of)\s+\d{1,4}(?:[ \t]{2,}|\t)\S[^\n]{2,60}|"
    r"PAGE\s+0?\d{1,3}\s+[A-Z][A-Z0-9 .,/:()-]{3,70}\d[A-Z0-9 .,/:()-]*"
)
"""A line that is the head of a page of a cable."""
ARCHIVE_LINE = re.compile(
    r"(?:(?:Declassified|Sanitized Copy|Approved)\b[^\n]{0,30}\b)?Approved\s?For\s?Release\b[^\n]{0,70}|"
    r"(?:[A-Z][\w.’'-]* ){0,4}(?:Declassified|Sanitized|Released)\s?/\s?(?:Released|Declassified)[^\n]{3,90}|"
    r"Digitized by (?:Google|the Internet Archive)[^\n]{0,40}|Original from [A-Z][A-Z ]{5,60}|"
    r"Reproduced (?:at|from|by) (?:the )?[^\n]{0,40}(?:Archives?|Library|holdings)\b[^\n]{0,40}|"
    r"(?:declassified|d[ée]classifi[ée])\s?[-–/]\s?(?:public|mise|per|by)\b[^\n]{5,90}|"
    r"DECLASSIFIED\W{0,3}(?:Authority|E\. ?O\.)[^\n]{3,70}|Authority NND ?\d+[^\n]{0,40}|"
    r"This document is from the collections (?:at|of) [^\n]{3,90}",
    re.I,
)
"""A line that an archive or library set on each page of its copy."""
_SPACED = "|".join(r"\s?[-–. ]\s?".join(word) for word in ("SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "RESTRICTED"))
CLASSIFIED_PAGE = re.compile(
    rf"(?:(?:TOP |T[-–. ]O[-–. ]P[-–. ]{{1,3}})?(?:SECRET|{_SPACED})|CONFIDENTIAL|UNCLASSIFIED|RESTRICTED|"
    r"(?:LIMITED )?OFFICIAL USE(?: ONLY)?)"
    r"(?:[/ ]{1,3}[A-Z]{4,12})?"
)
"""A line that classifies a page, as it stands at its head and foot in cables."""
SIGNATURE_MARK = re.compile(
    r"\d{2}[\d-]{2,5} ?(?:[°*'\"»^“”]|O\b)? ?[—–-]{1,2} ?\d{2} ?"
    r"(?:[—–-]{1,2} ?(?:pt|vol|no)\.? ?\d{1,3}[—–\s-]{0,4}\d{0,3}|[—–-]{1,2} ?\d{1,3})"
)
"""The signature mark at the foot of a printed sheet: job, year, part and sheet, "46620°—54—pt. 26—2"."""
_BRACKETED_MARK = re.compile(r"\[\d{3,6}(?:[-—–]\d{1,4})?\](?:\s+(?:[A-Z]{1,2}|\d))?")
"""The signature mark of the stationery office: "[28106-2]      B"."""
PAGE_HEAD = re.compile(r"\d{1,4}\s+[A-Z][A-Z .,:;’'&()-]{6,60}|[A-Z][A-Z .,:;’'&()-]{6,60}\s+\d{1,4}")
"""A line that may be a running head in capitals with its page number, amid text in small letters."""


def is_signature_mark(text: str) -> bool:
    """Tell whether a line is the signature mark of a printed sheet, by its dashes, "pt." or sign of a degree."""
    if _BRACKETED_MARK.fullmatch(text):
        return True
    return bool(SIGNATURE_MARK.fullmatch(text)) and any(sign in text for sign in ("—", "°", "pt", "vol", " O ", "O-"))


def heads_of_pages(bodies: list[str]) -> set[int]:
    """Return the lines that are signature marks, running heads in capitals beside lines in small letters, or that
    classify the page of a cable that ends above the head of the next.
    """
    found = {number for number, body in enumerate(bodies) if len(body) < _SHORT and is_signature_mark(body)}
    for number, body in enumerate(bodies):
        around = bodies[max(0, number - 2) : number] + bodies[number + 1 : number + 3]
        is_amid_text = any(sum(map(str.islower, line)) > len(line) / 2 for line in around)
        if len(body) < _SHORT and is_amid_text and PAGE_HEAD.fullmatch(body):
            found.add(number)
    found |= _lines_below_numbers(bodies) | _numbers_amid_text(bodies)
    for number in range(len(bodies) - 2, -1, -1):
        next_is_head = number + 1 in found or any(form.fullmatch(bodies[number + 1][:_SHORT]) for form in _BELOW)
        if next_is_head and CLASSIFIED_PAGE.fullmatch(bodies[number]):
            found.add(number)
    for number in range(1, len(bodies)):
        is_below = ARCHIVE_LINE.fullmatch(bodies[number - 1]) is not None
        is_last = number == len(bodies) - 1 and len(bodies[number - 1]) > _NARROWEST
        if (is_below or is_last) and CLASSIFIED_PAGE.fullmatch(bodies[number]):
            found.add(number)
    return found


def _lines_below_numbers(bodies: list[str]) -> set[int]:
    """Return the short lines right below "PAGE 02" and its like that stand below another such line too."""
    below = [number for number in range(1, len(bodies)) if NUMBER_OF_PAGE.fullmatch(bodies[number - 1])]
    often = Counter(bodies[number] for number in below if len(bodies[number]) < _SHORT)
    return {number for number in below if often[bodies[number]] > 1}


def _numbers_amid_text(bodies: list[str]) -> set[int]:
    """Return the lines that are only a number, of which there are few, between long lines in small letters."""
    numbers = [number for number, body in enumerate(bodies) if _NUMBER.fullmatch(body)]
    if 8 * len(numbers) > len(bodies):
        return set()
    return {
        number
        for number in numbers
        if 0 < number < len(bodies) - 1 and all(map(_is_text, (bodies[number - 1], bodies[number + 1])))
    }


def _is_text(body: str) -> bool:
    return len(body) >= _FEWEST_LETTERS and 2 * sum(map(str.islower, body)) > len(body)


_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_LETTERS = 25
"""The fewest characters of a line of text beside one that is only the number of a page."""


NUMBER_OF_PAGE = re.compile(r"PAGE\s+0?\d{1,3}")
"""The number of a page in capitals, alone on its line, as cables have it."""
_BELOW = (CABLE_PAGE, NUMBER_OF_PAGE, ARCHIVE_LINE, PAGE_LINE)
"""Lines above which the classification at the foot of a page may stand."""
_SHORT = 80
"""The most characters of a running head."""
_NARROWEST = 40
"""The narrowest line, in characters, of the text under which a page's classification may stand."""
