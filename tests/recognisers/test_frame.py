"""Openers, sections, enclosures, closers and dockets."""

from __future__ import annotations

import pytest

from diple.draft import Draft
from diple.model import Block, Role
from diple.recognisers import frame
from diple.recognisers.frame.tokens import dateline_of, tokens_of
from diple.source import source_from_text

PROSE = (
    "The council has discussed the question of the northern road, and has found that nobody wants to pay for it.\n\n"
    "The engineers were asked for their opinion; they gave three of them, and none was written down.\n\n"
)


def recognised(text: str, name: str = "source.txt") -> Draft:
    draft = Draft(source_from_text(text, name))
    draft.recogniser = "frame"
    frame.recognise(draft)
    return draft


def roles(draft: Draft) -> list[tuple[str, str, str]]:
    """Return role, tag and words of each block that is not running text."""
    named = [block for block in draft.blocks if block.role is not None]
    return [(block.role.value, block.tag, words(draft, block)) for block in named if block.role is not None]


def words(draft: Draft, block: Block) -> str:
    return " ".join(draft.text_of(block).split())


def spans(draft: Draft, tag: str, kind: str = "") -> list[str]:
    found = [span for span in draft.spans if span.tag == tag and span.attrs.get("type", "") == kind]
    return [" ".join(draft.text[span.start : span.end].split()) for span in found]


def role_of(line: str, draft: Draft) -> Role | None:
    return next(block.role for block in draft.blocks if words(draft, block) == line)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("SECRET", ["classification"]),
        ("Top Secret. Copy No. 3", ["classification", "copy"]),
        ("SECRET Nº 1", ["classification", "registry"]),
        ("Secret; Urgent!", ["classification", "precedence"]),
        ("(Confidential)", ["classification"]),
        ("No. 44/s 12 March 1949", ["registry", "date"]),
        ("9 June 1969 Nº 340", ["date", "registry"]),
        ("Ex. No. 2", ["copy"]),
        ("Telegram No. 12", ["telegram"]),
        ("Norhafen, 3 May 1957", []),
        ("Secret talks were held", []),
        ("No. one knows", []),
        ("3 May 1957", []),
    ],
)
def test_lines_of_small_parts(line: str, kinds: list[str]) -> None:
    assert [token.kind for token in tokens_of(line)] == kinds


@pytest.mark.parametrize(
    ("line", "date", "place", "time"),
    [
        ("3 July 1961", "3 July 1961", "", ""),
        ("Pyongyang, 9 June 1969", "9 June 1969", "Pyongyang", ""),
        ("Ostby, Old Exchange, 5 May 1960", "5 May 1960", "Ostby, Old Exchange", ""),
        ("3 July 1961, Moscow", "3 July 1961", "Moscow", ""),
        ("Portsend, May 4, 1961, 11 a.m.", "May 4, 1961", "Portsend", "11 a.m."),
        ("Signed at Ostby on 15 June 1926", "15 June 1926", "Ostby", ""),
        ("Tuesday, March 3, 1936", "March 3, 1936", "", ""),
        ("Dated 5 May 1950", "5 May 1950", "", ""),
        ("Washington, D.C., 5 May 1950", "5 May 1950", "Washington, D.C.", ""),
        ("Ostby, 1936", "1936", "Ostby", ""),
    ],
)
def test_datelines(line: str, date: str, place: str, time: str) -> None:
    found = dateline_of(line)
    assert found is not None
    told = (line[found.date.start : found.date.end], line[slice(*found.place)], line[slice(*found.time)])
    assert told == (date, place, time)


@pytest.mark.parametrize(
    "line", ["On 4 May 1962 he left.", "1961", "The winter of 1961 was long", "pp. 3-4 May 1961 ff."]
)
def test_lines_that_are_no_datelines(line: str) -> None:
    assert dateline_of(line) is None


