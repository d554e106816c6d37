"""Heads of sections and breaks between them (TEI 4.1.1 and 3.11.3)."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.headings import SHORT_SENTENCE, is_heading, opens_turn
from diple.recognisers.frame.lines import OUTSIDE, give, is_capitals, label_in
from diple.recognisers.frame.titles import LITTLE, titles_between
from diple.recognisers.prose import ends_sentence
from diple.recognisers.speech.labels import read_label

_RULE = re.compile(r"(?P<sign>[-–—_=~⸺⸻─]{3,}|(?:[-–—_=] ?){3,}|_{1,2})")
_ASTERISM = re.compile(r"(?P<sign>[*xXхХ×•·∙◦#+~⁂❦✻†])(?: *(?P=sign)){2,} *|[⁂❦✻]|[*](?: ?[*])*")
_ROMAN = re.compile(r"(?P<n>[IVXL]{1,7})(?P<stop>[.):]?)(?:\s+(?P<title>\S.*))?", re.S)
_ARABIC = re.compile(
    r"(?P<n>\d{1,2}(?:\.\d{1,2}){0,2})(?P<stop>[.)]?)(?:\s+|(?<=\.)$)(?P<title>|[A-ZÀ-ÖØ-ÞА-Я“\"].*)", re.S
)
_LETTER = re.compile(r"(?P<n>[A-H])(?P<stop>[.)])\s+(?P<title>[A-ZÀ-ÖØ-Þ].*)", re.S)
_NAMED = re.compile(
    r"(?P<n>(?:chapter|part|section|article|paragraph|item|document|dokument|kapitel|teil|abschnitt|artikel|punkt|chapitre|partie|titre|"
    r"cap[ií]tulo|secci[oó]n|art[ií]culo|глава|раздел|статья|§)\s*"
    r"(?:\d{1,3}|[IVXL]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|premier|first))\b(?P<stop>[.:]?)(?:\s+(?P<title>\S.*))?",
    re.I | re.S,
)
_LONGEST_TITLE = 110
_LONGEST_READ = 150
"""The most characters of a title, that of one which is written as such."""
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


class _Head(NamedTuple):
    """A block that looks like the head of a section: what it is numbered by, its number as given and as a value."""

    place: int
    block: Block
    style: str
    n: str
    value: int
    has_title: bool
    is_title: bool = False


def recognise_breaks(draft: Draft) -> None:
    """Make milestones of rules and asterisms that stand alone."""
    for block in draft.blocks:
        if block.role is not None or block.end - block.start > 80:
            continue
        text = draft.text[block.start : block.end].replace("\\*", "*").strip()
        rend = "rule" if _RULE.fullmatch(text) else "asterism" if _ASTERISM.fullmatch(text) else ""
        if rend:
            attrs = {"unit": "section", "rend": rend}
            give(draft, block, Role.MILESTONE, "milestone", attrs=attrs, why="a break between sections")
            for start, end in list(draft.unsigned(block.start, block.end)):
                draft.sign(start, end, why="a break between sections")


def _line_above(draft: Draft, blocks: list[Block]) -> list[Block]:
    """Return the last line above the body that nothing at the head claimed, such as the first title below a list."""
    index = bisect_left(draft.blocks, blocks[0].start, key=lambda block: block.start) if blocks else 0
    return [block for block in draft.blocks[max(0, index - 1) : index] if block.role is None and blocks[0].role is None]


def recognise_numbered(draft: Draft, blocks: list[Block]) -> None:
    """Give the numbered heads of sections among these blocks, the body of a document, their role.

    A number alone or with a short title counts where the numbers run on from the first, and text follows each.
    """
    heads = [head for index, block in enumerate(blocks) if (head := _head(draft, blocks, index))]
    nested = _nested(blocks, heads)
    for style in dict.fromkeys(head.style for head in heads):
        for run in _runs([head for head in heads if head.style == style]):
            if _is_series(draft, blocks, run, nested):
                for head in run:
                    give(draft, head.block, Role.SECTION, attrs={"n": head.n}, why=f"section {head.n}")
                    if below := _title_below(draft, blocks, head):
                        give(draft, blocks[below], Role.HEAD, why=f"title of section {head.n}")


def recognise_sections(draft: Draft, blocks: list[Block]) -> None:
    """Give the heads of sections among these blocks, the body of a document, their role."""
    recognise_numbered(draft, blocks)
    blocks = [*_line_above(draft, blocks), *blocks]
    titles = titles_between(draft, blocks, opens_turn)
    first = next((block for block in draft.blocks if block.role not in OUTSIDE), None)
    for index, block in enumerate(blocks):
        if block.role is None and (block.start in titles or is_heading(draft, blocks, index)):
            role = Role.HEAD if block is first and not block.attrs.get("n") else Role.SECTION
            give(draft, block, role, why="a heading between paragraphs")
    _take_heads_above(draft, blocks)
    _nest(draft, blocks)


def _take_heads_above(draft: Draft, blocks: list[Block]) -> None:
    """Give lines in capitals right above heads that were found since, under text that has ended, their role."""
    for index in range(len(blocks) - 2, 0, -1):
        block, before = blocks[index], blocks[index - 1]
        if block.role is None and blocks[index + 1].role is Role.SECTION and is_heading(draft, blocks, index):
            words, text = draft.clean_block(before), draft.clean_block(block)
            is_below = before.role in {Role.HEAD, Role.OPENER, Role.SECTION, Role.NOTE} or ends_sentence(words)
            if is_below and words[-1:] != ":" and not _NAMES.search(text):
                give(draft, block, Role.SECTION, why="a heading over another")


_NAMES = re.compile(r"\b(?:[A-Z]\.\s?){1,3}[A-Z][\w’'-]|\b(?i:Mr|Mrs|Miss|Dr|Sir|Lord|General|Colonel|Major|Capt)\b")
"""What lines of names have, and heads have not."""


def _nest(draft: Draft, blocks: list[Block]) -> None:
    """Say of each head in how many sections it stands.

    One of a style that stood right under another is below it; so is one that begins to count while the other goes on.
    """
    heads = [(place, block) for place, block in enumerate(blocks) if block.role is Role.SECTION]
    styles = [
        block.attrs.get("type") or _style(block.attrs.get("n", ""), draft.clean_block(block)) for _, block in heads
    ]
    last = {style: number for number, style in enumerate(styles)}
    depths: dict[str, int] = {}
    for number, ((place, block), style) in enumerate(zip(heads, styles, strict=True)):
        if style not in depths:
            above = styles[number - 1] if number else ""
            is_under = bool(number) and _is_right_under(blocks, heads[number - 1][0], place)
            is_within = above in _COUNTED and style in _COUNTED and last[above] > number
            depths[style] = depths[above] + 1 if is_under or is_within else depths[above] if above in _COUNTED else 1
        block.depth = depths[style]


def _is_right_under(blocks: list[Block], above: int, place: int) -> bool:
    return all(block.role in {Role.NOTE, Role.MILESTONE, Role.HEAD} for block in blocks[above + 1 : place])


_COUNTED = frozenset({"roman", "letter", "arabic", "arabic 1"})
"""Styles of heads that count."""


def _style(n: str, title: str) -> str:
    """Return what heads of one level have in common: how they are counted, or whether they are in capitals."""
    for style, form in (
        ("named", r"[^\W\d_]{3,}.*|§.*"),
        ("roman", "[IVXL]+"),
        ("letter", "[A-H]"),
        ("arabic", r"\d+"),
    ):
        if re.fullmatch(form, n):
            return f"{style} {n.split()[0].lower()}" if style == "named" else style
    return f"arabic {n.count('.')}" if n else "capitals" if is_capitals(title) else "title"


def _head(draft: Draft, blocks: list[Block], index: int) -> _Head | None:
    block = blocks[index]
    if block.role not in {None, Role.HEAD} or block.end - block.start > 6 * _LONGEST_TITLE:
        return None
    text = draft.clean_block(block)
    title = _REFERENCES.sub("", text) if _ARABIC.fullmatch(text) else text
    is_long_title = _reads_as_title(_IN_PARENTHESES.sub("", title)) and not is_capitals(title)
    longest = _LONGEST_READ if is_long_title else _LONGEST_TITLE
    is_topic = _TOPIC.fullmatch(text) is not None and _is_over_turn(draft, blocks, index)
    if any(date.start == 0 and date.precision == "day" for date in find_dates(text[:40])):
        return None  # a day whose number a stop follows
    if not text or (not is_topic and (len(title) > longest or (title != text and not _reads_as_title(title)))):
        return None
    for style, form in (("roman", _ROMAN), ("arabic", _ARABIC), ("letter", _LETTER), ("named", _NAMED)):
        match = form.fullmatch(text)
        if (
            match
            and (is_topic or _may_be_title(_without_stop(style, match["title"] or ""), block.heading))
            and (match["stop"] or not match["title"] or style in {"named", "arabic"} or _is_number_above(draft, block))
        ):
            words = _IN_PARENTHESES.sub("", title)
            is_title = style == "arabic" and _reads_as_title(words) and not (is_capitals(title) and match["n"] != "1")
            is_title = is_title or is_topic or (style == "roman" and _is_over_capitals(draft, blocks, index))
            return _Head(index, block, style, match["n"], _value(style, match["n"]), bool(match["title"]), is_title)
    return None


def _is_over_capitals(draft: Draft, blocks: list[Block], index: int) -> bool:
    """Tell whether a Roman number alone stands over a title in capitals: the next of a volume's resolutions."""
    is_alone = draft.clean_block(blocks[index]).isalpha() and not blocks[index].joined
    below = draft.clean_block(blocks[index + 1]) if is_alone and index + 1 < len(blocks) else ""
    return " " in below and is_capitals(below) and below[-1] not in ".:;,"


