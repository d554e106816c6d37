"""Which bodies of a run are notes, with their marks, and whether a run is one of notes at all (TEI 3.9.1)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from diple.draft import Draft
from diple.model import Role
from diple.recognisers.footnotes.alignment import MOST, aligned
from diple.recognisers.footnotes.pairing import Marks, in_order
from diple.recognisers.footnotes.runs import Run, may_be_near
from diple.recognisers.footnotes.spaced import is_spaced
from diple.recognisers.footnotes.styles import Mark
from diple.recognisers.footnotes.voices import is_labelled


def believed(draft: Draft, run: Run, marks: Marks) -> list[tuple[int, Mark]]:
    """Return the numbers of the bodies that are notes, with their marks; none where the run is likely no notes."""
    pairs = _by_labels(draft, run, marks)
    may_align = run.last or run.is_headed or run.is_unnumbered or run.is_alone
    if len(pairs) == len(run.bodies) or not may_align or len(run.bodies) > MOST:
        return pairs
    is_half_told = 2 * len(pairs) >= len(run.bodies)
    for chain in (_by_order(draft, run, marks), _spaced(draft, run, marks, strict=not is_half_told)):
        if len(chain) > len(pairs):
            return chain
    return pairs


def _by_order(draft: Draft, run: Run, marks: Marks) -> list[tuple[int, Mark]]:
    """Return the marks of bodies that have no numbers, a web page's own, or brackets that the marks lack."""
    forms = _ALIGNED | {"1 apart"} if run.is_unnumbered else _ALIGNED
    found = [mark for mark in _before(draft, run, marks) if mark.style.name in forms]
    found = [mark for mark in found if mark.style.strength != "loose" or mark.style.name == "1 apart"]
    chain = aligned(found, len(run.bodies))
    if run.is_unnumbered:
        return chain if len(run.bodies) > 1 or _is_told(draft, found, chain) else []
    if _have_labels(run, chain):
        return chain if run.last and not _are_items(run) else []
    is_whole = len(chain) == len(run.bodies) and 2 * sum(_is_strong(mark) for _, mark in chain) > len(chain)
    return chain if is_whole and _are_items(run) and (len(chain) > 1 or _is_told(draft, found, chain)) else []


def _before(draft: Draft, run: Run, marks: Marks) -> list[Mark]:
    """Return the marks above a run, in order, that have no note."""
    found = sorted(marks.all(), key=lambda mark: (mark.start, -mark.end))
    end = run.bodies[0].block.start
    return [mark for mark in found if run.scope <= mark.start < end and is_free(draft, mark)]


def _spaced(draft: Draft, run: Run, marks: Marks, *, strict: bool) -> list[tuple[int, Mark]]:
    """Return the marks of bodies where a space stands before marks: "… could not come 1."; all or none.

    Without ``strict``, where half of the bodies have theirs, a mark may stand behind any word.
    """
    labels = {body.label for body in run.bodies}
    forms = ("(1)", "(a)")
    in_brackets = all(body.style.name in forms for body in run.bodies)
    found = [mark for mark in _before(draft, run, marks) if mark.label in labels]
    found = [m for m in found if is_spaced(draft, m, strict=strict) or (in_brackets and m.style.name in forms)]
    chain = aligned(found, len(run.bodies))
    is_told = len(chain) > 1 or len(found) == 1
    is_noted = run.is_headed or run.is_alone or (in_brackets and run.last and len(chain) == 1)
    is_noted = is_noted or (len(chain) > 1 and _is_below_signature(draft, run))
    return chain if is_told and is_noted and len(chain) == len(run.bodies) and _have_labels(run, chain) else []


def _is_below_signature(draft: Draft, run: Run) -> bool:
    """Tell whether a run stands right below a short line that announces nothing."""
    before = draft.blocks[run.bodies[0].position - 1] if run.bodies[0].position else None
    return before is not None and before.end - before.start < _SIGNATURE and draft.text[before.end - 1] != ":"


_SIGNATURE = 80


_ALIGNED = frozenset(
    ("1", "a", "*", "¹", "[1]", "[a]", "^1", "^1^", "[^1]", "<sup>1</sup>", "[[1]](#)", "[1](#)", "{1}")
)
"""Forms of marks that hardly anything else within a sentence has."""


def _have_labels(run: Run, chain: list[tuple[int, Mark]]) -> bool:
    return bool(chain) and all(run.bodies[number].label == mark.label for number, mark in chain)


