"""What the rules for heads and feet call a line whose kind was learned, if nothing in its words speaks against it."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.recognisers.frame.conventions import ENCLOSURE, FIELDS, HANDLED, INSTITUTION, OFFICE
from diple.recognisers.frame.headings import opens_turn
from diple.recognisers.frame.lines import Line, is_prose, label_in

_CERTAIN = 0.75
"""How likely a kind must be to count."""
_LONGEST = 150
"""The most characters of a line whose kind is believed without a rule."""
_ENDS_CALL = re.compile(r"[,:;!—–-]$|^(?!.*[.?]$)[^\d]{3,60}$")
"""How a salutation ends: with a sign, or without one and without figures."""
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)/]\s|[-–—•·*]\s|§")
_BRACKETS = frozenset("([{<")
_YEAR_FIRST = re.compile(r"\d{4}\b")
_MOST_BELOW = 10
"""The lines below one in which another is looked for that is plainly of a head."""
_PLAINLY = 0.9
_PLAIN, TEXT = frozenset({"dateline", "salute", "field"}), frozenset({"p", "speech", "item", "stage", "section"})
_PARTICLES = frozenset("de la le du des der den von van zu al bin ibn da dos di y e".split())
"""What a name has in small letters."""
_IN_HEAD = frozenset({"dateline", "date", "salute", "field", "opener", "head"})
_IN_FOOT = frozenset({"signed", "formula", "date", "dateline", "docket", "copy", "closer"})


def likely_of(draft: Draft, offset: int) -> tuple[str, float]:
    """Return the likely kind of the line that begins at an offset and how likely it is; nothing and 0 if none is."""
    place = draft.likely_at.get(offset)
    if place is None:
        return "", 0.0
    found = draft.likely[place[0]][place[1]]
    return found.kind, found.cert


def kind_in_head(draft: Draft, line: Line, least: float = _CERTAIN) -> str:
    """Return what a line of a head is by what was learned, in the words of the opener's rules, or nothing."""
    kind, cert = likely_of(draft, line.start)
    if kind not in _IN_HEAD or cert < least or len(line.text) > _LONGEST or is_prose(line.text):
        return ""
    if is_of_others(line.text) or draft.text[line.start] in _BRACKETS:
        return ""
    if kind in {"opener", "head"} and _is_sentence(line.text):
        return ""
    match kind:
        case "dateline" | "date":
            return "dateline" if _has_day(line.text) and not _YEAR_FIRST.match(line.text) else "loose"
        case "salute":
            return "salute" if _ENDS_CALL.search(line.text) else "loose"
        case "field":
            return "field" if label_in(line.text) in FIELDS else "loose"
        case "head":
            return "head"
    return "loose"


def kind_in_foot(draft: Draft, line: Line, least: float = _CERTAIN) -> str:
    """Return what a line of a foot is by what was learned, in the words of the foot's rules, or nothing."""
    kind, cert = likely_of(draft, line.start)
    if kind not in _IN_FOOT or cert < least or len(line.text) > _LONGEST or is_of_others(line.text):
        return ""
    if ENCLOSURE.fullmatch(line.text):
        return ""
    match kind:
        case "signed" if not any(map(str.isdigit, line.text)):
            return _kind_of_signer(line.text)
        case "date" | "dateline" | "signed":
            return "date" if _has_day(line.text) and not is_prose(line.text) else ""
        case "formula":
            return "" if is_prose(line.text) and not line.text.endswith(",") else "formula"
        case "docket" | "copy":
            return "docket"
    return "loose"


def is_likely_of_foot(draft: Draft, offset: int) -> bool:
    """Tell whether the line that begins at an offset closes a document, by what was learned."""
    kind, cert = likely_of(draft, offset)
    return kind in {"signed", "formula", "date"} and cert >= _PLAINLY


def is_likely_text(draft: Draft, offset: int) -> bool:
    """Tell whether what begins at an offset is of the text itself, by what was learned."""
    kind, cert = likely_of(draft, offset)
    return kind in TEXT and cert >= _CERTAIN


def goes_on_likely(draft: Draft, offset: int) -> bool:
    """Tell whether below a line, above the first text, stands one that is plainly of a head by what was learned."""
    document, place = draft.likely_at.get(offset, (0, 0))
    below = draft.likely[document][place + 1 : place + 1 + _MOST_BELOW] if offset in draft.likely_at else []
    for one in below:
        if one.kind in _PLAIN and one.cert >= _PLAINLY:
            return True
        if one.kind in TEXT or len(one.unit.text) > _LONGEST:
            return False
    return False


def heads_text(text: str) -> bool:
    """Tell whether a line can be the heading of what stands below it: it is short, and no sentence, label or name."""
    is_line = len(text) <= _LONGEST_HEADING and text[:1].isupper() and text[-1:].isalnum()
    is_told = is_of_others(text) or _has_day(text) or OFFICE.search(text) or re.search(r"\bet al\b|, ", text)
    return is_line and not is_told


_LONGEST_HEADING = 90


def _has_day(text: str) -> bool:
    return any(date.precision in {"day", "day-month"} for date in find_dates(text))


def _is_sentence(text: str) -> bool:
    """Tell whether a line is a sentence: a stop behind three words or more that begin small and are no particles."""
    small = [word for word in re.findall(r"[^\W\d_]+", text) if word[0].islower() and len(word) > 3]
    return text[-1:] in {".", "!", "?"} and len(small) > 2


def is_of_others(text: str) -> bool:
    """Tell whether a line is shaped like a turn, an item, a list of persons or a scene, which other rules read."""
    label = label_in(text)
    is_labelled = bool(label) and label not in FIELDS and label not in HANDLED
    return is_labelled or _ITEM.match(text) is not None or opens_turn(text) or text[:1] in "([" or text.endswith(":")


def _kind_of_signer(text: str) -> str:
    """Return whether a line of a signer is a name or an office."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", text)
    if OFFICE.search(text) or INSTITUTION.search(text) or re.match(r"for\b", text, re.I):
        return "office" if "," not in text.rstrip(",") else "weak-name"
    is_name = 0 < len(words) <= 6 and all(word[0].isupper() or word in _PARTICLES for word in words)
    return "weak-name" if is_name and not text.endswith((":", ";", "?")) else ""
