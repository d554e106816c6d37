"""A paragraph of the edition near the head or foot of a text, in free form, read sentence by sentence (TEI 2.2.7, 2.3).

The first sentence or most of them decide whose paragraph it is; what in it is not understood is kept as a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.conventions.statements import read_statements
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.record.lines import claim, sign_free, tell
from diple.recognisers.record.people import credits_in, names_in, tell_credits, tell_names
from diple.recognisers.record.utterances import Utterance, utterances_of
from diple.recognisers.record.values import sign_free_joints, tell_source
from diple.recognisers.record.voices import (
    COPY,
    CREDIT,
    FREE,
    KIN,
    SHELF,
    SHELF_LABEL,
    SIGNS,
    credit_in,
    is_sure_shelf,
)
from diple.recognisers.record.wordings import is_record_wording

_NEAR_HEAD, _NEAR_FOOT = 7, 14
"""How many paragraphs at the head, and at the foot with the notes, may be such a one."""
_LONGEST = 1_200
_WRAPPED = re.compile(r"[\s>]*(?P<open>[\[(*_]{0,4})(?=[^\s\])]).*?(?P<close>[\])*_]{0,4})\s*\Z", re.S)
"""A paragraph with the brackets or signs of emphasis around the whole of it."""
_NOTE = re.compile(r"[\s*_>]*(?:\[?\^?\d{1,3}\]?[.):]?[\s:]|[*†‡§]+\s|\[\^)")
"""The mark at the beginning of a note."""
_RULE = re.compile(r"[\s*_=—–.·•~#x+-]{1,60}")
_OWN = re.compile(r"\b(?:I|we|my|you|your)\b")
"""Words of somebody who writes to somebody, but for what an editor says of his signs."""
_BEGINS_IN_BRACKET = re.compile(r"\s*\[(?:sources?|text|from)\b|\s*[*_]{0,2}\[[^\[\]]{12,}\][*_]{0,2}\s*[^\s*_.]", re.I)
"""A paragraph of which a bracket at the beginning speaks; a source in brackets is a note."""
_LABELLED = re.compile(
    r"[\s*_\[(]*(?!(?:sources?|text|original|archiv\w*|conventions|notes?|editorial|key|signs|transl\w*|transcri\w*|"
    r"edit\w*|provenance|[\w ]{0,60}\barchiv[\w ]{0,60}|"
    r"location|manuscript|repository|shelfmark|reference to|about|state|language)\b)[A-Z][\w ’'/]{0,30}:[\s*_]",
    re.I,
)
"""A label of the document's own, or a list: "Copies to:"."""


def tell_editorial(draft: Draft, start: int) -> None:
    """Record the paragraphs of the edition near the head and foot of what stands from an offset on."""
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META]
    if len(blocks) < _FEWEST:
        return
    _tell_series(draft, blocks)
    for block, fewest in (*_at_head(draft, blocks), *_at_foot(draft, blocks)):
        said = _said(draft, block)
        if block.role is not None or not said:
            continue
        if lead := _lead(draft, block, said):
            block = draft.split_block(block, lead)[-1]
            said = _said(draft, block)
        if _is_of_edition(draft.text_of(block), said, fewest):
            _tell(draft, block, said)


_VOLUME = re.compile(
    r"(?:[^\n]{3,90}[.,:]\s)?(?:Volume|Vol\.|Band|Bd\.|Tome|Tomo|Tom|Part|Series|PUBLICATIONS)\s+(?:[IVXLC]{1,6}|"
    r"\d{1,3})\b"
    r"[^\n]{0,90}"
)
"""A line that gives the number of a volume in a series or an edition."""
_NUMBERED_TITLE = re.compile(r"[#*_\s]*(?:(?:No|Nr)\.? ?)?\d{1,4}[.)]?\s+[A-Z“\"][^\n]{4,200}")
"""The title of a document with its number in an edition."""


def _tell_series(draft: Draft, blocks: list[Block]) -> None:
    """Record the name of an edition and the volume of it, above the numbered title of a document."""
    titled = (n for n, one in enumerate(blocks[1:5], 1) if _NUMBERED_TITLE.fullmatch(draft.text_of(one).strip()))
    above = [
        block for block in blocks[: next(titled, 0)] if block.role is None and not draft.text_of(block).startswith("[")
    ]
    lines = [line.strip() for block in above for line in draft.lined[block.start : block.end].split("\n")]
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        return
    if any(_VOLUME.fullmatch(line) for line in lines):
        for block in above:
            tell(draft, "print-note", block.start, block.end)
            claim(draft, block.start, block.end)


_MOST_LINES, _LONGEST_LINE = 4, 120


def _lead(draft: Draft, block: Block, said: list[Utterance]) -> int:
    """Return where the lines of the edition begin below lines of a title in the same block, 0 if there are none."""
    first = next((one for one in said if one.voice != FREE), None)
    if first is None or first is said[0] or "\n" not in draft.lined[block.start : block.start + first.start]:
        return 0
    rest = [one.voice for one in said if one.start >= first.start]
    is_known = FREE not in rest and first.voice != SIGNS and len(rest) > 1 and {SHELF, CREDIT} & set(rest)
    return block.start + first.start if is_known and draft.text[block.start + first.start - 1].isspace() else 0