def test_the_head_of_a_memorandum() -> None:
    head = "Secret\n\nCopy Nº 2\n\nEMBASSY OF NORVANIA\n\n9 Junes 1957\n\n142\n\nON THE NORTHERN ROAD\n\n(Memo)\n\n"
    draft = recognised(head + PROSE)
    assert [(role, tag) for role, tag, _ in roles(draft)] == [
        ("opener", ""), ("opener", ""), ("opener", "byline"), ("opener", "dateline"), ("opener", ""), ("head", ""),
        ("head", ""),
    ]  # fmt: skip
    assert spans(draft, "seg", "classification") == ["Secret"]
    assert spans(draft, "idno", "copy") == ["Copy Nº 2"]
    assert spans(draft, "idno", "registry") == ["142"]
    assert spans(draft, "orgName") == ["EMBASSY OF NORVANIA"]
    assert [doubt.code for doubt in draft.doubts] == ["D303"]


def test_lines_of_one_block_are_divided() -> None:
    draft = recognised("TOP SECRET\nCopy No. 1\n12 March 1949\nREPORT ON THE NORTHERN ROAD\n\n" + PROSE)
    assert [role for role, _, _ in roles(draft)] == ["opener", "opener", "opener", "head"]


def test_a_wrapped_paragraph_at_the_head_is_not_divided() -> None:
    text = "The road was begun on\n3 May 1957\nand nobody has seen its end since that day, nor\nheard of it.\n"
    draft = recognised(text)
    assert roles(draft) == []


def test_a_title_over_several_lines_is_one_head() -> None:
    draft = recognised(
        "RECORD OF A CONVERSATION\n\nBETWEEN A. LO AND B. MA\n\non the northern road\n\n3 May 1957\n\n" + PROSE
    )
    assert [block.joined for block in draft.blocks[:4]] == [False, True, True, False]
    assert [block.role for block in draft.blocks[:4]] == [Role.HEAD, Role.HEAD, Role.HEAD, Role.OPENER]


def test_status_notes_and_titles_in_parentheses_are_told_apart() -> None:
    draft = recognised("RECORD OF A TALK\n\n(Not yet proof read)\n\n(Summary)\n\n" + PROSE)
    assert [role for role, _, _ in roles(draft)] == ["head", "note", "head"]
    assert spans(draft, "note", "status") == ["(Not yet proof read)"]


def test_a_letter_tells_sender_and_addressee() -> None:
    text = f"Norhafen, 3 May 1957\n\nDear Mr. Tolland,\n\n{PROSE}With kind regards,\n\nJ. VARGA\n"
    draft = recognised(text)
    assert [(role, tag) for role, tag, _ in roles(draft)] == [
        ("opener", "dateline"), ("opener", "salute"), ("closer", "salute"), ("closer", "signed"),
    ]  # fmt: skip
    told = {fact.field: fact.value for fact in draft.facts}
    assert told["sent-by"] == "J. VARGA"
    assert told["received-by-name"] == "Mr. Tolland"
    assert (told["sent-place"], told["sent-date"]) == ("Norhafen", "3 May 1957")
    assert not any(fact.consumed for fact in draft.facts)


def test_two_signatures_with_offices_are_two() -> None:
    text = f"{PROSE}FIRST SECRETARY OF THE\n\nEMBASSY\n\n[signature] (J. Oberg)\n\nATTACHÉ\n\n[signature] (P. Lo)\n"
    draft = recognised(text)
    closers = [block for block in draft.blocks if block.role is Role.CLOSER]
    assert [block.joined for block in closers] == [False, True, True, False, True]
    assert spans(draft, "roleName") == ["FIRST SECRETARY OF THE EMBASSY", "ATTACHÉ"]
    assert spans(draft, "persName") == ["J. Oberg", "P. Lo"]
    autographs = [span for span in draft.spans if span.tag == "supplied"]
    assert [span.attrs for span in autographs] == [{"reason": "signature", "resp": "#editor"}] * 2


