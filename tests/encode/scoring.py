"""Print precision and recall of the encoder for each kind of fact, over the documents of ``cases``.

Run as ``python tests/encode/scoring.py [documents|documents-heldout]``.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict

from comparing import Score, score
from encoded import CASES, encode
from facts import KINDS, Fact, facts_of


def scores(folder: str) -> dict[str, list[Score]]:
    """Return the score of each document by kind of fact; a document that is not encoded scores nothing found."""
    by_kind: dict[str, list[Score]] = defaultdict(list)
    for case in sorted((CASES / folder).iterdir()):
        stated: dict[str, list[Fact]] = json.loads((case / "facts.json").read_text(encoding="utf-8"))
        root = encode(next(case.glob("source.*"))).root
        for kind in KINDS.keys() & stated.keys():
            by_kind[kind].append(score(kind, stated[kind], facts_of(root, kind)))
    return by_kind


def main(folder: str) -> None:
    """Print the table, a line for each kind and one for all."""
    table = scores(folder)
    table["all"] = [one for kind in list(table) for one in table[kind]]
    for kind in sorted(table, key=lambda kind: (kind == "all", kind)):
        total = Score(*(sum(column) for column in zip(*table[kind], strict=True)))
        print(
            f"{kind:16} {total.right:4} of {total.wanted:4}  precision {total.precision:.3f}  recall {total.recall:.3f}"
        )


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["documents"]))
