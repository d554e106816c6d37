"""How ``diple serve`` ends when it is told to, however it was started."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from diple.edition import Edition

IGNORING = """
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
from diple.cli import main
sys.exit(main())
"""


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_the_background_of_a_shell_too(edition: Edition, told: signal.Signals) -> None:
    command = [sys.executable, "-u", "-c", IGNORING, "serve", "--no-build", "--port", "0"]
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = subprocess.Popen([*command, "--edition", str(edition.root)], **pipe)  # type: ignore[call-overload]
    assert running.stdout.readline().startswith("http://localhost:")
    running.send_signal(told)
    _, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (0, "")
