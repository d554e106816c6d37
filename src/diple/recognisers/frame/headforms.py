"""The forms of the lines at the head of a document; a new wording is a new row (TEI 4.2)."""

from __future__ import annotations

import re

from diple.recognisers.frame.conventions import CLASSIFICATIONS, INSTITUTION

FOR_NAME = re.compile(r"(?:For|FOR|To|TO)\s(?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+){0,2}\.?")
TO = re.compile(r"to:?\s+(?:the\s+|cde\.?\s+|comrades?\s+|mr\.?\s+|all\s+|his\s+|her\s+)?\S.*", re.I | re.S)
FOR = re.compile(
    r"(?:for|to)\s+(?:comrades?|cdes?\.|ambassador|minister|mr\.|general|the (?:ambassador|minister|chairman))\s+"
    r"(?:[A-Z]\.\s?){0,2}[A-Z][\w’'\-]+(?:,? and [A-Z][\w’'\-]+)?[.,:]?",
    re.I,
)
ADDRESSED = re.compile(
    r"To:? (?:the )?(?:(?:Ambassador|Minister|Premier|President|Chairman|Comrade|Cde\.|Embassy|Legation|Consul|"
    r"All|Committee|"
    r"Mr\.|General)\b[^.!?:;]{2,90}|(?:Comrades|Cdes\.?)\s(?:[^.!?:;]|\b[A-Z][a-z]?\.){2,140})[:.]?",
    re.I,
)
"""A line under the title that names the addressee, with or without a colon at its end."""
CLASSIFIED = re.compile(rf"(?:{'|'.join(CLASSIFICATIONS)})(?![\w’'])", re.I)
BYLINE_OPEN = re.compile(r"from the (?:official )?(?:journal|diary|notes|papers) of", re.I)
"""A line that says whose journal it is, the name being on another."""
SUBTITLE = re.compile(r"\((?=[A-Z])[^()]{3,120}\)\.?")
FROM_PLACE = re.compile(r"from\s+[A-ZÀ-Ž][\w’' .\-]{2,60}?(?P<number>\s+(?:No\.?|N[º°o]\.?|№|#)\s?\S+)?", re.I)
GOES_ON = re.compile(
    r"(?:on|of|concerning|about|regarding|to|for|between|from|with|at|in|by|and|held|the)\s[^!?]{3,200}"
)
"""A line in small letters that goes on with the title above it: "on the state of the bridges"."""
TOPIC = re.compile(r"(?:On|About|Concerning|Regarding|Re)\s[^.!?]{3,250}")
"""A line below a title that says what the document is about."""
CONTINUES = re.compile(r"(?:IN|OF|TO|AND|FOR|AT|ON|BY|WITH|FROM|BETWEEN)\s")
"""A line in capitals that goes on with the one above it."""
COMMITTEE = re.compile(
    r"(?:THE )?(?:CC\b|CENTRAL COMMITTEE|[A-Z]{2,6} CC\b|POLITBURO|PRESIDIUM|COUNCIL OF MINISTERS|COMRADES?\s|CDE\.?\s)"
)
"""A body or person that a note is addressed to, named above it without "to"."""
TELLS = re.compile(
    r"\b(?<!which )(?<!that )(?:was|were|is|has been) (?:then |again |duly |formally )?(?:called|opened|convened|"
    r"resumed|adjourned|closed|suspended|declared)\b|\b(?:opened|convened|began|resumed|adjourned|rose|closed) at \d"
)
"""What makes a sentence of a line that ends as titles may: "The meeting was called to order at 11 a.m."."""
BODY_NAME = re.compile(r"[A-Z“\"][^.!?:;]{3,140}")

