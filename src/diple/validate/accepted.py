"""Reasons, written down by the edition's people, for findings that are to stand as they are (``accepted.toml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final, Literal, NamedTuple

from diple.findings import Finding, bad_input
from diple.toml_files import parse_toml
from diple.validate.explain import explain

ACCEPTED_FILE: Final = "accepted.toml"
NOT_NEEDED: Final = "R901"
Kind = Literal["R", "V", "D"]

_NOBODY_ACCEPTS: Final = frozenset({NOT_NEEDED, "R000", "V001", "V110", "D601"})

_TABLE: Final = "accepted"
_REQUIRED: Final = ("code", "document", "reason")
_KEYS: Final = (*_REQUIRED, "place", "text", "by", "since")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One reason: for findings with this code in this document, at ``place`` or, if that is empty, anywhere in it.

    ``document`` is the id of the document, ``place`` an ``xml:id`` or the XPath that the finding gives, ``text`` words
    that its sentence must have, if any; ``since`` is an ISO date. The entry stands in ``file`` at ``line``.
    """

    code: str
    document: str
    reason: str
    place: str
    text: str
    by: str
    since: str
    file: str
    line: int

    def covers(self, finding: Finding) -> bool:
        """Say whether this is a reason for a finding of its document."""
        return finding.code == self.code and self._is_at(finding.xpath) and self.text in finding.message

    def _is_at(self, xpath: str) -> bool:
        by_id = (f"//*[@xml:id='{self.place}']", f"#{self.place}")
        return not self.place or xpath in {self.place, *by_id} or xpath.startswith(tuple(f"{path}/" for path in by_id))


class Settled(NamedTuple):
    """The findings of a document for which there is no reason, and how many there are for which there is one."""

    findings: list[Finding]
    accepted: int


def settle(findings: Iterable[Finding], document: str, acceptances: Sequence[Acceptance], kind: Kind = "R") -> Settled:
    """Return the findings of a document without those accepted, and with one (R901) for each reason nothing needs.

    ``kind`` says which findings these are: of validation (``R``), verification (``V``) or the review list (``D``);
    reasons for those of another kind are not looked at.
    """
    reasons = [one for one in acceptances if one.document == document and one.code.startswith(kind)]
    left, needed, accepted = [], set[Acceptance](), 0
    for finding in findings:
        covering = [one for one in reasons if one.covers(finding)]
        needed.update(covering)
        accepted += bool(covering)
        left += [] if covering else [finding]
    told = (_not_needed(one, _nothing_to_accept(one)) for one in reasons if one not in needed)
    return Settled([*left, *told], accepted)


def of_no_document(acceptances: Iterable[Acceptance], documents: Iterable[str]) -> list[Finding]:
    """Return a finding (R901) for each reason that names none of an edition's documents."""
    known = list(documents)
    unknown = (one for one in acceptances if one.document not in known)
    return [_not_needed(one, _no_such_document(one.document, known)) for one in unknown]


def _nothing_to_accept(one: Acceptance) -> str:
    place = f" at {one.place}" if one.place else ""
    return f"{one.document} has no {one.code}{place} any more, so that nothing needs this reason: take the entry out"


def _no_such_document(name: str, known: Sequence[str]) -> str:
    close = get_close_matches(name, known, 1)
    meant = f"; did you mean “{close[0]}”?" if close else ": take the entry out"
    return f"the edition has no document “{name}”{meant}"


def _not_needed(one: Acceptance, message: str) -> Finding:
    return Finding(NOT_NEEDED, "warning", one.file, one.line, 0, message)


def read_acceptances(folder: Path) -> tuple[Acceptance, ...]:
    """Return the reasons in ``folder/accepted.toml``, in their order; none if there is no such file.

    Raises ``DipleError`` if the file cannot be read or is no TOML (I065), holds a table or key that it should not
    (I066), lacks a key (I067), or has a value that cannot be used (I068); the message names the entry and its line.
    """
    path = folder / ACCEPTED_FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise bad_input("I065", str(path), f"the file cannot be read: {reason}") from error
    return tuple(_entries(path, text, parse_toml(path, text, "I065")))


def _entries(path: Path, text: str, tables: Mapping[str, object]) -> list[Acceptance]:
    for name in tables:
        if name != _TABLE:
            advice = f"each reason begins with [[{_TABLE}]] on a line of its own"
            raise bad_input("I066", str(path), f"“{name}” is not known here", advice, _line_of(text, name))
    entries = tables.get(_TABLE, [])
    lines = [number for number, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{_TABLE}\b", line)]
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        advice = f"write [[{_TABLE}]], with two brackets, above each reason"
        raise bad_input("I068", str(path), f"“{_TABLE}” must be a list of reasons", advice, _line_of(text, _TABLE))
    lines += [0] * (len(entries) - len(lines))
    return [_entry(path, entry, line) for entry, line in zip(entries, lines, strict=False)]


def _line_of(text: str, name: str) -> int:
    """Return the line, from 1, on which a table or key of the top is written; 0 if it is not found."""
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}\b")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 0)


def _entry(path: Path, entry: Mapping[str, object], line: int) -> Acceptance:
    for name in entry:
        if name not in _KEYS:
            close = get_close_matches(name, _KEYS, 1)
            advice = f"did you mean {close[0]}?" if close else f"known are: {', '.join(_KEYS)}"
            raise bad_input("I066", str(path), f"“{name}” is not known here", advice, line)
    values = {name: _value(path, name, entry.get(name, ""), line) for name in _KEYS}
    for name in _REQUIRED:
        if not values[name]:
            advice = f'write {name} = "…" below [[{_TABLE}]]'
            raise bad_input("I067", str(path), f"the entry has no {name}", advice, line)
    code = values["code"].upper()
    _refuse_code(path, code, line)
    return Acceptance(**values | {"code": code}, file=str(path), line=line)


def _value(path: Path, name: str, given: object, line: int) -> str:
    value = given.isoformat() if isinstance(given, date) else given
    if not isinstance(value, str):
        raise bad_input("I068", str(path), f"{name} must be text in quotation marks", line=line)
    if name == "since" and value and not _is_date(value):
        raise bad_input("I068", str(path), f"since must be a date such as 2026-01-31, not “{value}”", line=line)
    return value.strip()


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _refuse_code(path: Path, code: str, line: int) -> None:
    """Raise I068 for a code that is none, or that nobody can accept: what the schema refuses would be no TEI."""
    known = explain(code)
    if known is None:
        raise bad_input("I068", str(path), f"there is no code {code}", "copy the code from the finding", line)
    if code[0] not in "RVD" or code in _NOBODY_ACCEPTS:
        advice = "put the file right instead; if documents need it, the schema can be widened"
        message = f"{code} cannot be accepted: only rules (R…), differences (V…) and places to look at (D…) can"
        raise bad_input("I068", str(path), message, advice, line)
