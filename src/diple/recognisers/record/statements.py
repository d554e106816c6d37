"""Sentences that a library sets above a document: where the original lies, who digitized it, what may be done with it.

Project Gutenberg's and others' files say where the text begins and ends; what stands around that is their record.
"""

from __future__ import annotations

from itertools import takewhile

from diple import patterns as re
from diple.datewords import parse_date
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.record.conventions import SAYS_RIGHTS
from diple.recognisers.record.lines import claim, lines_of, sign_adornment, sign_free, tell
from diple.recognisers.record.people import CREDIT
from diple.recognisers.record.shelfmark import is_reference
from diple.recognisers.record.tail import label_of
from diple.recognisers.record.values import tell_reference, tell_value

_MOST = 16
"""The first paragraphs, in number, of which some may be such sentences."""
_LOCATED = re.compile(
    r"(?P<lead>(?:the )?original (?:documents?|items?|letters?|papers?|records?) (?:is|are|(?:can|may) be found) "
    r"(?:located |held |kept )?(?:in|at|among) )(?:the )?(?P<place>\S.{10,400}?)\.?",
    re.I | re.S,
)
_DIGITIZED = re.compile(
    r"(?:digiti[sz]ed (?:from|by|at)|scanned (?:from|by)|reproduced (?:from the|at the)|photocopy from|courtesy of)\b"
    r".{5,200}",
    re.I | re.S,
)
_TRANSCRIPT = re.compile(
    r"(?:this is (?:a|the|an? \w+) (?:transcript|transcription)|this (?:e-?book|transcript|oral history|electronic)|"
    r"numbers (?:appearing |given )?in (?:square )?brackets)\b.{30,1500}",
    re.I | re.S,
)
_HEADS = re.compile(
    r"(?:notices?|restrictions?|copyright(?: notice)?|terms of use|notice and restrictions|notices and restrictions|"
    r"rights|disclaimer)[.:]?",
    re.I,
)
"""Heads over sentences about rights."""
_OPENED = re.compile(r"(?:Opened|Released)\b[^\n]{0,30}\d{4}(?:\s*\n[^\n]{3,60}){0,3}")
"""When a library opened a record to readers, below what it says of their rights."""
_BEGINS = re.compile(
    r"^\*{2,3}\s?(?:START|BEGIN(?:NING)?) OF (?:THE |THIS )?[^\n*]{3,200}(?:\n[^\n*]{1,200})?\*{2,3}[ \t]*$", re.M
)
_ENDS = re.compile(r"^\*{2,3}\s?END OF (?:THE |THIS )?[^\n*]{3,200}(?:\n[^\n*]{1,200})?\*{2,3}[ \t]*$", re.M)


def tell_statements(draft: Draft, start: int) -> int:
    """Record such sentences at the head; return the offset behind the last that stands there with nothing before it."""
    position = _tell_around(draft, start)
    blocks = [block for block in draft.blocks if block.start >= position and block.role is not Role.META][:_MOST]
    position = _tell_bracketed(draft, blocks) or position
    if _tell_source_below_title(draft, blocks):
        return position
    if heading := _heading_of_transcript(draft, blocks):
        return _tell_description(draft, blocks, heading)
    blocks = _set_debate_apart(draft, blocks)
    leads, below_head, below_rights = True, False, False
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        is_below, below_head = below_head, _HEADS.fullmatch(draft.text_of(block).strip()) is not None
        text = draft.text_of(block).strip()
        is_of_rights = is_below and _is_statement(text) and not _TRANSCRIPT.fullmatch(text)
        if is_of_rights or (below_rights and _OPENED.fullmatch(text)):
            tell_value(draft, "rights", block.start, block.end)
            claim(draft, block.start, block.end)
            below_rights = SAYS_RIGHTS.search(text) is not None
        elif not _tell(draft, block, following):
            leads = below_rights = False
        else:
            position = block.end if leads else position
            below_rights = below_rights or SAYS_RIGHTS.search(text) is not None
    return position


_IN_BRACKETS = re.compile(r"(?:\[[^\[\]\n]{5,120}\]\s*){1,4}")
_FROM = re.compile(r"\[From the\b.{0,60}\b(?:Office|Library|Archives?|Service)\]", re.I)


def _tell_bracketed(draft: Draft, blocks: list[Block]) -> int:
    """Record lines in brackets at the very head, one of which says whose copy it is; return the offset behind them."""
    above = list(takewhile(lambda block: _IN_BRACKETS.fullmatch(draft.text_of(block)), blocks))
    if not above or not _FROM.search(draft.text, above[0].start, above[-1].end):
        return 0
    for line in re.finditer(r"\[([^\[\]\n]+)\]", draft.text[above[0].start : above[-1].end]):
        start, end = (above[0].start + offset for offset in line.span())
        sign_free(draft, start, start + 1, why="bracket of the record")
        sign_free(draft, end - 1, end, why="bracket of the record")
        tell_value(draft, "digital-note", start + 1, end - 1)
    claim(draft, above[0].start, above[-1].end)
    return above[-1].end


