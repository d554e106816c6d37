"""How transcripts mark footnotes, and how the bodies of footnotes begin: one row for each convention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹х", "0123456789x")
_LABEL = r"(?P<n>\d{1,3}|[ivxl]{1,6}|[a-z]|\*{1,4}|[†‡§])"
_SIGN = r"(?P<n>\*{1,4}|[†‡§]{1,2})"
_HREF = r"\([#<][^)\s]{0,80}\)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


class Style(NamedTuple):
    """A way to write a mark or to begin a body.

    ``sure`` if it can hardly be anything but a footnote's; ``loose`` if only the marks around it make it one;
    ``digits`` if it is glued to a figure that would be a likely one without it. A text without the character
    ``needs`` has none in it.
    """

    name: str
    pattern: re.Pattern[str]
    sure: bool
    loose: bool = False
    digits: bool = False
    needs: str = ""

    @property
    def strength(self) -> str:
        """How much the form of a mark says: ``sure``, ``usual``, ``digits`` or ``loose``."""
        return "sure" if self.sure else "digits" if self.digits else "loose" if self.loose else "usual"


def style(
    name: str, pattern: str, *, sure: bool = False, loose: bool = False, digits: bool = False, needs: str = ""
) -> Style:
    """Return a style, its pattern compiled."""
    return Style(name, re.compile(pattern), sure, loose, digits, needs)


def _after(first: str, *befores: str) -> str:
    """Return a pattern for a character with one of some things, each of one width, right before it.

    The character stands first, so that a search leaps from one such character to the next.
    """
    return f"{first}(?:{'|'.join(f'(?<={before}{first})' for before in befores)})"


def _near(first: str, before: str) -> str:
    """Return a pattern for a character, or a space and the character, with something of one width right before."""
    return f"(?: (?<={before} ){first}|{first}(?<={before}{first}))"


_SHORT_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"


MARKS = (
    style("<sup>1</sup>", rf"<sup>\s*(?:\[\\?\[|\\?\[)?{_LABEL}(?:\\?\]\]?)?(?:{_HREF}|\(\))?\s*</sup>", sure=True),
    style("[[1]](#)", rf"\[(?:\\?\[|<sup>){_LABEL}(?:\\?\]|</sup>)\](?:{_HREF}|\(#?\))", sure=True),
    style("[1](#)", rf"\[(?<!\\\[){_LABEL}\]{_HREF}", sure=True),
    style("[^1]", r"\[\^(?P<n>[^\]\s^]{1,24})\]", sure=True),
    style(
        "¹",
        "(?P<n>"
        + _after("[¹²³⁰⁴-⁹]", r"[^\s\d⁰¹²³⁴-⁹/]")
        + r"(?<![0-9 ][ckm]m.)(?<![0-9 ]m.)(?<![\W\d_][A-Za-z][²³])[¹²³⁰⁴-⁹]{0,2})(?![⁄\d]|/[₀-₉])",
        sure=True,
    ),
    style("\\1\\", r"\\(?P<n>\d{1,3})\\(?![\w/])", sure=True),
    style("{1}", _after(r"\{", r"[\w.,;:!?”\"’)]") + r"(?P<n>\d{1,3})\}"),
    style("^1^", _after(r"\^", r"[^\s^]") + r"(?P<n>\d{1,3}|[a-z]|\*)\^", sure=True),
    style("^1", _after(r"\^", r"[^\s\d(\[=+*/^-]") + r"(?P<n>\d{1,3})(?![\w^])"),
    style("[1]", r"\\?\[(?i:note |footnote |fn\.? ?|n\. ?)?(?P<n>\d{1,3}|[ivxl]{1,6}|\*{1,4})\\?\](?![(\w])"),
    style("[1]", _after(r"\[", r"[\w.,;:!?”\"’)\]]") + r"(?P<n>\d{1,3})\](?=[^\W\d_])"),
    style("[a]", _after(r"\[", r"[\w.,;:!?”\"’'\])*_]") + r"(?P<n>[a-z])\](?![(\w])"),
    style("(a)", _after(r"\(", r"[\w.,;:!?”\"’]") + r"(?P<n>[a-z]|[ivx]{1,5})\)(?![\w(])"),
    style("(a)", _after(" ", r"[^\W\d_]{2}") + r"\((?P<n>[a-z])\)(?=[\s.,;:])", loose=True),
    style(
        "Footnote 1", _after("[FEe]", r"[^\s\d]") + r"(?:ootnote|ndnote) (?P<n>\d{1,3})(?=[\s.,;:)]|$)", needs="note "
    ),
    style("a", r"(?<=[^\s\d.][.,;:!?”\"’)\]])(?<![^\W\d_]’)(?<![\s.(][A-Za-z]\.)(?P<n>[a-z]|[ivx]{2,5})(?=\s|$)"),
    style("a", r"(?<=[”\"’)\]])(?P<n>[a-z])(?=[.,;:!?](?:\s|$))"),
    style(
        "1)",
        "(?P<n>" + _after(r"\d", r"[^\W\d_]{2}", r"[^\d\s(][.,;:!?]", r"[”\"’]") + r"\d{0,2})\)(?=[\s.,;:”\"]|$)",
    ),
    style("(1)", _after(r"\(", r"[^\W\d_]{2}") + r"(?P<n>\d{1,2})\)(?=\s+[a-z(]|-)"),
    style(
        "(1)",
        _near(r"\(", r"[\w.,;:!?”\"’)\]]") + r"(?P<n>\d{1,3}|\*{1,4})\)(?=[.,;:!?)\]”\"’]|\s*$|\s+[A-ZА-Я“\"(\[])",
    ),
    style(
        "1",
        "(?P<n>"
        + _after(r"\d", r"[^\W\d_]{2}", r"[^\d\s][.,;:!?]", r"[”\"’)\]]", r"[.,;:!?]'", r"[^\d\s]—")
        + r"(?<![\s.(][A-Z]\.\d)\d{0,2})(?! [ap]\.? ?m\b)(?=[.,;:!?)\]”\"’]*(?:\s|—|$))",
    ),
    style("1", "(?P<n>" + _after(r"\d", "___") + r"\d?)(?=[ \t]*(?:\n|\Z)|\s+[A-Z“\"])"),
    style("1", "(?P<n>" + _after(r"\d", r"\d\.") + r"\d?)(?=\s+[A-Z“\"]|[ \t]*\n\s*\n|\s*\Z)"),
    style("(1)", _near(r"\(", r"[\w.”\"’)\]]") + r"(?P<n>\d{1,3})\)(?=\s+[a-z])", loose=True),
    style("(1)", _near(r"\(", r"[\w.,;:!?”\"’)\]]") + r"(?P<n>\*{1,4})\)(?=\s+[a-z])", needs="(*"),
    style("(1)", _near(r"\(", r"[\w.,;:!?”\"’)\]]") + r"(?:foot|end)?note (?P<n>\d{1,3})\)", needs="note "),
    style("1", "(?P<n>" + _after(r"\d", r"1[5-9]\d\d\.", r"20\d\d\.", r"\d[,;]") + r"\d?)(?=\s+[a-z(])", loose=True),
    style(
        "1 apart",
        rf"(?<=[.,;:!?”\"’)\]]) (?P<n>\d{{1,3}})(?! (?:{_MONTHS}))(?=[ \t]+[A-ZА-Я“\"(]|[ \t]*(?:\n|\s*\Z))",
        loose=True,
    ),
    style("1 apart", _after(" ", r"[^\W\d_]{2}") + r"(?P<n>\d{1,3})(?=[ \t]*(?:\n[ \t]*\n|\s*\Z))", loose=True),
    style("1 amid", _after(r"[ \n]", r"[^\W\d_]{2}", r"[\w.]\)") + r"(?P<n>\d{1,3})(?=[.,;:]?(?:\s|$))", loose=True),
    style("1 amid", _after(" ", r"[^\W\d_]{2}[.,;:]") + r"(?P<n>\d{1,3})(?=\s+[a-z])", loose=True),
    style("1", "(?P<n>" + _after(r"\d", r"[^\W\d_]{2}", r"[^\W\d_][.,;:!?”\"’)]") + r")(?=,\d{1,2}(?:\s|$))"),
    style("1", r",(?<=[^\W\d_][.,;:!?”\"’)]\d,)(?P<n>\d{1,2})(?=\s|$)"),
    style("/1/", _near("/", r"[\w.,;:!?”\"’)\]]") + r"(?P<n>\d{1,3})/(?=[\s.,;:)]|$)", needs="/"),
    style("1/", r"(?<=[\w.,;:!?”\"’)\]]) ?(?P<n>\d{1,3})/(?=[\s.,;:)]|$)", needs="/"),
    style("1", r"[12](?<![\d.,/–-].)(?:(?<=1)[5-9]|(?<=2)0)\d\d(?P<n>\d{1,2})(?![\d/–-]|[.,]\d)", digits=True),
    style("1", rf"\b{_SHORT_MONTHS}\s(?:[12]\d|3[01])(?P<n>\d{{1,2}})(?![\d:]|[.,]\d)", digits=True),
    style("1", rf"\b{_SHORT_MONTHS}\s[1-9](?P<n>\d\d|(?<=[4-9])\d|(?<=3)[2-9])(?![\d:]|[.,]\d)", digits=True),
    style("1", rf"\b{_SHORT_MONTHS}\s\d{{1,2}}[.,;](?P<n>\d{{1,2}})(?=\s)", digits=True),
    style("1", "(?P<n>" + _after(r"\d", r"[12]\d\d\d[.,;:?!]") + r"\d?)(?=[”\"’)]*(?:\s|$))", digits=True),
    style(
        "1",
        r"\b(?:Tab|Annex|Attachment|Enclosure|Appendix|Part|Section|Exhibit) [“\"]?[A-Z][”\"]?(?P<n>\d{1,2})(?=\s|$)",
        digits=True,
    ),
    style("(1)", _after(r"\(", r"[\d)”\"’\]]") + r"(?P<n>\d{1,2})\)(?=[\s.,;:])", digits=True),
    style("x/", r"(?<=[\w.,;:!?”\"’)\]]) ?(?P<n>[xх]{1,3})[/)](?=[\s.,;:)]|$)"),
    style("*)", "(?P<n>" + _after(r"\*", r"[^\s*\\]") + r"\*{0,3})\)(?=[\s.,;:!?”\"]|$)"),
    style(
        "*",
        "(?P<n>" + _after("[*†‡§]", r"[^\s*\\]") + r"(?:(?<=\*)\*{0,3}|(?<=[†‡§])[†‡§]?))(?![\w*\[“\")])",
    ),
    style("*", _after(" ", r"[^\W_]", r"[^\W_][.,;:!?”\"’)\]]") + rf"{_SIGN}(?=[ \t]*(?:\n|\Z))"),
)
"""Marks in the text; those that are not sure are believed only where a body proves them."""

BODIES = (
    style("[^1]:", r"\[\^(?P<n>[^\]\s^]{1,24})\]:[ \t]*", sure=True),
    style("[[1]](#)", rf"\[(?:\\?\[|<sup>){_LABEL}(?:\\?\]|</sup>)\](?:{_HREF}|\(#?\)):?\s*", sure=True),
    style("<sup>1</sup>", rf"<sup>\s*\\?\[?{_LABEL}\\?\]?\s*</sup>\s*", sure=True),
    style("[1](#)", rf"\[{_LABEL}\]{_HREF}:?\s*", sure=True),
    style("¹", r"(?P<n>[¹²³⁰⁴-⁹]{1,3})\s*(?=\S)", sure=True),
    style("[note 1: ]", r"\[(?i:foot|end)?(?i:note|fn\.?) (?P<n>\d{1,3}|[a-z]|\*)\s*[:.–—]\s*(?=[^\]\s])"),
    style(
        "[1]",
        r"(?:[-*+•·]\s+)?\\?\[(?i:note |footnote |fn\.? ?|n\. ?)?(?P<n>\d{1,3}|[ivxl]{1,6}|\*{1,4})\\?\][.:]?\s+(?=\S)",
    ),
    style("[1]", r"(?:[-*+•·]\s+)?\\?\[(?P<n>\d{1,3})\\?\](?=[A-ZÀ-ÖØ-ÞА-Я“\"‘(])"),
    style("\\1\\", r"\\(?P<n>\d{1,3})\\\s*(?=\S)", sure=True),
    style("{1}", r"\{(?P<n>\d{1,3})\}[.:]?\s+(?=\S)"),
    style("^1^", r"\^(?P<n>\d{1,3}|[a-z]|\*)\^[.:]?\s*(?=\S)", sure=True),
    style("^1", r"\^(?P<n>\d{1,3})[.:)]?\s+(?=\S)"),
    style("[a]", r"(?:[-*+•·]\s+)?\\?\[(?P<n>[a-z])\\?\][.:]?\s+(?=\S)"),
    style("(a)", r"\((?P<n>[a-z]|[ivx]{1,5})\)\s+(?=\S)"),
    style("f1", r"f(?P<n>\d{1,3})(?: \d{1,5}\.f\d{1,3})?\s+(?=\S)"),
    style("note 1", r"(?i:foot|end)?(?i:note) (?P<n>\d{1,3})\s*[.:–—]\s*(?=\S)"),
    style("1)", rf"(?P<n>\d{{1,3}})\\?\)\s+(?!{_MONTHS})(?=\S)"),
    style("1.", rf"(?P<n>\d{{1,3}})\\?[.:]\s+(?!{_MONTHS})(?=\S)"),
    style("• 1.", r"[•·][ \t]*(?P<n>\d{1,3})\\?[.:]\s+(?=\S)"),
    style("/1/", r"/(?P<n>\d{1,3})/\s+(?=\S)"),
    style("1/", r"(?P<n>\d{1,3})/\s+(?=\S)"),
    style("(1)", r"\((?P<n>\d{1,3}|\*{1,4})\)\s+(?=\S)"),
    style("1", rf"(?P<n>\d{{1,3}})\s+(?!(?:{_MONTHS})\b)(?=[A-ZА-Я“\"'‘(\[])"),
    style("a", r"(?P<n>[a-z]|[ivx]{2,5})[.:)]?\s+(?=[A-ZА-Я“\"'‘(\[])"),
    style("x/", r"(?P<n>[xх]{1,3})[/)]\s*(?=\S)"),
    style("*)", r"(?P<n>\*{1,4})\)\s*(?=\S)"),
    style("*", rf"\\?{_SIGN}\s*(?![\[*)])(?=\S)"),
    style("1glued", r"(?P<n>\d{1,3})(?=[A-Z“\"‘(\[][\w’'.]|[AI]\s)(?![A-Z]+\d)"),
)
"""Beginnings of bodies."""

_ANSWERS = {
    "[^1]": frozenset({"[^1]:"}),
    "1": frozenset(
        {
            "1",
            "1.",
            "1)",
            "• 1.",
            "1 alone",
            "1glued",
            "¹",
            "<sup>1</sup>",
            "f1",
            "note 1",
            "[note 1: ]",
            "[[1]](#)",
            "[1](#)",
        }
    ),
    "1 apart": frozenset({"1", "1.", "1 alone"}),
    "1 amid": frozenset(),
    "(a)": frozenset({"(a)"}),
    "Footnote 1": frozenset({"1 alone", "note 1"}),
    "a": frozenset({"a"}),
    "1)": frozenset({"1)"}),
    "(1)": frozenset({"(1)", "1", "1.", "1)", "note 1", "[note 1: ]", "*"}),
    "\\1\\": frozenset({"\\1\\"}),
    "{1}": frozenset({"{1}", "1", "1.", "note 1"}),
    "^1": frozenset({"^1", "1", "1.", "1)", "note 1"}),
    "1/": frozenset({"1/", "1", "1."}),
    "/1/": frozenset({"/1/"}),
    "x/": frozenset({"x/"}),
    "*)": frozenset({"*)", "*"}),
}
"""Which beginnings of bodies answer a form of mark, where not all do."""


def answers(body: Style, mark: Style) -> bool:
    """Tell whether a body that begins in one style may belong to a mark in another."""
    if body.name == "[^1]:":
        return mark.name == "[^1]"
    return mark.name not in _ANSWERS or body.name in _ANSWERS[mark.name]


NOTES_HEAD = re.compile(
    r"[#*_\s]*(?:(?:translator|editor|author)(?:[’']s|s[’']?)? |(?:editorial|textual|explanatory|critical|general) )?"
    r"(?:(?:end ?|foot ?)?notes?|fu(?:ß|ss)noten?|anmerkungen|notas|notes de bas de page|przypisy|poznámky|jegyzetek|"
    r"notes?|note|noten|voetnoten|(?:fot)?noter|примечания|сноски)[*_\s]*"
    r"(?:(?:to the (?:text|translation|document)|and (?:comments|references)|"
    r"(?:by|of|from) (?:the )?(?:translator|editor|transcriber|author)s?|"
    r"(?:de[rs]|von de[rm]) (?:übersetzer|herausgeber|bearbeiter|verfasser)(?:in|s|innen)?|"
    r"(?:du|de la|de l[’']|des|del|de los|della?|dell[’']) ?(?:traduct(?:eur|rice|or|ora)|tradut(?:tore|trice)|"
    r"[ée]dit(?:eur|rice|or|ora|ore)|auteur|autor|autore|curatore)s?|"
    r"(?:переводчика?|редактора?|составителя|публикатора)))?[.:]?[*_\s]*",
    re.I,
)
"""A line that announces the notes at the end."""
OTHER_HEAD = re.compile(r"[#*_\s]*(?:comments?|references|annotations?|remarks)[.:]?[*_\s]*", re.I)
"""A line that stands above notes, but also above other things."""
HEAD_RUN_IN = re.compile(r"(?:(?:end|foot)?notes?|comments?|annotations?)\s*[:.]\s+(?=\S)", re.I)
"""A head of notes on the line of the first of them."""
RULE = re.compile(r"[-–—_=*\s\\]{3,}")
"""A line that divides notes from the text."""
BACK_LINK = re.compile(r"\s*(?:\[?[↩↑^]\ufe0e?\]?(?:\(#[^)\s]*\))?)\s*\Z")
"""What leads a reader of a web page back from a body to its mark."""


class Mark(NamedTuple):
    """A mark in the text, as the source writes it."""

    start: int
    end: int
    label: str
    style: Style


class Body(NamedTuple):
    """A block that may begin the body of a note: its words begin at ``text_start``; ``position`` counts blocks."""

    position: int
    block: Block
    text_start: int
    label: str
    style: Style


def plain_label(text: str) -> str:
    """Return a mark's label with superscript digits as plain ones."""
    return text.translate(_SUPERSCRIPTS)


