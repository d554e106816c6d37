"""From lines to blocks: paragraphs between blank lines, hard-wrapped lines kept together, independent lines apart."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from diple import patterns as re
from diple.model import Block
from diple.pagelines import ARCHIVE_LINE, CABLE_PAGE, CLASSIFIED_PAGE, PAGE_LINE, heads_of_pages
from diple.source import LINE_END, Source
from diple.spacing import MOST_SET_RIGHT, SET_RIGHT, Line, undouble
from diple.wrapping import WRAP_LIMIT, Wrapped, closing_lines, head_lines, narrow_titles, title_lines, wrapped

LABEL = re.compile(
    r"\s*(?:[A-Z][\w.’'\-]*(?: [\w.’'\-]+){0,4}(?: ?[(\[][^)\]\n]{1,60}[)\]])?:(?= ?\S)|(?:[QA]|Question|Answer)\. )"
)
TURN = re.compile(
    LABEL.pattern + r"|\s*(?:(?:Mr|Mrs|Ms|Dr|MR|MRS|The|THE|Senator)\.? )?[A-Z][A-Z’'-]{2,}(?: [A-Z]{3,})?\.\s"
)
"""What begins a turn of a talk, the labels of verbatim records among them."""
ITEM = re.compile(
    r"\s*(?:--(?=[A-Z])|[A-H]\.\s+(?=[A-Z]{2,}\s+[A-Z]{2})|(?:\(?\d{1,3}[.)]|\d{1,2}(?:st|nd|rd|th)[.,]|\(?(?:[a-zа-яα-μ]|[ivx]{2,4})[.)]|(?:\d{1,2}|[a-z])/(?=\s)|--|"
    r"[-–—•·▪◦●‣○■□*]|\d{1,2} [-–—])\s+\S)"
)
SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]*]*\s*$")
NOTE_START = re.compile(
    r"\[\^[^\]\s]{1,24}\]:|\\?\[\d{1,3}\\?\]:?\s|\[\\?\[\w{1,3}\\?\]\]\(|<sup>\W*\w{1,3}\W*</sup>|"
    r"\[(?i:foot|end)?(?i:note|fn\.?|n\.) ?\d{1,3}(?:\]|[:.–—])|\{\d{1,3}\}[.:]?\s|\^\d{1,3}\^?[.:)]?\s|[¹²³⁴-⁹]+\s*\S"
)
"""The beginning of a footnote's body, in the forms that begin nothing else."""
COUNTED_NOTE = re.compile(r"\[?\(?(?P<n>\d{1,3}|[a-z])(?:[\])]{1,2}|(?=\s))[.:]?\s*(?=[^\W\d_]|[“\"‘(\[])")
SIGNED_NOTE = re.compile(r"(?:\*{1,4}|[†‡§]{1,2}) ?(?=[^\W\d_]|[“\"‘(])")
"""What may begin a footnote's body: believed where several lines in a run count on, or bear such signs."""
SCENE = re.compile(r"(?:\([^()]{3,200}\)|\[[^\[\]]{3,200}\])[.:]?")
"""A line that is wholly a remark in brackets, such as a direction between the turns of a talk."""
RULE = re.compile(r"[-–—_=*~](?: ?[-–—_=*~]){2,}")
"""A line drawn across the page."""
HEADING = re.compile(r"#{1,6}\s+\S")
_MANY = 6
"""The indented lines, in number, from which on their indentation may be that of paragraphs though most have it."""


def split_blocks(source: Source) -> list[Block]:
    """Return the blocks of a source in order.

    Lines of white space (no-break spaces and control characters count) divide, unless the text is set with one after
    each line; so do a form feed, and, within a run of lines, each line that is a unit of its own: a turn with its
    label, an item, a line in a file with one paragraph to a line.
    """
    blocks: list[Block] = []
    blanks = 0
    for group in undouble(source.text, list(_line_groups(source.text))):
        if isinstance(group, int):
            blanks = group
            continue
        for number, unit in enumerate(_units(source, group, is_first=not blocks)):
            blocks.append(Block(unit[0].start, unit[-1].end, unit[0].indent, 0 if number else blanks))
        blanks = 0
    return blocks


