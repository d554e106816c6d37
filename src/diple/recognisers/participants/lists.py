"""Attendance as a list: "Participants: Soviet side: A, B", or a name to a line, by sides, with bullets."""

from __future__ import annotations

from itertools import takewhile

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import DISTRIBUTION_HEAD, FIELDS
from diple.recognisers.frame.lines import label_in
from diple.recognisers.participants.announced import announced_side, divide_below, last_sentence
from diple.recognisers.participants.columns import Cell, countries_in, parties_over_columns
from diple.recognisers.participants.contents import LONGEST, names_only, names_somebody
from diple.recognisers.participants.dividing import lines_of_list, opens_with_title
from diple.recognisers.participants.entering import GROUP, START, State, take_cells, take_columns, take_item
from diple.recognisers.participants.kind import is_record_of_talk
from diple.recognisers.participants.labels import (
    BARE,
    COUNTRY,
    HEAD,
    MEMBERS,
    ROLE,
    end_of_bare_label,
    end_of_chair,
    end_of_sided_label,
    is_group,
    is_head,
    is_nation,
    is_of_turns,
    label_of_once,
    labelled_role,
    may_be_listed,
    office_alone,
    side_at,
    unheaded_label,
)
from diple.recognisers.participants.names import listed_persons
from diple.recognisers.participants.pairs import offices_below
from diple.recognisers.participants.reading import Reader, opening_blocks
from diple.recognisers.participants.setting import SETTING
from diple.recognisers.participants.sideheads import Entry, is_labelled_group, side_headings
from diple.recognisers.participants.wording import LabelledRole

_FARTHEST = 20 * LONGEST
"""The characters of the source, signs and notes among them, that a block of a list has at most."""
_TOPICS = re.compile(r"(?:subjects?|topics?|agenda|discussed|purpose|classification|copies)\s*(?:discussed\s*)?:", re.I)
_REMARK = re.compile(r"[*†‡]+ ?\S")
"""What is said below a list of a name marked in it: ** Chaired the first part."""
_PASSED_OVER = frozenset({Role.META, Role.VOID})


def recognise_lists(draft: Draft, reader: Reader) -> None:
    """Find the lists of participants near the head of the document; each block of one becomes an item."""
    for block in opening_blocks(draft):
        divide_below(draft, block)
    for block in opening_blocks(draft):
        if block.role is None and block.end - block.start < _FARTHEST and block in draft.blocks:
            _begin(draft, reader, block)
    if not any(block.group == GROUP for block in draft.blocks) and is_record_of_talk(draft):
        _take_without_label(draft, reader)


def entry_of(reader: Reader, block: Block) -> Entry:
    """Return a block as one entry of a list: its words, and whether a bullet stands before them."""
    clean, is_bulleted = reader.read_item(block)
    return Entry(block, clean.text, is_bulleted)


def _begin(draft: Draft, reader: Reader, block: Block) -> None:
    text = reader.read_item(block)[0].text
    head = HEAD.match(text)
    if head is not None and is_head(head, text):
        _take_list(draft, reader, block, head.end())
    elif not _is_wrapped(draft, block) and (lead := end_of_sided_label(text) or end_of_bare_label(draft, text)):
        _take_list(draft, reader, block, lead)
    elif end_of_chair(draft, text) or (
        (end := unheaded_label(text) or label_of_once(draft, text)) and may_be_listed(draft, text, end)
    ):
        _take_list(draft, reader, block, 0)
    elif (side := announced_side(last_sentence(text))) is not None and _is_over_persons(draft, reader, block):
        parts = _parts_of_list(draft, reader, block, len(text), divides=False)
        is_alone = last_sentence(text) == text.strip()
        take_parts(draft, reader, parts if is_alone else parts[1:], len(text) if is_alone else 0, side)


def _is_over_persons(draft: Draft, reader: Reader, block: Block) -> bool:
    """Tell whether lines stand below a block of which each names a person, the first with an office or two names."""
    index = draft.blocks.index(block) + 1
    following = next((other for other in draft.blocks[index : index + 3] if other.role not in _PASSED_OVER), None)
    if following is None or following.role is not None or following.end - following.start > _FARTHEST:
        return False
    text = entry_of(reader, following).text
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return bool(lines) and _names(draft, lines[0]) and all(_may_be_line(draft, line) for line in lines)


