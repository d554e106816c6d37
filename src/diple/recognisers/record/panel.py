"""The panel that a web page sets between its title and the document: buttons, a summary, a citation (TEI chapter 2)."""

from __future__ import annotations

from itertools import islice

from diple import patterns as re
from diple.datewords import parse_date
from diple.draft import Draft
from diple.recognisers.record.conventions import SUPPORT, URL
from diple.recognisers.record.furniture import REASON, is_button
from diple.recognisers.record.lines import Line, claim, lines_of, sign_free, tell
from diple.recognisers.record.loose import cited_in, tell_cited
from diple.recognisers.record.people import tell_funders

_MOST_LINES = 30
_MOST_BEHIND = 8
_SHORTEST_SUMMARY = 40


def tell_panel(draft: Draft, start: int) -> int:
    """Record date, title, thanks, summary and citation above a document; return the offset behind them.

    It counts only with a citation that names title, date and archive; what stands above has to be of a panel too.
    """
    lines = list(islice(lines_of(draft, start, len(draft.text)), _MOST_LINES))
    number = next((number for number, line in enumerate(lines) if cited_in(line.text)), None)
    cited = cited_in(lines[number].text) if number is not None else None
    if number is None or cited is None or not _is_panel(lines[:number], cited.title):
        return start
    behind = number + 1
    while behind < min(len(lines), number + _MOST_BEHIND) and (is_button(lines[behind]) or _is_address(lines[behind])):
        behind += 1
    end = lines[behind - 1].end
    claim(draft, start, end)
    for position, line in enumerate(lines[:behind]):
        if position == number:
            tell_cited(draft, line.start, line.end, cited)
        else:
            _tell_line(draft, line, cited.title, is_last=position == number - 1)
    return end


def _is_panel(above: list[Line], title: str) -> bool:
    """Tell whether lines above a citation are buttons, date, title and thanks, and one summary at most."""
    known = [line for line in above if is_button(line) or _is_date(line) or _is_title(line, title) or _thanks(line)]
    others = [line for line in above if line not in known]
    return len(above) > 1 and len(others) <= 2 and bool(known) and sum(_is_date(line) for line in above) == 1


def _is_date(line: Line) -> bool:
    return parse_date(line.text) is not None


def _is_title(line: Line, title: str) -> bool:
    return " ".join(line.text.casefold().split()) == " ".join(title.casefold().split())


def _thanks(line: Line) -> re.Match[str] | None:
    return SUPPORT.fullmatch(line.text)


def _is_address(line: Line) -> bool:
    return URL.fullmatch(line.text) is not None


def _tell_line(draft: Draft, line: Line, title: str, *, is_last: bool) -> None:
    first = draft.source.line_starts[draft.source.line_of(line.start) - 1]
    sign_free(draft, first, line.start, why="layout of the web page")
    if thanks := _thanks(line):
        sign_free(draft, line.start, line.start + thanks.start("names"), why="words of thanks")
        tell_funders(draft, line.start + thanks.start("names"), line.start + thanks.end("names"))
        sign_free(draft, line.start + thanks.end("names"), line.end, why="words of thanks")
    elif _is_date(line) or _is_title(line, title):
        draft.drop(line.start, line.end, "repeated in the citation")
    elif is_last and len(line.text) >= _SHORTEST_SUMMARY and not is_button(line):
        tell(draft, "abstract", line.start, line.end)
    else:
        draft.drop(line.start, line.end, REASON)
