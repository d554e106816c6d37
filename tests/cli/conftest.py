"""An edition of three small documents in a folder of its own, and the command called as a program would."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import EDITION, LETTER, NOTE, TALK, Diple, Result

from diple.cli import main


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
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: one that lies in no edition."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def edition(outside: Path) -> Path:
    """The current folder: an edition of three documents, not yet built."""
    (outside / "seeds").mkdir()
    (outside / "edition.toml").write_text(EDITION, encoding="utf-8")
    for name, text in (("talk.txt", TALK), ("letter.md", LETTER), ("note.txt", NOTE)):
        (outside / "seeds" / name).write_text(text, encoding="utf-8")
    return outside
