"""What a line at the head of a document is, by its own words, those before it and those behind it."""

from __future__ import annotations

from diple.datewords import find_dates
from diple.recognisers.frame.calls import (
    goes_on_with_address,
    greets,
    is_to_readers,
    precedes_prose,
    precedes_salutation,
    precedes_text,
)
from diple.recognisers.frame.conventions import (
    FIELDS,
    HANDLED,
    SALUTATION,
    STATUS,
    STATUS_WORD,
)
from diple.recognisers.frame.correspondence import Correspondence, correspondence_in
from diple.recognisers.frame.datelines import HOUR_ALONE
from diple.recognisers.frame.headforms import (
    ADDRESSED,
    BYLINE_OPEN,
    FIRST_SECTION,
    FOR,
    FROM_PLACE,
    GLOSSED,
    HANDLING,
    LONGEST_SUBJECT,
    LOOSE_FIELDS,
    MEETING_NUMBER,
    NAMED_WITH_OFFICE,
    REFERENCE,
    RELEASED,
    SENT_BY,
    SIGLA,
    SUBJECTS,
    TO,
    TO_BODY,
)
from diple.recognisers.frame.headtests import (
    is_bare_field,
    is_bare_number,
    is_dated,
    is_for_somebody,
    is_number_of_document,
    is_numbered_title,
    names_correspondent,
    names_reader,
)
from diple.recognisers.frame.lines import Line, ends_open, is_capitals, is_prose, label_in
from diple.recognisers.frame.placelines import DAY_ALONE
from diple.recognisers.frame.recipients import names_recipients
from diple.recognisers.frame.titleagain import CALLED, OF_MEETING, is_named_as_writer, is_title_again
from diple.recognisers.frame.titlekinds import title_kind
from diple.recognisers.frame.titlelines import (
    ON_TALKS,
    RUNS_ON,
    TOPIC,
)
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.frame.wires import (
    CABLE_FIELD,
    CABLED,
    CLOCK,
    COMRADE,
    FILE_NUMBER,
    IS_MESSAGE,
    NUMBER_OF,
    NUMBERED,
    ROUTED,
    SURNAMES,
    TO_COMRADES,
    TO_POST,
    is_call,
    is_handled,
    kind_of_message,
)
from diple.recognisers.participants.wording import LIST_LABEL


