"""Lines that say when and where: "Time: 3 May 1957, 10:00 - 11:30", "Location: Harbour House" (TEI 4.6.5, 16.2.3)."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Attrs, Block, Role

SETTING = re.compile(
    r"""(?P<label>(?:initial[ ])?(?:interview[ ]|recording[ ])?
    (?:date|time|day|hour|beginning|began|start|started|end|ended|opened|closed|duration|place|location|venue|setting|site)
    (?:(?:,|[ ]and|[ ]&|/)?[ ]?(?:date|time|place|location|venue|hour))?
    (?:[ ]of[ ](?:the[ ])?(?:conversation|meeting|talks?|session|(?:first[ ])?interview|recording))?)
    \s*:[^\S\n]*(?=\S)""",
    re.I | re.X,
)
"""The label of a line of time or place."""
_HALF = r"(?i:[ap]\.?\s?m)\b\.?"
_CLOCK = rf"(?:(?:[01]?\d|2[0-4])[:.h][0-5]\d(?:\s?{_HALF})?|(?:1[0-2]|0?[1-9])\s?{_HALF}|[Nn]oon|[Mm]idnight)"
_HOURS = re.compile(rf"(?P<first>{_CLOCK})(?:\s*(?:-|–|—|to|until|till)\s*(?P<last>{_CLOCK}))?")
_FIGURES = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s?(?:([ap])\.?\s?m)?", re.I)
_LONGEST = 250
_NAMED_HOURS = {"noon": "12:00", "midnight": "00:00"}


def recognise_setting(draft: Draft, block: Block) -> bool:
    """Take a block that is a line of time or place; tell whether it was one."""
    if block.role is not None or block.end - block.start > 4 * _LONGEST:
        return False
    clean = draft.clean(block.start, block.end)
    match = SETTING.match(clean.text)
    if match is None or len(clean.text) > _LONGEST:
        return False
    label = match["label"].lower()
    words_start = clean.offsets[match.end()]
    draft.give_role(block, Role.OPENER, tag="dateline", why="a line that says when or where")
    rest = words_start
    if re.search(r"date|time|day|hour|began|beginn|start|end|opened|closed|duration", label):
        rest = _mark_time(draft, words_start, block.end)
    if re.search(r"place|location|venue|site|setting", label):
        _mark_place(draft, rest, block.end)
    return True


def _mark_time(draft: Draft, start: int, end: int) -> int:
    """Mark dates and hours between two offsets; return where they end."""
    clean = draft.clean(start, end)
    last = start
    taken: list[tuple[int, int]] = []
    for dated in find_dates(clean.text):
        first, stop = clean.offsets[dated.start], clean.offsets[dated.end - 1] + 1
        draft.span(first, stop, "date", dated.attrs, why="date of the talk")
        draft.fact("setting-date", draft.text[first:stop], first, stop, consumed=False, attrs=dict(dated.attrs))
        taken.append((dated.start, dated.end))
        last = max(last, stop)
    for match in _HOURS.finditer(clean.text):
        if any(begin < match.end() and match.start() < stop for begin, stop in taken):
            continue
        first, stop = clean.offsets[match.start()], clean.offsets[match.end() - 1] + 1
        attrs = _hours(match)
        draft.span(first, stop, "time", attrs, why="hours of the talk")
        draft.fact("setting-time", draft.text[first:stop], first, stop, consumed=False, attrs=dict(attrs))
        last = max(last, stop)
    return last


def _mark_place(draft: Draft, start: int, end: int) -> None:
    lead = re.compile(r"[\s,;.–—-]*").match(draft.text, start, end)
    first = lead.end() if lead else start
    stop = first + len(draft.text[first:end].rstrip(" .;\n"))
    if first < stop:
        draft.span(first, stop, "placeName", why="place of the talk")
        value = draft.words(first, stop)
        draft.fact("setting-place", value, first, stop, consumed=False)


def _hours(match: re.Match[str]) -> Attrs:
    last = _iso(match["last"]) if match["last"] else ""
    half = re.search(r"([ap])\.?\s?m", match["last"] or "", re.I)
    first = _iso(match["first"], half[1] if half else "")
    return {"from": first, "to": last} if last else {"when": first}


def _iso(clock: str, half: str = "") -> str:
    """Return an hour as TEI wants it, hh:mm:ss; ``half`` is "a" or "p" where a range says so only at its end."""
    if named := _NAMED_HOURS.get(clock.lower()):
        return f"{named}:00"
    figures = _FIGURES.match(clock)
    if figures is None:
        return "00:00:00"
    hour, minute = int(figures[1]), int(figures[2] or 0)
    part = (figures[3] or half).lower()
    if part == "p" and hour < 12:
        hour += 12
    if part == "a" and hour == 12:
        hour = 0
    return f"{hour % 24:02}:{minute:02}:00"