@pytest.mark.parametrize(
    ("foot", "names", "offices"),
    [
        ("A. LUND\nInspector of Moorings", ["A. LUND"], ["Inspector of Moorings"]),
        ("CHAIRMAN OF THE COUNCIL      T. RASK", ["T. RASK"], ["CHAIRMAN OF THE COUNCIL"]),
        ("/s/ K. Varga", ["K. Varga"], []),
        ("[Varga’s signature]", [], []),
        ("Yours sincerely,\n\nAnna Petrel\nSecretary of the League", ["Anna Petrel"], ["Secretary of the League"]),
        ("I kiss you, and so do they all,\n\nYour sister\n\nKaren", ["Karen"], ["Your sister"]),
        ("For Velmar\n\n[signature] K. Szabo", ["K. Szabo"], ["For Velmar"]),
    ],
)
def test_signatures(foot: str, names: list[str], offices: list[str]) -> None:
    draft = recognised(PROSE + foot)
    assert spans(draft, "persName") == names
    assert spans(draft, "roleName") == offices
    assert [block for block in draft.blocks if block.role is None][-1].end < draft.text.index(foot[:6])


def test_a_bare_name_signs_a_letter_but_not_a_report() -> None:
    foot = "Karl Dorn\n\n2 October 1950\n"
    assert spans(recognised(f"Comrade Lind:\n\n{PROSE}{foot}"), "persName") == ["Karl Dorn"]
    assert role_of("Karl Dorn", recognised(f"{PROSE}The dog is called\n\nKarl Dorn\n")) is None


def test_an_extract_from_a_protocol() -> None:
    head = (
        "Workers of the World, Unite!\n\nLeague of Harbours. CENTRAL COMMITTEE\n\nTOP SECRET\n\nNo. P176/125\n\n"
        "To: Comrades Lund, Rask\n\nExtract from protocol #176 of the meeting of the Bureau of 6 December 1949\n\n"
        "About the dispatch of a ship to the island\n\n"
    )
    draft = recognised(head + PROSE)
    assert [role for role, _, _ in roles(draft)] == ["opener", "opener", "opener", "opener", "opener", "head", "head"]
    assert spans(draft, "idno", "registry") == ["No. P176/125"]
    assert spans(draft, "seg", "to") == ["To: Comrades Lund, Rask"]


def test_a_turn_of_speech_in_the_first_line_is_no_title() -> None:
    draft = recognised("Orvin: Who is that? (Tarn laughs)\n\nTarn: Nobody.\n\n" + PROSE)
    assert roles(draft) == []


def test_the_address_at_the_foot_of_a_letter_is_no_signature() -> None:
    foot = "Yours truly,\n\nOskar Lind\nAmbassador\n\nHis Excellency\nMr. T. Rask\nMinister of Roads\n"
    draft = recognised(f"Excellency,\n\n{PROSE}{foot}")
    assert spans(draft, "persName") == ["Oskar Lind"]
    assert spans(draft, "seg", "addressee") == ["His Excellency Mr. T. Rask Minister of Roads"]


def test_numbered_resolutions_are_no_distribution_list() -> None:
    text = f"{PROSE}1. To agree with the council.\n\n2. To instruct Cde. Quist to buy the boots.\n"
    assert role_of("2. To instruct Cde. Quist to buy the boots.", recognised(text)) is None


def test_a_body_signs_with_its_name() -> None:
    draft = recognised(f"{PROSE}With greetings,\n\nThe Central Committee of the\n    League of Roads\n")
    assert spans(draft, "orgName") == ["The Central Committee of the League of Roads"]


def test_the_docket_and_the_distribution_list() -> None:
    foot = "J. OBERG\n\nThree copies printed – vk\n\n1 – to Cde. Tolland\n\n2 – to file\n\n3 May 1957 Nº 142\n"
    draft = recognised(PROSE + foot)
    assert roles(draft) == [
        ("closer", "signed", "J. OBERG"),
        ("postscript", "ab", "Three copies printed – vk"),
        ("postscript", "item", "1 – to Cde. Tolland"),
        ("postscript", "item", "2 – to file"),
        ("postscript", "ab", "3 May 1957 Nº 142"),
    ]
    items = [block for block in draft.blocks if block.tag == "item"]
    assert [(block.attrs["n"], draft.clean_block(block)) for block in items] == [
        ("1", "to Cde. Tolland"),
        ("2", "to file"),
    ]


