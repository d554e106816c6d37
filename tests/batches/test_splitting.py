# ruff: noqa: E501
"""Files with several documents in a row: where they are divided, and where they must not be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diple.batches.splitting import split
from diple.source import source_from_text

BODY = "The harbour was opened in the spring, and the pilots were told of it by the council.\n\nNobody answered.\n"


def letter(day: int, name: str = "Orlo") -> str:
    return f"Port Norvan, {day} May 1962\n\nDear Comrade {name},\n\n{BODY}\nWith greetings,\n\nL. Varga\n"


def telegram(number: int) -> str:
    return f"CIPHERED TELEGRAM No. {number}\n\nFrom Norvania, {number} May 1962\n\n{BODY}\n"


def memo(day: int) -> str:
    return f"MEMORANDUM\n\nFrom: L. Varga\nTo: P. Orlo\nDate: {day} May 1962\nSubject: The harbour\n\n{BODY}\n"


def record(day: int) -> str:
    return (
        f"May {day}, 1962\n\nRecord of Talk {day}\n\n{BODY}\n\nDocument Information\n\nSource\n\nAMFA, f. 1, op. 2, d. {day}"
        f"\n\nOriginal Uploaded Date\n\nMarch 1, 2011\n\nRecord ID\n\n{day}234\n\n"
    )


SEVERAL = {
    "documents by number": "".join(f"Document {n}\n\nLetter of {n} May 1962\n\n{BODY}\n" for n in (1, 2, 3)),
    "documents by No.": "Papers\n\n" + "".join(f"DOCUMENT No. {n}\n\n{n} May 1962\n\n{BODY}\n" for n in (4, 5, 6)),
    "numbers in bold": "".join(f"**Document {n}:** Letter\n\n{n} May 1962\n\n{BODY}\n" for n in (1, 2, 3)),
    "a printed series": "".join(
        f"{n}. Telegram From the Embassy in Norvania to the Department\n\nPort Norvan, May {n}, 1962.\n\n{BODY}\n"
        for n in (12, 13, 14)
    ),
    "a chapter with glued note marks": "".join(
        f"{n}. {kind}1\n\nPort Norvan, May {n}, 1962.\n\n{BODY}\n1. Source: Central Files, 611.63. Secret.\n\n2. Document {n - 3}.\n\n"
        for n, kind in (
            (12, "Telegram From the Embassy in Norvania to the Department"),
            (13, "Editorial Note"),
            (15, "Letter From Hale to Orlo"),
        )
    ),
    "letters by Roman numbers": "".join(f"{n}.\n\nTo P. Orlo\n\n{letter(3)}\n" for n in ("LXI", "LXII", "LXIII")),
    "letters by name and number": "".join(f"LETTER {n}\n\n{letter(n)}\n" for n in (8, 9, 10)),
    "despatches from one to another": "".join(
        f"No. {n}. Mr. Varga to Mr. Orlo.\n\nVarn, May {n}, 1862.\n\nSir: {BODY}\nL. VARGA.\n\n" for n in (3, 4, 6)
    ),
    "cables by bare numbers": "".join(
        f"{n}.\n\nFM AMEMBASSY NORVAN\nTO SECSTATE WASHDC\nR 0{n}1200Z MAY 75\n\nSECRET\n\n{BODY}\n" for n in (1, 2, 3)
    ),
    "a series of kinds": f"7. Memorandum of Conversation\n\nMay 1, 1962\n\n{BODY}\n8. Editorial Note\n\nOn 3 May 1962 {BODY}\n"
    f"9. Letter From Varga to Orlo\n\nMay 4, 1962\n\n{BODY}",
    "letters after rules": "\n* * *\n\n".join(letter(n) for n in (1, 2, 3)),
    "telegrams after page ends": "\f\n".join(telegram(n) for n in (3, 4, 5)),
    "memos after blank lines": "\n\n\n\n".join(memo(n) for n in (3, 4, 5)),
    "records of a web site": "".join(record(n) for n in (3, 4, 5)),
    "front matter": "".join(f"---\ntitle: Letter {n}\ndate: 1962-05-0{n}\n---\n\n{BODY}\n" for n in (1, 2, 3)),
    "carriage returns": "\r\n* * *\r\n\r\n".join(letter(n).replace("\n", "\r\n") for n in (1, 2, 3)),
}
ONE = {
    "a letter": letter(1),
    "a letter with an enclosed letter": letter(1).replace("Nobody", "I enclose his letter. Nobody") + "\n* * *\n\n" + letter(2),
    "a letter and its enclosure": letter(1) + "\n* * *\n\nEnclosure\n\n" + letter(2),
    "an announced letter": letter(1) + "\nThe letter reads:\n\n\f" + letter(2),
    "a draft": memo(1) + "\n\n\n\nDraft\n\n" + memo(2),
    "a memo that attaches a memo": memo(1).replace("Nobody", "Attached is his memorandum. Nobody") + "\f\n" + memo(2),
    "a memo with a telegram": memo(1) + "\f\n" + telegram(2),
    "letters without any break": letter(1) + "\n" + letter(2),
    "sections by Roman numbers": "".join(f"{n}.\n\nOn 3 May 1962 they met. {BODY}\n" for n in ("I", "II", "III")),
    "chapters with dates": "".join(f"{n}\n\n3 May 1962\n\n{BODY}\n" for n in (1, 2, 3)),
    "paragraphs on reports": "".join(f"Report {n} of 3 May 1962 said this. {BODY}\n" for n in (1, 2, 3)),
    "numbered paragraphs": "Report of 3 May 1962\n\n1. The harbour was opened.\n\n2. The pilots left on 4 May 1962.\n\n3. Notes.\n",
    "numbered paragraphs about letters": f"Report\n\n1. Letters were sent. {BODY}\n2. Records were kept on 4 May 1962. {BODY}",
    "sections after rules": f"Report of 3 May 1962\n\n{BODY}\n* * *\n\n{BODY}\n* * *\n\n{BODY}",
    "documents counted wrongly": "".join(f"Document {n}\n\n{n} May 1962\n\n{BODY}\n" for n in (1, 5, 3)),
    "a list of documents": "Documents\n\nDocument 1\n\nDocument 2\n\nDocument 3\n\nAll are of that year.\n",
    "one record": record(3),
    "a rule of YAML": f"{BODY}\n---\n\n{BODY}\n---\n\n{BODY}",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_heads_prove_several_documents(name: str) -> None:
    parts = split(source_from_text(SEVERAL[name]), "papers")
    assert [part.id for part in parts] == ["papers-1", "papers-2", "papers-3"]
    assert "".join(part.text for part in parts) == SEVERAL[name]
    source = source_from_text(SEVERAL[name])
    for part in parts[1:]:
        assert part.text.splitlines()[0] == source.line_text(part.line).strip()


@pytest.mark.parametrize("name", ONE)
def test_what_belongs_to_a_document_stays_in_it(name: str) -> None:
    (part,) = split(source_from_text(ONE[name]), "papers")
    assert (part.id, part.text, part.line) == ("papers", ONE[name], 1)


def test_ids_sort_as_their_documents() -> None:
    text = "".join(f"Document {n}\n\nLetter of {n} May 1962\n\n{BODY}\n" for n in range(1, 12))
    ids = [part.id for part in split(source_from_text(text), "papers")]
    assert ids[0] == "papers-01"
    assert ids == sorted(ids)
    assert len(ids) == 11


PIECES = st.sampled_from(
    [*SEVERAL.values(), *ONE.values(), "\f", "\n\n\n\n", "* * *\n\n", "Document 2\n\n", "\x00", "\r"]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES | st.text(max_size=20), max_size=6).map("".join))
def test_the_parts_are_the_whole(text: str) -> None:
    parts = split(source_from_text(text), "x")
    assert "".join(part.text for part in parts) == text
    assert len({part.id for part in parts}) == len(parts)
