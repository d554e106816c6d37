"""An edition of one letter in a folder of its own, encoded, and the command called as a program would."""

from __future__ import annotations

from pathlib import Path

import pytest
from merge_calling import EDITION, LETTER, Diple, Result

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
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, diple: Diple) -> Path:
    """The current folder: an edition of one letter, encoded."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "edition.toml").write_text(EDITION, encoding="utf-8")
    (tmp_path / "seeds" / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert diple("encode", "seeds/letter.txt").status == 0
    return tmp_path