CABLE_FIELD = re.compile(r"(?P<label>FM|TO|INFO|ACTION|SUBJ|SUBJECT|REF)[ \t:]+(?=\S)")
"""The label of a line in the head of a cable, without a colon: "FM AMEMBASSY LENKA"."""
HANDLED_LINE = re.compile(
    r"[\[(]?\s?(?P<verb>received|rec[’']?d|sent|dispatched|despatched|arrived|transmitted|issued|deciphered|decoded|"
    r"processed|came (?:in)?to (?:the )?\w+|from [A-Z]\w+ (?:dispatched|despatched|sent)|[DR]\.)"
    r"(?![\w])[^!?]{3,120}",
    re.I,
)
"""A line without a colon that says when a telegram went or came: "Sent on 5:30 am, 14 May 1950"."""
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\. ?m\b|\b\d{4} hours")
CABLED = re.compile(
    r"(?P<kind>(?:Cablegram|Telegram|Letter|Despatch|Dispatch|Memorandum|Teleprinter message|Airgram|Savingram)s?"
    r"(?P<number>\s(?:unnumbered|[A-Z]{0,5}\d[\w/]*(?:(?:,\s|\sand\s)[A-Z]{0,5}\d[\w/]*)*))?"
    r"(?:\s\((?:extracts?|paraphrase)\))?),?\s+(?P<line>[A-Z\[].+)"
)
"""Kind and number of a message on the line of place and day: "Cablegram 283 LENKA, 17 June 1948"."""
NUMBER_OF = re.compile(r"(?:No\.?|N[º°o]|№|#)\s?(?P<n>[\w./-]*\d[\w./-]*),?\s(?:of|dated|from)\s(?P<rest>.{4,30})")
FILE_NUMBER = re.compile(
    r"(?P<n>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3} (?:[Pp]apers|[Ff]iles?|[Ll]ot)[\w ,.–-]{0,40}(?=: [A-Z])|"
    r"\d{3}[A-Z]?\.[\w.–-]{1,12}(?: [A-Z][\w ().]{1,40})?/[\w–-]{1,12}(?: \d/\d)?)(?P<kind>: [A-Z][\w -]{3,30})?"
)
"""The number of a file by the decimal system, with what the paper is: "740.0011 Herring/2375: Telegram"."""
RELEASED = re.compile(
    r".{0,40}\b(?:approved for release|declassified in part|no objection to declassification|sanitized copy)\b.{0,100}",
    re.I,
)
"""A stamp of release that a copy bears at the head of each page."""
SIGLA = re.compile(r"(?:[A-Z][A-Za-z]{1,4})(?:\s\([A-Z][\w:;,. -]{1,60}\)|,\s[A-Z]{2,4}[:,])[.,;: ]")
"""What kind of copy an edition prints and who keeps it: "RC (DLC). …", "ALS, NNP: …"."""
POST_LINE = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,}){0,2}\s?[-–—]{1,3}(?:\s?(?:[A-Z]{2,} ?){1,4})?")
"""Where a cipher telegram goes, over its text: "LENKA - SOVIET AMBASSADOR"."""
TO_BODY = re.compile(rf"(?=.*?{INSTITUTION.pattern})[A-Z][^.!?:;]{{3,80}}:", re.I)
"""A body called on above the text: "Embassy in Velmaria:"."""
GLOSSED = re.compile(r"(?<=[!,:])\s\[[^\[\]]{3,60}\]$")
"""The translation of a salutation behind it: "Lieber Freund! [Dear friend!]"."""
HANDLING = re.compile(r"(?:TAGS|E\.?O\.?\s?\d{4,5})\s?:")
"""Lines by which cables are handled and filed."""
REFERENCE = re.compile(r"(?:(?i:our|your|my)\s)?(?i:ref)\.\s?(?:(?i:no)\.?\s?)?(?=\S*\d)[\w./\-]+(?:\s[\w./\-]+){0,3}")
NUMBER_OF_DOCUMENT = re.compile(r"^(?:No\.\s?|Document\s)?\d{1,4}[.:]\s+(?=[A-Z])")
"""The number of a document in an edition, before its title: "212. Telegram From the Embassy"."""
LOOSE_FIELDS = frozenset({"for", "by", "action", "file"})
"""Labels that need other lines of a head before them."""
FIRST_SECTION = re.compile(r"(?:I|1|A)[.)]\s+[A-Z]")
"""The number of a first section, with which the text begins."""
ABOVE_A_CALL = frozenset({"dateline", "addressee", "head", "byline", "tokens", "field", "from"})


NUMBERED = re.compile(
    r"(?:(?:our|your|the)\s)?(?:no|nr|number|control|serial|telegram|cable|message|reg(?:istration|istry)?|outgoing|"
    r"incoming|protocol)\.?(?:\s(?:no|number)\.?)?\s?:\s*(?:No\.?\s|№\s?)?(?P<n>[A-Z]{0,5}[ -]?\d[\w./-]*)"
    r"(?:,?\s+(?P<rest>.{3,40}))?",
    re.I,
)
"""A labelled number with or without a date behind it: "NO: 2043, MAY 11, 5 P.M.", "Number: 006/25/1963"."""
