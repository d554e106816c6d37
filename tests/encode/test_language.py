"""The language of a text is told where it is not English, and nothing else is said of it."""

from __future__ import annotations

import pytest

from diple import language
from diple.pipeline import encode
from diple.source import source_from_text
from diple.xmlio import XML_LANG, parse_bytes, tei

GERMAN = """Bericht über den Hafen

Der Minister erklärte, dass die Regierung den Vorschlag geprüft habe und ihn im Frühjahr annehmen werde. Die Lotsen
wollen bis dahin weiter arbeiten, wenn ihnen der Lohn bezahlt wird, der noch aussteht.
"""
RUSSIAN = "Сегодня был принят министром. Он сказал, что вопрос о порте решён и что лоцманы получат прибавку. " * 3
TELEGRAM = "EMBASSY INFORMS MINISTER HARBOUR CLOSED SINCE MONDAY STOP PILOTS REFUSE WORK STOP REQUEST INSTRUCTIONS " * 3
NAMES = "Mr. Alban Orlo, Mr. Teodor Varga, Mrs. Ilse Holbeck, Dr. Jan Krag, Captain Rune Dahl, Miss Edda Storm, " * 3


@pytest.mark.parametrize(("text", "expected"), [(GERMAN, "de"), (RUSSIAN, "ru"), (TELEGRAM, "en"), (NAMES, "en")])
def test_the_language_is_told(text: str, expected: str) -> None:
    assert language.language_of(text) == expected


def test_without_the_library_letters_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "has_detector", lambda: False)
    assert [language.language_of(text) for text in (GERMAN, TELEGRAM, RUSSIAN)] == ["en", "en", "und"]


def test_a_text_in_another_language_bears_it_and_is_listed() -> None:
    encoding = encode(source_from_text(GERMAN, "bericht.txt"))
    root = parse_bytes(encoding.tei, "").getroot()
    assert root.get(XML_LANG) == "en"
    assert root.find(tei("text")).get(XML_LANG) == "de"
    assert [one.get("ident") for one in root.iter(tei("language"))] == ["de"]
    assert [finding.code for finding in encoding.findings] == ["D304"]


def test_an_english_text_bears_nothing_more() -> None:
    encoding = encode(source_from_text("The harbour is closed, and the pilots are not at work. " * 6, "note.txt"))
    assert parse_bytes(encoding.tei, "").getroot().find(tei("text")).get(XML_LANG) is None