def marks_in(draft: Draft) -> Iterator[Mark]:
    """Yield everything in the blocks of the body that has the form of a mark; several forms may claim one place."""
    for style in (style for style in MARKS if style.needs in draft.text):
        for match in style.pattern.finditer(draft.text):
            block = draft.block_at(match.start("n"))
            in_text = block is not None and block.role not in {Role.META, Role.VOID} and match.end() <= block.end
            at_start = block is not None and match.start() == block.start
            if in_text and not at_start and not draft.is_signed(*match.span("n")):
                start = match.start("n") if style.digits and style.name == "1" else match.start()
                is_counted = style.name == "1" and _COUNTED.search(draft.text, max(0, start - _FAR), start) is not None
                yield Mark(start, match.end(), plain_label(match["n"]), _AS_DIGITS if is_counted else style)


_COUNTED = re.compile(
    r"\b(?:Corr|Add|Rev|Amend|Sub|Conf|Misc|Nos?|Nr|Art|Vol|Bd|Ch|Chap|Kap|Sec|Sect|Para|Abs|Fig|Doc|Dok|[Pp]p?|[Cc]f|"
    r"fols?|ff?|ll?|op|kh|opis|delo|d|No|no)\.\Z"
)
"""A shortened word behind which a figure counts things, as in the symbols of documents: "A/3595/Corr.1"."""
_FAR = 8
_AS_DIGITS = style("1", "", digits=True)
"""A figure behind such a word: a mark only where no better one is found."""
