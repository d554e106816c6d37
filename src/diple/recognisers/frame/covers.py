"""Covers of records of talks: title pages, contents, and the lines above a session (TEI 4.2, 4.5 and 4.6).

A hearing, an oral history or a meeting begins with short lines of which few say what they are: "HEARING / before the /
COMMITTEE ON FISHERIES". None of them is a paragraph: they stand above all that is said, and none is a sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import groupby, takewhile

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import FIELDS, GENRE, INSTITUTION, SETTING_LABELS
from diple.recognisers.frame.coverlines import (
    FOR_SALE,
    LEFT,
    LONGEST_TITLED,
    OF_PLACE,
    WEAK,
    Of,
    entries_of,
    heads_contents,
    is_imprint,
    joins_title,
    kinds_of,
    lined,
    may_stand,
    names_record,
    opens_matter,
)
from diple.recognisers.frame.lines import (
    OUTSIDE,
    bare_label,
    break_lines,
    divide,
    give,
    inner,
    is_prose,
    join,
    label_in,
)
from diple.recognisers.frame.tokens import mark_dateline
from diple.recognisers.participants.titles import COVER
from diple.recognisers.speech.examination import tells_examination
from diple.recognisers.speech.labels import Label, read_label
from diple.recognisers.speech.named import named_blocks
from diple.recognisers.speech.wording import ADDRESSED

_MOST_BLOCKS, _LINES_READ = 250, 60
"""The most blocks above the first turn, and the lines of one block that are looked at for labels."""
_ENOUGH, _MANY = 2, 3
"""How often each of two speakers speaks, at the least, or all of them, where labels are such as nothing else has."""
_MOST_WORDS = 4
"""The most words of a speaker's label above which titles stand that end with a colon."""
_PLAIN = frozenset({"colon", "plain", "initial", "bare", "line"})
"""Shapes of labels that other lines have too."""
_AGENDA = re.compile(r"(?:1|I|\(1\)|a)[.)]\s+[A-Z](?!.*(?:\.{4,}|(?:\. ){4,}))")
"""The first item of an agenda, below which stand its heads."""
_OF_INTERVIEW = frozenset({"time", "date", "place", "location", "duration", "where", "when", "reporter", "prepared by"})
"""Labels of the setting that stand on covers of interviews too."""
_HEADING = frozenset({"dateline", "seat", "byline"})
"""Kinds of lines that, right below text, head what follows."""
_PASSED = OUTSIDE | {Role.MILESTONE, Role.NOTE}
_BRACKETED = re.compile(r"\[[^\[\]]{3,120}\]")
_MARKUP = re.compile(r"<(?:/?[A-Za-z]{2,12})>")
"""An element of the page from which a text was taken, left over on a line of its own: "<DOC>"."""


def recognise_title_page(draft: Draft, blocks: list[Block]) -> int:
    """Give the lines of a printed title page, and all above the first turn that are no text, their roles.

    Only "before the" and its like, alone on lines above the first turn, prove a title page. Return where the
    text below it begins, 0 if there is none.
    """
    first = _first_turn(draft, blocks)
    above = [line.text for block in blocks[:first] if block.role is None for line in lined(draft, block)]
    is_page = any(map(opens_matter, above)) or sum(map(joins_title, above)) >= _ENOUGH
    if not 0 < first <= _MOST_BLOCKS or not is_page or not any(map(INSTITUTION.search, above)):
        return 0
    end = _setting(draft, blocks[:first])
    below = blocks[end].end
    sold = _blocks_of_sale(draft, blocks[: end + 1])
    for number, block in enumerate(blocks[: end + 1]):
        for part in _parted(draft, block) if block.role is None else []:
            if number in sold:
                give(draft, part, Role.OPENER, why=COVER)
            else:
                _take_lines_of_page(draft, part)
    return next((block.start for block in draft.blocks if block.role is None and block.end == below), below)


def _blocks_of_sale(draft: Draft, blocks: list[Block]) -> set[int]:
    """Return the blocks that go on with the notice of who sells a print, to the one with the number of the place."""
    texts = [draft.clean_block(block) if block.role is None else "" for block in blocks]
    found: set[int] = set()
    for first, text in enumerate(texts):
        below = texts[first + 1 : first + 1 + _MOST_OF_NOTICE]
        last = next((number for number, other in enumerate(below, first + 1) if OF_PLACE.search(other)), 0)
        if last and FOR_SALE.search(text) and not OF_PLACE.search(text):
            found |= {number for number in range(first + 1, last + 1) if blocks[number].role is None}
    return found


_MOST_OF_NOTICE = 3