_FEWEST = 3


def _at_head(draft: Draft, blocks: list[Block]) -> Iterator[tuple[Block, int]]:
    """Yield the paragraphs above the text, with the fewest sentences that have to be known: one at the very head."""
    for number, block in enumerate(blocks[:_NEAR_HEAD]):
        yield block, 1 if number < _EDGE else 2
        if len(draft.text_of(block)) > _PROSE and not _said(draft, block):
            return


_EDGE = 3
_PROSE = 220
"""The length of a paragraph of the text, behind which no head goes on."""


def _at_foot(draft: Draft, blocks: list[Block]) -> Iterator[tuple[Block, int]]:
    """Yield the paragraphs below the text; the last, notes and rules aside, needs one sentence that is known."""
    is_last = True
    for block in reversed(blocks[_FEWEST - 1 :][-_NEAR_FOOT:]):
        text = draft.text_of(block)
        if block.role is not None or _NOTE.match(text) or _RULE.fullmatch(text):
            continue
        yield block, 1 if is_last else 2
        is_last = is_last and block.role is Role.META


def _said(draft: Draft, block: Block) -> list[Utterance]:
    """Return what a paragraph says, sentence by sentence; nothing if it is a note, a field or too long."""
    text = draft.text_of(block)
    if _BEGINS_IN_BRACKET.match(text):
        return []
    if len(text) > _LONGEST or block.heading or _NOTE.match(text) or _LABELLED.match(text):
        return []
    said = utterances_of(text)
    lined = draft.lined[block.start : block.end]
    by_line = utterances_of(lined) if said and said[0].voice == FREE and "\n" in lined else said
    return by_line if {SHELF, CREDIT} & {one.voice for one in by_line} else said


def _is_of_edition(text: str, said: list[Utterance], fewest: int) -> bool:
    """Tell whether a paragraph is the edition's: its first sentence or most are, and few are free."""
    voices = [one.voice for one in said]
    strong = {voice for voice in voices if voice in {SHELF, CREDIT, SIGNS}}
    free = voices.count(FREE)
    known = len(voices) - free
    if not free and _is_emphasised(text) and set(voices) == {COPY}:
        return _OWN.search(text) is None
    if not strong or known < fewest or free > known or (voices[0] == FREE and known < free + 2):
        return False
    if len(voices) == 1 and not is_enough(text, voices[0]):
        return False
    if strong == {SIGNS} and (known < 2 or 2 * free > known):
        return False
    others = " ".join(text[one.start : one.end] for one in said if one.voice not in {SIGNS, COPY})
    return _OWN.search(others) is None


def _is_emphasised(text: str) -> bool:
    """Tell whether the whole of a paragraph stands between signs of emphasis."""
    words = text.strip()
    return words[:1] in {"*", "_"} and words[-1:] == words[:1] and words.count(words[0]) in {2, 4}


def is_enough(text: str, voice: str) -> bool:
    """Tell whether a single sentence can be nothing else: a reference with archive and unit, a credit of an edition."""
    words = text.strip("[]()*_> \n\r\t\xa0")
    return is_sure_shelf(words) if voice == SHELF else voice == CREDIT and not words.startswith("Edited")


def _tell(draft: Draft, block: Block, said: list[Utterance]) -> None:
    """Take a paragraph out of the text and record its sentences by their voices."""
    inner, last = _within(draft, block)
    for one in said:
        start, end = max(inner, block.start + one.start), min(last, block.start + one.end)
        match one.voice:
            case "shelf" if not any(fact.field == "shelfmark" for fact in draft.facts):
                label = SHELF_LABEL.match(draft.text, start, end)
                first = label.end() if label and is_record_wording(label[0]) else start
                sign_free(draft, start, first, why="label of the record")
                tell_source(draft, first, end)
            case "credit":
                _tell_credit(draft, start, end)
            case "signs":
                _tell_signs(draft, start, end)
            case _:
                _tell_copy(draft, start, end)
    sign_free_joints(draft, block.start, block.end)
    claim(draft, block.start, block.end)


def _tell_copy(draft: Draft, start: int, end: int) -> None:
    """Record a sentence on the copy: of rights, or the day of a recording, or else as a note."""
    if _PERMITTED.search(draft.text, start, end):
        tell(draft, "rights", start, end)
        return
    dates = list(find_dates(draft.text[start:end])) if _RECORDED.match(draft.text, start, end) else []
    if len(dates) == 1 and dates[0].precision == "day" and not any(fact.field == "date" for fact in draft.facts):
        first, last = start + dates[0].start, start + dates[0].end
        draft.fact("date", draft.words(first, last), first, last, consumed=False, attrs=dict(dates[0].attrs))
    tell(draft, "note", start, end)


