"""The five seeds: what holds for each of them, and the data of their headers."""

from __future__ import annotations

import re

import pytest
from asking import one, texts, values
from encoded import SEEDS, Encoded, encode
from reading import ID, find, is_like, name, plain, whole

ALL_SEEDS = sorted(SEEDS.iterdir())
POINTERS = ("who", "resp", "hand", "target", "ref", "corresp", "spanTo", "toWhom", "next", "prev", "sameAs", "copyOf")


@pytest.mark.parametrize("path", ALL_SEEDS, ids=lambda path: path.stem)
def test_every_pointer_leads_to_an_element(path):
    root = encode(path).root
    ids = {element.get(ID) for element in find(root, "//*[@xml:id]")}
    astray = [
        (name(element), attribute, pointer)
        for element in find(root, "//*")
        for attribute in POINTERS
        for pointer in (element.get(attribute) or "").split()
        if pointer.startswith("#") and pointer[1:] not in ids
    ]
    assert astray == []


@pytest.mark.parametrize("path", ALL_SEEDS, ids=lambda path: path.stem)
def test_ids_are_unique_and_on_everything_that_can_be_cited(path):
    root = encode(path).root
    ids = [element.get(ID) for element in find(root, "//*[@xml:id]")]
    assert len(ids) == len(set(ids))
    body = "//t:text//t:div | //t:text//t:p | //t:text//t:sp | //t:text//t:note | //t:text//t:seg[@type='marked']"
    assert [name(element) for element in find(root, body) if element.get(ID) is None] == []


@pytest.mark.parametrize("path", ALL_SEEDS, ids=lambda path: path.stem)
def test_encoding_again_gives_the_same_bytes_and_they_are_valid(path):
    from diple.pipeline import encode_file
    from diple.validate import validate_bytes

    encoded = encode(path)
    assert encode_file(path).tei == encoded.tei
    assert [finding.as_text() for finding in validate_bytes(encoded.tei, path.name) if finding.level == "error"] == []


@pytest.mark.parametrize("path", ALL_SEEDS, ids=lambda path: path.stem)
def test_who_speaks_is_marked(path):
    root = encode(path).root
    agents = "@type='translator' or @type='original' or @type='transcriber' or @type='description'"
    anonymous = find(root, f"//t:text//t:note[{agents}][not(@resp)] | //t:text//t:supplied[not(@resp)]")
    anonymous += find(
        root, "//t:text//t:corr[not(@resp)] | //t:text//t:expan[not(@resp)] | //t:text//t:add[not(@hand)]"
    )
    assert [whole(element) for element in anonymous] == []


@pytest.mark.parametrize("path", ALL_SEEDS, ids=lambda path: path.stem)
def test_no_sign_of_the_transcript_is_left_in_the_text(path):
    root = encode(path).root
    text = plain(find(root, "//t:text")[0])
    found = re.findall(r"\[?[Tt]ranslator’s note|\[[^\]]*by hand|\[sic|<sup>|\[\\\[|page \d{3}\b|Skip to content", text)
    assert found == []


HEADERS = {
    "memorandum": {
        "title": "Record of Conversation between N.S. Khrushchev and Pham Van Dong",
        "date": "1961-07-03",
        "shelfmark": "RGANI, f. 52, op. 1, d. 555, ll. 111-124",
        "repository": "RGANI",
        "parts": ("52", "1", "555", "111", "124"),
        "record": "300878",
        "uploaded": "2024-07-26",
        "genre": "Memorandum of Conversation",
        "translators": ["Gary Goldberg"],
        "contributors": ["Sergey Radchenko"],
        "funders": ["Blavatnik Family Foundation"],
        "abstract": "Pham informs Khrushchev … communes project.",
    },
    "proposal": {
        "title": "Letter, N. Khrushchev to the CPSU CC Presidium",
        "date": "1958-09-19",
        "shelfmark": "RGANI, f. 52, op. 1, d. 351, ll. 137-140",
        "repository": "RGANI",
        "parts": ("52", "1", "351", "137", "140"),
        "record": "209711",
        "uploaded": "2020-01-07",
        "genre": "Proposal",
        "translators": ["Gary Goldberg"],
        "contributors": ["Sergey Radchenko"],
        "funders": [
            "Blavatnik Family Foundation",
            "Carnegie Corporation of New York (CCNY)",
            "Chun & Jane Chiu Family Foundation",
        ],
        "abstract": "Proposed text … on the PRC.",
    },
    "embassy_memo": {
        "title": "Soviet Embassy in North Korea, 'Concerning Changes … International Communist Movement'",
        "date": "1969-06-09",
        "shelfmark": "RGANI, fond 5, opis 61, delo 462, listy 79-94",
        "repository": "RGANI",
        "parts": ("5", "61", "462", "79", "94"),
        "record": "134242",
        "uploaded": "2016-07-12",
        "genre": "Report",
        "translators": ["Gary Goldberg"],
        "contributors": ["Sergey Radchenko"],
        "abstract": "The report states … as well.",
    },
    "conversation": {
        "title": "Conversation records between Chairman Mao Zedong … Communist Party Delegation, 18 September 1956",
        "date": "1956-09-18",
        "translators": ["Sergey Radchenko", "Jeffrey Wang"],
        "funders": ["Henry Luce Foundation"],
        "abstract": "Mao Zedong and the Soviet … to the PRC.",
    },
    "printed_letter": {"date": "1963-03-30"},
}