def _is_number_above(draft: Draft, block: Block) -> bool:
    """Tell whether a number stands on a line of its own above the title in one block."""
    return _NUMBER_LINE.match(draft.text, block.start, block.end) is not None


_NUMBER_LINE = re.compile(r"[IVXL]{1,7}[ \t]*\n")
_TOPIC = re.compile(
    r"(?:[IVX]{1,5}|\d{1,2})[.)]\s+(?:On|About|Concerning|Regarding|Re|Report|Information|Question|The question|"
    r"Results?|Proposals?|Draft|Discussion|Exchange)\b.{3,400}",
    re.S,
)
"""An item of an agenda, as minutes have it over what is said on it: "2. On the talks with the delegation"."""


def _is_over_turn(draft: Draft, blocks: list[Block], index: int) -> bool:
    """Tell whether the next block of the text is a turn."""
    after = next((block for block in blocks[index + 1 : index + 3] if block.role in {None, Role.SPEECH}), None)
    if after is None or after.role is Role.SPEECH:
        return after is not None
    label = read_label(draft.clean_block(after))
    return label is not None and label.shape in {"colon", "capitals"} and label.name.isupper()


def _without_stop(style: str, title: str) -> str:
    """Return a short title under a Roman numeral without its full stop, as prints have it: "I. Ferries."."""
    is_short = style == "roman" and len(title.split()) <= _MOST_WORDS and not _VERBS.search(title)
    return title.removesuffix(".") if is_short else title


