"""Lines of an opener or docket made of small parts: classification, precedence, numbers, dates, places."""

from __future__ import annotations

import re
from typing import NamedTuple

from diple.datewords import DateMatch, find_dates, find_qualified_dates, parse_date
from diple.draft import Draft
from diple.recognisers.frame import elsewhere
from diple.recognisers.frame.conventions import (
    CLASSIFICATIONS,
    GENRE,
    INSTITUTION,
    NUMBER,
    NUMBER_SIGN,
    OFFICE,
    PRECEDENCES,
)

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("classification", rf"(?:{'|'.join(sorted(CLASSIFICATIONS, key=len, reverse=True))})(?![\w’'])!?"),
        ("precedence", rf"(?:{'|'.join(PRECEDENCES)})(?![\w’'])!?"),
        ("telegram", rf"\d{{1,5}}(?=\.\s(?:{'|'.join((*CLASSIFICATIONS, *PRECEDENCES))})(?![\w’']))"),
        ("copy", rf"cop(?:y|ies)\s?(?:{NUMBER_SIGN}|number)?\s?:\s?\d{{1,4}}"),
        ("copy", r"(?:only|single|sole|unique) copy"),
        *elsewhere.TOKENS,
        ("copy", rf"(?:copy|copies|exemplar|ex\.|"
                 rf"ekz\.?)\s?(?:number\s)?(?:{NUMBER_SIGN}\s?)?\d+(?:[/\s](?:of\s)?\d+(?:\scopies)?)?"),
        ("registry", rf"\d{{1,4}}/(?:{'|'.join(CLASSIFICATIONS)})/\d{{2,4}}"),
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
_LONE_NUMBER = re.compile(r"(?=[\w./\-]*\d)[\dA-ZА-Я]{1,6}(?:[./\-][\w]{1,8}){0,3}\.?")
_PLACE = (
    r"(?P<place>(?:[Oo]n board (?:of )?|"
    r"\d{1,3},? (?=[A-Z][\w’']*,? (?:Street|Square|Road|Avenue|Place|Gardens|Terrace)))?"
    r"\[?(?:the )?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w’'.\-]*\]?(?:[ \xa0](?:of|the|am|on|de|la|upon|an|near|at|"
    r"der)?[ \xa0]?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w’'.\-]*){0,4}"
    r"(?: (?:ferry|camp|inn|tavern|mills?|"
    r"residence|sanatorium|palace|hotel|villa|dacha|castle|house|building|airport|station|embassy|port))?"
    r"(?:,\s+(?:the )?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w’'.\-]*(?:[ \xa0](?:of|the)?[ \xa0]?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w’'.\-]*){0,3}){0,2})"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?\s?m\.?|hours|hrs|h))?|\d{1,2}\s?[ap]\.?\s?m\.?"
_BEFORE_DATE = re.compile(
    rf"(?:(?i:(?P<time>{_CLOCK}))[,.]?\s+(?:on\s+)?)?"
    rf"(?:\d{{1,4}}(?:st|nd|rd|th) (?:[a-z]+ )?meeting,? |"
    rf"(?:[A-Z]{{1,5}} )?[A-Z\d]*[\dIVX][/-][A-Z\d/-]*\d[A-Z\d/-]* )?"
    rf"(?:(?i:done|signed|given|written|drawn up|adopted|concluded|held|convened|opened)\s+(?:at|in)\s+)?(?:(?i:city|"
    rf"town) of )?(?:{_PLACE}\s*[,.–—-]?\s*)?"
    r"(?i:(?:dated?|on|this|the|ye|le|den|am|el|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?[\s,.:]*(?:the\s|evening\s|"
    r"morning\s)?){0,3}",
)
_AFTER_DATE = re.compile(
    r"[\s,.)/–—-]*(?:(?:in the\s)?(?i:morning|forenoon|afternoon|evening|night)[\s,.)]*)?"
    r"(?:\s?(?:of\s)?this year[\s.,]*)?"
    r"(?:(?:at\s|about\s|c\.\s?|ca\.\s)?(?P<time>\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?\s?m\.?|p\.?\s?m\.?|hours|hrs|"
    r"h(?: ?\d\d)?|o’clock|o'clock)?"
    r"(?:\s?[-–—]\s?\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|hours|hrs|h)?|[-–—]noon)?|noon|midnight)(?=[\s,.]|$))?[\s,.]*(?:"
    + _PLACE
    + r"|in (?:two|three|four|five|six|duplicate|triplicate|a single|one)\b[^.]{0,90}|"
    r"(?:the )?[“\"][^”\"]{3,30}[”\"] [a-z]{4,12})?[\s.,]*",
)
_RELEASED = re.compile(
    r"\W?(?:declassified|downgraded|released|sanitized|reviewed|approved|revised|copied|opened|"
    r"received|rec[’']?d|index)\b",
    re.I,
)
_NO_PLACE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dated?|on|the|no|nº)\.?|(?:to )?(?:comrade|cde|mr|com)\b.*|"
    r"(?-i:[A-Z](?: [A-Z]){0,3})",
    re.I,
)
"""What may stand before a date and is no place: a weekday, "on", the letters of precedence in a cable."""


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
    return tokens if any(token.kind != "date" for token in tokens) else []


