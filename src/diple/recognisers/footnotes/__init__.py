"""Recognise footnotes: each becomes one ``note`` at its mark, its body moved there (TEI 3.9.1)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.footnotes.again import label_of_note, refer_again
from diple.recognisers.footnotes.dividing import divide
from diple.recognisers.footnotes.pairing import Marks, in_order
from diple.recognisers.footnotes.runs import Run, may_be_near, paragraphs, runs_of
from diple.recognisers.footnotes.styles import BACK_LINK, RULE, Body, Mark, bodies_in, marks_in


class Voice(NamedTuple):
    """Who speaks in a note, told by words at its beginning (consumed) or at its end (kept)."""

    type: str
    start: re.Pattern[str]
    end: re.Pattern[str]


VOICES = (
    Voice(
        "translator",
        re.compile(r"[(\[]?(?:translator['’]?s?['’]? note|trans\. note|t\.n\.)[\])]?\s*[:.–—-]\s*", re.I),
        re.compile(r"[(\[–—-]\s*(?:trans(?:l|lator)?|tr)\.?[\])]?\s*$", re.I),
    ),
    Voice(
        "transcriber",
        re.compile(r"[(\[]?(?:transcriber['’]?s?['’]? note|typist['’]?s? note)[\])]?\s*[:.–—-]\s*", re.I),
        re.compile(r"[(\[–—-]\s*transcr(?:iber)?\.?[\])]?\s*$", re.I),
    ),
    Voice(
        "editor",
        re.compile(r"[(\[]?(?:editor(?:ial|s|['’]s|s['’])? note|ed\. note)[\])]?\s*[:.–—-]\s*", re.I),
        re.compile(r"[(\[–—-]\s*eds?(?:itors?)?\.?[\])]?\s*$", re.I),
    ),
    Voice(
        "author",
        re.compile(r"(?:author['’]s note|note in the original)\s*[:.–—-]\s*", re.I),
        re.compile(r"[(\[–—-]\s*(?:foot)?note (?:in|of) the (?:original|document|text)\.?[\])]?\s*$", re.I),
    ),
)


_AGENTS = {"source": "editor"}


def recognise(draft: Draft) -> None:
    """Move the bodies of notes to their marks; D410 lists marks without a body, D411 bodies without a mark."""
    divide(draft)
    runs = runs_of(draft, bodies_in(draft))
    if not runs and not any(mark in draft.text for mark in ("<sup>", "[^", "](#", "¹", "\\1\\")):
        return
    marks = Marks(sorted(marks_in(draft), key=lambda mark: (mark.start, -mark.end)))
    used: list[Mark] = []
    for run in _by_trust(runs):
        used += _move_run(draft, run, marks)
    refer_again(draft, marks.all(), used, lambda mark: not draft.is_signed(mark.start, mark.end))
    _report_lone_marks(draft, marks, used)


def _by_trust(runs: list[Run]) -> list[Run]:
    """Return runs in the order in which they may take their marks: first those at places where notes stand.

    Notes at the end of all come before others there, so that numbered paragraphs before them take no mark of theirs.
    """
    placed = [run for run in runs if not run.near and not run.last]
    last = [run for run in reversed(runs) if run.last]
    amid = sorted((run for run in runs if run.near), key=lambda run: -len(run.bodies))
    return [*placed, *last, *amid]


def _move_run(draft: Draft, run: Run, marks: Marks) -> list[Mark]:
    """Move the bodies of one run; return the marks they were moved to."""
    near = run.near
    pairs = _believed(draft, run, marks)
    if not pairs and (near or not (run.announced or run.sure)):
        return []
    proven = {number for number, _ in pairs}
    labels = [int(run.bodies[number].label) for number in proven if run.bodies[number].label.isdigit()]
    for number, body in enumerate(run.bodies):
        if number not in proven and (run.sure or run.announced or _is_neighbour(body, labels)):
            message = f"the note {body.label} has no mark in the text"
            draft.doubt("D411", body.block.start, message, "find its place in the text, or leave it where it stands")
    for number, mark in pairs:
        _move(draft, run, number, mark)
    if pairs and len(pairs) == len(run.bodies):
        for head in run.heads:
            _clear(draft, head)
    return [mark for _, mark in pairs]


def _believed(draft: Draft, run: Run, marks: Marks) -> list[tuple[int, Mark]]:
    """Return the numbers of the bodies that are notes, with their marks; none where the run is likely no notes."""
    scopes = [run.scope, 0]
    if run.foot:
        scopes = [_page_start(draft, run), run.scope, _page_start(draft, run)]
    for scope in scopes:
        pairs = _numbered(_pairs(draft, run, marks, scope))
        if len(pairs) == len(run.bodies) and not (run.near and _are_weak(pairs)):
            run.near = run.near and may_be_near(run) and bool(_near(draft, run, marks))
            return pairs
    if run.near:
        if near := _near(draft, run, marks):
            return near
        run.near = False
        return pairs if _is_proven_amid(run, pairs) else []
    return [] if run.needs_all else pairs


def _numbered(pairs: list[Mark | None]) -> list[tuple[int, Mark]]:
    return [(number, mark) for number, mark in enumerate(pairs) if mark is not None]


def _are_weak(pairs: list[tuple[int, Mark]]) -> bool:
    """Tell whether marks are too few, or too much like figures, to prove notes where none are expected."""
    told = [mark for _, mark in pairs if mark.style.strength in ("sure", "usual")]
    return len(told) < _AMID or 2 * len(told) < len(pairs)


_AMID = 2
"""So many marks in order, one for each body, prove notes that stand where text follows."""


def _near(draft: Draft, run: Run, marks: Marks) -> list[tuple[int, Mark]]:
    """Return the marks of bodies amid the text in the paragraphs right before them, if all have one."""
    if not may_be_near(run):
        return []
    if all(_is_labelled(draft, body) for body in run.bodies):
        run.near = False
        return _numbered(_pairs(draft, run, marks, 0))
    for start in (_paragraph_start(draft, run), 0):
        pairs = _numbered(_pairs(draft, run, marks, start))
        if len(pairs) == len(run.bodies) and (start or all(_is_alone(draft, run, marks, n, mark) for n, mark in pairs)):
            return pairs
    return []


def _is_alone(draft: Draft, run: Run, marks: Marks, number: int, mark: Mark) -> bool:
    """Tell whether a sign marks but one place before its note, and that is no other note's."""
    others = [*marks.answering(run.bodies[number], "usual"), *marks.answering(run.bodies[number], "sure")]
    before = [other for other in others if other.start < run.bodies[0].block.start]
    return not mark.label.isalnum() and all(other.start == mark.start or not _is_free(draft, other) for other in before)


