"""The archive's record around a document: what is taken out of the text, and what is left."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.model import Role
from diple.recognisers import markdown, record
from diple.recognisers.record.shelfmark import parts_of
from diple.recognisers.record.wordings import is_record_wording
from diple.source import source_from_text

PROSE = (
    "The council has discussed the question of the northern road, and has found that nobody wants to pay for it.\n\n"
    "The engineers were asked for their opinion; they gave three of them, and none was written down.\n\n"
)
PAGE = f"""Skip to content

May 5, 1950

Report, O. Quist, 'On the Northern Road'

This document was made possible with support from Harbour Foundation

ON THE NORTHERN ROAD

{PROSE}O. QUIST

Quist describes the northern road and its price.



Document Information

Source

KSAE, f. 18, op. 3, d. 204, ll. 55-59. Contributed by Ada Merrow and translated by Paul Hartwin and Lin Aster.

Rights

The archive welcomes reuse.

Write to the archive at [email\xa0protected].

Original Uploaded Date

2019-05-21

Type

Report

Language

Record ID

550417

Donors

Harbour Foundation, Velmar Trust (VT) and Road Fund
"""


def recognised(text: str, name: str = "source.txt") -> Draft:
    draft = Draft(source_from_text(text, name))
    for recogniser in (markdown, record):
        draft.recogniser = recogniser.__name__.rpartition(".")[2]
        recogniser.recognise(draft)
    return draft


def values(draft: Draft, field: str) -> list[str]:
    return [fact.value for fact in draft.facts if fact.field == field]


def body(draft: Draft) -> list[str]:
    return [draft.clean_block(block) for block in draft.body_blocks()]


def lost(draft: Draft) -> str:
    """Return the characters of metadata blocks that are neither fact, furniture nor sign."""
    covered = bytearray(len(draft.text))
    taken = [(item.start, item.end) for item in (*draft.signs, *draft.furniture)]
    taken += [(fact.start, fact.end) for fact in draft.facts if fact.consumed]
    for start, end in taken:
        covered[start:end] = b"\x01" * (end - start)
    meta = [block for block in draft.blocks if block.role is Role.META]
    return "".join(
        draft.text[at] for block in meta for at in range(block.start, block.end)
        if not covered[at] and not draft.text[at].isspace()
    )  # fmt: skip


def test_a_page_with_document_information_is_told_whole() -> None:
    draft = recognised(PAGE)
    assert values(draft, "title") == ["Report, O. Quist, 'On the Northern Road'"]
    assert values(draft, "date") == ["May 5, 1950"]
    assert values(draft, "shelfmark") == ["KSAE, f. 18, op. 3, d. 204, ll. 55-59"]
    assert values(draft, "repository") == ["KSAE"]
    assert [values(draft, field) for field in ("fond", "opis", "delo")] == [["18"], ["3"], ["204"]]
    assert values(draft, "resp") == ["Ada Merrow", "Paul Hartwin", "Lin Aster"]
    assert draft.agents.named == {"contributor": ["Ada Merrow"], "translator": ["Paul Hartwin", "Lin Aster"]}
    assert values(draft, "uploaded") == ["2019-05-21"]
    assert values(draft, "genre") == ["Report"]
    assert values(draft, "original-language") == []
    assert values(draft, "record-id") == ["550417"]
    assert set(values(draft, "funder")) == {"Harbour Foundation", "Velmar Trust (VT)", "Road Fund"}
    assert values(draft, "abstract") == ["Quist describes the northern road and its price."]
    assert [draft.text[item.start : item.end] for item in draft.furniture] == ["Skip to content"]
    assert body(draft) == ["ON THE NORTHERN ROAD", *PROSE.strip().split("\n\n"), "O. QUIST"]
    assert draft.bracket_agent == "translator"
    assert lost(draft) == ""


def test_the_hidden_address_is_a_sign_between_two_parts_of_a_paragraph() -> None:
    draft = recognised(PAGE)
    parts = [(fact.value, fact.attrs.get("email", "")) for fact in draft.facts if fact.field == "rights"]
    assert parts == [("The archive welcomes reuse.", ""), ("Write to the archive at ", "after"), (".", "")]


def test_labels_may_come_in_any_order_with_colons_and_without_values() -> None:
    labels = "Donors\n\nRecord ID: 12\n\nType:\nLetter\n\nLanguage\n\nSource:\nNSA"
    draft = recognised(f"{PROSE}O. QUIST\n\nDocument Information\n\n{labels}")
    assert (values(draft, "record-id"), values(draft, "genre"), values(draft, "repository")) == (
        ["12"],
        ["Letter"],
        ["NSA"],
    )
    assert values(draft, "funder") == []
    assert lost(draft) == ""


def test_a_last_paragraph_in_the_first_person_is_no_summary() -> None:
    text = f"{PROSE}In short, we ask for money and for patience.\n\nDocument Information\n\nSource\n\nNSA, f. 1\n"
    draft = recognised(text)
    assert values(draft, "abstract") == []
    assert body(draft)[-1].startswith("In short")


def test_a_doubtful_summary_is_listed_for_review() -> None:
    end = "The road is described at length.\n\n\nDocument Information\n\nSource\n\nNSA, f. 1\n"
    draft = recognised(f"Report on the road\n\n{PROSE}{end}")
    (told,) = [fact for fact in draft.facts if fact.field == "abstract"]
    assert told.attrs["cert"] in {"low", "medium"}
    assert [doubt.code for doubt in draft.doubts] == ["D301"]


def test_markdown_headings_that_are_labels_are_the_record() -> None:
    text = (
        "## **May 5, 1950**\n\n### **Talk about the road**\n\n#### **Citation:**\n\n"
        '"Talk about the road", May 5, 1950, Harbour Digital Archive, State Archive of Norvania. Translated by '
        "Mara Ellison and Hugo Brandt. <https://archive.example.org/document/12>\n\n#### **Summary:**\n\nThey talk.\n\n"
        "#### **Original Language:**\n\nRussian\n\n#### **Contents:**\n\nTranslation - English\n\nRecord of a talk\n\n"
        + PROSE
    )
    draft = recognised(text, "talk.md")
    assert values(draft, "title") == ["Talk about the road"]
    assert values(draft, "resp") == ["Mara Ellison", "Hugo Brandt"]
    assert values(draft, "url") == ["https://archive.example.org/document/12"]
    assert values(draft, "repository") == ["State Archive of Norvania"]
    assert [(fact.value, fact.attrs) for fact in draft.facts if fact.field == "original-language"] == [
        ("Russian", {"ident": "ru"})
    ]
    assert values(draft, "language") == ["English"]
    assert body(draft)[0] == "Record of a talk"
    assert lost(draft) == ""


def test_front_matter_is_the_record() -> None:
    text = f'---\ntitle: "The road"\ndate: 1950-05-05\ntags:\n  - roads\nlayout: page\n---\n\n# The road\n\n{PROSE}'
    draft = recognised(text, "road.md")
    assert (values(draft, "title"), values(draft, "date")) == (["The road"], ["1950-05-05"])
    assert (values(draft, "subject"), values(draft, "note")) == (["roads"], ["layout: page"])
    assert body(draft)[0] == "The road"
    assert lost(draft) == ""


def test_a_run_of_labels_at_the_head_is_the_record() -> None:
    text = f"Title: The road\nDate: 5 May 1950\nSource: NSA, f. 7, op. 2, d. 3\nTranslator: Paul Hartwin\n\n{PROSE}"
    draft = recognised(text)
    assert (values(draft, "title"), values(draft, "resp")) == (["The road"], ["Paul Hartwin"])
    assert draft.bracket_agent == "translator"
    assert lost(draft) == ""


@pytest.mark.parametrize(
    "head",
    ["Date: 5 May 1950\nPlace: Ostby\n\n", "From: A. Lo\nTo: B. Ma\nSubject: Wool\nDate: 5 May 1950\n\n",
     "Summary: none\n\n", "Source: a clerk of the port\n\n",
     "May 5, 1950\n\nThe road\n\n", "Karl: Yes.\n\nOtto: No.\n\n"],
)  # fmt: skip
def test_what_may_be_the_documents_own_is_left(head: str) -> None:
    draft = recognised(head + PROSE)
    assert draft.facts == []
    assert all(block.role is None for block in draft.blocks)


def test_the_head_of_a_printed_text_tells_author_print_and_transcriber() -> None:
    text = (
        "League of Roads\n\n(May 5, 1950 )\n\nFrom the appendices to the volume\nThe Dispute about\n the Road\n\n"
        "pp. 211-217.\n\nPrepared © for the Internet by Simon Archer, (May 1999)\n\n    page 211\n\n"
        f"    Friends,\n\n{PROSE}"
    )
    draft = recognised(text)
    assert (values(draft, "author"), values(draft, "date")) == (["League of Roads"], ["May 5, 1950"])
    assert values(draft, "print-title") == ["The Dispute about the Road"]
    (pages,) = [fact for fact in draft.facts if fact.field == "print-pages"]
    assert pages.attrs == {"from": "211", "to": "217"}
    assert draft.agents.named == {"transcriber": ["Simon Archer"]}
    assert draft.bracket_agent == "transcriber"
    assert body(draft)[:2] == ["page 211", "Friends,"]
    assert lost(draft) == ""


def test_a_source_in_brackets_stays_text_and_is_told_besides() -> None:
    draft = recognised(PROSE + "[Source: NSA, f. 89, op. 45, d. 8; obtained by A. Lo; translated by Mara Ellison.]")
    assert body(draft)[-1].startswith("[Source: NSA")
    assert values(draft, "delo") == ["8"]
    assert draft.agents.named == {"contributor": ["A. Lo"], "translator": ["Mara Ellison"]}


REFERENCES = [
    ("RGANI, f. 52, op. 1, d. 555, ll. 111-124", "RGANI", {"fond": "52", "opis": "1", "delo": "555"}, ("111", "124")),
    ("RGANI, fond 5, opis 61, delo 462, listy 79-94", "RGANI",
     {"fond": "5", "opis": "61", "delo": "462"}, ("79", "94")),
    ("AVP RF, f. 0100, op. 48, papka 345, d. 43, l. 14", "AVP RF",
     {"fond": "0100", "opis": "48", "delo": "43", "folder": "345"}, ("14", "14")),
    ("APRF, Fond 3, Opis 65, Delo 606, Listy 1-4", "APRF", {"fond": "3", "opis": "65", "delo": "606"}, ("1", "4")),
    ("PRC FMA 106-00581-01, 1-17", "PRC FMA", {"file": "106-00581-01"}, ("1", "17")),
    ("National Archives (Kew), FO 371/115054", "National Archives (Kew)", {"series": "FO 371", "file": "115054"}, None),
    ("Public Record Office, CAB 128/30", "Public Record Office", {"series": "CAB 128", "file": "30"}, None),
    ("TNA, PREM 11/1138", "TNA", {"series": "PREM 11", "file": "1138"}, None),
    ("PA AA, MfAA, C 115/76, Bl. 23", "PA AA, MfAA", {"series": "C 115", "file": "76"}, ("23", "23")),
    ("SAPMO-BArch, DY 30/J IV 2/2/462, Bl. 12-15", "SAPMO-BArch", {"series": "DY 30", "file": "J IV 2/2/462"},
     ("12", "15")),
    ("NAA: A1838, 3034/10/1 part 5", "NAA", {"series": "A1838", "file": "3034/10/1 part 5"}, None),
    ("AAN, KC PZPR, XIA/30, k. 12-14", "AAN", {"fond": "KC PZPR", "file": "XIA/30"}, ("12", "14")),
    ("MOL, M-KS 288. f. 5/124. ő. e.", "MOL", {"fond": "288", "file": "5/124"}, None),
    ("NA, AÚV KSČ, f. 02/1, sv. 12, a. j. 13", "NA", {"fond": "02/1", "volume": "12", "file": "13"}, None),
    ("ANIC, CC al PCR, dosar 84/1968, f. 86-89", "ANIC", {"file": "84/1968"}, ("86", "89")),
    ("AVPRF, F. 0102, Op. 13, P. 72, D. 5, Ll. 165–192", "AVPRF",
     {"fond": "0102", "opis": "13", "folder": "72", "delo": "5"}, ("165", "192")),
    ("NARA, RG 59, Box 1", "NARA", {"record-group": "59", "box": "1"}, None),
    ("SAPMO-BArch, DY 30, 3386", "SAPMO-BArch", {"file": "3386"}, None),
    ("Department of State, PPS Files: Lot 66 D 480, USSR", "Department of State", {"series": "Lot 66 D 480"}, None),
    ("Department of State, Central Files, 611.93/7-1150", "Department of State", {"file": "611.93/7-1150"}, None),
    ("LAC, RG25, vol. 6200, file 50028-B-40", "LAC",
     {"record-group": "25", "volume": "6200", "delo": "50028-B-40"}, None),
    ("Shanghai Municipal Archive, A42-1-80", "Shanghai Municipal Archive", {"file": "A42-1-80"}, None),
    ("Jiangsu Provincial Archives, 3124-0123", "Jiangsu Provincial Archives", {"file": "3124-0123"}, None),
    ("Box 12, folder 3 of the Office Files at the Harbour Library", "Harbour Library", {"box": "12", "folder": "3"},
     None),
    ("RTSKHIDNI. F. 558. On. 1. D. 53. L. 1-3", "RTSKHIDNI", {"fond": "558", "opis": "1", "delo": "53"}, ("1", "3")),
    ("Chinese Communist Party Central Archives", "Chinese Communist Party Central Archives", {}, None),
    ("Central State Archive, Sofia, Fond 1-B, Opis 60, a.e. 12", "Central State Archive, Sofia",
     {"fond": "1-B", "opis": "60", "delo": "12"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("reference", "repository", "units", "leaves"), REFERENCES)
def test_a_reference_is_parsed(
    reference: str, repository: str, units: dict[str, str], leaves: tuple[str, str] | None
) -> None:
    parts = {part.field: part for part in parts_of(reference)}
    locus = parts.pop("locus", None)
    assert parts.pop("repository").value == repository
    assert {field: part.value for field, part in parts.items()} == units
    assert (locus and (locus.attrs["from"], locus.attrs["to"])) == leaves


def test_wordings_are_closed() -> None:
    assert all(
        is_record_wording(words) for words in ("Record ID", "Contributed by", "and", "Obtained and translated by")
    )
    assert not any(is_record_wording(words) for words in ("the road", "Ada Merrow", "was built by nobody"))


HOSTILE = [
    "", " \n ", "[" * 10000, "Document Information", "Document Information\nSource", "---\n", "---\na: b\n---",
    "Source:\n" * 500, "Document Information\n\nDonors\n\n" + "and, " * 2000, "\ufeffSkip to content",
    "x\n\nDocument Information\n\nRights\n\n" + "[email protected]" * 50, "Title:\nSource:", "# Source\n\n" * 50,
    "\u0130" * 50 + "\nDocument Information\nSource\nX", "\x00\x01\u2028Source: \u2028",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_told_or_left_but_never_lost(text: str) -> None:
    assert lost(recognised(text)) == ""
