"""Recognise turns: who speaks, under which label, to whom, and where the talk ends (TEI 7.2, 8.3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque

from diple.agents import Person
from diple.draft import Clean, Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.participants import is_record_of_talk
from diple.recognisers.participants.letters import named
from diple.recognisers.speech.asides import read_asides
from diple.recognisers.speech.broken import link_broken_turns
from diple.recognisers.speech.damaged import damaged_turns
from diple.recognisers.speech.evidence import Candidate, turns_among
from diple.recognisers.speech.examination import Told, end_turns, examinations, set_apart
from diple.recognisers.speech.keys import read_keys
from diple.recognisers.speech.labels import REACH, Label, after_space, read_label
from diple.recognisers.speech.numbered import BRACKETED, NUMBER, number_paragraphs, take_number
from diple.recognisers.speech.parliament import MARK, read_asker, read_line_label, read_marked_label
from diple.recognisers.speech.speakers import ASKING, Parts, speaker_named, speakers_of
from diple.recognisers.speech.wording import CLOSING, is_office

_HOLDER = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|M|Mme|Prof|Gen|Comrade|Cde)\.?[ ][^\W\d_a-z][^.!?:;,()]{1,50})"
    r"(?:[ .…]*\((?P<of>[^()]{2,60})\))?\.?"
)
"""A name with a title, and whom the person represents."""
_LINE_START = re.compile(r"\n[^\S\n]*(?=[^\s])")
_LOOKED_BACK = 50
"""The doubts, in number, among which one is looked for that says the same of another turn."""
_LINES_READ = 400
"""The lines of one block, in number, that are looked at for labels."""


def recognise(draft: Draft) -> None:
    """Open a turn at each label that the document shows to be one; say which paragraphs belong to no turn."""
    doubted = read_asides(draft)
    set_apart(draft)
    read_keys(draft)
    candidates = [found for block in _open_blocks(draft) for found in _candidates(draft, block)]
    turns = _turns(draft, candidates) if candidates else []
    if not turns:
        return
    _divide(draft, turns)
    told = examinations(draft, turns[0].start)
    marked = sorted([*doubted, *(span.start for span in draft.spans if span.tag == "sic")])
    _open_turns(draft, turns, told, marked)
    end_turns(draft, told)
    _end_talk(draft)
    link_broken_turns(draft)
    number_paragraphs(draft)


def _open_turns(draft: Draft, turns: list[Candidate], told: list[Told], marked: list[int]) -> None:
    """Open the turns in order, with who asks and who answers at each place."""
    parts = Parts(_interviewee(draft, turns))
    starts = frozenset(candidate.start for candidate in turns)
    is_examined = any(candidate.label.name.lower() in ASKING for candidate in turns)
    pending = deque(told if is_examined else ())
    for candidate in turns:
        while pending and pending[0].block.start < candidate.start:
            parts = _parts(draft, parts, pending.popleft())
        block = draft.block_at(candidate.start)
        if block is not None and block.role in {None, Role.HEAD}:
            _release(draft, block)
            if candidate.number_end:
                take_number(draft, block)
            if _is_alone(draft, block, candidate.label):
                _take_words(draft, block, starts)
            _open_turn(draft, block, candidate.label, marked, parts)


def _turns(draft: Draft, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that are turns, and the turns with damaged labels, in order."""
    counts = Counter(candidate.key for candidate in candidates)
    candidates = [found for found in candidates if found.block.role is None or counts[found.key] > 1]
    is_talk = is_record_of_talk(draft)
    turns = turns_among(draft, candidates, is_talk=is_talk)
    blocks = [block for block in draft.blocks if block.role is None]
    damaged = damaged_turns(draft, blocks, turns, is_talk=is_talk)
    if not turns:
        keys = {found.key for found in damaged}
        turns = [found for found in candidates if found.key in keys and found.block.role is None]
    starts = {found.start for found in turns}
    return sorted([*turns, *(found for found in damaged if found.start not in starts)], key=lambda turn: turn.start)


def _parts(draft: Draft, parts: Parts, told: Told) -> Parts:
    """Return who asks and who answers after a block that tells it; a new witness is asked by nobody known yet."""
    asks = speaker_named(draft.people, told.asks) if told.asks else None
    if told.answers:
        return parts._replace(asks=asks, answers=speaker_named(draft.people, told.answers))
    return parts._replace(asks=asks)


def _interviewee(draft: Draft, turns: list[Candidate]) -> Person | None:
    """Return the one known person who speaks under no label, and so may be who answers the questions."""
    labels = {turn.label.name for turn in turns} - {"Q", "A"}
    speaking = [person.id for label in labels if (person := draft.people.match(label))]
    silent = [person for person in draft.people if person.id not in speaking and not person.is_group]
    return silent[0] if len(silent) == 1 else None


def _open_blocks(draft: Draft) -> list[Block]:
    """Return the blocks in which turns may begin: those without a role, and what looked like a head."""
    return [block for block in draft.blocks if block.role is None or (block.role is Role.HEAD and not block.heading)]


