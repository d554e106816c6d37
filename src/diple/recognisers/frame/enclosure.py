"""Documents within the document: annexes, attachments, the draft of a letter behind its cover note (TEI 4.3.2)."""

from __future__ import annotations

from bisect import bisect_right

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role, Span
from diple.recognisers.frame.closer import foot_of
from diple.recognisers.frame.conventions import (
    COPIES,
    ENCLOSED_KIND,
    ENCLOSED_TEXT,
    ENCLOSURE,
    GENRE,
    INSTITUTION,
    SALUTATION,
    SEAL,
    STATUS_WORD,
)
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.footforms import is_cipher
from diple.recognisers.frame.lines import ends_open, give, is_capitals, is_prose, label_in
from diple.recognisers.frame.peers import is_closed, opens_peer
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
        after = blocks[number + 1 : number + 6]
        if may_open and _opens_enclosure(draft, groups[-1], block, after):
            give(draft, block, Role.ENCLOSURE, why="head of an enclosed document")
            groups.append([])
            has_prose = False
        elif groups[-1] and opens_peer(draft, groups[-1], block, after, has_prose=has_prose):
            block.division, block.joined = "document", False
            groups.append([])
            has_prose = False
        groups[-1].append(block)
        has_prose = has_prose or (block.role is None and _is_sentence(draft.text[block.start : block.end].strip()))
    return groups


_IN_BRACKETS = re.compile(r"\[[^\[\]]{3,120}\]")


def _free_heads_in_brackets(draft: Draft, blocks: list[Block]) -> None:
    """Let heads of enclosures and seals in brackets be no directions or supplied words: "[Inclosure in No. 217.]"."""
    freed: list[Block] = []
    for block in blocks:
        words = draft.text[block.start : block.end].strip() if block.role in {None, Role.STAGE, Role.NOTE} else ""
        inside = words[1:-1].rstrip(".")
        is_head = ENCLOSURE.fullmatch(inside) or (block.role is not Role.NOTE and STATUS_WORD.fullmatch(inside))
        if SEAL.fullmatch(words) or (is_head and _IN_BRACKETS.fullmatch(words)):
            freed.append(block)
    for block in freed:
        block.role = None
        block.attrs.clear()
    if freed:
        draft.withdraw([span for span in draft.spans if span.tag in _IN_THE_WAY and _is_within(span, freed)])


_IN_THE_WAY = frozenset({"supplied", "stage", "note"})


def _is_within(span: Span, blocks: list[Block]) -> bool:
    place = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return place >= 0 and span.end <= blocks[place].end


def _is_numbered(draft: Draft, block: Block) -> bool:
    """Tell whether a block is the head of a numbered annex, which may follow a mere list."""
    text = draft.clean_block(block) if block.end - block.start <= _LONGEST_HEAD else ""
    text = text.rstrip(".") if _NUMBERED.fullmatch(text) else text
    return bool(ENCLOSURE.fullmatch(text)) and re.search(r"\d|\b[IVX]+\b|\b[A-F]$", text) is not None


def _opens_enclosure(draft: Draft, before: list[Block], block: Block, after: list[Block]) -> bool:
    if block.role is not None or block.end - block.start > _LONGEST_HEAD:
        return False
    text = draft.clean_block(block)
    if _IN_BRACKETS.fullmatch(draft.text[block.start : block.end].strip()):
        text = text.strip("[]").rstrip(".")
    if not text or is_prose(text) or _is_of_head(text) or _NO_HEAD.match(text):
        return False
    text = text.rstrip(".") if _ENCLOSED_IN.fullmatch(text) or _NUMBERED.fullmatch(text) else text
    if not ends_open(text.rstrip(":")) and not correspondence_in(text) and not _LABEL.fullmatch(text):
        return False
    following = [draft.clean_block(other) for other in after if other.role is None]
    if ENCLOSURE.fullmatch(text) and ":" not in text and following and not COPIES.fullmatch(following[0]):
        return True
    if (told := correspondence_in(text)) and told.is_titled and is_closed(draft, before):
        return any(_begins_text(words) for words in following)
    if _LABEL.fullmatch(text) or told:
        return any(_tells_more(words) for words in following[: 1 if told else 2]) and is_closed(draft, before)
    if not any(is_prose(words) for words in following):
        return False
    if ENCLOSURE.fullmatch(text):
        return True
    if _TO_POINT.fullmatch(text):
        return True
    if text.endswith(":") and is_capitals(text):
        return False
    if not (ENCLOSED_TEXT.fullmatch(text) or is_capitals(text) or GENRE.match(text)) or _is_label(text):
        return False
    greets = any(SALUTATION.fullmatch(words) for words in following[:3])
    if greets and _DRAFT.fullmatch(re.sub(r"(?<=\b[A-Z]) (?=[A-Z]\b)", "", text)):
        return True
    if ENCLOSED_TEXT.fullmatch(text) and ENCLOSED_KIND.search(text) and greets:
        return True
    return _is_signed(draft, before) and (_names_document(text) or any(_is_of_opener(words) for words in following[:1]))