def token_at(text: str, position: int, dates: dict[int, DateMatch]) -> Token | None:
    """Return the part of a line that begins at an offset, if one does; ``dates`` are those of the line by offset."""
    opening = 1 if text[position] in "([" else 0
    if date := dates.get(position + opening):
        return Token("date", date.start, date.end, date)
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


class Dateline(NamedTuple):
    """A line that is date and place: the date, and where place and time stand in the line (empty if they do not)."""

    date: DateMatch
    place: tuple[int, int]
    time: tuple[int, int]


def dateline_of(text: str) -> Dateline | None:
    """Return what a dateline says ("Pyongyang, 9 June 1969"; "May 4, 1961, 11 a.m."), or None if the line is none."""
    if len(text) > 120 or not _MAY_BE_DATED.search(text):
        return None
    text = _REMARK.sub("", _RECEIVED.sub("", text))
    text = _DAY_AND_DASH.sub(r"\1.\2.\3", text)
    if both := _TWO_CALENDARS.fullmatch(text):
        return _of_two_calendars(both)
    dates = [date for date in find_qualified_dates(text) if date.precision != "year"]
    if undated := _UNDATED.fullmatch(text):
        return Dateline(DateMatch(undated.end("place"), undated.end("place")), undated.span("place"), (0, 0))
    date = dates[0] if len(dates) == 1 else _two_days(text, dates) if dates else _whole(text) or _year_after_place(text)
    if date is None:
        return None
    if _RELEASED.match(text):
        return None
    before = _BEFORE_DATE.fullmatch(text, 1 if text.startswith("(") else 0, date.start)
    after = _AFTER_DATE.fullmatch(text, date.end)
    if before is None or after is None:
        return None
    place = before.span("place") if before["place"] else after.span("place") if after["place"] else (0, 0)
    if GENRE.match(text[slice(*place)]) or _is_office(text[slice(*place)]):
        return None
    if place != (0, 0) and (
        _NO_PLACE.fullmatch(text[slice(*place)]) or (date.precision == "range" and not before["place"])
    ):
        place = (0, 0)
    if weekday := _WEEKDAY_BEHIND.search(text, *place):
        place = (place[0], weekday.start())
    clock = next((found.span("time") for found in (before, after) if found["time"]), (0, 0))
    return Dateline(date, _trim(text, place), clock)


_REMARK = re.compile(r"\s?\(\d{1,2}\)$|\s\((?:or|sic|so|the|see|as|date|recte|i\. ?e\.|probably)\b[^()]{2,60}\)\.?$")
"""What an editor or clerk remarks on a date, in parentheses behind it."""
_DAY_AND_DASH = re.compile(r"\A(\d{1,2})/(\d{1,2}|[IVX]{1,4})-(\d\d)(?=\.?\Z)")
"""A date as telegrams have it, alone on its line: "13/5-50"."""
_TWO_CALENDARS = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][\w’' -]{2,30}), (?:the )?(?P<other>[^()]*\d[^()]{0,40}?),? \((?P<date>[^()]{6,30}?)\.?\)\.?"
)
"""Place and day by another calendar or a feast, with our day in parentheses: "Lenka, 12 Ramadan 1281 (3 May 1864)"."""