def _release(draft: Draft, block: Block) -> None:
    """Take a label that looked like a head, or like the last line of one, out of the head."""
    if block.role is Role.HEAD:
        block.role, block.tag, block.joined = None, "", False
        block.attrs.clear()
        gap = range(block.start - 80, block.start + 1)
        draft.points = [point for point in draft.points if point.tag != "lb" or point.offset not in gap]


def _candidates(draft: Draft, block: Block) -> list[Candidate]:
    """Return the lines of a block that begin as turns do."""
    found: list[Candidate] = []
    start: int | None = block.start
    for _ in range(_LINES_READ):
        if start is None:
            break
        if not (block.joined and start == block.start):
            opened = _candidate(draft, block, start)
            is_line = bool(opened) and opened[0].label.shape == "line" and bool(opened[0].number)
            found += opened if is_line or not _in_sentence(draft, block, start) else []
        following = _LINE_START.search(draft.text, start, block.end)
        start = following.end() if following else None
    return found


def _candidate(draft: Draft, block: Block, start: int) -> list[Candidate]:
    """Return the turn that a line may begin, the number of its paragraph aside; none if it begins as no turn does."""
    marked = MARK.match(draft.text, start, block.end)
    number = marked or NUMBER.match(draft.text, start, block.end) or BRACKETED.match(draft.text, start, block.end)
    words = number.end() if number else start
    head = _head(draft, words, block.end).text
    label = (
        (read_marked_label(head) if marked else read_asker(head) if number else None)
        or read_line_label(head)
        or read_label(head)
    )
    if label is None or _is_named_office(draft, block, words, label) or _enter_holder(draft, block, words, label):
        return []
    found = Candidate(start, block, label, is_caption=_is_caption(draft, block, words, label))
    return [found._replace(number=number["n"] or "", number_end=words) if number else found]


def _is_caption(draft: Draft, block: Block, start: int, label: Label) -> bool:
    """Tell whether what follows a label on its line is short and ends open, as in "On the Pier: The Long Night"."""
    words = _head(draft, start, block.end).text[label.stop_end :].partition("\n")[0].strip()
    return bool(words) and len(words) <= 80 and words[-1] not in '.?!…:;,-–—"”’)]»'


def _enter_holder(draft: Draft, block: Block, start: int, label: Label) -> bool:
    """Enter who holds the office of a label, if a name is all that follows: "President: Mr. Lie (Norvania)"."""
    match = _HOLDER.fullmatch(_head(draft, start, block.end).text[label.stop_end :].strip())
    if match is None or not is_office(label.name) or label.name.lower().startswith("the "):
        return False
    if block.end - start > REACH or (draft.text[block.end - 1] == "." and not match["of"]):
        return False
    office = label.name.title() if label.name.isupper() else label.name
    draft.people.add(named(match["name"]), office=office, side=match["of"] or "", role="participant")
    return True


def _is_named_office(draft: Draft, block: Block, start: int, label: Label) -> bool:
    """Tell whether all that follows a label is a name, as in "Secretary: Vik", the label being nobody's name."""
    words = _head(draft, start, block.end).text[label.stop_end :].strip()
    if not words or len(words) > 60 or words.endswith((".", "!", "?", "…")) or draft.people.find(label.name):
        return False
    return draft.people.match(words) is not None and not words[0].islower()


def _head(draft: Draft, start: int, end: int) -> Clean:
    """Return the first characters of a stretch as they read, without white space before them."""
    clean = draft.clean(start, min(end, start + REACH))
    lead = len(clean.text) - len(clean.text.lstrip())
    return Clean(clean.text[lead:], clean.offsets[lead:])


def _in_sentence(draft: Draft, block: Block, start: int) -> bool:
    """Tell whether a line goes on with a sentence of the line before."""
    if start == block.start:
        return False
    before = draft.text[max(block.start, start - 200) : start].rstrip()
    return bool(before) and before[-1] not in '.!?…:;"”’)]—–-*'


def _divide(draft: Draft, turns: list[Candidate]) -> None:
    """Divide blocks in which turns begin after the first line."""
    inner: dict[int, list[Candidate]] = {}
    for candidate in turns:
        if candidate.start > candidate.block.start:
            inner.setdefault(id(candidate.block), []).append(candidate)
    for candidates in inner.values():
        draft.split_block(candidates[0].block, *(candidate.start for candidate in candidates))


def _is_alone(draft: Draft, block: Block, label: Label) -> bool:
    """Tell whether a block is a label with no words after it."""
    clean = _head(draft, block.start, block.end)
    return not clean.text[label.stop_end :].strip() and block.end - block.start < REACH


