"""``diple merge-driver``: two branches' states of a TEI file merged for git."""

from __future__ import annotations

from pathlib import Path

import click

from diple.cli.report import Report, reporting
from diple.findings import Exit, Finding, bad_input
from diple.lossless import Lossless
from diple.merge import merge
from diple.merge.renewal import is_valid
from diple.merge.wording import remarked
from diple.xmlio import write_atomically


@click.command("merge-driver")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("name", required=False, default="")
@reporting()
def command(report: Report, base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Merge THEIRS into OURS by structure; git calls this as the driver of TEI files (%O %A %B %P).

    Both descend from BASE. Where both changed one place, OURS stands, a comment after it holds the other reading, and
    the exit status is 1; the file stays well-formed, and valid if it was.

    \b
    Example:
      diple merge-driver %O %A %B %P
      git config merge.diple.driver "diple merge-driver %O %A %B %P"
    """
    mine = _read(ours)
    merged = merge(_read(base), mine, _read(theirs), accepts=is_valid if is_valid(mine) else None, keep_ids=False)
    file = Lossless.read(merged.data, name or str(ours))
    write_atomically(ours, file.encoded(remarked(file, merged.conflicts)))
    for conflict in merged.conflicts:
        message = f"{conflict.reason}; ours stands at {conflict.at}, theirs is in a comment"
        advice = "choose, take the comment out, and git add the file"
        found = Finding(conflict.code, "warning", name or str(ours), 0, 0, message, f"#{conflict.at}", advice)
        report.add([found], Exit.FINDINGS)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise bad_input("I001", str(path), f"the file cannot be read: {error.strerror}") from error
