"""A name that alone signs a document, told by its place, by the head, or by its form (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import INSTITUTION, OFFICE
from diple.recognisers.frame.footabove import is_bare_name
from diple.recognisers.frame.footnames import PLACE, is_no_phrase, is_writer
from diple.recognisers.frame.footproof import SIGNERS, FootLine
from diple.recognisers.frame.innerfoot import line_below
from diple.recognisers.frame.lines import OUTSIDE, Line, is_capitals, label_in, lines_of
from diple.spacing import SET_RIGHT

_MOST_BELOW = 8
"""The most paragraphs below a name that signs."""
_SIGNED = SIGNERS - {"office", "body"} | {"formula", "signatory", "row", "signatories"}
_MOST_WORDS, _LONGEST = 4, 40
"""The most words and characters of such a name."""
_SHORTEST = 30
"""The fewest characters of a last sentence."""
_ENDS = re.compile(r"[.!?…—–][”\"’')\]]*\d{0,2}$")
_APPARATUS = re.compile(
    r"\[|[*†‡¹²³⁴⁵⁶⁷⁸⁹]|\(?\d{1,3}[.)]?\s|P\.?\s?S\b|N\.?\s?B\b|[^.!?:;]{3,90}:$|"
    r"(?:[A-Z][\w’'-]+)(?: [\w’'-]+){0,4}(?: \([^()]{2,40}\))?:\s"
)
"""How a line begins that tells of a paper: in brackets, with the sign of a note, with a label."""
_PASSED = OUTSIDE | {Role.NOTE, Role.MILESTONE}


def foot_with_name_alone(draft: Draft, blocks: list[Block], foot: list[FootLine]) -> list[FootLine]:
    """Return a foot that nobody signs with the name that stands alone above it, or above what is told of the paper.

    The name is proved by standing at the right, by the head or title, which have it, or as a full one at the end.
    """
    if any(item.kind in _SIGNED for item in foot):
        return foot
    end = foot[0].line.start if foot else blocks[-1].end + 1 if blocks else 0
    text = [block for block in blocks if block.role not in _PASSED and block.start < end]
    below: list[Block] = []
    for number in range(len(text) - 1, 0, -1):
        block, above = text[number], text[number - 1]
        if block.role is not None or block.joined or len(below) > _MOST_BELOW:
            break
        if _is_name(draft, block) and _ends_text(draft, blocks, block, above):
            line = lines_of(draft, block)[0]
            proved = _is_proved(draft, line, above, is_last=not below and not foot, has_turns=_has_turns(text))
            signed = proved and _is_apparatus(draft, below) and _length(text[:number]) > _length(below)
            return [FootLine("weak-name", line), *(line_below(draft, one) for one in below), *foot] if signed else foot
        below.insert(0, block)
    return foot


def _is_name(draft: Draft, block: Block) -> bool:
    """Tell whether a block is one line that may be a name: one to four words with capitals."""
    lines = lines_of(draft, block)
    words = lines[0].text.rstrip(".") if len(lines) == 1 else ""
    is_short = (
        not re.search(r"\d", words)
        and 0 < len(words.split()) <= _MOST_WORDS
        and len(words) <= _LONGEST
        and not block.heading
    )
    return is_short and is_bare_name(words) and not INSTITUTION.search(words) and not OFFICE.search(words)


def _ends_text(draft: Draft, blocks: list[Block], block: Block, above: Block) -> bool:
    """Tell whether a sentence ends right above a block; what an editor left out may stand between."""
    notes = [one for one in blocks if above.end <= one.start < block.start and one.role is Role.NOTE]
    words = draft.clean_block(above)
    return bool(notes) or (above.role in {None, Role.ITEM} and len(words) > _SHORTEST and bool(_ENDS.search(words)))


def _is_proved(draft: Draft, line: Line, above: Block, *, is_last: bool, has_turns: bool) -> bool:
    name = line.text.rstrip(".")
    if line.block.indent >= above.indent + SET_RIGHT or is_writer(draft, name, line.start):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > 2]
    if words and _is_in_head(draft, words[-1]):
        return True
    return is_last and not has_turns and len(words) > 1 and is_no_phrase(words) and not PLACE.match(name)


def _is_in_head(draft: Draft, word: str) -> bool:
    """Tell whether a line of the head names somebody: "From: J. Orlin", "Der Botschafter Freiherr von Orlin an"."""
    head = (draft.text_of(block) for block in draft.blocks[:40] if block.role in {Role.HEAD, Role.OPENER})
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words) for words in head)


def _has_turns(text: list[Block]) -> bool:
    return any(block.role is Role.SPEECH for block in text)


def _is_apparatus(draft: Draft, below: list[Block]) -> bool:
    """Tell whether each paragraph below a name tells of the paper: in brackets, as a note, under a label."""
    is_told = False
    for block in below:
        words = draft.clean_block(block)
        is_labelled = bool(label_in(words)) or _APPARATUS.match(words) is not None
        is_labelled = is_labelled or any(line.text.endswith(":") for line in lines_of(draft, block)[:1])
        if is_capitals(words) or not (is_labelled or is_told):
            return False
        is_told = words.endswith(":")
    return True


def _length(blocks: list[Block]) -> int:
    return sum(block.end - block.start for block in blocks)