def _may_be_title(title: str, heading: int) -> bool:
    if heading or not title:
        return True
    if _OF_ITEM.match(title):
        title = title.removesuffix(".")
    title = _REFERENCES.sub("", _IN_PARENTHESES.sub("", title))
    return _CLOSED.search(title) is None and not label_in(title)


_CLOSED = re.compile(r"[!?;,:]$|(?<!\b[A-Z])(?<!\.[A-Z])\.$")
"""What ends no title; the stop of an abbreviation in single letters may: "Trade with the U.S.S.R."."""


_OF_ITEM = re.compile(
    r"(?:On|About|Concerning|Regarding|Re|Of|(?:The )?Questions? of|(?:Oral )?(?:Statement|Report|Communication|"
    r"Information|Letter|Request|Proposal|Draft)s? (?:by|of|from|on)|Consideration of|Approval of|Adoption of|"
    r"Miscellaneous|Any other business|Other (?:business|matters)|Current (?:affairs|business))\b[^.]*\.?$"
)
"""How items of an agenda are worded, which a full stop may end."""

_IN_PARENTHESES = re.compile(r"\s*\([^()]{3,100}(?:\([^()]{1,12}\)[^()]{1,80})?\)\d{0,3}$")
"""A reference in parentheses behind a title: "2. Cyprus (Previous Reference: C.C. (59) 43rd Conclusions)"."""

_REFERENCES = re.compile(r"\s*\((?:[^()]|\([^()]{1,60}\)){100,500}\)\d{0,3}$")
"""The papers on an item of an agenda, in parentheses behind its title."""


def _value(style: str, n: str) -> int:
    match style:
        case "roman":
            values = [_VALUES[sign] for sign in n]
            following = [*values[1:], 0]
            return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
        case "letter":
            return ord(n) - ord("A") + 1
        case "arabic":
            return int(n.split(".")[0]) if "." not in n.rstrip(".") else 0
        case _:
            last = n.replace("§", " ").split()[-1]
            if last.isdigit():
                return int(last)
            words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
            if last.lower() in {"premier", "first"}:
                return 1
            return words.index(last.lower()) + 1 if last.lower() in words else _value("roman", last.upper())


