"""Recognise turns: who speaks, under which label, to whom, and where the talk ends (TEI 7.2, 8.3)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque

from diple import patterns as re
from diple.agents import Person
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.participants import is_record_of_talk
from diple.recognisers.speech.asides import read_asides
from diple.recognisers.speech.broken import link_broken_turns
from diple.recognisers.speech.candidates import candidates_in, head_of
from diple.recognisers.speech.damaged import damaged_turns
from diple.recognisers.speech.evidence import Candidate, label_key, turns_among
from diple.recognisers.speech.examination import Told, asks_by_name, counsel_only, end_turns, examinations, set_apart
from diple.recognisers.speech.keys import read_keys
from diple.recognisers.speech.labels import REACH, Label
from diple.recognisers.speech.marking import mark_label
from diple.recognisers.speech.misread import with_misread
from diple.recognisers.speech.namesakes import enter_namesakes
from diple.recognisers.speech.numbered import number_paragraphs, take_number, take_topics
from diple.recognisers.speech.release import may_be_released, release, release_foot, release_words
from diple.recognisers.speech.speakers import ANSWERING, ASKING, Parts, speaker_named, speakers_of
from diple.recognisers.speech.wording import ADDRESSED, CLOSING, GROUPS, VOICE, is_office

_LOOKED_BACK = 50
"""The doubts, in number, among which one is looked for that says the same of another turn."""
_CONFERENCE = re.compile(r"\b(?:news|press)\s+conference", re.I)
_FEW_WORDS = 2
"""The words, in number, that may be a name and no sentence."""
_LINES_ENOUGH = 3
"""The labels, in number, from which on none of those on lines of their own is a signature, or a titled one a head."""


def recognise(draft: Draft) -> None:
    """Open a turn at each label that the document shows to be one; say which paragraphs belong to no turn."""
    doubted = read_asides(draft)
    set_apart(draft)
    read_keys(draft)
    take_topics(draft)
    candidates = candidates_in(draft)
    turns = _turns(draft, candidates)
    if not turns:
        return
    turns = with_misread(draft, candidates, turns)
    release_foot(draft, turns)
    release_words(draft, turns)
    _divide(draft, turns)
    told = examinations(draft, turns[0].start)
    _enter_examined(draft, turns, told)
    enter_namesakes(draft.people, turns)
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
    has_heads = any(one.asks for one in pending)
    for number, candidate in enumerate(turns):
        while pending and pending[0].block.start < candidate.start:
            parts = _parts(draft, parts, pending.popleft())
        if candidate.label.asker and not candidate.label.office:
            parts = parts._replace(asks=speaker_named(draft.people, candidate.label.asker))
        elif is_examined and asks_by_name(turns, number) and (parts.asks is None or not has_heads):
            parts = parts._replace(asks=speaker_named(draft.people, candidate.label.name))
        block = draft.block_at(candidate.start)
        if block is not None and (block.role is None or may_be_released(block)):
            release(draft, block)
            if candidate.number_end:
                take_number(draft, block)
            if _is_alone(draft, block, candidate.label):
                _take_words(draft, block, starts)
            _open_turn(draft, block, candidate.label, marked, parts)


def _turns(draft: Draft, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that are turns, and the turns with damaged labels, in order."""
    counts = Counter(candidate.key for candidate in candidates)
    is_spoken = sum(found.block.role is None for found in candidates) >= _LINES_ENOUGH
    has_lines = sum(found.label.shape == "line" for found in candidates) >= _LINES_ENOUGH
    candidates = [
        found
        for found in candidates
        if found.block.role is None
        or counts[found.key] > 1
        or (has_lines and found.label.shape == "line")
        or _speaks_last(draft, found)
        or (is_spoken and _is_titled(found))
    ]
    is_talk = is_record_of_talk(draft)
    turns = turns_among(draft, candidates, is_talk=is_talk)
    blocks = [block for block in draft.blocks if block.role is None]
    damaged = damaged_turns(draft, blocks, turns, is_talk=is_talk)
    if not turns:
        keys = {found.key for found in damaged}
        turns = [found for found in candidates if found.key in keys and found.block.role is None]
    starts = {found.start for found in turns}
    found = sorted([*turns, *(one for one in damaged if one.start not in starts)], key=lambda turn: turn.start)
    return _without_called(draft, found)


def _is_titled(found: Candidate) -> bool:
    """Tell whether what looked like a head or a salutation, among turns, is a title and a name: "Mr. HOLM:"."""
    is_head = found.block.role in {Role.HEAD, Role.SECTION, Role.OPENER}
    return is_head and found.label.shape == "colon" and ADDRESSED.match(found.label.name) is not None


