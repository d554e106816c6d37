"""An index of Pagefind made the same to the byte each time: what it orders by chance is put in order.

Pagefind keeps the values of a filter, and the filters, in no order, and names files by what is in them. Its files are
gzipped CBOR (RFC 8949) after a mark: a filter is ``[name, [[value, [passages]] …]]``, the head of an index
``[version, passages, words, [[filter, file]] …, sorts, fields]``. A file of another shape is left as it is.
"""

from __future__ import annotations

import gzip
import json
from enum import IntEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

_MARK: Final = b"pagefind_dcd"
_FILTERS: Final = 3
_DIRECT: Final = 24
"""Numbers below this one stand in the first byte of an item; this one and the three after it say how many follow."""


class Kind(IntEnum):
    """Kinds of items, which CBOR calls major types; those that these files hold."""

    UNSIGNED = 0
    TEXT = 3
    ARRAY = 4


Item = int | str | list["Item"]
"""What these files hold: numbers from 0, texts and arrays."""


def settle_index(folder: Path) -> None:
    """Put an index's filters in order and name the files anew; raises ``OSError`` if a file cannot be written."""
    entry_path = folder / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        head = folder / f"pagefind.{language['hash']}.pf_meta"
        try:
            language["hash"] = _settle_head(head, folder / "filter")
        except (ValueError, IndexError, KeyError, TypeError):
            continue
    entry["languages"] = dict(sorted(entry["languages"].items()))
    entry_path.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _settle_head(path: Path, filters: Path) -> str:
    """Settle the filters of one language and the head that names them; return the head's new name."""
    head = _read(path)
    listed = _list(_list(head)[_FILTERS])
    for filter_and_file in listed:
        pair = _list(filter_and_file)
        pair[1] = _settle_filter(filters / f"{pair[1]}.pf_filter")
    listed.sort(key=lambda pair: str(_list(pair)[0]))
    language = path.name.removeprefix("pagefind.").partition("_")[0]
    name = _named(language, head, 10)
    path.unlink()
    _write(path.with_name(f"pagefind.{name}.pf_meta"), head)
    return name


def _settle_filter(path: Path) -> str:
    """Put the values of a filter in order; return the file's new name."""
    content = _list(_read(path))
    _list(content[1]).sort(key=lambda value: str(_list(value)[0]))
    name = _named(path.name.partition("_")[0], content, 7)
    path.unlink()
    _write(path.with_name(f"{name}.pf_filter"), content)
    return name


def _named(language: str, content: Item, length: int) -> str:
    return f"{language}_{sha256(_encode(content)).hexdigest()[:length]}"


def _list(item: Item) -> list[Item]:
    if not isinstance(item, list):
        raise ValueError("an array was expected")
    return item


def _read(path: Path) -> Item:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError("the mark is missing")
    item, end = _decode(data, len(_MARK))
    if end != len(data) or _encode(item) != data[len(_MARK) :]:
        raise ValueError("more than one item, or written in another way")
    return item


def _write(path: Path, content: Item) -> None:
    path.write_bytes(gzip.compress(_MARK + _encode(content), mtime=0))


def _decode(data: bytes, at: int) -> tuple[Item, int]:
    """Return the item that begins at an offset, and the offset after it."""
    kind, number = data[at] >> 5, data[at] & 31
    at += 1
    if number >= _DIRECT:
        if number > _DIRECT + 3:
            raise ValueError("an item of unknown length")
        size = 1 << (number - _DIRECT)
        number, at = int.from_bytes(data[at : at + size]), at + size
    match kind:
        case Kind.UNSIGNED:
            return number, at
        case Kind.TEXT:
            return data[at : at + number].decode(), at + number
        case Kind.ARRAY:
            items: list[Item] = []
            for _ in range(number):
                item, at = _decode(data, at)
                items.append(item)
            return items, at
        case _:
            raise ValueError("an item of unknown kind")


def _encode(item: Item) -> bytes:
    match item:
        case int():
            return _head(Kind.UNSIGNED, item)
        case str():
            text = item.encode()
            return _head(Kind.TEXT, len(text)) + text
        case list():
            return _head(Kind.ARRAY, len(item)) + b"".join(map(_encode, item))


def _head(kind: Kind, number: int) -> bytes:
    """Return the first bytes of an item: its kind and a number, in the fewest bytes."""
    if number < _DIRECT:
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | _DIRECT + power]) + number.to_bytes(1 << power)
