"""Giving the lines at the head of a document their roles and elements (TEI 4.2)."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from diple import patterns as re
from diple.datewords import find_dates
from diple.draft import Draft
from diple.model import Attrs, Block, Role
from diple.recognisers.frame.conventions import GENRE, HANDLED
from diple.recognisers.frame.correspondence import TOLD, correspondence_in
from diple.recognisers.frame.datelines import HOUR_ALONE, break_bars
from diple.recognisers.frame.headforms import FROM_PLACE
from diple.recognisers.frame.headlines import Kind
from diple.recognisers.frame.headtests import field_of, reader_in
from diple.recognisers.frame.likely.kinds import kind_in_head
from diple.recognisers.frame.lines import break_lines, divide, give, inner, is_capitals, join, label_in, lines_of
from diple.recognisers.frame.reading import Reading
from diple.recognisers.frame.recipients import mark_recipients
from diple.recognisers.frame.titlelines import GOES_ON
from diple.recognisers.frame.tokens import Token, dateline_of, mark_dateline, mark_tokens, tokens_of
from diple.recognisers.frame.wires import CABLED, FILE_NUMBER, NUMBER_OF, NUMBERED, ROUTED

_SIGN = re.compile(r"(?:\w+\s)?(?:no|nr|№|nº)\.?\s?(?::|\d)", re.I)
"""A sign before a number, which belongs to it: "No: 97"."""
_NUMBERED_MESSAGE = re.compile(
    r"(?:(?:ciphered|cipher|coded|incoming|outgoing) )*(?:telegram|cable|cablegram|ciphertelegram|airgram)\s"
    r"(?P<n>(?:(?:No\.?|N[º°o]|№|#)\s?)?\d[\d./-]*)",
    re.I,
)
TELEGRAM = re.compile(r"\b(?:telegram|cable|cablegram|ciphertelegram|t[ée]l[ée]gramme|telegramma?|telegrama)\b", re.I)


_NUMBERED_READER = re.compile(r"\d{1,4}\. To [A-Z]")
"""How an edition calls a letter by its number and reader: "57. To Ida Brandt"."""


class _Plain(NamedTuple):
    """A kind of line that is one element as a whole: its role, the element of its block, and one around its words."""

    role: Role
    tag: str
    why: str
    element: str = ""
    attrs: tuple[tuple[str, str], ...] = ()


_PLAIN = {
    "number": _Plain(Role.OPENER, "", "registry number", "idno", (("type", "registry"),)),
    "salute": _Plain(Role.OPENER, "salute", "salutation"),
    "addressee": _Plain(Role.OPENER, "", "addressee", "seg", (("type", "addressee"),)),
    "byline": _Plain(Role.OPENER, "byline", "letterhead", "orgName"),
    "seat": _Plain(Role.OPENER, "byline", "place in a letterhead", "placeName"),
    "author": _Plain(Role.OPENER, "byline", "names the author"),
    "loose": _Plain(Role.OPENER, "", "a line between others of the head"),
    "source": _Plain(Role.NOTE, "", "says which copy is printed", "note", (("type", "source"),)),
}


class HeadRoles:
    """Gives the lines of one head their roles, in order; ``reading`` is told of each."""

    def __init__(self, draft: Draft, reading: Reading) -> None:
        self.draft = draft
        self.reading = reading
        self.last_head: Block | None = None
        self.place_above: Block | None = None
        self.dateline: Block | None = None

    def apply(self, block: Block, kinds: list[Kind]) -> None:
        """Divide a block into the runs of lines that are of one kind each, and give each its role."""
        parts = divide(self.draft, block, [kind.line.start for kind in kinds[1:]])
        for part, kind in zip(parts, kinds, strict=False):
            name = self._learned(kind) if kind.name == "loose" else kind.name
            is_title = name == "dateline" and GENRE.match(kind.line.text) and dateline_of(kind.line.text) is None
            name = "head" if is_title else name
            self._give(part, name)
            self.reading.seen.append(name)

    def _learned(self, kind: Kind) -> str:
        """Return what a line that no rule knows is by what was learned: a dateline, a salutation, or a loose line."""
        if _NUMBERED_READER.match(kind.line.text) and reader_in(kind.line.text):
            return "head"
        learned = kind_in_head(self.draft, kind.line)
        return learned if learned in {"dateline", "salute"} else "loose"

    def apply_title(self, blocks: list[Block]) -> None:
        """Make one title of several blocks."""
        give(self.draft, blocks[0], Role.HEAD, why="title")
        for before, block in pairwise(blocks):
            join(self.draft, before, block, Role.HEAD, "")
        self.last_head = blocks[-1]
        self.reading.seen.append("head")
        self.reading.is_titled = True

    def _give(self, block: Block, kind: str) -> None:
        draft = self.draft
        start, end = inner(draft, block)
        if plain := _PLAIN.get(kind):
            give(draft, block, plain.role, plain.tag, why=plain.why)
            if plain.element:
                draft.span(start, end, plain.element, dict(plain.attrs))
            return
        match kind:
            case "status":
                give(draft, block, Role.NOTE, why="says in what state the text is")
                self._note_status(start, end)
            case "tokens":
                give(draft, block, Role.OPENER, why="classification and numbers")
                mark_tokens(draft, start, self._as_telegrams(tokens_of(draft.text[start:end])), dateline=True)
                _sign_between(draft, start, end)
            case "recipients":
                give(draft, block, Role.OPENER, why="who gets a copy")
                draft.span(start, end, "seg", rank=20)
                mark_recipients(draft, start, end)
            case "numbered":
                give(draft, block, Role.OPENER, why="labelled number")
                self._mark_number(start, end)
            case "field":
                label = field_of(draft.clean_block(block))
                give(draft, block, Role.OPENER, why=f"line “{label}”")
                draft.span(start, end, "seg", {"type": label})
            case "from":
                give(draft, block, Role.OPENER, why="where it comes from")
                self._mark_origin(block)
            case "address":
                give(draft, block, Role.OPENER, why="addressee")
                break_lines(draft, lines_of(draft, block))
                draft.span(start, end, "seg", {"type": "addressee"})
            case _:
                self._give_dated(block, kind)

    def _note_status(self, start: int, end: int) -> None:
        """Note what a text is a copy of; what stands in square brackets an editor says."""
        resp: Attrs = {}
        if self.draft.text[start] == "[" and self.draft.text[end - 1] == "]":
            self.draft.sign_around(start, end, start + 1, end - 1, why="around what a text is")
            resp = {"resp": self.draft.agents.require(self.draft.bracket_agent)}
        self.draft.span(start, end, "note", {"type": "status", **resp})

    def _give_dated(self, block: Block, kind: str) -> None:
        """Give the lines that say when and where their roles: of the dateline, and of what was done with a message."""
        draft = self.draft
        start, end = inner(draft, block)
        match kind:
            case "dateline":
                if self.place_above is not None:
                    join(draft, self.place_above, block, Role.OPENER, "dateline")
                    self.place_above = None
                else:
                    give(draft, block, Role.OPENER, "dateline", why="date and place")
                self.dateline = block
                mark_dateline(draft, start, end)
            case "place":
                if self.place_above is None:
                    give(draft, block, Role.OPENER, "dateline", why="place above its date")
                else:
                    join(draft, self.place_above, block, Role.OPENER, "dateline")
                draft.span(start, start + len(draft.text[start:end].rstrip(" ,.;")), "placeName")
                break_bars(draft, start, end)
                self.place_above = block
            case "hour":
                join(draft, self.dateline or block, block, Role.OPENER, "dateline")
                if match := HOUR_ALONE.fullmatch(draft.text, start, end):
                    draft.span(*match.span("time"), "time")
            case "handling":
                give(draft, block, Role.OPENER, why="when it was sent or received")
                _mark_dates(draft, start, end)
            case "handled":
                is_writing = HANDLED[label_in(draft.clean_block(block))] != "handled-date"
                give(draft, block, Role.OPENER, "dateline" if is_writing else "", why="when it was sent or received")
                _mark_handling(draft, start, end)
            case _:
                self._give_message(block, kind)

    def _give_message(self, block: Block, kind: str) -> None:
        """Give the lines over a message their roles, else make a head of them."""
        draft = self.draft
        start, end = inner(draft, block)
        match kind:
            case "routed":
                _give_routed(draft, block)
            case "cabled":
                give(draft, block, Role.OPENER, why="kind, number, place and day of a message")
                _mark_cabled(draft, start, end)
            case "file":
                give(draft, block, Role.OPENER, why="number of a file")
                if match := FILE_NUMBER.fullmatch(draft.text, start, end):
                    draft.span(*match.span("n"), "idno", {"type": "registry"})
            case _:
                self._give_head(block, kind)

    def _as_telegrams(self, tokens: list[Token]) -> list[Token]:
        """Return the parts of a line, a number alone among them a telegram's where the head is one's."""
        lone = sum(token.kind == "registry" for token in tokens) == 1
        is_sent = bool({"from", "routed", "cabled"} & set(self.reading.seen))
        if not lone or not (is_sent or self.reading.is_telegram or self._is_telegram()):
            return tokens
        return [token._replace(kind="telegram") if token.kind == "registry" else token for token in tokens]

    def _mark_number(self, start: int, end: int) -> None:
        """Mark the number of a labelled line, a telegram's where the lines before say so, and the date behind it."""
        match = NUMBERED.fullmatch(self.draft.text, start, end) or NUMBER_OF.fullmatch(self.draft.text, start, end)
        if match is None:
            return
        is_cable = self.reading.is_telegram or {"from", "handled"} & set(self.reading.seen) or self._is_telegram()
        number = "n" if match["n"] else "code"
        first = match.start() if _SIGN.match(match[0]) else match.start(number)
        self.draft.span(first, match.end(number), "idno", {"type": "telegram" if is_cable else "registry"})
        for date in find_dates(match["rest"])[:1] if match["rest"] else ():
            first = match.start("rest")
            self.draft.span(first + date.start, first + date.end, "date", date.attrs)
            if date.precision == "day" and date.start == 0 and date.end == len(match["rest"].rstrip(" .")):
                self.draft.span(first, first + date.end, "dateline", rank=40)

    def _is_telegram(self) -> bool:
        return self.last_head is not None and TELEGRAM.search(self.draft.clean_block(self.last_head)) is not None

    def _mark_origin(self, block: Block) -> None:
        start, end = inner(self.draft, block)
        match = FROM_PLACE.fullmatch(self.draft.text, start, end)
        middle = match.start("number") if match and match["number"] else end
        self.draft.span(start, middle, "seg", {"type": "from"})
        if middle < end:
            lead = len(self.draft.text[middle:end]) - len(self.draft.text[middle:end].lstrip())
            self.draft.span(middle + lead, end, "idno", {"type": "telegram"})

    def _give_head(self, block: Block, kind: str) -> None:
        """Make a head of a block; lines in capitals one under another are one title."""
        continues = (
            kind == "head"
            and self.reading.seen[-1:] == ["head"]
            and not block.heading
            and not self.draft.clean_block(block).endswith(":")
            and self._goes_on_from_head(self.draft.clean_block(block))
        )
        if continues and self.last_head is not None:
            join(self.draft, self.last_head, block, Role.HEAD, "")
        else:
            told = correspondence_in(self.draft.clean_block(block)) if kind == "head" else None
            give(self.draft, block, Role.HEAD, why=TOLD if told and told.is_titled else "title")
        self._mark_telegram(block)
        self.last_head = block

    def _mark_telegram(self, block: Block) -> None:
        """Mark the number of a message in a title that is nothing else: "TELEGRAM 066512"."""
        if match := _NUMBERED_MESSAGE.fullmatch(self.draft.text, *inner(self.draft, block)):
            self.draft.span(*match.span("n"), "idno", {"type": "telegram"})

    def _goes_on_from_head(self, text: str) -> bool:
        if GOES_ON.fullmatch(text):
            return True
        head = self.last_head
        return is_capitals(text) and head is not None and not head.heading and is_capitals(self.draft.clean_block(head))


