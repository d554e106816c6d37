"""The place of writing on a line of its own, above its date (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import GENRE, INSTITUTION, OFFICE, SALUTATION
from diple.recognisers.frame.lines import is_capitals
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_SMALL = frozenset("of the at in and du de des la le les am der den near on below above before off upon".split())
_LONGEST = 60
BENCH = re.compile(r"before,? (?:the |his |her )?(?:hon|rt|right|mr|dr|sir|lord|lady|judge|justice|magistrate)\b", re.I)
"""How a line begins that names who sat in court."""
_CAMP = re.compile(
    r"(?:(?:In )?Camp|Head ?[Qq]uarters|H(?:d|ead)\.? ?Q(?:rs|uarters)|Fort|On [Bb]oard|H\. ?M\. ?S\.|Port)\b"
)
"""How places of writing begin that armies and ships are at."""


_MOST_WORDS = 3
"""The words of a place in capitals without a comma; more are a title."""


def may_be_place(text: str) -> bool:
    """Tell whether a line may be the place of writing: names with capitals, no body, no office, no kind of document."""
    bare = text.strip("[]() ").replace(" |", ",")
    words = [word for word in re.findall(r"[^\W\d_]+", bare) if word not in _SMALL]
    is_named = 0 < len(words) <= 8 and all(word[0].isupper() for word in words) and len(bare) <= _LONGEST
    is_other = GENRE.match(bare) or OFFICE.search(bare) or re.search(r"[:;!?/“”\"]", bare) or tokens_of(bare)
    if BENCH.match(bare):
        return False
    return is_named and bare[:1].isalnum() and not is_other


def is_place_above_date(text: str, following: list[str], *, below_letterhead: bool = False) -> bool:
    """Tell whether a line is the place of the date on the next: alone a date, with a salutation near below it.

    Without a salutation a comma has to show that it is a place ("Baltimore, Md."), or a word for one, or a letterhead
    above it. Over the salutation another line or two of the place may stand between.
    """
    between = next((number for number, words in enumerate(following[:_MOST_LINES]) if _is_bare_date(words)), None)
    if between is None or not all(map(may_be_place, [text, *following[:between]])):
        return False
    if any(SALUTATION.fullmatch(words) for words in following[between + 1 : between + 2]):
        is_title = is_capitals(text) and (
            INSTITUTION.search(text) or ("," not in text and len(text.split()) > _MOST_WORDS)
        )
        return not is_title
    if between:
        return False
    if below_letterhead and len(text.split()) <= 3 and not INSTITUTION.search(text):
        return True
    return not INSTITUTION.search(text) and not is_capitals(text) and ("," in text or _CAMP.match(text) is not None)


DAY_ALONE = re.compile(
    r"(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?:,? (?:the )?(?:night|morning|evening|afternoon|noon|midnight|"
    r"\d{1,2}(?:st|nd|rd|th)))?|Christmas (?:Day|Eve)|New Year[’']s (?:Day|Eve)|Easter (?:Day|Sunday|Monday)|"
    r"Good Friday|Whit ?[Ss]unday)[.,]?"
)
"""The day of a letter that has no date: "Tuesday night", "Christmas Eve"."""


def _is_bare_date(text: str) -> bool:
    if DAY_ALONE.fullmatch(text):
        return True
    found = dateline_of(text)
    if found is not None:
        return found.place == (0, 0) and found.date.precision in {"day", "day-month"}
    return any(token.date and token.date.precision == "day" for token in tokens_of(text))


_MOST_LINES = 3
"""The lines below a place, in number, of which one has to be the date."""