def _is_proven_amid(run: Run, pairs: list[tuple[int, Mark]]) -> bool:
    """Tell whether nearly all bodies of a long run have marks in order, though text follows them."""
    return len(pairs) >= _LONG and 5 * len(pairs) >= 4 * len(run.bodies) and not _are_weak(pairs)


_LONG = 4


def _is_labelled(draft: Draft, body: Body) -> bool:
    """Tell whether a body says whose note it is: "[*] Translator's note: …"."""
    return any(voice.start.match(draft.text, body.text_start, body.block.end) for voice in VOICES)


def _is_neighbour(body: Body, labels: list[int]) -> bool:
    """Tell whether a body is numbered between, or next to, those that have their marks."""
    return body.label.isdigit() and bool(labels) and min(labels) - 1 <= int(body.label) <= max(labels) + 1


def _paragraph_start(draft: Draft, run: Run) -> int:
    """Return where the paragraphs before a run begin that may hold its marks."""
    return draft.blocks[max(0, run.bodies[0].position - _NEAR)].start


_NEAR = 2
"""How many paragraphs before notes amid the text may hold their marks."""


def _page_start(draft: Draft, run: Run) -> int:
    starts = sorted(point.offset for point in draft.points if point.tag == "pb")
    index = bisect_right(starts, run.bodies[0].block.start) - 1
    return starts[index] if index >= 0 else 0


def _pairs(draft: Draft, run: Run, marks: Marks, scope: int) -> list[Mark | None]:
    """Give bodies marks of their labels, in the bodies' order; a sure one may stand anywhere."""
    end = run.bodies[0].block.start
    pairs = in_order(run.bodies, marks, scope, end, lambda mark: _is_free(draft, mark))
    for number, body in enumerate(run.bodies):
        if pairs[number] is None:
            pairs[number] = _first(draft, marks.answering(body, "sure"), scope, end)
    return _with_loose(draft, run, marks, pairs, scope)


def _with_loose(draft: Draft, run: Run, marks: Marks, pairs: list[Mark | None], scope: int) -> list[Mark | None]:
    """Give bodies without a mark a loose one that stands between their neighbours' marks.

    It is believed if most have theirs, or, where notes stand, if then all have.
    """
    given = list(pairs)
    missing = [number for number, mark in enumerate(pairs) if mark is None]
    most = 2 * len(missing) < len(pairs)
    if not most and not ((run.heads or run.last) and len(pairs) > 1):
        return given
    for number in missing:
        before = next((mark.end for mark in reversed(pairs[:number]) if mark), scope)
        after = next((mark.start for mark in pairs[number + 1 :] if mark), run.bodies[0].block.start)
        pairs[number] = _first(draft, marks.answering(run.bodies[number], "loose"), before, after)
    apart = all(
        mark is not None and (run.heads or mark.style.name == "1 apart")
        for mark in [pairs[number] for number in missing]
    )
    return pairs if most or apart else given


