"""The wheel: built from the tree, put into an empty virtual environment, used there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

TREE = Path(__file__).resolve().parent.parent
SHIPPED = ("xslt", "schema")
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(TREE)]
    built = subprocess.run(build, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the wheel, and the dependencies of this one.

    The dependencies are lent by a ``.pth`` file, so that nothing is fetched; diple itself comes from the wheel alone,
    since a regular package wins over one that an editable installation would add.
    """
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=False, symlinks=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    install = [*PIP, "--python", str(folder), "install", "--no-deps", "--no-index", str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    set_by_others = {"PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    clean = {name: value for name, value in os.environ.items() if name not in set_by_others}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)


def test_the_wheel_carries_every_stylesheet_and_schema(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        held = set(archive.namelist())
    for folder in SHIPPED:
        files = [path for path in (TREE / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        assert files, f"{folder}/ is empty"
        missing = [path for path in files if f"diple/{path.relative_to(TREE)}" not in held]
        assert missing == []


def test_the_wheel_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    where = run([str(installed / "python"), "-c", "import diple; print(diple.__file__)"], tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent), where.stdout + where.stderr


def test_the_installed_command_makes_an_edition_anywhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "talk.txt").write_text("A TALK\n\n4 May 1962\n\nVarga: Who reads?\n\nOrlo: I do.\n")
    (tmp_path / "edition.toml").write_text(
        '[edition]\ntitle = "T"\npublisher = "P"\nversion = "1"\ndate = 2024-01-01\n[licence]\nname = "CC0"\n'
    )
    diple = str(installed / "diple")
    encoded = run([diple, "encode", "seeds/talk.txt", "--into", "apart"], tmp_path)
    assert (encoded.returncode, encoded.stderr) == (0, "")
    assert (tmp_path / "apart" / "talk.xml").is_file()
    built = run([diple, "build"], tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "build" / "documents" / "talk" / "talk.reading.txt").is_file()


@pytest.mark.parametrize("target", ["score", "vary", "learn"])
def test_the_measuring_commands_of_make_start(target: str) -> None:
    recipe = run(["make", "-n", target, f"{target.upper()}=--help", f"PY={sys.executable}"], TREE)
    command = recipe.stdout.splitlines()[-1]
    started = run(["sh", "-c", command], TREE)
    assert "--help" in command and started.returncode == 0, started.stderr
    assert "usage" in started.stdout
