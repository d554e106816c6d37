"""The foot of a document below which a few paragraphs still stand: how a vote went, an editor's words (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.closer import foot_of
from diple.recognisers.frame.conventions import DISTRIBUTION_HEAD, POSTSCRIPT
from diple.recognisers.frame.footkinds import END_NOTE, SIGLA_OF_COPY, strong_kind
from diple.recognisers.frame.footproof import FootLine
from diple.recognisers.frame.headings import opens_turn
from diple.recognisers.frame.likely.kinds import is_likely_of_foot, is_likely_text
from diple.recognisers.frame.lines import OUTSIDE, Line, is_capitals, lines_of
from diple.recognisers.frame.recipients import names_recipients
from diple.recognisers.record.shelfmark import is_reference

_MOST_BELOW, _LONGEST_BELOW = 6, 1500
"""The most paragraphs below a foot, and the most characters of all of them."""
_LONGEST_LINE = 110
"""The most characters of the last line of a foot."""
_SIGNERS = frozenset({"signature", "name", "weak-name", "body", "signatory", "row"})
_MANY, _FEWEST_SIGNATORIES = frozenset({"signatory", "row", "name"}), 3
"""Kinds of lines of those who sign an appeal, a person to each, and the fewest of them that prove a foot."""
_DOCKETS = frozenset({"copies", "docket", "distribution", "typist", "number"})
_PASSED = OUTSIDE | {Role.NOTE, Role.MILESTONE, Role.OPENER, Role.CLOSER, Role.STAGE}
_APPARATUS = re.compile(
    r"\[\^?\d{1,3}\]|\d{1,3}[.)]?\s[A-Z“\"]|\[(?:[A-Z]|pp?\.|pages?\b|sheet|leaf|fol)|[*†‡]\s?[A-Z]"
)
"""How a paragraph begins that is a note or an editor's words on the paper, of which any number may stand below."""
_VOTE = re.compile(
    r"(?:A |The )?(?:recorded |roll-call )?vote\b|Adopted\b|Rejected\b|"
    r"(?:In favou?r|Against|Abstain\w*|Absent|Present)\s?:|"
    r"The (?:draft )?(?:resolution|motion|proposal|amendment)\b.{0,30}\b(?:was|were)\b",
    re.I,
)
"""How a line begins that tells how a vote went."""


def foot_within(draft: Draft, blocks: list[Block], foot: list[FootLine], *, is_letter: bool) -> list[FootLine]:
    """Return the lines of a foot with the paragraphs below it, where the last lines alone show none that is signed.

    ``foot`` is what the last lines show. A formula with a name, a signature, or a day with a signer prove a foot; a
    day alone does above the votes. What stands below becomes a postscript, or a note where it begins as notes do.
    """
    kinds = {item.kind for item in foot}
    if kinds & (_SIGNERS | {"formula"}) or (kinds and not foot[0].line.start):
        return foot
    text = [block for block in blocks if block.role not in _PASSED]
    below: list[Block] = []
    for block in reversed(text):
        told = [one for one in below if not _APPARATUS.match(draft.text, one.start)]
        if block.role is not None or len(told) > _MOST_BELOW:
            break
        if (
            below
            and not (block.joined or below[0].joined)
            and _may_end_foot(draft, block)
            and _length(told) <= _LONGEST_BELOW
        ):
            inner = foot_of(draft, [one for one in blocks if one.end <= block.end], is_letter=is_letter)
            is_dated = bool(kinds & {"date", "place"})
            proved = _ends_text(draft, blocks, inner, below) and (
                _is_proved(draft, inner, below, is_letter=is_letter)
                or (not is_dated and _is_learned(draft, inner, below))
            )
            if proved:
                return inner + [line for one in below for line in _lines_below(draft, one)]
        below.insert(0, block)
    return foot


