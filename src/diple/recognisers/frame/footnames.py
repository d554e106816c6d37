"""Names at the foot that their place tells: whom a letter is for, below the signature; a full name (TEI 4.2.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.draft import Draft
from diple.recognisers.brackets.lexicon import is_english
from diple.recognisers.frame.conventions import INITIALS_NAME, INSTITUTION, OFFICE, PLAIN_NAME
from diple.recognisers.frame.lines import Line, is_address
from diple.recognisers.frame.tokens import dateline_of
from diple.recognisers.participants.wording import COUNTRIES, NATIONS

_TO_LINE = re.compile(r"To(?:\s+(?:the|his|her|Mr\.?|Comrade|Cde\.)\b.{0,50}|\s*:?)$", re.I)


def find_address_below(lines: list[Line], kinds: list[str]) -> None:
    """Find the addressee under the signature: "To the Ministry …", or lines with commas after all but the last."""
    first = len(lines)
    while first and (lines[first - 1].block is lines[-1].block):
        first -= 1
    texts = [line.text for line in lines[first:]]
    _find_named_addressee(lines, kinds)
    if not 2 <= len(texts) <= 6 or first == 0 or any(len(text) > 60 for text in texts):
        return
    stops = all(text.endswith(",") for text in texts[:-1]) and texts[-1].endswith(".")
    if dateline_of(texts[-1]):
        return
    named = INSTITUTION.search(texts[0]) or is_address(lines[first:])
    of_body = bool(INSTITUTION.search(texts[0])) and _is_place(texts[-1]) and any(text.endswith(",") for text in texts)
    if (stops and named) or (of_body and "date" in kinds[:first]) or _TO_LINE.match(texts[0]):
        kinds[first:] = ["address"] * len(texts)


def _find_named_addressee(lines: list[Line], kinds: list[str]) -> None:
    """Find the addressee whom "To" names among the last lines, with the lines of his address below."""
    for number in range(max(1, len(lines) - _MOST_OF_ADDRESS), len(lines)):
        rest = lines[number:]
        if _TO_SOMEBODY.match(rest[0].text) and all(
            len(line.text) < _LONGEST_OF_ADDRESS for line in (lines[number - 1], *rest)
        ):
            if set(kinds[number + 1 :]) <= {"", "name", "address"}:
                kinds[number:] = ["address"] * len(rest)
            return


_MOST_OF_ADDRESS, _LONGEST_OF_ADDRESS = 4, 60
"""The most lines of an address at the foot, and the most characters of one."""


def find_offices_above(lines: list[Line], kinds: list[str]) -> None:
    """Find offices that a colon ends over the names of their holders: "Members of the Presidium:"."""
    for number in range(len(lines) - 1):
        block = lines[number].block
        if kinds[number + 1] not in {"name", "signature"} or block is lines[number + 1].block:
            continue
        first = number
        while first and lines[first - 1].block is block:
            first -= 1
        words = " ".join(line.text for line in lines[first : number + 1])
        if words.endswith(":") and len(words) < _MOST_OFFICE and OFFICE.search(words):
            kinds[first : number + 1] = ["office"] * (number + 1 - first)


def find_offices_run_on(lines: list[Line], kinds: list[str]) -> None:
    """Find the rest of an office with its holder behind it: "CONSUL GENERAL [signature]", "IN VARNIK (T. RASK)"."""
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        is_below = above.block is line.block or not line.block.blank_before
        if kinds[number] or not is_below or kinds[number - 1] not in {"", "signature"}:
            continue
        if _REST_AND_NAME.fullmatch(line.text) and OFFICE.search(above.text) and len(above.text) < _MOST_OFFICE:
            kinds[number] = "name"


_REST_AND_NAME = re.compile(rf"(?i:of|for|in|to|at|on|and|with) [^.!?:;()]{{2,70}}\s\({INITIALS_NAME.pattern}\)")
_MOST_OFFICE = 160
"""The most characters of such an office, which may run over two lines."""


_TO_SOMEBODY = re.compile(
    r"To:?\s+(?:the\s|his\s|her\s)?(?:Mr\.|Mrs\.|Dr\.|Cde\.|Comrade|Minister|Ambassador|Ministry|[A-Z]\w+ [A-Z])"
)
"""A line below the signature that names the addressee."""


def _is_place(text: str) -> bool:
    """Tell whether a line can be the name of a place: one to three words with capitals."""
    return re.fullmatch(r"(?:[A-Z][\w’'.-]+,? ?){1,3}", text) is not None


def extend_address(kinds: list[str]) -> None:
    """Let an address run on to the date or docket behind it."""
    for number in range(1, len(kinds)):
        if kinds[number - 1] == "address" and kinds[number] in {"", "name"}:
            kinds[number] = "address"


def find_lone_name(draft: Draft, lines: list[Line], kinds: list[str]) -> None:
    """Find a full name that stands alone under the text, as the writer of a memorandum signs it."""
    number = len(lines) - 1
    while number >= 0 and kinds[number] in _BELOW_NAME:
        number -= 1
    if number < 0 or kinds[number] or (number and lines[number - 1].block is lines[number].block):
        return
    over_copies = kinds[number + 1 : number + 2] == ["copies"]
    is_lone = _is_lone_name(draft, lines[number], is_first=not number, over_copies=over_copies)
    if is_lone or is_sender(draft, lines[number]) or (not number and _stands_under_formula(draft, lines[number])):
        kinds[number] = "weak-name"


def _is_lone_name(draft: Draft, line: Line, *, is_first: bool, over_copies: bool) -> bool:
    """Tell whether a line is a full name that something proves: copies below, its mention above, a sentence above."""
    words = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > 2]
    if OFFICE_BEFORE.fullmatch(line.text):
        return is_first and _stands_under_text(draft, line)
    if _FULL_NAME.fullmatch(line.text) is None or INSTITUTION.search(line.text) or OFFICE.search(line.text):
        return False
    if (over_copies and len(words) > 1) or _is_named_above(draft, line, words[-1:]):
        return True
    return is_first and len(words) > 1 and is_no_phrase(words) and _stands_under_text(draft, line)


OFFICE_BEFORE = re.compile(
    r"(?P<office>Ambassador|Minister|Consul|Attach[ée]|Secretary|Counsell?or|General|Colonel|Major|Captain|Admiral|"
    r"Director|Chairman|Comrade|Professor|Dr\.) (?P<name>(?:[A-Z][\w’'-]+|[A-Z]\.)(?: [A-Z]\.)*(?: [A-Z][\w’'-]+){1,2})"
)
"""An office or form of address and a full name behind it."""


def is_no_phrase(words: list[str]) -> bool:
    """Tell whether capitalized words are no phrase of the language, as a heading, a link or the name of a place is."""
    return not all(map(is_english, words)) and not any(word.lower() in COUNTRIES | NATIONS for word in words)


def _stands_under_text(draft: Draft, line: Line) -> bool:
    """Tell whether a sentence ends right above a line, in a paragraph of its own length."""
    above = draft.text[max(0, line.start - _SENTENCE) : line.start].rstrip()
    paragraph = above.rpartition("\n")[2]
    return len(paragraph) > _SHORTEST and re.search(r"[a-z]{2}\.[”\"’')]?$", paragraph) is not None


def _stands_under_formula(draft: Draft, line: Line) -> bool:
    """Tell whether a name stands right under a paragraph whose last sentence is a formula of esteem."""
    name = line.text.rstrip(". ")
    above = draft.text[max(0, line.start - _SENTENCE) : line.start].rstrip()
    is_name = len(name.split()) < 5 and PLAIN_NAME.fullmatch(name) and not INSTITUTION.search(name)
    return bool(is_name) and _ESTEEM.search(above) is not None


_ESTEEM = re.compile(
    r"\b(?:assurances? of|renew|reiterate|i (?:am|remain)|have the honou?r to (?:be|remain)|believe me|accept)\b"
    r"[^.!?]{0,160}\b(?:consideration|esteem|respect|regards?|friendship|serv(?:an)?ts?|yours|friend|affection\w*|"
    r"sentiments)[^.!?]{0,30}[.,]?$",
    re.I,
)
"""How a last sentence closes a letter within its last paragraph."""
_SENTENCE, _SHORTEST = 400, 60
"""How much of the text above a name is looked at, and the fewest characters of the paragraph it stands under."""


def find_named_holder(draft: Draft, lines: list[Line], kinds: list[str]) -> None:
    """Find the signer behind his office at the end: "Chairman of the Council, Lund", where the head names him."""
    number = len(lines) - 1
    while number >= 0 and kinds[number] in _BELOW_NAME:
        number -= 1
    match = _OFFICE_FIRST.fullmatch(lines[number].text) if number >= 0 and not kinds[number] else None
    if match and OFFICE.search(match["office"]) and _is_named_above(draft, lines[number], [match["name"]]):
        kinds[number] = "name"


_OFFICE_FIRST = re.compile(r"(?P<office>[A-Z][^,.!?:;]{3,80}), (?P<name>[A-Z][\w’'-]+)")


def _is_named_above(draft: Draft, line: Line, surname: list[str]) -> bool:
    """Tell whether the surname of a line stands in the head of the document, or as somebody's in the text above."""
    word = re.escape(surname[0]) if surname else ""
    in_head = word and re.search(rf"(?<!\w){word}(?!\w)", draft.text[: min(line.start, _HEAD)])
    return bool(in_head) or bool(
        word and re.search(rf"\b(?:Mr|Mrs|Dr|Cde|Comrade)\.? (?:\w+ )?{word}\b", draft.text[: line.start])
    )


