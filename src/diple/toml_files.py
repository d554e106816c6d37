"""Reading the TOML files that people write for an edition."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from diple.findings import bad_input

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def parse_toml(path: Path, text: str, code: str) -> dict[str, object]:
    """Return the tables of a TOML file whose text this is.

    Raises ``DipleError`` with this ``code`` if it is no TOML; the finding has the line and column that the parser
    names, the last line where it names none.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line, column = map(int, place.groups()) if place else (text.count("\n") + 1, 0)
        reason = _PLACE.sub("", message)
        if marks := _CONFLICT.search(text):
            line, column, reason = (
                text.count("\n", 0, marks.start()) + 1,
                1,
                "git has left the marks of a conflict here",
            )
        raise bad_input(code, str(path), f"the file is not TOML: {reason}", line=line, column=column) from error
