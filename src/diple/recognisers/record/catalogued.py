"""The line under which an archive on the web lists a document, by date and number, and its summary below it."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Role
from diple.recognisers.record.lines import claim, tell
from diple.recognisers.record.values import tell_value

_LONGEST = 160
_LISTED = re.compile(
    r"\*?,? ?(?:\((?P<bracketed>[^()\n]{2,30})\)|(?P<number>(?=\S*\d)[A-Z][\w./-]*(?: \d[\w./-]*)?))?(?=\W|$)"
)
"""What stands behind the date: a star for one not certain, and the number of the decision or paper."""
_EXTENT = re.compile(r"\(\d{1,3} ?pp?\.?\)|\btotal \d{1,3} pp\b|\[R \d{1,2} [A-Z][a-z]+ \d{4}[^\[\]]{0,60}\]")
"""The pages of the original, or its place in the archive, in a summary."""


def tell_catalogued(draft: Draft, start: int) -> int:
    """Record the date, title and summary with which a page begins: "12 May 1971* (St 12/3) Ports" over two sentences.

    The summary proves them by the number of pages or a reference in it. Return the offset behind it, else ``start``.
    """
    blocks = [block for block in draft.blocks if block.start >= start and block.role is not Role.META][:3]
    if len(blocks) < 3:
        return start
    first, summary = blocks[0], blocks[1]
    words = draft.text_of(first)
    dates = find_dates(words[:40])
    if not dates or dates[0].start or dates[0].precision != "day" or len(words) > _LONGEST or "\n" in words.strip():
        return start
    listed = _LISTED.match(words, dates[0].end)
    if listed is None or listed.end() == dates[0].end or _EXTENT.search(draft.text_of(summary)) is None:
        return start
    claim(draft, first.start, summary.end)
    draft.fact(
        "date", words[: dates[0].end], first.start, first.start + dates[0].end, consumed=False, attrs=dates[0].attrs
    )
    tell(draft, "title", first.start, first.end)
    tell_value(draft, "abstract", summary.start, summary.end)
    return summary.end
