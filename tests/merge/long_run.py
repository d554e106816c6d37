"""Many more merges than the tests have time for: ``python tests/merge/long_run.py 2000 [FIRST SEED]``.

Prints each seed whose merge breaks a law, and at the end, or once it is interrupted, how many merges, edits and
conflicts there were.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from random import Random
from time import monotonic

from merge_laws import broken_laws, case

from diple.merge import merge
from diple.merge.renewal import is_valid

MOST = (1, 3, 10, 50)


def main() -> int:
    """Run the merges and return how many broke a law."""
    number, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    counts, broken, started = Counter[str](), 0, monotonic()
    with suppress(KeyboardInterrupt):
        for seed in range(first, first + number):
            one = case(Random(seed), MOST[seed % len(MOST)])
            if laws := list(broken_laws(one)):
                broken += 1
                print(seed, laws, flush=True)
            merged = merge(one.base, one.edited, one.new, accepts=is_valid)
            counts.update(f"edit: {edit.kind}" for edit in one.edits)
            counts.update(conflict.code for conflict in merged.conflicts)
            counts.update(merges=1, edits=len(one.edits), changes=len(merged.changes), clean=not merged.conflicts)
    for name, count in sorted(counts.items()):
        print(f"{count:8} {name}")
    print(f"{broken:8} merges that broke a law, in {monotonic() - started:.0f} s")
    return min(broken, 1)


if __name__ == "__main__":
    sys.exit(main())
