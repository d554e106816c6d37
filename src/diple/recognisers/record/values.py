"""From a label's value to facts of the header, field by field."""

from __future__ import annotations

from collections.abc import Callable

from diple import patterns as re
from diple.datewords import find_dates, parse_date
from diple.draft import Draft
from diple.header.profile import LANGUAGES
from diple.recognisers.record.conventions import EMAIL, SUPPORT, URL
from diple.recognisers.record.lines import sign_free, tell
from diple.recognisers.record.people import credits_in, repeat_credits, tell_credits, tell_funders, tell_people
from diple.recognisers.record.shelfmark import is_print, parts_of

_TAGS = {name.lower(): tag for tag, name in LANGUAGES.items()}
_CONTENTS = re.compile(
    r"(?P<kind>(?:English )?(?:translation|transcript(?:ion)?|original(?: scan)?|scan|text)\s*[-–—:]\s*)"
    r"(?P<language>[A-Z]\w+)",
    re.I,
)
_CONTENTS_AFTER = re.compile(
    r"[-–—•]?\s*(?P<language>[A-Z]\w+)(?P<kind>\s+(?:translation|transcript(?:ion)?|original(?: scan)?|scan|text))",
    re.I,
)
_JOINT = re.compile(r"\s*(?:,\s*and\s+|[,;/]\s*|\s+and\s+|\s*&\s*)", re.I)
_LOCUS = re.compile(r"(?:pp?\.|pages?)?\s*(?P<from>\d+)(?:\s*[-–—]\s*(?P<to>\d+))?\.?", re.I)
_NOTHING = re.compile(
    r"(?:unknown|n/?a|none|not (?:known|available|given|stated)|nil|-+|–|—|\?+|\[?blank\]?|"
    r"-- ?(?:not assigned|n/a or blank) ?--)\.?",
    re.I,
)
"""What stands in a record where its maker knew nothing."""
_SAID = re.compile(r"[!?]|\b[a-z]{3,}\.\s+[A-Z]|\b(?:I|you|we|he|she|it|they|is|are|was|were|not|yes|no)\b", re.I)
"""What stands in words that somebody says and not in a list of names."""
_DIGIT = re.compile(r"\d")
_GIVES = re.compile(
    r"\b(?:Foundation|Endowment|Fund|Trust|Corporation|Ministry|Institut\w*|University|Society|Council)\b"
)
_KIND = re.compile(
    r"(?:Memorand\w+|Letters?|Telegrams?|Cables?|Reports?|Minutes|Notes?|Speech|Transcript|Record|Diary|Journal|"
    r"Resolution|Protocol|Statement|Article|Directive|Agreement|Proposal|Draft|Dispatch|Despatch|Cipher\w*)\b"
)
_LONGEST_KIND = 60
_ENDING = re.compile(r"[\s.,;:()\[\]]*$")

Teller = Callable[[Draft, int, int], None]


def tell_value(draft: Draft, field: str, start: int, end: int) -> None:
    """Record what a label of this field says between two offsets."""
    words = draft.text[start:end].strip()
    if not words:
        return
    if _NOTHING.fullmatch(words):
        tell(draft, "note", start, end)
        return
    teller = _TELLERS.get(field)
    field = "received-by-name" if field == "recipient" else field
    if teller is not None:
        teller(draft, start, end)
    elif field in _AGENTS:
        tell_people(draft, start, end, "resp", {"role": field, "verb": _AGENTS[field]})
    else:
        tell(draft, field, start, end)


_AGENTS = {
    "translator": "translated by",
    "contributor": "contributed by",
    "transcriber": "transcribed by",
    "editor": "edited by",
}


def may_be_value(field: str, words: str) -> bool:
    """Tell whether words may be the value of a label: names for those who did something, not what somebody says."""
    if field not in _AGENTS and field != "author":
        return True
    return len(words) < 300 and _SAID.search(words.strip()) is None


def tell_source(draft: Draft, start: int, end: int) -> None:
    """Record a reference to an archive with the credits behind it, or a printed work."""
    words = " ".join(draft.text[start:end].split())
    is_edited = all(credit.role == "editor" for credit in credits_in(draft, start, end))
    if is_edited and is_print(words) and not _REPRINTED.search(words):
        tell_reference(draft, start, end)
        return
    credits_ = credits_in(draft, start, end)
    stop = credits_[0].start if credits_ else end
    if language := _ORIGINAL_IN.search(draft.text, start, stop):
        tell_reference(draft, start, language.start())
        sign_free(draft, language.start(), language.start("language"), why="language of the original")
        _tell_language(draft, language.start("language"), language.end("language"))
        sign_free(draft, language.end("language"), stop)
    else:
        tell_reference(draft, start, stop)
    if credits_:
        tell_credits(draft, credits_, end)


