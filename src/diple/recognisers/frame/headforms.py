"""The forms of the lines at the head of a document; a new wording is a new row (TEI 4.2)."""

from __future__ import annotations

from diple import patterns as re
from diple.recognisers.frame.conventions import CLASSIFICATIONS, INSTITUTION, OFFICE

FOR_NAME = re.compile(r"(?:For|FOR|To|TO)\s(?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+){0,2}\.?")
TO = re.compile(r"to:?\s+(?:the\s+|cde\.?\s+|comrades?\s+|mr\.?\s+|all\s+|his\s+|her\s+)?\S.*", re.I | re.S)
FOR = re.compile(
    r"(?:for|to)\s+(?:comrades?|cdes?\.|ambassador|minister|mr\.|general|the (?:ambassador|minister|chairman))\s+"
    r"(?:[A-Z]\.\s?){0,2}[A-Z][\w’'\-]+(?:,? and [A-Z][\w’'\-]+)?[.,:]?",
    re.I,
)
_NAMED = (
    r"(?:[A-ZÀ-Ž“\"(][^\W_]*(?:[’'.-][^\W_]+)*[.”\")]*|of|the|and|for|in|at|all|de|du|des|del|la|le|les|y|et|el|von|der|den|"
    r"des|und|für|e|d[’'][A-ZÀ-Ž]\w+|l[’'][A-ZÀ-Ž]\w+)"
)
"""A word of a name or office, or one between such words."""
ADDRESSED = re.compile(
    r"To:? (?:the )?(?:(?:Ambassador|Minister|Premier|President|Chairman|Comrade|Cde\.|Embassy|Legation|Consul|"
    r"All|Committee|"
    r"Mr\.|General)\b[^.!?:;]{2,90}|(?:Comrades|Cdes\.?)\s(?:[^.!?:;]|\b[A-Z][a-z]?\.){2,140})[:.]?|"
    rf"(?-i:(?:To|TO|An (?:das|den|die)|A(?:l| la| los| las|u|ux)|À|A) "
    rf"(?=.*?(?i:{INSTITUTION.pattern}|{OFFICE.pattern})){_NAMED}(?:,? {_NAMED}){{0,24}}),?[:.]?",
    re.I,
)
"""A line under the title that names the addressee, with or without a colon at its end."""
NAMED_WITH_OFFICE = re.compile(
    r"(?:Comrades?|Cdes?\.|Com\.|Mr\.|Mrs\.|Messrs\.|Dr\.|Gen(?:osse|ossen|\.)|Herrn?|Tow\.|Monsieur|Señor|Sr\.|"
    r"The Hon[\w.]*|(?:His|Her) Excellency) "
    rf"(?=.*?(?i:{INSTITUTION.pattern}|{OFFICE.pattern})){_NAMED}(?:,? {_NAMED}){{2,24}}"
)
"""Somebody named with office and body, over a letter or report for them."""
BARE_FIELD = re.compile(
    r"(?P<label>TO|FROM|SUBJECT|SUBJ|VIA|THROUGH|THRU|ATTENTION|ATTN|REFERENCE|REF)\s+(?P<value>[A-Z\d“\"(].{1,140})"
)
"""A field whose label in capitals has no colon: "SUBJECT Port Conditions at Tarsk"."""
CLASSIFIED = re.compile(rf"(?:{'|'.join(CLASSIFICATIONS)})(?![\w’'])", re.I)
_JOURNAL = r"(?:journal|diary|day ?book|notes|papers)"
_OF_OFFICE = r"(?:official |work(?:ing)? |service )?"
BYLINE_OPEN = re.compile(rf"(?:from (?:the )?{_OF_OFFICE}{_JOURNAL}(?: of)?|(?:the )?{_OF_OFFICE}{_JOURNAL} of)", re.I)
"""A line that says whose journal it is, the name being on another."""
JOURNAL = re.compile(rf"{BYLINE_OPEN.pattern}(?=\s|$)", re.I)
IN_CHAIR = re.compile(
    r"(?:Chaired(?: by)?|In the chair|Presided over by|Presiding)\b[:,]?\s+(?=[A-Zc])|"
    r".{3,60}\s(?:presiding|in the chair)\.?$"
)
"""A line that says who was in the chair, and is no title."""
FROM_PLACE = re.compile(r"from\s+[A-ZÀ-Ž][\w’' .\-]{2,60}?(?P<number>\s+(?:No\.?|N[º°o]\.?|№|#)\s?\S+)?", re.I)
COMMITTEE = re.compile(
    r"(?:THE )?(?:CC\b|CENTRAL COMMITTEE|[A-Z]{2,6} CC\b|POLITBURO|PRESIDIUM|COUNCIL OF MINISTERS|COMRADES?\s|CDE\.?\s)"
)
"""A body or person that a note is addressed to, named above it without "to"."""
BODY_NAME = re.compile(r"[A-Z“\"][^.!?:;]{3,140}")

