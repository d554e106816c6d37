"""``diple fmt``: the canonical layout of TEI files."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import click

from diple.cli.options import edition_option, files_and_registers, tei_argument, the_edition_if_any
from diple.cli.progress import for_each
from diple.cli.report import Report, reporting
from diple.findings import Exit, bad_input
from diple.layout import lay_out
from diple.xmlio import write_atomically


@click.command("fmt")
@tei_argument
@click.option("--check", is_flag=True, help="Name the files that are not laid out so, end with 1; write nothing.")
@click.option("--diff", is_flag=True, help="Show what would change; write nothing.")
@edition_option
@reporting()
def command(report: Report, tei: Sequence[Path], check: bool, diff: bool, folder: Path | None) -> None:
    """Lay TEI files out, one block to a line; without any, all of the edition's and its registers.

    Only white space that is none of the text is changed. Comments, processing instructions, entities, the order and
    the quotation marks of attributes stay as they are. A file laid out so already is not written.

    \b
    Example:
      diple fmt
      diple fmt tei/letter.xml --diff
    """
    edition = the_edition_if_any(folder)

    def work(file: Path) -> None:
        old = _read(file)
        new = lay_out(old, str(file))
        if new == old:
            return
        report.say("\n".join(_differences(file, old, new)) if diff else str(file))
        if check:
            report.worsen(Exit.FINDINGS)
        if not (check or diff):
            write_atomically(file, new)

    for_each(report, "Laying out", files_and_registers(tei, edition), work)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise bad_input("I001", str(file), f"the file cannot be read: {error.strerror}") from error


def _differences(file: Path, old: bytes, new: bytes) -> list[str]:
    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    return list(unified_diff(before, after, fromfile=str(file), tofile=str(file), lineterm="", n=1))
