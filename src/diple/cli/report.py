"""The one place where findings and errors are shown, and where the exit status of a command comes from."""

from __future__ import annotations

import functools
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Concatenate, ParamSpec, TextIO
from unicodedata import category

import click

from diple.cli.forms import Format, Lines, in_form, one_line
from diple.findings import DipleError, Exit, Finding, Level, bad_input

Parameters = ParamSpec("Parameters")

_OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
UNREADABLE = "I001"
WORRYING: tuple[Level, ...] = ("error", "warning")


@dataclass(slots=True)
class Report:
    """What a command has found so far.

    ``findings_are_result`` says that the command was asked for findings (they go to standard output); elsewhere they
    accompany the work (standard error). Errors that stopped work on a file always go to standard error as text; in the
    other formats all stand together on standard output. ``lines`` makes the text of a finding; ``files`` are the files
    looked at, ``accepted`` counts the findings that are not shown because somebody has given a reason for them.
    """

    format: Format = "text"
    findings_are_result: bool = False
    findings: list[Finding] = field(default_factory=list)
    refusals: list[Finding] = field(default_factory=list)
    result: list[str] = field(default_factory=list)
    status: Exit = Exit.WELL
    lines: Lines = one_line
    files: list[str] = field(default_factory=list)
    accepted: int = 0

    def add(self, findings: Iterable[Finding], status: Exit = Exit.WELL) -> None:
        """Take findings in; ``status`` is what they make of the exit status, if that is not worse already."""
        self.findings.extend(findings)
        self.worsen(status)

    def refuse(self, error: DipleError) -> None:
        """Take in an error that stopped work on a file."""
        self.refusals.append(error.finding)
        self.worsen(error.exit_status)

    def worsen(self, status: Exit) -> None:
        """Raise the exit status to ``status``; it is never lowered."""
        self.status = max(self.status, status)

    def say(self, line: str) -> None:
        """Take in a line of the command's result, to be shown at the end; as JSON the result is the findings alone."""
        self.result.append(line)

    @contextmanager
    def attempt(self, file: str) -> Iterator[None]:
        """Let work on one file fail without harm to the others: its error becomes a finding.

        An error nobody foresaw is a defect of the program; it is told as I099 and, with ``DIPLE_DEBUG`` set in the
        environment, raised as it is.
        """
        try:
            yield
        except (click.ClickException, click.exceptions.Exit):
            raise
        except DipleError as error:
            self.refuse(error)
        except OSError as error:
            self.refuse(bad_input("I009", error.filename or file, f"the system refused: {error.strerror or error}"))
        except Exception as error:
            if os.environ.get("DIPLE_DEBUG"):
                raise
            self.refuse(unforeseen(file, error))

    def count(self) -> str:
        """Return how many findings of each level there are, in words."""
        levels = Counter(finding.level for finding in (*self.refusals, *self.findings))
        parts = [plural(levels["error"], "error"), plural(levels["warning"], "warning"), f"{levels['advice']} advice"]
        return ", ".join(parts) + (f", {self.accepted} accepted with a reason" if self.accepted else "")

    def show(self, levels: Iterable[Level] = ("error", "warning", "advice")) -> None:
        """Print the findings of these levels and the result, or all findings as JSON, in the order they came.

        Nothing is printed before, so that what cannot be printed (a full disk, a reader gone) is no error in a file.
        """
        if self.format != "text":
            if text := in_form(self.format, (*self.refusals, *self.findings), self.files):
                click.echo(text)
            return
        for finding in self.refusals:
            for line in one_line(finding):
                echo(line, err=True)
        for finding in self.findings:
            if finding.level in levels:
                for line in self.lines(finding):
                    echo(line, err=not self.findings_are_result)
        for line in self.result:
            echo(line)


def hush(stream: TextIO) -> None:
    """Send what a stream still holds to nowhere, lest Python complain at its exit of what was told already."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def status_of(findings: Sequence[Finding], *, strict: bool = False, lost: bool = False) -> Exit:
    """Return the exit status that findings ask for.

    Errors count, warnings too if ``strict``, advice never; ``lost`` says that errors mean lost text. A file that could
    not be read is bad input; XML that is not well-formed is a finding.
    """
    if any(finding.code == UNREADABLE for finding in findings):
        return Exit.BAD_INPUT
    if any(finding.level == "error" for finding in findings):
        return Exit.TEXT_LOST if lost else Exit.FINDINGS
    worried = strict and any(finding.level in WORRYING for finding in findings)
    return Exit.FINDINGS if worried else Exit.WELL


def unforeseen(file: str, error: Exception) -> DipleError:
    """Return the error to show for a defect of the program met while working on ``file``."""
    message = f"diple failed on this file: {type(error).__name__}: {error}"
    advice = "this is a defect of diple, not of your file: please report it; DIPLE_DEBUG=1 shows where it happened"
    return DipleError(Finding("I099", "error", file, 0, 0, message, suggestion=advice), Exit.BAD_INPUT)


def echo(line: str, *, err: bool = False) -> None:
    """Print a line with what a terminal would obey (control characters) written as escapes."""
    click.echo(escaped(line), err=err)


def escaped(line: str) -> str:
    """Return a line with what a terminal would obey written as escapes."""
    return "".join(sign.encode("unicode_escape").decode() if category(sign) in _OBEYED else sign for sign in line)


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 error``, ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def reporting(
    *,
    findings_are_result: bool = False,
    levels: tuple[Level, ...] = ("error", "warning", "advice"),
    formats: Sequence[Format] = ("text", "json"),
    lines: Lines = one_line,
) -> Callable[[Callable[Concatenate[Report, Parameters], None]], Callable[..., None]]:
    """Return a decorator that gives a command ``--format`` and its ``Report``, shows that and exits with its status."""
    others = [name for name in formats if name not in ("text", "json")]
    more = f"; {', '.join(others)} for the programs of that name" if others else ""

    def decorate(command: Callable[Concatenate[Report, Parameters], None]) -> Callable[..., None]:
        @click.option(
            "--format",
            "format_",
            type=click.Choice(formats),
            default="text",
            show_default=True,
            help=f"Findings as lines for people or as one JSON array of objects for programs{more}.",
        )
        @functools.wraps(command)
        def with_report(format_: Format, *args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
            report = Report(format_, findings_are_result, lines=lines)
            with report.attempt("diple"):
                command(report, *args, **kwargs)
            try:
                report.show(levels)
            except BrokenPipeError:
                hush(sys.stdout)
            click.get_current_context().exit(report.status)

        return with_report

    return decorate
