"""The lines of a cover: which may stand on one, and what each is (TEI 4.2, 4.5 and 4.6)."""

from __future__ import annotations

from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.conventions import BYLINE, GENRE, INSTITUTION
from diple.recognisers.frame.lines import Line, is_capitals, is_prose, label_in
from diple.recognisers.frame.placelines import may_be_place
from diple.recognisers.frame.tokens import dateline_of
from diple.recognisers.participants.contents import names_only

_LONGEST, LONGEST_TITLED = 160, 600
"""The most characters of a line of a cover, and of one in which each word has a capital."""
_ENOUGH = 2
"""The lines with leaders that make a table of contents, and those of members that make a roster."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may(?! \d)|must|do|does|did|"
    r"I(?=\s[a-z])|we|he|she|they|you|it|this|that|met|convened|rose|began|said|asked|"
    r"[Rr]ecalled|[Ss]worn|[Ee]xamined|[Rr]esumed|[Aa]ttended|[Pp]resent)\b"
)
"""Words of sentences, which lines of a cover have none of."""
_IMPRINT = re.compile(
    r"\bNos?\. ?\d|https?:|www\.|^\d{2,3}[-–]\d{3}|\b[Pp]rinted for\b|\bFor sale by\b|\bAvailable (?:via|from|at)\b|"
    r"(?i:government (?:printing|publishing) office)|\b[A-Z]{4,} ?: ?(?:18|19|20)\d\d\b|[©Ⓒ]|\bCopyright\b|"
    r"\bDocuments?\b.{0,40}\bOffice\b|^(?:[SHJ]\. ?){1,2}(?:Hrg|Rept|Doc|Res|Prt)\. ?(?:No\. ?)?\d|^Serial No\b"
)
"""What is of the imprint of a title page, and not of its title."""
_LITTLE = frozenset(
    "a an and as at before between by for from in of on or the to under upon with v. v vs. vs de la le du des et der "
    "die das und von vom zu".split()
)
_STOP = re.compile(r"[.!?:;]$")
_ITEM = re.compile(r"(?:\(?\d{1,3}[.)]|[-–—•·*]|\(?[a-z][.)])\s")
_SESSION = re.compile(
    r"\d{1,4}\. (?:\w+ )?(?:[\w-]*sitzung|tagung|wahlperiode|sesja|posiedzenie|schůze|ülés)\b[^.!?]{0,40}", re.I
)
"""The number of a session, which is no item of a list: "80. Sitzung"."""
_LEADERS = re.compile(r"(?:\.{3,}|(?:\. ){3,}|…{2,})\s*[\w-]{0,9}$")
"""The dots and the page at the end of a line of contents."""
_CONTENTS = re.compile(r"(?:table of )?contents|c ?o ?n ?t ?e ?n ?t ?s|i ?n ?d ?e ?x", re.I)
_LONGEST_ENTRY = 110
_SAYS = re.compile(r"^(?:Q|A)[:.] |^[A-Z]{2,}: (?=[A-Z])|\b(?:I|we) (?:am|was|were|have|had)\b")
"""How turns begin, which no entry of contents is."""
_LONGEST_HEADING = 60
_LONGEST_PLACE = 3
"""The most words of a place alone on its line."""
_HOUR = re.compile(r"\d{1,2}[:.]\d\d ?[AaPp]\.? ?[Mm]\.?(?: [A-Z]{2,4})?(?: \([A-Za-z ]+\))?")
"""When a briefing began, alone on its line: "1:43 P.M. EST"."""
LEFT = "left"
"""The kind of a line that others read."""
_BRACKETED = re.compile(r"\([^()]{3,120}\)|\[[^\[\]]{3,120}\]")
_HOLDER = re.compile(
    r"\((?:The )?(?:Mrs?|Miss|Ms|Dr|Sir|Lord|Lady|Captain|Colonel|General|Viscount|Earl|M|Mme)\b[^()]+\)"
)
"""Who holds the office that is named before, as labels of turns have it."""
WEAK = frozenset({"title", "byline"})
"""Kinds of lines that may as well be persons who took part, where a label says who did what."""
_PLACE = re.compile(r"(?!.*\b(?i:jr|sr)\.?$)[A-Z][\w’'.]+(?: [A-Z][\w’'.]+){0,3}, ?(?:[A-Z][\w’'.]*\.? ?){1,3}")
"""A place as covers have it: "Chevy Chase, Maryland", "Washington, D. C."."""
_BY = re.compile(r"(?:(?:interviewed|conducted|recorded|edited|reported|transcribed) )?by:? (?=[A-Z])(?!the\b)", re.I)
_STATE = re.compile(r"\b(?:[A-Z]\. ?[A-Z]|[A-Z]{2})\.$")
_MEMBER = re.compile(
    r"(?!.*\b(?:OF|THE|AND|ON|FOR)\b.*?,)[A-ZÀ-Þ](?:[A-ZÀ-Þ.’'()`\-, ]|(?<=M)c|(?<=L)a|(?<=D)e){4,45},"
    r"(?: (?:JR|SR|III|II|Jr|Sr)\.?,)? [A-Z][a-z]+"
)
"""A member of a committee, and for what state: "ANNA LIE, Orland, Chairman"."""
_CONNECTIVE = re.compile(
    r"(?:before|of|to|on|and|by|with|for|between|against|versus|vs?\.?|in the matter of)(?: the| an?)?|(?:the|and) ?",
    re.I,
)
"""What stands alone on a line of a title page, between the body and its matter."""
_BEFORE = re.compile(r"before (?:the|an?)", re.I)


class Of(NamedTuple):
    """A line of a cover and what it is."""

    line: Line
    kind: str


def lined(draft: Draft, block: Block) -> list[Line]:
    """Return the lines of a block as the source has them, those over which a sentence may run included."""
    lines = []
    for match in re.finditer(r"[^\n]+", draft.lined[block.start : block.end]):
        raw = match[0]
        start = block.start + match.start() + len(raw) - len(raw.lstrip())
        end = block.start + match.end() - len(raw) + len(raw.rstrip())
        text = draft.words(start, end) if start < end else ""
        if text:
            lines.append(Line(block, start, end, text))
    return lines


def joins_title(text: str) -> bool:
    """Tell whether a line is nothing but a word that joins the parts of a title page: "of the"."""
    return _CONNECTIVE.fullmatch(text) is not None


def opens_matter(text: str) -> bool:
    """Tell whether a line is "before the", which only title pages have alone."""
    return _BEFORE.fullmatch(text) is not None


def kinds_of(draft: Draft, lines: list[Line], *, is_page: bool, above: str = "") -> list[Of]:
    """Return the lines of a block with their kinds if they are nothing but lines of a cover, else none.

    ``is_page`` says that the block stands on a title page, where members of a committee are no persons present;
    ``above`` is the line above the block.
    """
    texts = [line.text for line in lines]
    if len(texts) == 1 and _is_place_of_sitting(texts[0], above):
        return [Of(lines[0], "dateline")]
    if _is_seat(texts):
        return [Of(line, "seat") for line in lines]
    last = max((number for number, text in enumerate(texts) if _LEADERS.search(text)), default=-1)
    has_contents = sum(_LEADERS.search(text) is not None for text in texts) >= _ENOUGH
    has_members = is_page and sum(_MEMBER.match(text) is not None for text in texts) >= _ENOUGH
    listed = {number for number in range(len(texts)) if (has_contents and number <= last) or
              (has_members and _MEMBER.match(texts[number]))}  # fmt: skip
    if has_members and listed:
        listed |= set(range(min(listed), max(listed)))
    sold = _notice_of_sale(texts) if is_page else set()
    left = {number for number, line in enumerate(lines) if _is_left(draft, line)} - listed - sold
    if len(left) == len(lines) or not all(
        number in listed | left | sold or may_stand(text) for number, text in enumerate(texts)
    ):
        return []
    found: list[Of] = []
    for number, line in enumerate(lines):
        before = found[-1].kind if found else ""
        kind = "contents" if number in listed else LEFT if number in left else "imprint" if number in sold else ""
        kind = kind or _kind(texts, number, before)
        found.append(Of(line, kind))
    names = [one.line.text for one in found if one.kind in WEAK and not one.line.text.isupper()]
    if not names or not all(_is_person(draft, text) for text in names):
        return found
    return [one._replace(kind="imprint") if one.kind in WEAK else one for one in found] if is_page else []


def _notice_of_sale(texts: list[str]) -> set[int]:
    """Return the lines that say who sells a print, to the one with the number of the place or with its office."""
    first = next((number for number, text in enumerate(texts) if FOR_SALE.match(text)), len(texts))
    ends = [number for number in range(first, len(texts)) if OF_PLACE.search(texts[number])]
    return set(range(first, ends[-1] + 1)) if ends else set()


FOR_SALE = re.compile(r"\b(?:For sale by|Available (?:via|from|for sale))\b", re.I)
"""How the notice begins that says who sells a print, on the cover of it."""
OF_PLACE = re.compile(r"\b\d{5}(?:-\d{4})?\.?$|\bISBN [\d-]+")
"""How it ends: with the number of a place."""


def _is_left(draft: Draft, line: Line) -> bool:
    """Tell whether a line between those of a cover is for others to read: a short field, a remark in brackets."""
    if _BRACKETED.fullmatch(draft.text, line.start, line.end):
        return True
    is_field = bool(label_in(line.text)) and not is_imprint(line.text) and line.text[-1] != ":"
    return is_field and len(line.text) <= _LONGEST and not _VERB.search(line.text)


def heads_contents(text: str) -> bool:
    """Tell whether a line is the head of a table of contents."""
    return _CONTENTS.fullmatch(text) is not None


def entries_of(lines: list[Line]) -> list[Of]:
    """Return the lines of a block below the head of contents as its entries, none if they read as sentences."""
    texts = [line.text for line in lines]
    are_short = all(len(text) <= _LONGEST_ENTRY and text[-1] not in ".!?;" for text in texts)
    return [Of(line, "contents") for line in lines] if are_short and not any(map(_SAYS.search, texts)) else []


def _is_place_of_sitting(text: str, above: str) -> bool:
    """Tell whether a line is the place of a sitting, right below its day and hour."""
    found = dateline_of(above) if above else None
    is_dated = found is not None and found.time != (0, 0) and found.place == (0, 0)
    return is_dated and len(text.split()) <= _LONGEST_PLACE and may_be_place(text) and not INSTITUTION.search(text)


def may_stand(text: str) -> bool:
    """Tell whether a line may be of a cover: no sentence, no item, no field; with a full stop only if all are names."""
    if _STOP.search(text) and (day := dateline_of(text)) and day.time[1] >= len(text) - 1:
        return True
    if _VERB.search(text) or (_ITEM.match(text) and not _SESSION.fullmatch(text)) or _HOLDER.search(text):
        return False
    if label_in(text) and not is_imprint(text) and not (text[-1] == ":" and is_capitals(text)):
        return False
    if _STOP.search(text) and not is_imprint(text):
        return text[-1] in ".:" and len(text) <= LONGEST_TITLED and _is_titled(text)
    return len(text) <= _LONGEST and not is_prose(text)


def is_imprint(text: str) -> bool:
    """Tell whether a line says who printed a record, under which number, and where it is had."""
    return _IMPRINT.search(text) is not None


_RECORD = re.compile(
    r"\b(?:interview|transcript|project|program(?:me)?|collection|volume|part|history|library|archives?|session)\b",
    re.I,
)


def names_record(text: str) -> bool:
    """Tell whether a line names a record, or whose collection it is of."""
    return _RECORD.search(text) is not None


def _is_person(draft: Draft, text: str) -> bool:
    """Tell whether a line may be somebody who was there, with or without an office."""
    words = text.split()
    is_named = len(words) > 1 and words[-1] not in _LITTLE and not re.search(r"\d", text)
    return is_named and not INSTITUTION.search(text) and not names_record(text) and names_only(draft, text)


def _is_titled(text: str) -> bool:
    """Tell whether each word has a capital but for the little ones between."""
    words = re.findall(r"[^\W\d_][\w’']*", text)
    return bool(words) and all(word[0].isupper() or word in _LITTLE for word in words)


def _is_seat(texts: list[str]) -> bool:
    """Tell whether lines are a body and its seat: "United States Senate, Committee on Pilots, Washington, D. C."."""
    text = " ".join(texts)
    is_body = INSTITUTION.search(text) or re.match(r"(?:U\. ?S\. |United States )?(?:House|Senate)\b", text)
    is_named = bool(is_body) and not label_in(text) and text[-1] in ",." and ("," in text or len(texts) > 1)
    return is_named and _is_titled(text) and len(text) <= 2 * _LONGEST and not any(map(dateline_of, texts))


def _kind(texts: list[str], number: int, before: str) -> str:
    """Return what a line of a cover is, by its words, those of its neighbours, and the kind of the one before it."""
    text = texts[number]
    if dateline_of(text) and not GENRE.match(text):
        return "dateline"
    beside = texts[max(0, number - 1) : number] + texts[number + 1 : number + 2]
    if _PLACE.fullmatch(text) and (any(dateline_of(other) for other in beside) or _STATE.search(text)):
        return "dateline"
    if BYLINE.fullmatch(text) or _BY.match(text):
        return "credit"
    if text[-1] == "." and not is_capitals(text):
        return "byline" if re.search(r"[,;\d]", text) or len(text) > _LONGEST_HEADING else "title"
    if _HOUR.fullmatch(text):
        return "hour"
    if is_imprint(text) or (before == "imprint" and not is_capitals(text)):
        return "imprint"
    return "title" if _is_titled(text) or is_capitals(text) or joins_title(text) else "imprint"
