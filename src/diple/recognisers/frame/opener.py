"""The head of a document: classification, numbers, letterhead, title, dateline, addressee, salutation (TEI 4.2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import (
    BYLINE,
    FIELDS,
    GENRE,
    INSTITUTION,
    SALUTATION,
    SETTING_LABELS,
    SLOGAN,
    STATUS,
    STATUS_WORD,
)
from diple.recognisers.frame.lines import (
    OUTSIDE,
    Line,
    divide,
    ends_open,
    give,
    inner,
    is_capitals,
    is_prose,
    join,
    label_in,
    lines_of,
)
from diple.recognisers.frame.tokens import dateline_of, is_lone_number, mark_dateline, mark_tokens, tokens_of

_MOST_BLOCKS = 30
_TO = re.compile(r"to:?\s+(?:the\s+|cde\.?\s+|comrades?\s+|mr\.?\s+|all\s+|his\s+|her\s+)?\S.*", re.I | re.S)
_SUBTITLE = re.compile(r"\((?=[A-Z])[^()]{3,120}\)\.?")
_FROM_PLACE = re.compile(r"from\s+[A-ZÀ-Ž][\w’' .\-]{2,60}?(?P<number>\s+(?:No\.?|N[º°o]\.?|№|#)\s?\S+)?", re.I)
_GOES_ON = re.compile(
    r"(?:on|of|concerning|about|regarding|to|for|between|from|with|at|in|by|and|held|the)\s[^!?]{3,200}"
)
"""A line in small letters that goes on with the title above it: "on the state of the bridges"."""
_TOPIC = re.compile(r"(?:On|About|Concerning|Regarding|Re)\s[^.!?]{3,250}")
"""A line below a title that says what the document is about."""
_CONTINUES = re.compile(r"(?:IN|OF|TO|AND|FOR|AT|ON|BY|WITH|FROM|BETWEEN)\s")
"""A line in capitals that goes on with the one above it."""
_COMMITTEE = re.compile(
    r"(?:THE )?(?:CC\b|CENTRAL COMMITTEE|[A-Z]{2,6} CC\b|POLITBURO|PRESIDIUM|COUNCIL OF MINISTERS|COMRADES?\s|CDE\.?\s)"
)
"""A body or person that a note is addressed to, named above it without "to"."""
_BODY_NAME = re.compile(r"[A-Z“\"][^.!?:;]{3,140}")


class _Kind(NamedTuple):
    """What a line of the head is."""

    name: str
    line: Line


def recognise_opener(draft: Draft, blocks: list[Block], *, is_first: bool) -> int:
    """Give the blocks at the head of a document their roles; return how many of ``blocks`` belong to the head.

    ``is_first`` says that nothing stands before them, so that a short first line may be a title without further signs.
    """
    state = _Head(draft, is_first)
    for number, block in enumerate(blocks[:_MOST_BLOCKS]):
        if block.role in OUTSIDE or block.role in {Role.OPENER, Role.NOTE, Role.ENCLOSURE, Role.CLOSER}:
            continue
        if block.role not in {None, Role.HEAD}:
            return number
        if block.joined and number:
            continue
        if not state.take(block, blocks[number + 1 :]):
            return number
    return min(len(blocks), _MOST_BLOCKS)


class _Head:
    """What has been met so far at the head of one document."""

    def __init__(self, draft: Draft, is_first: bool) -> None:
        self.draft = draft
        self.is_first = is_first
        self.seen: list[str] = []
        self.in_setting = False
        self.last_head: Block | None = None

    def take(self, block: Block, following: list[Block]) -> bool:
        """Recognise one block; return False if it is the beginning of the text itself."""
        lines = lines_of(self.draft, block)
        if not lines:
            return True
        whole = " ".join(line.text for line in lines)
        label = label_in(whole)
        if label and label not in FIELDS and not SALUTATION.fullmatch(whole):
            is_setting = label in SETTING_LABELS or label.endswith(" side")
            self.in_setting = self.in_setting or is_setting
            if is_setting:
                return True
            if not (block.heading or is_capitals(whole) or GENRE.match(whole)):
                return False
        kinds = self._kinds(lines, whole, self._texts(following))
        if not kinds:
            return self.in_setting and len(whole) < 120 and not is_prose(whole) and "." not in whole[-1:]
        self._apply(block, kinds)
        return True

    def _texts(self, blocks: list[Block]) -> list[str]:
        """Return the words of the next blocks that have no role yet."""
        open_blocks = [block for block in blocks[:8] if block.role is None or block.role is Role.HEAD]
        return [self.draft.clean_block(block) for block in open_blocks[:2]]

    def _kinds(self, lines: list[Line], whole: str, following: list[str]) -> list[_Kind]:
        """Return the kind of the block's lines: one for all, or one for each run of lines; none if it is text."""
        single = Line(lines[0].block, lines[0].start, lines[-1].end, whole)
        if len(lines) == 1 or is_prose(whole):
            name = self._kind(single, following)
            return [_Kind(name, single)] if name else []
        after = [[line.text for line in lines[number + 1 :]] + following for number in range(len(lines))]
        kinds = [_Kind(self._kind(line, texts, alone=False), line) for line, texts in zip(lines, after, strict=True)]
        if all(kind.name for kind in kinds) and {kind.name for kind in kinds} - {"head"}:
            return [kinds[0], *(kind for kind in kinds[1:] if not _CONTINUES.match(kind.line.text))]
        name = self._kind(single, following)
        return [_Kind(name, single)] if name else []

    def _kind(self, line: Line, following: list[str], *, alone: bool = True) -> str:
        text = line.text
        if STATUS.fullmatch(text) or (STATUS_WORD.fullmatch(text) and "head" not in self.seen):
            return "status"
        if is_prose(text) and not SALUTATION.fullmatch(text):
            return ""
        if line.block.heading:
            return "head"
        if tokens_of(text):
            return "tokens"
        if label_in(text) in FIELDS:
            return "field"
        if dateline_of(text):
            return "dateline"
        if SALUTATION.fullmatch(text) or self._greets(text, following):
            return "salute"
        if is_lone_number(text) and self.seen[-1:] and self.seen[-1] in {"dateline", "byline", "tokens"}:
            return "number"
        if _FROM_PLACE.fullmatch(text) and is_capitals(text):
            return "from"
        if _TO.fullmatch(text) and ends_open(text) and (is_capitals(text) or self._precedes_letter(following)):
            return "addressee"
        return self._title_kind(text, following, alone=alone)

    def _title_kind(self, text: str, following: list[str], *, alone: bool) -> str:
        """Return what a line is that may be letterhead, title, subtitle or the bare name of an addressee."""
        if self.in_setting:
            return ""
        if _SUBTITLE.fullmatch(text) and "head" in self.seen:
            return "subtitle"
        if BYLINE.fullmatch(text) and (self.seen or not self.is_first):
            return "author"
        if self.seen[-1:] == ["head"] and ends_open(text) and (_GOES_ON.fullmatch(text) or _TOPIC.fullmatch(text)):
            return "head"
        if SLOGAN.fullmatch(text):
            return "author"
        if _COMMITTEE.match(text) and is_capitals(text) and "head" not in self.seen and self._precedes_prose(following):
            return "addressee"
        if self._is_letterhead(text, following):
            return "byline"
        if is_capitals(text) and len(text) > 3 and not text.startswith(("(", "[")):
            return "head"
        if GENRE.match(text) and ends_open(text) and len(text) <= 300:
            return "head"
        if self._precedes_salutation(following) and _BODY_NAME.fullmatch(text) and "dateline" in self.seen:
            return "addressee"
        if self.is_first and alone and "head" not in self.seen and self._is_title(text, following):
            return "head"
        return "loose" if alone and self._is_loose(text, following) else ""

    def _is_loose(self, text: str, following: list[str]) -> bool:
        """Tell whether a short line of unknown kind stands between lines that are plainly of the head."""
        if len(text) > 80 or not ends_open(text) or not text[:1].isupper() or label_in(text):
            return False
        return any(
            tokens_of(words)
            or dateline_of(words)
            or SALUTATION.fullmatch(words)
            or (is_capitals(words) and len(words) > 5)
            for words in following[:1]
        )

    def _is_letterhead(self, text: str, following: list[str]) -> bool:
        if (
            not INSTITUTION.search(text)
            or GENRE.match(text)
            or len(text) > 160
            or not ends_open(text)
            or "head" in self.seen
        ):
            return False
        after = following[:2]
        if not after or is_prose(after[0]):
            return False
        is_dated = any(dateline_of(words) or is_lone_number(words) or tokens_of(words) for words in after)
        titled = is_capitals(text) and (is_capitals(after[0]) or bool(GENRE.match(after[0])))
        return is_dated or titled

    def _is_title(self, text: str, following: list[str]) -> bool:
        """Tell whether a first line reads as a title: short, open at its end, with text or a date behind it."""
        if not ends_open(text) or len(text) > 150 or not text[:1].isupper() or len(text.split()) < 2:
            return False
        after = following[:2]
        return bool(after) and any(
            is_prose(words) or dateline_of(words) or STATUS.fullmatch(words) or label_in(words) for words in after
        )

    def _greets(self, text: str, following: list[str]) -> bool:
        """Tell whether a line calls on the readers ("Fellow citizens,"): below date or addressee, above the text."""
        is_call = text.endswith((",", "!")) and len(text.split()) <= 6 and text[:1].isupper() and not is_capitals(text)
        return is_call and bool({"dateline", "addressee"} & set(self.seen)) and self._precedes_prose(following)

    def _precedes_prose(self, following: list[str]) -> bool:
        return any(is_prose(text) for text in following[:1])

    def _precedes_letter(self, following: list[str]) -> bool:
        return self._precedes_salutation(following) or "dateline" in self.seen or "tokens" in self.seen or not self.seen

    def _precedes_salutation(self, following: list[str]) -> bool:
        return any(SALUTATION.fullmatch(text) for text in following[:2])

    # ---- roles

    def _apply(self, block: Block, kinds: list[_Kind]) -> None:
        parts = divide(self.draft, block, [kind.line.start for kind in kinds[1:]])
        for part, kind in zip(parts, kinds, strict=False):
            self._give(part, kind.name)
            self.seen.append(kind.name)

    def _give(self, block: Block, kind: str) -> None:
        draft = self.draft
        start, end = inner(draft, block)
        match kind:
            case "status":
                give(draft, block, Role.NOTE, why="says in what state the text is")
                draft.span(start, end, "note", {"type": "status"})
            case "tokens":
                give(draft, block, Role.OPENER, why="classification and numbers")
                mark_tokens(draft, start, tokens_of(draft.text[start:end]), dateline=True)
                _sign_between(draft, start, end)
            case "number":
                give(draft, block, Role.OPENER, why="registry number")
                draft.span(start, end, "idno", {"type": "registry"})
            case "field":
                label = label_in(draft.clean_block(block))
                give(draft, block, Role.OPENER, why=f"line “{label}”")
                draft.span(start, end, "seg", {"type": FIELDS[label]})
            case "dateline":
                give(draft, block, Role.OPENER, "dateline", why="date and place")
                mark_dateline(draft, start, end)
            case "salute":
                give(draft, block, Role.OPENER, "salute", why="salutation")
            case "from":
                give(draft, block, Role.OPENER, why="where it comes from")
                self._mark_origin(block)
            case "addressee":
                give(draft, block, Role.OPENER, why="addressee")
                draft.span(start, end, "seg", {"type": "addressee"})
            case "byline":
                give(draft, block, Role.OPENER, "byline", why="letterhead")
                draft.span(start, end, "orgName")
            case "loose":
                give(draft, block, Role.OPENER, why="a line between others of the head")
            case "author":
                give(draft, block, Role.OPENER, "byline", why="names the author")
            case _:
                self._give_head(block, kind)

    def _mark_origin(self, block: Block) -> None:
        start, end = inner(self.draft, block)
        match = _FROM_PLACE.fullmatch(self.draft.text, start, end)
        middle = match.start("number") if match and match["number"] else end
        self.draft.span(start, middle, "seg", {"type": "from"})
        if middle < end:
            lead = len(self.draft.text[middle:end]) - len(self.draft.text[middle:end].lstrip())
            self.draft.span(middle + lead, end, "idno", {"type": "telegram"})

    def _give_head(self, block: Block, kind: str) -> None:
        """Make a head of a block; lines in capitals one under another are one title."""
        goes_on = (
            kind == "head"
            and self.seen[-1:] == ["head"]
            and not block.heading
            and self._goes_on_from_head(self.draft.clean_block(block))
        )
        if goes_on and self.last_head is not None:
            join(self.draft, self.last_head, block, Role.HEAD, "")
        else:
            give(self.draft, block, Role.HEAD, why="title")
        self.last_head = block

    def _goes_on_from_head(self, text: str) -> bool:
        if _GOES_ON.fullmatch(text):
            return True
        head = self.last_head
        return is_capitals(text) and head is not None and not head.heading and is_capitals(self.draft.clean_block(head))


def _sign_between(draft: Draft, start: int, end: int) -> None:
    """Consume the punctuation between the parts of a line."""
    text = draft.text[start:end]
    tokens = tokens_of(text)
    bounds = [0, *(offset for token in tokens for offset in (token.start, token.end)), len(text)]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        for match in re.finditer(r"\S+", text[first:last]):
            draft.sign(start + first + match.start(), start + first + match.end(), why="between parts of a line")
