"""One name for one element: the ids of the edited file stand, and the new encoding is made to speak of them.

The encoder numbers what it makes in order, so that a paragraph put in gives another id to all that follow. People cite
ids and point to them; those of the edited file are kept, and what is new gets an id that is free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from diple.lossless import Lossless, replaced
from diple.merge.spelled import Spelled
from diple.merge.tidying import NOWHERE, is_given

_NUMBERED = re.compile(r"(.*?)(\d+)\Z", re.DOTALL)


def ids_kept(
    base: Spelled, edited: Spelled, new: Spelled, to_edited: Sequence[int], to_new: Sequence[int]
) -> dict[str, str]:
    """Return for each ``xml:id`` of the new encoding the one that its element has, or is to have, in the edited file.

    ``to_edited`` and ``to_new`` say where the tokens of the base are. An element that the edited file no longer has
    keeps its id of the base; what is new gets none that the base had for something else.
    """
    found: dict[str, str] = {}
    taken, given = set(edited.ids | base.ids), set[str]()
    pairs = [(index, there) for index, there in enumerate(to_new) if there != NOWHERE]
    for index, there in [*_named(base, new), *pairs]:
        if not (name := new.id_at(there)) or name in found:
            continue
        here = to_edited[index]
        kept = (edited.id_at(here) if here != NOWHERE else "") or base.id_at(index)
        if kept and kept not in given:
            found[name] = kept
            taken.add(kept)
            given.add(kept)
    twins = _twins(edited, set(to_edited))
    for index in range(len(new.tokens)):
        if (name := new.id_at(index)) and name not in found:
            twin = next((one for one in twins.get(_content(new, index), ()) if one not in given), "")
            found[name] = twin or (name if name not in taken else _free(name, taken))
            taken.add(found[name])
            given.add(found[name])
    return found


def _named(base: Spelled, new: Spelled) -> list[tuple[int, int]]:
    """Return the tags of base and new encoding that bear one name."""
    there = {name: index for index in range(len(new.tokens)) if (name := new.id_at(index)) and is_given(name)}
    return [(index, there[base.id_at(index)]) for index in range(len(base.tokens)) if base.id_at(index) in there]


def _twins(edited: Spelled, known: set[int]) -> dict[str, list[str]]:
    """Return the ids of elements that are in the edited file and not in the base, by what they hold."""
    found: dict[str, list[str]] = {}
    for index in range(len(edited.tokens)):
        if index not in known and (name := edited.id_at(index)):
            found.setdefault(_content(edited, index), []).append(name)
    return found


def _content(file: Spelled, start: int) -> str:
    return " ".join(token.key for token in file.tokens[start : file.partners[start] + 1])


def ids_moved(base: Spelled, edited: Spelled, to_edited: Sequence[int]) -> dict[str, str]:
    """Return for each ``xml:id`` of the base that a person has changed the one it has now."""
    pairs = ((base.id_at(index), edited.id_at(there)) for index, there in enumerate(to_edited) if there != NOWHERE)
    return {old: new for old, new in pairs if old and new and old != new}


def ids_free(base: Spelled, edited: Spelled, new: Spelled) -> dict[str, str]:
    """Return other names for the ids that two people gave to two elements, each without knowing of the other."""
    taken = set(edited.ids | new.ids | base.ids)
    clashing = (name for name in _in_order(new) if name in edited.ids - base.ids)
    found: dict[str, str] = {}
    for name in clashing:
        found[name] = _free(name, taken)
        taken.add(found[name])
    return found


def renamed(file: Spelled, names: Mapping[str, str]) -> Spelled:
    """Return a file with these ids in the place of those, in ``xml:id`` and in all pointers; else to the character."""
    changing = {old: new for old, new in names.items() if old != new}
    if not changing:
        return file
    return Spelled(replaced(file.text, list(_renamings(file, changing))), file.encoding, file.bom)


def _renamings(file: Lossless, names: Mapping[str, str]) -> Iterable[tuple[int, int, str]]:
    for index in range(len(file.tokens)):
        for one in file.attributes(index).values():
            written = file.text[one.value_start : one.value_end]
            if one.name == "xml:id":
                new = names.get(one.value, written)
            elif "#" in written:
                new = re.sub(r"(?<!\S)#(\S+)", lambda pointer: f"#{names.get(pointer[1], pointer[1])}", written)
            else:
                continue
            if new != written:
                yield one.value_start, one.value_end, new


def _in_order(file: Spelled) -> list[str]:
    return [name for index in range(len(file.tokens)) if (name := file.id_at(index))]


def _free(name: str, taken: set[str]) -> str:
    """Return an id like ``name`` that is not taken: the next number, or a number behind it."""
    numbered = _NUMBERED.match(name)
    stem = numbered[1] if numbered else f"{name}-"
    numbers = [int(found[2]) for other in taken if (found := _NUMBERED.match(other)) and found[1] == stem]
    return f"{stem}{max(numbers, default=1) + 1}"
