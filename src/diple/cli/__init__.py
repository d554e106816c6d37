"""The command ``diple``: the only part of the program that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword

import click

from diple import __version__
from diple.cli.report import hush
from diple.findings import Exit

_COMMANDS = {
    "init": "Lay out a new edition.",
    "new": "Begin a transcript.",
    "import": "Take transcripts into the edition.",
    "build": "Build the edition: encode, verify, validate, render.",
    "encode": "Encode transcripts as TEI.",
    "validate": "Check TEI files against the schema.",
    "verify": "Check that TEI files hold every word of their transcripts.",
    "render": "Make pages and plain texts from TEI files.",
    "review": "List the places that want a person.",
    "merge": "Merge a new encoding into edited TEI, settle what both changed.",
    "fmt": "Lay TEI files out, one block to a line.",
    "merge-driver": "Merge two branches' TEI for git.",
    "check": "Check the conventions of a house and run their examples.",
    "explain": "Show line by line what was recognised, and why.",
    "serve": "Show the edition and keep it true.",
    "status": "Tell where each document stands.",
}


def _module_of(command: str) -> str:
    """Return the name of the module of a command: ``import_`` of ``import``, which Python keeps for itself."""
    name = command.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name


class LazyGroup(click.Group):
    """A group that imports the module of a command when it is called for, so that ``diple --help`` is there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which the work is done."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or ``None``."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"diple.cli.{_module_of(cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=LazyGroup, name="diple", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="diple")
def diple() -> None:
    """A press for digital editions: transcripts in, TEI P5, pages and plain texts out.

    \b
    Example:
      diple build          the whole line, for the edition in this folder
      diple encode a.txt   one transcript, anywhere

    Exit status: 0 all is well, 1 findings, 2 wrong usage, 3 bad input, 4 text was lost.
    """


def main(args: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's by default) and return its exit status.

    The streams are made to take any character, whatever their encoding.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = diple.main(args=args, prog_name="diple", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except click.Abort:
        click.echo("stopped", err=True)
        return Exit.FINDINGS
    except OSError as error:
        hush(sys.stdout)
        click.echo(f"diple: the output cannot be written: {error.strerror}", err=True)
        return Exit.BAD_INPUT
    return status if isinstance(status, int) else Exit.WELL