def _lines(text: str) -> Iterator[Line]:
    position = 0
    while position < len(text):
        match = LINE_END.search(text, position)
        tail = match.start() if match else len(text)
        raw = text[position:tail]
        body = raw.strip(_BLANKS)
        lead = len(raw) - len(raw.lstrip(_BLANKS))
        yield Line(position + lead, position + lead + len(body), lead, tail)
        position = match.end() if match else len(text)


_BLANKS = "".join(chr(code) for code in (*range(33), 0x7F, *range(0x80, 0xA1), 0x1680, *range(0x2000, 0x2010), 0x2028,
                                         0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF))  # fmt: skip


def _line_groups(text: str) -> Iterator[list[Line] | int]:
    """Yield runs of lines that have text, and between them the number of blank lines."""
    group: list[Line] = []
    blanks = 0
    for line in _lines(text):
        if line.start == line.end or "\f" in text[line.start - line.indent : line.start]:
            if group:
                yield group
            group, blanks = [], blanks + (0 if group else 1)
        if line.start < line.end:
            if blanks:
                yield blanks
            blanks = 0
            group.append(line)
        elif not blanks:
            blanks = 1
    if group:
        yield group


def _units(source: Source, lines: list[Line], *, is_first: bool) -> list[list[Line]]:
    """Divide a run of lines into the units that are blocks of their own."""
    if len(lines) == 1:
        return [lines]
    starts = _unit_starts(source.text, lines, source.markup == "markdown", is_first=is_first)
    units: list[list[Line]] = []
    for line, begins in zip(lines, starts, strict=True):
        if begins or not units:
            units.append([])
        units[-1].append(line)
    return units


def _unit_starts(text: str, lines: list[Line], is_markdown: bool, *, is_first: bool) -> list[bool]:
    bodies = [text[line.start : line.end] for line in lines]
    stamps = [_stands_alone(body, is_markdown) for body in bodies]
    widths = [0 if stamp else len(body) for body, stamp in zip(bodies, stamps, strict=True)]
    widest = max(widths)
    one_to_a_line = widest > WRAP_LIMIT and median(widths) > 1 and _mostly_ends(bodies, widths)
    base = min(line.indent for line in lines)
    indented = sum(line.indent > base + 1 for line in lines)
    first_line_indent = 0 < indented <= len(lines) // 2 or _indents_open(lines, bodies, base, 0.75 * widest)
    is_column = _hangs(lines, bodies[0])
    first_line_indent = first_line_indent and not is_column
    counted = _counted_notes(bodies)
    is_talk = any(TURN.match(body) for body in bodies)
    is_label_run = _is_label_run(bodies)
    scenes = [is_talk and bool(SCENE.fullmatch(body)) for body in bodies]
    run = wrapped(bodies, widths) if not one_to_a_line else None
    cuts = _cuts(bodies, stamps, run, is_markdown)
    cuts |= head_lines(run) if run and is_first else set()
    held = _held_in_brackets(bodies)
    cuts |= set() if is_column else _set_right(lines, bodies)
    starts = [True]
    for number in range(1, len(lines)):
        ended = bool(SENTENCE_END.search(bodies[number - 1]))
        short = widths[number - 1] < 0.75 * widest
        labelled = bool(LABEL.match(bodies[number])) and (ended or short or is_label_run)
        item = bool(ITEM.match(bodies[number])) and (ended or short or bool(ITEM.match(bodies[number - 1])))
        item = item and not _counts_on_within(bodies, number)
        item = item or (bodies[number - 1].endswith(_DASHES) and bool(_FIRST_ITEM.match(bodies[number])))
        new_paragraph = (
            first_line_indent
            and lines[number].indent > base + 1
            and (ended or short)
            and bodies[number][:1] not in "])"
        )
        note = number in counted or ((ended or short) and bool(NOTE_START.match(bodies[number])))
        if number in held:
            labelled = item = note = False
        alone = (scenes[number] and ended) or (scenes[number - 1] and starts[-1])
        starts.append(one_to_a_line or labelled or item or new_paragraph or note or alone or number in cuts)
    return starts


