"""Documents within the document: annexes, attachments, the draft of a letter behind its cover note (TEI 4.3.2)."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.closer import foot_of
from diple.recognisers.frame.conventions import (
    COPIES,
    ENCLOSED_KIND,
    ENCLOSED_TEXT,
    ENCLOSURE,
    GENRE,
    SALUTATION,
    STATUS_WORD,
)
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.lines import ends_open, give, is_capitals, is_prose, label_in
from diple.recognisers.frame.runin import SALUTE
from diple.recognisers.frame.tokens import dateline_of, tokens_of

_LONGEST_HEAD = 220


def documents_of(draft: Draft, blocks: list[Block]) -> list[list[Block]]:
    """Divide the blocks of the text before each head of an enclosed document; the heads get their role."""
    _free_heads_in_brackets(draft, blocks)
    groups: list[list[Block]] = [[]]
    has_prose = False
    for number, block in enumerate(blocks):
        may_open = has_prose or (len(groups) > 1 and len(groups[-1]) > 2 and _is_numbered(draft, block))
        if may_open and _opens_enclosure(draft, groups[-1], block, blocks[number + 1 : number + 6]):
            give(draft, block, Role.ENCLOSURE, why="head of an enclosed document")
            groups.append([])
            has_prose = False
        groups[-1].append(block)
        has_prose = has_prose or (block.role is None and _is_sentence(draft.text[block.start : block.end].strip()))
    return groups


_IN_BRACKETS = re.compile(r"\[[^\[\]]{3,120}\]")


def _free_heads_in_brackets(draft: Draft, blocks: list[Block]) -> None:
    """Let heads of enclosures in brackets be neither directions nor words supplied: "[Inclosure in No. 217.]"."""
    for block in blocks:
        words = draft.text[block.start : block.end].strip() if block.role in {None, Role.STAGE} else ""
        inside = words[1:-1].rstrip(".")
        if _IN_BRACKETS.fullmatch(words) and (ENCLOSURE.fullmatch(inside) or STATUS_WORD.fullmatch(inside)):
            block.role = None
            block.attrs.clear()
            draft.spans = [
                span
                for span in draft.spans
                if span.tag != "supplied" or not block.start <= span.start <= span.end <= block.end
            ]


def _is_numbered(draft: Draft, block: Block) -> bool:
    """Tell whether a block is the head of a numbered annex, which may follow a mere list."""
    text = draft.clean_block(block) if block.end - block.start <= _LONGEST_HEAD else ""
    return bool(ENCLOSURE.fullmatch(text)) and re.search(r"\d|\b[IVX]+\b|\b[A-F]$", text) is not None


def _opens_enclosure(draft: Draft, before: list[Block], block: Block, after: list[Block]) -> bool:
    if block.role is not None or block.end - block.start > _LONGEST_HEAD:
        return False
    text = draft.clean_block(block)
    if _IN_BRACKETS.fullmatch(draft.text[block.start : block.end].strip()):
        text = text.strip("[]").rstrip(".")
    if not text or is_prose(text) or _is_of_head(text):
        return False
    if not ends_open(text.rstrip(":")) and not correspondence_in(text):
        return False
    following = [draft.clean_block(other) for other in after if other.role is None]
    if ENCLOSURE.fullmatch(text) and ":" not in text and following and not COPIES.fullmatch(following[0]):
        return True
    if (told := correspondence_in(text)) and told.is_titled and is_closed(draft, before):
        return any(is_prose(words) or SALUTE.match(words) or dateline_of(words) for words in following)
    if not any(is_prose(words) for words in following):
        return False
    if ENCLOSURE.fullmatch(text):
        return True
    if text.endswith(":") and is_capitals(text):
        return False
    if not (ENCLOSED_TEXT.fullmatch(text) or is_capitals(text) or GENRE.match(text)) or _is_label(text):
        return False
    greets = any(SALUTATION.fullmatch(words) for words in following[:3])
    if ENCLOSED_TEXT.fullmatch(text) and ENCLOSED_KIND.search(text) and greets:
        return True
    return _is_signed(draft, before)


def _is_of_head(text: str) -> bool:
    """Tell whether words are classification, precedence and numbers: they stand under a title, and are none."""
    words = " ".join(text.split())
    return bool(tokens_of(words)) and not ENCLOSURE.fullmatch(words)


def _is_sentence(text: str) -> bool:
    """Tell whether a block is text, be it one short sentence."""
    if dateline_of(text):
        return False
    return is_prose(text) or (text.endswith(".") and len(text.split()) >= 5 and not is_capitals(text))


def _is_label(text: str) -> bool:
    label = label_in(text)
    return bool(label) and not ENCLOSED_KIND.search(label)


def is_closed(draft: Draft, before: list[Block]) -> bool:
    """Tell whether the document before ends with a formula, a signature, or whom it is addressed to."""
    kinds = {item.kind for item in foot_of(draft, before, most=12, is_letter=True)}
    return bool(kinds & {"signature", "name", "weak-name", "body", "formula", "address"})


def _is_signed(draft: Draft, before: list[Block]) -> bool:
    """Tell whether the document before ends with a signature, so that another may begin."""
    return any(item.kind in {"signature", "name", "weak-name", "body"} for item in foot_of(draft, before, most=12))
