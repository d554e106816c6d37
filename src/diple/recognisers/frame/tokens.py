"""Lines of an opener or docket made of small parts: classification, precedence, numbers, dates, places."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.datewords import DateMatch, find_qualified_dates, parse_date
from diple.draft import Draft
from diple.recognisers.frame import elsewhere
from diple.recognisers.frame.conventions import CLASSIFICATIONS, NUMBER, NUMBER_SIGN, PRECEDENCES
from diple.recognisers.frame.datelines import Dateline, dateline_of, doubt_problem, mark_dateline

__all__ = [
    "Dateline",
    "Token",
    "dateline_of",
    "is_lone_number",
    "is_release",
    "mark_dateline",
    "mark_tokens",
    "token_at",
    "tokens_of",
]

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("classification", rf"(?:{'|'.join(sorted(CLASSIFICATIONS, key=len, reverse=True))})(?![\w’'])!?"),
        ("precedence", rf"(?:{'|'.join(PRECEDENCES)})(?![\w’'])!?"),
        ("telegram", rf"\d{{1,5}}(?=\.\s(?:{'|'.join((*CLASSIFICATIONS, *PRECEDENCES))})(?![\w’']))"),
        ("copy", rf"cop(?:y|ies)\s?(?:{NUMBER_SIGN}|number)?\s?:\s?\d{{1,4}}"),
        ("copy", r"(?:only|single|sole|unique) copy"),
        ("copy", r"(?:done|made|drawn up|typed|printed|executed|prepared|written|issued|produced) in "
                 r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) copies(?::\s[^.:!?]{3,90})?"),
        *elsewhere.TOKENS,
        ("copy", rf"(?:copy|copies|exemplar|ex\.|"
                 rf"ekz\.?)\s?(?:number\s)?(?:{NUMBER_SIGN}\s{{0,3}})?\d+(?:[/\s](?:of\s)?\d+(?:\scopies)?)?"),
        ("copy", r"\d{1,3}(?:st|nd|rd|th) copy"),
        ("copy", r"\d{1,3} copies(?=,)"),
        ("extent", r"\d{1,3} (?:pages?|sheets?|leaves|blatt|seiten?|bl\.|s\.|pp\.)(?!\w)"),
        ("telegram", r"t\.(?:\s(?:s\.\s?n\.\s?d\.|per corriere|gab\.|u\.))*"
                     r"\s\d{1,6}(?:/\d{1,6})?(?:\s?[A-Z]\.)?(?!\w)"),
        ("registry", rf"{NUMBER_SIGN}\s?[A-Z][A-Za-z]{{0,2}}\s\d{{1,4}}(?:\s?/\s?\w{{1,6}})?(?!\w)"),
        ("registry", r"number\s\d{1,6}(?![\w/])"),
        ("registry", rf"\d{{1,6}}/(?:{'|'.join(CLASSIFICATIONS)})\s?[/–-]\s?\d{{2,4}}"),
        ("registry", rf"{NUMBER_SIGN}\s?\(\d{{2,4}}\)\s?(?:[A-Za-z]{{1,12}} )?\d{{1,6}}"),
        ("telegram", rf"(?:cipher(?:ed)? |coded )?(?:telegram|cable|ciphertelegram|ciphergram|cryptogram|cablegram|"
                     rf"szyfrogram|airgram)\s?{NUMBER}"),
        ("registry", rf"(?:(?:outgoing|incoming|out|in|reg(?:istry|istration)?|ref(?:erence)?|our|protocol|prot|"
                     rf"order|file|document|doc|"
                     rf"register(?:ed)?|archive|page|ser(?:ial)?|special|spec|spets|issuing|issue|series|entry|case|control|list|"
                     rf"[A-Z]{{1,2}})\.?\s?)?{NUMBER}(?:\s?/\s?\w+)?(?:\s?\(\d[\w./-]*\))?"),
    )
)  # fmt: skip
_CLASSIFIED = re.compile("|".join(CLASSIFICATIONS), re.I)
_SPACED = re.compile(
    r"(?:[A-Za-z]-){3,}[A-Za-z](?![A-Za-z])|"
    r"(?:[A-Za-z] ){2,}[A-Za-z](?![A-Za-z])(?:\s{2,}(?:[A-Za-z] ){2,}[A-Za-z](?![A-Za-z]))*"
)
"""Words set with spaces between their letters: "T o p  S e c r e t"."""
_CODE_WORD = re.compile(r"(?:\s{1,4}|/{1,2}|[\s-]{1,3})[A-Z]{4,9}\s*$")
"""The code word behind a classification: "TOP SECRET   DINAR", "SECRET//ORCHID"."""
_SEPARATOR = re.compile(r"[\s.,;:!/|)–—-]+|(?<=\.)\]$")
_LONE_NUMBER = re.compile(r"(?:[A-Z]{1,3} (?=\d+/\d+/))?(?=[\w./\-]*\d)[\dA-ZА-Я]{1,6}(?:[./\-][\w]{1,8}){0,3}\.?")


_HOUR_BEHIND = re.compile(r"/\d{4}(?!\d)")
"""The hour of a telegram, behind its day and a stroke: "12 XII 1950/1333"."""


class Token(NamedTuple):
    """One part of a line: its kind, and where it stands in the line."""

    kind: str
    start: int
    end: int
    date: DateMatch | None = None


def tokens_of(text: str) -> list[Token]:
    """Return the parts of a line if it consists of nothing else, else nothing; at least one is no date."""
    tokens: list[Token] = []
    dates = {date.start: date for date in find_qualified_dates(text)} if len(text) <= 160 else {}
    position = 0
    while position < len(text) and len(text) <= 160:
        if separator := _SEPARATOR.match(text, position):
            position = separator.end()
            continue
        token = token_at(text, position, dates)
        if token is None:
            return []
        before = tokens[-1] if tokens else None
        if (
            before
            and before.kind == token.kind == "classification"
            and text[before.end : token.start].strip(" ") == "/"
        ):
            tokens[-1] = token._replace(start=before.start)
        else:
            tokens.append(token)
        position = token.end
    return tokens if {token.kind for token in tokens} - {"date", "extent"} else []


def token_at(text: str, position: int, dates: dict[int, DateMatch]) -> Token | None:
    """Return the part of a line that begins at an offset, if one does; ``dates`` are those of the line by offset."""
    opening = 1 if text[position] in "([" else 0
    if date := dates.get(position + opening):
        hour = _HOUR_BEHIND.match(text, date.end)
        return Token("date", date.start, hour.end() if hour else date.end, date)
    spaced = _SPACED.match(text, position)
    if spaced and _CLASSIFIED.fullmatch(" ".join(re.sub(r"(?<=\S)[ -](?=\S)", "", spaced[0]).split())):
        return Token("classification", position, spaced.end())
    for kind, form in _FORMS:
        if match := form.match(text, position + opening):
            end = match.end()
            if kind == "classification" and (word := _CODE_WORD.match(text, end)) and match[0].isupper():
                end = word.end()
            closing = opening and text[end : end + 1] in (")", "]")
            return Token(kind, position if closing else position + opening, end + 1 if closing else end)
    return None


def is_lone_number(text: str) -> bool:
    """Tell whether a line is a registry number without a sign before it, such as "165" under a dateline."""
    return _LONE_NUMBER.fullmatch(text) is not None and parse_date(text) is None


def mark_tokens(draft: Draft, start: int, tokens: list[Token], *, dateline: bool) -> None:
    """Put an element around each part of a line that begins at ``start``; what stands between them is signs."""
    for token in tokens:
        first, last = start + token.start, start + token.end
        match token.kind:
            case "date":
                draft.span(first, last, "date", token.date.attrs if token.date else {})
                if dateline and not is_release(draft.text, first):
                    draft.span(first, last, "dateline", rank=40)
                if token.date:
                    doubt_problem(draft, start, token.date)
            case "classification" | "precedence":
                draft.span(first, last, "seg", {"type": token.kind})
            case "extent":
                continue
            case _:
                draft.span(first, last, "idno", {"type": token.kind})


def is_release(text: str, offset: int) -> bool:
    """Tell whether the date at an offset is that of a document's release: "Declassified 3 May 1990"."""
    return _RELEASE.search(text, max(0, offset - 40), offset) is not None


_RELEASE = re.compile(
    r"\b(?:declassified|downgraded|released|sanitized)\b[^\w\n]{0,4}(?:(?:on|in|dated?)\s)?(?:the\s)?\Z", re.I
)