def _are_items(run: Run) -> bool:
    """Tell whether bodies are numbered from 1 as the items of a web page's list are."""
    labels = [body.label for body in run.bodies]
    in_list = all(body.style.name in ("1.", "• 1.", "1") for body in run.bodies)
    return in_list and labels == [str(number) for number in range(1, len(labels) + 1)]


def _is_strong(mark: Mark) -> bool:
    return mark.style.strength in ("sure", "usual")


def _is_told(draft: Draft, found: list[Mark], chain: list[tuple[int, Mark]]) -> bool:
    """Tell whether the mark of the only body is the first of its kind, or alone of its kind."""
    numbers = [mark for mark in found if mark.label.isdigit() and _is_strong(mark)]
    marks = [mark for _, mark in chain]
    is_code = any(draft.text[mark.start - 2 : mark.start].isupper() for mark in marks if mark.style.name == "1")
    first = bool(marks) and marks[0].label in ("1", "a", "*")
    return not is_code and (first or (len(numbers) == 1 and marks == numbers))


def _by_labels(draft: Draft, run: Run, marks: Marks) -> list[tuple[int, Mark]]:
    """Return the marks that bear the bodies' labels; none where the run is likely no notes."""
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
    if all(is_labelled(draft, body.text_start, body.block.end) for body in run.bodies):
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
    return not mark.label.isalnum() and all(other.start == mark.start or not is_free(draft, other) for other in before)


def _is_proven_amid(run: Run, pairs: list[tuple[int, Mark]]) -> bool:
    """Tell whether nearly all bodies of a long run have marks in order, though text follows them."""
    return len(pairs) >= _LONG and 5 * len(pairs) >= 4 * len(run.bodies) and not _are_weak(pairs)


_LONG = 4


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
    pairs = in_order(run.bodies, marks, scope, end, lambda mark: is_free(draft, mark))
    for number, body in enumerate(run.bodies):
        if pairs[number] is None:
            pairs[number] = _first(draft, marks.answering(body, "sure"), scope, end) or _only(
                draft, run, number, marks, scope
            )
    return _with_loose(draft, run, marks, pairs, scope)


def _only(draft: Draft, run: Run, number: int, marks: Marks, scope: int) -> Mark | None:
    """Return the mark in brackets of a body at the end, though out of order, if its label marks no other place."""
    end = run.bodies[0].block.start
    found = [mark for mark in marks.answering(run.bodies[number], "usual") if scope <= mark.start < end]
    found = [mark for mark in found if mark.style.name in ("[1]", "[a]") and is_free(draft, mark)]
    return found[0] if len(found) == 1 and (run.last or run.is_headed) else None


def _with_loose(draft: Draft, run: Run, marks: Marks, pairs: list[Mark | None], scope: int) -> list[Mark | None]:
    """Give bodies without a mark a loose one that stands between their neighbours' marks.

    It is believed if most have theirs, or, where notes stand, if then all have.
    """
    given = list(pairs)
    missing = [number for number, mark in enumerate(pairs) if mark is None]
    most = 2 * len(missing) < len(pairs)
    is_named = all(body.style.name in ("note 1", "[note 1: ]", "f1") for body in run.bodies)
    if not most and not is_named and not ((run.heads or run.last) and len(pairs) > 1):
        return given
    for number in missing:
        before = next((mark.end for mark in reversed(pairs[:number]) if mark), scope)
        after = next((mark.start for mark in pairs[number + 1 :] if mark), run.bodies[0].block.start)
        pairs[number] = _first(draft, marks.answering(run.bodies[number], "loose"), before, after)
    apart = all(
        mark is not None and (run.heads or is_named or mark.style.name == "1 apart")
        for mark in [pairs[number] for number in missing]
    )
    return pairs if most or apart else given


def _first(draft: Draft, marks: list[Mark], start: int, end: int) -> Mark | None:
    """Return the first mark between two offsets that no note has yet."""
    for number in range(bisect_left(marks, start, key=lambda mark: mark.start), len(marks)):
        if marks[number].start >= end:
            return None
        if is_free(draft, marks[number]):
            return marks[number]
    return None


def is_free(draft: Draft, mark: Mark) -> bool:
    """Tell whether no note stands at a mark yet, and it in none."""
    block = draft.block_at(mark.start)
    is_open = next(draft.unsigned(mark.start, mark.end), None) is not None
    return block is not None and block.role is not Role.NOTE_BODY and is_open
