"""A TEI file with a slip in it: each command says in plain words what it is, where, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from merge_calling import Diple, change

COMMANDS = [
    ("verify",),
    ("review",),
    ("fmt",),
    ("validate",),
    ("merge", "letter", "--take", "mine"),
    ("merge-driver", "tei/letter.base.tei", "tei/letter.xml", "tei/letter.base.tei", "tei/letter.xml"),
]
SLIPS = [
    ("</p>", "", "`<p>` is opened here and not closed before"),
    ("<closer", "\n<<<<<<< HEAD\n<closer", "git has left the marks of a conflict here"),
    ("Nobody", "R&D nobody", "`&D` lacks its semicolon"),
    ("<closer", "<closer rend=“left”", "an attribute of `<closer>` has curly quotation marks"),
    ('encoding="UTF-8"', 'encoding="UTF-16"', "names another encoding than the file has; save it as UTF-8"),
]


@pytest.mark.parametrize(("old", "new", "told"), SLIPS, ids=["lost tag", "git", "ampersand", "quotes", "encoding"])
@pytest.mark.parametrize("command", COMMANDS, ids=[one[0] for one in COMMANDS])
def test_a_slip_is_told_in_plain_words(
    edition: Path, diple: Diple, command: tuple[str, ...], old: str, new: str, told: str
) -> None:
    change(edition / "tei/letter.xml", (old, new))
    result = diple(*command)
    lines = [line for line in (result.out + result.err).splitlines() if told in line]
    assert len(lines) == 1
    _, line, column, _ = lines[0].removeprefix("tei/letter.xml").split(":", 3)
    assert int(line) > 0 and int(column) > 0
    assert result.status in {1, 3}