def _speaks_last(draft: Draft, found: Candidate) -> bool:
    """Tell whether an office says a sentence in what looked like a docket: "Witness: About 35 miles."."""
    words = head_of(draft, found.start, found.block.end).text[found.label.stop_end :].split()
    is_said = len(words) > _FEW_WORDS and words[-1].endswith((".", "?", "!"))
    return (
        found.block.role is Role.POSTSCRIPT and found.label.shape == "colon" and is_office(found.label.name) and is_said
    )


def _without_called(draft: Draft, turns: list[Candidate]) -> list[Candidate]:
    """Return the turns but for names that are all that is said: "The Chairman. Mr. Holm. Mr. Holm. No questions."."""
    kept: list[Candidate] = []
    for turn in turns:
        before = kept[-1] if kept and kept[-1].block is turn.block else None
        words = draft.text[before.number_end or before.start : turn.start].strip() if before else ""
        if before is None or len(words) > before.label.stop_end or before.label.shape == "line":
            kept.append(turn)
    return kept


def _parts(draft: Draft, parts: Parts, told: Told) -> Parts:
    """Return who asks and who answers after a block that tells it; a new witness is asked by nobody known yet."""
    asks = speaker_named(draft.people, told.asks) if told.asks and not counsel_only(told.asks) else None
    if told.answers:
        return parts._replace(asks=asks, answers=speaker_named(draft.people, told.answers))
    return parts._replace(asks=asks)


def _enter_examined(draft: Draft, turns: list[Candidate], told: list[Told]) -> None:
    """Enter who is examined, as the title says, where speakers are known by their initials."""
    has_initials = any(len(turn.label.name.strip(".")) == 1 for turn in turns)
    if has_initials and told and told[0].answers and told[0].block.start < turns[0].start:
        speaker_named(draft.people, told[0].answers)


def _interviewee(draft: Draft, turns: list[Candidate]) -> Person | None:
    """Return the one known person who speaks under no label, and so may be who answers the questions."""
    labels = {turn.label.name for turn in turns if turn.label.name.lower() not in ASKING | ANSWERING}
    plain = {label for label in labels if VOICE.fullmatch(label) is None and not GROUPS & set(label.lower().split())}
    is_conference = _CONFERENCE.search(draft.text, 0, turns[0].start) is not None
    if is_conference and len({label_key(label) for label in plain}) == 1 and any(found.key == "a" for found in turns):
        return speaker_named(draft.people, min(plain))
    speaking = [person.id for label in labels if (person := draft.people.match(label))]
    silent = [person for person in draft.people if person.id not in speaking and not person.is_group]
    return silent[0] if len(silent) == 1 else None


def _divide(draft: Draft, turns: list[Candidate]) -> None:
    """Divide blocks in which turns begin after the first line."""
    inner: dict[int, list[Candidate]] = {}
    for candidate in turns:
        if candidate.start > candidate.block.start:
            inner.setdefault(id(candidate.block), []).append(candidate)
    for candidates in inner.values():
        block = candidates[0].block
        first, *_ = draft.split_block(block, *(candidate.start for candidate in candidates))
        if block.role is Role.HEAD:
            first.role, first.tag, first.attrs = block.role, block.tag, block.attrs
            first.by, first.why = block.by, block.why


def _is_alone(draft: Draft, block: Block, label: Label) -> bool:
    """Tell whether a block is a label with no words after it."""
    clean = head_of(draft, block.start, block.end)
    return not clean.text[label.stop_end :].strip() and block.end - block.start < REACH


def _open_turn(draft: Draft, block: Block, label: Label, marked: list[int], parts: Parts) -> None:
    """Give a block the role of a turn, with its speaker, direction and the signs of its label."""
    clean = head_of(draft, block.start, block.end)
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
    mark_label(draft, block, label, clean)


def _addressee(draft: Draft, words: str) -> Attrs:
    person = draft.people.match(words)
    return {"toWhom": f"#{person.id}"} if person else {}


def _has_sic(marked: list[int], start: int, end: int) -> bool:
    """Tell whether one of the offsets of what is marked [sic], or noted as doubtful, stands in a label."""
    index = bisect_left(marked, start)
    return index < len(marked) and marked[index] < end


def _take_words(draft: Draft, block: Block, turns: frozenset[int]) -> None:
    """Let a block that is a label alone run on over the paragraph after it, which holds the words of the turn."""
    index = bisect_left(draft.blocks, block.start, key=lambda other: other.start) + 1
    following = draft.blocks[index] if index < len(draft.blocks) else None
    if following is not None and following.role is None and following.start not in turns:
        block.end = following.end
        del draft.blocks[index]


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
