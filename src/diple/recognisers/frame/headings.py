"""Headings of sections that bear no number: in capitals, as titles, in spaced letters, over minutes and testimony."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import GENRE, INSTITUTION
from diple.recognisers.frame.lines import Line, bare_label, is_capitals, is_prose, label_in
from diple.recognisers.frame.titles import LONGEST_TITLE, PAGE_OF_CONTENTS
from diple.recognisers.frame.tokens import dateline_of
from diple.recognisers.speech.labels import read_label
from diple.recognisers.speech.wording import ADDRESSED

SHORT_SENTENCE = re.compile(r"(?!\d|[IVXL]+[.)])[A-ZÀ-Ý](?:[^\W\d_]|[’'])*(?: [\w’',;()-]+){2,}\.")
"""A sentence of three words or more, under a head of an agenda: "There was none."."""


def opens_turn(text: str) -> bool:
    """Tell whether a text is shaped like a turn of speech: a label and words behind it that end as sentences do."""
    label = read_label(_NUMBER_OF_TURN.sub("", text))
    if label is None or label.shape == "plain":
        return False
    is_titled = ADDRESSED.match(label.name) is not None and len(text) > label.stop_end + 1
    return text.rstrip('”"’)]').endswith((".", "!", "?", "…", "—", "–", *((":",) if is_titled else ())))


_NUMBER_OF_TURN = re.compile(r"(?:[*†+]\s?)?\(?\d{1,5}[.)]{1,2}\s+(?=[A-Z])")
"""The number of a question before who asks it: "*12. Mr. HOLM: …"."""


_OF_WITNESS = re.compile(
    r"(?:FURTHER |PREPARED |OPENING |CLOSING |JOINT |ADDITIONAL |WRITTEN )*"
    r"(?:TESTIMONY|STATEMENT|(?:DIRECT |CROSS[- ]|RE-?DIRECT |RE-?CROSS )?EXAMINATION|EVIDENCE|"
    r"DEPOSITION|RESPONSES?|ANSWERS?) (?:OF|BY|FROM)\b|RESPONSES? TO\b.{3,60}\bQUESTIONS?\b|"
    r"(?:MORNING|AFTERNOON|EVENING|NIGHT) SESSION(?:[,.–—-]|$)|"
    r"(?:ADDITIONAL |WRITTEN |FURTHER )*QUESTIONS? (?:SUBMITTED |POSED )?(?:BY|FROM|FOR)\b|"
    r"[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){1,4}, (?i:(?:duly |re-?)?(?:sworn|called|examined)\b)[^:]{0,40}$"
)
"""How the heading over what a witness says begins, in a hearing."""


_NO_HEADING = re.compile(r"[,;!?…:]$|^\(.*\)$|^\d|(?<!\.)(?<!\b1[5-9]\d)(?<!\b20\d)\d$")
_LONGEST_CAPITALS = 60
"""The most characters of a heading in capitals that ends with a full stop."""

_CAPTION = re.compile(
    r"[A-Z][\w’'.,&\- ]{2,80}?\.?\s*[(\[]Previous\s+References?:"
    r"(?:[^()]|\((?:[^()]|\([^()]*\))*\)){3,120}\)?\.?[)\]]?\.?"
)
"""The caption of a minute of a cabinet, in its margin: "Cyprus. (Previous Reference: C.C. (59) 43rd Conclusions)"."""
_SHORT_CAPTION = re.compile(r"[A-Z][A-Za-z’' &-]{2,40}\.")
_NUMBERED_TEXT = re.compile(r"\d{1,2}\.\s+[A-Z]")


_PART = re.compile(
    r"(?:(?:FIRST|SECOND|THIRD|FINAL|ADDITIONAL) )?(?:SCHEDULE|ANNEX|ANNEXURE|APPENDIX|PREAMBLE|TARIFF|TABLE|ADDENDUM)"
    r"(?: (?:[A-Z]|\d{1,2}|[IVX]{1,4}))?\."
)
"""The part of a treaty or statute that follows its articles, in capitals with a full stop: "SCHEDULE."."""


def _is_caption(draft: Draft, blocks: list[Block], index: int, text: str) -> bool:
    """Tell whether a block is the caption of a minute: with a reference to earlier ones, or short among such."""
    if _CAPTION.fullmatch(text):
        return True
    if not _SHORT_CAPTION.fullmatch(text) or not _NUMBERED_TEXT.match(draft.text, blocks[index + 1].start):
        return False
    near = (block for block in blocks if block.end - block.start <= 2 * LONGEST_TITLE)
    return any(_CAPTION.fullmatch(draft.clean_block(block)) for block in near)


def is_caption_over_text(draft: Draft, lines: list[Line], position: int) -> bool:
    """Tell whether a line in capitals is the caption of the text right below it: "DREDGING" over "Mr. Munn moved …".

    It stands first in its block or below the end of a sentence, and once in the document; a speaker's name comes again.
    """
    text, below = lines[position].text, lines[position + 1 : position + 2]
    if not below or not _CAPITAL_CAPTION.fullmatch(text) or bare_label(text):
        return False
    if dateline_of(text) or INSTITUTION.search(text):
        return False
    follows = position == 0 or lines[position - 1].text.endswith((".", "!", "?"))
    rest = " ".join(line.text for line in lines[position + 1 :])
    is_text = (
        is_prose(rest) and not _LEADERS.search(rest) and below[0].text[:1].isupper() and not is_capitals(below[0].text)
    )
    return follows and is_text and _lines_in_capitals(draft.text)[text] == 1


@lru_cache(maxsize=4)
def _lines_in_capitals(text: str) -> Counter[str]:
    """Return how often each line in capitals stands in a text."""
    return Counter(line.strip() for line in text.splitlines() if line.isupper())


_LEADERS = re.compile(r"\.{4}|(?:\. ){4}")
"""The dots of a table of contents."""
_CAPITAL_CAPTION = re.compile(r"(?=[^a-z]*$)[A-ZÀ-Ý][A-ZÀ-Ý’'& ,-]{4,58}[A-ZÀ-Ý]\.?")


def is_heading(draft: Draft, blocks: list[Block], index: int) -> bool:
    """Tell whether a block between paragraphs is a heading: Markdown's, or a line in capitals with text behind it."""
    block = blocks[index]
    if index + 1 >= len(blocks) or block.end - block.start > 2 * LONGEST_TITLE:
        return False
    if block.heading:
        return True
    text = draft.clean_block(block)
    text = text if _BY_WHOM.search(text) else _RESUMED.sub("", text)
    if block.role is None and _SPACED.fullmatch(text) and blocks[index + 1].role in {None, Role.SPEECH}:
        return True
    if block.role is None and (_PART.fullmatch(text) or _is_caption(draft, blocks, index, text)):
        return True
    if (
        _OF_WITNESS.match(text)
        and (is_capitals(text) or "," in text)
        and not opens_turn(text)
        and len(text) <= LONGEST_TITLE
        and block.role is None
    ):
        return True
    if not 6 <= len(text) <= 2 * LONGEST_TITLE or label_in(text) or _NO_HEADING.search(text) or dateline_of(text):
        return False
    if not is_capitals(text):
        return False
    if blocks[index + 1].role is Role.SECTION and text[-1] not in ",;:":
        return True
    is_named = len(text.split()) > 1 or GENRE.fullmatch(text.rstrip(".")) is not None
    if text.endswith(".") and not (is_named and len(text) <= _LONGEST_CAPITALS):
        return False
    return _stands_between(draft, blocks, index, len(text) > LONGEST_TITLE)