def _is_wrapped(draft: Draft, block: Block) -> bool:
    """Tell whether a block is hard-wrapped prose: one of its lines begins with a small letter."""
    return re.search(r"\n[^\S\n]*(?!(?:from|on|for) the [A-Z])[a-z]", draft.lined[block.start : block.end]) is not None


def _take_list(draft: Draft, reader: Reader, block: Block, lead: int) -> None:
    """Take a block, of which ``lead`` characters are the list's label, and those after it that go on with the list."""
    parts = _parts_of_list(draft, reader, block, lead)
    if len(parts) == 1 and lead < len(parts[0].text) and _is_in_entry(draft, block):
        return  # told within the text, as in a journal
    if len(parts) > 1 or lead < len(parts[0].text):
        take_parts(draft, reader, parts, lead)


def _is_in_entry(draft: Draft, block: Block) -> bool:
    """Tell whether a block stands in the entry of a day in a diary or journal."""
    return any(other.attrs.get("type") == "entry" for other in draft.body_blocks() if other.start < block.start)


def take_parts(draft: Draft, reader: Reader, parts: list[Entry], lead: int = 0, side: str = "") -> None:
    """Make blocks the items of a list of participants; the first ``lead`` characters of it are its label."""
    headings = side_headings(parts[1 if lead else 0 :])
    state, columns, heads = START._replace(side=side), list[str](), list[Cell]()
    below = offices_below([part.text for part in parts])
    for number, part in enumerate(parts):
        if number == 0 and lead and lead >= len(part.text):
            draft.give_role(part.block, Role.ITEM, tag="head", group=GROUP, why="head of a list of participants")
            reader.sign_bullet(part.block)
        elif not part.text.strip(" -–—•*·"):
            _take_wordless(draft, reader, part)
        elif id(part.block) in headings:
            draft.give_role(part.block, Role.ITEM, group=GROUP, why="a side in a list of participants")
            reader.sign_bullet(part.block)
            state = State(part.text.strip(" :"), "participant")
        elif (row := _role_alone(part)) and number + 1 < len(parts):
            draft.give_role(part.block, Role.ITEM, group=GROUP, why="a role in a list of participants")
            reader.sign_bullet(part.block)
            state = State("", row.role, row.office)
        elif office := below.get(number):
            _take_office(draft, part, parts[number - 1], office)
        elif heads_here := parties_over_columns(draft, part.block.start, part.block.end):
            draft.give_role(part.block, Role.ITEM, group=GROUP, why="parties over columns of participants")
            heads = heads_here
        elif heads and not HEAD.match(part.text):
            take_cells(draft, reader, part.block, heads)
        elif found := countries_in(part.text):
            draft.give_role(part.block, Role.ITEM, group=GROUP, why="countries over columns of participants")
            columns = found
        elif columns and not HEAD.match(part.text):
            take_columns(draft, reader, part.block, columns)
        else:
            state = take_item(draft, reader, part.block, lead if number == 0 else 0, state)


def _role_alone(part: Entry) -> LabelledRole | None:
    """Return the role that a line names, with a bullet, over the person on the next: "Chairman"."""
    return labelled_role(part.text.strip(" :—–")) if part.is_bulleted else None


def _take_office(draft: Draft, part: Entry, above: Entry, office: str) -> None:
    """Take a line with the office of the person in the line above."""
    draft.give_role(part.block, Role.ITEM, group=GROUP, why="an office below a name in a list of participants")
    person = draft.people.match(listed_persons(above.text)[0].name)
    if person is not None and office not in person.offices:
        person.offices.append(office)


def _take_wordless(draft: Draft, reader: Reader, part: Entry) -> None:
    """Take a bullet alone on its line, or an item whose name is withheld."""
    if draft.text_of(part.block).strip(" -–—•*·"):
        draft.give_role(part.block, Role.ITEM, group=GROUP, why="a name withheld in a list of participants")
        reader.sign_bullet(part.block)
    elif draft.give_role(part.block, Role.VOID, why="a bullet alone on its line"):
        for start, end in list(draft.unsigned(part.block.start, part.block.end)):
            draft.sign(start, end, why="marker of an item")


