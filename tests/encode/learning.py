"""Learn what the lines at head and foot of documents are from those of the corpus (``make learn``).

The labels are the roles that the rules alone gave the lines, mended by what the answers of the corpus say: a line that
is no paragraph of the answer is not learned as one. Documents kept aside are left out.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import diple.recognisers.frame.likely as likely
from corpus import Document, documents
from diple.conventions import built_in
from diple.draft import Draft
from diple.model import Role
from diple.pipeline import encode_draft
from diple.recognisers.frame.likely.features import features_of
from diple.recognisers.frame.likely.units import Unit
from diple.resources import resource
from diple.sequences import Chain, write_chain
from diple.source import read_source

if TYPE_CHECKING:
    import pycrfsuite

_RAREST_WORD = 12
"""The fewest units in which a word must stand to be a feature."""
_OPTIONS = {"c1": 0.05, "c2": 0.1, "max_iterations": 150, "feature.minfreq": 3, "feature.possible_transitions": True}
_LONGEST_LINE, _LEAD = 110, 24
"""The most characters of a line that is learned as no paragraph, and of a label or number before a paragraph."""
_COPIES, _UNKNOWN, _LEFT_OUT, _PUT_IN = 3, 0.3, 0.12, 0.25
"""How many changed copies of each document are learned from; how likely it is there that the rules do not know a line,
that a line is left out, and that a note is put in at each of four places."""
_TEXT = frozenset({"p", "speech", "item", "?"})
_SMALLEST = 0.002
"""The smallest weight that is kept."""
_ROLES = {
    Role.HEAD: "head", Role.SECTION: "section", Role.ENCLOSURE: "section", Role.SPEECH: "speech", Role.STAGE: "stage",
    Role.ITEM: "item", Role.NOTE: "note", Role.META: "meta", Role.VOID: "meta", Role.NOTE_BODY: "meta",
}  # fmt: skip
_CLOSERS = {"salute": "formula", "signed": "signed", "dateline": "date"}
_POSTSCRIPTS = {"ab": "docket", "item": "copy"}


class Labelled(NamedTuple):
    """The units of one document, in order, with their labels."""

    units: list[Unit]
    labels: list[str]


def label_of(draft: Draft, unit: Unit) -> str:
    """Return the label of a unit of an encoded draft by the role that its block has at last."""
    block = draft.block_at(unit.start)
    match block.role if block else None:
        case Role.SECTION if block and block.attrs.get("type") == "entry":
            return "entry"
        case Role.OPENER if block and block.tag in {"dateline", "salute"}:
            return block.tag
        case Role.OPENER:
            is_field = any(
                s.tag == "seg" and "type" in s.attrs and s.start < unit.end and unit.start < s.end for s in draft.spans
            )
            return "field" if is_field else "opener"
        case Role.CLOSER:
            return _CLOSERS.get(block.tag if block else "", "closer")
        case Role.POSTSCRIPT:
            return _POSTSCRIPTS.get(block.tag if block else "", "postscript")
        case role:
            return _ROLES.get(role, "p") if role else "p"


def labelled(source: Path, document: Document | None = None) -> Iterator[Labelled]:
    """Yield the units of each document of a source with the labels that the rules give them."""
    draft = Draft(read_source(source))
    draft.house = built_in()
    if draft.source.format == "tei":
        return
    encode_draft(draft)
    for told in draft.likely:
        units = [one.unit for one in told]
        labels = [label_of(draft, unit) for unit in units]
        yield Labelled(units, _mended(document, units, labels) if document else labels)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower()


def _mended(document: Document, units: list[Unit], labels: list[str]) -> list[str]:
    """Return labels with those taken out ("?") that an answer contradicts: paragraphs that are none."""
    if "paragraphs" not in document.facts:
        return labels
    stated = [str(fact if isinstance(fact, str) else fact[0]) for fact in document.facts["paragraphs"]]
    begins = {_plain(begin.split("…")[0])[:25] for fact in stated for begin in fact.split("||")}
    mended = []
    for unit, label in zip(units, labels, strict=True):
        words = _plain(unit.text)
        is_stated = len(words) > _LONGEST_LINE or any(
            begin and begin in words[: len(begin) + _LEAD] for begin in begins
        )
        mended.append("?" if label == "p" and unit.blank >= 0 and not is_stated else label)
    return mended


class Example(NamedTuple):
    """What the chain learns from: the features of the units of a document, and their labels."""

    rows: list[list[str]]
    labels: list[str]


def examples_of(sample: Labelled, pool: list[str], chance: random.Random) -> Iterator[Example]:
    """Yield a document as it is, and as it might be: with other lines at head and foot, its lines unknown to rules."""
    yield Example(features_of(sample.units), sample.labels)
    for _ in range(_COPIES):
        units, labels = _changed(sample, pool, chance)
        unknown = {number for number in range(len(units)) if chance.random() < _UNKNOWN}
        yield Example(features_of(units, unknown), labels)


def _changed(sample: Labelled, pool: list[str], chance: random.Random) -> Labelled:
    """Return a document with an editor's notes put in at its head or foot, and some lines of either left out."""
    units, labels = list(sample.units), list(sample.labels)
    known = [n for n, label in enumerate(labels) if label in _TEXT and len(units[n].text) > _LONGEST_LINE]
    first, last = (known[0], known[-1] + 1) if known else (len(units), 0)
    out = {n for n in [*range(first), *range(last, len(units))] if chance.random() < _LEFT_OUT}
    kept = [(unit, label) for n, (unit, label) in enumerate(zip(units, labels, strict=True)) if n not in out]
    for place in (0, chance.randint(0, max(0, first - len(out))), len(kept) - chance.randint(0, 2), len(kept)):
        if chance.random() < _PUT_IN:
            text = chance.choice(pool)
            kept.insert(max(0, place), (Unit(0, len(text), text, text, blank=chance.randint(0, 2)), "note"))
    return Labelled([unit for unit, _ in kept], [label for _, label in kept])