def _mark_cabled(draft: Draft, start: int, end: int) -> None:
    """Mark number, place and day in a line such as "Cablegram 283 LENKA, 17 June 1948"."""
    clean = draft.clean(start, end)
    match = CABLED.fullmatch(clean.text)
    if match is None:
        return
    if match["number"]:
        draft.span(start, clean.offsets[match.end("kind") - 1] + 1, "idno", {"type": "telegram"})
    else:
        draft.span(start, clean.offsets[match.end("kind") - 1] + 1, "seg", rank=40)
    line = clean.offsets[match.start("line")]
    draft.span(line, end, "dateline", rank=40)
    mark_dateline(draft, line, end)


def _give_routed(draft: Draft, block: Block) -> None:
    """Make fields and a dateline of a line such as "From Grund to Selm, December 11, 1960"."""
    match = ROUTED.fullmatch(draft.text, *inner(draft, block))
    if match is None:
        return
    parts = divide(draft, block, [match.start("to"), match.start("date")])
    for part, kind in zip(parts, ("from", "to", "dateline"), strict=False):
        give(draft, part, Role.OPENER, "dateline" if kind == "dateline" else "", why="where a message goes, and when")
        if kind == "dateline":
            mark_dateline(draft, *inner(draft, part))
        else:
            draft.span(*inner(draft, part), "seg", {"type": kind})