def _may_end_foot(draft: Draft, block: Block) -> bool:
    lines = lines_of(draft, block)
    return bool(lines) and len(lines[-1].text) <= _LONGEST_LINE


def _length(blocks: list[Block]) -> int:
    return sum(block.end - block.start for block in blocks)


def _ends_text(draft: Draft, blocks: list[Block], foot: list[FootLine], below: list[Block]) -> bool:
    """Tell whether a text ends above a foot: with no colon, which opens a list, and longer than what stands below."""
    if not foot:
        return False
    start = foot[0].line.start
    above = draft.text[blocks[0].start : start].rstrip()
    opens_list = above.endswith(":") and foot[0].kind not in {"formula", "signatories"}
    return not opens_list and len(above) > _length(below)


def _is_proved(draft: Draft, foot: list[FootLine], below: list[Block], *, is_letter: bool) -> bool:
    """Tell whether lines are plainly a foot, though text stands below them that is no turn, head or scene."""
    kinds = {item.kind for item in foot}
    texts = [draft.clean_block(block) for block in below]
    if any(_is_of_record(text) for text in texts if not (_VOTE.match(text) or _is_apparatus(text))):
        return False
    if kinds == {"date"}:
        return len(foot) == 1 and _VOTE.match(texts[0]) is not None
    is_signed = "signature" in kinds or bool(kinds & _SIGNERS and "formula" in kinds)
    many = sum(item.kind in _MANY for item in foot)
    is_named = bool(kinds & _SIGNERS and "date" in kinds) or bool(kinds & {"name", "row"})
    return is_signed or many >= _FEWEST_SIGNATORIES or (is_letter and is_named)


def _is_apparatus(text: str) -> bool:
    """Tell whether a paragraph is a note, or says what kind of copy is printed or where it is kept."""
    return bool(_APPARATUS.match(text) or SIGLA_OF_COPY.match(text) or is_reference(text.strip("()[]")))


def _is_learned(draft: Draft, foot: list[FootLine], below: list[Block]) -> bool:
    """Tell whether lines are a foot by what was learned, and what stands below them is no text."""
    learned = sum(is_likely_of_foot(draft, item.line.start) for item in foot)
    is_signed = bool({item.kind for item in foot} & (_SIGNERS | {"formula"}))
    is_text = any(is_likely_text(draft, block.start) for block in below)
    return not is_text and (learned > 1 or (learned == 1 and is_signed))


def _is_of_record(text: str) -> bool:
    """Tell whether a paragraph is a turn of speech, a head in capitals or a scene."""
    return opens_turn(text) or is_capitals(text) or _SCENE.fullmatch(text) is not None


_SCENE = re.compile(r"\(.*\)\.?|\[.*\]\.?")
"""A paragraph in brackets, as a record tells what happens."""


def _lines_below(draft: Draft, block: Block) -> list[FootLine]:
    """Return a paragraph below a foot as its lines if it is a list of who gets a copy, else as one line of it."""
    lines = lines_of(draft, block)
    if len(lines) > 1 and DISTRIBUTION_HEAD.fullmatch(lines[0].text) and all(len(line.text) < 70 for line in lines):
        head = FootLine(strong_kind(lines[0]) or "docket", lines[0])
        return [head, *(FootLine("distribution", line) for line in lines[1:])]
    return [line_below(draft, block)] if lines else []


def line_below(draft: Draft, block: Block) -> FootLine:
    """Return a paragraph below a foot as a line of it: a note where it begins as notes do, else a postscript."""
    words = draft.clean_block(block)
    lines = lines_of(draft, block)
    line = Line(block, lines[0].start, lines[-1].end, words)
    if POSTSCRIPT.match(words):
        return FootLine("postscript", line)
    if END_NOTE.match(words) or SIGLA_OF_COPY.match(words):
        return FootLine("endnote", line)
    kind = "copies" if names_recipients(words) else strong_kind(line)
    return FootLine(kind if kind in _DOCKETS else "postscript", line)
