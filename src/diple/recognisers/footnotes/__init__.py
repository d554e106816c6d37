"""Recognise footnotes: each becomes one ``note`` at its mark, its body moved there (TEI 3.9.1)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.brackets.handlabels import hand_of_label, starts_of_hands, told_by_hand
from diple.recognisers.brackets.hands import place_value
from diple.recognisers.footnotes.again import label_of_note, refer_again
from diple.recognisers.footnotes.bare import bare_bodies
from diple.recognisers.footnotes.believing import believed, is_free
from diple.recognisers.footnotes.bodies import bodies_in, drop_links_back
from diple.recognisers.footnotes.dividing import divide
from diple.recognisers.footnotes.pairing import Marks
from diple.recognisers.footnotes.runs import Run, is_cut_short, paragraphs, runs_of
from diple.recognisers.footnotes.styles import BACK_LINK, RULE, Body, Mark, marks_in
from diple.recognisers.footnotes.voices import voice_of
from diple.recognisers.frame.footlines import give_note

_AGENTS = {"source": "editor"}


def recognise(draft: Draft) -> None:
    """Move the bodies of notes to their marks; D410 lists marks without a body, D411 bodies without a mark."""
    drop_links_back(draft)
    divide(draft)
    marks = Marks(sorted(marks_in(draft), key=lambda mark: (mark.start, -mark.end)))
    runs = runs_of(draft, bodies_in(draft, bare_bodies(draft, marks)))
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
    pairs = believed(draft, run, marks)
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
    if run.is_unnumbered and pairs:
        _leave(draft, run, [number for number in range(len(run.bodies)) if number not in proven])
    if pairs and len(pairs) == len(run.bodies):
        for head in run.heads:
            _clear(draft, head)
    return [mark for _, mark in pairs]


def _is_neighbour(body: Body, labels: list[int]) -> bool:
    """Tell whether a body is numbered between, or next to, those that have their marks."""
    return body.label.isdigit() and bool(labels) and min(labels) - 1 <= int(body.label) <= max(labels) + 1


def _move(draft: Draft, run: Run, number: int, mark: Mark) -> None:
    body = run.bodies[number]
    blocks = [block for block in paragraphs(draft, run, number) if block.role is None]
    start, end = body.text_start, blocks[-1].end if blocks else 0
    if run.is_alone:
        label = blocks.pop(0)
        draft.give_role(label, Role.VOID, why="label of a note")
        draft.sign(label.start, label.end, why="label of a note")
    if start >= end:
        return
    place = _sign_mark(draft, mark)
    _sign_rest(draft, body.block.start, min(start, body.block.end), f"label of a note: {body.style.name}")
    if body.style.name == "[note 1: ]" and draft.text[end - 1] == "]":
        draft.sign(end - 1, end, why="bracket of a note")
        end -= 1
    if back := BACK_LINK.search(draft.text, max(start, end - 60), end):
        _clear_back_link(draft, back.start(), end)
    if anchor := _ANCHOR.match(draft.text, start, end):
        _sign_rest(draft, start, anchor.end(), "anchor of a note")
        start = anchor.end()
    if not mark.label.isdigit() and told_by_hand(draft, start, end):
        _claim_by_hand(draft, blocks, (start, end), mark, place)
        return
    note_type, words = voice_of(draft, run, start, end)
    note_type = "source" if draft.text.startswith("Source:", words) else note_type
    draft.sign(start, words, why="label of a note")
    for block in blocks:
        draft.give_role(block, Role.NOTE_BODY, why=f"body of note {body.label}")
    wholes = _whole_paragraphs(draft, blocks)
    for first, last in wholes if len(wholes) > 1 else ():
        draft.span(max(first.start, words), min(last.end, end), "p")
    attrs = _attrs(draft, note_type, mark.label)
    draft.span(words, end, "note", attrs, label=label_of_note(mark), move_to=place, rank=40)


def _claim_by_hand(draft: Draft, blocks: list[Block], bounds: tuple[int, int], mark: Mark, place: int) -> None:
    """Make the body of a note what a later hand wrote, if a label says so; of several labels, several."""
    starts = starts_of_hands(draft, *bounds)
    for block in blocks:
        draft.give_role(block, Role.NOTE_BODY, why="body of a note on a later hand")
    for first, last in zip(starts, [*starts[1:], bounds[1]], strict=True):
        if told := told_by_hand(draft, first, last):
            label, words, end = told
            _sign_rest(draft, first, words, "label of a later hand")
            attrs: Attrs = {"type": "annotation", "place": place_value(label), "n": mark.label}
            attrs |= {"hand": hand_of_label(draft, label)}
            draft.span(words, end, "note", attrs, label=label_of_note(mark), move_to=place, rank=40)


def _whole_paragraphs(draft: Draft, blocks: list[Block]) -> list[tuple[Block, Block]]:
    """Return the first and the last block of each paragraph of a note: a line may be cut amid a sentence."""
    found: list[tuple[Block, Block]] = []
    for block in blocks:
        if found and not block.blank_before and is_cut_short(draft, found[-1][1]):
            found[-1] = (found[-1][0], block)
        else:
            found.append((block, block))
    return found


def _leave(draft: Draft, run: Run, numbers: list[int]) -> None:
    """Make notes at the foot, without a mark, of bodies that only their place and their neighbours show to be such."""
    for number in numbers:
        for block in paragraphs(draft, run, number):
            if draft.give_role(block, Role.NOTE, why="body of a note without a mark"):
                start = run.bodies[number].text_start if block is run.bodies[number].block else block.start
                _sign_rest(draft, block.start, start, "bullet of a note")
                give_note(draft, start, block.end, "")


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
        if mark.start not in places and is_free(draft, mark) and block is not None and block.start != mark.start:
            message = f"the mark {mark.label} has no note"
            draft.doubt("D410", mark.start, message, "look for the note in the copy; the mark stays in the text")
            places.add(mark.start)
