"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from diple.edition import Edition, find_edition
from diple.findings import bad_input
from diple.inputs import TEI_SUFFIX, Document, document_of_tei, list_tei

REGISTER = "register"
"""The folder of an edition's register, among its TEI."""

edition_option = click.option(
    "--edition",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that holds edition.toml. [default: the current folder or the nearest above it]",
)
into_option = click.option(
    "--into", type=click.Path(path_type=Path), metavar="DIR", help="The folder to write to; made if it is not there."
)
source_option = click.option(
    "--source",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The transcript of the one TEI file named, or the folder where transcripts are. [default: the edition's]",
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="The number of processes. [default: one for each core]"
)

pdf_option = click.option(
    "--no-pdf", "pdf", is_flag=True, flag_value=False, default=True, help="Make no PDF, which takes longest of all."
)
tei_argument = click.argument("tei", nargs=-1, type=click.Path(path_type=Path), metavar="[TEI]...")


def the_edition(folder: Path | None) -> Edition:
    """Return the edition in ``folder``, else the one around the current folder; raises what ``Edition.load`` raises."""
    found = None if folder else find_edition(Path())
    return found or Edition.load(folder or Path())


def the_edition_if_any(folder: Path | None) -> Edition | None:
    """Return the edition in ``folder``, else the one around the current folder, else ``None``."""
    return Edition.load(folder) if folder else find_edition(Path())


def tei_files(named: Sequence[Path], edition: Edition | None) -> list[Path]:
    """Return the TEI files named (those of a folder by name, a document by its id), or all of the edition if none is.

    Raises ``DipleError`` (I054) if a folder or the edition holds none, (I060) if there is no edition either.
    """
    if not named:
        return _of_folder((edition or Edition.load(Path())).tei)
    return [path for one in named for path in (_of_folder(one) if one.is_dir() else [_by_id(one, edition)])]


def _by_id(named: Path, edition: Edition | None) -> Path:
    """Return the TEI file of the document whose id was named instead of a file."""
    own = edition.tei / f"{named}{TEI_SUFFIX}" if edition else named
    return own if own.is_file() and not named.exists() else named


def files_and_registers(named: Sequence[Path], edition: Edition | None) -> list[Path]:
    """Return the TEI files named (those of a folder by name), or all of the edition, and its registers, if none is."""
    files = tei_files(named, edition)
    return files if named or edition is None else [*files, *list_tei(edition.tei / REGISTER)]


def _of_folder(folder: Path) -> list[Path]:
    if files := list_tei(folder):
        return files
    raise bad_input("I054", str(folder), "there is no TEI file in this folder", suggestion="run diple encode first")


def refuse_one_source_for_many(source: Path | None, tei: Sequence[Path]) -> None:
    """Raise ``click.UsageError`` if one transcript is named for several TEI files."""
    if source is not None and not source.is_dir() and len(tei) != 1:
        raise click.UsageError("--source with a file goes with exactly one TEI file; name a folder for several")


def with_source(tei: Path, edition: Edition | None, source: Path | None) -> Document:
    """Return the document of a TEI file with its source: the one named, else the one of its id in the usual folders.

    Those are, in order: the folder named, the edition's, the TEI file's own, the one above it, the current one.
    """
    if source is not None and not source.is_dir():
        return document_of_tei(tei)._replace(source=source)
    named = [source] if source is not None else []
    usual = [edition.seeds] if edition is not None else []
    return document_of_tei(tei, beside=(*named, *usual, tei.parent, tei.parent.parent, Path()))


def no_source(tei: Path) -> str:
    """Return what to say of a TEI file whose transcript was not found."""
    return f"no transcript with the id “{tei.stem}” was found"
