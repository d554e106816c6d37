"""Turns whose labels are damaged: the colon lost, a full stop in its place, no new line before them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block
from diple.recognisers.participants.wording import vocabulary
from diple.recognisers.speech.candidates import head_of
from diple.recognisers.speech.evidence import Candidate
from diple.recognisers.speech.labels import Label, read_label
from diple.recognisers.speech.wording import ADDRESSED, NO_LABEL_WORDS, NO_LABELS, is_office

_OPENERS = vocabulary("""
    A After All Also And Are As At Because Before But By Can Certainly Could Did Do Does Even Every First For From Good
    Am Any Never Since Some Until Whose
    Has Have He Here His How I If In Is It It’s It's Just Let Maybe May My Naturally No Not Nothing Now Of On One Only
    Our Perhaps Please Right She Should So Still Thank Thanks That That’s That's The Then There These They This Those To
    Very Was We Well Were What When Where Which Who Why Will With Would Yes Yet You Your
""")
"""Words that open what is said, and go on with no name."""
_NO_NAMES = vocabulary("At By For From In Of On To With And Or But As After Before Under")
"""Words that lead to what is announced, and begin no label within a paragraph: "In Paris:"."""
_GLUED = re.compile(
    r"(?:(?<=[.!?…)\]])|(?<=:)(?=\s+(?:MR|MRS|MS|MISS|DR|SENATOR|SECRETARY|THE)\b)|(?<=[.!?…][\"”’]))\s*"
    r"(?=(?P<name>(?:[A-Z][\w.’'\-]*\s{1,3}){0,3}[A-Z][\w.’'\-]*)(?:\s{0,3}\([^()\n]{1,60}\))?\s{0,3}:(?:\s|$))"
)
"""Where a label may follow the end of a sentence."""
_GLUED_STOP = re.compile(
    r"\s(?:(?<=[.!?…)\]—–]\s)|(?<=[.!?…][\"”’]\s))\s*(?=(?:The|Mr|Mrs|Ms|Miss|Dr|Sir|Senator|Representative|Secretary|Chairman|"
    r"Commissioner|Chief|Congressman|Governor|Mayor|General|Colonel|Major|Captain|Admiral|Commander|Judge|Justice|"
    r"Ambassador)\.?\s{1,3}(?:[A-Z]\.\s{0,3}){0,2}[A-Z][\w’'\-]+(?:\s{0,3}\([^()\n]{1,60}\))?\.\s+[\"“(\[]?[^\W\d_a-z])"
)
"""Where a label with a full stop may follow the end of a sentence: "… I do not. Mr. ORME. When …"."""
_ABBREVIATED = re.compile(
    r"\b(?=[^\W\d_a-z])(?:[^\W\d_]|(?i:Cdes?|Coms?|Mr|Mrs|Ms|Dr|Gen|Col|Amb|Sen|Rep|St|Hon|Prof|Lt|Maj|Capt|Adm|Tov|"
    r"Messrs|Atty))\.\s*$"
)
"""What ends with a full stop, but no sentence."""
_ENOUGH = 3
"""The times that a label nobody is known by must come, within paragraphs, to be believed."""
_LINE_END = re.compile(r"[.!?…)\]][\"”’']?[^\S\n]*\n[^\S\n]*(?=[A-Z])")
_MOST_FORMS = 60
_BEFORE = 30
"""The characters before a label within a paragraph that are looked at for an abbreviation."""


def damaged_turns(draft: Draft, blocks: list[Block], turns: list[Candidate], *, is_talk: bool) -> list[Candidate]:
    """Return turns in these blocks besides ``turns``, whose labels are read because others of the same form are whole.

    A label within a paragraph is believed if it is that of a turn, a known person's, or comes ``_ENOUGH`` times in the
    record of a talk; a label without its colon only if it is that of two turns.
    """
    taken = {turn.start for turn in turns}
    labels = [range(turn.start, (turn.number_end or turn.start) + turn.label.stop_end) for turn in turns]
    glued = [
        found
        for block in blocks
        for found in (*_glued(draft, block), *_glued_with_stop(draft, block))
        if found.start not in taken and not any(found.start in label for label in _near(labels, found.start))
    ]
    believed = _believed(draft, glued, turns, is_talk=is_talk)
    whole = turns + believed
    touching = list(_touching(draft, blocks, whole, taken))
    return [*believed, *touching, *_without_colon(draft, blocks, whole, taken | {found.start for found in touching})]


def _near(labels: list[range], offset: int) -> list[range]:
    """Return the last of the labels, in order, that begins at or before an offset."""
    index = bisect_right(labels, offset, key=lambda label: label.start)
    return labels[max(0, index - 1) : index]


def _believed(draft: Draft, glued: list[Candidate], turns: list[Candidate], *, is_talk: bool) -> list[Candidate]:
    """Return the labels within paragraphs that are believed."""
    counts = Counter(found.key for found in glued)
    keys = Counter(turn.key for turn in turns)
    titled = {found.key for found in glued if ADDRESSED.match(found.label.name) or is_office(found.label.name)}
    run_on = len(titled) > 1 and sum(counts[key] for key in titled) > _ENOUGH
    names = _names(draft, glued, counts)
    return [
        found
        for found in glued
        if found.label.name.lower() not in NO_LABELS
        and found.label.name.split()[0] not in _NO_NAMES
        and (
            (found.label.shape == "colon" and (found.key in keys or (turns and _is_titled(found)) or run_on))
            or (found.label.shape == "colon" and found.key in names)
            or (found.label.shape == "colon" and (turns or is_talk) and draft.people.match(found.label.name))
            or (found.label.shape == "colon" and is_talk and counts[found.key] >= _ENOUGH)
            or (found.label.shape == "capitals" and (turns or run_on) and _is_sure(found, keys, counts, run_on))
        )
    ]


def _names(draft: Draft, glued: list[Candidate], counts: Counter[str]) -> set[str]:
    """Return the full names that come back as labels within paragraphs, and those like them that the text has too."""
    full = [found for found in glued if _is_full_name(found)]
    names = {found.key for found in full if counts[found.key] > 1}
    if len(names) == 1 or sum(counts[key] for key in names) <= _ENOUGH:
        return set()
    others = Counter(found.label.name for found in full if found.key not in names).most_common(_MOST_FORMS)
    met = {name for name, _ in others if draft.text.count(name) > 1}
    return names | {found.key for found in full if found.label.name in met}


def _is_full_name(found: Candidate) -> bool:
    """Tell whether a label is a name of two words or three, none of which announces something."""
    words = found.label.name.lower().split()
    return 1 < len(words) <= _ENOUGH and not any(word in NO_LABELS or word in NO_LABEL_WORDS for word in words)


def _is_titled(found: Candidate) -> bool:
    name = found.label.name
    return bool(ADDRESSED.match(name)) or is_office(name) or name.isupper()


def _is_sure(found: Candidate, keys: Counter[str], counts: Counter[str], run_on: bool) -> bool:
    """Tell whether a label with a full stop is one: in capitals, an office, that of a turn, or one that comes back."""
    shouted = any(word.isupper() and len(word) > 2 for word in found.label.name.split())
    return shouted or is_office(found.label.name) or found.key in keys or counts[found.key] >= _ENOUGH - run_on


def _glued(draft: Draft, block: Block) -> Iterator[Candidate]:
    """Yield what looks like a label behind the end of a sentence within a block."""
    if ":" not in draft.text[block.start : block.end]:
        return
    position, opened, straight = block.start, 0, 0
    for match in _GLUED.finditer(draft.text, block.start, block.end):
        passed = draft.text[position : match.end()]
        opened += passed.count("“") - passed.count("”")
        straight += passed.count('"')
        position = match.end()
        before = draft.text[max(block.start, position - _BEFORE) : position]
        if opened > 0 or straight % 2 or not re.search(r"[^\W\d_]", before) or _ABBREVIATED.search(before):
            continue
        label = read_label(head_of(draft, position, block.end).text)
        if label is not None and label.shape == "colon":
            yield Candidate(position, block, label)


def _glued_with_stop(draft: Draft, block: Block) -> Iterator[Candidate]:
    """Yield what looks like a label with a full stop, which is a sentence by itself, within a block."""
    for match in _GLUED_STOP.finditer(draft.text, block.start, block.end):
        before = draft.text[max(block.start, match.start() - _BEFORE) : match.start()]
        label = read_label(head_of(draft, match.end(), block.end).text)
        if label is not None and label.shape == "capitals" and not _ABBREVIATED.search(before):
            yield Candidate(match.end(), block, label)


def _without_colon(draft: Draft, blocks: list[Block], turns: list[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield blocks that open with the label of two turns and go on, without a colon, as speech does."""
    counts = Counter(turn.key for turn in turns)
    forms = Counter(turn.label.name for turn in turns if counts[turn.key] > 1)
    names = sorted((name for name, _ in forms.most_common(_MOST_FORMS)), key=len, reverse=True)
    if not names:
        return
    form = re.compile(rf"(?P<name>{'|'.join(map(re.escape, names))})(?P<stop>[ ]?[.;,]?)(?P<gap>\s+)(?=(?P<word>\S+))")
    for block in blocks:
        for start in _line_starts(draft, block):
            match = form.match(head_of(draft, start, block.end).text) if start not in taken else None
            if match and _opens_speech(match):
                stop = match.end("stop") - bool(match["stop"].strip())
                label = Label(match["name"], match.end("name"), stop, match.end("stop"), "damaged")
                yield Candidate(start, block, label)