def _runs(heads: list[_Head]) -> list[list[_Head]]:
    """Return the runs in which each number is one more than the one before; a run begins with 1.

    A number that does not go on with the last run, as that of a list between, may go on with one before it; one over a
    line that is written as a title may begin a run, where items of an agenda are left out.
    """
    runs: list[list[_Head]] = []
    for head in heads:
        if head.value == 1:
            runs.append([head])
        elif open_run := next((run for run in reversed(runs) if head.value == run[-1].value + 1), None):
            open_run.append(head)
        elif head.is_title and head.value > 1:
            runs.append([head])
    return runs


def _nested(blocks: list[Block], heads: list[_Head]) -> dict[int, int]:
    """Return the heads right under which one of another style begins to count, and those, by their places."""
    at = {head.place: head for head in heads}
    found: dict[int, int] = {}
    for head in heads:
        below = next((n for n in range(head.place + 1, min(head.place + 3, len(blocks))) if blocks[n].role is None), -1)
        under = at.get(below)
        if under and under.style != head.style and under.value == 1 and head.has_title and under.has_title:
            found[head.place] = below
    return found


def _is_series(draft: Draft, blocks: list[Block], run: list[_Head], nested: dict[int, int]) -> bool:
    """Tell whether a run of numbers are heads: text or a lower head follows each, and they are no list of items."""
    is_alone = run[0].block.heading or run[0].style == "named" or run[0].is_title or run[0].place in nested.values()
    if len(run) < 2 and not is_alone:
        return False
    if run[0].style == "letter" and not all(head.has_title for head in run):
        return False
    places = [nested.get(head.place) or _title_below(draft, blocks, head) or head.place for head in run]
    followed = [_text_follows(draft, blocks, place) for place in places]
    if run[0].style == "roman" and len(run) > 2 and all(is_capitals(draft.clean_block(head.block)) for head in run):
        return 2 * sum(followed) > len(run)  # a section may be one list
    return all(followed)


def _title_below(draft: Draft, blocks: list[Block], head: _Head) -> int:
    """Return the place of the title that stands below a head without one ("CHAPTER I." over "Of Salt."), 0 if none."""
    place = head.place + 1
    if head.style not in {"named", "roman"} or head.has_title or place + 1 >= len(blocks) or blocks[place].joined:
        return 0
    block = blocks[place]
    words = draft.clean_block(block) if block.role is None and block.end - block.start <= _LONGEST_TITLE else ""
    if head.style == "roman" and not is_capitals(words):
        return 0
    is_title = _UNNUMBERED.fullmatch(words) is not None and len(words.split()) <= _MOST_WORDS
    return place if is_title and not SHORT_SENTENCE.fullmatch(words) and not _VERBS.search(words) else 0


_UNNUMBERED = re.compile(r"[A-ZÀ-ÖØ-Þ][^.!?;:\d]{2,}\.?")
_VERBS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|shall|may|must|can|est|sont|ist|sind)\b", re.I)
_MOST_WORDS = 12


def _reads_as_title(text: str) -> bool:
    """Tell whether a numbered line is written as a title: three words or more, each long one with a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(words) > 2 and all(word[0].isupper() or word in LITTLE for word in words)


_FIRST_ITEM = re.compile(r"1[.)]\s.*[.;:]", re.S)
"""The first item of a list below a head that is numbered too, "1. Opening of the meeting."."""


def _text_follows(draft: Draft, blocks: list[Block], index: int) -> bool:
    """Tell whether the next block that belongs to the text is more than another numbered line."""
    for block in blocks[index + 1 : index + 4]:
        if block.role is Role.SPEECH:
            return True
        if block.role is not None and block.role is not Role.HEAD:
            continue
        text = draft.clean_block(block)
        if not text:
            continue
        if re.match(r"(?:\d{1,3}|[IVXL]+)[.)]\s.{0,60}$", text):
            return _FIRST_ITEM.fullmatch(text) is not None and not _FIRST_ITEM.match(draft.clean_block(blocks[index]))
        return len(text) > 40 or text.endswith(":") or opens_turn(text) or SHORT_SENTENCE.fullmatch(text) is not None
    return False
