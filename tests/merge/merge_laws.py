"""What must hold of every merge, told of documents in which no word occurs twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from archivist import Edit, Words, corrected, edited, encoded, readings, recognised, transcript, words_of

from diple.findings import DipleError
from diple.merge import Merged, merge, taken
from diple.merge.renewal import is_valid
from diple.xmlio import parse_bytes


class Case(NamedTuple):
    """A document, what an archivist made of it, what the encoder makes of it now."""

    base: bytes
    edited: bytes
    new: bytes
    edits: list[Edit]


def case(random: Random, most: int) -> Case:
    """Return a document at random with up to ``most`` edits."""
    words = Words(random)
    paragraphs = transcript(random, words)
    base = encoded(paragraphs)
    mine, edits = edited(random, words, base, random.randint(1, most))
    new = encoded(corrected(random, words, paragraphs)) if random.random() < 0.8 else base
    return Case(base, mine, recognised(random, new) if random.random() < 0.4 else new, edits)


def broken_laws(one: Case) -> Iterator[str]:
    """Yield the laws that the merge of a case breaks."""
    merged = merge(one.base, one.edited, one.new, accepts=is_valid)
    text = merged.data.decode()
    if not is_valid(merged.data):
        yield "the result is not valid"
        return
    for edit in one.edits:
        if not edit.stands(text) and not _was_space_in_words_written_anew(edit, merged, text):
            yield f"an edit is lost: {edit.kind}"
    yield from _laws_of_words(one, merged)
    yield from _laws_of_ids(one, merged)
    yield from _laws_of_repetition(one, merged)
    yield from _laws_of_settling(merged)


def _was_space_in_words_written_anew(edit: Edit, merged: Merged, text: str) -> bool:
    """Say whether odd spacing stood in words that are new now, or stands behind a new word as behind the old."""
    return edit.kind == "spacing" and any(
        edit.stands(change.old) or (edit.stands(change.old + change.after) and change.new + change.after[:1] in text)
        for change in merged.changes
    )


def _laws_of_words(one: Case, merged: Merged) -> Iterator[str]:
    base, mine, new, result = (words_of(data.decode()) for data in (one.base, one.edited, one.new, merged.data))
    offered = readings(part.new for conflict in merged.conflicts for part in conflict.parts)
    known = readings(xml for conflict in merged.conflicts for part in conflict.parts for xml in (part.base, part.mine))
    usual = Counter(mine) | Counter(new)
    if doubled := [word for word, count in Counter(result).items() if count > usual[word]]:
        yield f"words doubled or invented: {doubled}"
    if lost := set(mine) & set(new) - set(result) - offered:
        yield f"words that both have are neither there nor offered: {lost}"
    if lost := set(mine) - set(base) - set(result):
        yield f"words of the archivist are lost: {lost}"
    if lost := set(new) - set(base) - set(result) - offered:
        yield f"words of the encoding are neither there nor offered: {lost}"
    if kept := (set(base) - set(new)) & set(result) - known:
        yield f"words that the encoding took away stand and are in no conflict: {kept}"


def _laws_of_ids(one: Case, merged: Merged) -> Iterator[str]:
    names = [value for data in (one.edited, merged.data) for value in [_ids(data)]]
    gone = set(names[0]) - set(names[1])
    struck = {name for name in gone if name in _ids(one.base) and name not in merged.ids.values()}
    if gone - struck:
        yield f"ids of the edited file are gone: {gone - struck}"


def _ids(data: bytes) -> list[str]:
    found = parse_bytes(data, "").xpath("//@xml:id", namespaces={"xml": "http://www.w3.org/XML/1998/namespace"})
    return [str(name) for name in found]  # type: ignore[union-attr]


def _laws_of_repetition(one: Case, merged: Merged) -> Iterator[str]:
    again = merge(merged.new, merged.data, one.new, accepts=is_valid)
    if again.data != merged.data or again.conflicts:
        yield "the same encoding merged again changes something"
    nothing = merge(one.base, one.edited, one.base, accepts=is_valid)
    if nothing.data != one.edited or nothing.conflicts or nothing.changes:
        yield "an encoding with nothing new changes something"
    if merge(one.base, one.base, one.new, accepts=is_valid).keeps_edits:
        yield "an encoding merged into its base is not the encoding"


def _laws_of_settling(merged: Merged) -> Iterator[str]:
    text = merged.data.decode()
    for conflict in merged.conflicts:
        try:
            settled = taken(text, conflict, "talk")
        except DipleError:
            yield f"the place of a conflict is not found: {conflict}"
            continue
        if is_valid(settled.encode()) and not readings(part.new for part in conflict.parts) <= set(words_of(settled)):
            yield f"the new reading is not there once it is taken: {conflict}"
