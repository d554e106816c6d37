"""Covers of records of talks: title pages, contents, and the lines above a session (TEI 4.2, 4.5 and 4.6).

A hearing, an oral history or a meeting begins with short lines of which few say what they are: "HEARING / before the /
COMMITTEE ON FISHERIES". None of them is a paragraph: they stand above all that is said, and none is a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import groupby
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import BYLINE, FIELDS, INSTITUTION, SETTING_LABELS
from diple.recognisers.frame.lines import (
    OUTSIDE,
    Line,
    bare_label,
    break_lines,
    divide,
    give,
    inner,
    is_prose,
    join,
    label_in,
    lines_of,
)
from diple.recognisers.frame.tokens import dateline_of, mark_dateline
from diple.recognisers.participants.contents import names_only
from diple.recognisers.speech.examination import tells_examination
from diple.recognisers.speech.labels import REACH, read_label
from diple.recognisers.speech.named import named_blocks

COVER = "line of a cover"
"""Why a block is of the cover."""
_MOST_BLOCKS = 250
"""The most blocks above the first turn."""
_LONGEST, _LONGEST_TITLED = 160, 600
"""The most characters of a line of a cover, and of one in which each word has a capital."""
_ENOUGH = 2
"""How often each of two speakers speaks, at the least, and the lines that make a table of contents."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may(?! \d)|must|do|does|did|"
    r"I(?=\s[a-z])|we|he|she|they|you|it|this|that|met|convened|rose|began|said|asked|"
    r"[Rr]ecalled|[Ss]worn|[Ee]xamined|[Rr]esumed|[Aa]ttended|[Pp]resent)\b"
)
"""Words of sentences, which lines of a cover have none of."""
_IMPRINT = re.compile(
    r"\bNos?\. ?\d|https?:|www\.|^\d{2,3}[-–]\d{3}|\b[Pp]rinted for\b|\bFor sale by\b|\bAvailable (?:via|from|at)\b|"
    r"(?i:government (?:printing|publishing) office)|\b[A-Z]{4,} ?: ?(?:18|19|20)\d\d\b|[©Ⓒ]|\bCopyright\b"
)
"""What is of the imprint of a title page, and not of its title."""
_LITTLE = frozenset(
    "a an and as at before between by for from in of on or the to under upon with v. v vs. vs de la le du des et der "
    "die das und von vom zu".split()
)
_STOP = re.compile(r"[.!?:;]$")
_ITEM = re.compile(r"(?:\(?\d{1,3}[.)]|[-–—•·*]|\(?[a-z][.)])\s")
_AGENDA = re.compile(r"(?:1|I|\(1\)|a)[.)]\s+[A-Z](?!.*(?:\.{4,}|(?:\. ){4,}))")
"""The first item of an agenda, below which stand its heads."""
_LEADERS = re.compile(r"(?:\.{3,}|(?:\. ){3,}|…{2,})\s*[\w-]{0,9}$")
"""The dots and the page at the end of a line of contents."""
_WEAK = frozenset({"title", "byline"})
"""Kinds of lines that may as well be persons who took part, where a label says who did what."""
_PASSED = OUTSIDE | {Role.MILESTONE, Role.NOTE}
_PLACE = re.compile(r"[A-Z][\w’'.]+(?: [A-Z][\w’'.]+){0,3}, ?(?:[A-Z][\w’'.]*\.? ?){1,3}")
"""A place as covers have it: "Chevy Chase, Maryland", "Washington, D. C."."""
_STATE = re.compile(r"\b(?:[A-Z]\. ?[A-Z]|[A-Z]{2})\.$")


