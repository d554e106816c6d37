# ruff: noqa: E501
"""Files as they come: wrong encodings, illegal characters, mixed line ends, huge ones; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from diple.findings import DipleError
from diple.pipeline import encode
from diple.source import SIZE_LIMIT, Source, read_source, source_from_text
from diple.validate import validate_bytes
from diple.verify import verify

RUSSIAN = "Запись беседы товарища Варги с послом Норвании о положении дел в порту и о закрытии маяка зимой. " * 4
FRENCH = "Le conseil du port s’est réuni à l’été ; on a décidé que les pilotes âgés seraient logés près du phare. " * 4


def check(source: Source) -> str:
    """Encode a source, hold the laws, and return its TEI."""
    encoding = encode(source)
    errors = [finding.as_text() for finding in validate_bytes(encoding.tei, "tei.xml") if finding.level == "error"]
    assert errors == []
    for ledger in (encoding.ledger, None):
        found = verify(encoding.tei, source, ledger)
        assert [finding.as_text() for finding in found.findings if finding.level == "error"] == []
        assert found.unaccounted == 0
    return encoding.tei.decode()


ODD = {
    "a nought in a word": "The har\x00bour [sic\x00] was opened.\x00",
    "all control characters": "The harbour " + "".join(map(chr, range(32))) + " was\x7f\x80\x85\x9f opened.",
    "no characters of Unicode": "The \ufffe harbour \uffff was \U0001ffff opened [\ufffe].",
    "replacement characters": "The harb\ufffdur [ill\ufffdgible] was \ufffd\ufffd opened.",
    "lone surrogates": "The harb\ud800our [sic\udfff] was \udc00 opened.",
    "marks of direction": "The \u202eharbour\u202c \u200fwas\u200e \u2066open\u2069ed [\u202eillegible\u202c].",
    "Hebrew and Arabic": "הנמל [illegible] נפתח.\n\nالميناء: فُتح [sic]\n\nالسفير: نعم",
    "zero-width signs": "The\u200b har\u00adbour\u2060 was\ufeff o\u200dpened [s\u200bic].",
    "entities left in the text": "The &amp; harbour &nbsp;&quot;was&quot; &#1055;&#x41f; &lt;b&gt;open&lt;/b&gt; &notanentity;",
    "references in words": "Le caf&eacute; du port &#1055;исьмо na&iuml;ve &Eacute;tat [not&eacute;e: x] A&amp;B.",
    "a reference alone": "&eacute;\n\nThe harbour.\n\n&#1055;",
    "markup left in the text": "<p>The <b>harbour</b> <!-- was --> <![CDATA[x]]> <?php y ?> ]]> & opened.</p>",
    "a document type": '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]> The &a; &c; harbour.',
    "mixed line ends": "Brandt: The harbour\r\nis open.\rAune: It\n\ris not.\u2028Brandt:\u2029Yes.\x85\r\r\nAune: No.\x0b\x0c",
    "combining signs alone": "\u0301\u0301 The ha\u0301\u0301\u0301rbour\u20dd [\u0301sic] was opened.",
    "a word over many lines": "The har-\nbour-\nmas-\nter-\nship was opened.\n\nword-\nword-\nword-\nword",
    "private use": "The \ue000\uf8ff harbour [\ue000] was opened.",
    "full width": "The harbour［sic］ was （opened）：Brandt：yes",
    "only signs": "[]()[[]](()){}<>*_~`#|:;.,-–—",
    "only a mark of order": "\ufeff",
    "many kinds of space": "The\u00a0harbour\u2003was\u3000opened\u2009[\u00a0sic\u00a0]\u202f.",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_odd_characters_lose_nothing(name: str, file: str) -> None:
    check(source_from_text(ODD[name], file))


def test_an_entity_is_never_expanded_from_elsewhere() -> None:
    tei = check(source_from_text(ODD["a document type"]))
    assert "root:" not in tei
    assert "<!ENTITY" not in tei


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (FRENCH, "cp1252"), (RUSSIAN, "utf-16"), (FRENCH, "utf-16-be"),
     (FRENCH, "utf-8-sig"), (RUSSIAN, "utf-32")],
)  # fmt: skip
def test_a_file_in_another_encoding_is_read_and_told_of(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "talk.txt"
    mark = "\ufeff".encode(encoding) if encoding == "utf-16-be" else b""
    path.write_bytes(mark + text.encode(encoding))
    source = read_source(path)
    assert source.text.lstrip("\ufeff") == text
    assert [one.code for one in source.findings] == ([] if encoding == "utf-8-sig" else ["I010"])
    check(source)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Rozmowa z ambasadorem o położeniu w porcie i o zamknięciu latarni, którą obiecał również Żeleński. " * 6,
            "cp1250",
        ),
        ("Rozhovor s velvyslancem o položení v přístavu a o zavření majáku, který slíbil také Šťastný. " * 6, "cp1250"),
        ("Besprechung über den Hafen und die Schließung des Leuchtturms, für die Bürger, „später“. " * 6, "cp1252"),
    ],
)
def test_neighbours_of_an_encoding_are_told_apart(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(text.encode(encoding))
    assert read_source(path).text == text


def test_a_few_bytes_that_are_no_utf8_do_not_spoil_the_words_around_them(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(b"The harbour \x93was\x94 opened in the caf\xe9 of the \xabport\xbb. " * 20)
    source = read_source(path)
    assert source.text.count("The harbour") == 20
    check(source)


@pytest.mark.parametrize("unit", ["[", "]", "(", ")", "*", "a["])
def test_a_hundred_thousand_signs_are_encoded(unit: str) -> None:
    source = source_from_text("The harbour.\n\n" + unit * (100_000 // len(unit)))
    assert encode(source).ledger.entries[-1].end == len(source.text)


def test_one_line_of_five_megabytes_is_encoded() -> None:
    source = source_from_text(f"{'harbour' * 20} " * 40_000)
    assert len(source.text) > 5_000_000
    assert encode(source).ledger.entries[-1].end == len(source.text)


def test_a_file_of_a_hundred_megabytes_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    with path.open("wb") as stream:
        stream.write(b"The harbour was opened.\n")
        stream.truncate(100 * 2**20 - 1)
    with pytest.raises(DipleError) as caught:
        read_source(path)
    assert caught.value.finding.code == "I006"
    assert f"{SIZE_LIMIT >> 20} MB is the most" in caught.value.finding.message
    assert caught.value.finding.suggestion
