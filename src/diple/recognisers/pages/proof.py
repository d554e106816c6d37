"""Which page numbers are believed: a form that could be something else must prove itself by its sequence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.pages.columns import told_columns
from diple.recognisers.pages.forms import HEADED, PageMark
from diple.recognisers.pages.lone import YEARS, cuts, headed_between, is_centred, lone_numbers


def proven(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the marks that are page numbers, in order of their places.

    A mark that says "page" on a line of its own, or in square brackets, is believed alone; so is a number between
    dashes or beside a form feed.
    The other forms are believed where they count on by one, together with the marks already believed.
    """
    told = told_columns(draft)
    marks = [
        mark
        for mark in marks
        if not (
            any(mark.start <= one.start < mark.end for one in told) or (_is_barred(mark) and _is_cited(draft, mark))
        )
    ]
    sure = told + [mark for mark in marks if _is_sure(draft, mark)]
    sure += [mark for mark in [*_of_sides(marks), *_between_signs(draft, marks)] if mark not in sure]
    sure += _dashed(draft, [mark for mark in marks if mark.form.name == "- 12 -" and mark not in sure])
    believed = list(sure)
    for form in {mark.form.name: mark.form for mark in marks if mark.form.proof > 1}.values():
        if form.name not in HEADED:
            believed += _in_sequence(draft, [mark for mark in marks if mark.form is form], sure)
    headed = [mark for mark in marks if mark.form.name in HEADED]
    if not believed:
        believed = _with_heads(draft, headed)
        found = lone_numbers(draft, marks)
        believed += [*found, *_beside(draft, marks, found, believed)]
        between = [mark for mark in headed_between(draft, headed) if mark not in believed]
        believed += [mark for mark in between if not believed or _fits(mark, sorted(believed))]
    believed += _with_titles(draft, headed, sorted(set(believed)))
    return sorted(set(believed))


def _of_sides(marks: list[PageMark]) -> list[PageMark]:
    """Return the sides of leaves in any signs, "|117 r|" and "[118v]", where two or more stand in their order."""
    found = [mark for mark in marks if mark.form.name.startswith("[12r]")]
    order = [(mark.value, mark.n[-1:]) for mark in found]
    return found if len(found) > 1 and order == sorted(set(order)) else []


_SIGNS = "|/<‹⟨{"
"""Signs between which numbers are seldom those of notes or items."""
_WIDEST_STEP = 3