def test_a_docket_of_three_lines_is_one_and_its_date_is_doubted() -> None:
    text = f"3 May 1957\n\n{PROSE}J. OBERG\n\nDictated by Cde. Oberg\n\n3 July 1957\n\nrecorded by Lo\n"
    draft = recognised(text)
    dockets = [block for block in draft.blocks if block.role is Role.POSTSCRIPT]
    assert [block.joined for block in dockets] == [False, True, True]
    assert [(doubt.code, draft.source.line_of(doubt.offset)) for doubt in draft.doubts] == [("D302", 11)]


def test_a_letter_within_a_note_is_an_enclosure_with_its_own_frame() -> None:
    text = (
        f"TO THE BOARD\n\n{PROSE}J. VARGA\n\n3 May 1957\n\nDraft letter to the captains\n\nDear Captains,\n\n{PROSE}"
        "With respect,\n\nJ. VARGA\n"
    )
    draft = recognised(text)
    assert role_of("Draft letter to the captains", draft) is Role.ENCLOSURE
    assert [tag for role, tag, _ in roles(draft) if role in {"opener", "closer"}] == [
        "", "signed", "dateline", "salute", "salute", "signed",
    ]  # fmt: skip
    assert [fact.value for fact in draft.facts if fact.field == "sent-by"] == ["J. VARGA"]


@pytest.mark.parametrize(
    "head", ["Annex 1", "Attachment", "APPENDIX NO. 2", "Enclosure: list of ships", "Supplement B"]
)
def test_annexes_are_enclosures_after_text_only(head: str) -> None:
    draft = recognised(f"{PROSE}{head}\n\n{PROSE}")
    assert role_of(head, draft) is Role.ENCLOSURE
    assert role_of(head, recognised(f"{head}\n\n{PROSE}")) is not Role.ENCLOSURE


@pytest.mark.parametrize(
    "head", ["Draft laws were read in the council", "Appendix 2 was lost in the fire of that year."]
)
def test_sentences_that_begin_like_annexes_are_text(head: str) -> None:
    assert role_of(head, recognised(f"{PROSE}{head}\n\n{PROSE}")) is None


def test_sections_by_numerals_and_titles() -> None:
    draft = recognised(f"ON THE ROAD\n\n{PROSE}I.\n\n{PROSE}II. The bridge\n\n{PROSE}CONCLUSIONS\n\n{PROSE}")
    sections = [block for block in draft.blocks if block.role is Role.SECTION]
    assert [(words(draft, block), block.attrs.get("n")) for block in sections] == [
        ("I.", "I"), ("II. The bridge", "II"), ("CONCLUSIONS", None),
    ]  # fmt: skip


def test_items_of_a_list_are_no_sections() -> None:
    draft = recognised(f"{PROSE}1. The depth of the channel\n\n2. The price of coal\n\n3. The lamp\n\n{PROSE}")
    assert all(block.role is None for block in draft.blocks)


@pytest.mark.parametrize(
    ("line", "rend"),
    [("x x x", "asterism"), ("* * *", "asterism"), ("***", "asterism"), ("_____", "rule"), ("---", "rule")],
)
def test_breaks(line: str, rend: str) -> None:
    draft = recognised(f"{PROSE}{line}\n\n{PROSE}")
    (block,) = [block for block in draft.blocks if block.role is Role.MILESTONE]
    assert (block.tag, block.attrs) == ("milestone", {"unit": "section", "rend": rend})
    assert draft.is_signed(block.start, block.end)


@pytest.mark.parametrize(
    "text",
    ["", "AA", "[" * 10000, "Dear\n" * 2000, "1 – to file\n" * 2000, "I.\n\n" * 2000, "SECRET " * 20000,
     "(signed) " * 5000,
     "\u2028\x00\x85", "A. B. " * 5000,
     "Annex 1\n\nText that is long enough to be prose, and that ends with a stop.\n\n" * 300],
    ids=range(11),
)  # fmt: skip
def test_hostile_text_is_recognised_or_left(text: str) -> None:
    draft = recognised(text)
    assert all(span.start < span.end <= len(text) for span in draft.spans)
    assert [block.start for block in draft.blocks] == sorted(block.start for block in draft.blocks)
