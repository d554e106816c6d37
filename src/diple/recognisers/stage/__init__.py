"""Recognise directions in the record of a talk: "(Laughter)", "[leaves the room]", whole paragraphs (TEI 7.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.speech.release import FOOT, release
from diple.recognisers.stage.grammar import CALL, begins_with_verb, happening, is_participle, tells_what_was_done
from diple.recognisers.stage.procedure import tells_procedure
from diple.recognisers.stage.supplied import take_supplied
from diple.recognisers.stage.vocabulary import is_direction, is_of_the_text, is_sound

__all__ = ["is_direction", "recognise"]

_INLINE = re.compile(
    r"\(([^()\[\]]{2,200})\)|\[([^()\[\]]{2,200})\]|\{([^{}\n]{3,60})\}|<([^<>/=\n]{3,60})>|"
    r"\*(?<![\w*]\*)([a-z][a-z ]{2,30})\*(?![\w*])"
)
_WHOLE = re.compile(r"\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)\.?|\[(?P<square>[^\[\]]*)\]\.?", re.S)
_NO_SCENE = re.compile(
    r"(?:not |to be |see |signed|sgd|source|end of|continued|cont|text |translat|page|pp?\.|copy|\d|sic\b|illegible|"
    r"inaudible|unintelligible|seal|stamp|signature|note|emphasis|ed\.|editor|omitted|\.\.\.|…|approved|attached|"
    r"enclos|"
    r"appendix|draft)",
    re.I,
)
_NAVIGATION = re.compile(r" \| |\bclick\b|https?:| = ", re.I)
"""What stands in a row of links of a web page, or in a key to initials."""
_TO_SOMEBODY = re.compile(r"\([Tt]o (?P<who>(?:the )?[^\W\d_][^()\[\]\n.:]{1,60})\.?\)")
_LONGEST = 4000
_BEFORE_TALK = 4
"""The blocks before the first turn that are no heads, in number, of which one in parentheses still sets the scene."""


def recognise(draft: Draft) -> None:
    """Mark directions in turns, and give whole paragraphs of direction between turns their role."""
    turns = [index for index, block in enumerate(draft.blocks) if block.role is Role.SPEECH]
    if not turns:
        _mark_heard(draft)
        return
    open_blocks = [index for index in range(turns[0]) if draft.blocks[index].role is None]
    scene = draft.blocks[min([*open_blocks[-_BEFORE_TALK:], turns[0]]) :]
    take_supplied(draft, scene)
    for block in scene:
        _release(draft, block)
        if block.role is None and not block.joined:
            _take_paragraph(draft, block)
        if block.role is Role.SPEECH or (block.role is None and block.in_speech):
            _mark_inline(draft, block)


def _release(draft: Draft, block: Block) -> None:
    """Take a direction in parentheses, such as "(CROSSTALK)", out of what looked like a head."""
    if block.role in FOOT and tells_procedure(" ".join(draft.text_of(block).split())):
        release(draft, block)
        return
    match = _WHOLE.fullmatch(draft.text_of(block)) if block.role in {Role.HEAD, Role.SECTION} else None
    if match and not block.heading and is_direction(match["round"] or match["square"] or ""):
        block.role, block.tag = None, ""
        block.attrs.clear()


def _mark_heard(draft: Draft) -> None:
    """Mark what the hall was heard to do where a speech is reported without turns: "(prolonged applause)"."""
    for block in draft.body_blocks():
        if _take_alone(draft, block):
            continue
        for first, last, kind in _directions(draft, block.start, block.end):
            if draft.is_signed(first, last):
                continue
            if draft.text[first] == "[":
                draft.span(*_unbracketed(draft, first, last), "stage", {"type": kind}, why="a direction")
                continue
            if draft.text[first] != "(" or not _HEARD.fullmatch(draft.text, first, last):
                continue
            if draft.text[max(block.start, first - 2) : first].rstrip()[-1:] in _ENDS:
                draft.span(first, last, "stage", {"type": kind}, why="what was heard")


def _take_alone(draft: Draft, block: Block) -> bool:
    """Give a short paragraph in parentheses that tells what somebody did its role: "(The Director withdrew.)"."""
    text = draft.text_of(block)
    if block.role is not None or block.joined or not (match := _ALONE.fullmatch(text)):
        return False
    words = " ".join(match["round"].split())
    kind = is_direction(words) or (happening(words) if begins_with_verb(words) else None)
    if kind in {None, "delivery", "narrative"} or len(words.split()) > _FEW_WORDS or _NO_SCENE.match(words):
        return False
    return draft.give_role(block, Role.STAGE, attrs={"type": kind or ""}, why="a direction in a text without turns")


_ALONE = re.compile(r"\((?P<round>[A-Z][^()]*\.)\)", re.S)
_HOUR = re.compile(
    r"(?:(?:at|from|time:?) )?\d{1,2}(?:[.:]\d{2}(?=$|[ ap.])|(?= ?[aphno])) ?"
    r"(?:[ap]\.? ?m\.?|hours|hrs|noon|o[’']clock)?\.?",
    re.I,
)
"""An hour alone, as between the parts of a hearing: "11.19 am"."""
_FEW_WORDS, _SOUND_WORDS = 10, 4
_ENDS = tuple('.!?…”"’»:,')
"""After what is heard a sentence, or a clause, has ended; amid a clause the same words are text."""
_HEARD = re.compile(
    r"\((?:(?:general|prolonged|stormy|loud|long|hearty|lively|some|thunderous|continued|slight|great),? ){0,3}"
    r"(?:applause|laughter|ovation|cheers|cheering|laughs?|commotion)(?:(?:,| and|;) [^().]{3,60}| in the \w+)?[.!]?\)",
    re.I,
)


def _take_paragraph(draft: Draft, block: Block) -> None:
    """Give a paragraph that is wholly in brackets its role."""
    free = list(draft.unsigned(block.start, block.end))
    if not free or block.end - block.start > _LONGEST:
        return
    start, end = free[0][0], free[-1][1]
    text = draft.text[start:end]
    if text[:1] not in "([":
        words = " ".join(text.split())
        if tells_procedure(words):
            draft.give_role(block, Role.STAGE, attrs={"type": "narrative"}, why="procedure between turns")
        return
    match = _WHOLE.fullmatch(text)
    words = draft.words(start + match.start(_of(match)), start + match.end(_of(match))) if match else ""
    kind = is_direction(words) or ("incident" if is_sound(words) else None)
    if not words.strip() or is_of_the_text(words) or _NAVIGATION.search(words):
        return
    if kind is None and (tells_procedure(" ".join(words.split())) or _HOUR.fullmatch(words)):
        kind = "narrative"
    if kind is None and _NO_SCENE.match(words.strip()):
        return
    kind = kind or _kind_of_paragraph(words)
    if kind:
        draft.give_role(block, Role.STAGE, attrs={"type": kind}, why="a direction between turns")
        _unbracketed(draft, start, end)


def _of(match: re.Match[str]) -> str:
    """Return the group of a match that holds what stands within the brackets."""
    return "square" if match["round"] is None else "round"


def _kind_of_paragraph(words: str) -> str:
    """Return the type of a direction not in the vocabulary: a sentence tells something, less is no direction."""
    return "narrative" if len(words.split()) > 3 and words.strip()[:1].isupper() else ""


def _mark_inline(draft: Draft, block: Block) -> None:
    start = max(block.start, block.label_end)
    start = _mark_addressee(draft, block) or start
    for first, last, kind in _directions(draft, start, block.end):
        if not draft.is_signed(first, first + 1):
            last = _with_stop(draft, start, first, last, block.end)
            draft.span(*_unbracketed(draft, first, last), "stage", {"type": kind}, why="direction")


def _mark_addressee(draft: Draft, block: Block) -> int:
    """Mark "(To the interpreter)" at the head of a turn, and to whom the turn is said if known; return its end or 0."""
    match = _TO_SOMEBODY.match(draft.text, block.label_end, block.end) if block.role is Role.SPEECH else None
    if match is None or draft.is_signed(*match.span()):
        return 0
    draft.span(*match.span(), "stage", {"type": "delivery"}, why="addressee at the head of a turn")
    if person := draft.people.match(match["who"]):
        block.attrs.setdefault("toWhom", f"#{person.id}")
    return match.end()


def _unbracketed(draft: Draft, first: int, last: int) -> tuple[int, int]:
    """Consume an editor's brackets, square or of another form; parentheses are the document's own and stay."""
    if draft.text[first] == "(":
        return first, last
    close = draft.text.rindex(_CLOSES.get(draft.text[first], draft.text[first]), first, last)
    draft.sign(first, first + 1, why="bracket of a direction")
    draft.sign(close, last, why="bracket of a direction")
    return first + 1, close


_CLOSES = {"[": "]", "{": "}", "<": ">"}


def _directions(draft: Draft, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the brackets in a stretch of talk that are directions, with their types."""
    for match in _INLINE.finditer(draft.text, start, end):
        kind = is_direction(draft.words(match.start() + 1, match.end() - 1))
        if kind is None and match.group(1):
            kind = _doing(draft, match, start, end)
        addressee = None if kind else _TO_SOMEBODY.fullmatch(match.group())
        if kind or (addressee and draft.people.match(addressee["who"])):
            yield match.start(), match.end(), kind or "delivery"