def recognise_cover(draft: Draft, blocks: list[Block]) -> None:
    """Give the lines above the first turn of a talk that are no text their roles."""
    first = _first_turn(draft, blocks)
    if not 0 < first <= _MOST_BLOCKS:
        return
    above = [block for block in blocks[:first] if block.role not in OUTSIDE]
    is_labelled = False
    for block in above[: _setting(draft, above)]:
        is_labelled = is_labelled or (block.role is None and bool(label_in(draft.clean_block(block))))
        lines = _lines(draft, block) if block.role is None else []
        if lines and not (is_labelled and any(one.kind in _WEAK and not one.line.text.isupper() for one in lines)):
            _give(draft, block, lines)


def _first_turn(draft: Draft, blocks: list[Block]) -> int:
    """Return the place of the first turn among blocks, 0 if they hold no talk: two voices at least come back."""
    named = {one.start: one.label.name for one in named_blocks(draft, [one for one in blocks if one.role is None])}
    voices = [
        (place, voice.casefold())
        for place, block in enumerate(blocks)
        if block.role in {None, Role.SECTION} and not block.joined
        if (voice := named.get(block.start) or _voice(draft, block))
    ]
    counts = Counter(voice for _, voice in voices)
    known = {voice for voice, times in counts.items() if times >= _ENOUGH}
    return next(place for place, voice in voices if voice in known) if len(known) >= _ENOUGH else 0


def _voice(draft: Draft, block: Block) -> str:
    """Return the label with which a block begins as turns do, or nothing."""
    words = " ".join(draft.clean(block.start, min(block.end, block.start + 2 * REACH)).text.split())
    label = read_label(words)
    return label.name if label and label.name.casefold() not in SETTING_LABELS | FIELDS.keys() else ""


def _setting(draft: Draft, blocks: list[Block]) -> int:
    """Return the place of the first block that says who was there or is examined, or what is talked of, or of none."""
    for place, block in enumerate(blocks):
        text = draft.clean_block(block) if block.role is None and block.end - block.start < 2 * _LONGEST_TITLED else ""
        is_said = label_in(text) in SETTING_LABELS or bare_label(text) or tells_examination(block, text)
        if text and (is_said or _AGENDA.match(text)):
            return place
    return len(blocks)


# ---- which lines are of a cover


class _Of(NamedTuple):
    """A line of a cover and what it is."""

    line: Line
    kind: str


def _lines(draft: Draft, block: Block) -> list[_Of]:
    """Return the lines of a block with their kinds if it is nothing but lines of a cover, else none."""
    lines = lines_of(draft, block)
    texts = [line.text for line in lines]
    if sum(_LEADERS.search(text) is not None for text in texts) >= _ENOUGH:
        return [_Of(line, "contents") for line in lines]
    parts = draft.paragraph_of(block)
    if len(parts) > 1 and any(is_prose(draft.clean_block(part)) for part in parts):
        return []
    if _is_seat(" ".join(texts)) and not any(map(dateline_of, texts)):
        return [_Of(line, "seat") for line in lines]
    if not all(_may_stand(text) for text in texts):
        return []
    found = [_Of(line, _kind(texts, number)) for number, line in enumerate(lines)]
    names = [one.line.text for one in found if one.kind in _WEAK and not one.line.text.isupper()]
    return [] if names and all(_is_person(draft, text) for text in names) else found


def _may_stand(text: str) -> bool:
    """Tell whether a line may be of a cover: no sentence, no item, no field; with a full stop only if all are names."""
    if _VERB.search(text) or _ITEM.match(text) or text[0] in "([":
        return False
    if label_in(text) and not _IMPRINT.search(text):
        return False
    if _STOP.search(text) and not _IMPRINT.search(text):
        return text[-1] == "." and len(text) <= _LONGEST_TITLED and _is_titled(text)
    return len(text) <= _LONGEST and not is_prose(text)


def _is_person(draft: Draft, text: str) -> bool:
    """Tell whether a line may be somebody who was there, with or without an office."""
    return not INSTITUTION.search(text) and text.split()[-1] not in _LITTLE and names_only(draft, text)