def _tell(draft: Draft, block: Block, following: Block | None) -> bool:
    """Record a paragraph if it is such a sentence, or the head over one; return whether it is."""
    text = draft.text_of(block).strip()
    if block.role is Role.META:
        return True
    if located := _LOCATED.fullmatch(text):
        start = block.start + draft.text_of(block).index(text)
        sign_free(draft, block.start, start + located.start("place"), why="where the original is")
        tell_reference(draft, start + located.start("place"), block.end)
    elif debate := _DEBATE.match(draft.text, block.start, block.end):
        _tell_debate(draft, debate)
        return True
    elif _DIGITIZED.fullmatch(text):
        tell(draft, "digital-note", block.start, block.end)
    elif _TRANSCRIPT.fullmatch(text):
        tell_value(draft, "rights" if SAYS_RIGHTS.search(text) else "digital-note", block.start, block.end)
    elif _HEADS.fullmatch(text) and following is not None and _is_statement(draft.text_of(following)):
        sign_adornment(draft, block.start, block.end)
        sign_free(draft, block.start, block.end, why="heading of the record")
    elif match := _HEAD_RUN_IN.match(text):
        sign_free(draft, block.start, block.start + match.end(), why="heading of the record")
        is_about_rights = SAYS_RIGHTS.search(text, match.end()) is not None
        tell_value(draft, "rights" if is_about_rights else "digital-note", block.start + match.end(), block.end)
    else:
        return False
    claim(draft, block.start, block.end)
    return True


_OVER_TRANSCRIPT = re.compile(
    r"\W*(?:(?:full )?(?:transcript(?:ion)?|text)"
    r"(?: of (?:the )?(?:letter|document|memo(?:randum)?|telegram|diary|speech))?|"
    r"t ?r ?a ?n ?s ?c ?r ?i ?p ?t(?: ?i ?o ?n)?)\W*",
    re.I,
)
"""The heading of a page between the library's description and the document."""
_OF_DOCUMENT = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b")
_SHORTEST_DESCRIPTION = 80


def _heading_of_transcript(draft: Draft, blocks: list[Block]) -> int:
    """Return which of the first paragraphs is such a heading below a description, 0 if none is."""
    heading = next(
        (number for number, block in enumerate(blocks) if _OVER_TRANSCRIPT.fullmatch(draft.text_of(block))), 0
    )
    above = [draft.text_of(block) for block in blocks[:heading]]
    described = any(
        len(text) >= _SHORTEST_DESCRIPTION and not _OF_DOCUMENT.search(text) and _ENDED.search(text) for text in above
    )
    return heading if described and not any(_SALUTES.match(text) for text in above) else 0


_ENDED = re.compile(r"[.!?][\"”’)\]]*\s*$")
"""The end of a sentence, which a title has not."""
_SALUTES = re.compile(r"\W*(?:My )?Dear\b|\W*(?:Sir|Gentlemen|Comrades?)\W*$")


def _tell_description(draft: Draft, blocks: list[Block], heading: int) -> int:
    """Record what a library says of a document above the heading of its transcript; return the offset behind it."""
    for number, block in enumerate(blocks[:heading]):
        text = " ".join(draft.text_of(block).split())
        is_long = len(text) >= _SHORTEST_DESCRIPTION
        says = "rights" if SAYS_RIGHTS.search(text) else "abstract" if is_long and not _SERVICE.search(text) else "note"
        is_number = re.fullmatch(r"[A-Z]{0,6}[\d./-]{4,}\w*", text)
        field = "record-id" if is_number else "title" if not number and not is_long else says
        tell_value(draft, field, block.start, block.end)
    draft.drop(blocks[heading].start, blocks[heading].end, "heading of the page over the text")
    claim(draft, blocks[0].start, blocks[heading].end)
    return blocks[heading].end


_SERVICE = re.compile(
    r"\b(?:available for a fee|image request|hi-?resolution|click|download|contact|please see)\b", re.I
)


def _tell_source_below_title(draft: Draft, blocks: list[Block]) -> bool:
    """Record a title and date with the word "Source" below them, and the reference to an archive below that."""
    number = next((number for number, block in enumerate(blocks[:_MOST_TITLES]) if _is_word_source(draft, block)), 0)
    if not number or number + 1 >= len(blocks) or not _is_kept(draft.text_of(blocks[number + 1])):
        return False
    above = blocks[:number]
    dates = [block for block in above if parse_date(draft.text_of(block))]
    if len(dates) != 1 or any(len(draft.text_of(block)) > _LONGEST_TITLE for block in above):
        return False
    title = [block for block in above if block is not dates[0]][-1:]
    for block in above:
        field = "date" if block is dates[0] else "title" if block in title else "note"
        tell_value(draft, field, block.start, block.end)
    sign_free(draft, blocks[number].start, blocks[number].end, why="label of the record")
    tell_value(draft, "source", blocks[number + 1].start, blocks[number + 1].end)
    claim(draft, above[0].start, blocks[number + 1].end)
    return True