def _hangs(lines: list[Line], body: str) -> bool:
    """Tell whether all lines but the first stand below what is behind a label or number in it, and not below that."""
    label = _COLUMN.match(body)
    if label is None or label.end() > _WIDEST_LABEL:
        return False
    return all(abs(line.indent - lines[0].indent - label.end()) <= 1 for line in lines[1:])


_COLUMN = re.compile(r"(?:\S(?:[^\n]{0,30}?\S)?[.:)]?\s{2,}|\(?\w{1,3}[.)]\s+)(?=\S)")
"""What stands at the left of a column: a label with a gap behind it, a number."""
_WIDEST_LABEL = 24
"""The most characters of a label with the gap behind it; a wider gap parts two cells of a head."""


def _cuts(bodies: list[str], stamps: list[bool], run: Wrapped | None, is_markdown: bool) -> set[int]:
    """Return the lines before which a unit ends: around what stands alone, behind the last lines of paragraphs."""
    titles = title_lines(run) if run else set()
    going_on = narrow_titles(run, titles) if run else set()
    alone = heads_of_pages(bodies) | titles
    alone |= {number for number, is_stamp in enumerate(stamps) if is_stamp}
    if run:
        alone |= {n for n in range(_BELOW_HEAD, len(bodies) - 1) if _OVER_TABLE.fullmatch(bodies[n])}
    rules = {number for number, body in enumerate(bodies) if RULE.fullmatch(body)}
    before = alone if is_markdown else alone | rules  # a rule may underline what stands above it
    last = alone | rules | (closing_lines(run) if run else set())
    return (before | {number + 1 for number in last}) - going_on


_OVER_TABLE = re.compile(rf"(?:TABLE OF )?CONTENTS\.?|{CLASSIFIED_PAGE.pattern}")
_BELOW_HEAD = 6
"""The lines of a head, at the least, below which a classification or the contents stand by themselves."""


def _set_right(lines: list[Line], bodies: list[str]) -> set[int]:
    """Return the few short lines that stand far to the right of the text above them, as the name under a letter does.

    The line with which the text goes on at the left again is one of them, since it begins anew.
    """
    found: set[int] = set()
    run: list[int] = []
    left = lines[0].indent
    for number in range(1, len(lines) + 1):
        is_far = number < len(lines) and lines[number].indent >= left + SET_RIGHT and len(bodies[number]) <= _NARROW
        if is_far and (run or _is_running_text(bodies[number - 1])):
            run.append(number)
            continue
        if 0 < len(run) <= MOST_SET_RIGHT:
            found.update(run)
            found.update({number} if number < len(lines) else ())
        run = []
        left = lines[number].indent if number < len(lines) else left
    return found


def _is_running_text(body: str) -> bool:
    """Tell whether a line is no title and no part of an address: it has small words, and no comma ends it."""
    return re.search(r"\s[a-zà-ÿ]{2}", body) is not None and not body.endswith(",")


_NARROW = 50
"""The most characters of a line that stands at the right."""


def _held_in_brackets(bodies: list[str]) -> set[int]:
    """Return the lines before which a bracket was opened, amid a line, that closes on them or on one of the next."""
    held: set[int] = set()
    waiting: list[int] | None = None
    for number, body in enumerate(bodies):
        if waiting is not None:
            waiting.append(number)
            close, again = body.find("]"), body.find("[")
            if close >= 0 and (again < 0 or close < again):
                held.update(waiting)
            if close >= 0 or again >= 0 or len(waiting) > _LINES_HELD:
                waiting = None
        last = body.rfind("[")
        if last > 0 and "]" not in body[last:]:
            waiting = []
    return held


