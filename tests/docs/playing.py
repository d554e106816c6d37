"""Doing what a guide says: files written, commands and recipes run, files edited, in the order of the page.

What a fenced block is for stands behind its language: ``write=FILE``, ``run`` (with ``status=N`` if a command is to end
so), ``output`` (what the block before printed), ``before=FILE`` and ``after=FILE`` (an edit by hand).
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from fences import Fence, missing, parts_of_text
from lxml import etree
from saxonche import PySaxonProcessor

from diple.xmlio import NS, parse_file


@dataclass
class Reader:
    """Somebody who follows a guide in a folder."""

    folder: Path
    printed: str = ""
    edit: str = ""

    def follow(self, fence: Fence) -> None:
        """Do what one block says, or see that it is true."""
        match fence:
            case Fence(values={"write": name}):
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_text(fence.text, encoding="utf-8")
            case Fence(values={"before": name}):
                assert (self.folder / name).read_text(encoding="utf-8").count(_piece(fence)) == 1, fence
                self.edit = _piece(fence)
            case Fence(values={"after": name}):
                path = self.folder / name
                path.write_text(path.read_text(encoding="utf-8").replace(self.edit, _piece(fence)), encoding="utf-8")
            case Fence(words=("output",)):
                assert missing(parts_of_text(fence.text), " ".join(self.printed.split())) == "", (fence, self.printed)
            case Fence(words=("run",)):
                self._run(fence)

    def _run(self, fence: Fence) -> None:
        match fence.language:
            case "sh":
                self._shell(fence)
            case "python":
                self._call([sys.executable, "-c", fence.text], fence)
            case "xpath":
                self.printed = _xpath(self.folder / fence.values["on"], fence.text)
            case "xquery":
                self.printed = _xquery(self.folder, fence.text)
            case other:
                raise AssertionError(f"{fence}: nobody knows how to run {other}")

    def _shell(self, fence: Fence) -> None:
        """Run commands; the folder they end in is the folder for what follows."""
        where = self.folder / ".where"
        self._call(["bash", "-ec", f"trap 'pwd > {where}' EXIT\n{fence.text}"], fence)
        ended = Path(where.read_text(encoding="utf-8").strip())
        where.unlink()
        self.folder = ended

    def _call(self, command: list[str], fence: Fence) -> None:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        done = subprocess.run(
            command, cwd=self.folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
        )
        self.printed = done.stdout + done.stderr
        assert done.returncode == int(fence.values.get("status", 0)), (fence, self.printed)


def _piece(fence: Fence) -> str:
    return fence.text.strip("\n")


def _xpath(file: Path, expression: str) -> str:
    found = parse_file(file).xpath(expression, namespaces=NS)
    if isinstance(found, float):
        return f"{found:g}"
    items = found if isinstance(found, list) else [found]
    return "\n".join(str(etree.tostring(item, method="text", encoding="unicode", with_tail=False)) for item in items)


def _xquery(folder: Path, query: str) -> str:
    with PySaxonProcessor(license=False) as processor:
        engine = processor.new_xquery_processor()
        engine.set_query_base_uri(folder.as_uri() + "/")
        engine.set_query_content(query)
        found = engine.run_query_to_value()
        return "\n".join(found.item_at(index).string_value for index in range(found.size if found else 0))