_MOST_TITLES, _LONGEST_TITLE = 6, 300


def _is_word_source(draft: Draft, block: Block) -> bool:
    return draft.text_of(block).strip(" *_#:").lower() == "source"


def _is_kept(text: str) -> bool:
    return is_reference(text) and (CREDIT.search(text) is not None or bool(re.search(r"\d", text)))


def _set_debate_apart(draft: Draft, blocks: list[Block]) -> list[Block]:
    """Divide a block before and behind a line that is such a reference; return the blocks as they are then."""
    below = blocks[1] if len(blocks) > 1 and blocks[0].end - blocks[0].start <= _LONGEST_HEADLINE else None
    if below is not None and _DEBATE.match(draft.text, below.start, below.end):
        draft.give_role(blocks[0], Role.HEAD, why="the title above the reference to the debates")
        return blocks
    for block in blocks[:2]:
        for line in re.finditer(r"(?<=\n)[^\n]+", draft.text[block.start : block.end]):
            if block.role is None and _DEBATE.fullmatch(line[0].strip()):
                parts = draft.split_block(block, block.start + line.start(), block.start + line.end())
                if block is blocks[0] and parts[0].end - parts[0].start <= _LONGEST_HEADLINE:
                    draft.give_role(parts[0], Role.HEAD, why="the title above the reference to the debates")
                return [other for other in draft.blocks if other.start >= blocks[0].start][:_MOST]
    return blocks


_LONGEST_HEADLINE = 150


def _tell_debate(draft: Draft, match: re.Match[str]) -> None:
    """Record the reference to a volume of debates, and its day; the number of the column behind it is the text's."""
    claim(draft, *match.span("reference"))
    found = parse_date(match["date"])
    draft.fact("date", match["date"], *match.span("date"), consumed=False, attrs=dict(found.attrs) if found else {})
    tell_value(draft, "citation", *match.span("reference"))


_DEBATE = re.compile(
    r"(?P<reference>(?:H\.?[CL]\.? Deb\.?|(?:Commons|Lords|House of Commons|House of Lords)? ?(?:Hansard|Debates?),?)"
    r"(?: \(?[A-Z]\w+\)?)? (?P<date>\d{1,2} [A-Z][a-z]+ \d{4}),? (?:vol\.?|volume) \d+,? ?"
    r"(?:cc?|cols?|column|columns)\.? ?\d+(?:[-–]\d+)?[A-Z]{0,2})"
)
"""The place of a speech in the volumes of a parliament's debates."""

_HEAD_RUN_IN = re.compile(
    rf"{_HEADS.pattern}[ \t]*\n(?=[A-Z](?=[^§]{{0,400}}(?:{SAYS_RIGHTS.pattern}))|this is a transcript)", re.I
)


def _is_statement(text: str) -> bool:
    return SAYS_RIGHTS.search(text) is not None or _TRANSCRIPT.match(text.strip()) is not None


def _tell_around(draft: Draft, start: int) -> int:
    """Record what a file says before the line where its text begins, and behind the one where it ends."""
    begins, ends = _BEGINS.search(draft.text, start), _ENDS.search(draft.text, start)
    if ends:
        claim(draft, ends.start(), len(draft.text))
        draft.drop(ends.start(), ends.end(), "end of the file's text")
        _tell_lines(draft, ends.end(), len(draft.text))
    if begins is None or begins.start() > _FAR:
        return start
    claim(draft, start, begins.end())
    _tell_lines(draft, start, begins.start())
    draft.drop(begins.start(), begins.end(), "beginning of the file's text")
    return begins.end()


_FAR = 8_000


def _tell_lines(draft: Draft, start: int, end: int) -> None:
    """Record lines with labels by them, others with what they go on with: rights, or a note."""
    parts: list[tuple[str, int, int]] = []
    for line in lines_of(draft, start, end):
        label = label_of(line) if ":" in line.text else None
        if label:
            sign_free(draft, line.start, label[1], why="label of the record")
            parts.append((label[0], label[1], line.end))
        elif parts and not line.blank_before:
            parts[-1] = (*parts[-1][:2], line.end)
        else:
            parts.append(("rights" if SAYS_RIGHTS.search(line.text) or parts else "note", line.start, line.end))
    for field, first, last in parts:
        tell_value(draft, field, first, last)