_RESUMED = re.compile(r"\s*[\[(](?i:continued|cont(?:in)?[’']?d\.?|contd\.?|resumed|concluded)[\])]\.?$")
"""What is said behind a heading that stood on an earlier page or day too."""
_BY_WHOM = re.compile(r"\bBY\b")
"""Who examines a witness, which is read with the turns below it."""


def _stands_between(draft: Draft, blocks: list[Block], index: int, is_long: bool) -> bool:
    """Tell whether a line in capitals stands over text, and under text that has ended."""
    after = next((other for other in blocks[index + 1 : index + 3] if other.role is None), None)
    before = next((other for other in reversed(blocks[max(0, index - 3) : index]) if other.role is None), None)
    below = draft.clean_block(after) if after is not None else ""
    if draft.clean_block(blocks[index]).endswith(".") and is_capitals(below):
        return False  # a sentence of a text that is all in capitals
    is_over_turn = opens_turn(below)
    is_over = is_over_turn or (not is_long and _EXAMINED.match(below) is not None)
    is_over = is_over or (not is_long and (SHORT_SENTENCE.fullmatch(below) or _LEADS_IN.fullmatch(below)) is not None)
    if not is_over and not is_prose(below):
        return False
    above = draft.clean_block(before) if before is not None else ""
    return (
        before is None
        or (is_over_turn and is_capitals(above))
        or is_prose(above)
        or _RESUMED.search(above) is not None
        or above.endswith((".", "!", "?", ".)", ".]"))
        or (PAGE_OF_CONTENTS.search(above) is not None)
    )


_LEADS_IN = re.compile(r"[A-ZÀ-Ý][\w’'-]*(?: [\w’',()-]+){3,12}:")
"""The words over a list: "It was agreed that:"."""
_EXAMINED = re.compile(r"(?:BY (?:THE )?|By (?=M))[A-Z][\w.’' -]{2,40}:$|(?:Further |Re-?|Cross-?)?[Ee]xamined by\b")
"""The line that says who examines a witness."""
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_]){4,}(?: {2,}[^\W\d_](?: [^\W\d_])+)*:?")
"""A word in spaced letters, which sets it off as a heading: "R e s o l u t i o n"."""
