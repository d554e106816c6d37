"""An edition of one letter in a folder of its own, encoded, and the command called as a program would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from diple.cli import main

EDITION = """\
[edition]
title = "Harbour Papers"
publisher = "An edition"
version = "1"
date = 2024-03-09
[licence]
name = "CC0"
"""
LETTER = """\
Dear Comrade Orlo,

The harbour opens late in the spring, as we agreed. The pilots were told of it on 2 March.

Nobody asked for the tariffs of the free port, which were not changed in that year.

With greetings,

L. Varga
"""


class Result(NamedTuple):
    """What a call of the command gave."""

    status: int
    out: str
    err: str


Diple = Callable[..., Result]


@pytest.fixture
def diple(capsys: pytest.CaptureFixture[str]) -> Diple:
    def call(*arguments: str | Path) -> Result:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Result(status, captured.out, captured.err)

    return call


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, diple: Diple) -> Path:
    """The current folder: an edition of one letter, encoded."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "edition.toml").write_text(EDITION, encoding="utf-8")
    (tmp_path / "seeds" / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert diple("encode", "seeds/letter.txt").status == 0
    return tmp_path
