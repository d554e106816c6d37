"""Print precision, recall and F1 of the encoder over the corpus, by kind of fact and by frame (``make score``).

The documents that nobody tunes on are reported apart, by numbers only, unless ``--reveal`` is given.
"""

from __future__ import annotations

import argparse

from comparing import Score, total
from floors import FLOORS, as_toml, raised, read_floors
from measuring import AIMS, Measured, by, is_encoded, lost, measured, reached

from corpus import Document
from diple.xmlio import write_atomically

COLUMNS = f"{'':14} {'wanted':>6} {'found':>6} {'right':>6} {'precision':>9} {'recall':>7} {'F1':>7}"


def row(label: str, score: Score, aim: float | None = None) -> str:
    """Return a line of a table, with its aim where there is one."""
    counts = f"{label:14} {score.wanted:6} {score.found:6} {score.right:6}"
    rates = f"{score.precision:9.3f} {score.recall:7.3f} {score.f1:7.3f}"
    verdict = "" if aim is None else f"  aim {aim:.2f}  {'ok' if score.f1 >= aim else 'short'}"
    return f"{counts} {rates}{verdict}"


def table(title: str, measurements: list[Measured]) -> list[str]:
    """Return the tables by kind and by frame, the kinds that have an aim first."""
    kinds, frames = by(measurements, "kind"), by(measurements, "frame")
    order = [kind for kind in AIMS if kind in kinds] + [kind for kind in kinds if kind not in AIMS]
    return [
        f"{title}\n\n{COLUMNS}",
        *(row(kind, kinds[kind], AIMS.get(kind)) for kind in order),
        row("all", total(kinds.values())),
        "",
        *(row(frame, score) for frame, score in frames.items()),
    ]


def worst(measurements: list[Measured], number: int) -> list[str]:
    """Return the documents and kinds with most facts missing or too much, with those facts."""
    ranked = sorted((one for one in measurements if one.misses), key=lambda one: (-one.score.wrong, one.document.name))
    lines: list[str] = []
    for one in ranked[:number]:
        lines.append(f"{one.document.frame}/{one.document.name}  {one.kind}  F1 {one.score.f1:.3f}")
        lines += [f"    {miss}" for miss in one.misses]
    return lines


def verified(measurements: list[Measured]) -> list[str]:
    """Return a line for each document measured that loses anything, and one for all."""
    measured_ones = {one.document.folder: one.document for one in measurements}.values()
    counts = [(document, lost(document)) for document in measured_ones if is_encoded(document)]
    shown = [
        f"{document.name if not document.is_aside else 'kept aside'}: {characters} characters, {words} words"
        for document, (characters, words) in counts
        if characters or words
    ]
    characters, words = (sum(column) for column in zip(*(count for _, count in counts), strict=True))
    return [*shown, f"{len(counts)} documents: {characters} characters lost, {words} words differ"]


def chosen(options: argparse.Namespace, *, aside: bool) -> list[Measured]:
    """Return what was measured of the documents, frame and kind asked for."""

    def is_wanted(document: Document) -> bool:
        return options.frame in (None, document.frame) and document.name in (options.document or [document.name])

    return [one for one in measured(aside=aside, wanted=is_wanted) if options.kind in (None, one.kind)]


def options_of(arguments: list[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="make score", description=__doc__)
    parser.add_argument("--worst", type=int, default=12, metavar="N", help="how many of the worst misses are shown")
    parser.add_argument("--kind", help="one kind of fact only")
    parser.add_argument("--frame", help="one frame only")
    parser.add_argument("--document", nargs="+", metavar="NAME", help="these documents only")
    parser.add_argument("--reveal", action="store_true", help="name the misses of the documents kept aside too")
    parser.add_argument("--save-floors", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument("--no-verify", action="store_true", help="leave out the count of what is lost")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    """Print what the options ask for."""
    options = options_of(arguments)
    if options.save_floors and (options.document or options.frame or options.kind):
        raise SystemExit("floors are saved of the whole corpus only: leave out --document, --frame and --kind")
    open_ones, aside = chosen(options, aside=False), chosen(options, aside=True)
    lines = [*table("OPEN", open_ones), "", "WORST MISSES", "", *worst(open_ones, options.worst), ""]
    lines += table("KEPT ASIDE", aside)
    lines += ["", *worst(aside, options.worst)] if options.reveal else []
    lines += [] if options.no_verify else ["", "VERIFY", "", *verified(open_ones + aside)]
    print("\n".join(lines))
    if options.save_floors:
        write_atomically(FLOORS, as_toml(raised(read_floors(), reached(open_ones, aside))).encode())


if __name__ == "__main__":
    main()