def tell_reference(draft: Draft, start: int, end: int) -> None:
    """Record a reference as the shelfmark it is, and its parts; a repository alone is told as one."""
    ending = _ENDING.search(draft.text, start, end)
    stop = ending.start() if ending else end
    if ending and ")" in ending[0] and draft.text.count("(", start, stop) > draft.text.count(")", start, stop):
        stop = draft.text.index(")", stop) + 1
    first = start + len(draft.text[start:end]) - len(draft.text[start:end].lstrip(" ([\n\r\t\xa0"))
    sign_free(draft, start, first)
    reprinted = _REPRINTED.search(draft.text, first, stop)
    if reprinted or is_print(" ".join(draft.text[first:stop].split())):
        printed = reprinted.start("print") if reprinted else first
        sign_free(draft, reprinted.start() if reprinted else first, printed, why="between two sources")
        tell(draft, "print-note", printed, stop)
        sign_free(draft, stop, end, why="end of a reference")
        if not reprinted:
            return
        stop = reprinted.start()
    reference = draft.words(first, stop)
    parts = parts_of(reference)
    if len(parts) == 1 and parts[0].value == reference:
        tell(draft, "repository", first, stop)
    elif first < stop:
        tell(draft, "shelfmark", first, stop)
        for part in parts:
            draft.fact(part.field, part.value, first, stop, consumed=False, attrs=part.attrs)
    sign_free(draft, stop, end, why="end of a reference")


_REPRINTED = re.compile(r"[;.,]\s+(?P<print>(?:also |re)?(?:printed|published) in\b)")


_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
_ORIGINAL_IN = re.compile(
    rf"(?:(?<=[.;,)])|(?<=[.;,] ))\s*\(?(?:[Oo]riginal )?[Ii]n (?P<language>{'|'.join(sorted(LANGUAGES.values()))})\b"
    r"\)?[.;,\s]*\Z"
)
"""What says in which language the original is, behind the place where it is kept."""


def _tell_date(draft: Draft, start: int, end: int, field: str = "date") -> None:
    words = draft.clean(start, end).text
    dates = list(find_dates(words))
    dated = parse_date(words) or (dates[0] if len(dates) == 1 and dates[0].precision == "day" else None)
    if dated is None and len(set(_YEAR.findall(words))) + len(dates) > 1:  # the years of a file, not a document's
        tell(draft, "note", start, end)
        return
    tell(draft, field, start, end, dated.attrs if dated else {})


def _tell_uploaded(draft: Draft, start: int, end: int) -> None:
    """Record a date of publication; what is none is the value of a label that the page left out."""
    if _DIGIT.search(draft.text, start, end):
        _tell_date(draft, start, end, "uploaded")
    else:
        tell_unlabelled(draft, start, end)


def _tell_record_id(draft: Draft, start: int, end: int) -> None:
    """Record a number; a name without any digit is the value of a label that the page left out."""
    if URL.fullmatch(draft.text[start:end].strip()):
        _tell_url(draft, start, end)
    elif _DIGIT.search(draft.text, start, end) or len(draft.text[start:end].split()) == 1:
        tell(draft, "record-id", start, end)
    else:
        tell_unlabelled(draft, start, end)


def tell_unlabelled(draft: Draft, start: int, end: int) -> None:
    """Record a value whose label is missing by what it is: a body that gives money, a kind of document, or a note."""
    words = draft.text[start:end].strip()
    if _GIVES.search(words):
        tell_funders(draft, start, end)
    else:
        tell(draft, "genre" if _KIND.match(words) and len(words) < _LONGEST_KIND else "note", start, end)


def _tell_rights(draft: Draft, start: int, end: int) -> None:
    """Record a paragraph of a statement of rights; an address hidden from robots becomes a gap between its parts."""
    position = start
    hidden = list(EMAIL.finditer(draft.text, start, end))
    paragraph = str(start)
    for number, match in enumerate(hidden):
        attrs = {"paragraph": paragraph, "email": "after"}
        if draft.text[position : match.start()].strip():
            _tell_exactly(draft, position, match.start(), attrs)
        else:
            draft.fact("rights", "", match.start(), match.start(), attrs=attrs)
        sign_free(draft, match.start(), match.end(), why="hidden address")
        position = match.end()
        if number == len(hidden) - 1 and draft.text[position:end].strip():
            _tell_exactly(draft, position, end, {"paragraph": paragraph})
    if not hidden:
        tell(draft, "rights", start, end, {"paragraph": paragraph})


def _tell_exactly(draft: Draft, start: int, end: int, attrs: dict[str, str]) -> None:
    """Record words with the spaces beside a hidden address kept."""
    text = draft.clean(start, end).text
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() else ""
    draft.fact("rights", f"{lead}{' '.join(text.split())}{tail}", start, end, attrs=attrs)


