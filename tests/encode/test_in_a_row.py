"""Documents in a row in one file that nobody divides: whatever they are taken for, the TEI is valid and whole."""

from __future__ import annotations

import pytest

from diple.pipeline import encode
from diple.source import source_from_text
from diple.validate import validate_bytes
from diple.verify import verify

TITLES = (
    "12. Telegram From the Embassy in Norvania to the Department of State1",
    "13. Memorandum From the Director of the Office of Northern Affairs (Hale) to the Secretary of State1",
    "14. Editorial Note1",
    "15. Letter From President Hale to Chairman Orlo1",
    "16. Telegram From the Department of State to the Embassy in Norvania1",
)
SENTENCE = "The Minister opened the conversation by saying that the harbour works had been delayed by the winter."


def in_a_row(number: int) -> str:
    documents = (
        f"{title}\n\nPort Norvan, May {day}, 1962.\n\n{SENTENCE} Text {day}.2\n\n{SENTENCE}\n\nOrlo\n\n"
        f"1. Source: Department of State, Central Files, 611.63/5–{day}62. Secret.\n\n2. Document {day + 8}.\n"
        for day, title in enumerate(TITLES[:number], start=1)
    )
    return "\n".join(documents)


@pytest.mark.parametrize("number", range(1, len(TITLES) + 1))
def test_documents_in_a_row_are_valid_and_whole(number: int) -> None:
    source = source_from_text(in_a_row(number), "row.txt")
    encoding = encode(source)
    errors = [found.as_text() for found in validate_bytes(encoding.tei, "row.xml") if found.level == "error"]
    assert errors == []
    found = verify(encoding.tei, source, encoding.ledger)
    assert (found.unaccounted, found.differing) == (0, 0)
