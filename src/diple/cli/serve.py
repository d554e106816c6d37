"""``diple serve``: the edition shown while it is worked on."""

from __future__ import annotations

import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import click

from diple.cli.options import edition_option, the_edition
from diple.cli.report import Report, echo, reporting
from diple.edition import Edition
from diple.findings import bad_input

_STEP, _GATHER, _PAUSE = 10, 40, 200
"""Milliseconds: between looks for saves, that saves made together are gathered, and between looks at other work."""


@click.command("serve")
@edition_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any that is free."
)
@click.option("--open", "show", is_flag=True, help="Open the front page in the browser.")
@click.option("--no-build", "as_built", is_flag=True, help="Show what is built already, without building first.")
@reporting()
def command(report: Report, folder: Path | None, port: int, *, show: bool, as_built: bool) -> None:
    """Build the edition, show it at http://localhost:8000/ and keep it true until Ctrl-C.

    Whoever saves a TEI file, a transcript, the register or a style sheet sees the open page change, without losing the
    place, with what validation found and what the review list holds. Nothing outside the build folder is served, and
    nothing to other machines.

    \b
    Example:
      diple serve
      diple serve --edition papers --port 8080 --open
    """
    edition = the_edition(folder)
    watching = _watching(edition)
    _end_when_told()
    if not as_built:
        _build(edition)
    _serve(report, edition, watching, port, show=show)


def _end_when_told() -> None:
    """Take SIGTERM like Ctrl-C, and both even if a shell started this in the background with SIGINT ignored."""
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, signal.default_int_handler)


def _build(edition: Edition) -> None:
    """Build the edition in a process of its own; what is found is shown, and stops nothing."""
    command = [sys.executable, "-m", "diple.cli", "build", "--no-pdf", "--edition", str(edition.root)]
    subprocess.run(command, check=False)  # noqa: S603


def _serve(report: Report, edition: Edition, watching: Iterator[set[Path]], port: int, *, show: bool) -> None:
    from diple.serve import Bulletin, Site, Workshop, start_server

    if not (edition.build / "index.html").is_file():
        raise bad_input("I054", str(edition.build), "there is no page to show", suggestion="run diple build")
    site = Site(edition.build, Bulletin())
    try:
        server = start_server(site, port)
    except OSError as error:
        advice = "another program uses it: name another with --port"
        raise bad_input("I044", f"port {port}", f"cannot be used: {error.strerror}", suggestion=advice) from error
    workshop = Workshop(edition, site.bulletin, echo)
    try:
        workshop.open()
        address = f"http://localhost:{server.server_port}/"
        echo(f"{address} shows the edition; Ctrl-C ends this.")
        if show:
            webbrowser.open(address)
        for saved in watching:
            if saved:
                workshop.saved(saved)
            workshop.idle()
    except KeyboardInterrupt:
        report.say("ended")
    finally:
        site.closing.set()
        workshop.close()
        server.shutdown()
        server.server_close()


def _watching(edition: Edition) -> Iterator[set[Path]]:
    """Return what was saved, as it is saved, and now and then nothing; raises ``DipleError`` (I045) if it cannot be."""
    try:
        from watchfiles import DefaultFilter, watch
    except ImportError as error:
        advice = "install it: pip install 'diple[serve]'"
        raise bad_input("I045", "diple serve", "the package watchfiles is missing", suggestion=advice) from error
    root, build = edition.root.resolve(), str(edition.build.resolve())

    class OfPeople(DefaultFilter):
        """What people save: not what is built, nor what editors keep beside their files."""

        def __call__(self, change, path: str) -> bool:  # type: ignore[no-untyped-def]
            return not path.startswith(build) and super().__call__(change, path) and not path.endswith(".tmp")

    changes = watch(
        root, watch_filter=OfPeople(), debounce=_GATHER, step=_STEP, rust_timeout=_PAUSE, yield_on_timeout=True
    )
    return ({Path(path) for _, path in found} for found in changes)
