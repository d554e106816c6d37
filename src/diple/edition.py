"""The edition a document belongs to: what ``edition.toml`` says of its title, publisher, licence and folders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from diple.findings import DipleError, bad_input
from diple.toml_files import parse_toml

EDITION_FILE: Final = "edition.toml"

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class _Key(NamedTuple):
    """A key of ``edition.toml``: its table and name, the field it fills, and its value where the file is silent."""

    table: str
    name: str
    field: str
    default: str | None = None


_KEYS: Final = (
    _Key("edition", "title", "title"),
    _Key("edition", "subtitle", "subtitle", ""),
    _Key("edition", "publisher", "publisher", ""),
    _Key("edition", "language", "language", "en"),
    _Key("edition", "version", "version"),
    _Key("edition", "date", "date"),
    _Key("edition", "citation", "citation", ""),
    _Key("edition", "base_url", "base_url", ""),
    _Key("licence", "name", "licence_name"),
    _Key("licence", "url", "licence_url", ""),
    _Key("licence", "documents", "rights", ""),
    _Key("paths", "seeds", "seeds", "seeds"),
    _Key("paths", "tei", "tei", "tei"),
    _Key("paths", "build", "build", "build"),
)
_FOLDERS: Final = frozenset(key.field for key in _KEYS if key.table == "paths")
_TABLES: Final = tuple(dict.fromkeys(key.table for key in _KEYS))


@dataclass(frozen=True, slots=True)
class Edition:
    """What an edition says of itself (TEI header, ``publicationStmt``) and where its files are.

    ``licence_name`` and ``licence_url`` are for the editors' markup; ``rights`` says in a sentence how the documents
    stand. ``date`` is an ISO date, ``language`` a BCP 47 tag, ``base_url`` ends in ``/`` or is empty. ``root``,
    ``seeds``, ``tei`` and ``build`` are folders.
    """

    root: Path
    title: str
    subtitle: str
    publisher: str
    language: str
    licence_name: str
    licence_url: str
    rights: str
    base_url: str
    version: str
    date: str
    citation: str
    seeds: Path
    tei: Path
    build: Path

    @classmethod
    def load(cls, folder: Path) -> Edition:
        """Return the edition that ``folder/edition.toml`` describes.

        Raises ``DipleError`` if the file is missing (I060) or no TOML (I061), has a key or table it should not (I062),
        lacks one (I063), or a value cannot be used (I064); the message names the line where there is one.
        """
        path = folder / EDITION_FILE
        text = _read(path)
        tables = parse_toml(path, text, "I061")
        _refuse_unknown(path, text, tables)
        _refuse_lack(path, text, tables)
        return _edition(folder, {key.field: _value(path, text, tables, key) for key in _KEYS})

    @classmethod
    def of_folder(cls, folder: Path) -> Edition:
        """Return the edition of documents that stand alone, outside any edition, with its folders in ``folder``."""
        return _edition(folder, {key.field: key.default or "" for key in _KEYS} | {"title": "Documents"})


def find_edition(start: Path) -> Edition | None:
    """Return the edition that ``start`` lies in (its folder or one above it holds ``edition.toml``), or ``None``.

    Raises what ``Edition.load`` raises.
    """
    for folder in (start, *start.resolve().parents):
        if (folder / EDITION_FILE).is_file():
            return Edition.load(folder)
    return None


def _edition(root: Path, values: Mapping[str, str]) -> Edition:
    """Return the edition with these values by field, the names of its folders taken from ``root``."""
    folders = {field: root / value for field, value in values.items() if field in _FOLDERS}
    texts = {field: value for field, value in values.items() if field not in _FOLDERS}
    return Edition(root=root, **folders, **texts)  # type: ignore[arg-type]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        advice = f"go to the edition's folder, or name it with --edition; an edition is a folder with {EDITION_FILE}"
        raise bad_input("I060", str(path), "there is no such file", suggestion=advice) from error
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise bad_input("I060", str(path), f"the file cannot be read: {reason}") from error


def _refuse_unknown(path: Path, text: str, tables: Mapping[str, object]) -> None:
    """Raise I062 for the first unknown table or key, lest a misspelt one be passed over in silence."""
    for table, content in tables.items():
        if table not in _TABLES:
            raise _unknown(path, _line_of(text, table), f"[{table}]", get_close_matches(table, _TABLES, 1))
        if not isinstance(content, Mapping):
            raise _bad_value(path, _line_of(text, table), table, f"is a table: write [{table}] on a line of its own")
        names = [key.name for key in _KEYS if key.table == table]
        for name in content:
            if name not in names:
                raise _unknown(path, _line_of(text, table, name), f"{table}.{name}", get_close_matches(name, names, 1))


def _unknown(path: Path, line: int, name: str, close: list[str]) -> DipleError:
    advice = f"did you mean {close[0]}?" if close else f"known are: {', '.join(f'{k.table}.{k.name}' for k in _KEYS)}"
    return bad_input("I062", str(path), f"{name} is not known here", suggestion=advice, line=line)


def _refuse_lack(path: Path, text: str, tables: Mapping[str, object]) -> None:
    """Raise I063 for all keys that are missing, at the table of the first."""
    if lacking := [key for key in _KEYS if _given(tables, key) is None]:
        names = ", ".join(f"{key.table}.{key.name}" for key in lacking)
        advice = "write " + " and ".join(f'{key.name} = "…" under [{key.table}]' for key in lacking)
        message = f"{names} {'are' if len(lacking) > 1 else 'is'} missing"
        raise bad_input("I063", str(path), message, suggestion=advice, line=_line_of(text, lacking[0].table))


def _given(tables: Mapping[str, object], key: _Key) -> object:
    table = tables.get(key.table, {})
    return table.get(key.name, key.default) if isinstance(table, Mapping) else None


def _value(path: Path, text: str, tables: Mapping[str, object], key: _Key) -> str:
    """Return the value of a key as checked text; raises I064 if it cannot be used."""
    given = _given(tables, key)
    name, line = f"{key.table}.{key.name}", _line_of(text, key.table, key.name)
    value = given.isoformat() if isinstance(given, date) else given
    if not isinstance(value, str):
        raise _bad_value(path, line, name, "must be text in quotation marks")
    if key.default is None and not value.strip():
        raise _bad_value(path, line, name, "must not be empty")
    if reason := _refusal(key.field, value):
        raise _bad_value(path, line, name, reason)
    return f"{value.rstrip('/')}/" if key.field == "base_url" and value else value


def _refusal(field: str, value: str) -> str:
    """Return why a value cannot be used, or nothing."""
    match field:
        case "date" if not _is_iso_date(value):
            return f"must be a date such as 2026-01-31, not “{value}”"
        case "language" if not _LANGUAGE.fullmatch(value):
            return f"must be a language tag (BCP 47) such as en or de-AT, not “{value}”"
        case "base_url" | "licence_url" if value and not _is_web_address(value):
            return f"must be an address that begins with https:// or http://, not “{value}”"
        case "seeds" | "tei" | "build" if (
            Path(value).is_absolute() or ".." in Path(value).parts or not Path(value).name
        ):
            return f"must be a folder inside the edition, not “{value}”"
        case _:
            return ""


def _is_iso_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_web_address(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _bad_value(path: Path, line: int, name: str, reason: str) -> DipleError:
    return bad_input("I064", str(path), f"{name} {reason}", line=line)


def _line_of(text: str, table: str, name: str = "") -> int:
    """Return the line of a key, else of its table, counted from 1; 0 if neither is written."""
    open_table, table_line = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            open_table = heading[1]
            table_line = number if open_table == table else table_line
        elif open_table in {table, ""} and re.match(rf"\s*[\"']?{re.escape(name or table)}[\"']?\s*[.=]", line):
            return number
    return table_line
