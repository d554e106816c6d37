"""What the code's house rules say of sizes: functions that a screen holds, modules of one topic."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "diple"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FUNCTION, LONGEST_MODULE = 40, 350
"""The most lines of a function, its docstring among them, and of a module."""


def longer_than(most: int, code: str) -> set[str]:
    """Return the names of the functions of more than so many lines."""
    found = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return {node.name for node in found if (node.end_lineno or 0) - node.lineno >= most}


def test_no_function_is_longer_than_a_screen() -> None:
    longer = {
        f"{path.relative_to(SOURCE)}: {name}"
        for path in MODULES
        for name in longer_than(LONGEST_FUNCTION, path.read_text(encoding="utf-8"))
    }
    assert longer == set()


def test_no_module_is_longer_than_it_should_be() -> None:
    lines = {str(path.relative_to(SOURCE)): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {path: count for path, count in lines.items() if count > LONGEST_MODULE} == {}
    assert len(lines) > 300


def test_a_long_function_would_be_found() -> None:
    code = "class A:\n    def long(self):\n" + "        pass\n" * 3 + "def short():\n    pass\n"
    assert longer_than(3, code) == {"long"}
    assert longer_than(4, code) == set()


def test_recognisers_take_capitals_of_every_alphabet() -> None:
    """``[A-Z]`` of ``re`` would not know the names that begin with Ł, Š or Ö (see ``diple.patterns``)."""
    own = {str(path.relative_to(SOURCE)) for path in MODULES if "recognisers" in path.parts}
    alone = {name for name in own if "\nimport re\n" in (SOURCE / name).read_text(encoding="utf-8")}
    assert alone == set()
    assert len(own) > 150