def recognise_cover(draft: Draft, blocks: list[Block]) -> None:
    """Give the lines above the first turn of a talk that are no text their roles."""
    first = _first_turn(draft, blocks)
    if not 0 < first <= _MOST_BLOCKS:
        return
    above = [block for block in blocks[:first] if block.role not in OUTSIDE]
    is_labelled = in_contents = False
    end = _setting(draft, above)
    for place, block in enumerate(above[:end]):
        text = draft.clean_block(block) if block.role is None else ""
        in_contents = bool(text) and (in_contents or heads_contents(text)) and not _ENDS_CONTENTS.fullmatch(text)
        if in_contents and not heads_contents(text) and (entries := entries_of(lined(draft, block))):
            _give(draft, block, entries)
            continue
        is_labelled = is_labelled or (bool(label_in(text)) and not is_imprint(text))
        block = _leading(draft, block) if text else block
        is_last = 0 < place == end - 1 < len(above) - 1
        before = draft.clean_block(above[place - 1]) if is_last else ""
        is_whole = bool(text) and not _is_cut(draft, block)
        lines = kinds_of(draft, lined(draft, block), is_page=False, above=before) if is_whole else []
        if lines and not (is_labelled and any(map(_may_be_somebody, lines))):
            _give(draft, block, lines)


_ENDS_CONTENTS = re.compile(r"(?i:(?:the )?(?:oral history )?(?:interview|transcript|text|introduction))(?: \d+)?")
"""The head of what follows the contents."""


def _may_be_somebody(one: Of) -> bool:
    """Tell whether a line may name who took part, in a head where labels say who did what."""
    text = one.line.text
    is_title = text.isupper() or GENRE.match(text) or INSTITUTION.search(text) or joins_title(text)
    return one.kind in WEAK and not is_title and not names_record(text)


def _is_cut(draft: Draft, block: Block) -> bool:
    """Tell whether a block is part of a paragraph that goes over several."""
    parts = draft.paragraph_of(block)
    return len(parts) > 1 and any(is_prose(draft.clean_block(part)) for part in parts)


def _first_turn(draft: Draft, blocks: list[Block]) -> int:
    """Return the place of the first turn among blocks, 0 if they hold no talk: voices have to come back."""
    named = {one.start: one.label.name for one in named_blocks(draft, [one for one in blocks if one.role is None])}
    voices: list[tuple[int, str, bool]] = []
    for place, block in enumerate(blocks):
        if block.role not in {None, Role.SECTION} or block.joined:
            continue
        if block.start in named:
            voices.append((place, named[block.start].split()[-1].casefold(), True))
            continue
        for line in lined(draft, block)[:_LINES_READ]:
            label = read_label(line.text)
            is_voice = label is not None and len(label.name.split()) <= _MOST_WORDS
            if label and is_voice and label.name.casefold() not in SETTING_LABELS | FIELDS.keys():
                voices.append((place, label.name.casefold(), _is_sure(label, line.text)))
    counts = Counter(voice for _, voice, _ in voices)
    known = {voice for voice, times in counts.items() if times >= _ENOUGH}
    is_talk = len(known) >= _ENOUGH or (known and sum(is_sure for _, _, is_sure in voices) >= _MANY)
    return next((place for place, voice, is_sure in voices if voice in known or is_sure), 0) if is_talk else 0


def _is_sure(label: Label, text: str) -> bool:
    """Tell whether nothing but a turn has such a label, as a form of address and a name before a sentence."""
    is_called = label.shape == "colon" and ADDRESSED.match(label.name) is not None
    return label.shape not in _PLAIN or (is_called and is_prose(text[label.stop_end :].strip()))


def _setting(draft: Draft, blocks: list[Block]) -> int:
    """Return the place of the first block that says who was there or is examined, or what is talked of, or of none."""
    for place, block in enumerate(blocks):
        text = draft.clean_block(block) if block.role is None and block.end - block.start < 2 * LONGEST_TITLED else ""
        label = label_in(text)
        is_examined = tells_examination(block, text) and not text.startswith("DEPOSITION")
        is_said = (label in SETTING_LABELS - _OF_INTERVIEW) or bare_label(text) or is_examined or _ROSTER.match(text)
        if text and (is_said or _AGENDA.match(text)):
            return place
    return len(blocks)


_ROSTER = re.compile(
    r"(?i:(?:acting |temporary |vice[- ])?(?:president|chair(?:man|person|woman)?|members|présidente?|membres|"
    r"presidente|miembros|vorsitz(?:ender?)?)) ?: +\S"
)
"""Who presides over a sitting, and the members: "President: Mr. Lie (Norvania)", "Members: Norvania Mr. Holm"."""


# ---- what the lines become


def _take_lines_of_page(draft: Draft, block: Block) -> None:
    """Give the lines of a block on a title page their roles; a session that begins below them is text."""
    if _MARKUP.fullmatch(draft.text, block.start, block.end):
        draft.drop(block.start, block.end, "markup of the page")
        give(draft, block, Role.META, why=COVER)
        return
    if _BRACKETED.fullmatch(draft.text, block.start, block.end):
        _note_remark(draft, block)
        return
    block = _leading(draft, block)
    if found := kinds_of(draft, lined(draft, block), is_page=True):
        _give(draft, block, found)


def _leading(draft: Draft, block: Block) -> Block:
    """Divide a block behind the lines of a cover with which it begins, over a session that opens; return these."""
    lines = lined(draft, block)
    leading = list(takewhile(lambda line: may_stand(line.text), lines))
    text = " ".join(line.text for line in lines[len(leading) :])
    if not leading or not _OPENS.match(text):
        return block
    return draft.split_block(block, lines[len(leading)].start)[0]


