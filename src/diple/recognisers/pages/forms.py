"""The forms in which transcripts write page numbers, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Role


class Form(NamedTuple):
    """A way to write a page number; ``proof`` is how many marks in sequence it takes to believe one."""

    name: str
    pattern: re.Pattern[str]
    proof: int
    alone: bool


_N = r"(?P<n>\d{1,4}(?: ?(?:ob|об)\b\.?|[a-z])?|[ivxlc]{1,7})"
_OF = r"(?:\s*(?:of|/)\s*\d{1,4})?"
_IN_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
"""Numbers that a page may be said to have in words: "Page Two"."""
_RULE = r"(?:\s*[-–—*=_~|]{1,8})?"
_WORD = (
    r"(?:pages?|pg\.?|p\.?|folio|foll?\.|ff?\.|ll?\.|leaf|sheet|seite|blatt|bl\.|p[áa]gina|p[áa]g\.|feuille|"
    r"стр\.?|страница|лист|л\.)"
)
_EDITION = r"(?:facsimile|typeset|typescript|manuscript|ms\.?|original|printed|print|book|pdf|scan|image|document)"


_STARTS = (
    rf"(?:(?:(?:start|beginning|top) of (?:the )?|(?:here )?begins? (?:of )?)(?:{_WORD})\s*(?P<n>\d{{1,4}}[a-z]?)|"
    rf"(?:{_WORD})\s*(?P<n_after>\d{{1,4}}[a-z]?)\s+(?:begins|starts|follows)(?: here)?)"
)
_ENDS = rf"(?:{_WORD})\s*(?P<n_after>\d{{1,4}}[a-z]?)\s+ends(?: here)?"
_OF_SIDE = r"[ ,]?(?:[rv]\.?|recto|verso)"
_END = rf"(?:end|foot|bottom) of (?:the )?(?:{_WORD}\s*{_N}|(?P<n_side>\d{{1,4}}{_OF_SIDE}))"
"""The end of a page, and of a leaf by its side, which needs no word for it."""
_OF_DOC = rf"page\s+{_N}(?:\s+(?:(?:prev(?:ious)?|next) page|top of (?:doc(?:ument)?|page)|back to top))+"
"""A page number with what leads about on a web page."""
_LEAF = (
    r"(?:(?:folios?|fols?\.|fos?\.|ff?\.|leaf)\s*(?P<n>\d{1,4}[ ,]+(?:recto|verso|r\.|v\.))|"
    r"fo\.?\s*(?P<n_after>\d{1,4}[rv]?))"
)
"""A leaf and its side, in words."""
_SIDE = re.compile(r"[ ,]*([rv])(?:ecto|erso|\.)?$", re.I)
COLUMN = re.compile(r"\[\s*(?:columns?|cols?\.?)\s*(?P<n>\d{1,5})(?: (?:begins|starts))?\.?\s*\]", re.I)
"""Where a column of a printed record begins."""


def _alone(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + pattern + r"\s*\Z", re.I)


FORMS = (
    Form("page 12", _alone(r"(?!(?-i:P\. ?[IVXLC]\.)\s*\Z)"
                           rf"{_RULE}\s*(?:pages?|pg\.|p\.|folio|fol\.|f\.(?= ?\d)|l\.|bl\.|seite|blatt|p[áa]gina|"
                           rf"p[áa]g\.|стр\.|страница|лист|л\.)\s*{_N}{_OF}\.?{_RULE}"), 1, True),
    Form("Page Two", re.compile(rf"\s*[-–—]?\s*(?:Page|PAGE|Sheet|SHEET)\s+(?=[A-Z])(?P<n>(?i:{'|'.join(_IN_WORDS)}))"
                             r"\.?\s*[-–—]?\s*\Z"), 1, True),
    Form("PAGE 02 STATE 123456",
         re.compile(r"\s*PAGE\s+(?P<n>0?\d{1,3})\s+[A-Z][A-Z0-9 .,/:()-]{3,70}\d[A-Z0-9 .,/:()-]*\s*\Z"), 1, True),
    Form("Page 2 of 3 HEAD",
         _alone(r"page\s+(?P<n>\d{1,4})\s+(?:of|/)\s+\d{1,4}(?:[ \t]{2,}|\t)\S[^\n]{2,60}"), 1, True),
    Form("Page 2: HEAD", _alone(r"page\s+(?P<n>\d{1,4}):[ \t]+\S[^\n]{2,120}"), 2, True),
    Form("<!-- page 12 -->", _alone(rf"<!--\s*{_WORD}\s*[:=]?\s*{_N}\s*-->"), 1, True),
    Form("<!-- page 12 --> in the line", re.compile(rf"<!--\s*{_WORD}\s*[:=]?\s*{_N}\s*-->", re.I), 1, False),
    Form("page 2 top of doc",
         _alone(_OF_DOC), 1, True),
    Form("[page 12]",
         _alone(rf"(?P<two>\[(?=\[))?[\[({{<|/]\s*{_WORD}\s*{_N}{_OF}\.?\s*[\])}}>|/](?(two)\])"), 1, True),
    Form("[page two]",
         _alone(rf"[\[({{<]\s*(?:page|sheet|folio|leaf)\s+(?P<n>{'|'.join(_IN_WORDS)})"
                rf"(?:\s+of\s+(?:{'|'.join(_IN_WORDS)}))?\s*[\])}}>]"), 1, True),
    Form("[facsimile page 12]", _alone(rf"[\[({{<]\s*(?P<ed>{_EDITION})\s+{_WORD}\s*{_N}{_OF}\s*[\])}}>]"), 1, True),
    Form("[page 12 of original]",
         _alone(rf"[\[({{<]\s*{_WORD}\s*{_N}\s+of (?:the )?(?P<ed>{_EDITION})\s*[\])}}>]"), 1, True),
    Form("[page 12 begins]", _alone(rf"\[\s*{_STARTS}\s*\.?\]"), 1, True),
    Form("[fol. 3 recto]", _alone(rf"\[\s*{_LEAF}\s*\]"), 1, True),
    Form("/12", _alone(r"(?:\.{2,3}|…)?\s*/\s*(?P<n>\d{1,3})\s*(?:\.{2,3}|…)?"), 2, True),
    Form("- 12 -",
         _alone(r"(?P<open>\[\s*)?(?P<dash>[-–—~•]{1,3})\s*(?P<n>\d{1,4})\s*[-–—~•]{1,3}(?(open)\s*\])"), 1, True),
    Form("12", _alone(r"(?P<n>\d{1,4})"), 2, True),
    Form("4,112", _alone(r"(?P<n>\d{1,3}[,.]\d{3})"), 2, True),
    Form("2/5", _alone(r"(?P<n>\d{1,3}) ?/ ?\d{1,3}"), 2, True),
    Form("c1342", _alone(r"cc?(?:ol)?\.? ?(?P<n>\d{2,5})"), 2, True),
    Form("12.", _alone(r"(?P<n>\d{1,4})\."), 2, True),
    Form("SYMBOL 12", re.compile(
        r"\s*(?P<head>[A-Z]{1,6}/[A-Z0-9][A-Z0-9./()-]{1,30})(?:\s*\n\s*(?:page )?|[ \t]+page )(?P<n>\d{1,4})\s*\Z"
    ), 1, True),
    Form("STAMP 000012", re.compile(r"\s*(?P<head>[A-Z][A-Za-z]{1,9})\s*\n?\s*(?P<n>0{2,5}\d{1,5})\s*\Z"), 1, True),
    Form("000012", _alone(r"(?P<n>0{2,5}\d{1,5})"), 2, True),
    Form("[12]", _alone(r"[\[({|/<‹⟨]\s*(?P<n>\d{1,4})\s*[\])}|/>›⟩]"), 2, True),
    Form("[12r]", _alone(rf"[\[({{|/<‹⟨]\s*(?P<n>\d{{1,4}}{_OF_SIDE})\s*[\])}}|/>›⟩]"), 1, True),
    Form("12 HEAD", _alone(r"(?P<n>\d{1,4})[ \t]+(?P<head>[^\W\d_][^\n]{3,60}?)"), 2, True),
    Form("HEAD 12", _alone(r"(?P<head>[^\W\d_][^\n]{3,60}?)[ \t]+(?P<n>\d{1,4})"), 2, True),
    Form("[end of page 12]", _alone(rf"[\[({{<|/]\s*(?:{_END}|{_ENDS})\.?\s*[\])}}>|/]"), 1, True),
    Form("[end of page 12] in the line", re.compile(rf"[\[{{<|]\s*(?:{_END}|{_ENDS})\.?\s*[\]}}>|]", re.I), 1, False),
    Form("[end of page 12] in the line", re.compile(rf"\((?<=[.!?”\"’:]\s\()\s*(?:{_END}|"
                                                    rf"{_ENDS})\.?\s*\)(?=\s)", re.I), 1, False),
    Form("[page break]",
         _alone(r"\[\s*(?:page break|new page|next page|page ends?|end of (?:the )?page)(?P<n>)\s*\]"), 1, True),
    Form("[p. 12] in the line",
         re.compile(rf"[\[{{<](?P<two>(?<=\[)\[)?\s*{_WORD}\s*{_N}{_OF}\s*[\]}}>](?(two)\])", re.I), 1, False),
    Form("p. 12] in the line", re.compile(rf"[Pp](?<!\w.)(?i:age|\.)\s?(?i:{_N})\](?=\s)"), 2, False),
    Form("/l. 12/ in the line", re.compile(rf"/(?<![\w/]/)\s*{_WORD}\s*{_N}\s*/(?![\w/])", re.I), 2, False),
    Form("[facsimile page 12] in the line",
         re.compile(rf"[\[{{<]\s*(?P<ed>{_EDITION})\s+{_WORD}\s*{_N}{_OF}\s*[\]}}>]", re.I), 1, False),
    Form("[page 12 of original] in the line",
         re.compile(rf"[\[{{<]\s*{_WORD}\s*{_N}\s+of (?:the )?(?P<ed>{_EDITION})\s*[\]}}>]", re.I), 1, False),
    Form("[page 12 begins] in the line", re.compile(rf"\[\s*{_STARTS}\s*\.?\]", re.I), 1, False),
    Form("[fol. 3 recto] in the line", re.compile(rf"\[\s*{_LEAF}\s*\]", re.I), 1, False),
    Form('<pb n="12"/>', re.compile(rf"<pb\s+n=[\"']{_N}[\"']\s*/>", re.I), 1, False),
    Form("[12] in a word", re.compile(
        r"\[(?<=[^\W\d_]\[)(?P<n>\d{1,4})\](?=[a-zа-я])|"
        r"\n(?<=[^\W\d_][-‐¬]\n)[ \t]*\[(?P<n_after>\d{1,4})\][ \t]*(?=\n[ \t]*[a-zа-я])"
    ), 1, False),
    Form("[12r] in the line", re.compile(rf"[\[{{|/<‹⟨](?P<n>\d{{1,4}}{_OF_SIDE})[\]}}|/>›⟩]"), 2, False),
    Form("<12> in the line", re.compile(r"[<‹⟨](?<!\S[<‹⟨])(?P<n>\d{1,4})[>›⟩](?=\s)"), 3, False),
    Form("[12] in the line", re.compile(r"[\[{](?<!\S[\[{])(?P<n>\d{1,4})[\]}](?=\s)"), 3, False),
    Form("(p. 12) in the line", re.compile(rf"\(\s*(?:page|pg\.|p\.)\s*{_N}\s*\)", re.I), 2, False),
    Form("|12| in the line", re.compile(
        r"[/|](?<!\S[/|])(?:(?<=/)(?P<n>\d{1,4})/|(?<=\|) ?(?P<n_after>\d{1,4}) ?\|)(?!\S)"
    ), 2, False),
    Form("//12// in the line", re.compile(
        r"[/|](?<![/|\d][/|])(?:(?<=/)/|(?<=\|)\|)(?P<n>\d{1,4})(?:\|\||//)(?![/|\d])"
    ), 2, False),
    Form("12 in a line", re.compile(r"(?<=\n)[ \t]*(?P<n>\d{1,4})[ \t]*(?=\n)"), 2, False),
    Form("page 12 in the line", re.compile(rf"(?:(?<=[\])}}.])|^)[ \t]*\bpage {_N}(?=[ \t]*$)", re.M), 2, False),
)  # fmt: skip
PAGE_WORDING = re.compile(
    rf"(?:{_EDITION}\s+)?{_WORD}\s*(?:\d{{1,4}}(?: ?(?:ob|об)\.?| ?[a-z])?|[ivxlc]{{1,7}})?"
    rf"(?:\s*(?:of|/)\s*\d{{1,4}}|\s+of (?:the )?{_EDITION}|\s+ends(?: here)?)?|"
    rf"{_STARTS}|cc?\.? ?\d{{2,5}}|(?:columns?|cols?\.?)\s*\d{{1,5}}(?: (?:begins|starts))?|"
    rf"(?:fol\.?|fo\.?|f\.?|folio|leaf)\s*\d{{1,4}}[ ,]*(?:[rv]|recto|verso)?\.?|"
    rf"(?:page|sheet|folio|leaf)\s+(?:{'|'.join(_IN_WORDS)})(?:\s+of\s+(?:{'|'.join(_IN_WORDS)}))?|"
    rf"{_OF_DOC.replace('?P<n>', '?:')}",
    re.I,
)
"""The words in which a page number is said."""
WHOLE = {"Page 2: HEAD": "header", "PAGE 02 STATE 123456": "header", "Page 2 of 3 HEAD": "header", "2/5": "pageNum"}
"""The forms that stay as they are, and what they are at the head of a page (``fw/@type``)."""
HEADED = frozenset({"12 HEAD", "HEAD 12", "SYMBOL 12", "STAMP 000012"})
"""The forms in which a running head and the page number make one line."""
CLOSING = frozenset({"[end of page 12]", "[end of page 12] in the line"})
"""The forms that name the page which ends; the number of the one that begins is not said."""
LONGEST = 80
"""The longest block, in characters, that may be a page number alone."""


class PageMark(NamedTuple):
    """A page number as the source writes it, from ``start`` to ``end``."""

    start: int
    end: int
    n: str
    form: Form
    ed: str = ""

    @property
    def value(self) -> int:
        """The number counted from 1; 0 for a Roman number, which proves no sequence."""
        digits = re.match(r"\d+", self.n.replace(",", "").replace(".", ""))
        return int(digits.group()) if digits else 0


def candidates(draft: Draft) -> list[PageMark]:
    """Return everything in the body of a document that has the form of a page number, in order."""
    found = [*_alone_marks(draft), *_inline_marks(draft)]
    return sorted(found)


def _alone_marks(draft: Draft) -> Iterator[PageMark]:
    for block in draft.blocks:
        if block.role is Role.META or block.heading or block.end - block.start > LONGEST:
            continue
        text = draft.text_of(block)
        for form in FORMS:
            if form.alone and (match := form.pattern.match(text)):
                yield PageMark(block.start, block.end, _n(match), form, _ed(match))
                break


def _inline_marks(draft: Draft) -> Iterator[PageMark]:
    for form in FORMS:
        if form.alone:
            continue
        for match in form.pattern.finditer(draft.text):
            block = draft.block_at(match.end() - 1)
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            if block and block.role is not Role.META and (start, match.end()) != (block.start, block.end):
                yield PageMark(start, match.end(), _n(match), form, _ed(match))


def _n(match: re.Match[str]) -> str:
    """Return the page's number as written, without the noughts that fill it up."""
    said = match.groupdict()
    n = str(said["n"] if said["n"] is not None else said.get("n_after") or said.get("n_side") or "")
    if n.casefold() in _IN_WORDS:
        return str(_IN_WORDS.index(n.casefold()) + 1)
    if n.startswith("00"):
        return n
    return _SIDE.sub(lambda side: side[1].lower(), n).replace(" ", "").lstrip("0") or n


def _ed(match: re.Match[str]) -> str:
    """Return the name of the edition or copy whose pages are counted, where the mark names one."""
    return str(match.groupdict().get("ed") or "").casefold().rstrip(".")