def _mark_dates(draft: Draft, start: int, end: int) -> None:
    """Mark the dates of a line that says when a telegram was handled; when it came is told to the header."""
    words = draft.text[start:end]
    for number, date in enumerate(find_dates(words)):
        draft.span(start + date.start, start + date.end, "date", date.attrs)
        if not number and re.match(r"\W*rec", words, re.I) and date.precision == "day":
            told = words[date.start : date.end]
            place = (start + date.start, start + date.end)
            draft.fact("received-date", told, *place, consumed=False, attrs=dict(date.attrs))


def _mark_handling(draft: Draft, start: int, end: int) -> None:
    """Mark the date of a line such as "Received: 14:20, 3 August 1964", and tell the header."""
    words = draft.text[start:end]
    field = HANDLED[label_in(draft.clean(start, end).text)]
    for date in find_dates(words)[:1]:
        draft.span(start + date.start, start + date.end, "date", date.attrs)
        told = words[date.start : date.end]
        draft.fact(field, told, start + date.start, start + date.end, consumed=False, attrs=dict(date.attrs))


def _sign_between(draft: Draft, start: int, end: int) -> None:
    """Consume the punctuation between the parts of a line."""
    text = draft.text[start:end]
    tokens = tokens_of(text)
    bounds = [0, *(offset for token in tokens for offset in (token.start, token.end)), len(text)]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        for match in re.finditer(r"[^\w\s]+", text[first:last]):
            draft.sign(start + first + match.start(), start + first + match.end(), why="between parts of a line")
