"""Where a document speaks of its own signs, and what follows from it for the signs that no table can name."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.conventions.statements import Statement, read_statements, tells_only_of_signs
from diple.conventions.table import Convention
from diple.conventions.wording import Filled, read_wording
from diple.draft import Draft
from diple.recognisers.brackets.labels import label_of, trailer_of
from diple.recognisers.brackets.setting import Setting
from diple.recognisers.brackets.tree import find_brackets
from diple.recognisers.house.claims import Claim, claim_element

_LABEL = re.compile(
    r"[\s*_#\[(]*(?:(?:a )?notes?(?: (?:on|about|to|by|from|of) (?:the )?[\w ]{3,40})?|"
    r"(?:translator|editor|transcriber)(?:[’']s|s[’']?)? (?:note|remark|comment|preface)s?|"
    r"editorial (?:note|remark|method|principle|practice)s?|"
    r"(?:trans(?:cription|lation)(?:al)? )?(?:conventions|practice|principles)(?: of transcription)?|"
    r"(?:key|legend|signs|symbols|explanation of (?:the )?signs|about this (?:transcript|translation|text)\w*))"
    r"(?: used)?\s*[*_]*\s*(?:[:.–—\r\n]|$)",
    re.I,
)
_HEAD_BLOCKS = 12
"""How many blocks at the head of a document may speak of its signs without a label."""
_LONGEST_BLOCK = 3000
_LONGEST_BRACKET = 800
"""The most characters of a block, and of a note in brackets, that speak of signs."""
_THEIR_OWN = re.compile(
    r"\s*(?:(?:all|the|these|both|square|and|ellips[ie]s|parenthes[ie]s|italics|underlining|,)\s+)*brackets?"
    r"(?:,?\s+(?:and|ellips[ie]s|parenthes[ie]s|italics|underlining))*\s+(?:(?:are|is|as|appear|stand|were)\s+)?"
    r"(?:(?:in|from|on|of|part of|original to)\s+)?(?:the\s+)?(?:originals?|sources?|document|typescript|manuscript)"
    r"(?:\s+(?:text|document|copy))?\s*\.?\s*$",
    re.I,
)
"""A note that says of the brackets beside it whose they are."""
_STOP = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘\[(]?[^\W\d_a-z])")
_LIST = re.compile(r"[\s*•\-–\d.)]*\S{1,12}\s*(?:[=:]|\s[–—-]\s)")


def statements_of(draft: Draft) -> list[Statement]:
    """Return what a document says of its own signs: in notes in brackets, at its head, under a label."""
    found: dict[int, list[Statement]] = {}
    for start, end in _stretches(draft):
        for one in read_statements(draft.text, start, end):
            known = found.setdefault(one.start, [])
            if one not in known:
                known.append(one)
    return [one for start in sorted(found) for one in found[start]]


def _stretches(draft: Draft) -> Iterator[tuple[int, int]]:
    for bracket in find_brackets(draft).pairs:
        if bracket.end - bracket.start <= _LONGEST_BRACKET and bracket.depth == 0:
            yield bracket.inner_start, bracket.inner_end
    labelled = False
    for number, block in enumerate(draft.blocks):
        head = draft.text[block.start : min(block.end, block.start + 120)]
        is_label = _LABEL.match(head) is not None
        goes_on = labelled and _LIST.match(head) is not None
        labelled = goes_on or (is_label and block.end - block.start < 200)
        if block.end - block.start > _LONGEST_BLOCK:
            continue
        if is_label or goes_on or (number < _HEAD_BLOCKS and tells_only_of_signs(draft.text, block.start, block.end)):
            yield block.start, block.end


def is_obeyed(statement: Statement) -> bool:
    """Tell whether a statement is of those that ``obey`` follows and that make no wording."""
    return statement.sign == "[" and statement.means in ("text", "supplied")


def obey(draft: Draft, statement: Statement) -> None:
    """Do what a statement asks that is no wording: brackets of the original, whose brackets are, what italics mean."""
    if statement.sign == "[" and statement.means == "text":
        _keep_brackets(draft, statement)
    elif statement.sign == "[" and statement.means == "supplied" and statement.agent:
        draft.bracket_agent = statement.agent
    elif statement.sign in ("italic", "bold") and statement.means != "text":
        _reread_emphasis(draft, statement)


def _keep_brackets(draft: Draft, statement: Statement) -> None:
    """Keep as text all brackets after a statement but those of notes whose label says whose they are."""
    draft.fact("brackets-original", "", statement.start, statement.start, consumed=False)
    for bracket in find_brackets(draft).pairs:
        inside = draft.text[bracket.inner_start : bracket.inner_end]
        if bracket.start >= statement.end and label_of(inside) is None and trailer_of(inside) is None:
            draft.keep(bracket.start, bracket.start + 1)
            draft.keep(bracket.end - 1, bracket.end)


def keep_brackets_of_notes(draft: Draft) -> None:
    """Keep as text the brackets of a sentence whose note says that they, and no others, are the original's."""
    told = [
        span.move_to
        for span in draft.spans
        if span.tag == "note" and span.move_to and _THEIR_OWN.match(draft.text, span.start, span.end)
    ]
    brackets = find_brackets(draft).pairs if told else []
    for place in told:
        start = _sentence_start(draft, place)
        for bracket in brackets:
            if start <= bracket.start < bracket.end <= place:
                draft.keep(bracket.start, bracket.start + 1)
                draft.keep(bracket.end - 1, bracket.end)


def _sentence_start(draft: Draft, place: int) -> int:
    block = draft.block_at(place - 1)
    start = block.start if block else place
    return max((stop.end() for stop in _STOP.finditer(draft.text, start, place)), default=start)


def _reread_emphasis(draft: Draft, statement: Statement) -> None:
    """Make of the emphasis after a statement what it says that emphasis stands for."""
    meant = [
        span
        for span in draft.spans
        if span.tag == "hi" and span.attrs.get("rend") == statement.sign and span.start >= statement.end
    ]
    taken = {id(span) for span in meant}
    draft.spans[:] = [span for span in draft.spans if id(span) not in taken]
    keys = dict(statement.keys) | ({"by": statement.agent} if statement.agent else {})
    convention = Convention(read_wording(f"{statement.sign}: {{text}}"), statement.means, "anywhere", keys)
    setting = Setting(draft)
    for span in meant:
        found = Filled(span.start, span.end, {"text": (span.start, span.end)})
        claim_element(Claim(draft, convention, found, setting))
