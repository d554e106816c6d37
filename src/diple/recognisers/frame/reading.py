"""What a line at the head of a document is, by its own words, those before it and those behind it."""

from __future__ import annotations

import re

from diple.datewords import find_dates
from diple.recognisers.frame.conventions import (
    BYLINE,
    CLASSIFICATIONS,
    FIELDS,
    GENRE,
    HANDLED,
    INITIALS_NAME,
    INSTITUTION,
    SALUTATION,
    SLOGAN,
    STATUS,
    STATUS_WORD,
)
from diple.recognisers.frame.correspondence import Correspondence, correspondence_in
from diple.recognisers.frame.lines import Line, ends_open, is_capitals, is_prose, label_in
from diple.recognisers.frame.tokens import dateline_of, is_lone_number, tokens_of

_FOR_NAME = re.compile(r"(?:For|FOR|To|TO)\s(?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+){0,2}\.?")
_TO = re.compile(r"to:?\s+(?:the\s+|cde\.?\s+|comrades?\s+|mr\.?\s+|all\s+|his\s+|her\s+)?\S.*", re.I | re.S)
_FOR = re.compile(
    r"(?:for|to)\s+(?:comrades?|cdes?\.|ambassador|minister|mr\.|general|the (?:ambassador|minister|chairman))\s+"
    r"(?:[A-Z]\.\s?){0,2}[A-Z][\w’'\-]+(?:,? and [A-Z][\w’'\-]+)?[.,:]?",
    re.I,
)
ADDRESSED = re.compile(
    r"To:? (?:the )?(?:Ambassador|Minister|Premier|President|Chairman|Comrade|Cde\.|Embassy|Legation|Consul|"
    r"All|Committee|"
    r"Mr\.|General)\b[^.!?:;]{2,90}[:.]?",
    re.I,
)
"""A line under the title that names the addressee, with or without a colon at its end."""
_CLASSIFIED = re.compile(rf"(?:{'|'.join(CLASSIFICATIONS)})(?![\w’'])", re.I)
BYLINE_OPEN = re.compile(r"from the (?:official )?(?:journal|diary|notes|papers) of", re.I)
"""A line that says whose journal it is, the name being on another."""
_SUBTITLE = re.compile(r"\((?=[A-Z])[^()]{3,120}\)\.?")
FROM_PLACE = re.compile(r"from\s+[A-ZÀ-Ž][\w’' .\-]{2,60}?(?P<number>\s+(?:No\.?|N[º°o]\.?|№|#)\s?\S+)?", re.I)
GOES_ON = re.compile(
    r"(?:on|of|concerning|about|regarding|to|for|between|from|with|at|in|by|and|held|the)\s[^!?]{3,200}"
)
"""A line in small letters that goes on with the title above it: "on the state of the bridges"."""
_TOPIC = re.compile(r"(?:On|About|Concerning|Regarding|Re)\s[^.!?]{3,250}")
"""A line below a title that says what the document is about."""
CONTINUES = re.compile(r"(?:IN|OF|TO|AND|FOR|AT|ON|BY|WITH|FROM|BETWEEN)\s")
"""A line in capitals that goes on with the one above it."""
_COMMITTEE = re.compile(
    r"(?:THE )?(?:CC\b|CENTRAL COMMITTEE|[A-Z]{2,6} CC\b|POLITBURO|PRESIDIUM|COUNCIL OF MINISTERS|COMRADES?\s|CDE\.?\s)"
)
"""A body or person that a note is addressed to, named above it without "to"."""
_TELLS = re.compile(
    r"\b(?<!which )(?<!that )(?:was|were|is|has been) (?:then |again |duly |formally )?(?:called|opened|convened|"
    r"resumed|adjourned|closed|suspended|declared)\b|\b(?:opened|convened|began|resumed|adjourned|rose|closed) at \d"
)
"""What makes a sentence of a line that ends as titles may: "The meeting was called to order at 11 a.m."."""
_BODY_NAME = re.compile(r"[A-Z“\"][^.!?:;]{3,140}")