_OPENS = re.compile(
    r"(?:The|A|An|Pursuant to)\b.{0,160}?\b(?:met|convened|reconvened|assembled|was called to order|resumed)\b"
)
"""The sentence with which a session opens: "The subcommittee met, pursuant to notice, …"."""


def _parted(draft: Draft, block: Block) -> list[Block]:
    """Divide a block before and behind its lines in square brackets."""
    lines = [line for line in lined(draft, block) if _BRACKETED.fullmatch(draft.text, line.start, line.end)]
    return divide(draft, block, [offset for line in lines for offset in (line.start, line.end)])


def _note_remark(draft: Draft, block: Block) -> None:
    """Note what stands in square brackets on a title page, such as what the copy leaves out."""
    draft.withdraw([span for span in draft.spans if block.start <= span.start and span.end <= block.end])
    resp = draft.agents.require(draft.bracket_agent)
    give(draft, block, Role.NOTE, why=COVER)
    draft.sign_around(block.start, block.end, block.start + 1, block.end - 1, why="around a remark")
    draft.span(block.start + 1, block.end - 1, "note", {"type": "editor", "resp": resp})


def _give(draft: Draft, block: Block, lines: list[Of]) -> None:
    """Divide a block into runs of lines of one kind, and give each its role."""
    grouped = (list(run) for _, run in groupby(lines, key=lambda one: one.kind))
    runs = [part for run in grouped for part in (_items(run) if run[0].kind == "contents" else [run])]
    parts = divide(draft, block, [run[0].line.start for run in runs[1:]])
    for part, run in zip(parts, runs, strict=True):
        kind = run[0].kind
        if kind == LEFT:
            continue
        break_lines(draft, lined(draft, part))
        _give_kind(draft, part, "title" if kind in _HEADING and _is_below_text(draft, part) else kind)


def _items(lines: list[Of]) -> list[list[Of]]:
    """Return the lines of contents in items: one that begins small, or that follows an open line, goes on with it."""
    items: list[list[Of]] = []
    for one in lines:
        goes_on = items and (
            one.line.text[0].islower() or items[-1][-1].line.text.endswith((",", " the", " of", " and"))
        )
        if goes_on:
            items[-1].append(one)
        else:
            items.append([one])
    return items


def _is_below_text(draft: Draft, block: Block) -> bool:
    """Tell whether text stands right above, such as contents or a notice, so that this line heads what follows."""
    place = bisect_left(draft.blocks, block.start, key=lambda other: other.start)
    above = (before for before in reversed(draft.blocks[:place]) if before.role not in _PASSED)
    return next((before.role not in {Role.HEAD, Role.OPENER} for before in above), False)


def _give_kind(draft: Draft, block: Block, kind: str) -> None:
    """Give a run of lines of one kind its role: a dateline, who leads the talk, the body that meets, a title."""
    start, end = inner(draft, block)
    match kind:
        case "dateline":
            give(draft, block, Role.OPENER, "dateline", why=COVER)
            _mark_day(draft, start, end)
        case "hour":
            give(draft, block, Role.OPENER, "dateline", why=COVER)
            draft.span(start, end, "time")
        case "byline" | "credit" | "seat":
            give(draft, block, Role.OPENER, "byline", why=COVER)
        case "contents":
            give(draft, block, Role.ITEM, group="simple", why=COVER)
        case "title":
            before = _head_above(draft, block)
            if before is None or (block.blank_before and _is_of_session(draft, before)):
                give(draft, block, Role.HEAD, why=COVER)
            else:
                join(draft, before, block, Role.HEAD, "")
                block.why = COVER
        case _:
            give(draft, block, Role.OPENER, why=COVER)


def _is_of_session(draft: Draft, block: Block) -> bool:
    """Tell whether the heads of which this is the last stand below the sentence with which a session opens."""
    place = bisect_left(draft.blocks, block.start, key=lambda other: other.start)
    above = (before for before in reversed(draft.blocks[:place]) if before.role not in _PASSED | {Role.HEAD})
    opening = next(above, None)
    return opening is not None and opening.role is None and _OPENS.match(draft.clean_block(opening)) is not None


def _mark_day(draft: Draft, start: int, end: int) -> None:
    """Mark date and place of a dateline, which may be on two lines."""
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", draft.lined[start:end])]
    for first, last in lines:
        found = mark_dateline(draft, start + first, start + last)
        words = draft.text[start + first : start + last].strip(" .")
        if found is None and words:
            lead = start + first + draft.text[start + first : start + last].index(words)
            draft.span(lead, lead + len(words), "placeName")


def _head_above(draft: Draft, block: Block) -> Block | None:
    """Return the block right above, if it is a title with which this one goes on."""
    place = bisect_left(draft.blocks, block.start, key=lambda other: other.start)
    before = draft.blocks[place - 1] if place else None
    return before if before is not None and before.role is Role.HEAD and not before.heading else None
