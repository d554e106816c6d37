"""Reading ``conventions.toml``: each mistake is told with its line, none is passed over in silence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from diple.conventions.meaning import MEANINGS, WHERE, Meaning
from diple.conventions.table import Convention, Example
from diple.conventions.wording import Slot, Wording, WordingError, read_wording
from diple.findings import DipleError, bad_input
from diple.toml_files import parse_toml

CONVENTIONS_FILE: Final = "conventions.toml"
_COMMON: Final = ("wording", "means", "where", "examples", "exact_case")
_TABLE: Final = re.compile(r"\s*\[\[\s*convention\s*\]\]")


class _Row(NamedTuple):
    """A table of the file with the lines it stands on, counted from 1."""

    path: Path
    content: Mapping[str, object]
    line: int
    lines: tuple[str, ...]

    def line_of(self, key: str) -> int:
        """Return the line of a key, else of the table."""
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        return next((self.line + n for n, text in enumerate(self.lines) if pattern.match(text)), self.line)

    def line_with(self, words: str) -> int:
        """Return the line on which words stand, as far as their first line tells, else that of the examples."""
        head = json.dumps(words.strip().splitlines()[0], ensure_ascii=False)[1:-1]
        found = (self.line + n for n, text in enumerate(self.lines) if head in text)
        return next(found, self.line_of("examples"))

    def refusal(self, code: str, message: str, key: str = "", advice: str = "") -> DipleError:
        """Return the error for this table, on the line of ``key``."""
        return bad_input(code, str(self.path), message, advice, line=self.line_of(key) if key else self.line)


def read_conventions(path: Path) -> tuple[Convention, ...]:
    """Return the conventions of a file, those with the most words and signs of their own first, else in its order.

    Raises ``DipleError`` if it cannot be read or is no TOML (I080), has a table or key that is not known (I081), lacks
    one (I082), a value cannot be used (I083) or a wording cannot (I084); the message names the line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise bad_input("I080", str(path), f"the file cannot be read: {reason}") from error
    found = [convention for row in _rows(path, text) for convention in _conventions(row)]
    return tuple(sorted(found, key=lambda convention: -convention.wording.own_characters))


def _rows(path: Path, text: str) -> Iterator[_Row]:
    content = parse_toml(path, text, "I080")
    for name in content:
        if name != "convention":
            advice = "each convention is a table [[convention]]"
            raise bad_input("I081", str(path), f"{name} is not known here", advice, line=_line_of_name(text, name))
    tables = content.get("convention", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise bad_input("I083", str(path), "convention is an array of tables", "write [[convention]] above each")
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if _TABLE.match(line)]
    heads = heads if len(heads) == len(tables) else [0] * len(tables)
    for table, start, stop in zip(tables, heads, [*heads[1:], len(lines)], strict=True):
        yield _Row(path, table, start + 1, tuple(lines[start:stop]))


def _line_of_name(text: str, name: str) -> int:
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}\b")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 0)


def _conventions(row: _Row) -> Iterator[Convention]:
    """Yield the conventions of a table, one for each of its wordings; the examples belong to all of them."""
    name = _text(row, "means", close_to=tuple(MEANINGS))
    meaning = MEANINGS[name]
    _refuse_unknown(row, meaning)
    where = _text(row, "where", meaning.where, close_to=WHERE)
    keys = {key: _text(row, key, close_to=values) for key, values in meaning.keys.items() if key in row.content}
    if missing := [key for key in meaning.required if key not in keys]:
        raise row.refusal("I082", f"{missing[0]} is missing", advice=_choices(meaning.keys[missing[0]]))
    examples = tuple(_examples(row))
    for number, written in enumerate(_wordings(row)):
        wording = _wording(row, written, name, meaning, where)
        yield Convention(wording, name, where, keys, () if number else examples, row.path.name, row.line)


def _refuse_unknown(row: _Row, meaning: Meaning) -> None:
    known = (*_COMMON, *meaning.keys)
    for key in row.content:
        if key not in known:
            close = get_close_matches(key, known, 1)
            advice = f"did you mean {close[0]}?" if close else f"known are: {', '.join(known)}"
            raise row.refusal("I081", f"{key} is not known here", key, advice)


def _text(row: _Row, key: str, default: str = "", *, close_to: tuple[str, ...] = ()) -> str:
    """Return the value of a key; ``close_to`` are the values it may have, if not any."""
    given = row.content.get(key, default)
    if given == "" and not default:
        raise row.refusal("I082", f"{key} is missing", key, _choices(close_to))
    value = str(given) if isinstance(given, int) and not isinstance(given, bool) else given
    if not isinstance(value, str) or not value.strip():
        raise row.refusal("I083", f"{key} must be text in quotation marks", key)
    if close_to and value not in close_to:
        close = get_close_matches(value, close_to, 1)
        advice = f"did you mean {close[0]}?" if close else _choices(close_to)
        raise row.refusal("I083", f"{key} cannot be “{value}”", key, advice)
    return value


def _choices(values: tuple[str, ...]) -> str:
    return f"it is one of {', '.join(values)}" if values else ""


def _wordings(row: _Row) -> list[str]:
    given = row.content.get("wording")
    found = [given] if isinstance(given, str) else given
    if found is None or found == []:
        raise row.refusal("I082", "wording is missing", advice='write wording = "[in pencil: {text}]"')
    if not isinstance(found, list) or not all(isinstance(one, str) and one.strip() for one in found):
        raise row.refusal("I083", "wording must be text in quotation marks, or a list of such texts", "wording")
    return found


def _wording(row: _Row, written: str, name: str, meaning: Meaning, where: str) -> Wording:
    exact = row.content.get("exact_case", False)
    if not isinstance(exact, bool):
        raise row.refusal("I083", "exact_case must be true or false", "exact_case")
    try:
        wording = read_wording(" ".join(written.split()), exact_case=exact)
        refuse_unfit(wording, name, meaning, where)
    except WordingError as error:
        raise row.refusal("I084", f"the wording “{written}” cannot be used: {error}", "wording") from error
    return wording


def refuse_unfit(wording: Wording, name: str, meaning: Meaning, where: str) -> None:
    """Raise ``WordingError`` if a wording lacks a slot of its meaning, has one too many, or could begin anywhere."""
    for slot in meaning.needs:
        if slot not in wording.slots:
            raise WordingError(f"{name} needs {{{slot}}}")
    allowed = (*meaning.needs, *meaning.takes)
    for slot in sorted(wording.slots - set(allowed)):
        raise WordingError(f"{name} has no {{{slot}}}; it takes {', '.join(f'{{{one}}}' for one in allowed) or 'none'}")
    first, last = wording.parts[0], wording.parts[-1]
    if where == "anywhere" and (isinstance(first, Slot) or isinstance(last, Slot)):
        raise WordingError("amid the text it must begin and end with a word or sign; else say where it stands")
    if where == "start" and isinstance(last, Slot):
        raise WordingError("at the beginning of a line it must end with a word or sign")


def _examples(row: _Row) -> Iterator[Example]:
    given = row.content.get("examples", [])
    keys = ("source", "becomes")
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise row.refusal("I083", "examples must be a list of { source = …, becomes = … }", "examples")
    for one in given:
        if set(one) != set(keys) or not all(isinstance(one[key], str) and one[key].strip() for key in keys):
            raise row.refusal("I083", "an example has source and becomes, both texts, and nothing else", "examples")
        yield Example(one["source"], one["becomes"], row.line_with(one["source"]))
