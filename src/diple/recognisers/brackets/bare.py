"""Gaps and blanks without square brackets: in parentheses, in black, as rows of dots or stars (TEI 11.3.3.1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from diple import patterns as re
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.brackets.lacunae import gap_attrs
from diple.recognisers.brackets.place import sign_rest

_PARENTHESIS = re.compile(
    r"[/({<](?:(?<=/)(?<![\w/]/)(?!\s)|(?<=[({<])(?<!\w[({<]))"
    r"(?P<words>(?=[^(){}<>/\[\]\n]{0,60}(?:inaudible|unintelligible|illeg|indistinct|garble|withdrawn|redacted|"
    r"unreadable|missing|undec|corrupt|mutilated|lacuna|excised|blacked out|sanitized|illegible|denied|"
    r"decipherment|lost|"
    r"torn|omitted|blank|deleted|unclear|declassified))[^(){}<>/\[\]\n]{4,100})(?:(?<!\s)/(?![\w/])|[)}>])",
    re.I,
)
"""What may be the wording of a gap, in parentheses, braces, angle brackets or slashes."""
_SIGNATURE = re.compile(r"\b(?:signatures?|signed|initials?|autograph)\b", re.I)
_LONGEST_PARAGRAPH = 120
_WITHHELD = re.compile(r"excised|withheld|withdrawn|declassified|redacted|inaudible|[■█▇▆▮▓▒░]", re.I)
_BLACK = re.compile(r"[■█▇▆▮▓▒░]")
_HEARD_IN_PART = re.compile(
    r"(?:(?<=[.!?…:”\"] )|(?<=[\n\t]))(?P<words>(?:(?:First|Last|Next|One|Two|Several|Some|End of) )?"
    r"(?:[Rr]emarks?|[Qq]uestions?|[Aa]nswers?|[Rr]eply|[Rr]eplies|[Ww]ords?|[Ss]entences?|[Pp]assages?|[Ss]peech|"
    r"[Rr]esponse) (?:(?:partly|partially|largely|mostly|almost|entirely|completely) )?"
    r"(?:inaudible|unintelligible|indistinct|not audible)(?: [^.!?\n]{1,60})?)\.(?=\s|$)"
)
"""A sentence without verb that says, without brackets, what was not heard: "Remark partly inaudible."."""
_DOTS_ROW = re.compile(r"\.(?:[ \t\xa0]*\.){5,}|(?:\*|x|\.{3}|…)(?:[ \t\xa0]+(?:\.{3}|…)){2,}")
_STARS_ROW = re.compile(r"\\?\*(?:[ \t\xa0]*\\?\*){2,}")
_LONG_ROW = re.compile(r"\\?\*(?:[ \t\xa0]+\\?\*){4,}")
"""A row of dots stands for paragraphs left out, and so does a long one of stars; a short one of stars does so in a
document that says it is an extract."""
_EXTRACT = re.compile(
    r"^[ \t]*(?:[\[(][ \t]*)?(?:extracts?|excerpts?)(?: (?:from|of)\b[^\n\])]{0,60})?[ \t]*[\])]?\.?[ \t]*$",
    re.I | re.M,
)
_CODE_AFTER_LAW = re.compile(
    r"\b(?:sections?|sec\.|articles?|art\.|rules?|paragraphs?|subsections?|under|§)\s*\S*\s*$", re.I
)


class Sign(NamedTuple):
    """A form of characters that stand for what is not there, the element and what its attributes are."""

    pattern: re.Pattern[str]
    tag: str
    attrs: Attrs
    unit: str = ""


SIGNS = (
    Sign(re.compile(r"[■█▇▆▮▓▒░]+(?:[ \t]+[■█▇▆▮▓▒░]+)*"), "gap", {"reason": "redacted"}),
    Sign(re.compile(r"[□▢](?:[□▢]+|(?<=[^\W\d_].)|(?=[^\W\d_]))"), "gap", {"reason": "illegible"}, "chars"),
    Sign(re.compile(r" (?<=\S )(?=\\?\*)(?P<sign>\\?\*(?: \\?\*){2,6})(?=\s+\S|\s*\Z)"), "gap", {"reason": "omitted"}),
    Sign(re.compile(r"<\s?(?:\.{2,4}|…)\s?>"), "gap", {"reason": "omitted"}),
    Sign(re.compile(r"\((?:\.{3}|…)\)|\{(?:\.{3}|…)\}|/(?:\.{3}|…)/"), "gap", {"reason": "omitted", "cert": "medium"}),
    Sign(re.compile(r"X(?<![\w/-]X)X{3,}(?![\w/-])"), "gap", {"reason": "redacted", "cert": "medium"}),
    Sign(
        re.compile(
            r"[(25](?<![^\s\[].)(?:(?<=\()b\) ?\(\d\)(?: ?\([A-Za-z0-9]{1,4}\))*|"
            r"(?:(?<=2)5|(?<=5)0)X\d(?:-[A-Z]{2,5})?)(?=[\s.,;:\]]|$)"
        ),
        "gap",
        {"reason": "redacted", "cert": "medium"},
    ),
    Sign(re.compile(r"\?(?<=\s\?)\?{2,}(?=\s)"), "gap", {"reason": "illegible", "cert": "low"}),
    Sign(
        re.compile(
            r"_(?:(?<=[^\W_][\s(“\"$£№]_)|(?<=\s[$£№(“\"]_))_{2,}(?=[\s.,;:)”\"%])|"
            r"\.(?<=[^\W_][\s(“\"$£№]\.)\s?(?:\.\s?){5,}(?=\s\w)"
        ),
        "space",
        {},
        "chars",
    ),
)
"""Blocks of black; squares for letters; stars and dots within a line; crosses and the codes of a law on secrets;
question marks in place of a word; blanks to fill in."""


def claim_unbracketed(draft: Draft, resp: Callable[[], str], *, heard: bool) -> None:
    """Claim what stands for a gap without square brackets, and blanks amid the words of a paragraph.

    ``resp`` gives the pointer to the agent; ``heard`` says that the document was taken down by ear.
    """
    emphasis = {span.start: span.end for span in draft.spans if span.tag == "hi"}
    is_extract = bool(_EXTRACT.search(draft.text))
    for block in draft.body_blocks():
        _claim_row(draft, block, resp, is_extract=is_extract)
        _claim_unheard(draft, block, resp, heard=heard)
        _claim_parentheses(draft, block, resp, heard=heard)
        _claim_paragraph(draft, block, emphasis, resp)
        if block.role is not Role.MILESTONE and not _STARS_ROW.fullmatch(draft.text, block.start, block.end):
            _claim_signs(draft, block, resp)


def _claim_signs(draft: Draft, block: Block, resp: Callable[[], str]) -> None:
    for sign in SIGNS:
        for match in sign.pattern.finditer(draft.text, block.start, block.end):
            start, end = match.span("sign") if "sign" in sign.pattern.groupindex else match.span()
            if sign.tag == "gap" and _CODE_AFTER_LAW.search(draft.text, max(block.start, start - _WINDOW), start):
                continue
            if not draft.sign(start, end):
                continue
            extent = {"unit": sign.unit, "quantity": str(end - start)} if sign.unit else {}
            agent = {"resp": resp()} if sign.tag == "gap" else {}
            draft.point(start, sign.tag, {**sign.attrs, **extent, **agent})


_WINDOW = 40


def _claim_row(draft: Draft, block: Block, resp: Callable[[], str], *, is_extract: bool) -> None:
    """Claim a row of dots, or in an extract of stars, that is a paragraph of its own: something was left out."""
    if block.role is not None or block.end - block.start > _LONGEST_PARAGRAPH:
        return
    row = _DOTS_ROW.fullmatch(draft.text, block.start, block.end)
    stars = _STARS_ROW if is_extract else _LONG_ROW
    if row is None and not stars.fullmatch(draft.text, block.start, block.end):
        return
    draft.give_role(block, Role.PARAGRAPH, why="a row of signs for what was left out")
    sign_rest(draft, block.start, block.end)
    draft.point(block.start, "gap", {"reason": "omitted", "resp": resp()})


def _claim_parentheses(draft: Draft, block: Block, resp: Callable[[], str], *, heard: bool) -> None:
    for match in _PARENTHESIS.finditer(draft.text, block.start, block.end):
        attrs = None if _SIGNATURE.search(match["words"]) else gap_attrs(match["words"], heard=heard)
        if attrs and _pairs(match.group()) and draft.sign(*match.span()):
            draft.point(match.start(), "gap", {**attrs, "resp": resp()})


def _pairs(words: str) -> bool:
    """Tell whether words close with the sign that answers the one they open with."""
    return words[0] + words[-1] in ("()", "{}", "<>", "//")


def _claim_paragraph(draft: Draft, block: Block, emphasis: dict[int, int], resp: Callable[[], str]) -> None:
    """Claim a paragraph that, wholly emphasised or in black, says what was withheld: "*Ten seconds excised.*"."""
    if block.role is not None or block.end - block.start > _LONGEST_PARAGRAPH:
        return
    words = draft.clean_block(block)
    attrs = gap_attrs(words) if _WITHHELD.search(words) else None
    if attrs is None:
        return
    emphasised = any(emphasis.get(block.start + lead, 0) >= block.end - 2 for lead in range(3))
    if emphasised or _BLACK.search(words):
        sign_rest(draft, block.start, block.end)
        draft.point(block.start, "gap", {**attrs, "resp": resp()})


def _claim_unheard(draft: Draft, block: Block, resp: Callable[[], str], *, heard: bool) -> None:
    """Claim what a talk's record says, in a sentence of its own and no brackets, was not heard."""
    for match in _HEARD_IN_PART.finditer(draft.text, block.start, block.end) if heard else ():
        if (attrs := gap_attrs(match["words"], heard=True)) and draft.sign(*match.span()):
            draft.point(match.start(), "gap", {**attrs, "resp": resp()})


def is_code(words: str) -> bool:
    """Tell whether words are nothing but crosses or the code of a law that keeps something secret."""
    return any(sign.pattern.fullmatch(words) for sign in SIGNS if sign.attrs.get("reason") == "redacted")