def _pool(samples: list[Labelled]) -> list[str]:
    """Return what editors say in notes that stand at their place."""
    said = (
        unit.text
        for sample in samples
        for unit, label in zip(sample.units, sample.labels, strict=True)
        if label == "note"
    )
    return sorted({text for text in said if 20 < len(text) < 400})


def train(samples: list[Labelled]) -> Chain:
    """Learn the weights of a chain; labels that are not known are those that it finds likely itself."""
    chance, pool = random.Random(1), _pool(samples)
    examples = [example for sample in samples for example in examples_of(sample, pool, chance) if example.rows]
    words = _known_words(examples)
    examples = [
        example._replace(rows=[[f for f in row if not f.startswith("word=") or f in words] for row in example.rows])
        for example in examples
    ]
    certain = [example for example in examples if "?" not in example.labels]
    chain = _learn(certain)
    guessed = [example._replace(labels=_completed(chain, *example)) for example in examples if "?" in example.labels]
    return _learn([*certain, *guessed])


def _known_words(examples: list[Example]) -> frozenset[str]:
    """Return the features of words that stand in units enough."""
    many = Counter(feature for rows, _ in examples for row in rows for feature in row if feature.startswith("word="))
    return frozenset(word for word, number in many.items() if number >= _RAREST_WORD * (1 + _COPIES))


def _completed(chain: Chain, rows: list[list[str]], labels: list[str]) -> list[str]:
    """Return labels with those that are not known put in: the likeliest that is no paragraph."""
    found = chain.distributions(rows)
    return [
        max((one for one in told if one != "p"), key=told.__getitem__) if label == "?" else label
        for label, told in zip(labels, found, strict=True)
    ]


def _learn(examples: list[Example]) -> Chain:
    import pycrfsuite  # here, since only learning needs it

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_OPTIONS)
    for rows, labels in examples:
        trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "lines.crfsuite"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        with tagger.open(path):
            return _chain_of(tagger)


def _chain_of(tagger: pycrfsuite.Tagger) -> Chain:
    info = tagger.info()
    labels = tuple(sorted(tagger.labels()))
    number = {label: place for place, label in enumerate(labels)}
    states: dict[str, list[tuple[int, float]]] = {}
    for (feature, label), weight in sorted(info.state_features.items()):
        if abs(weight) >= _SMALLEST:
            states.setdefault(feature, []).append((number[label], weight))
    steps = tuple(tuple(info.transitions.get((one, other), 0.0) for other in labels) for one in labels)
    return Chain(labels, {name: tuple(pairs) for name, pairs in states.items()}, steps)


def main() -> None:
    """Learn from all documents that are not kept aside, and write the weights."""
    parser = argparse.ArgumentParser(prog="make learn", description=__doc__)
    parser.add_argument("--without", nargs="*", default=[], help="ids of documents to leave out")
    asked = parser.parse_args()
    likely.chain = lambda: Chain(("p",), {}, ((0.0,),))  # type: ignore[assignment]
    samples = [
        sample
        for document in documents()
        if not document.is_aside and document.name not in asked.without
        for sample in labelled(document.source, document)
    ]
    write_chain(train([sample for sample in samples if sample.units]), resource("data") / "lines.tsv.gz")


if __name__ == "__main__":
    main()