def is_sender(draft: Draft, line: Line) -> bool:
    """Tell whether a line is the surname of whom the head above calls the writer: "Mr. Toll to Mr. Lind"."""
    name = line.text.rstrip(". ")
    return bool(re.fullmatch(r"(?:[A-Z]\.\s?){0,3}[A-Z][\w’'-]+", name)) and is_writer(draft, name, line.start)


def is_writer(draft: Draft, name: str, offset: int) -> bool:
    """Tell whether the title, or a head above an offset, says that somebody of this name writes to somebody."""
    titles = "\n".join(fact.value for fact in draft.facts if fact.field == "title")
    above = f"{titles}\n{draft.text[max(0, offset - _REACH) : offset]}"
    surname = re.escape(name.split()[-1])
    told = rf"^[^\n]{{0,60}}\b{surname}(?:,? [^\n]{{0,40}}|\))? to (?:the |his )?[A-Z][^\n]{{0,80}}$"
    return re.search(told, above, re.M | re.I) is not None


def is_named_in_title(draft: Draft, word: str) -> bool:
    """Tell whether the title has a name, and not as that of a place: "Telegram from Ambassador Tove Rask"."""
    titles = "\n".join(fact.value for fact in draft.facts if fact.field == "title")
    found = re.search(rf"([^\W\d_]+)\W+{re.escape(word)}(?!\w)", titles, re.I)
    return found is not None and found[1].lower() not in _BEFORE_PLACES


_BEFORE_PLACES = frozenset({"from", "in", "to", "at", "via", "of", "the", "and", "for", "between", "on", "near"})
PLACE = re.compile(
    r"(?:Port|Fort|Cape|New|North|South|East|West|Upper|Lower|San|Santa|Saint|St\.?|Mount|Lake|Los|El) [A-Z]"
)
"""How the name of a place begins, which two words with capitals may be."""
_REACH = 6000
"""The characters above a signature in which the head of the letter says who writes to whom."""
_HEAD = 700
"""The characters in which the head of a document names its writer."""
_BELOW_NAME = frozenset({"endnote", "copies", "docket", "typist", "distribution", "stamp", "number", "loose", "others"})
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+\.?(?: [A-Z]\.){0,2}(?: [A-Z][\w’'-]+){1,2}(?:,? (?:Jr|Sr)\.| I{2,3})?")
