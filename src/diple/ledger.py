"""The ledger: for every stretch of characters of a source, what it became and where it went.

Four dispositions: ``text`` stands in the edition, ``sign`` was consumed by markup or layout, ``metadata`` went to the
header, ``furniture`` was dropped for a declared reason. The entries follow one another without gap or overlap.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from diple import __version__
from diple.findings import bad_input

Disposition = Literal["text", "sign", "metadata", "furniture"]
FORMAT = "diple-ledger/1"
LOST = "lost"
"""What a sign is said to be consumed by if nothing consumed it: its characters are nowhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of the characters from ``start`` to ``end``.

    ``to`` is the path of the element, by ids, in which text or metadata stands, and ``at`` the character of its
    string value at which text begins. ``by`` says which convention consumed a sign, or why furniture was dropped.
    ``literal`` holds the characters that are not in the text; ``written`` what stands there in a sign's place.
    """

    start: int
    end: int
    disposition: Disposition
    to: str = ""
    at: int = 0
    by: str = ""
    literal: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A place for a person to look at that the encoder noticed; ``offset`` counts characters of the source."""

    code: str
    offset: int
    line: int
    to: str
    message: str
    suggestion: str = ""


@dataclass(frozen=True)
class Ledger:
    """The account of one encoding."""

    source_name: str
    source_encoding: str
    source_digest: str
    source_length: int
    tei_digest: str
    entries: tuple[Entry, ...]
    reviews: tuple[Review, ...] = ()
    encoder: str = __version__

    def as_json(self) -> bytes:
        """Return the ledger as JSON, one entry to a line, the same bytes for the same account."""
        head = {
            "format": FORMAT,
            "encoder": self.encoder,
            "source": {
                "name": self.source_name,
                "encoding": self.source_encoding,
                "sha256": self.source_digest,
                "characters": self.source_length,
            },
            "tei": {"sha256": self.tei_digest},
        }
        parts = [f" {json.dumps(name)}: {json.dumps(value)}," for name, value in head.items()]
        parts.append(_rows("reviews", self.reviews) + ",")
        parts.append(_rows("entries", self.entries))
        return ("{\n" + "\n".join(parts) + "\n}\n").encode("ascii")

    @classmethod
    def from_json(cls, data: bytes, name: str = "ledger") -> Ledger:
        """Return the ledger written by ``as_json``; raises ``DipleError`` (I030) if the data are none."""
        try:
            raw = json.loads(data)
            return cls._from_raw(raw)
        except (ValueError, KeyError, TypeError) as error:
            advice = "delete it and encode the source again"
            raise bad_input("I030", name, "this is not a ledger of diple", advice) from error

    @classmethod
    def _from_raw(cls, raw: dict[str, Any]) -> Ledger:
        source = raw["source"]
        return cls(
            source["name"],
            source["encoding"],
            source["sha256"],
            int(source["characters"]),
            raw["tei"]["sha256"],
            tuple(Entry(**entry) for entry in raw["entries"]),
            tuple(Review(**review) for review in raw["reviews"]),
            raw["encoder"],
        )


def digest(data: bytes | str) -> str:
    """Return the SHA-256 of bytes, or of a text as UTF-8 (lone surrogates as they are), in hexadecimal."""
    octets = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return hashlib.sha256(octets).hexdigest()


def _rows(name: str, items: Sequence[Entry | Review]) -> str:
    """Return a member of the ledger that is an array, one item to a line."""
    return f' "{name}": [' + ",".join(f"\n  {_row(item)}" for item in items) + "\n ]"


def _row(item: Entry | Review) -> str:
    """Return an entry as one line of JSON, without what is empty."""
    values = {name: getattr(item, name) for name in item.__slots__}
    required = {"start", "end", "disposition", "code", "offset", "line", "to", "message"}
    kept = {name: value for name, value in values.items() if value or (name in required and name in values)}
    if isinstance(item, Entry) and not item.to:
        kept.pop("to", None)
    return json.dumps(kept, ensure_ascii=True)