def _first(draft: Draft, marks: list[Mark], start: int, end: int) -> Mark | None:
    """Return the first mark between two offsets that no note has yet."""
    for number in range(bisect_left(marks, start, key=lambda mark: mark.start), len(marks)):
        if marks[number].start >= end:
            return None
        if _is_free(draft, marks[number]):
            return marks[number]
    return None


def _is_free(draft: Draft, mark: Mark) -> bool:
    block = draft.block_at(mark.start)
    is_open = next(draft.unsigned(mark.start, mark.end), None) is not None
    return block is not None and block.role is not Role.NOTE_BODY and is_open


def _move(draft: Draft, run: Run, number: int, mark: Mark) -> None:
    body = run.bodies[number]
    blocks = [block for block in paragraphs(draft, run, number) if block.role is None]
    start, end = body.text_start, blocks[-1].end if blocks else 0
    if start >= end:
        return
    place = _sign_mark(draft, mark)
    _sign_rest(draft, body.block.start, start, f"label of a note: {body.style.name}")
    if body.style.name == "[note 1: ]" and draft.text[end - 1] == "]":
        draft.sign(end - 1, end, why="bracket of a note")
        end -= 1
    if back := BACK_LINK.search(draft.text, max(start, end - 60), end):
        _clear_back_link(draft, back.start(), end)
    if anchor := _ANCHOR.match(draft.text, start, end):
        _sign_rest(draft, start, anchor.end(), "anchor of a note")
        start = anchor.end()
    note_type, words = _voice(draft, run, start, end)
    note_type = "source" if draft.text.startswith("Source:", words) else note_type
    draft.sign(start, words, why="label of a note")
    for block in blocks:
        draft.give_role(block, Role.NOTE_BODY, why=f"body of note {body.label}")
        if len(blocks) > 1:
            draft.span(max(block.start, words), min(block.end, end), "p")
    attrs = _attrs(draft, note_type, mark.label)
    draft.span(words, end, "note", attrs, label=label_of_note(mark), move_to=place, rank=40)


_ANCHOR = re.compile(r"<a (?:id|name)=[\"'][^\"'<>]{0,40}[\"'] ?/?>(?:</a>)?\s*")
"""What a link from a mark leads to, where the notes of a web page begin."""


def _clear_back_link(draft: Draft, start: int, end: int) -> None:
    """Consume a link from a body back to its mark, also one that Markdown has made a reference."""
    draft.spans[:] = [span for span in draft.spans if not (span.tag == "ref" and start <= span.start < span.end <= end)]
    _sign_rest(draft, start, end, "link back to the mark")


def _sign_rest(draft: Draft, start: int, end: int, why: str) -> None:
    """Consume what is no sign yet between two offsets."""
    for first, last in list(draft.unsigned(start, end)):
        draft.sign(first, last, why=why)


def _attrs(draft: Draft, note_type: str, label: str) -> Attrs:
    return {
        "type": note_type,
        "place": "foot",
        "n": label,
        "resp": draft.agents.require(_AGENTS.get(note_type, note_type)),
    }


def _sign_mark(draft: Draft, mark: Mark) -> int:
    """Consume a mark with the white space before it and return where the note is to stand."""
    start = mark.start
    while start > 0 and draft.text[start - 1] in " \t\xa0" and not draft.is_signed(start - 1, start):
        start -= 1
    _sign_rest(draft, start, mark.end, f"mark of a note: {mark.style.name}")
    return start


def _voice(draft: Draft, run: Run, start: int, end: int) -> tuple[str, int]:
    """Return whose note it is and where its words begin; notes at the foot of a page are the document's own."""
    for voice in VOICES:
        if label := voice.start.match(draft.text, start, end):
            return voice.type, label.end()
        if voice.end.search(draft.text, max(start, end - 50), end):
            return voice.type, start
    return ("author" if run.foot or run.near else "editor"), start


def _clear(draft: Draft, head: Block) -> None:
    """Consume a head or rule whose notes have all gone to their marks."""
    is_head = not RULE.fullmatch(draft.text_of(head))
    if head.role is None or head.role is Role.MILESTONE:
        head.role = Role.VOID
        for start, end in list(draft.unsigned(head.start, head.end)):
            draft.sign(start, end, why="head of the notes" if is_head else "rule above notes")


def _report_lone_marks(draft: Draft, marks: Marks, used: list[Mark]) -> None:
    places = {mark.start for mark in used}
    named = any(mark.style.name == "[^1]" for mark in used)
    for mark in marks.sure():
        if mark.style.name == "[^1]" and not named and not mark.label.isdigit():
            continue  # a caret may also stand for words set above the line
        block = draft.block_at(mark.start)
        if mark.start not in places and _is_free(draft, mark) and block is not None and block.start != mark.start:
            message = f"the mark {mark.label} has no note"
            draft.doubt("D410", mark.start, message, "look for the note in the copy; the mark stays in the text")
            places.add(mark.start)