def _line_starts(draft: Draft, block: Block) -> Iterator[int]:
    """Yield where a block begins, and its lines behind the end of a sentence, as far as a turn may begin there."""
    if not block.joined:
        yield block.start
    for match in _LINE_END.finditer(draft.lined, block.start, block.end):
        yield match.end()


def _touching(draft: Draft, blocks: list[Block], turns: list[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """Yield lines that open with a label that touches what is said, where section marks tell the others.

    Copied from the page of a parliament, "§ Mr. HolmIs he aware …" is followed by "Miss LieNo, Sir.".
    """
    names = {turn.label.name for turn in turns if turn.label.shape in {"marked", "asks"}}
    if not any(turn.label.shape == "marked" for turn in turns):
        return
    forms = "|".join(map(re.escape, sorted(names, key=len, reverse=True)[:_MOST_FORMS]))
    form = re.compile(rf"(?:^|(?<=\n))(?P<name>{forms})(?=[\"“‘]?[^\W\d_a-z](?:[^\W\d_A-Z]|[’' ,]))", re.M)
    for block in blocks:
        for match in form.finditer(draft.lined, block.start, block.end):
            if match.start() not in taken:
                size = len(match["name"])
                yield Candidate(match.start(), block, Label(match["name"], size, size, size, "marked"))


def _opens_speech(match: re.Match[str]) -> bool:
    """Tell whether what stands behind a label without a colon is spoken, and no predicate or part of a name."""
    word = match["word"].rstrip(".,;:!?…—–-")
    if match["stop"].strip() == "," or not word:
        return False
    return word in _OPENERS or match["word"][0] in "“\"«—–…" or (
        match["stop"].strip() in {".", ";"} and word[0].isupper() and not word.isupper()
    )  # fmt: skip
