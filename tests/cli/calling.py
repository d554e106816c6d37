"""Three small documents, and what a call of the command gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

EDITION = """\
[edition]
title = "Harbour Papers"
publisher = "An edition"
version = "1"
date = 2024-03-09
[licence]
name = "CC0"
"""
TALK = """\
RECORD OF A TALK

4 May 1962

Varga: Who reads the statement out?

Orlo: I do. (Laughter)

Varga: Then let us begin with [North] Norvania.
"""
LETTER = """\
Dear Comrade Orlo,

The harbour opens in the spring, as we agreed. The pilots were told of it on 2 March.

With greetings,

L. Varga
"""
NOTE = "The tariffs of the free port were not changed in that year.\n\nNobody asked for it either.\n"


class Result(NamedTuple):
    """What a call of the command gave."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings it printed as JSON."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """The codes of the findings it printed as JSON."""
        return [finding["code"] for finding in self.findings]


Diple = Callable[..., Result]
