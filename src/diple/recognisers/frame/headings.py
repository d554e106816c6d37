"""Headings of sections that bear no number: in capitals, as titles, in spaced letters, over minutes and testimony."""

from __future__ import annotations

import re

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.lines import is_capitals, is_prose, label_in
from diple.recognisers.frame.tokens import dateline_of
from diple.recognisers.speech.labels import read_label

LONGEST_TITLE = 110
SHORT_SENTENCE = re.compile(r"(?!\d|[IVXL]+[.)])[A-ZÀ-Ý](?:[^\W\d_]|[’'])*(?: [\w’',;()-]+){2,}\.")
"""A sentence of three words or more, under a head of an agenda: "There was none."."""


def opens_turn(text: str) -> bool:
    """Tell whether a text is shaped like a turn of speech: a label and words behind it that end as sentences do."""
    label = read_label(text)
    return (
        label is not None and label.shape != "plain" and text.rstrip('”"’)]').endswith((".", "!", "?", "…", "—", "–"))
    )


_OF_WITNESS = re.compile(
    r"(?:FURTHER )?(?:TESTIMONY|STATEMENT|(?:DIRECT |CROSS[- ]|RE-?DIRECT |RE-?CROSS )?EXAMINATION|EVIDENCE|"
    r"DEPOSITION) (?:OF|BY)\b|"
    r"[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){1,4}, (?i:(?:duly |re-?)?(?:sworn|called|examined)\b)[^:]{0,40}$"
)
"""How the heading over what a witness says begins, in a hearing."""


_NO_HEADING = re.compile(r"[,;!?…:]$|^\d|(?<!\.)\d$")
_LONGEST_CAPITALS = 60
"""The most characters of a heading in capitals that ends with a full stop."""
LITTLE = frozenset(
    "a about among an and as at between by concerning for from in into of on or over regarding the to under upon with "
    "within without v. vs.".split()
)
_BODY = 80
"""The fewest characters of the paragraph under a heading in small letters."""


def _is_title_between(draft: Draft, blocks: list[Block], index: int, text: str) -> bool:
    """Tell whether a line between blank lines is written as a title, long words with capitals, over a paragraph."""
    block = blocks[index]
    words = text.split()
    if block.role is not None or block.joined or not 1 < len(words) <= _MOST_WORDS or text[-1] in '.)]*”"':
        return False
    is_title = all(word[0].isupper() or word in LITTLE for word in words)
    if not (is_title or _is_phrase(text, words)) or words[-1] in LITTLE or _SIGNED.search(text):
        return False
    after, before = blocks[index + 1], blocks[index - 1] if index else None
    is_over = after.role in {None, Role.PARAGRAPH} and not after.joined and after.blank_before > 0
    body = draft.clean_block(after) if is_over and after.end - after.start < _FARTHEST else ""
    is_prose_below = len(body) >= _BODY and body.endswith((".", "”", '"', ":")) and _SENTENCE_OPENS.match(body)
    if not is_prose_below and not (len(body) >= _BODY and opens_turn(body)):
        return False
    if draft.people.match(text) is not None or dateline_of(text) is not None or (block.blank_before == 0 and before):
        return False
    return (
        before is None
        or before.role in _ABOVE
        or draft.text_of(before).rstrip().endswith((".", "!", "?", "”", "]", ")"))
    )


def _is_phrase(text: str, words: list[str]) -> bool:
    """Tell whether a line begins with a capital and is short, no address or sentence: "Relations with Norland"."""
    return bool(_PHRASE.fullmatch(text)) and len(words) <= _MOST_WORDS - 2 and not _NO_PHRASE.match(text)


_PHRASE = re.compile(r"[A-Z][\w’'–-]*(?: [\w’'–-]+)+")
_NO_PHRASE = re.compile(
    r"(?:To|Dear|From|With|Yours|My|Our|The (?:following|above)|That|He|She|They|We|I|It|You|This|These|Those|There|"
    r"See|Signed|Copy|Copies|Page|Not|No|Yes|Present|Absent|Received|Translated|Source)\b|.*\b(?:is|are|was|were|has|had|"
    r"have|will|said|asked|replied|follows)\b"
)
"""What a line of text or of a letter begins with or holds, and no heading."""
_MOST_WORDS = 12
_FARTHEST = 20_000
_SIGNED = re.compile(
    r"\b(?:[A-Z]\.){1,3}(?:\s|$)|/|\b(?:Mr|Mrs|Dr|Sir|Lord|Cde|Comrade|Secretary|Minister|Ambassador|General)\b\.?"
)
"""What lines of names and signatures have."""
_SENTENCE_OPENS = re.compile(r"[“\"‘(\[]?(?:\d{1,2}\.\s)?[A-Z][\w’'.-]*,? ")
_ABOVE = frozenset({Role.OPENER, Role.HEAD, Role.ITEM, Role.MILESTONE, Role.SECTION, Role.NOTE})
"""What a heading may stand under that does not end as a sentence does."""


