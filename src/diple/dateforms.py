"""What the parts of a written date stand for: the makers of ISO values from words and figures (TEI 13.4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from rapidfuzz.distance import OSA

from diple.model import Attrs

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
          "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
          "nineteenth")  # fmt: skip
ORDINALS = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], 1)},
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
}
CARDINALS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 1)
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
PARTS = {
    "beginning": (1, 3), "start": (1, 3), "early": (1, 4), "first half": (1, 6), "middle": (5, 8), "mid": (5, 8),
    "second half": (7, 12), "late": (9, 12), "end": (10, 12), "close": (11, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
}  # fmt: skip
"""Parts of a year in months; rough, so that dates read from them are never of high certainty."""


class DateMatch(NamedTuple):
    """A date found from ``start`` to ``end`` (characters of the text searched), with TEI's attributes for it.

    Either ``when`` or ``since``/``until`` (``@from``/``@to``) or ``not_before``/``not_after`` are given.
    ``precision`` is ``day``, ``month``, ``year``, ``day-month`` (the year is not said) or ``range``.
    ``problem`` says in words what is wrong with it as written, such as a misspelt month; ``cert`` is then low.
    """

    start: int
    end: int
    when: str = ""
    since: str = ""
    until: str = ""
    not_before: str = ""
    not_after: str = ""
    cert: str = ""
    precision: str = "day"
    problem: str = ""

    @property
    def attrs(self) -> Attrs:
        """The attributes of the TEI ``date`` element, ``@cert`` among them where it is not certain."""
        pairs = (("when", self.when), ("from", self.since), ("to", self.until), ("notBefore", self.not_before),
                 ("notAfter", self.not_after), ("cert", self.cert))  # fmt: skip
        return {name: value for name, value in pairs if value}


Maker = Callable[[re.Match[str], int | None], DateMatch | None]
"""Makes the date of a match, given the year to take where none is written; None if it is no date after all."""


_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


MONTHS_ELSEWHERE = {
    name: number
    for names in (
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
        "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
        "január február március április május június július augusztus szeptember október november december",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
        "marraskuuta joulukuuta",
        "януари февруари март април май юни юли август септември октомври ноември декември",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "jänner feber maerz avril mai juin juillet aout setiembre octobre novembre decembre",
        "jän febr mrz apr mai jun jul aug sept okt nov dez",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januar februar marts april maj juni juli augusti september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    )
    for number, name in enumerate(names.split(), 1)
}
"""Months in the languages of Europe that letters and dispatches are written in besides English."""


def month_number(word: str) -> int:
    """Return the number of a month by its name or abbreviation, 0 if it is none."""
    return MONTHS_ELSEWHERE.get(word.lower()) or _MONTH_NUMBERS.get(word[:3].lower(), 0)


def _iso(year: int, month: int, day: int) -> str:
    """Return the ISO date, or nothing if there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _single(
    match: re.Match[str], year: int, month: int, day: int, cert: str = "", problem: str = ""
) -> DateMatch | None:
    start, end = match.span()
    if value := _iso(year, month, day):
        return DateMatch(start, end, value, cert=cert, problem=problem)
    if not 1 <= month <= 12 or not 28 < day <= 31:
        return None
    wrong = f"there is no day {day} in this month"
    return DateMatch(start, end, f"{year:04}-{month:02}", cert="low", precision="month", problem=wrong)