def _between_signs(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return numbers between signs of one kind, alone on lines or amid them, that rise and cut a sentence."""
    found: list[PageMark] = []
    for sign in _SIGNS:
        run = [mark for mark in marks if mark.form.name in _BARE and draft.text[mark.start] == sign]
        if not run or any(_is_cited(draft, mark) for mark in run):
            continue
        steps = [(after.value - before.value, after.start - before.end) for before, after in pairwise(run)]
        if not all(0 < step <= _WIDEST_STEP and apart > _SHORTEST_PAGE for step, apart in steps):
            continue
        if steps and any(_cuts_text(draft, mark) for mark in run):
            found += run
    return found


def _is_barred(mark: PageMark) -> bool:
    return mark.form.name == "|12| in the line"


def _is_cited(draft: Draft, mark: PageMark) -> bool:
    return _CITED.search(draft.text, max(0, mark.start - _BEFORE), mark.start) is not None


_SHORTEST_PAGE = 120
"""The fewest characters of a page."""
_BEFORE = 12
_CITED = re.compile(r"\b(?:pages?|pp?\.|notes?|nos?\.?|see|than|lines?|figs?\.|items?)\s*\Z", re.I)
"""Words after which a number is one that the sentence speaks of."""


_BARE = frozenset({"[12]", "[12] in the line", "|12| in the line", "//12// in the line", "<12> in the line"})


def _cuts_text(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a number stands amid a sentence, on its line or between two."""
    if mark.form.alone:
        return cuts(draft, mark)
    before, after = draft.text[max(0, mark.start - _NEAR) : mark.start], draft.text[mark.end : mark.end + _NEAR]
    return (before.rstrip()[-1:].isalpha() or before.rstrip()[-1:] == ",") and after.lstrip()[:1].isalpha()


_NEAR = 8


def _dashed(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the numbers between dashes that could be years but are those of pages: a run that cuts a sentence."""
    return [mark for run in _runs(marks) if any(cuts(draft, mark) for mark in run) for mark in run]


def _with_titles(draft: Draft, marks: list[PageMark], known: list[PageMark]) -> list[PageMark]:
    """Return the numbers beside a head that is the document's title, and the one above the first line of all.

    The latter is believed where the pages count on from it.
    """
    titles = {" ".join(draft.text_of(block).split()).rstrip(".").casefold() for block in draft.blocks[:_NEAR_TOP]}
    found = [
        mark for mark in marks if _head(draft, mark) in titles and (cuts(draft, mark) or _head_is_capitals(draft, mark))
    ]
    top = [
        mark
        for mark in marks[:1]
        if mark.start == draft.blocks[0].start and _head_is_capitals(draft, mark) and mark.value > 1
    ]
    follows = [mark for mark in sorted({*known, *found, *marks[1:2]}) if not top or mark.start > top[0].start][:1]
    counts_on = [mark for mark in follows if top and mark.value == top[0].value + 1 and _is_of_page(draft, mark, known)]
    return [*found, *counts_on, *(top if counts_on else [])]


def _is_of_page(draft: Draft, mark: PageMark, known: list[PageMark]) -> bool:
    return mark in known or (_head_is_capitals(draft, mark) and cuts(draft, mark))


_NEAR_TOP = 12
"""The first blocks, in number, among which the title of a document stands."""


def _with_heads(draft: Draft, marks: list[PageMark]) -> list[PageMark]:
    """Return the numbers beside a running head: three in a row, or two whose head comes back; pages cut sentences."""
    heads = Counter(_head(draft, mark) for mark in marks)
    again = [mark for mark in marks if heads[_head(draft, mark)] > 1]
    runs = [run for run in _runs(marks) if len(run) > 2] or [run for run in _runs(again) if len(run) > 1]
    found = [
        mark
        for run in runs
        if _is_headed(draft, run) or _is_shouted(draft, run) or any(cuts(draft, mark) for mark in run)
        for mark in run
    ]
    lone = [mark for mark in marks if mark.value not in YEARS and _head_is_capitals(draft, mark)]
    return found or [mark for mark in lone if cuts(draft, mark, low=True)]


def _beside(draft: Draft, marks: list[PageMark], found: list[PageMark], headed: list[PageMark]) -> list[PageMark]:
    """Return the numbers beside running heads in capitals that are next to the numbers known."""
    known = sorted([*found, *headed])
    beside = [
        mark for mark in marks if mark.form.name in HEADED and mark not in headed and _head_is_capitals(draft, mark)
    ]
    return [mark for mark in beside if known and _fits(mark, known) and cuts(draft, mark)]


def _head_is_capitals(draft: Draft, mark: PageMark) -> bool:
    return not any(map(str.islower, draft.text[mark.start : mark.end]))


def _is_headed(draft: Draft, run: list[PageMark]) -> bool:
    """Tell whether three pages or more that do not begin with the first have one and the same head."""
    return len(run) > 2 and run[0].value > 1 and len({_head(draft, mark) for mark in run}) == 1


def _is_shouted(draft: Draft, run: list[PageMark]) -> bool:
    """Tell whether pages that do not begin with the first have one long head in capitals, as typed transcripts do."""
    heads = {_head(draft, mark) for mark in run}
    in_capitals = all(_head_is_capitals(draft, mark) for mark in run)
    return run[0].value > 1 and len(heads) == 1 and in_capitals and len(next(iter(heads)).split()) > _LONG_HEAD


_LONG_HEAD = 3
"""The words that a head has which is believed on two pages."""


def _head(draft: Draft, mark: PageMark) -> str:
    match = mark.form.pattern.match(draft.text[mark.start : mark.end])
    return " ".join(match["head"].split()).casefold() if match else ""


def _is_sure(draft: Draft, mark: PageMark) -> bool:
    if mark.form.proof > 1:
        return mark.form.alone and mark.form.name not in HEADED and _is_beside_feed(draft, mark)
    is_said = re.search(r"[^\W\d_]", draft.text[mark.start : mark.end]) is not None
    return mark.value not in YEARS or is_said


def _is_beside_feed(draft: Draft, mark: PageMark) -> bool:
    """Tell whether only white space stands between a mark and a form feed."""
    before = draft.text[max(0, mark.start - 20) : mark.start]
    after = draft.text[mark.end : mark.end + 20]
    return "\f" in before[len(before.rstrip()) :] or "\f" in after[: len(after) - len(after.lstrip())]


def _in_sequence(draft: Draft, marks: list[PageMark], sure: list[PageMark]) -> list[PageMark]:
    """Return those of one form that fit between marks already believed, or else prove each other."""
    if sure:
        known = list(sure)
        for mark in (*marks, *reversed(marks)):
            if mark not in known[(place := bisect_left(known, mark)) : place + 1] and _fits(mark, known):
                known.insert(place, mark)
        return [mark for mark in known if mark.form is marks[0].form] if marks else []
    return [mark for run in _runs(marks) if _is_pagination(draft, run) for mark in run]


def _fits(mark: PageMark, sure: list[PageMark]) -> bool:
    index = bisect_left(sure, mark)
    before = sure[index - 1].value if index else None
    after = sure[index].value if index < len(sure) else None
    return (
        mark.value > 0 and (before == mark.value - 1 or after == mark.value + 1) and mark.value not in (before, after)
    )


def _runs(marks: Iterable[PageMark]) -> list[list[PageMark]]:
    """Divide marks into runs that count on by one."""
    runs: list[list[PageMark]] = []
    open_runs: dict[int, list[PageMark]] = {}
    for mark in marks:
        run = open_runs.pop(mark.value, None)
        if run is None:
            run = []
            runs.append(run)
        run.append(mark)
        open_runs[mark.value + 1] = run
    return runs


_SAYS_SO = re.compile(
    r"\b(?:numbers?|numerals|figures)\b[^.]{0,60}\bbrackets?\b[^.]{0,20}(?:\(ex\.[^)]{0,20}\))?[^.]{0,120}\b(?:pagination|"
    r"page numbers?|pages? of)\b",
    re.I,
)
"""What a document says of numbers in brackets that are those of pages."""


@lru_cache(maxsize=1)
def _says_so(text: str) -> bool:
    return _SAYS_SO.search(text) is not None


def _is_pagination(draft: Draft, run: list[PageMark]) -> bool:
    """Tell whether a run of numbers counts pages and not sections.

    Pages cut sentences; sections begin at 1, and their numbers stand between whole sentences.
    """
    if len(run) < run[0].form.proof or (run[0].value in YEARS and run[0].form.name != "c1342"):
        return False
    if run[0].form.name.startswith("[12]") and _says_so(draft.text):
        return True
    if run[0].form.name == "12 in a line":
        return run[0].value > 1 and all(_stands_amid_text(draft, mark) for mark in run)
    if run[0].form.name == "[12] in the line":
        return run[0].value > 1 and not _are_notes(draft, run)
    if not run[0].form.alone or any(cuts(draft, mark) for mark in run) or _are_centred(draft, run):
        return True
    if run[0].form.name in ("12", "12.", "[12]") and _are_marked_above(draft, run):
        return False
    return run[0].value > 1 and (len(run) > 2 or run[0].value == 2)


def _are_centred(draft: Draft, run: list[PageMark]) -> bool:
    """Tell whether numbers alone on their lines stand all in the middle of the page, where the text does not."""
    return all(is_centred(draft, mark) for mark in run)


def _stands_amid_text(draft: Draft, mark: PageMark) -> bool:
    """Tell whether a line that holds only a number stands between long lines of one hard-wrapped paragraph."""
    lines = draft.text[max(0, mark.start - 300) : mark.end + 300].splitlines()
    alone = draft.text[mark.start : mark.end].strip()
    index = next((n for n, line in enumerate(lines) if line.strip() == alone), 0)
    around = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return len(around) == 2 and all(sum(char.isalpha() for char in line) > _LETTERS for line in around)


_LETTERS = 12
"""A line of more letters than this is one of text, and no row of figures."""


def _are_notes(draft: Draft, run: list[PageMark]) -> bool:
    """Tell whether blocks begin as bodies of notes do: one with a number as written, or two behind all without sign."""
    said = tuple({draft.text[mark.start : mark.end] for mark in run})
    if any(draft.text.startswith(said, block.start) and block.start != run[0].start for block in draft.blocks):
        return True
    behind = (_BODY.match(draft.text, block.start, block.end) for block in draft.blocks if block.start > run[-1].end)
    values = {mark.value for mark in run}
    return len({match["n"] for match in behind if match and int(match["n"]) in values}) > 1


def _are_marked_above(draft: Draft, run: list[PageMark]) -> bool:
    """Tell whether each number over a paragraph marks a place in the text above: "… a letter 21." or "letter.21"."""
    marked = {match[match.lastgroup or 0] for match in _MARKED.finditer(draft.text, 0, run[-1].start)}
    return all(str(mark.value) in marked for mark in run)


_MARKED = re.compile(
    r"(?<=[^\W\d_][^\W\d_]) ?(?P<a>\d{1,3})(?=[.,;:](?:\s|$))|(?<=[.,;:”\"’)\]])(?P<b>\d{1,3})(?=\s)|\[(?P<c>\d{1,3})\]"
)
"""A number that ends a clause, behind a word, a stop or in brackets."""
_BODY = re.compile(r"(?P<n>\d{1,3})[.):]?[ \t]+(?=[A-Z“\"'‘(])")
"""The beginning of a note's body without brackets."""