def _open_turn(draft: Draft, block: Block, label: Label, marked: list[int], parts: Parts) -> None:
    """Give a block the role of a turn, with its speaker, direction and the signs of its label."""
    clean = _head(draft, block.start, block.end)
    persons, cert = speakers_of(draft.people, label, parts)
    sic = bool(label.sic) or _has_sic(marked, block.start, clean.offsets[label.stop_start])
    attrs: Attrs = {"who": " ".join(f"#{person.id}" for person in persons)}
    if label.direction and label.direction.addressee:
        attrs |= _addressee(draft, label.direction.addressee)
    if sic or cert:
        attrs["cert"] = "low" if cert == "low" else "medium"
        message = f"it is not certain who speaks under the label “{label.name}”"
        if not any(doubt.message == message for doubt in draft.doubts[-_LOOKED_BACK:]):
            draft.doubt("D201", block.start, message, "check @who")
    draft.give_role(block, Role.SPEECH, attrs=attrs, why=f"label “{label.name}”")
    _mark_label(draft, block, label, clean)


def _addressee(draft: Draft, words: str) -> Attrs:
    person = draft.people.match(words)
    return {"toWhom": f"#{person.id}"} if person else {}


def _has_sic(marked: list[int], start: int, end: int) -> bool:
    """Tell whether one of the offsets of what is marked [sic], or noted as doubtful, stands in a label."""
    index = bisect_left(marked, start)
    return index < len(marked) and marked[index] < end


def _mark_label(draft: Draft, block: Block, label: Label, clean: Clean) -> None:
    stop = clean.offsets[label.stop_start]
    speaker_end = stop
    if label.direction:
        first, last = clean.offsets[label.direction.start], clean.offsets[label.direction.end]
        speaker_end = min(first - (draft.text[first - 1] in "[("), speaker_end)
        inner = (first + 1, last - 1) if draft.text[first] == "[" else (first, last)
        draft.sign_around(first, last, *inner, why="bracket of a direction")
        draft.span(*inner, "stage", {"type": label.direction.type}, why="direction in the label")
        _sign_space(draft, block.start, speaker_end)
    if label.sic:
        _mark_sic(draft, block, label, clean)
    speaker_end = block.start + len(draft.text[block.start : speaker_end].rstrip())
    draft.span(block.start, speaker_end, "speaker", rank=10, why="label")
    block.label_end = _sign_stop(draft, stop, clean.offsets[label.stop_end - 1] + 1, block)
    if label.shape == "bracketed":
        _mark_supplied(draft, block, speaker_end)


def _mark_supplied(draft: Draft, block: Block, end: int) -> None:
    """Take the brackets off a label that somebody supplied."""
    agent = draft.agents.require(draft.bracket_agent)
    if draft.sign(block.start, block.start + 1, why="bracket of a label"):
        draft.span(block.start + 1, end, "supplied", {"resp": agent, "reason": "identification"}, why="supplied label")


def _take_words(draft: Draft, block: Block, turns: frozenset[int]) -> None:
    """Let a block that is a label alone run on over the paragraph after it, which holds the words of the turn."""
    index = bisect_left(draft.blocks, block.start, key=lambda other: other.start) + 1
    following = draft.blocks[index] if index < len(draft.blocks) else None
    if following is not None and following.role is None and following.start not in turns:
        block.end = following.end
        del draft.blocks[index]


def _mark_sic(draft: Draft, block: Block, label: Label, clean: Clean) -> None:
    if label.sic is None:
        return
    first, last = clean.offsets[label.sic[0]], clean.offsets[label.sic[1]]
    name_end = block.start + len(draft.text[block.start : first].rstrip())
    draft.sign(name_end, last, why="sic")
    draft.span(block.start, name_end, "sic", why="marked [sic]")


def _sign_space(draft: Draft, before: int, end: int) -> None:
    """Sign the white space that ends at ``end``."""
    start = end
    while start > before and draft.text[start - 1].isspace():
        start -= 1
    draft.sign(start, end, why="space in a label")


def _sign_stop(draft: Draft, start: int, end: int, block: Block) -> int:
    """Sign a label's colon or full stop with the space around it; return where the words of the turn begin."""
    _sign_space(draft, block.start, start)
    while end < block.end and _belongs_to_label(draft, end):
        end += 1
    end = min(max(end, after_space(draft.text, end)), block.end)
    for offset in draft.clean(start, end).offsets[:-1]:
        draft.sign(offset, offset + 1, why="end of a label")
    return end


def _belongs_to_label(draft: Draft, offset: int) -> bool:
    """Tell whether a character after the colon is the sign that closes what opened before the label."""
    return draft.text[offset] in "*_]" and draft.is_signed(offset, offset + 1)


def _end_talk(draft: Draft) -> None:
    """Say of each paragraph of a narrator, and those after it up to the next turn, that it is nobody's turn."""
    narrated = False
    for block in draft.body_blocks():
        if block.role is Role.SPEECH:
            narrated = False
        elif block.role is None and not block.joined:
            head = draft.clean(block.start, min(block.end, block.start + 1600)).text
            narrated = narrated or any(pattern.match(head) for pattern in CLOSING)
        if narrated and block.role is not Role.SPEECH:
            block.in_speech = False