def day_month_year(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "4 May 1962"."""
    return _single(match, int(match[3]), month_number(match[2]), int(match[1]))


def month_day_year(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "May 4, 1962"."""
    return _single(match, int(match[3]), month_number(match[1]), int(match[2]))


def _misspelt(word: str) -> int:
    """Return the month that a misspelt word most likely names, 0 if none is near enough."""
    if not word[0].isupper():
        return 0
    lower = word.lower()
    near = [(OSA.distance(lower, name, score_cutoff=2), number) for number, name in enumerate(MONTHS, 1)
            if name[0] == lower[0]]  # fmt: skip
    distance, number = min(near, default=(9, 0))
    return number if distance <= (2 if len(lower) > 5 else 1) else 0


def misspelt_dmy(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "4 Mya 1962", its month misspelt."""
    month = _misspelt(match[2])
    return _single(match, int(match[3]), month, int(match[1]), "low", f"“{match[2]}” is no month") if month else None


def misspelt_mdy(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "Mya 4, 1962", its month misspelt."""
    month = _misspelt(match[1])
    return _single(match, int(match[3]), month, int(match[2]), "low", f"“{match[1]}” is no month") if month else None


def iso_date(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "1962-05-04"."""
    return _single(match, int(match[1]), int(match[2]), int(match[3]))


def numeric(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Read day, month, year in figures; the order is day first unless the figures forbid it."""
    first, second, year = int(match[1]), match[3], full_year(match[4])
    cert = "" if len(match[4]) == 4 else "medium"
    if not second.isdigit():
        return _single(match, year, ROMAN.index(second.lower()) + 1, first, cert)
    if int(second) > 12:
        return _single(match, year, first, int(second), cert)
    ambiguous = match[2] == "/" and first <= 12 and first != int(second)
    return _single(match, year, int(second), first, "low" if ambiguous else cert)


def full_year(figures: str) -> int:
    """Return the year of four figures, or of the two last ones of the twentieth century."""
    return int(figures) if len(figures) == 4 else 1900 + int(figures)


_AND = re.compile(r"\sand\s", re.I)
"""Joins the ends of a span only after "between": "5 and 7 July" are two days."""


def _range(match: re.Match[str], first: str, last: str, cert: str = "") -> DateMatch | None:
    is_between = match[0][:7].lower() == "between"
    if not first or not last or last < first or (_AND.search(match[0]) and not is_between):
        return None
    if is_between and len(first) > 4:
        return DateMatch(*match.span(), not_before=first, not_after=last, cert=cert, precision="range")
    return DateMatch(*match.span(), since=first, until=last, cert=cert, precision="range")


def days(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span of "4-7 May 1962"."""
    year, month = int(match[4]), month_number(match[3])
    return _range(match, _iso(year, month, int(match[1])), _iso(year, month, int(match[2])))


def days_after_month(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span of "May 4-7, 1962"."""
    year, month = int(match[4]), month_number(match[1])
    return _range(match, _iso(year, month, int(match[2])), _iso(year, month, int(match[3])))


def day_to_day(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span of "30 May – 2 June 1962"."""
    year = int(match[6])
    first_year = int(match[3]) if match[3] else year
    return _range(
        match,
        _iso(first_year, month_number(match[2]), int(match[1])),
        _iso(year, month_number(match[5]), int(match[4])),
    )


def day_to_day_american(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span of "May 30 – June 2, 1962"."""
    year = int(match[6])
    first_year = int(match[3]) if match[3] else year
    return _range(
        match,
        _iso(first_year, month_number(match[1]), int(match[2])),
        _iso(year, month_number(match[4]), int(match[5])),
    )


def months(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span of "May to July 1962"."""
    year = int(match[4])
    first_year = int(match[2]) if match[2] else year
    return _range(match, f"{first_year}-{month_number(match[1]):02}", f"{year}-{month_number(match[3]):02}")


def part_of_year(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span within which "the end of 1962" lies."""
    first, last = PARTS[match[1].lower().rstrip("-")]
    year = int(match[2])
    return DateMatch(*match.span(), not_before=f"{year}-{first:02}", not_after=f"{year}-{last:02}", cert="medium",
                     precision="range")  # fmt: skip


def month_year(match: re.Match[str], _: int | None) -> DateMatch:
    """Make the month of "May 1962"."""
    return DateMatch(*match.span(), f"{match[2]}-{month_number(match[1]):02}", precision="month")


def years(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the span of "1961-62" or "from 1961 to 1962"."""
    first, last = match[1], match[2]
    last = last if len(last) == 4 else first[:2] + last
    return _range(match, first, last) if int(last) - int(first) <= 150 and first != last else None


def decade(match: re.Match[str], _: int | None) -> DateMatch:
    """Make the span of "the 1960s"."""
    decade = match[1][:3]
    return DateMatch(*match.span(), not_before=f"{decade}0", not_after=f"{decade}9", precision="range")


def in_words(match: re.Match[str], _: int | None) -> DateMatch | None:
    """Make the date of "the fourth of May nineteen hundred and sixty-two"."""
    day = ORDINALS[re.sub(r"\s", "-", match[1].lower())]
    year = int(match[3]) if match[3] else _year_in_words(match[4])
    return _single(match, year, month_number(match[2]), day) if year else None


def _year_in_words(words: str) -> int:
    """Return the year that number words say ("nineteen hundred and sixty-two"), 0 if they say none."""
    total, current = 0, 0
    for word in re.split(r"[-\s]+", words.lower()):
        match word:
            case "and":
                continue
            case "thousand":
                total, current = total + current * 1000, 0
            case "hundred":
                total, current = total + current * 100, 0
            case _ if word in TENS and 9 < current < 21:
                total, current = current * 100, TENS[word]
            case _:
                current += TENS.get(word) or CARDINALS[word]
    year = total + current
    return year if 1000 <= year <= 2099 else 0


def day_month(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    """Make the day of "4 May"."""
    return _yearless(match, match[2], int(match[1]), default_year)


def month_day(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    """Make the day of "May 4"."""
    return _yearless(match, match[1], int(match[2]), default_year)


def _yearless(match: re.Match[str], word: str, day: int, default_year: int | None) -> DateMatch | None:
    value = _day_in_year(word, day, default_year)
    cert = "medium" if default_year else ""
    return DateMatch(*match.span(), value, cert=cert, precision="day-month") if value else None


def _day_in_year(word: str, day: int, default_year: int | None) -> str:
    """Return a day of the year given, or of no stated year (``--MM-DD``); nothing where there is no such day."""
    if not word[0].isupper() or len(word.rstrip(".")) < 3:
        return ""
    month = month_number(word)
    if default_year is not None:
        return _iso(default_year, month, day)
    return f"--{month:02}-{day:02}" if _iso(2000, month, day) else ""


def yearless_days(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    """Make the span of "4-7 May"."""
    return _yearless_range(match, (match[3], int(match[1])), (match[3], int(match[2])), default_year)


def yearless_days_after_month(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    """Make the span of "May 4-7"."""
    return _yearless_range(match, (match[1], int(match[2])), (match[1], int(match[3])), default_year)


def yearless_day_to_day(match: re.Match[str], default_year: int | None) -> DateMatch | None:
    """Make the span of "30 May – 2 June"."""
    return _yearless_range(match, (match[2], int(match[1])), (match[4], int(match[3])), default_year)


def _yearless_range(
    match: re.Match[str], first: tuple[str, int], last: tuple[str, int], default_year: int | None
) -> DateMatch | None:
    first_day, last_day = (_day_in_year(*day, default_year) for day in (first, last))
    dated = _range(match, first_day, last_day, "medium" if default_year else "")
    return dated._replace(precision="day-month") if dated else None


def year(match: re.Match[str], _: int | None) -> DateMatch:
    """Make the year of "in 1962"."""
    return DateMatch(*match.span(1), match[1], precision="year")