_CAPTION = re.compile(
    r"[A-Z][\w’'.,&\- ]{2,80}?\.?\s*[(\[]Previous\s+References?:"
    r"(?:[^()]|\((?:[^()]|\([^()]*\))*\)){3,120}\)?\.?[)\]]?\.?"
)
"""The caption of a minute of a cabinet, in its margin: "Cyprus. (Previous Reference: C.C. (59) 43rd Conclusions)"."""
_SHORT_CAPTION = re.compile(r"[A-Z][A-Za-z’' &-]{2,40}\.")
_NUMBERED_TEXT = re.compile(r"\d{1,2}\.\s+[A-Z]")


def _is_caption(draft: Draft, blocks: list[Block], index: int, text: str) -> bool:
    """Tell whether a block is the caption of a minute: with a reference to earlier ones, or short among such."""
    if _CAPTION.fullmatch(text):
        return True
    if not _SHORT_CAPTION.fullmatch(text) or not _NUMBERED_TEXT.match(draft.text, blocks[index + 1].start):
        return False
    near = (block for block in blocks if block.end - block.start <= 2 * LONGEST_TITLE)
    return any(_CAPTION.fullmatch(draft.clean_block(block)) for block in near)


def is_heading(draft: Draft, blocks: list[Block], index: int) -> bool:
    """Tell whether a block between paragraphs is a heading: Markdown's, or a line in capitals with text behind it."""
    block = blocks[index]
    if index + 1 >= len(blocks) or block.end - block.start > 2 * LONGEST_TITLE:
        return False
    if block.heading:
        return True
    text = draft.clean_block(block)
    if block.role is None and _SPACED.fullmatch(text) and blocks[index + 1].role in {None, Role.SPEECH}:
        return True
    if block.role is None and _is_caption(draft, blocks, index, text):
        return True
    if (
        _OF_WITNESS.match(text)
        and (is_capitals(text) or "," in text)
        and len(text) <= LONGEST_TITLE
        and block.role is None
    ):
        return True
    if not 6 <= len(text) <= 2 * LONGEST_TITLE or label_in(text) or _NO_HEADING.search(text):
        return False
    if not is_capitals(text):
        return len(text) <= LONGEST_TITLE and _is_title_between(draft, blocks, index, text)
    if text.endswith(".") and not (len(text.split()) > 1 and len(text) <= _LONGEST_CAPITALS):
        return False
    return _stands_between(draft, blocks, index, len(text) > LONGEST_TITLE)


def _stands_between(draft: Draft, blocks: list[Block], index: int, is_long: bool) -> bool:
    """Tell whether a line in capitals stands over text, and under text that has ended."""
    after = next((other for other in blocks[index + 1 : index + 3] if other.role is None), None)
    before = next((other for other in reversed(blocks[max(0, index - 3) : index]) if other.role is None), None)
    below = draft.clean_block(after) if after is not None else ""
    is_over = opens_turn(below) or (not is_long and _EXAMINED.match(below) is not None)
    if not is_over and not (is_prose(below) or (not is_long and SHORT_SENTENCE.fullmatch(below))):
        return False
    above = draft.clean_block(before) if before is not None else ""
    return before is None or is_prose(above) or above.endswith((".", "!", "?", ".)", ".]"))


_EXAMINED = re.compile(r"(?:BY|By) (?:THE |the )?[A-Z][\w.’' -]{2,40}:$|(?:Further |Re-?|Cross-?)?[Ee]xamined by\b")
"""The line that says who examines a witness."""
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_]){4,}(?: {2,}[^\W\d_](?: [^\W\d_])+)*:?")
"""A word in spaced letters, which sets it off as a heading: "R e s o l u t i o n"."""