def _tell_language(draft: Draft, start: int, end: int) -> None:
    """Record each language named, with its tag where it is known."""
    joints = [(match.start(), match.end()) for match in _JOINT.finditer(draft.text, start, end)]
    bounds = [start, *(offset for joint in joints for offset in joint), end]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        words = draft.text[first:last].strip(" *_.\n\r\t\xa0")
        if words:
            tag = _TAGS.get(words.lower().split()[0], "")
            tell(draft, "original-language", first, last, {"ident": tag} if tag else {})
    sign_free_joints(draft, start, end)


def sign_free_joints(draft: Draft, start: int, end: int) -> None:
    """Consume the commas and "and" between the values of a list."""
    told = sorted((fact.start, fact.end) for fact in draft.facts if start <= fact.start and fact.end <= end)
    position = start
    for first, last in [*told, (end, end)]:
        if position < first:
            sign_free(draft, position, first, why="between values")
        position = max(position, last)


def _tell_contents(draft: Draft, start: int, end: int) -> None:
    """Record the language of the text shown ("Translation - English"); anything else is a note."""
    words = draft.text[start:end].strip(" *_\n\r\t")
    match = _CONTENTS.fullmatch(words) or _CONTENTS_AFTER.fullmatch(words)
    if match is None or match["language"].lower() not in _TAGS:
        tell(draft, "digital-note", start, end)
        return
    offset = draft.text.index(match[0], start, end)
    first, last = offset + match.start("language"), offset + match.end("language")
    sign_free(draft, offset, first, why="kind of text")
    tell(draft, "language", first, last, {"ident": _TAGS[match["language"].lower()]})
    sign_free(draft, last, offset + match.end(), why="kind of text")
    if "translation" in match["kind"].lower():
        draft.fact("is-translation", "yes", offset, offset, consumed=False)


def _tell_credits(draft: Draft, start: int, end: int) -> None:
    """Record funders, be it a bare list or a sentence of thanks."""
    if found := credits_in(draft, start, end):
        sign_free(draft, start, found[0].start, why="before a credit")
        tell_credits(draft, found, end)
        return
    match = SUPPORT.fullmatch(draft.text[start:end].strip())
    offset = start + len(draft.text[start:end]) - len(draft.text[start:end].lstrip())
    if match is None:
        tell_funders(draft, start, end)
        return
    sign_free(draft, offset, offset + match.start("names"), why="words of thanks")
    tell_funders(draft, offset + match.start("names"), offset + match.end("names"))
    sign_free(draft, offset + match.end("names"), end, why="words of thanks")


def _tell_citation(draft: Draft, start: int, end: int) -> None:
    """Keep a citation whole, and take archive, credits and address from it."""
    tell(draft, "citation", start, end)
    text = draft.text
    repeat_credits(draft, start, end)
    if match := URL.search(text, start, end):
        draft.fact("url", match[0], match.start(), match.end(), consumed=False)
    segments = [_AVAILABLE.sub("", segment.strip()) for segment in re.split(r",\s+|\.\s", text[start:end])]
    archives = [
        segment for segment in segments if re.search(r"\bArchiv\w*\b", segment) and "Digital Archive" not in segment
    ]
    if archives and not URL.search(archives[-1]) and len(archives[-1]) < 120:
        draft.fact("repository", archives[-1], start, end, consumed=False)


_AVAILABLE = re.compile(r"^(?:also )?(?:available|held|kept|accessible) (?:at|in|from) (?:the )?", re.I)
"""Words before the archive in which another copy lies."""


def _tell_pages(draft: Draft, start: int, end: int) -> None:
    match = _LOCUS.fullmatch(draft.text[start:end].strip())
    attrs = {"from": match["from"], "to": match["to"] or match["from"]} if match else {}
    tell(draft, "print-pages", start, end, attrs)


def _tell_url(draft: Draft, start: int, end: int) -> None:
    match = URL.search(draft.text, start, end)
    if match is None:
        tell(draft, "digital-note", start, end)
        return
    sign_free(draft, start, match.start(), why="around an address")
    tell(draft, "url", match.start(), match.end())
    sign_free(draft, match.end(), end, why="around an address")


def _drop_navigation(draft: Draft, start: int, end: int) -> None:
    draft.drop(start, end, "navigation of the web page")


_TELLERS: dict[str, Teller] = {
    "source": tell_source,
    "archive": tell_reference,
    "date": _tell_date,
    "record-id": _tell_record_id,
    "uploaded": _tell_uploaded,
    "rights": _tell_rights,
    "original-language": _tell_language,
    "contents": _tell_contents,
    "funder": _tell_credits,
    "citation": _tell_citation,
    "print-pages": _tell_pages,
    "url": _tell_url,
    "navigation": _drop_navigation,
}