def header(encoded: Encoded, key: str) -> object:
    """Return one datum of a header in the form in which HEADERS gives it."""
    agents = "//t:titleStmt/t:respStmt[contains(translate(string(t:resp[1]), 'T', 't'), '{}')]/t:persName"
    match key:
        case "title":
            return one(encoded, "//t:titleStmt/t:title[@type='main']")
        case "date":
            return values(encoded, "//t:creation/t:date/@when")[0]
        case "shelfmark":
            return one(encoded, "//t:msIdentifier/t:idno[@type='shelfmark']")
        case "repository":
            return one(encoded, "//t:msIdentifier/t:repository")
        case "parts":
            kinds = ("fond", "opis", "delo")
            parts = [one(encoded, f"//t:msIdentifier/t:altIdentifier[@type='{kind}']/t:idno") for kind in kinds]
            return (*parts, *values(encoded, "//t:msItem/t:locus/@from"), *values(encoded, "//t:msItem/t:locus/@to"))
        case "record":
            return one(encoded, "//t:publicationStmt//t:idno[@type='record']")
        case "uploaded":
            return values(encoded, "//t:publicationStmt//t:date/@when")[0]
        case "genre":
            return one(encoded, "//t:textClass/t:keywords/t:term")
        case "translators":
            return texts(encoded, agents.format("translated"))
        case "contributors":
            return texts(encoded, agents.format("contributed")) + texts(encoded, agents.format("obtained"))
        case "funders":
            return texts(encoded, "//t:titleStmt/t:funder")
    return one(encoded, "//t:profileDesc/t:abstract")


@pytest.mark.parametrize(("seed", "key"), [(seed, key) for seed, data in HEADERS.items() for key in data])
def test_header(seed, key, request):
    expected, found = HEADERS[seed][key], header(request.getfixturevalue(seed), key)
    if isinstance(expected, str):
        assert is_like(expected, str(found)), found
    else:
        assert found == expected


@pytest.mark.parametrize("seed", ["memorandum", "proposal", "embassy_memo"])
def test_rights_are_in_the_availability(seed, request):
    encoded = request.getfixturevalue(seed)
    rights = one(encoded, "//t:publicationStmt//t:availability")
    assert "welcomes reuse of Digital Archive materials" in rights
    assert "To enquire about this document" in rights


def test_rights_enquiries_keep_the_address_or_its_gap(proposal, memorandum, embassy_memo):
    assert "HAPP@wilsoncenter.org" in one(proposal, "//t:publicationStmt//t:availability")
    for encoded in (memorandum, embassy_memo):
        assert find(encoded.root, "//t:supplied[contains(., 'protected')]") == []
        assert "[email" not in plain(find(encoded.root, "//t:text")[0])


def test_each_funder_is_named_once(embassy_memo):
    funders = texts(embassy_memo, "//t:titleStmt/t:funder")
    assert funders.count("Kyungnam University") == 1
    assert any("Institute for Korean Studies" in funder for funder in funders)
    assert len(funders) == len(set(funders))


def test_original_language_is_told(conversation):
    assert any(code.startswith("zh") for code in values(conversation, "//t:textLang/@mainLang | //t:language/@ident"))


def test_citation_is_a_digital_source(conversation):
    assert find(conversation.root, "//t:sourceDesc//t:bibl[@type='digital']")
    assert "117838" in whole(find(conversation.root, "//t:teiHeader")[0]) + str(
        values(conversation, "//t:sourceDesc//@target | //t:sourceDesc//@corresp")
    )


@pytest.mark.parametrize("path", ALL_SEEDS, ids=lambda path: path.stem)
def test_metadata_is_not_repeated_in_the_text(path):
    text = plain(find(encode(path).root, "//t:text")[0])
    for words in (
        "Document Information",
        "Record ID",
        "Original Uploaded Date",
        "Donors",
        "made possible",
        "Summary:",
        "Prepared ©",
    ):
        assert words not in text
