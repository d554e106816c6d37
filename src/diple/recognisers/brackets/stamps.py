"""Stamps given with their words, over one or several lines or paragraphs (TEI 10.3.3)."""

from __future__ import annotations

from dataclasses import replace

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.brackets.hands import skip_separator
from diple.recognisers.brackets.place import Place, sign_rest
from diple.recognisers.handled import CAME_OR_WENT
from diple.recognisers.prose import ends_sentence
from diple.source import LINE_END

_STAMP = re.compile(
    r"(?:[\w.’'&/-]+ ){0,8}(?:(?:rubber[- ])?stamps?|stamped|seals?)\b(?:,?\s+[\w.’'&/-]+){0,8}?\s*(?::|"
    r"[–—]|(?=[“\"])|$)",
    re.I,
)
_REGISTERED = re.compile(
    r"(?:received|rec[’']?d|registered|registry|incoming|outgoing|entered|entry|filed|dispatched|despatched|sent|"
    r"secretariat|chancery|chancellery|archives?|general department|secret department|seen|date received)\b"
    r"(?:\s+[\w.’'&-]+){0,5}?\s*(?::|[–—/]|(?=\d|Nº|№|No\b)|$)",
    re.I,
)
"""How a stamp of a registry begins, where it is not called a stamp."""
_SAID_TWICE = re.compile(r"(?:stamps?|seals?)\s*:\s*(?=[^:]{0,60}\b(?:stamp|seal)\b[^:]{0,20}:)", re.I)
"""A label that says once more what the words of a stamp begin with."""
_LINE_OR_STROKE = re.compile(rf"{LINE_END.pattern}|\s+/{{1,2}}\s+")
_SENTENCE = re.compile(
    r"^(?:there (?:is|are|was|were)\b|(?:a|an|the|this|several|two|three) [^:]*\b(?:is|are|was|were|"
    r"appears?|bears?)\b)",
    re.I,
)


def claim_stamp(place: Place) -> bool:
    """Claim the words of a stamp; its line ends are kept as ``lb``, and it is a block of the opener or closer."""
    return tells_of_stamp(place.inner) and _claim(place)


_LOOKS = r"(?:rubber|round|square|oval|date|registry|receipt|official|violet|red|blue|black|green|purple|faint)"
_ONLY_STAMP = re.compile(rf"(?:{_LOOKS} )*(?:stamp|seal)(?:, {_LOOKS})*:?", re.I)
"""A label that says no more than that what follows it is a stamp's."""


def claim_headed_stamp(place: Place) -> bool:
    """Claim the rest of a short paragraph that "[Stamp]" heads as what the stamp says."""
    draft, bracket = place.draft, place.bracket
    start, end = skip_separator(place, bracket.end), place.block.end
    words = draft.text[start:end]
    if bracket.start != place.block.start or not _ONLY_STAMP.fullmatch(place.content) or "[" in words:
        return False
    if not words.strip() or len(words.split()) > _LONGEST_REGISTERED or ends_sentence(words) or place.setting.is_talk:
        return False
    sign_rest(draft, bracket.start, start)
    for stroke in _LINE_OR_STROKE.finditer(draft.text, start, end):
        if draft.sign(*stroke.span()):
            draft.point(stroke.end(), "lb")
    draft.span(start, end, "stamp")
    draft.give_role(place.block, Role.OPENER if place.block.start <= place.setting.text_begins else Role.CLOSER)
    return True


_LABELLED = re.compile(rf"(?:(?:{_LOOKS}|printed|embossed|\w+ry) )*(?:stamp|seal)(?:, {_LOOKS})*:\s+(?=\S)", re.I)
"""A label that heads what a stamp says, without brackets: "Rubber stamp, violet: PAID"."""


def claim_labelled_stamp(draft: Draft, block: Block, *, is_above: bool) -> bool:
    """Claim a paragraph that is a label and what a stamp says, in capitals, with a date or over several strokes."""
    text, offsets = draft.clean(block.start, block.end)
    label = _LABELLED.match(text)
    words = text[label.end() :] if label else ""
    if label is None or block.joined or len(words.split()) > _LONGEST_REGISTERED or ends_sentence(words):
        return False
    is_claimed = any(span.tag == "stamp" and block.start <= span.start < block.end for span in draft.spans)
    if is_claimed or not (words.isupper() or find_dates(words) or " / " in words):
        return False
    start = offsets[label.end()] if _ONLY_NAMED.match(text) else block.start
    sign_rest(draft, block.start, start)
    for stroke in _LINE_OR_STROKE.finditer(draft.text, start, block.end):
        if draft.sign(*stroke.span()):
            draft.point(stroke.end(), "lb")
    draft.span(start, block.end, "stamp")
    draft.give_role(block, Role.OPENER if is_above else Role.CLOSER)
    return True