def _parts_of_list(draft: Draft, reader: Reader, block: Block, lead: int, *, divides: bool = True) -> list[Entry]:
    """Return the blocks of a list in order, divided at lines that are items of their own.

    The first one is divided too (``divides``) unless it is prose that announces the list.
    """
    first = [entry_of(reader, line) for line in (lines_of_list(draft, block) if divides else [block])]
    parts = first[:1] + list(takewhile(lambda entry: not _is_field(entry.text), first[1:]))
    if len(parts) < len(first):
        return parts
    index = draft.blocks.index(parts[-1].block) + 1
    text = entry_of(reader, block).text if len(parts) == 1 else ""
    in_list = len(parts) > 1 or lead >= len(text) or side_at(text, lead) is not None
    while index < len(draft.blocks):
        following = draft.blocks[index]
        if following.role in _PASSED_OVER:
            index += 1
            continue
        words = entry_of(reader, following).text
        is_next_line = following.blank_before == 0 and (_names(draft, words) or MEMBERS.match(words) is not None)
        if not _goes_on(draft, reader, following, parts[-1], in_list=in_list or is_next_line):
            break
        if _is_unlike(parts, entry_of(reader, following).text) or _is_over_prose(draft, parts, index):
            break
        lines = [entry_of(reader, line) for line in lines_of_list(draft, following)]
        kept = list(takewhile(lambda entry: not _is_field(entry.text), lines))
        parts += kept
        if len(kept) < len(lines):
            break
        index += len(lines)
        in_list = True
    return parts


def _is_unlike(parts: list[Entry], text: str) -> bool:
    """Tell whether a line in capitals, or one word, stands below persons by title and bears none: it is a heading."""
    titled = sum(opens_with_title(part.text) for part in parts)
    is_bare = not HEAD.match(text) and not opens_with_title(text) and not _INITIALS.search(text)
    text = text.split("\n")[0].strip()
    is_word = len(text.split()) == 1 and text.endswith(".")
    return titled > 1 and is_bare and (text.isupper() or is_word)


def _is_over_prose(draft: Draft, parts: list[Entry], index: int) -> bool:
    """Tell whether a line is set off from a list whose lines stand together, and stands right over a sentence."""
    block = draft.blocks[index]
    together = len(parts) > 2 and not any(part.block.blank_before for part in parts[2:])
    following = next((other for other in draft.blocks[index + 1 : index + 4] if other.role not in _PASSED_OVER), None)
    is_label = draft.text_of(block).endswith(":") or HEAD.match(draft.text_of(block)) is not None
    if (
        not (together and block.blank_before and following)
        or is_label
        or "\n" in draft.lined[block.start : block.end].strip()
    ):
        return False
    return len(draft.text_of(following)) > _SENTENCE and draft.text_of(following).endswith(".")


_SENTENCE = 60
"""The characters from which on what stands below a heading is taken for text."""
_INITIALS = re.compile(r"\b[A-Z]\.")


def _is_field(text: str) -> bool:
    """Tell whether a line says when, where, from whom or about what, as lines at the head of a record do."""
    is_known = SETTING.match(text) is not None or label_in(text) in FIELDS or _TOPICS.match(text) is not None
    return is_known or _NO_PERSON.fullmatch(text.strip()) is not None


_NO_PERSON = re.compile(
    r"(?:(?:TOP |STRICTLY |MOST )?SECRET|(?:STRICTLY )?CONFIDENTIAL|RESTRICTED|UNCLASSIFIED|UNCLAS|"
    r"(?i:(?:table of )?contents|agenda|index|order of business|minutes?))[.:]?|"
    r".{3,160}?,? (?i:(?:was |is )?(?:called in|sworn|affirmed|recalled|examined|called and examined))\b.*"
)
"""What stands below a list of persons and names none: a classification, the head of the contents."""


def _names(draft: Draft, text: str) -> bool:
    return bool(office_alone(text)) or names_somebody(draft, text)


