"""Datelines: a line that is place and date, as letters, telegrams and minutes have them (TEI 4.2.2)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.datewords import DateMatch, find_dates, find_qualified_dates, parse_date
from diple.draft import Draft
from diple.recognisers.frame.conventions import GENRE, INSTITUTION, OFFICE

_NAME = r"(?:[dlDL][’'])?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w’'.\-]*"
_BETWEEN = (
    r"(?:of|the|am|on|de|la|le|les|du|des|del|da|do|upon|an|near|at|der|den|bei|zu|below|above|before|outside|"
    r"opposite|off|sur|en)"
)
_WORDS = rf"{_NAME}(?:[ \xa0](?:{_BETWEEN}[ \xa0]){{0,3}}{_NAME}){{0,5}}"
_PLACE = (
    r"(?P<place>(?:[Oo]n board (?:of )?(?:(?:the|a) (?:[a-z]+ ){0,2})?|"
    r"(?:[Ii]n )?[Cc]amp,? (?:(?:near|at|below|above|before|on|in) )?(?:the )?|"
    r"\d{1,3},? (?=[A-Z][\w’']*,? (?:Street|Square|Road|Avenue|Place|Gardens|Terrace)))?"
    rf"\[?(?:[Tt]he )?{_WORDS}\]?"
    r"(?: (?:ferry|camp|inn|tavern|mills?|pass|ford|bridge|landing|creek|river|point|farm|"
    r"residence|sanatorium|palace|hotel|villa|dacha|castle|house|building|airport|station|embassy|port))?"
    rf"(?:,\s+(?:(?:near|off|at|on|in|à|the) ){{0,2}}(?:{_WORDS}|sea)){{0,3}})"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?\s?m\.?|hours|hrs|h))?|\d{1,2}\s?[ap]\.?\s?m\.?"
_HOUR = (
    r"(?:[0-2]\d[0-5]\d\s?(?:Z|GMT|hours|hrs\.?|h)(?!\w)|\d{1,2}(?:[:.,]\d\d)?\s?(?:[ap]\.?\s?m\.?|[AP]\.?\s?M\.?|hours|hrs|"
    r"h(?:\.? ?\d\d)?|o[’']clock|Uhr)?|noon|midnight)"
)
"""An hour as datelines have it: "3:15 p.m.", "1545Z", "1620 hours", "20 h. 15", "noon"."""
HOUR_ALONE = re.compile(
    r"(?P<time>[0-2]\d[0-5]\d\s?(?:Z|GMT|hours|hrs)|\d{1,2}(?:[:.]\d\d)?\.?\s?[APap]\.?\s?[Mm]\.?|\d{1,2}:\d\d)\.?"
)
"""An hour on the line below its date."""
_ZONE = r"(?:\s\(?(?:[A-Z]{2,4}|local time)\)?)?"
_BEFORE_DATE = re.compile(
    r"(?:(?i:from)\s+(?=[A-ZÀ-Ž][a-zà-ž][^,\n:]{0,40}?(?:,|\bon\b)))?"
    r"(?:(?:à|[Aa]t)\s+(?=[A-ZÀ-Ž][a-zà-ž]))?"
    rf"(?:(?i:(?P<time>{_CLOCK}))[,.]?\s+(?:on\s+)?)?"
    rf"(?:\d{{1,4}}(?:st|nd|rd|th) (?:[a-z]+ )?meeting,? |"
    rf"(?:[A-Z]{{1,5}} )?[A-Z\d]*[\dIVX][/-][A-Z\d/-]*\d[A-Z\d/-]* )?"
    rf"(?:(?i:done|signed|given|written|drawn up|adopted|concluded|held|convened|opened)(?:\s+in (?:duplicate|"
    rf"triplicate|quadruplicate|\w+ (?:copies|originals)),?)?\s+(?:at|in)\s+)?(?:(?i:city|"
    rf"town) of )?(?:{_PLACE}\s*[,.–—-]?\s*)?_?"
    r"(?i:(?:dated?|on|this|the|ye|le|ce|lì|li|den|dne|dnia|am|el|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[\s,.:]*"
    r"(?:(?:the|evening|morning|afternoon|forenoon|night|noon)[\s,]+)?){0,3}",
)
_AFTER_DATE = re.compile(
    r"[\s,.)/_–—-]*(?:(?:г(?:\.|ода)?|r\.|roku)(?!\w)[\s,.]*)?"
    r"(?:(?:in the\s)?(?i:morning|forenoon|afternoon|evening|night)[\s,.)]*)?"
    r"(?:\s?(?:of\s?)?this year[\s.,]*)?"
    rf"(?:(?:at\s|about\s|c\.\s?|ca\.\s|um\s|gegen\s|à\s|(?:alle )?ore\s)?"
    rf"(?P<time>{_HOUR}(?:\s?(?:[-–—]|to|until)\s?{_HOUR})?{_ZONE})(?=[\s,.]|$))?[\s,.]*(?:"
    + _PLACE
    + r"|in (?:two|three|four|five|six|duplicate|triplicate|a single|one)\b[^.]{0,90}|"
    r"(?:the )?[“\"][^”\"]{3,30}[”\"] [a-z]{4,12})?[\s.,]*",
)
_RELEASED = re.compile(
    r"\W?(?:declassified|downgraded|released|sanitized|reviewed|approved|revised|copied|opened|"
    r"received|rec[’']?d|index|eingegangen|angekommen|reçue?s?|recibid[oa]s?|ricevut[oaie]|получено)\b",
    re.I,
)
_NO_PLACE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|dated?|on|the|no|nº)\.?|"
    r"(?:to )?(?:comrade|cde|mr|com)\b.*|"
    r"(?-i:[A-Z](?: [A-Z]){0,3})",
    re.I,
)
"""What may stand before a date and is no place: a weekday, "on", the letters of precedence in a cable."""


class Dateline(NamedTuple):
    """A line that is date and place: the date, and where place and time stand in the line (empty if they do not)."""

    date: DateMatch
    place: tuple[int, int]
    time: tuple[int, int]


_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,4}[A-Z]?")


def dateline_of(text: str) -> Dateline | None:
    """Return what a dateline says ("Pyongyang, 9 June 1969"; "May 4, 1961, 11 a.m."), or None if the line is none."""
    if len(text) > 120 or not _MAY_BE_DATED.search(text):
        return None
    text = _BAR.sub(lambda bar: ", ".ljust(len(bar[0])) if bar[1] is None else bar[0].replace("|", " "), text)
    text = _REMARK.sub("", _RECEIVED.sub("", text))
    text = _BLANK_DAY.sub(lambda blank: " " * len(blank[0]), text)
    text = _DAY_AND_DASH.sub(r"\1.\2.\3", text)
    if both := _TWO_CALENDARS.fullmatch(text):
        return _of_two_calendars(both)
    dates = [date for date in find_qualified_dates(text) if date.precision != "year"]
    if undated := _UNDATED.fullmatch(text):
        return Dateline(DateMatch(undated.end("place"), undated.end("place")), undated.span("place"), (0, 0))
    date = dates[0] if len(dates) == 1 else _two_days(text, dates) if dates else _whole(text) or _year_after_place(text)
    if date is None or _RELEASED.match(text):
        return None
    date = _with_short_year(text, date)
    before = _BEFORE_DATE.fullmatch(text, 1 if text.startswith("(") else 0, date.start)
    after = _AFTER_DATE.fullmatch(text, date.end)
    if before is None or after is None:
        return None
    place = before.span("place") if before["place"] else after.span("place") if after["place"] else (0, 0)
    words = text[slice(*place)]
    if (
        _INITIALS.fullmatch(words.strip())
        or _OF_PERSON.match(text)
        or GENRE.match(words)
        or _is_office(words)
        or _MEETS.fullmatch(words)
        or (date.precision == "month" and _LISTS.match(words))
    ):
        return None
    if place != (0, 0) and (
        _NO_PLACE.fullmatch(text[slice(*place)]) or (date.precision == "range" and not before["place"])
    ):
        place = (0, 0)
    if weekday := _WEEKDAY_BEHIND.search(text, *place):
        place = (place[0], weekday.start())
    clock = next((found.span("time") for found in (before, after) if found["time"]), (0, 0))
    return Dateline(date, _trim(text, place), clock)


_BAR = re.compile(r"(?P<stop>,)?\s?\|\s?")
"""A bar that an edition has for a line end in a dateline: "Lenka | 3 Feb. 1849"."""
_OF_PERSON = re.compile(
    r"(?:From|To) (?:(?:[A-Z]\. ?){1,3}[A-Z]|"
    r"(?:Mr|Mrs|Miss|Dr|Sir|Lord|Lady|Capt|Col|Gen|Rev|Prof|Comrade|Cde)\b\.? [A-Z])"
)
"""From or to whom a letter is, which with its day is a title: "From J. R. Lund 14 June 1861"."""
_MEETS = re.compile(
    r"(?:[\w’'-]+ )*(?:Council|Committee|Commission|Conference|Congress|Assembly|Board|Court|Cabinet)(?: of [^,]*)?"
)
"""A body that meets, which with the day is a title: "Council of the Harbour, 4 June 1951"."""
_LISTS = re.compile(r"(?!STATES|ISLES)[A-Z]{3,}S (?:OF|FOR|FROM|AND) [A-Z]")
"""What a table holds, which with its month is a caption: "PRICES OF SALT, LENKA, MAY 1951"."""
_REMARK = re.compile(r"\s?\(\d{1,2}\)$|\s\((?:or|sic|so|the|see|as|date|recte|i\. ?e\.|probably)\b[^()]{2,60}\)\.?$")
"""What an editor or clerk remarks on a date, in parentheses behind it."""
_BLANK_DAY = re.compile(r"(?<=\s)(?:\.{2,6}|…|_{2,10}|[“\"«][\s_.…]{1,8}[”\"»])(?=\s[A-Za-zÀ-ž]{3,10} \d{4}\b)")
"""The day that a draft leaves open: "Lenka, ... April 1964"."""
_DAY_AND_DASH = re.compile(r"\A(\d{1,2})/(\d{1,2}|[IVX]{1,4})-(\d\d)(?=\.?\Z)")
"""A date as telegrams have it, alone on its line: "13/5-50"."""
_TWO_CALENDARS = re.compile(
    r"(?:(?i:done|written|given|signed|dated|drawn up) (?:at|in) )?"
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


_SHORT_YEAR = re.compile(
    r"(?:[,.]?\s?[’'‘]|[,.]?\s|/)(?P<year>\d\d)(?![\d:]|\.\d|\s?(?:[AaPp]\.? ?[Mm]\b|o[’']clock|h(?:ou)?rs))"
)
"""The year by its last two figures behind day and month: "9 May 44", "Dec. 3/62", "May 3, ’62"."""
_LATEST_HOUR = 24


def _with_short_year(text: str, date: DateMatch) -> DateMatch:
    """Return a day with the year that two figures behind it say, taken for the twentieth century's; else the day.

    Figures that could be an hour are believed to be a year behind an apostrophe or stroke only.
    """
    match = _SHORT_YEAR.match(text, date.end) if date.precision == "day-month" else None
    if match is None or (int(match["year"]) <= _LATEST_HOUR and match[0][-3] == " "):
        return date
    when = f"19{match['year']}{date.when[1:]}"
    return date._replace(end=match.end(), when=when, cert="medium", precision="day")


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
_ARTICLE_BEHIND = re.compile(r"(?<=[^\W\d_]),?\s(?:Le|Ce|Den|The|On|Lì|Dated)$")
"""The article of the day, with a capital, behind a place: "Paris Le 3 Août 1790"."""
_MAY_BE_DATED = re.compile(r"\d|undated|no date|n\. ?d\.|hundred|thousand|nineteen|eighteen|twenty", re.I)
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$")
"""A place that ends with initials: "Washington, D.C."."""


def _trim(text: str, place: tuple[int, int]) -> tuple[int, int]:
    start, end = place
    if article := _ARTICLE_BEHIND.search(text, *place):
        end = article.start()
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
            attrs = _in_century(draft, found.date).attrs if tag == "date" else {}
            draft.span(clean.offsets[first], clean.offsets[last - 1] + 1, tag, attrs)
    break_bars(draft, start, end)
    doubt_problem(draft, clean.offsets[found.date.start] - found.date.start, found.date)
    return found


def break_bars(draft: Draft, start: int, end: int) -> None:
    """Make line beginnings of the bars that an edition has for line ends in a dateline."""
    for bar in re.finditer(r"[^\S\n]*\|[^\S\n]*", draft.text[start:end]):
        draft.sign(start + bar.start(), start + bar.end(), why="bar at a line end")
        draft.point(start + bar.end(), "lb", rank=5, after=False)


def _in_century(draft: Draft, date: DateMatch) -> DateMatch:
    """Return a day whose year has two figures in the century of the years in the text: "3 Sept. 70" may be of 1870."""
    if date.cert != "medium" or date.precision != "day" or not date.when.startswith("19"):
        return date
    centuries = {year[1] for year in _YEAR.finditer(draft.text)}
    return date if "19" in centuries or len(centuries) != 1 else date._replace(when=f"{centuries.pop()}{date.when[2:]}")


_YEAR = re.compile(r"(?<![\d.,/:-])(1[5-9]|20)\d\d(?![.,/:-]?\d)")


def doubt_problem(draft: Draft, start: int, date: DateMatch) -> None:
    """List a date that is written wrongly for review; ``start`` is the offset that its own are counted from."""
    if date.problem:
        draft.doubt("D303", start + date.start, f"the date is written wrongly: {date.problem}", "check @when")
