"""Verification of a TEI file against its source, with and without its ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from diple.account import path_of
from diple.conventions import House, built_in, house_of
from diple.findings import Finding, Level, bad_input
from diple.ledger import Ledger, digest
from diple.pipeline import encode
from diple.source import Source, read_source
from diple.verify.collate import Collation, Difference, collate
from diple.verify.explained import Explained
from diple.verify.rebuild import Mismatch, mismatches
from diple.verify.tokens import SourceWord, TeiWord, line_of
from diple.xmlio import parse_bytes

if TYPE_CHECKING:
    from diple.edition import Edition

_SHOWN = 12
"""How many words of a long difference are shown, from each of its ends."""

_NAMES: dict[str, tuple[str, Level, str]] = {
    "lost": ("V101", "error", "put the words back, or say in the TEI why they are not there"),
    "changed": ("V102", "error", "restore the source's words, or put the correction beside them in <choice>"),
    "doubled": ("V103", "error", "delete the copy"),
    "invented": ("V104", "error", "delete the words, or mark them as <supplied> with @resp"),
    "intervention": ("V105", "advice", ""),
    "moved": ("V106", "advice", "see that they stand where they belong"),
}


@dataclass
class Verification:
    """What was compared and what differs. ``edited`` says that the TEI changed since it was encoded."""

    findings: list[Finding] = field(default_factory=list)
    characters: int = 0
    unaccounted: int = 0
    words: int = 0
    differing: int = 0
    edited: bool = False
    rebuilt: bool = False


def verify_file(tei: Path, source: Path, ledger: Path | None = None, edition: Edition | None = None) -> list[Finding]:
    """Return the findings of ``verify`` for files; raises ``DipleError`` if one cannot be read or parsed.

    The wordings of ``edition`` and of the source's own conventions count as signs.
    """
    account = None
    if ledger is not None:
        try:
            account = Ledger.from_json(ledger.read_bytes(), str(ledger))
        except OSError as error:
            raise bad_input("I001", str(ledger), f"the file cannot be read: {error.strerror}") from error
    try:
        data = tei.read_bytes()
    except OSError as error:
        raise bad_input("I001", str(tei), f"the file cannot be read: {error.strerror}") from error
    house = house_of(source, edition)
    return verify(data, read_source(source), account, house=house, tei_name=str(tei), source_name=str(source)).findings


def verify(
    tei: bytes,
    source: Source,
    ledger: Ledger | None = None,
    *,
    house: House | None = None,
    tei_name: str = "tei.xml",
    source_name: str = "",
) -> Verification:
    """Compare a TEI document with its source.

    With the ledger of this TEI, the source is rebuilt and compared character for character. In every case, each word of
    the TEI is collated with each word of the source. Findings with level ``error`` mean that text was lost,
    changed, doubled or invented. ``house`` holds the conventions whose wordings are signs; without it those built in.
    """
    house = house or built_in()
    root = parse_bytes(tei, tei_name).getroot()
    report = _Report(tei_name, source_name or source.name, source, tei.decode("utf-8", "replace").splitlines())
    result = Verification(characters=len(source.text))
    if source.original and source.original == tei:
        return result
    current = ledger if ledger is not None and ledger.source_digest == digest(source.text) else None
    if ledger is not None and current is None:
        result.findings.append(report.changed_source())
    if current is not None:
        result.edited = current.tei_digest != digest(tei)
        result.rebuilt = not result.edited
        if result.rebuilt:
            _add_mismatches(result, report, mismatches(current, root, source))
    collation = collate(root, source, current or encode(source, house=house).ledger, house)
    _add_differences(result, report, collation, Explained(root))
    return result


def _add_mismatches(result: Verification, report: _Report, found: list[Mismatch]) -> None:
    for mismatch in found:
        result.unaccounted += max(1, len(mismatch.expected))
        result.findings.append(report.mismatch(mismatch))


def _add_differences(result: Verification, report: _Report, collation: Collation, explained: Explained) -> None:
    """Add the differences in words; those that a change of ``revisionDesc`` explains are interventions."""
    result.words = collation.source_words
    result.differing = collation.differing
    for difference in collation.differences:
        result.findings.append(report.difference(difference, explained.why(difference)))


class _Report:
    """Puts differences into words, with the line of the TEI and the line of the source."""

    def __init__(self, tei_name: str, source_name: str, source: Source, lines: list[str]) -> None:
        self.tei_name = tei_name
        self.source_name = source_name
        self.source = source
        self.lines = lines

    def changed_source(self) -> Finding:
        message = "the source has changed since this ledger was written; only the words were compared"
        return Finding(
            "V001", "warning", self.tei_name, 0, 0, message, suggestion="encode it again", source_file=self.source_name
        )

    def mismatch(self, mismatch: Mismatch) -> Finding:
        entry = mismatch.entry
        message = (
            f"rebuilding the source gives {mismatch.found[:60]!r} instead of {mismatch.expected[:60]!r} "
            f"({entry.disposition}, {entry.to or entry.by or 'nowhere'})"
        )
        line = line_of(mismatch.element)
        source_line = self.source.line_of(entry.start)
        return Finding(
            "V110", "error", self.tei_name, line, 0, message, source_file=self.source_name, source_line=source_line
        )

    def difference(self, difference: Difference, why: str = "") -> Finding:
        code, level, suggestion = _NAMES["intervention" if why else difference.kind]
        word = difference.word
        line, xpath = (word.line, path_of(word.element)) if word else (0, "")
        source_line = difference.source[0].line if difference.source else 0
        message = "; ".join([self._message(difference, line, source_line), *([f"revisionDesc: {why}"] if why else [])])
        return Finding(
            code, level, self.tei_name, line, 0, message, xpath,
            suggestion=suggestion, source_file=self.source_name, source_line=source_line,
        )  # fmt: skip

    def _message(self, difference: Difference, line: int, source_line: int) -> str:
        source = _quoted(difference.source)
        tei = _quoted(difference.tei)
        match difference.kind:
            case "lost":
                sentence = f"{source} is in the source and not in the TEI"
            case "changed":
                sentence = f"the source has {source}, the TEI has {tei}"
            case "doubled":
                sentence = f"{tei} stands in the TEI once more than in the source"
            case "invented":
                sentence = f"{tei} is in the TEI and not in the source"
            case "moved":
                sentence = f"{tei} stands in another place than in the source"
            case _:
                sentence = f"{tei} was supplied or corrected, by @resp"
        return "; ".join([sentence, *self._both_lines(line, source_line)])

    def _both_lines(self, line: int, source_line: int) -> list[str]:
        shown = []
        if source_line:
            shown.append(f"source line {source_line}: {_shortened(self.source.line_text(source_line))}")
        if 0 < line <= len(self.lines):
            shown.append(f"TEI line {line}: {_shortened(self.lines[line - 1])}")
        return shown


def _quoted(words: list[SourceWord] | list[TeiWord]) -> str:
    texts = [word.text for word in words]
    if len(texts) > 2 * _SHOWN:
        texts = [*texts[:_SHOWN], "…", *texts[-_SHOWN:]]
    return f"“{' '.join(texts)}”"


def _shortened(line: str) -> str:
    stripped = " ".join(line.split())
    return stripped if len(stripped) <= 160 else f"{stripped[:157]}…"
