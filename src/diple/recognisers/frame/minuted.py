"""Minutes that several hands wrote one under another on a paper, each signed and dated (TEI 4.1.1 and 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.closer import foot_of
from diple.recognisers.frame.conventions import INITIALS_NAME, OFFICE, PLAIN_NAME, SIGNATURE
from diple.recognisers.frame.foot import give_foot
from diple.recognisers.frame.footkinds import SHORT_DAY
from diple.recognisers.frame.lines import give, is_prose, join, lines_of
from diple.recognisers.frame.tokens import dateline_of

_INITIALS = re.compile(r"(?:(?:Mac|Mc)?[A-Z]\.\s?){2,4}|[A-Z]{2,3}")
_LONGEST = 60
"""The most characters of a line of such a signature."""


def recognise_minutes(draft: Draft, blocks: list[Block]) -> bool:
    """Make a section of each minute, with its signature at its foot; tell whether there are two or more.

    A name or initials with the day under it or beside it, between paragraphs, ends a minute.
    """
    ends = [number for number in range(len(blocks)) if _ends_minute(draft, blocks, number)]
    if len(ends) < 2 or all(number == len(blocks) - 1 for number in ends[:1]):
        return False
    start = 0
    for end in [*ends, len(blocks) - 1]:
        part = [block for block in blocks[start : end + 1] if block.role is not Role.MILESTONE]
        first = next((block for block in part if block.role is None), None)
        start = end + 1
        if first is None:
            continue
        foot = foot_of(draft, part, most=6, is_letter=True)
        text = [place for place, item in enumerate(foot) if item.kind == "loose"]
        foot = foot[text[-1] + 1 :] if text else foot
        first.division, first.joined = "section", False
        foot = [item for item in foot if item.line.block is not first]  # "Seen." is a minute here
        if foot:
            give_foot(draft, foot)
    return True


def _ends_minute(draft: Draft, blocks: list[Block], number: int) -> bool:
    """Tell whether a block is a signature with its day, or the last line of one, below text."""
    block = blocks[number]
    if block.role is not None or block.joined or block.end - block.start > 3 * _LONGEST or not number:
        return False
    texts = [line.text for line in lines_of(draft, block)]
    if len(texts) == 1 and _is_day(texts[0]):
        above = [line.text for line in lines_of(draft, blocks[number - 1])] if blocks[number - 1].role is None else []
        texts = [*above, *texts] if len(above) == 1 and number > 1 else []
    if not 1 <= len(texts) <= 3 or any(len(text) > _LONGEST for text in texts):
        return False
    if len(texts) == 1:
        return _is_signed_with_day(texts[0])
    return _is_signer(texts[0]) and _is_day(texts[-1])


def _is_day(text: str) -> bool:
    found = dateline_of(text)
    return SHORT_DAY.fullmatch(text) is not None or (found is not None and found.place == (0, 0))


def _is_signer(text: str) -> bool:
    name = SIGNATURE.sub("", text).strip(" .") if SIGNATURE.match(text) else text.rstrip(".")
    if OFFICE.search(name):
        return False
    is_full = PLAIN_NAME.fullmatch(name) is not None and 1 < len(name.split()) <= 4
    return bool(
        INITIALS_NAME.fullmatch(name) or _INITIALS.fullmatch(text) or _INITIALS.fullmatch(f"{name}.") or is_full
    )


def _is_signed_with_day(text: str) -> bool:
    """Tell whether name and day stand on one line: "E.Y. 2/3", "J. H. Marlow, 4th March, 1951"."""
    match = _BESIDE.fullmatch(text)
    return match is not None and _is_signer(match["name"].rstrip(", ")) and _is_day(match["day"])


_PREVIOUS = re.compile(r"[(\[]?Previous\s+References?\s?:.{3,200}", re.S | re.I)
"""Where a subject was dealt with before, below the caption of a minute."""
_LONGEST_CAPTION = 100


def recognise_captions(draft: Draft, blocks: list[Block]) -> None:
    """Make heads of the lines over a minute of a cabinet whose last one refers to earlier minutes."""
    for number, block in enumerate(blocks):
        if not number or block.role is not None or not _PREVIOUS.fullmatch(draft.clean_block(block)):
            continue
        above = blocks[number - 1]
        if above.role is None and _is_caption(draft.clean_block(above)):
            give(draft, above, Role.SECTION, why="the caption of a minute")
        if above.role is Role.SECTION:
            join(draft, above, block, Role.SECTION, "")


def _is_caption(text: str) -> bool:
    return len(text) <= _LONGEST_CAPTION and text[:1].isupper() and not is_prose(text)


_BESIDE = re.compile(r"(?P<name>[^\d]{2,40}?),?\s+(?P<day>\d.{2,30}|(?:[A-Z][a-z]+\.? \d{1,2}).{0,10})")