def _of_two_calendars(both: re.Match[str]) -> Dateline | None:
    """Return the dateline that the day in parentheses makes; the year may stand with the other day only."""
    year = re.search(r"\b1[5-9]\d\d|\b20\d\d", both["other"])
    found = find_dates(both["date"], int(year[0]) if year else None)
    whole = [date for date in found if (date.start, date.end) == (0, len(both["date"])) and date.precision == "day"]
    if not whole:
        return None
    start, end = both.span("date")
    return Dateline(whole[0]._replace(start=start, end=end), both.span("place"), (0, 0))


_UNDATED = re.compile(r"(?P<place>[A-Z][\w’'-]+(?:[ ,]{1,2}[A-Z][\w’'.-]+){0,3}), (?:undated|n\. ?d\.|no date)\.?")
"""Place alone, where an edition says that the day is not given: "Lenka, undated."."""
_RECEIVED = re.compile(r"[\s.,—–-]*[(\[](?:received|rec[’']d\.?|recd\.?)\b[^()\[\]]{3,40}[)\]]\.?$", re.I)
"""When a dispatch was received, in parentheses behind its dateline: "(Received April 22.)"."""


def _is_office(words: str) -> bool:
    """Tell whether words before a date are an office that somebody held, and neither place nor body."""
    first = words.split(" of ")[0]
    is_held = any(match.end() == len(first) for match in OFFICE.finditer(first))
    return is_held and INSTITUTION.search(words) is None


def _two_days(text: str, dates: list[DateMatch]) -> DateMatch | None:
    """Return the range of two days of one year, on which one paper was written: "Lenka, March 30 and April 2, 1918"."""
    first, last = dates[0], dates[-1]
    joint = text[first.end : last.start].strip()
    if len(dates) != 2 or joint not in {"and", "to", "–", "-", "/"} or not last.when[:4].isdigit():
        return None
    since = f"{last.when[:4]}{first.when[1:]}" if first.when.startswith("--") else first.when
    return last._replace(start=first.start, when="", since=since, until=last.when, precision="day")


def _whole(text: str) -> DateMatch | None:
    date = parse_date(text)
    return date if date and date.precision != "year" else None


def _year_after_place(text: str) -> DateMatch | None:
    match = re.fullmatch(r"(?:[A-Z][\w’'\-]+ ?){1,2}, (1[5-9]\d\d|20\d\d)\.?", text)
    return DateMatch(*match.span(1), match[1], precision="year") if match else None


_WEEKDAY_BEHIND = re.compile(r",?\s(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?:\s(?:morning|evening|night))?\s*$")
_MAY_BE_DATED = re.compile(r"\d|undated|no date|n\. ?d\.|hundred|thousand|nineteen|eighteen|twenty", re.I)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")
"""A place that ends with initials: "Washington, D.C."."""


def _trim(text: str, place: tuple[int, int]) -> tuple[int, int]:
    start, end = place
    while end > start and text[end - 1] in " ,.:–—-" and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    return start, end


def mark_dateline(draft: Draft, start: int, end: int) -> Dateline | None:
    """Put ``date``, ``placeName`` and ``time`` into a line between two offsets; return what it says."""
    clean = draft.clean(start, end)
    found = dateline_of(clean.text)
    if found is None:
        return None
    date = (found.date.start, found.date.end)
    for (first, last), tag in ((date, "date"), (found.place, "placeName"), (found.time, "time")):
        if first < last:
            attrs = found.date.attrs if tag == "date" else {}
            draft.span(clean.offsets[first], clean.offsets[last - 1] + 1, tag, attrs)
    _doubt_problem(draft, clean.offsets[found.date.start] - found.date.start, found.date)
    return found


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
                    _doubt_problem(draft, start, token.date)
            case "classification" | "precedence":
                draft.span(first, last, "seg", {"type": token.kind})
            case _:
                draft.span(first, last, "idno", {"type": token.kind})


def is_release(text: str, offset: int) -> bool:
    """Tell whether the date at an offset is that of a document's release: "Declassified 3 May 1990"."""
    return _RELEASE.search(text, max(0, offset - 40), offset) is not None


_RELEASE = re.compile(
    r"\b(?:declassified|downgraded|released|sanitized)\b[^\w\n]{0,4}(?:(?:on|in|dated?)\s)?(?:the\s)?\Z", re.I
)


def _doubt_problem(draft: Draft, start: int, date: DateMatch) -> None:
    if date.problem:
        draft.doubt("D303", start + date.start, f"the date is written wrongly: {date.problem}", "check @when")