CABLE_FIELD = re.compile(r"(?P<label>FM|TO|INFO|ACTION|SUBJ|SUBJECT|REF)[ \t:]+(?=\S)")
"""The label of a line in the head of a cable, without a colon: "FM AMEMBASSY LENKA"."""
_HANDLED = re.compile(
    r"[\[(]?\s?(?P<verb>received|rec[’']?d|sent|dispatched|despatched|arrived|transmitted|issued|deciphered|decoded|"
    r"processed|came (?:in)?to (?:the )?\w+|from [A-Z]\w+ (?:dispatched|despatched|sent)|[DR]\.)"
    r"(?![\w])[^!?]{3,120}",
    re.I,
)
"""A line without a colon that says when a telegram went or came: "Sent on 5:30 am, 14 May 1950"."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\. ?m\b|\b\d{4} hours")
CABLED = re.compile(
    r"(?P<kind>(?:Cablegram|Telegram|Letter|Despatch|Dispatch|Memorandum|Teleprinter message|Airgram|Savingram)s?"
    r"(?P<number>\s(?:unnumbered|[A-Z]{0,5}\d[\w/]*(?:(?:,\s|\sand\s)[A-Z]{0,5}\d[\w/]*)*))?"
    r"(?:\s\((?:extracts?|paraphrase)\))?),?\s+(?P<line>[A-Z\[].+)"
)
"""Kind and number of a message on the line of place and day: "Cablegram 283 LENKA, 17 June 1948"."""
NUMBER_OF = re.compile(r"(?:No\.?|N[º°o]|№|#)\s?(?P<n>[\w./-]*\d[\w./-]*),?\s(?:of|dated|from)\s(?P<rest>.{4,30})")
FILE_NUMBER = re.compile(
    r"(?P<n>\d{3}[A-Z]?\.[\w.–-]{1,12}(?: [A-Z][\w ().]{1,40})?/[\w–-]{1,12}(?: \d/\d)?)(?P<kind>: [A-Z][\w -]{3,30})?"
)
"""The number of a file by the decimal system, with what the paper is: "740.0011 Herring/2375: Telegram"."""
_RELEASED = re.compile(
    r".{0,40}\b(?:approved for release|declassified in part|no objection to declassification|sanitized copy)\b.{0,100}",
    re.I,
)
"""A stamp of release that a copy bears at the head of each page."""
SIGLA = re.compile(r"(?:[A-Z][A-Za-z]{1,4})(?:\s\([A-Z][\w:;,. -]{1,60}\)|,\s[A-Z]{2,4}[:,])[.,;: ]")
"""What kind of copy an edition prints and who keeps it: "RC (DLC). …", "ALS, NNP: …"."""
_POST_LINE = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,}){0,2}\s?[-–—]{1,3}(?:\s?(?:[A-Z]{2,} ?){1,4})?")
"""Where a cipher telegram goes, over its text: "LENKA - SOVIET AMBASSADOR"."""
TO_BODY = re.compile(rf"(?=.*?{INSTITUTION.pattern})[A-Z][^.!?:;]{{3,80}}:", re.I)
"""A body called on above the text: "Embassy in Velmaria:"."""
_HANDLING = re.compile(r"(?:TAGS|E\.?O\.?\s?\d{4,5})\s?:")
"""Lines by which cables are handled and filed."""
REFERENCE = re.compile(r"(?:(?i:our|your|my)\s)?(?i:ref)\.\s?(?:(?i:no)\.?\s?)?(?=\S*\d)[\w./\-]+(?:\s[\w./\-]+){0,3}")
_NUMBER_OF_DOCUMENT = re.compile(r"^(?:No\.\s?|Document\s)?\d{1,4}[.:]\s+(?=[A-Z])")
"""The number of a document in an edition, before its title: "212. Telegram From the Embassy"."""
_LOOSE_FIELDS = frozenset({"for", "by", "action", "file"})
"""Labels that need other lines of a head before them."""
FIRST_SECTION = re.compile(r"(?:I|1|A)[.)]\s+[A-Z]")
"""The number of a first section, with which the text begins."""
_ABOVE_A_CALL = frozenset({"dateline", "addressee", "head", "byline", "tokens", "field", "from"})


NUMBERED = re.compile(
    r"(?:(?:our|your|the)\s)?(?:no|nr|number|control|serial|telegram|cable|message|reg(?:istration|istry)?|outgoing|"
    r"incoming|protocol)\.?(?:\s(?:no|number)\.?)?\s?:\s*(?:No\.?\s|№\s?)?(?P<n>[A-Z]{0,5}[ -]?\d[\w./-]*)"
    r"(?:,?\s+(?P<rest>.{3,40}))?",
    re.I,
)
"""A labelled number with or without a date behind it: "NO: 2043, MAY 11, 5 P.M.", "Number: 006/25/1963"."""


class Reading:
    """What has been read so far at the head of one document: the kinds of its lines, in order.

    ``is_first`` says that nothing stands before it; ``in_setting`` that lines about the setting have begun.
    """

    def __init__(self, is_first: bool) -> None:
        self.is_first = is_first
        self.seen: list[str] = []
        self.in_setting = False
        self.awaits_author = False
        self.in_cable = False
        self.is_letter = False
        self.has_telegram = False
        self.told: Correspondence | None = None

    def kind(self, line: Line, following: list[str], *, alone: bool = True) -> str:
        """Return what a line is, empty if it is text; ``following`` holds the words of the lines behind it."""
        text = line.text
        is_early = "head" not in self.seen or self.seen[-1] == "head"
        if STATUS.fullmatch(text) or (STATUS_WORD.fullmatch(text.strip("[]")) and is_early):
            return "status"
        if "head" not in self.seen and self._tells_correspondents(text, following):
            self.is_letter = True
            return "head"
        if self.told and SIGLA.match(text):
            return "source"
        if _RELEASED.fullmatch(text):
            return "loose"
        if is_prose(text) and not SALUTATION.fullmatch(text):
            return ""
        if file := FILE_NUMBER.fullmatch(text):
            self.has_telegram = self.has_telegram or "elegram" in (file["kind"] or "")
            return "file"
        if self.told and text.rstrip(".") in {f"From {self.told.sender}", f"To {self.told.addressee}"}:
            return "from" if text.startswith("From") else "addressee"
        if (cabled := CABLED.fullmatch(text)) and is_dated(cabled["line"]):
            self.has_telegram = self.has_telegram or cabled["number"] is not None
            return "cabled"
        if line.block.heading:
            return "head"
        if tokens := tokens_of(text):
            self.has_telegram = self.has_telegram or any(token.kind == "telegram" for token in tokens)
            return "tokens"
        if label_in(text) in FIELDS and not (self.is_first and not self.seen and label_in(text) in _LOOSE_FIELDS):
            return "field"
        if (cable := CABLE_FIELD.match(text)) and is_capitals(text):
            self.in_cable = self.in_cable or cable["label"] in {"FM", "ACTION"}
            if self.in_cable or cable["label"] not in {"TO", "REF"}:
                return "field"
        if label_in(text) in HANDLED and find_dates(text):
            return "handled"
        if _HANDLED.fullmatch(text) and (find_dates(text) or _CLOCK.search(text)) and not label_in(text):
            return "handling"
        if NUMBERED.fullmatch(text) or ((dated := NUMBER_OF.fullmatch(text)) and find_dates(dated["rest"])):
            return "numbered"
        if _HANDLING.match(text):
            return "loose"
        if REFERENCE.fullmatch(text):
            return "field"
        if "head" in self.seen and FIRST_SECTION.match(text):
            return ""
        if dateline_of(text):
            return "dateline"
        if SALUTATION.fullmatch(text) or self._greets(text, following):
            return "salute"
        if is_lone_number(text.strip("()")) and self.seen[-1:] and self.seen[-1] in {"dateline", "byline", "tokens"}:
            return "number"
        if FROM_PLACE.fullmatch(text) and is_capitals(text) and not BYLINE_OPEN.fullmatch(text):
            return "from"
        if self.is_telegram and (_POST_LINE.fullmatch(text) or _FOR_NAME.fullmatch(text)):
            return "addressee"
        if TO_BODY.fullmatch(text) and self.seen and self._precedes_prose(following):
            return "addressee"
        if _FOR.fullmatch(text) or (ADDRESSED.fullmatch(text) and self.seen and self._precedes_prose(following)):
            return "addressee"
        if _TO.fullmatch(text) and ends_open(text) and (is_capitals(text) or self._precedes_letter(following)):
            return "addressee"
        return self._title_kind(text, following, alone=alone)

    @property
    def is_telegram(self) -> bool:
        """Tell whether the lines so far show a telegram: its number, from where and to whom, when it came."""
        return self.in_cable or bool({"handled", "handling", "numbered"} & set(self.seen)) or self.has_telegram

    def _tells_correspondents(self, text: str, following: list[str]) -> bool:
        """Tell whether a line says who writes to whom: by office or form of address, else with a head's line below."""
        told = correspondence_in(text)
        if told is None:
            return False
        if not told.is_titled and not any(is_dated(words) or tokens_of(words) for words in following[:2]):
            return False
        self.told = told
        return True

    def _title_kind(self, text: str, following: list[str], *, alone: bool) -> str:
        """Return what a line is that may be letterhead, title, subtitle or the bare name of an addressee."""
        if self.in_setting:
            return ""
        if _SUBTITLE.fullmatch(text) and "head" in self.seen and not text.endswith(".)"):
            return "subtitle"
        if self.awaits_author and (is_capitals(text) or INITIALS_NAME.fullmatch(text)):
            self.awaits_author = False
            return "author"
        if BYLINE_OPEN.fullmatch(text):
            self.awaits_author = True
            return "author"
        if BYLINE.fullmatch(text) and (self.seen or not self.is_first):
            return "author"
        if self.seen[-1:] == ["head"] and ends_open(text) and (GOES_ON.fullmatch(text) or _TOPIC.fullmatch(text)):
            return "head"
        if SLOGAN.fullmatch(text):
            return "author"
        if _COMMITTEE.match(text) and is_capitals(text) and "head" not in self.seen and self._precedes_prose(following):
            return "addressee"
        if self._is_letterhead(text, following):
            return "byline"
        if self._is_seat(text, following):
            return "seat"
        if is_capitals(text) and re.search(r"[^\W\d_]{4}", text) and not text.startswith(("(", "[")):
            return "head"
        unnumbered = _NUMBER_OF_DOCUMENT.sub("", text) if self.is_first and "head" not in self.seen and alone else text
        if (
            GENRE.match(unnumbered)
            and not _TELLS.search(text)
            and (ends_open(text) or text.endswith(("a.m.", "p.m.")))
            and len(text) <= 300
        ):
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
            or _is_classified(words)
            or dateline_of(words)
            or SALUTATION.fullmatch(words)
            or (is_capitals(words) and len(words) > 5)
            for words in following[:1]
        )

    def _is_letterhead(self, text: str, following: list[str]) -> bool:
        if (
            not INSTITUTION.search(text)
            or GENRE.match(_NUMBER_OF_DOCUMENT.sub("", text))
            or len(text) > 160
            or not (ends_open(text.removesuffix(",")) and text[:1].isalpha())
            or ("head" in self.seen and not (dateline_of("".join(following[:1])) and len(text) < 80))
        ):
            return False
        after = following[:2]
        if not after or is_prose(after[0]):
            return False
        is_dated = any(dateline_of(words) or is_lone_number(words) or tokens_of(words) for words in after)
        titled = is_capitals(text) and (is_capitals(after[0]) or bool(GENRE.match(after[0])))
        return is_dated or titled

    def _is_seat(self, text: str, following: list[str]) -> bool:
        """Tell whether a line in capitals is the place of the body in the letterhead above it, over the title."""
        follows = self.seen[-1:] == ["byline"] and bool(following)
        return follows and len(text.split()) <= 2 and is_capitals(text) and bool(GENRE.match(following[0]))

    def _is_title(self, text: str, following: list[str]) -> bool:
        """Tell whether a first line reads as a title: short, open at its end, with text or a date behind it."""
        numbered = re.match(r"\d{1,4}(?:\s?\([IVXLC]+\))?\.\s+[A-Z]", text) is not None
        if not ends_open(text) or len(text) > 150 or len(text.split()) < 2 or not (text[:1].isupper() or numbered):
            return False
        after = following[:2]
        if after and after[0].endswith(",") and INSTITUTION.search(after[0]) and len(after[0]) < 80:
            return True  # "The General Assembly," under the title of a resolution
        return bool(after) and any(
            is_prose(words) or dateline_of(words) or STATUS.fullmatch(words) or label_in(words) or _TELLS.search(words)
            for words in after
        )

    def _greets(self, text: str, following: list[str]) -> bool:
        """Tell whether a line calls on the readers ("Fellow citizens,"): below date or addressee, above the text."""
        if INSTITUTION.search(text) and text.endswith(","):
            return False
        is_call = text.endswith((",", "!")) and len(text.split()) <= 8 and text[:1].isupper() and not is_capitals(text)
        return is_call and bool(_ABOVE_A_CALL & set(self.seen)) and self._precedes_prose(following)

    def _precedes_prose(self, following: list[str]) -> bool:
        return any(is_prose(text) for text in following[:1])

    def _precedes_letter(self, following: list[str]) -> bool:
        return self._precedes_salutation(following) or "dateline" in self.seen or "tokens" in self.seen or not self.seen

    def _precedes_salutation(self, following: list[str]) -> bool:
        return any(SALUTATION.fullmatch(text) for text in following[:2])