def _goes_on(draft: Draft, reader: Reader, block: Block, before: Entry, *, in_list: bool) -> bool:
    """Tell whether a block goes on with a list: a side with or without names, a labelled role, or bare persons."""
    if block.role is not None or block.end - block.start > _FARTHEST:
        return False
    entry = entry_of(reader, block)
    text = entry.text
    if len(text) > LONGEST:
        return False
    if end_of_chair(draft, text):
        return True
    if (match := ROLE.match(text)) and labelled_role(match["label"]):
        return names_only(draft, text[match.end() :]) and not is_of_turns(draft, match["label"])
    if side_at(text, 0) or end_of_sided_label(text) or ((match := HEAD.match(text)) and is_head(match, text)):
        return True
    if _is_field(text) or DISTRIBUTION_HEAD.match(text):
        return False
    if in_list and (match := MEMBERS.match(text)):
        return names_only(draft, text[match.end() :])
    if in_list and (match := COUNTRY.match(text)):
        return draft.people.match(match["side"]) is None and names_somebody(draft, text[match.end() :])
    if in_list and ((BARE.fullmatch(text.strip()) and is_nation(text)) or countries_in(text)):
        return _is_over_names(draft, reader, block)
    if entry.is_bulleted and block.blank_before > 1 >= before.block.blank_before and not is_group(text):
        return False  # another list, whose label is lost
    if in_list and _is_of_bullets(draft, reader, entry, before):
        return True
    if in_list and is_labelled_group(text) and _next_is_bulleted(draft, reader, block):
        return True
    if before.is_bulleted and not entry.is_bulleted:
        return False
    lines = text.split("\n")
    return in_list and ":" not in text[:60] and (
        names_only(draft, text) or (len(lines) > 1 and all(_may_be_line(draft, line.strip()) for line in lines))
    )  # fmt: skip


def _is_over_names(draft: Draft, reader: Reader, block: Block) -> bool:
    """Tell whether names stand below what may be a side, and not the text that it is the heading of."""
    index = draft.blocks.index(block) + 1
    following = next((other for other in draft.blocks[index : index + 3] if other.role not in _PASSED_OVER), None)
    if "\n" in draft.lined[block.start : block.end].strip():
        return True
    if following is None or following.role is not None:
        return False
    below = entry_of(reader, following).text
    return not below[:1].isdigit() and any(_names(draft, line) for line in below.split("\n"))


def _may_be_line(draft: Draft, line: str) -> bool:
    return names_only(draft, line) or bool(office_alone(line))


def _is_of_bullets(draft: Draft, reader: Reader, entry: Entry, before: Entry) -> bool:
    """Tell whether a block goes on with a list that has bullets: a person, group, office, remark, or a bullet alone."""
    if not entry.is_bulleted:
        return not before.text.strip(" -–—•*·") and is_group(entry.text)  # a bullet alone stands before it
    if not entry.text or _REMARK.match(entry.text) or office_alone(entry.text):
        return True
    return names_only(draft, entry.text) or (is_group(entry.text) and _next_is_bulleted(draft, reader, entry.block))


def _next_is_bulleted(draft: Draft, reader: Reader, block: Block) -> bool:
    index = draft.blocks.index(block) + 1
    following = next((other for other in draft.blocks[index : index + 3] if other.role not in _PASSED_OVER), None)
    return following is not None and following.role is None and entry_of(reader, following).is_bulleted


def _take_without_label(draft: Draft, reader: Reader) -> None:
    """Take a list with bullets at the head of a record of a talk, two or more persons and nothing but persons."""
    run: list[Entry] = []
    for block in [*opening_blocks(draft), None]:
        entry = entry_of(reader, block) if block and block.role is None and block.end - block.start < LONGEST else None
        if block is not None and block.role in _PASSED_OVER:
            continue
        if run and (entry is None or not entry.is_bulleted or entry.block.blank_before > 1):
            if _is_of_persons(draft, run):
                take_parts(draft, reader, run, 0)
                return
            run = []
        if entry is not None and entry.is_bulleted:
            run.append(entry)
        elif block is not None and (block.role is Role.SPEECH or block.end - block.start > 2 * LONGEST):
            return


def _is_of_persons(draft: Draft, run: list[Entry]) -> bool:
    headings = side_headings(run)
    rest = [entry for entry in run if id(entry.block) not in headings]
    return len(rest) > 1 and all(not entry.text or _may_be_line(draft, entry.text) for entry in rest) and any(
        names_somebody(draft, entry.text) for entry in rest if entry.text
    )  # fmt: skip
