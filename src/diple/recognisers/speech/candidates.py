"""The lines of a document that begin as turns do: each with its block, its label and the number before it."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Clean, Draft
from diple.model import Block
from diple.recognisers.participants.contents import names_only
from diple.recognisers.participants.letters import named
from diple.recognisers.speech.emphasised import emphasised_turns
from diple.recognisers.speech.evidence import Candidate
from diple.recognisers.speech.labels import REACH, Label, labelled, read_label
from diple.recognisers.speech.listed import listed_turns
from diple.recognisers.speech.named import named_blocks
from diple.recognisers.speech.numbered import BRACKETED, LOG, NUMBER, QUESTION_NUMBER, TIME
from diple.recognisers.speech.parliament import MARK, read_asker, read_line_label, read_marked_label
from diple.recognisers.speech.release import may_be_released
from diple.recognisers.speech.wording import is_office

_HOLDER = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|M|Mme|Prof|Gen|Comrade|Cde)\.?[ ](?:[^\W\d_a-z]\.[ ]?){0,4}"
    r"[^\W\d_a-z][^.!?:;,()]{1,50})"
    r"(?:[ .…]*\((?P<of>[^()]{2,60})\))?\.?"
)
"""A name with a title, and whom the person represents."""
_GAP = re.compile(r"\s*\[[^\[\]\n]{3,60}\]\.?\s*\Z")
"""A bracket that is all of what somebody said: "Mr. HOLM. [Deleted.]"."""
_CALL_SIGN = re.compile(r"(?P<name>[A-Z][A-Z0-9]{1,7}(?:[/-][A-Z0-9]{1,5})?)(?P<qualifiers>)(?P<stop>)(?=\s+\S)")
"""Who speaks in a log of what was said by radio: "CDR", "CC", "LMP-LM"."""
_PART_OF_NAME = r"[^\W\d_a-z][\w’'.-]+"
_OVER_LINES = re.compile(
    rf"(?P<name>{_PART_OF_NAME}(?:[ ]{_PART_OF_NAME})?[ ]?\n[ ]?{_PART_OF_NAME}(?:[ ]{_PART_OF_NAME})?)"
    r"(?P<qualifiers>)(?P<stop>:)(?=[ ]\S)"
)
_LINE_START = re.compile(r"\n[^\S\n]*(?=[^\s])")
_LINES_READ = 400
"""The lines of one block, in number, that are looked at for labels."""


def candidates_in(draft: Draft) -> list[Candidate]:
    """Return the lines that begin as turns do, in order; names on lines that follow each other are a list."""
    blocks = _open_blocks(draft)
    found = [one for block in blocks for one in _candidates(draft, block)]
    labelled = {one.block.start for one in found}
    alone = [one for one in named_blocks(draft, blocks) if one.block.start not in labelled]
    others = [block for block in blocks if block.start not in labelled]
    found = sorted([*found, *alone, *listed_turns(draft, others), *emphasised_turns(draft, others)], key=_start)
    listed: set[int] = set()
    for number, (one, other) in enumerate(pairwise(found)):
        words = draft.lined[one.start : other.start].strip()
        if one.label.shape == other.label.shape == "line" and len(words.splitlines()) == 1:
            listed |= {number, number + 1}
        elif one.label.is_alone and number not in listed and len(words.splitlines()) == 1 and one.block is other.block:
            listed.add(number + 1)  # the first line of what is said: "Mr. HOLM." over "Capt. Lie."
    return [one for number, one in enumerate(found) if number not in listed]


def _start(found: Candidate) -> int:
    return found.start


def _open_blocks(draft: Draft) -> list[Block]:
    """Return the blocks in which turns may begin: those without a role, and what looked like a head or the foot."""
    return [block for block in draft.blocks if block.role is None or may_be_released(block)]


def _candidates(draft: Draft, block: Block) -> list[Candidate]:
    """Return the lines of a block that begin as turns do."""
    found: list[Candidate] = []
    start: int | None = block.start
    for _ in range(_LINES_READ):
        if start is None:
            break
        if not (block.joined and start == block.start) or may_be_released(block):
            opened = _candidate(draft, block, start)
            is_line = bool(opened) and opened[0].label.shape == "line"
            is_logged = bool(opened) and opened[0].label.shape == "log"
            is_open = is_logged or (is_line and (bool(opened[0].number) or _ends_block(draft, block, start)))
            found += opened if is_open or not _in_sentence(draft, block, start) else []
        following = _LINE_START.search(draft.lined, start, block.end)
        start = following.end() if following else None
    return found


def _candidate(draft: Draft, block: Block, start: int) -> list[Candidate]:
    """Return the turn that a line may begin, the number of its paragraph aside; none if it begins as no turn does."""
    number = _number(draft, block, start)
    marked = number is not None and number.re == MARK
    words = number.end() if number else start
    clean = head_of(draft, words, block.end)
    head = clean.text
    if head.rstrip().endswith(".") and _GAP.match(draft.text, clean.offsets[len(head.rstrip()) - 1] + 1, block.end):
        head = f"{head.rstrip()} […]"  # what was said is left out
    if number is not None and number.re == LOG:
        sign = _CALL_SIGN.match(head)
        return [Candidate(start, block, labelled(sign, "log"), number=number["n"], number_end=words)] if sign else []
    label = (
        (read_marked_label(head) if marked else read_asker(head) if number else None)
        or read_line_label(head)
        or read_label(head)
        or _label_over_lines(draft, clean)
    )
    if label is None or _is_named_office(draft, block, words, label) or _enter_holder(draft, block, words, label):
        return []
    found = Candidate(start, block, label, is_caption=_is_caption(draft, block, words, label))
    if number is None:
        return [found]
    return [found._replace(number="" if number.re == TIME else number["n"] or "", number_end=words)]


def _label_over_lines(draft: Draft, clean: Clean) -> Label | None:
    """Return the label of a narrow column, too narrow for a name: "Arnold" over "Holm:        Yes."."""
    match = _OVER_LINES.match(clean.text)
    first = clean.offsets[match.end("stop")] if match else 0
    return labelled(match, "colon") if match and draft.text[first : first + 2] == "  " else None


def _number(draft: Draft, block: Block, start: int) -> re.Match[str] | None:
    """Return the mark, number or time before a label."""
    for shape in (MARK, TIME, LOG, NUMBER, BRACKETED, QUESTION_NUMBER):
        if found := shape.match(draft.text, start, block.end):
            return found
    return None


def _is_caption(draft: Draft, block: Block, start: int, label: Label) -> bool:
    """Tell whether what follows a label on its line is short and ends open, as in "On the Pier: The Long Night"."""
    head = head_of(draft, start, block.end).text
    words = head[label.stop_end :].partition("\n")[0].strip()
    if "\n" in head[: label.end]:
        return False  # a label over two lines has a column of its own
    return bool(words) and len(words) <= 80 and words[-1] not in '.?!…:;,-–—"”’)]»'


def _enter_holder(draft: Draft, block: Block, start: int, label: Label) -> bool:
    """Enter who holds the office of a label, if a name is all that follows: "President: Mr. Lie (Norvania)"."""
    words = head_of(draft, start, block.end).text[label.stop_end :].strip()
    if _names_part(draft, label, words):
        return True
    match = _HOLDER.fullmatch(words)
    if match is None or not is_office(label.name) or label.name.lower().startswith("the "):
        return False
    if block.end - start > REACH or (draft.text[block.end - 1] == "." and not match["of"]):
        return False
    office = label.name.title() if label.name.isupper() else label.name
    draft.people.add(named(match["name"]), office=office, side=match["of"] or "", role="participant")
    return True


def _names_part(draft: Draft, label: Label, words: str) -> bool:
    """Tell whether a part in a talk stands before persons with their offices: "Briefer: Anna Lie, Spokesman"."""
    is_part = label.shape == "colon" and label.name.lower().removesuffix("s") in _PARTS
    return is_part and "," in words and len(words) <= REACH and names_only(draft, words)


_PARTS = frozenset(
    "briefer moderator panelist panellist interviewer interviewee speaker host participant guest".split()
)


def _is_named_office(draft: Draft, block: Block, start: int, label: Label) -> bool:
    """Tell whether all that follows a label is a name, as in "Secretary: Vik", the label being nobody's name."""
    words = head_of(draft, start, block.end).text[label.stop_end :].strip()
    if not words or len(words) > 60 or words.endswith((".", "!", "?", "…")) or draft.people.find(label.name):
        return False
    return draft.people.match(words) is not None and not words[0].islower()