def is_for_somebody(text: str) -> bool:
    """Tell whether a line says whom a message is for: "For Comrade Rask.", "TO AMBASSADOR LUND"."""
    return _FOR.fullmatch(text) is not None or (_FOR_NAME.fullmatch(text) is not None and len(text.split()) > 2)


def is_dated(text: str) -> bool:
    """Tell whether a line is a dateline, be it behind the kind and number of a message."""
    if dateline_of(text):
        return True
    cabled = CABLED.fullmatch(text)
    return cabled is not None and dateline_of(cabled["line"]) is not None


def field_of(text: str) -> str:
    """Return the type of the seg that a line of a letter's or cable's head becomes (contract: ``seg/@type``)."""
    if kind := FIELDS.get(label_in(text)):
        return kind
    cable = CABLE_FIELD.match(text)
    return _OF_CABLES[cable["label"].replace(".", "")] if cable else "reference"


_OF_CABLES = {"FM": "from", "TO": "to", "INFO": "to", "ACTION": "to", "SUBJ": "subject", "SUBJECT": "subject",
              "REF": "reference"}  # fmt: skip


def _is_classified(words: str) -> bool:
    """Tell whether words begin with a classification in capitals."""
    match = _CLASSIFIED.match(words)
    return match is not None and match[0].isupper()
