"""What a line at the head of a document is, told by its own words and those behind it alone."""

from __future__ import annotations

import re

from diple.recognisers.frame.conventions import FIELDS, GENRE, SALUTATION
from diple.recognisers.frame.correspondence import correspondence_in
from diple.recognisers.frame.headforms import FOR, FOR_NAME, is_classified
from diple.recognisers.frame.lines import ends_open, is_capitals, label_in
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.recognisers.frame.wires import CABLE_FIELD, CABLED


def is_loose_between(text: str, following: list[str]) -> bool:
    """Tell whether a short line of unknown kind stands between lines that are plainly of the head."""
    if len(text) > 80 or not ends_open(text) or not text[:1].isupper() or label_in(text):
        return False
    return any(
        tokens_of(words)
        or is_classified(words)
        or dateline_of(words)
        or SALUTATION.fullmatch(words)
        or (is_capitals(words) and len(words) > 5)
        for words in following[:1]
    )


def is_for_somebody(text: str) -> bool:
    """Tell whether a line says whom a message is for: "For Comrade Rask.", "TO AMBASSADOR LUND"."""
    return FOR.fullmatch(text) is not None or (FOR_NAME.fullmatch(text) is not None and len(text.split()) > 2)


def is_number_of_document(text: str, following: list[str]) -> bool:
    """Tell whether a line is the number of a document in an edition, alone above its title."""
    if not re.fullmatch(r"\d{1,4}\.?", text) or not following:
        return False
    title = following[0]
    return correspondence_in(title) is not None or GENRE.match(title) is not None or is_capitals(title)


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