def _names_document(text: str) -> bool:
    """Tell whether a head calls what stands below it a document, or names the body that it is for."""
    return bool(ENCLOSED_TEXT.fullmatch(text) or GENRE.match(text) or INSTITUTION.search(text) or _OF_PARTY.match(text))


def _is_of_opener(text: str) -> bool:
    return bool(tokens_of(text) or dateline_of(text) or SALUTATION.fullmatch(text) or correspondence_in(text))


_OF_PARTY = re.compile(r"(?:THE )?(?:CC\b|[A-Z]{2,6} CC\b|COMRADES?\b)")
_NO_HEAD = re.compile(r"\d{1,3}\s?[-–—x×]\s|(?:END|UNQUOTE|ENDS|BEGINS?|QUOTE|STOP)\b|[^,]+,[^,]+,[^,]*,?$")
"""What opens no document: lines of a list of copies, the end of a quoted text, several names."""
_TO_POINT = re.compile(
    r"(?:(?:re(?:garding)?|to|on|concerning|annex to|supplement to|attachment to)[.:]?\s)?(?:point|item|paragraph|"
    r"par\.|p\.|§)\s?[\w.]+,?\s(?:of|to)\s(?:the\s)?(?:protocol|minutes|prot\.|pr\.)[^!?:;]{0,60}",
    re.I,
)
"""The head of a paper on which a protocol decides: "To point 15 of Protocol No. 41"."""


_DRAFT = re.compile(
    r"draft(?: (?:of )?(?:a )?(?:reply|letter|telegram|dispatch|despatch|note|answer|memorandum)\b.{0,80})?", re.I
)
_ENCLOSED_IN = re.compile(
    r"\(?(?:Sub-?)?(?:En|In)closure,?(?: \(?(?:No\.? ?)?[\dIVX]{1,4}\)?,?)? (?:in|to|with) (?:the )?[^.!?]{0,40}"
    r"(?:No\.? ?)?[\w/]{1,8}\)?\.?",
    re.I,
)
"""The head of an enclosure as old prints have it, with a full stop: "Enclosure 1 in No. 3."."""
_NUMBERED = re.compile(
    r"(?:Annex|Annexe|Annexure|Appendix|Attachment|Supplement|(?:Sub-?)?(?:En|In)closure) (?:No\.? ?)?"
    r"(?:\d{1,2}|[IVX]{1,4}|[A-H])\.",
    re.I,
)
"""The head of an annex in prints, with a full stop: "Annex 1."."""
_LABEL = re.compile(r"(?:No\.?\s)?(?:[A-H]|[1-9])\.?|\((?:[A-Ha-h]|[1-9])\)\.?")
"""A letter or number alone, by which a letter speaks of what it encloses: "A.", "No. 2", "(b)"."""


def _begins_text(text: str) -> bool:
    return is_prose(text) or SALUTE.match(text) is not None or dateline_of(text) is not None


def _tells_more(text: str) -> bool:
    """Tell whether a line is of the head of a letter: who writes to whom, place and day, a salutation."""
    found = dateline_of(text)
    is_placed = found is not None and found.place != (0, 0)
    return is_placed or correspondence_in(text) is not None or SALUTE.match(text) is not None


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


def _is_signed(draft: Draft, before: list[Block]) -> bool:
    """Tell whether the document before ends with a signature, so that another may begin."""
    foot = foot_of(draft, before, most=12)
    if foot and foot[-1].line.text[-1:] in "”»":
        return False  # a letter that is quoted
    is_ended = bool(foot) and is_cipher(foot[-1].line.text)
    return is_ended or any(item.kind in {"signature", "name", "weak-name", "body"} for item in foot)
