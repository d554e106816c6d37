"""The zone of a head: what stands above the first sentence of a text and is of the head though its kind is unknown."""

from __future__ import annotations

from itertools import pairwise

from diple import patterns as re
from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers.frame.conventions import FIELDS, GENRE, HANDLED, SALUTATION
from diple.recognisers.frame.headforms import FIRST_SECTION, IN_CHAIR
from diple.recognisers.frame.headlines import cuts_date, is_plainly_of_head
from diple.recognisers.frame.headtests import is_for_somebody
from diple.recognisers.frame.lines import OUTSIDE, ends_open, is_capitals, is_prose, label_in, lines_of
from diple.recognisers.frame.recipients import is_head_of_copies, names_recipients
from diple.recognisers.frame.runin import SALUTE
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.frame.wires import is_call, is_handled
from diple.recognisers.participants.announced import announced_side
from diple.recognisers.participants.wording import LIST_LABEL

_LONGEST = 120
"""The most characters of a line of unknown kind in a head."""
_LONGEST_ITEM = 160
"""The most characters of an item of a list; a longer one is the first paragraph of the text, with its number."""
_LONGEST_STOPPED = 70
"""The most characters of such a line with a full stop or a label."""
_LONGEST_ABOVE_CALL, _LONGEST_LABEL = 200, 30
"""The most characters of a line without a verb above a salutation, and of a word with a colon there."""
_MOST_BLOCKS = 16
"""The most blocks in which the first sentence of the text is looked for."""
_NEAR = 2
"""The blocks behind an unknown line that prove it where the text begins with no sentence."""
_PASSED = OUTSIDE | {Role.NOTE, Role.OPENER, Role.MILESTONE, Role.STAGE, Role.CLOSER}
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may|must|do|does|did|I(?=\s[a-z])|we|he|she|they|"
    r"you|it|this|that)\b"
)
"""Words that a line of a head has none of, but a sentence has."""
_HANDLING = re.compile(r"(?:Not |Only )?[Tt]o be \w+(?: \w+){0,5}[.!]?")
"""How a paper is to be dealt with: "Not to be circulated.", "To be returned to the Secretariat."."""
_CALL = re.compile(r"\w+(?: \w+)?!")
"""A word or two with an exclamation mark: "Urgent!", "Strictly confidential!"."""
_EMPTY_LABEL = re.compile(r"[A-Z][a-z]+(?: [a-z]+| [A-Z][a-z]+){0,2}:")
"""A label of a form that nobody filled in: "Approved by:"."""
_TWO_SENTENCES = re.compile(r"[a-z]{3,}\.\s+[A-Z][a-z]{2}")
_STOPPED = re.compile(r"[a-z\d]{2}\.$")
"""The end of a line with a full stop, which a date below it does not prove to be of the head."""
_PLACE = re.compile(r"[A-ZÀ-Ž][\w’'-]{2,20}(?: [A-ZÀ-Ž][\w’'-]{2,20})?")
_ITEM = re.compile(r"(?![-–—] .* [-–—]$)(?:\(?\d{1,3}[.)]|[-–—•·*]|[a-z][.)])\s")
_MESSAGE = r"(?:cipher(?:ed|gram)?|coded?|radio|tele|crypto)?[ -]?(?:telegram|cable|cablegram|gram|code message)"
_TITLED = re.compile(rf"\b{_MESSAGE}\b", re.I)
_HEADED = re.compile(rf"^\W{{0,3}}(?:(?:coded?|cipher(?:ed)?|encrypted|incoming|outgoing) )?{_MESSAGE}\b", re.I | re.M)


def is_message(draft: Draft) -> bool:
    """Tell whether the title or a line at the head calls a document a telegram or the like."""
    titled = any(fact.field == "title" and _TITLED.search(fact.value[:160]) for fact in draft.facts)
    return titled or _HEADED.search(draft.text[:600]) is not None


def belongs_to_head(
    draft: Draft,
    block: Block,
    following: list[Block],
    *,
    is_message: bool,
    is_called: bool = False,
    is_titled: bool = True,
) -> bool:
    """Tell whether a short block of unknown kind is of the head: lines that can be nothing else stand below it.

    They stand above the first sentence of the text, or right below the block. ``is_called`` says that a salutation
    stands above, ``is_titled`` that a title does, so that a title below proves nothing.
    """
    text = draft.clean_block(block)
    if text.endswith(":") and not draft.text_of(block).rstrip().endswith(":"):
        text = text[:-1]  # a note stands for the value: "Number: [blacked out]"
    lines = _lines_above_text(draft, following)
    awaits_call = not is_called and any(SALUTATION.fullmatch(words) for words in lines)
    if not text or not _may_stand(text, awaits_call=awaits_call) or FIRST_SECTION.match(text):
        return False
    if _PLACE.fullmatch(text) and _precedes_title(draft, following):
        return True
    if _STOPPED.search(text):
        lines = [words for words in lines if dateline_of(words) is None]
    if not is_titled and any(_is_title(words.rstrip(".")) for words in lines):
        return True
    return any(_is_of_head(words) or (is_message and is_call(words)) for words in lines)