_LINES_HELD = 8
"""The most lines that a bracket amid a text goes over."""


def _indents_open(lines: list[Line], bodies: list[str], base: int, narrow: float) -> bool:
    """Tell whether indented lines mostly follow the end of a sentence, or a narrow line, and the others do not."""
    ended = [bool(SENTENCE_END.search(body)) for body in bodies]
    over = [done or len(body) < narrow for done, body in zip(ended, bodies, strict=True)]
    opening = [number - 1 for number in range(1, len(lines)) if lines[number].indent > base + 1]
    going_on = [number - 1 for number in range(1, len(lines)) if lines[number].indent <= base + 1]
    return any(
        len(opening) >= fewest
        and sum(signs[number] for number in opening) >= share * len(opening)
        and sum(signs[number] for number in going_on) <= 0.3 * len(going_on)
        for signs, fewest, share in ((ended, _MANY, 0.8), (over, _MANY // 2, 0.95))
    )


_DASHES = ("-", "–", "—")
_FIRST_ITEM = re.compile(r"\(?[1aiA][./)]\s+\S")
"""The first item of a list, which a dash may announce."""
_RUN_IN = re.compile(r"\((?P<n>\d{1,2}|[a-z])\)\s")


_LINES_EACH = 4
"""How many lines each clause of a sentence that counts its clauses may have."""


def _counts_on_within(bodies: list[str], number: int) -> bool:
    """Tell whether a line begins with the number of a clause of a sentence that counts its first within a line."""
    match = _RUN_IN.match(bodies[number])
    if match is None or match["n"] in {"1", "a"}:
        return False
    last = int(match["n"]) if match["n"].isdigit() else ord(match["n"]) - ord("a") + 1
    first = "1" if match["n"].isdigit() else "a"
    return any(body.find(f" ({first}) ") > 0 for body in bodies[max(0, number - _LINES_EACH * last) : number])


def _counted_notes(bodies: list[str]) -> set[int]:
    """Return the lines that begin as bodies of notes do and count on by one, or bear signs such as * and †.

    A line after one that does not end as a paragraph does belongs to that line.
    """
    found: list[tuple[int, int]] = []
    for number, body in enumerate(bodies):
        if (match := COUNTED_NOTE.match(body)) and not _counts_on_within(bodies, number):
            value = int(match["n"]) if match["n"].isdigit() else ord(match["n"])
            if not found or value == found[-1][1] + 1:
                found.append((number, value))
    signed = [number for number, body in enumerate(bodies) if SIGNED_NOTE.match(body)]
    lines = {number for number, _ in found} if len(found) > 1 else set()
    lines |= set(signed) if len(signed) > 1 else set()
    kept: set[int] = set()
    for number in sorted(lines):
        if not number or number - 1 in kept or SENTENCE_END.search(bodies[number - 1]):
            kept.add(number)
    return kept


_LONGEST_STAMP = 130


def _stands_alone(body: str, is_markdown: bool) -> bool:
    """Tell whether a line is a page number or a Markdown heading, which belongs to no paragraph."""
    if len(body) < _LONGEST_STAMP and (CABLE_PAGE.fullmatch(body) or ARCHIVE_LINE.fullmatch(body)):
        return True
    return (len(body) < 60 and bool(PAGE_LINE.fullmatch(body))) or (is_markdown and bool(HEADING.match(body)))


def _mostly_ends(bodies: list[str], widths: list[int]) -> bool:
    """Tell whether the long lines of a run mostly end as paragraphs do, not as wrapped lines do."""
    ends = [bool(SENTENCE_END.search(body)) for body, width in zip(bodies, widths, strict=True) if width > WRAP_LIMIT]
    return 2 * sum(ends) >= len(ends)


def _is_label_run(bodies: list[str]) -> bool:
    return sum(bool(LABEL.match(body)) for body in bodies) * 2 >= len(bodies)
