"""The head of a document: classification, numbers, letterhead, title, dateline, addressee, salutation (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.addresses import blocks_of_address, give_address
from diple.recognisers.frame.blockkinds import kinds_of_block
from diple.recognisers.frame.columns import parted_columns
from diple.recognisers.frame.conventions import FIELDS, GENRE, HANDLED, SALUTATION, SETTING_LABELS
from diple.recognisers.frame.head import HeadRoles
from diple.recognisers.frame.headforms import ADDRESSED, FIRST_SECTION, HANDLING, SIGLA, TO_BODY
from diple.recognisers.frame.headlines import Kind, is_plainly_of_head
from diple.recognisers.frame.headtests import field_of, is_for_somebody
from diple.recognisers.frame.likely.opening import take_likely
from diple.recognisers.frame.lines import (
    OUTSIDE,
    Line,
    bare_label,
    cells_of,
    divide,
    fields_of,
    free_of_bullets,
    give,
    inner,
    is_capitals,
    is_line_of_address,
    is_prose,
    label_in,
    lines_of,
    without_spacing,
)
from diple.recognisers.frame.parting import lines_apart
from diple.recognisers.frame.reading import Reading
from diple.recognisers.frame.recipients import give_recipients, names_recipients
from diple.recognisers.frame.runin import take_run_in
from diple.recognisers.frame.sidebyside import kinds_side_by_side
from diple.recognisers.frame.titleagain import title_lines, titles_of
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.frame.wires import FILE_NUMBER, NUMBERED, TO_COMRADES, is_call
from diple.recognisers.frame.zone import belongs_to_head, is_message
from diple.recognisers.record.shelfmark import is_reference

_MOST_BLOCKS = 30
_MOST_BULLETED = 12
_LONGEST_UNKNOWN = 120
"""The most characters of a title in capitals behind a gap in the head."""
_MOST_BELOW_FIELD = 3
"""The most lines that go on below a field, such as an office and a place."""
_LONGEST_LINE = 70
"""The most characters of each line of a letterhead that a dateline closes."""
_LONGEST_OF_ADDRESS = 100
"""The most characters of a line of an address above its salutation."""
_MOST_ADDRESS = 7
"""The most blocks of one line that an address takes."""
_VALUES_INDENT = 4
"""How far lines are set in, in characters, that go on with the value of a field."""
_LONGEST_FIELD = 250
"""The most characters of a value that stands on a line below its label."""


def recognise_opener(draft: Draft, blocks: list[Block], *, is_first: bool) -> int:
    """Give the blocks at the head of a document their roles; return how many of ``blocks`` belong to the head.

    ``is_first`` says that nothing stands before them, so that a short first line may be a title without further signs.
    """
    free_of_bullets(draft, blocks[:_MOST_BULLETED])
    return _read_on(draft, _Head(draft, is_first), blocks)


def _read_on(draft: Draft, state: _Head, blocks: list[Block]) -> int:
    """Give the next blocks of a head their roles; return how many of them belong to it."""
    for number, block in enumerate(blocks[:_MOST_BLOCKS]):
        if block.role is Role.ENCLOSURE:
            state.reading.seen.append("enclosure")
            state.reading.is_letter = True
        if block.role in OUTSIDE or block.role in {Role.OPENER, Role.NOTE, Role.ENCLOSURE, Role.CLOSER}:
            continue
        if block.role is Role.MILESTONE and (not state.reading.seen or state.goes_on_behind(blocks[number + 1 :])):
            continue
        if block.role not in {None, Role.HEAD}:
            return number
        if address := state.address_from(blocks[number:]):
            give_address(draft, address)
            state.reading.seen.append("address")
            continue
        if (block.joined and block.role is Role.HEAD) or state.take_title(blocks[number:]):
            continue
        if give_recipients(draft, blocks[number:]):
            state.reading.seen.append("recipients")
            continue
        if block.joined and number:
            continue
        if state.take(block, blocks[number + 1 :]) or state.pass_over(block, blocks[number + 1 :]):
            continue
        parts = lines_apart(draft, block, blocks[number + 1 :])
        if not parts and take_likely(draft, state.reading, state.roles, block):
            continue
        if not parts:
            return number
        return number + _read_on(draft, state, [*parts, *blocks[number + 1 :]])
    return min(len(blocks), _MOST_BLOCKS)


def _is_number(text: str) -> bool:
    """Tell whether a line with a colon is a number or the like: "Copy No: 301", "No.: 1340  3 May 1944"."""
    return bool(tokens_of(text)) or NUMBERED.fullmatch(text) is not None


_DOTS = re.compile(r":[ \t]*(?:\.{3,}|…+|_{3,})[ \t]*$", re.M)
"""The room for a value, on a form."""


class _Head:
    """What has been met so far at the head of one document."""

    def __init__(self, draft: Draft, is_first: bool) -> None:
        self.draft = draft
        self.titles = titles_of(draft)
        self.reading = Reading(is_first, is_message=is_message(draft), titles=self.titles)
        self.roles = HeadRoles(draft, self.reading)
        self.unsettled: list[Block] = []
        self.is_below_field = False
        self.field_type = ""
        self.is_field_open = False

    def take(self, block: Block, following: list[Block]) -> bool:
        """Recognise one block; return False if it is the beginning of the text itself."""
        lines = lines_of(self.draft, block)
        if not lines:
            if self._is_gap(block, following):
                give(self.draft, block, Role.OPENER, why="gap in the head")
            return True
        if self._goes_on_with_field(block, lines):
            return True
        has_head = bool(self.reading.seen)
        is_letter = self.reading.is_letter or {"byline", "dateline"} <= set(self.reading.seen)
        if take_run_in(self.draft, block, has_head=has_head, is_letter=is_letter) or self._is_cut(block):
            return False
        whole = " ".join(line.text for line in lines)
        if not self.reading.seen and whole.startswith("[") and whole.endswith("]") and is_reference(whole):
            return give(self.draft, block, Role.OPENER, why="where it is kept")
        if (bare := bare_label(lines[0].text)) and self._take_bare_label(block, lines, bare, following):
            return True
        if self._has_foreign_label(whole):
            if self._begins_setting(whole):
                return self._take_below_setting(block, lines, following)
            if not (block.heading or is_capitals(whole) or GENRE.match(whole)):
                return False
        cells = self._in_columns(lines)
        kinds = kinds_side_by_side(self.draft, cells) if len(cells) > len(lines) else []
        kinds = kinds or kinds_of_block(self.reading, cells, self._texts(following))
        if not kinds:
            return self._is_of_setting(block, whole)
        self._settle(kinds)
        self.roles.apply(block, kinds)
        return True

    def _has_foreign_label(self, whole: str) -> bool:
        """Tell whether a line begins with a label that is none of a head's, and is no line of a head otherwise."""
        label = label_in(whole)
        if not label or label in FIELDS or label in HANDLED or _is_number(whole):
            return False
        is_called = (
            SALUTATION.fullmatch(whole)
            or (ADDRESSED.fullmatch(whole) and self.reading.seen)
            or TO_BODY.fullmatch(whole)
            or (self.reading.told and SIGLA.match(whole))
            or (self.reading.is_message and is_call(whole))
            or names_recipients(whole)
            or FILE_NUMBER.fullmatch(whole)
            or HANDLING.match(whole)
            or (label not in SETTING_LABELS and dateline_of(whole))
            or TO_COMRADES.fullmatch(whole)
        )
        return not is_called

    def _begins_setting(self, whole: str) -> bool:
        """Tell whether a line with a label is of the setting of a talk, which others read."""
        label = label_in(whole)
        if label not in SETTING_LABELS and not label.endswith(" side"):
            return False
        self.reading.in_setting = True
        self.unsettled, self.is_below_field = [], False
        return True

    def _take_below_setting(self, block: Block, lines: list[Line], following: list[Block]) -> bool:
        """Take the lines of a head below one that says when or where, in the same block."""
        if any(is_plainly_of_head(line.text) for line in lines[1:]):
            for part in divide(self.draft, block, [line.start for line in lines[1:]])[1:]:
                self.take(part, following)
        return True

    def _in_columns(self, lines: list[Line]) -> list[Line]:
        """Return lines with those divided that hold several fields or columns."""
        lines = fields_of(self.draft, lines)
        cells = cells_of(self.draft, lines)
        cells = parted_columns(self.draft, cells, has_journal="author" in self.reading.seen)
        is_framed = any(tokens_of(cell.text) or dateline_of(cell.text) for cell in cells)
        return cells if len(cells) > len(lines) and is_framed else lines

    def _is_of_setting(self, block: Block, whole: str) -> bool:
        """Tell whether a line of unknown kind may belong to what is said of the setting, which others read."""
        if not self.reading.in_setting or FIRST_SECTION.match(whole) or is_prose(whole):
            return False
        if len(whole) >= _LONGEST_UNKNOWN or whole.endswith("."):
            return False
        self.unsettled.append(block)
        return True

    def _settle(self, kinds: list[Kind]) -> None:
        """Keep the lines of unknown kind between two fields in the head: who "D. A. Wray" is, below "FROM"."""
        if self.is_below_field and kinds[0].name == "field" and len(self.unsettled) <= _MOST_BELOW_FIELD:
            for block in self.unsettled:
                words = self.draft.clean_block(block)
                self.roles.apply(block, [Kind("loose", Line(block, block.start, block.end, words))])
        self.unsettled, self.is_below_field = [], kinds[-1].name == "field"
        self.field_type = field_of(kinds[-1].line.text) if self.is_below_field else ""
        self.is_field_open = self.is_below_field and kinds[-1].line.text.endswith(",")

    def _goes_on_with_field(self, block: Block, lines: list[Line]) -> bool:
        """Take the lines below a field that are set in from its label and go on with its value, above another field."""
        whole = len(lines) if self.is_field_open else 0
        count = next((number for number, line in enumerate(lines) if label_in(line.text) in FIELDS), whole)
        if not self.is_below_field or not 0 < count <= _MOST_BELOW_FIELD or block.indent < _VALUES_INDENT:
            return False
        if any(len(line.text) > _LONGEST_LINE or is_prose(line.text) or label_in(line.text) for line in lines[:count]):
            return False
        first, *rest = divide(self.draft, block, [line.start for line in lines[count : count + 1]])
        give(self.draft, first, Role.OPENER, why="goes on with the field above")
        self.draft.span(*inner(self.draft, first), "seg", {"type": self.field_type})
        for part in rest:
            self.take(part, [])
        return True

    def take_title(self, blocks: list[Block]) -> bool:
        """Recognise the title of the record over several lines from the first block on."""
        lines = title_lines(self.draft, blocks, self.titles)
        if lines:
            self.roles.apply_title(list({id(line.block): line.block for line in lines}.values()))
        return bool(lines)

    def _is_gap(self, block: Block, following: list[Block]) -> bool:
        """Tell whether a block is only a gap, above further lines of a head: "[...]" over a telegram's number."""
        has_gap = any(span.tag == "gap" and block.start <= span.start < block.end for span in self.draft.spans) or any(
            point.tag == "gap" and block.start <= point.offset <= block.end for point in self.draft.points
        )
        return has_gap and block.role is None and self.goes_on_behind(following)

    def goes_on_behind(self, following: list[Block]) -> bool:
        """Tell whether the next block is plainly of a head: of one of its kinds, or short and in capitals."""
        for block in following[:3]:
            words = self.draft.clean_block(block) if block.role in {None, Role.HEAD} else ""
            if not words:
                continue
            is_field = label_in(words.split("  ")[0]) in FIELDS or is_for_somebody(words)
            is_title = is_capitals(words) or (GENRE.match(words) is not None and not is_prose(words))
            if is_field or is_plainly_of_head(words) or (is_title and len(words) < _LONGEST_UNKNOWN):
                return True
            if len(words) > _LONGEST_LINE or not is_capitals(lines_of(self.draft, block)[0].text):
                return False  # no letterhead
        return False

    def address_from(self, blocks: list[Block]) -> list[Block]:
        """Return the blocks from here on that are an address over the salutation, a line each; none if they are not."""
        if not {"dateline", "tokens", "byline", "number", "numbered", "field"} & set(self.reading.seen):
            return []
        if found := blocks_of_address(self.draft, blocks):
            return found
        for number, block in enumerate(blocks[: _MOST_ADDRESS + 1]):
            words = self.draft.clean_block(block)
            if number > 1 and SALUTATION.fullmatch(words):
                return blocks[:number]
            is_known = dateline_of(words) is not None or bool(tokens_of(words))
            longest = _LONGEST_OF_ADDRESS if len(lines_of(self.draft, block)) == 1 else _LONGEST_LINE
            if block.role is not None or is_known or len(words) > longest or not is_line_of_address(words):
                return []
        return []

    def pass_over(self, block: Block, following: list[Block]) -> bool:
        """Keep a short block of unknown kind in the head if plain lines of a head stand right behind it."""
        text = self.draft.clean_block(block)
        if self.reading.in_setting or not belongs_to_head(
            self.draft,
            block,
            following,
            is_message=self.reading.is_message,
            is_called="salute" in self.reading.seen,
            is_titled="head" in self.reading.seen,
        ):
            return False
        kind = "head" if GENRE.match(without_spacing(text)) and "head" not in self.reading.seen else "loose"
        self.roles.apply(block, [Kind(kind, Line(block, block.start, block.end, text))])
        return True

    def _take_bare_label(self, block: Block, lines: list[Line], label: str, following: list[Block]) -> bool:
        """Recognise a label that stands without a colon on a line above its value ("SUBJECT", "PARTICIPANTS")."""
        if label in SETTING_LABELS:
            self.reading.in_setting = True
            return True
        if _DOTS.search(self.draft.text, block.start, block.end):
            self.reading.seen.append("field")
            return give(self.draft, block, Role.OPENER, why="a label that nobody filled in")
        value = lines[-1:] if len(lines) > 1 else []
        below = self._values_below(following) if not value else []
        if below:
            value = lines_of(self.draft, below[0])
        words = " ".join(line.text for line in value)
        if not words or len(words) > _LONGEST_FIELD or bare_label(words):
            return False
        kind = {"type": FIELDS[label]}
        if below:
            give(self.draft, block, Role.OPENER, why=f"label “{label}” over its value")
        for part in below or [block]:
            give(self.draft, part, Role.OPENER, why=f"line “{label}”")
            start = inner(self.draft, part)[0]
            if self.draft.text[start] in "•·":
                self.draft.sign(start, start + 1, why="bullet before a value")
            self.draft.span(*inner(self.draft, part), "seg", kind)
        self.reading.seen.append("field")
        return True

    def _values_below(self, following: list[Block]) -> list[Block]:
        """Return the block below a label that is its value, or all of them if they begin with a bullet."""
        bulleted: list[Block] = []
        for block in following[:_MOST_BULLETED]:
            if block.role not in {None, Role.ITEM} or self.draft.text[inner(self.draft, block)[0]] not in "•·":
                break
            bulleted.append(block)
        for block in bulleted:
            block.role = None
        return bulleted or [block for block in following[:1] if block.role is None]

    def _is_cut(self, block: Block) -> bool:
        """Tell whether a block is the first part of a paragraph that a page end or a blank line cuts."""
        parts = self.draft.paragraph_of(block)
        if len(parts) == 1 or block.heading:
            return False
        whole = " ".join(self.draft.clean_block(part) for part in parts)
        return is_prose(whole) and not SALUTATION.fullmatch(whole)

    def _texts(self, blocks: list[Block]) -> list[str]:
        """Return the words of the next blocks that have no role yet."""
        open_blocks = [block for block in blocks[:8] if block.role is None or block.role is Role.HEAD]
        return [self.draft.clean_block(block) for block in open_blocks[:2]]