class Reading:
    """What has been read so far at the head of one document: the kinds of its lines, in order.

    ``is_first`` says that nothing stands before it; ``is_message`` that the title calls it a telegram or the like;
    ``is_of_meeting`` that the title calls it the notes of a session, in which "Cde. Rask:" speaks;
    ``is_titled`` that the title of its record has been read, which no line goes on with;
    ``in_setting`` that lines about the setting have begun; ``titles`` are those of its record, bare.
    """

    def __init__(
        self, is_first: bool = False, *, is_message: bool = False, titles: frozenset[str] = frozenset()
    ) -> None:
        self.is_first = is_first
        self.titles = titles
        self.is_message = is_message
        self.seen: list[str] = []
        self.in_setting = False
        self.is_titled = False
        self.is_of_meeting = any(OF_MEETING.search(title) for title in titles)
        self.awaits_author = False
        self.in_cable = False
        self.is_letter = False
        self.has_telegram = False
        self.fields: set[str] = set()
        self.told: Correspondence | None = None

    def kind(self, line: Line, following: list[str], *, alone: bool = True) -> str:
        """Return what a line is, empty if it is text; ``following`` holds the words of the lines behind it."""
        kind = self._kind_however_long(line.text, following)
        if kind is None:
            kind = self._kind_of_parts(line, following)
        if kind is None:
            kind = self._kind_of_label(line.text, following)
        if kind is None:
            kind = self._kind_of_call(line.text, following, alone=alone)
        if kind is None:
            kind = title_kind(self, line.text, following, alone=alone)
        self.is_message = self.is_message or (kind == "head" and IS_MESSAGE.search(line.text) is not None)
        return kind

    def _kind_however_long(self, text: str, following: list[str]) -> str | None:
        """Return what a line is that may be as long as a sentence, empty if it is one, None if neither is sure."""
        is_on_talks = not self.seen and text[:1].islower() and ON_TALKS.match(text) and ends_open(text)
        if is_title_again(text, self.titles) or is_on_talks or is_numbered_title(text, following):
            return "head"
        if is_named_as_writer(text, self.titles) and "author" not in self.seen:
            return "author"
        is_routed = self.is_message or any(tokens_of(words) for words in following[:1])
        if is_routed and (routed := ROUTED.fullmatch(text)) and dateline_of(routed["date"]):
            return "routed"
        if text[:5].lower() == "from " and dateline_of(text):
            return "dateline"
        is_early = "head" not in self.seen or self.seen[-1] == "head"
        if STATUS.fullmatch(text) or (STATUS_WORD.fullmatch(text.strip("[]()")) and is_early):
            return "status"
        if "head" not in self.seen and self._tells_correspondents(text, following):
            self.is_letter = True
            return "head"
        if not self.seen and (names_reader(text, following) or (self.is_first and names_correspondent(text))):
            return "head"
        if self.told and SIGLA.match(text):
            return "source"
        if RELEASED.fullmatch(text):
            return "loose"
        if names_recipients(text) and (self.seen or self.is_message):
            return "recipients"
        if label_in(text) in SUBJECTS and len(text) < LONGEST_SUBJECT and self.seen:
            return "field"
        if is_handled(text):
            return "handling"
        if self.is_message and (is_call(text) or (TO_POST.fullmatch(text) and self.seen)):
            return "addressee"
        if self._runs_on_from_title(text):
            return "head"
        if self.is_message and TOPIC.fullmatch(text) and ends_open(text) and any(map(is_for_somebody, following[:1])):
            return "head"
        is_for = ADDRESSED.fullmatch(text) and (text.endswith(":") or precedes_text(following))
        if self.seen and (TO_COMRADES.fullmatch(text) or is_for):
            return "field" if label_in(text) in FIELDS else "addressee"
        return "" if is_prose(text) and not SALUTATION.fullmatch(text) and not dateline_of(text) else None

    def _runs_on_from_title(self, text: str) -> bool:
        """Tell whether a line says in small letters what the title above it is about."""
        goes_on = self.seen[-1:] == ["head"] and (ON_TALKS.match(text) or RUNS_ON.match(text))
        return bool(goes_on) and len(text) < LONGEST_SUBJECT and ends_open(text.rstrip("."))

    def _kind_of_parts(self, line: Line, following: list[str]) -> str | None:
        """Return what a line is that is made of numbers, classification and dates, None if it is not."""
        text = line.text
        if file := FILE_NUMBER.fullmatch(text):
            self.has_telegram = self.has_telegram or "elegram" in (file["kind"] or "")
            return "file"
        if self.told and text.rstrip(".") in {f"From {self.told.sender}", f"To {self.told.addressee}"}:
            return "from" if text.startswith("From") else "addressee"
        if (cabled := CABLED.fullmatch(text)) and is_dated(cabled["line"]):
            self.has_telegram = self.has_telegram or cabled["number"] is not None
            return "cabled"
        is_heading = line.block.heading and not (self.seen and ADDRESSED.fullmatch(text))
        if is_heading or (self.is_first and not self.seen and is_number_of_document(text, following)):
            return "head"
        if tokens := tokens_of(text):
            self.has_telegram = self.has_telegram or any(token.kind == "telegram" for token in tokens)
            return "tokens"
        return None

    def _kind_of_label(self, text: str, following: list[str]) -> str | None:
        """Return what a line is that begins with a label, or that a number or date makes plain, None if it is not."""
        if label_in(text) in FIELDS and not (self.is_first and not self.seen and label_in(text) in LOOSE_FIELDS):
            self.fields.add(FIELDS[label_in(text)])
            return "field"
        if (cable := CABLE_FIELD.match(text)) and is_capitals(text):
            self.in_cable = self.in_cable or cable["label"] in {"FM", "ACTION"}
            if self.in_cable or cable["label"] not in {"TO", "REF"}:
                return "field"
        if is_bare_field(text, following, self.seen):
            return "field"
        if label_in(text) in HANDLED and (find_dates(text) or CLOCK.search(text)):
            return "handled" if find_dates(text) else "loose"
        if NUMBERED.fullmatch(text) or ((dated := NUMBER_OF.fullmatch(text)) and find_dates(dated["rest"])):
            return "numbered"
        if HANDLING.match(text):
            return "loose"
        if REFERENCE.fullmatch(text) or (self.seen and SENT_BY.fullmatch(text)):
            return "field"
        if MEETING_NUMBER.fullmatch(text):
            return "number"
        if "head" in self.seen and FIRST_SECTION.match(text) and not self.awaits_author:
            return ""
        if DAY_ALONE.fullmatch(text) and precedes_salutation(following):
            return "dateline"
        return "dateline" if dateline_of(text) else None

    def _kind_of_call(self, text: str, following: list[str], *, alone: bool) -> str | None:
        """Return what a line is that calls on the reader or says where a message comes from, None if it does not."""
        if (self.is_of_meeting and CALLED.fullmatch(text)) or (text[-1:] == ":" and LIST_LABEL.fullmatch(text[:-1])):
            return ""
        if SALUTATION.fullmatch(GLOSSED.sub("", text.lstrip('“„«"'))) or greets(text, following, self.seen):
            return "salute"
        if self.seen[-1:] == ["dateline"] and HOUR_ALONE.fullmatch(text):
            return "hour"
        if is_bare_number(text, following, self.seen, is_first=self.is_first):
            return "number"
        if FROM_PLACE.fullmatch(text) and is_capitals(text) and not BYLINE_OPEN.fullmatch(text):
            return "from"
        if (self.is_telegram or self.is_message) and (kind := kind_of_message(text, following, self.seen)):
            return kind
        if self.seen[-1:] == ["addressee"] and (SURNAMES.fullmatch(text) or goes_on_with_address(text, following)):
            return "addressee"
        if TO_BODY.fullmatch(text) and (self.seen or self.is_message or self.is_first) and precedes_prose(following):
            return "addressee"
        if FOR.fullmatch(text) or (self.seen and is_to_readers(text)):
            return "addressee"
        if TO.fullmatch(text) and ends_open(text) and (is_capitals(text) or self._precedes_letter(following)):
            return "addressee"
        if {"dateline", "tokens"} & set(self.seen) and "head" not in self.seen and NAMED_WITH_OFFICE.fullmatch(text):
            return "address" if alone and not self.in_setting else ""
        if alone and COMRADE.fullmatch(text) and self.seen and not self.in_setting:
            return "addressee"
        return None

    @property
    def is_telegram(self) -> bool:
        """Tell whether the lines so far show a telegram: its number, from where and to whom, when it came."""
        is_routed = {"from", "to"} <= self.fields and "subject" not in self.fields
        return (
            is_routed
            or self.in_cable
            or bool({"handled", "handling", "numbered"} & set(self.seen))
            or self.has_telegram
        )

    def _tells_correspondents(self, text: str, following: list[str]) -> bool:
        """Tell whether a line says who writes to whom: by office or form of address, else with a head's line below."""
        told = correspondence_in(text)
        if told is None:
            return False
        is_led = self.seen[-1:] == ["enclosure"]
        if not (told.is_titled or is_led or any(is_dated(words) or tokens_of(words) for words in following[:2])):
            return False
        self.told = told
        return True

    def _precedes_letter(self, following: list[str]) -> bool:
        return precedes_salutation(following) or "dateline" in self.seen or "tokens" in self.seen or not self.seen