def head_of(draft: Draft, start: int, end: int) -> Clean:
    """Return the first characters of a stretch as they read, line ends kept, without white space before them.

    Spaces in a row are one: some transcripts have two or more between all words.
    """
    clean = draft.clean(start, min(end, start + REACH))
    lines = draft.lined
    if "  " not in clean.text and "\n" not in lines[start : clean.offsets[-1]]:
        lead = len(clean.text) - len(clean.text.lstrip())
        return Clean(clean.text[lead:], clean.offsets[lead:])
    characters: list[str] = []
    offsets: list[int] = []
    for character, offset in zip(clean.text, clean.offsets, strict=False):
        read = "\n" if lines[offset : offset + 1] == "\n" else character
        if not (read.isspace() and (not characters or (read == " " == characters[-1]))):
            characters.append(read)
            offsets.append(offset)
    return Clean("".join(characters), [*offsets, clean.offsets[-1]])


def _ends_block(draft: Draft, block: Block, start: int) -> bool:
    """Tell whether a line is the last of a short block, which may be a head over the label of the first turn."""
    return block.end - block.start < REACH and "\n" not in draft.lined[start : block.end]


def _in_sentence(draft: Draft, block: Block, start: int) -> bool:
    """Tell whether a line goes on with a sentence of the line before."""
    if start == block.start:
        return False
    before = draft.text[max(block.start, start - 200) : start].rstrip()
    return bool(before) and before[-1] not in '.!?…:;"”’)]—–-*'
