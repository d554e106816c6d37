"""The pages of single documents made anew while the edition stands, as fast as one process can."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from diple.edition import Edition
from diple.findings import DipleError
from diple.render.around import read_entries
from diple.render.assets import write_assets
from diple.render.books import with_books
from diple.render.documents import Task, write_document
from diple.render.edition_info import EditionInfo
from diple.render.press import NOBODY, OUTPUTS, Neighbours, press
from diple.render.surveys import in_order, neighbours_of
from diple.render.takeaway import with_search
from diple.render.transcript import transcript_of
from diple.xmlio import parse_made, write_made

_FIRST: Final = tuple(output for output in OUTPUTS if output.name == "index.html")
"""What a reader has open, most likely."""


class LivePages:
    """The documents of a built edition, with its register in use and what each page says of its neighbours.

    For use in the thread that made it. Making one reads every document once; raises ``DipleError`` if the register
    cannot be used. A document that cannot be read has no neighbours until it can.
    """

    def __init__(self, tei_files: Sequence[Path], edition: Edition) -> None:
        self.take_edition(tei_files, edition)
        self._neighbours = self._read_neighbours(tei_files)

    def take_edition(self, tei_files: Sequence[Path], edition: Edition) -> None:
        """Take the edition's own files and its register as they are now; its style sheets are written.

        Raises ``DipleError`` if the register cannot be used or the folder cannot be written.
        """
        press().forget_own()
        self._build = edition.build
        self._info = with_books(with_search(EditionInfo.of(edition)), pdf=True)
        press().use_register(read_entries(tei_files, self._info))
        write_assets(self._build, self._info)

    def renew_page(self, tei: Path, source: Path | None) -> None:
        """Write the critical page of one document; raises what ``Press.document`` raises."""
        transcript = transcript_of(tei, source)
        lines = transcript.page if transcript else ""
        made = press().document(tei, tei.stem, self._info, self._of(tei), _FIRST, lines)
        for name, content in made.items():
            write_made(self._build / "documents" / tei.stem / name, content)

    def renew_rest(self, tei: Path, source: Path | None) -> None:
        """Write all pages, texts and tables of one document; raises what ``Press.document`` raises."""
        write_document(Task(tei, self._of(tei), source), self._build, self._info)

    def _of(self, tei: Path) -> Neighbours:
        return self._neighbours.get(tei.stem, NOBODY)

    def _read_neighbours(self, tei_files: Sequence[Path]) -> dict[str, Neighbours]:
        entries = []
        for tei in tei_files:
            with suppress(DipleError):
                entries.append(parse_made(press().survey(tei, tei.stem, self._info)[0]))
        return neighbours_of(sorted(entries, key=in_order))