def _doing(draft: Draft, match: re.Match[str], start: int, end: int) -> str | None:
    """Return the type of direction for parentheses between sentences that begin with a verb: "(Cuts ribbon.)"."""
    words = draft.words(match.start(1), match.end(1))
    before = draft.text[max(start, match.start() - 20) : match.start()].rstrip()
    after = draft.text[match.end() : min(end, match.end() + 20)].lstrip()
    ends = not before or before[-1] in _SENTENCE_ENDS
    goes_on = after[:1].islower() or after[:1] == ","
    if ends and not goes_on and CALL.fullmatch(words):
        return "vocal"
    if words.islower() and " " not in words and is_participle(words) and (ends or not after or after[0] in ".!?"):
        return happening(words)
    if ends and not goes_on and words[:1].isupper() and is_sound(words):
        return "incident"
    if ends and not goes_on and tells_what_was_done(words):
        return is_direction(words) or "kinesic"
    if ends and not goes_on and words.islower() and len(words.split()) <= _SOUND_WORDS:
        return happening(words)
    return happening(words) if ends and not goes_on and begins_with_verb(words) else None


_SENTENCE_ENDS = ".!?…:”\"’'—–)]*_"


def _with_stop(draft: Draft, start: int, first: int, last: int, end: int) -> int:
    """Return the end of a direction: a full stop behind it belongs to it if the sentence before has ended."""
    if last >= end or draft.text[last] != ".":
        return last
    before = draft.text[max(start, first - 40) : first].rstrip()
    return last + 1 if not before or before.endswith((".", "!", "?", "…", "”", '"', ":")) else last