_PERMITTED = re.compile(r"\bby (?:kind )?permission of\b|©|\bcopyright\b", re.I)
_RECORDED = re.compile(r"(?:recorded|taped|taken down|interviewed)\b", re.I)


def _within(draft: Draft, block: Block) -> tuple[int, int]:
    """Return where the words of a paragraph begin and end within the brackets or emphasis around all of it."""
    match = _WRAPPED.match(draft.text, block.start, block.end)
    if match is None or len(match["open"]) != len(match["close"]):
        return block.start, block.end
    return match.end("open"), match.start("close")


def _tell_signs(draft: Draft, start: int, end: int) -> None:
    """Record a sentence about the signs of the document, which holds wherever they stand."""
    draft.statements.append((start, end))
    told = read_statements(draft.text.replace("\n", " "), start, end)
    draft.key += [one for one in told if _may_hold(draft.text[start:end], one.means)]
    tell(draft, "editorial-practice", start, end)


def _may_hold(words: str, means: str) -> bool:
    """Tell whether a sign may be taken for what a sentence of the edition says: not a look of words in brackets."""
    is_look = _LOOK.search(words) is not None and _IN_BRACKET.search(words) is not None
    return not is_look and (means != "supplied" or _SUPPLIED.search(words) is not None)


_LOOK = re.compile(r"\b(?:italics?|bold(?:face)?|capitals)\b", re.I)
_IN_BRACKET = re.compile(r"\b(?:with)?in (?:\w+ )?(?:brackets|parentheses|braces)\b", re.I)
_SUPPLIED = re.compile(r"\b(?:suppl\w+|complet\w+|restor\w+|missing|expan\w+|add\w*|insert\w*)\b", re.I)
"""Words that say of words in a sign that they are the text's; all else in the hand of an editor is his remark."""


def _tell_credit(draft: Draft, start: int, end: int) -> None:
    """Record who did what: the names of persons, or else the name of a body as a whole."""
    credit = credit_in(draft.text[start:end])
    plain = credits_in(draft, start, end)
    if plain and plain[0].start == start and all(names_in(draft.text, one.verb_end, one.end) for one in plain):
        tell_credits(draft, plain, end)
        return
    if credit is None:
        tell(draft, "note", start, end)
        return
    first = start + credit.names
    kin = KIN.match(draft.text, first, end)
    persons = _persons_in_parentheses(draft, first, end)
    attrs = {"role": credit.role, "verb": credit.verb}
    if is_record_wording(draft.text[start:first]):
        sign_free(draft, start, first, why="credit")
    else:
        attrs["verb"] = " ".join(draft.text[start:first].split())
        tell(draft, "resp-verb", start, first, attrs)
    if kin and not persons and names_in(draft.text, kin.end(), end) and not _BODY.search(draft.text, kin.end(), end):
        tell(draft, "note", first, kin.end())
        first = kin.end()
    rest = tell_names(draft, persons, end, "resp", attrs) if persons else _tell_who(draft, first, end, attrs)
    if persons:
        tell(draft, "note", first, persons - 1)
    behind = _JOINT.match(draft.text, rest, end)
    if behind:
        sign_free(draft, rest, behind.end(), why="end of a credit")
        tell(draft, "note", behind.end(), end)
    sign_free(draft, rest, end, why="end of a credit")


_JOINT = re.compile(r"[\s,;:.)(–—-]*(?=\w)")
"""What stands between the names of a credit and more words on it."""
_PARENTHESIS = re.compile(r"\((?=[A-Z])")
_END_OF_NAMES = re.compile(
    r"(?:,? (?:from|who|which|with|after|against)\b|,? (?:for|in|on|at) (?=[a-z\d])|[;(]|, \d|[.\])*_]*$)"
)
_BODY = re.compile(
    r"\b(?:Archives?|Bureau|Project|Group|Workshop|Society|Institute|Committee|Department|Office|Seminar|Service|Team|"
    r"Museum|Library|Commission|Centre|Center|Union|Association|Section|Board|Ministry|Embassy|School|College)\b"
)


def _persons_in_parentheses(draft: Draft, start: int, end: int) -> int:
    """Return where the persons begin that stand in parentheses behind the name of their body, 0 if there are none."""
    match = _PARENTHESIS.search(draft.text, start, end)
    is_list = match and names_in(draft.text, match.end(), end) and _BODY.search(draft.text, start, match.start())
    return match.end() if match and is_list else 0


def _tell_who(draft: Draft, start: int, end: int, attrs: dict[str, str]) -> int:
    """Record the names that begin at an offset, a body's as a whole; return the offset behind them."""
    stop = _END_OF_NAMES.search(draft.text, start, end)
    last = stop.start() if stop else end
    if _BODY.search(draft.text, start, last):
        name = tell(draft, "resp", start, last, attrs)
        draft.agents.name(attrs["role"], name)
        return last
    return tell_names(draft, start, end, "resp", attrs)
