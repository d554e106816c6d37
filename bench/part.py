"""``python -m bench.part PART``: do one part of the line on the built edition in the current folder; print its seconds.

The part is done once on the first document before the clock starts, so that what is loaded only once does not count.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from diple.edition import Edition
from diple.inputs import Document, document_of_source, list_sources


def worker(part: str, edition: Edition) -> Callable[[Sequence[Document]], object]:
    """Return the function that does a part on documents."""
    match part:
        case "encode":
            from diple.pipeline import encode_file

            return lambda documents: sum(len(encode_file(source_of(one)).tei) for one in documents)
        case "validate":
            from diple.validate import validate_file

            return lambda documents: sum(len(validate_file(one.tei, rules=True)) for one in documents)
        case "verify":
            from diple.verify import verify_file

            return lambda documents: sum(len(verify_file(one.tei, source_of(one), one.ledger)) for one in documents)
        case "render":
            from diple.render import render_edition

            return lambda documents: render_edition([one.tei for one in documents], edition.build, edition, pdf=False)
        case _:
            raise SystemExit(f"no part is called {part}")


def source_of(document: Document) -> Path:
    """Return the transcript of a document that was made from one."""
    assert document.source is not None
    return document.source


def main() -> None:
    """Do the part that the command line names."""
    edition = Edition.load(Path())
    documents = [document_of_source(source, edition.tei) for source in list_sources(edition.seeds)[0]]
    work = worker(sys.argv[1], edition)
    work(documents[:1])
    start = perf_counter()
    work(documents)
    print(perf_counter() - start)


if __name__ == "__main__":
    main()
