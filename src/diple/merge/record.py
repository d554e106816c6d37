"""What was merged into an edited TEI file and what was left open: the file ``<id>.merge.json`` beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from diple.findings import Finding, bad_input
from diple.lossless import Lossless
from diple.merge.conflicts import Conflict, Part, free_name, stands_there

FORMAT = "diple-merge/1"
RECORD_SUFFIX = ".merge.json"

Settlement = Literal["", "mine"]

_CUT = 70
"""How many characters of a reading are shown."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A conflict, and whether somebody has said that the edited file is to stay as it is there."""

    conflict: Conflict
    settled: Settlement = ""


@dataclass(frozen=True)
class Record:
    """What is known of the merges into one file.

    ``encoding`` is the digest of the encoding merged last, as the encoder gave it, ``base`` that of the same under the
    ids of the edited file.
    """

    encoding: str = ""
    base: str = ""
    conflicts: tuple[Noted, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Record:
        """Return the record in a file, an empty one if there is none.

        Raises ``DipleError`` (I057) if the file is no such record, and (I001) if it cannot be read.
        """
        try:
            return cls._from_raw(json.loads(path.read_bytes()))
        except FileNotFoundError:
            return cls()
        except OSError as error:
            raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}") from error
        except (ValueError, KeyError, TypeError) as error:
            advice = "take it back from your version control; without it, what was settled is asked anew"
            raise bad_input("I057", str(path), "this is not a record of merges, or it is damaged", advice) from error

    @classmethod
    def _from_raw(cls, raw: dict[str, Any]) -> Record:
        return cls(raw["encoding"], raw["base"], tuple(_noted(one) for one in raw["conflicts"]))

    def as_json(self) -> bytes:
        """Return the record as JSON, the same bytes for the same record."""
        raw = {
            "format": FORMAT,
            "encoding": self.encoding,
            "base": self.base,
            "conflicts": [{**asdict(noted.conflict), "settled": noted.settled} for noted in self.conflicts],
        }
        return (json.dumps(raw, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")

    def with_merge(self, encoding: str, base: str, conflicts: Iterable[Conflict], was: str, now: str) -> Record:
        """Return the record after another merge; a conflict that was met before stays as it was settled.

        ``was`` and ``now`` are the texts of the encoding merged last and of the new one. An open conflict over what
        only the former had is gone; one with what the person had before them when they edited the place is none.
        """
        was, now = _even(was), _even(now)
        kept = [one for one in self.conflicts if one.settled or not _is_past(one.conflict, was, now)]
        known = {_gist(noted.conflict) for noted in self.conflicts}
        edited = {_edited(noted.conflict) for noted in self.conflicts}
        seen = {noted.conflict.at for noted in kept}
        new = [one for one in conflicts if _gist(one) not in known and _offered(one) not in edited]
        noted = tuple(Noted(replace(one, at=free_name(_bare(one.at), seen))) for one in new)
        return Record(encoding, base, (*kept, *noted))

    def open_in(self, text: str) -> Iterator[Conflict]:
        """Yield the conflicts that nobody has settled, nor by hand put the new reading into the file's ``text``."""
        for noted in self.conflicts:
            if not noted.settled and not stands_there(text, noted.conflict):
                yield noted.conflict

    def settled(self, names: Iterable[str], settlement: Literal["new", "mine"]) -> Record:
        """Return the record with these conflicts settled; those of which the new reading was taken are gone from it."""
        chosen = set(names)
        kept = (
            Noted(noted.conflict, "mine") if noted.conflict.at in chosen else noted
            for noted in self.conflicts
            if not (noted.conflict.at in chosen and settlement == "new")
        )
        return replace(self, conflicts=tuple(kept))


def conflict_findings(tei: Path) -> list[Finding]:
    """Return the open conflicts of a TEI file as places that want a person (D701, D702, D703).

    Raises what ``Record.read`` raises, and ``DipleError`` (I020) if the TEI is not well-formed.
    """
    record = tei.with_name(f"{tei.stem}{RECORD_SUFFIX}")
    if not record.is_file():
        return []
    text = Lossless.read(tei.read_bytes(), str(tei)).text
    return [finding_of(conflict, tei, text) for conflict in Record.read(record).open_in(text)]


def finding_of(conflict: Conflict, tei: Path, text: str) -> Finding:
    """Return a conflict as a finding on the line of the TEI file where it is."""
    part = conflict.parts[0]
    place = text.find(part.before[-30:] + part.mine)
    line = text.count("\n", 0, place + len(part.before[-30:]) + 1) + 1 if place >= 0 else 0
    mine, new = (
        " … ".join(_shown(getattr(one, side)) for one in conflict.parts if one.mine != one.new)
        for side in ("mine", "new")
    )
    message = f"the new encoding has “{new}” where the file has “{mine}”; {conflict.reason}"
    advice = f"diple merge {tei.stem} --take new --at {conflict.at}, or --take mine"
    return Finding(conflict.code, "warning", str(tei), line, 0, message, f"#{conflict.at}", advice)


def _shown(xml: str) -> str:
    words = " ".join(xml.split())
    return words if len(words) <= _CUT else f"{words[: _CUT - 20]} … {words[-17:]}"


def _noted(raw: dict[str, Any]) -> Noted:
    parts = tuple(Part(**part) for part in raw["parts"])
    return Noted(Conflict(raw["at"], raw["code"], raw["reason"], parts), raw["settled"])


def _gist(conflict: Conflict) -> tuple[tuple[str, str], ...]:
    """Return what makes a conflict the same as another: the readings."""
    return (*((part.mine, part.new) for part in conflict.parts), (_bare(conflict.at), conflict.code))


def _offered(conflict: Conflict) -> tuple[tuple[str, str], ...]:
    return tuple((_even(part.mine), _even(part.new)) for part in conflict.parts)


def _edited(conflict: Conflict) -> tuple[tuple[str, str], ...]:
    """Return what a person made of what, at the places of a conflict."""
    return tuple((_even(part.mine), _even(part.base)) for part in conflict.parts)


def _is_past(conflict: Conflict, was: str, now: str) -> bool:
    """Tell whether an encoding had the readings of a conflict, and another has them no longer."""
    return _has_readings(conflict, was) and not _has_readings(conflict, now)


def _has_readings(conflict: Conflict, text: str) -> bool:
    pairs = ((_even(part.new), _even(part.base)) for part in conflict.parts if part.mine != part.new)
    return all(new in text if new else old not in text for new, old in pairs)


def _even(xml: str) -> str:
    return " ".join(xml.split())


def _bare(name: str) -> str:
    stem, dot, number = name.rpartition(".")
    return stem if dot and number.isdigit() else name