def _is_title(text: str) -> bool:
    """Tell whether a line is the title of a document by the kind that it names, and no sentence."""
    is_plain = len(text) <= _LONGEST and ends_open(text) and not _VERB.search(text)
    return is_plain and " " in text and GENRE.match(text) is not None


def _precedes_title(draft: Draft, following: list[Block]) -> bool:
    """Tell whether the next line is a title that names a kind of document, and text stands below it."""
    words = [draft.clean_block(block) for block in following[:2] if block.role in {None, Role.HEAD}]
    return len(words) > 1 and GENRE.match(words[0]) is not None and not is_prose(words[0]) and is_prose(words[1])


def _is_of_head(text: str) -> bool:
    is_wired = is_for_somebody(text) or is_handled(text)
    return is_plainly_of_head(text) or is_wired or names_recipients(text) or is_head_of_copies(text)


def _is_turn(text: str) -> bool:
    """Tell whether a line may be what somebody says: a label that is none of a head's, and a sentence behind it."""
    label = label_in(text)
    is_title = is_capitals(text) and len(text) <= _LONGEST
    return bool(label) and label not in FIELDS and label not in HANDLED and text[-1] in ".!?" and not is_title


def _may_stand(text: str, *, awaits_call: bool) -> bool:
    """Tell whether a line may stand in a head: short, no sentence, no item of a list.

    Above a salutation a longer line may, if no verb makes a sentence of it, and a word with a colon.
    """
    if ":" in text and (LIST_LABEL.match(text) or announced_side(text) is not None):
        return False
    if IN_CHAIR.match(text):
        return False
    if awaits_call and len(text) <= _LONGEST_ABOVE_CALL and not _ITEM.match(text):
        is_open = text[-1] not in "!?:;" or (text.endswith(":") and len(text) <= _LONGEST_LABEL)
        if is_open and not _VERB.search(text) and not _TWO_SENTENCES.search(text):
            return True
    if len(text) > _LONGEST or is_prose(text) or _ITEM.match(text):
        return False
    if ends_open(text) and not label_in(text):
        return True
    if any(form.fullmatch(text) for form in (_EMPTY_LABEL, _HANDLING, _CALL)):
        return True
    is_short = len(text) <= _LONGEST_STOPPED and text[-1] not in "!?:;"
    return is_short and not _VERB.search(text) and not _TWO_SENTENCES.search(text)


def _is_item(text: str) -> bool:
    """Tell whether a line is an item of a list, and not the number and classification of a message."""
    match = _ITEM.match(text)
    return match is not None and not tokens_of(text[match.end() :].strip())


def _is_paragraph(text: str) -> bool:
    """Tell whether an item is a paragraph with its number: long, or a sentence of some length."""
    return len(text) > _LONGEST_ITEM or (len(text) > _LONGEST and is_prose(text))


def _lines_above_text(draft: Draft, following: list[Block]) -> list[str]:
    """Return the lines up to the first sentence, or those of the next blocks if there is none near."""
    found: list[str] = []
    near = 0
    for number, block in enumerate(following[:_MOST_BLOCKS]):
        if block.role in _PASSED:
            continue
        words = [line.text for line in lines_of(draft, block)]
        is_dated_heading = block.heading > 0 and dateline_of(" ".join(words)) is not None
        if (block.role is Role.ITEM or _is_item(" ".join(words))) and _is_paragraph(" ".join(words)):
            return found
        if block.role not in {None, Role.HEAD} or is_dated_heading or _is_item(" ".join(words)):
            break
        if words and (call := SALUTE.match(f"{words[0]} ")):
            return [*found, call[0].strip()]
        is_cut = any(cuts_date(before, line) for before, line in pairwise(words))
        if is_cut or (is_prose(" ".join(words)) and not any(_is_of_head(line) for line in words)):
            return found
        if is_head_of_copies(words[-1] if words else ""):
            return [*found, *words]
        if any(_is_turn(line) and not _is_of_head(line) for line in words):
            break
        found += words
        near = len(found) if number < _NEAR else near
    return found[:near]
