"""Names, offices and autographs in the lines of a signature (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.frame.conventions import (
    INITIALS_NAME,
    INSTITUTION,
    OFFICE,
    OFFICE_AND_NAME,
    OWN_HAND,
    PLAIN_NAME,
    SIGNATURE,
    SIGNED_BY,
    SIGNING_OFFICE,
)
from diple.recognisers.frame.footcells import SIGNATURE_ALONE
from diple.recognisers.frame.footforms import RANKED, TITLED, WITH_DEGREES, WITH_MARK
from diple.recognisers.frame.footkinds import (
    KNOWN_AS,
    OFFICE_THEN_NAME,
    OLD_NAME,
    TELEGRAPHED,
    title_end,
)
from diple.recognisers.frame.footlines import COMPLETED
from diple.recognisers.frame.footnames import OFFICE_BEFORE
from diple.recognisers.frame.lines import inner, is_capitals

_OUTER = " \t\n\r\xa0()[],.;/*†‡—–"


def mark_name(draft: Draft, block: Block) -> None:
    """Mark autograph, office and name in a line such as "[signature] (Yu. Fadeyev)"."""
    text = draft.text
    begin, stop = inner(draft, block)
    if match := TELEGRAPHED.fullmatch(text, begin, stop):
        draft.span(*match.span("n"), "idno", {"type": "telegram"})
        draft.span(*match.span("name"), "persName")
        return
    rest = [(begin, stop)]
    if match := SIGNATURE.search(text, begin, block.end):
        mark_autograph(draft, match)
        rest = [(begin, match.start()), (match.end(), max(stop, match.end()))]
    elif match := SIGNED_BY.match(text, begin, stop):
        _supply(draft, *match.span("words"))
        rest = [(match.end(), stop)]
    elif match := SIGNATURE_ALONE.fullmatch(text, begin, stop):
        _supply(draft, *match.span("words"))
        rest = []
    elif match := OWN_HAND.search(text, begin, stop):
        _supply(draft, *match.span("words"))
        rest = [(begin, match.start())]
    for start, end in rest:
        mark_words(draft, start, end)


def mark_autograph(draft: Draft, match: re.Match[str]) -> None:
    """Put ``supplied`` around the words that stand for an autograph; square brackets around them are signs."""
    start, end = match.span("words")
    if draft.is_signed(match.start(), match.end()):
        return
    if match["open"] == "[":
        draft.sign(match.start(), start, why="around a signature")
        draft.sign(end, match.end(), why="around a signature")
    else:
        start, end = match.span()
    _supply(draft, start, end)


def _supply(draft: Draft, start: int, end: int) -> None:
    resp = draft.agents.require(draft.bracket_agent)
    draft.span(start, end, "supplied", {"reason": "signature", "resp": resp})


def mark_words(draft: Draft, start: int, end: int) -> None:
    """Mark the name, or office and name, that stand beside an autograph or alone."""
    words = draft.text[start:end]
    if _mark_added_to(draft, start, words):
        return
    while start < end and text_at(draft, start) in _OUTER:
        start += 1
    while start < end and text_at(draft, end - 1) in _OUTER and not _is_initial(draft.text[start:end]):
        end -= 1
    if start >= end:
        return
    words = draft.text[start:end]
    if words.endswith(":") and OFFICE.search(words) and not _CERTIFIED.match(words):
        draft.span(start, end - 1, "roleName")
        return
    if (match := _BEFORE_NAME.match(words)) or (match := _BEHIND_NAME.search(words)):
        kept = (start + match.end(), end) if match.start() == 0 else (start, start + match.start())
        mark_words(draft, *kept)
        return
    if match := SIGNING_OFFICE.fullmatch(words):
        draft.span(start, start + match.end("office"), "roleName")
        mark_words(draft, start + match.start("name"), end)
        return
    if not _mark_form(draft, start, end):
        _mark_by_parts(draft, start, end, words)


def _mark_form(draft: Draft, start: int, end: int) -> bool:
    """Mark a name, or office and name, of a form that is known as a whole; return False if it is of none."""
    words = draft.text[start:end]
    if (
        OLD_NAME.fullmatch(words)
        or WITH_DEGREES.fullmatch(words)
        or TITLED.fullmatch(words)
        or _FAMILIAR.fullmatch(words)
        or (KNOWN_AS.search(words) and INITIALS_NAME.match(words))
    ):
        draft.span(start, end, "persName")
        return True
    if ranked := RANKED.fullmatch(draft.text, start, end) or RANKED.fullmatch(draft.text, start, end + 1):
        draft.span(*ranked.span("name"), "persName")
        draft.span(*ranked.span("office"), "roleName")
        return True
    if marked := WITH_MARK.fullmatch(draft.text, start, end):
        draft.span(*marked.span("name"), "persName")
        return True
    if numbered := _NUMBERED_NAME.fullmatch(words):
        draft.span(start, start + numbered.end("name"), "persName")
        draft.span(start + numbered.start("n"), end, "idno", {"type": "telegram"})
        return True
    if match := _OLD_INITIALS.fullmatch(words) or _INITIALS.fullmatch(words):
        draft.span(
            start, start + (match.end("initials") if "initials" in match.groupdict() else len(words)), "persName"
        )
        return True
    for form in (OFFICE_AND_SURNAME, OFFICE_THEN_NAME, _OFFICE_FIRST, OFFICE_BEFORE):
        if (match := form.fullmatch(words)) and OFFICE.search(match["office"]):
            draft.span(start, start + match.end("office"), "roleName")
            draft.span(start + match.start("name"), end, "persName")
            return True
    if end_of_title := title_end(words):
        draft.span(start, start + end_of_title, "roleName")
        draft.span(start + end_of_title + 1, end, "persName")
        return True
    return False


def _mark_added_to(draft: Draft, start: int, words: str) -> bool:
    """Mark a name to which an editor added in brackets, which are part of it; return False if it is none."""
    first, stop = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    if _FAMILIAR.fullmatch(words.strip()):
        draft.span(first, stop, "persName")
        return True
    if COMPLETED.fullmatch(words.strip()) or COMPLETED.fullmatch(f"{words.strip()}]"):
        stop += draft.text.startswith("]", stop) and not words.rstrip().endswith("]")
        draft.span(first, stop, "persName")
        return True
    return False


def _mark_by_parts(draft: Draft, start: int, end: int, words: str) -> None:
    """Mark a name and an office that stand beside it in no order of its own, by the form of either."""
    head, comma, _ = words.partition(",")
    both = OFFICE_AND_NAME.fullmatch(words)
    if both and not INITIALS_NAME.fullmatch(words) and OFFICE.search(both["office"]):
        draft.span(start, start + len(both["office"].rstrip(" —–-:,")), "roleName")
        draft.span(start + both.start("name"), end, "persName")
    elif behind := _NAME_IN_BRACKETS.fullmatch(words):
        draft.span(start, start + behind.end("office"), "roleName")
        draft.span(start + behind.start("name"), start + behind.end("name"), "persName")
    elif INITIALS_NAME.fullmatch(words) or PLAIN_NAME.fullmatch(words) or is_capitals(words):
        is_office = OFFICE.search(words) and not INITIALS_NAME.fullmatch(words)
        draft.span(start, end, "roleName" if is_office else "orgName" if INSTITUTION.search(words) else "persName")
    elif comma and PLAIN_NAME.fullmatch(head):
        draft.span(start, start + len(head), "persName")
        after = start + len(head) + 1
        draft.span(after + len(draft.text[after:end]) - len(draft.text[after:end].lstrip()), end, "roleName")
    elif match := re.search(INITIALS_NAME.pattern + r"$", words):
        draft.span(start + match.start(), end, "persName")
        if words[: match.start()].strip(_OUTER):
            draft.span(start, start + len(words[: match.start()].rstrip(_OUTER)), "roleName")
    elif _COMPLETED_NAME.fullmatch(words):
        draft.span(start, end, "persName")
    elif OFFICE.search(words):
        draft.span(start, end, "roleName")


_CERTIFIED = re.compile(r"(?:correct|certified|true|witness|attest|countersigned)", re.I)
"""What stands before the autograph of somebody who certifies, and is no office."""
_NAME_IN_BRACKETS = re.compile(rf"(?P<office>[^()]{{3,80}}?)\s\((?P<name>{INITIALS_NAME.pattern})\)?")
"""The end of an office and its holder in brackets: "IN VARNIK (T. RASK)"."""
_COMPLETED_NAME = re.compile(r"(?:[A-Z][a-z]?\[[a-z’']+\]\.? ?){1,2} ?[A-Z][\w’'-]+")
"""Initials that an editor completes, with the surname: "V[iktor]. Lund"."""
_NUMBERED_NAME = re.compile(rf"(?P<name>{PLAIN_NAME.pattern}) (?P<n>\d{{1,4}})")
"""A name with the number of the telegram behind it."""
_OLD_INITIALS = re.compile(r"(?:[A-Z] ){1,2}[A-Z][\w’'-]+")
"""A name with initials that have no full stop, as in old letters: "A Marlow"."""
_INITIALS = re.compile(r"(?P<initials>(?:(?:Mac|Mc)?[A-Z]\.\s?){2,4})\d{0,2}")
_OFFICE_FIRST = re.compile(r"(?P<office>[A-Z][^,.!?:;]{3,80}), (?P<name>[A-Z][\w’'-]+)")
OFFICE_AND_SURNAME = re.compile(rf"(?P<office>[A-Z][^.!?:;,]{{2,60}}?)(?:\s{{2,}}|\t)(?P<name>{PLAIN_NAME.pattern})")
"""Office and name on one line with a gap between them: "Chairman   Lund"."""
_FAMILIAR = re.compile(r"[A-Z][\w’'-]+ \((?:[A-Z][\w’'.-]+ ?){1,3}\)")
"""A Christian name with the surname that an editor or typist adds: "Roger (Marsh)"."""
_BEFORE_NAME = re.compile(r"(?:UNQUOTE|Unquote)\s(?=[A-Z])")
_BEHIND_NAME = re.compile(r"\s\((?=[a-z])[^()]{3,80}\)?$")
"""What stands before or behind a name in a signature and is no part of it: "(with the exception of point 2)"."""


def text_at(draft: Draft, offset: int) -> str:
    """Return the character at an offset."""
    return draft.text[offset]


def _is_initial(words: str) -> bool:
    return re.search(r"(?:^|[\s.])[A-Z]\.$|\b(?:Jr|Sr|Gen|Col|Lt|Maj|Capt|Esq|Adm|Brig|Cdr|Ret)\.$", words) is not None
