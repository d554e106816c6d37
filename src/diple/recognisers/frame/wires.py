"""Lines at the head of telegrams, cables and numbered papers: fields, numbers, when and where they went (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.datewords import find_dates
from diple.recognisers.frame.calls import precedes_prose
from diple.recognisers.frame.conventions import CAPITALS_NAME, GENRE, INSTITUTION, OFFICE, PLAIN_NAME
from diple.recognisers.frame.headforms import FOR_NAME
from diple.recognisers.frame.lines import ends_open, is_line_of_address, label_in
from diple.recognisers.handled import CAME_OR_WENT

CABLE_FIELD = re.compile(
    r"(?P<label>FM|TO|INFO|ACTION|SUBJ|SUBJECT|REF)[ \t:]+(?=\S)"
    r"(?!(?:MEMORANDUM|PAPER|MINUTES?|REPORT|NOTE|LETTER)S?\b)"
)
"""The label of a line in the head of a cable, without a colon: "FM AMEMBASSY LENKA"."""
HANDLED_BARE = re.compile(
    r"[\[(]?\s?(?P<verb>received|rec[’']?d|rec\.|sent|dispatched|despatched|arrived|transmitted|issued|deciphered|decoded|"
    rf"{CAME_OR_WENT}|processed|came (?:in)?to (?:the )?\w+|"
    r"from [A-Z]\w+ (?:dispatched|despatched|sent)|[DR]\.)"
    r"(?![\w])[^!?]{3,120}",
    re.I,
)
"""A line without a colon that says when a telegram went or came: "Sent on 5:30 am, 14 May 1950"."""
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\. ?m\b|\b\d{4} hours|\b\d{1,2} (?:Uhr|h)\b")
CABLED = re.compile(
    r"(?P<kind>(?:Cablegram|Telegram|Letter|Despatch|Dispatch|Memorandum|Teleprinter message|Airgram|Savingram)s?"
    r"(?P<number>\s(?:unnumbered|[A-Z]{0,5}\d[\w/]*(?:(?:,\s|\sand\s)[A-Z]{0,5}\d[\w/]*)*))?"
    r"(?:\s\((?:extracts?|paraphrase)\))?),?\s+(?P<line>[A-Z\[].+)"
)
"""Kind and number of a message on the line of place and day: "Cablegram 283 LENKA, 17 June 1948"."""
NUMBER_OF = re.compile(
    r"(?:(?:No\.?|N[º°o]|№|#)\s?(?P<n>[\w./-]*\d[\w./-]*)|(?P<code>[A-ZА-Я]{0,3}\d{1,5}(?:[/-][\w.-]{1,8}){1,4}))"
    r",?\s(?:of|dated|from)\s(?P<rest>.{4,30})"
)
"""The number of a paper and its day: "No. 12 of 3 May 1950", "P12/VII of 14 May 1948"."""
FILE_NUMBER = re.compile(
    r"(?P<n>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} (?:[Pp]apers|[Ff]iles?|[Ll]ot)[\w ,.–-]{0,40}(?=: [A-Z])|"
    r"(?:[A-Z][\w.]+ ){1,3}\d{3}\.\d{3,6}/[\w–-]{1,12}|"
    r"\d{3}[A-Z]?\.[\w.–-]{1,12}(?: [A-Z][\w ().]{1,40})?/[\w–-]{1,12}(?: \d/\d)?)(?P<kind>: [A-Z][\w -]{3,30})?"
)
"""The number of a file by the decimal system, with what the paper is: "740.0011 Herring/2375: Telegram"."""
IS_MESSAGE = re.compile(r"^(?:[A-Z][\w’'-]*\s|of\s|the\s|for\s){1,8}(?:Cable|Telegram|Cablegram|Radiogram)$")
"""A title by which a body calls a paper its message: "Ministry of Ferries Cable"."""
POST_LINE = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,}){0,2}\s?[-–—]{1,3}(?:\s?(?:[A-Z]{2,} ?){1,4})?")
"""Where a cipher telegram goes, over its text: "LENKA - SOVIET AMBASSADOR"."""
NUMBERED = re.compile(
    r"(?:(?:our|your|the)\s)?(?:no|nr|number|control|serial|telegram|cable|message|reg(?:istration|istry)?|outgoing|"
    r"incoming|protocol)\.?(?:\s(?:no|number)\.?)?\s?:\s*(?:No\.?\s|№\s?)?(?P<n>[A-Z]{0,5}[ -]?\d[\w./-]*)"
    r"(?:,?\s+(?P<rest>.{3,40}))?",
    re.I,
)
"""A labelled number with or without a date behind it: "NO: 2043, MAY 11, 5 P.M.", "Number: 006/25/1963"."""
TO_POST = re.compile(
    r"[A-Z][\w’'-]{2,20}\s?[-–—]{1,3}\s?(?:the\s)?(?:Ministry|Embassy|Ambassador|Legation|Consulate|Soviet|"
    r"Foreign|Department|Central Committee)\b[^.!?:;]{0,80}\.?"
)
"""Place and body to which a telegram goes: "Lenka – Ministry of Foreign Affairs."."""
_POST = r"[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?"
ROUTED = re.compile(rf"(?P<from>(?i:from) {_POST}) (?P<to>(?i:to) {_POST})[,.]? (?:on )?(?P<date>[^!?:]{{6,30}})")
"""From where and to where a message goes, and its day: "From Grund to Selm, December 11, 1960"."""
TO_COMRADES = re.compile(
    r"To:? (?:the )?(?:Comrades?|Cdes?\.|Coms?\.|Comrs?\.)\s?:?"
    r"(?: ?(?:[A-Z]\. ?){0,2}[A-Z][\w’'-]+(?:,|;|"
    r",? ?[–—-] (?:all|in full|(?:items?|points?|paras?\.?) [\dIVX, and–-]+)[;,]?)?){0,40}(?: and [A-Z][\w’'. -]+)?\.?"
)
"""To whom an extract goes: "To Comrades: Rask, Lund – item 3", or the first words of it over the names."""
SURNAMES = re.compile(r"(?:(?:[A-Z]\. ?){0,2}[A-Z][\w’'-]+, ?){2,40}(?:and )?(?:[A-Z]\. ?){0,2}[A-Z][\w’'-]+[.,;]?")
"""Surnames alone on a line, below the words that call on them."""
COMRADE = re.compile(r"(?:[A-Z][\w’'-]+ ){0,3}(?:Comrade|Cde\.|Com\.)(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){1,3}")
"""Somebody named alone on a line of a head: "Ambassador Comrade Tove Rask"."""
ORIGIN = re.compile(
    r"(?i:from):?\s(?:the\s)?[A-ZÀ-Ž][\w’'-]+(?:,?\s(?:[A-Z][\w’'-]+|of|the|in)){0,5}(?:,?\sNo\.?\s?[\d/-]+)?\.?"
)
"""Where a telegram comes from, on a line of its own: "From Lenka."."""
FROM_AND_WHEN = re.compile(r"(?i:from)\s[A-ZÀ-Ž][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}[,.]?\s[^!?:]{4,80}")
"""Where a telegram comes from, its number and day: "From Lenka, No. 3310. 9 hours. 14.V.1951"."""
TO_MESSAGE = re.compile(
    r"(?:(?:in (?:reply|answer|addition)|further|supplement(?:ary)?|ref(?:erence)?\.?|re)\s(?:to\s)?|to\s)"
    r"(?:my|your|our|yours)\s(?:\w+\s){0,3}(?=[^a-z]*(?:No|N[º°]|№|#))[^!?]{2,70}",
    re.I,
)
"""To which message a telegram belongs: "To my telegram No. 3310 (in. No. 412)."."""
REPORT_TO = re.compile(
    r"(?:for (?:(?:immediate|urgent|personal) )?(?:report|transmission|delivery|communication)|"
    r"to be (?:reported|handed|transmitted)) to (?:comrades?|cdes?\.?|the|mr\.) [^.!?:;]{2,60}\.?",
    re.I,
)
"""For whom a telegram is: "For immediate report to Comrade Rask."."""


def is_handled(text: str) -> bool:
    """Tell whether a line says when a telegram went or came."""
    is_timed = bool(find_dates(text)) or CLOCK.search(text) is not None or _COUNTED.fullmatch(text) is not None
    return HANDLED_BARE.fullmatch(text) is not None and is_timed and not label_in(text)


_COUNTED = re.compile(r"\w+\s(?:\(\d{2,4}\)\s)?(?:[A-Z][a-z]+\s)?(?:No\.?|Nº|№|#)\s?[\d/-]+\.?")
"""A verb with a number: "Received (63) No. 1149"."""
_ADDRESSED = re.compile(
    r"\b(?:Comrades?|Cdes?\.|Chairman|Premier|Vice[- ]Premier|President|Prime Minister|Minister|Ambassador|Embassy|"
    r"Ministry|Secretary|Marshal|Committee|Commission|Bureau|Department|Mr\.)(?=\W)"
)


_SAYS = re.compile(r"\b(?:I|we|he|she|they|following|had|has|have|is|was|were|are|said|writes|wrote|received)\b")
"""Words of a sentence that leads to a quotation."""


def is_call(text: str) -> bool:
    """Tell whether a line calls on those for whom a message is: "Comrade Rask, and report to the Committee:"."""
    text = re.sub(r"(?<=:) \([A-Z][\w ]{3,20}\)$", "", text)
    is_short = 8 < len(text) < 160 and text.endswith(":") and (text[:1].isupper() or text[:1] == "[")
    is_short = is_short and not _SAYS.search(text)
    last = re.search(r"([^\W_][\w’'-]*)\W*:$", text) if is_short else None
    return last is not None and last[1][0].isupper() and _ADDRESSED.search(text) is not None and (
        re.search(r"[.!?]\s+[A-Z][a-z]+\s[a-z]", text) is None
    )  # fmt: skip


def kind_of_message(text: str, following: list[str], seen: list[str]) -> str:
    """Return what a line at the head of a telegram or the like is: from where, to whom, to what it replies."""
    if ORIGIN.fullmatch(text):
        return "from"
    if FROM_AND_WHEN.fullmatch(text) and find_dates(text):
        return "handling"
    if TO_MESSAGE.fullmatch(text):
        return "field"
    if POST_LINE.fullmatch(text) or FOR_NAME.fullmatch(text) or REPORT_TO.fullmatch(text):
        return "addressee"
    name, _, office = text.partition(", ")
    if PLAIN_NAME.fullmatch(name) and OFFICE.search(office) and ends_open(text) and is_line_of_address(text):
        return "addressee"
    is_name = CAPITALS_NAME.fullmatch(text) and not GENRE.match(text) and not INSTITUTION.search(text)
    handled = {"handled", "handling", "from", "recipients"} & set(seen)
    return "addressee" if is_name and handled and precedes_prose(following) else ""