RELEASED = re.compile(
    r"\(?telegraphic\.?\)?|embargo(?:ed)?\b.{0,90}|not for (?:release|publication|use) (?:before|until)\b.{0,60}|"
    r"for (?:immediate )?release(?: (?:on|at|upon)\b.{0,60})?[.:]?|check against delivery\.?|"
    r".{0,40}\b(?:approved for release|declassified in part|no objection to declassification|sanitized copy)\b.{0,100}|"
    r"\(?c\)? ?crown copyright.{0,60}|"
    r"\(?this document is the property of .{3,60}?\)?\.?|"
    r"printed (?:and circulated )?for (?:the |use of )[\w ]{3,50}\.?(?:\s+[A-Z]\w+,? \d{4}\.?)?",
    re.I,
)
"""A stamp of release that a copy bears at the head of each page, or for whom it was printed."""
MEETING_NUMBER = re.compile(
    r"(?:[A-Z]\.?){1,6}\s?\(\d{2}\)\s?\d{1,3}(?:st|nd|rd|th)\s(?:Conclusions|Meeting|Minutes|Session)\.?|"
    r"(?:[A-Z]\.\s?){1,5}(?:\(\d{2,4}\)\s?\d{1,4}|\d{1,4}\s?\(\d{2,4}\))"
    r"(?:\s\((?:[A-Z][a-z]+|\d\d?(?:st|nd|rd|th)\s\w+)\))?\.?|"
    r"(?i:(?:conversation|tape|reel|cassette|recording|excerpt|interview|call|citation)(?:\s(?:no\.?|nr\.?|number|#))?)"
    r"\s?:?\s(?=[\w.-]*\d)[\w]{1,12}(?:[.–-]\w{1,8}){0,4}"
)
"""The number of a body's meeting or paper in its year, or of a recording: "C.P. 127 (34).", "Tape: 12-4"."""
SIGLA = re.compile(r"(?:[A-Z][A-Za-z]{1,4})(?:\s\([A-Z][\w:;,. -]{1,60}\)|,\s[A-Z]{2,4}[:,])[.,;: ]")
"""What kind of copy an edition prints and who keeps it: "RC (DLC). …", "ALS, NNP: …"."""
TO_BODY = re.compile(rf"(?=.*?{INSTITUTION.pattern})[A-Z][^.!?:;]{{3,80}}:", re.I)
"""A body called on above the text: "Embassy in Velmaria:"."""
GLOSSED = re.compile(r"(?<=[!,:])\s\[[^\[\]]{3,60}\]$")
"""The translation of a salutation behind it: "Lieber Freund! [Dear friend!]"."""
HANDLING = re.compile(
    r"(?:TAGS|E\.?O\.?\s?\d{4,5}|Distr\.?|DISTR\.?|Original|ORIGINAL)\s?:|(?:[A-Z][A-Za-z]{1,4}/){2,}\S*$"
)
"""Lines by which cables are handled and filed."""
SENT_BY = re.compile(
    r"(?:sent )?(?:by|via|per) (?:(?:air|diplomatic|safe|special|(?:king|queen)[’']s|registered|ordinary|sea|surface|"
    r"courier|military|confidential) ?)?(?:bag|hand|mail|courier|messenger|post|pouch|cable|telegraph|wireless|telex|"
    r"teleprinter|telephone|radio)[.!]?|air ?(?:mail|bag|pouch)[.!]?|registered(?: post| mail)?[.!]?",
    re.I,
)
"""By what way a letter goes: "BY BAG", "By Safe Hand", "AIR MAIL"."""
REFERENCE = re.compile(r"(?:(?i:our|your|my)\s)?(?i:ref)\.\s?(?:(?i:no)\.?\s?)?(?=\S*\d)[\w./\-]+(?:\s[\w./\-]+){0,3}")
LOOSE_FIELDS = frozenset({"for", "by", "action", "file"})
"""Labels that need other lines of a head before them."""
FIRST_SECTION = re.compile(r"(?:I|1|A)[.)]\s+(?![A-Z]\.)[A-Z]")
"""The number of a first section, with which the text begins."""
ABOVE_A_CALL = frozenset({"dateline", "addressee", "head", "byline", "tokens", "field", "from"})
SUBJECTS = frozenset({"subject", "subj", "re"})
LONGEST_SUBJECT = 300
"""The most characters of a line that says what a letter is about, be it a sentence."""


def is_classified(words: str) -> bool:
    """Tell whether words begin with a classification in capitals."""
    match = CLASSIFIED.match(words)
    return match is not None and match[0].isupper()