def _is_titled(text: str) -> bool:
    """Tell whether each word has a capital but for the little ones between."""
    words = re.findall(r"[^\W\d_][\w’']*", text)
    return bool(words) and all(word[0].isupper() or word in _LITTLE for word in words)


def _is_seat(text: str) -> bool:
    """Tell whether a block is a body and its seat: "United States Senate, Committee on Pilots, Washington, D. C."."""
    is_body = INSTITUTION.search(text) or re.match(r"(?:U\. ?S\. |United States )?(?:House|Senate)\b", text)
    return bool(is_body) and text[-1] in ",." and "," in text and _is_titled(text) and len(text) <= 2 * _LONGEST


def _kind(texts: list[str], number: int) -> str:
    """Return what a line of a cover is, by its words and those of its neighbours."""
    text = texts[number]
    if dateline_of(text):
        return "dateline"
    beside = texts[max(0, number - 1) : number] + texts[number + 1 : number + 2]
    if _PLACE.fullmatch(text) and (any(dateline_of(other) for other in beside) or _STATE.search(text)):
        return "dateline"
    if BYLINE.fullmatch(text) or (text[-1] == "." and not text.isupper()):
        return "byline"
    if _IMPRINT.search(text):
        return "imprint"
    return "title" if _is_titled(text) or text.isupper() else "imprint"


# ---- what they become


def _give(draft: Draft, block: Block, lines: list[_Of]) -> None:
    """Divide a block into runs of lines of one kind, and give each its role."""
    runs = [list(run) for _, run in groupby(lines, key=lambda one: one.kind)]
    if runs[0][0].kind == "contents":
        runs = [[one] for one in lines]
    parts = divide(draft, block, [run[0].line.start for run in runs[1:]])
    for part, run in zip(parts, runs, strict=True):
        break_lines(draft, part)
        kind = run[0].kind
        _give_kind(draft, part, "title" if kind != "contents" and _is_below_text(draft, part) else kind)


def _is_below_text(draft: Draft, block: Block) -> bool:
    """Tell whether text stands right above, such as contents or a notice, so that this line heads what follows."""
    place = bisect_left(draft.blocks, block.start, key=lambda other: other.start)
    above = (before for before in reversed(draft.blocks[:place]) if before.role not in _PASSED)
    return next((before.role not in {Role.HEAD, Role.OPENER} for before in above), False)


def _give_kind(draft: Draft, block: Block, kind: str) -> None:
    """Give a run of lines of one kind its role: a dateline, who leads the talk, the body that meets, a title."""
    start, end = inner(draft, block)
    match kind:
        case "dateline":
            give(draft, block, Role.OPENER, "dateline", why=COVER)
            _mark_day(draft, start, end)
        case "byline" | "seat":
            give(draft, block, Role.OPENER, "byline", why=COVER)
        case "contents":
            give(draft, block, Role.ITEM, group="simple", why=COVER)
        case "title":
            before = _head_above(draft, block)
            if before is None:
                give(draft, block, Role.HEAD, why=COVER)
            else:
                join(draft, before, block, Role.HEAD, "")
        case _:
            give(draft, block, Role.OPENER, why=COVER)


def _mark_day(draft: Draft, start: int, end: int) -> None:
    """Mark date and place of a dateline, which may be on two lines."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", draft.lined[start:end])]
    for first, last in lines:
        found = mark_dateline(draft, start + first, start + last)
        words = draft.text[start + first : start + last].strip(" .")
        if found is None and words:
            lead = start + first + draft.text[start + first : start + last].index(words)
            draft.span(lead, lead + len(words), "placeName")


def _head_above(draft: Draft, block: Block) -> Block | None:
    """Return the block right above, if it is a title with which this one goes on."""
    place = bisect_left(draft.blocks, block.start, key=lambda other: other.start)
    before = draft.blocks[place - 1] if place else None
    return before if before is not None and before.role is Role.HEAD and not before.heading else None