_ONLY_NAMED = re.compile(r"(?:stamp|seal):", re.I)
"""A label that says nothing of the looks of a stamp, so that no word is lost with it."""


def heads_stamp(content: str) -> bool:
    """Tell whether words say no more than that what follows them is a stamp's: "[Rubber stamp:]"."""
    return _ONLY_STAMP.fullmatch(content) is not None


def tells_of_stamp(words: str) -> bool:
    """Tell whether the words of a bracket, on their first lines, head what a stamp says."""
    lines = LINE_END.split(words, maxsplit=2)
    is_split = len(lines) > 2 and lines[1].rstrip().endswith(":") and _STAMP.match(" ".join(lines[:2]))
    return bool(_STAMP.match(lines[0]) or is_split) and _SENTENCE.match(" ".join(words.split())) is None


def claim_registry_stamp(place: Place) -> bool:
    """Claim a bracket of its own, before or after the text, that reads as a registry's stamp: "[Received: 3391 …]"."""
    blocks = place.blocks
    at_edge = blocks[0].start <= place.setting.text_begins or blocks[-1].end >= place.setting.text_ends
    if not (at_edge and place.fills_blocks and _REGISTERED.match(LINE_END.split(place.inner, maxsplit=1)[0])):
        return False
    is_stamp = any(char.isdigit() for char in place.content) and len(place.content.split()) <= _LONGEST_REGISTERED
    return is_stamp and place.content[-1] not in ".!?" and _claim(place)


_CAME = re.compile(
    rf"(?:received|rec[’']?d|arrived|sent|dispatched|despatched|{CAME_OR_WENT})\.?,?"
    r"(?: (?:at|on|in|am|um|le|à|el|a las|il|alle|de))*\s+(?=\S)",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b|hours|hrs|Uhr|h\b)|\d{1,2}[:.]\d\d\b|noon|midnight", re.I)


_REST_OF_LINE = re.compile(r"[ \t]*(?:\n|\Z)")


def leave_time_of_receipt(place: Place) -> bool:
    """Leave to the frame a line of the head in brackets that says only when a message came: "[Received 9:40 p. m.]"."""
    came = _CAME.match(place.content)
    ends = _REST_OF_LINE.match(place.draft.lined, place.bracket.end)
    if came is None or place.bracket.start > place.setting.text_begins or not ends:
        return False
    rest = place.content[came.end() :]
    return bool(_CLOCK.match(rest)) or any(date.start == 0 for date in find_dates(rest)[:1])


_LONGEST_REGISTERED = 30
"""The most words of a stamp that is not called one."""


def _claim(place: Place) -> bool:
    if place.content.islower() or place.content.split()[0].casefold() in ("the", "a", "an"):
        return False
    if len(place.content.split()) < 2 or len(place.content) > 600:
        return False
    again = _SAID_TWICE.match(place.inner)
    start = place.bracket.inner_start + (again.end() if again else 0)
    place.take_signs(start, place.bracket.inner_end)
    blocks = place.blocks
    place.break_lines(_LINE_OR_STROKE, start)
    place.draft.span(start, place.bracket.inner_end, "stamp")
    if not place.fills_blocks:
        _keep_paragraph(place, blocks)
        return True
    _sign_after(place, blocks[-1])
    place.join_blocks()
    role = Role.OPENER if blocks[0].start <= place.setting.text_begins else Role.CLOSER
    place.draft.give_role(blocks[0], role)
    return True


def _keep_paragraph(place: Place, blocks: list[Block]) -> None:
    """Make running text around a stamp a paragraph, so that the stamp's lines are not read as lines of a frame."""
    block = blocks[0]
    has_lines = LINE_END.search(place.inner) is not None
    if len(blocks) > 1 or block.role is not None or place.setting.is_talk or not has_lines:
        return
    around = f"{place.before} {place.after}".strip()
    words = around.split()
    small = sum(word[0].islower() for word in words)
    if len(words) >= _SENTENCE_WORDS and 2 * small >= len(words) and ends_sentence(around):
        place.draft.give_role(block, Role.PARAGRAPH)


_SENTENCE_WORDS = 4
"""The fewest words that, with a stop after them, are a sentence and no line of a frame."""


def _sign_after(place: Place, block: Block) -> None:
    if place.bracket.end < block.end:
        place.draft.sign(place.bracket.end, block.end)


def close_gaps(draft: Draft, gaps: set[int]) -> None:
    """Let a line break stand alone where the white space between two lines of a stamp was joined as a space."""
    if gaps:
        draft.signs[:] = [replace(sign, text="") if sign.start in gaps else sign for sign in draft.signs]
