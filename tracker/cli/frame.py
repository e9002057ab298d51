"""What every command shares: global options before or after it, and errors of one line.

``--db`` and ``--debug`` belong to the program, but people write them where they think of them; each
command therefore accepts them too. Errors leave as one line on standard error and an exit status:
1 not found or failed, 2 wrong usage, 3 no usable database, 70 a fault of ours, 130 interrupted, 141 the
reader of a pipe has gone.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from tracker.errors import TrackerError

INTERNAL_ERROR = 70  # EX_SOFTWARE
INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13


class Globals:
    """The values of the global options, wherever they stood."""

    def __init__(self) -> None:
        self.db: str | None = None
        self.debug = False
        self.if_output_fails = ""
        """What a command has done all the same where its output cannot be written."""


class OutputError(TrackerError):
    """Standard output cannot be written, as where the disk is full."""


class _Output(io.TextIOWrapper):
    """Standard output whose errors are told from those of any other file."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream  # were it dropped, it would close the buffer that both share
        super().__init__(
            stream.buffer,
            encoding=stream.encoding,
            errors=stream.errors,
            line_buffering=stream.line_buffering,
            write_through=stream.write_through,
        )

    def write(self, text: str, /) -> int:
        with _told():
            return super().write(text)

    def flush(self) -> None:
        with _told():
            super().flush()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write the output: {error.strerror}") from error


class Command(TyperCommand):
    """A command that accepts the global options as its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_global_options())


class Group(TyperGroup):
    """A group of commands that accepts the global options as its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.extend(_global_options())


class Program(Group):
    """The whole program: runs a command and turns whatever it raises into a line and a status."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **_: Any,
    ) -> NoReturn:
        """Run the command that ``args`` (default: the process's own) name, and exit with its status."""
        options = Globals()
        if sys.stdout is None:  # closed, as by ">&-": its number shall be no database's
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
        elif sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout = _Output(sys.stdout)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a poor locale shall not stop the work
        sys.exit(_status_of(options, lambda: self._run(args, prog_name or "tracker", options)))

    def _run(self, args: Sequence[str] | None, prog_name: str, options: Globals) -> int:
        arguments = list(sys.argv[1:] if args is None else args)
        try:
            with self.make_context(prog_name, arguments, obj=options) as context:
                self.invoke(context)
        except typer.Exit as end:
            return end.exit_code
        finally:
            sys.stdout.flush()
        return 0


def _status_of(options: Globals, run: Callable[[], int]) -> int:
    try:
        return run()
    except TrackerError as error:
        done = options.if_output_fails if isinstance(error, OutputError) else ""
        return _fail(options, f"{error}{done}", error.exit_status)
    except typer.TyperException as error:
        return _fail(options, _usage_line(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _fail(options, "interrupted; run the same command again to finish the work", INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except Exception as error:
        line = f"internal error: {type(error).__name__}: {error}; run again with --debug to see where"
        return _fail(options, line, INTERNAL_ERROR)


def _fail(options: Globals, line: str, status: int) -> int:
    from tracker.cli.text import one_line  # noqa: PLC0415 - only errors pay for it

    if options.debug and sys.exc_info()[1] is not None:
        import traceback  # noqa: PLC0415 - only a debugging user pays for it

        traceback.print_exc()
    try:
        sys.stdout.flush()
    except (BrokenPipeError, OutputError):
        _drop_output()
    with suppress(OSError):  # where that cannot be written either, the status says it
        typer.echo(f"tracker: {one_line(line)}", err=True)
    return status


def _usage_line(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    message = error.format_message().rstrip(".")
    if context is None:
        return message
    return f"{message}; see {context.command_path} --help"


def _drop_output() -> None:
    """Let the interpreter's last flush go nowhere, now that nobody reads it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _global_options() -> list[TyperOption]:
    return [
        TyperOption(
            param_decls=["--db"],
            type=str,
            metavar="PATH|URL",
            help="The database: a file, or any SQLAlchemy URL.  [env var: TRACKER_DB; default: tracker.db]",
            expose_value=False,
            callback=_keep_db,
        ),
        TyperOption(
            param_decls=["--debug"],
            is_flag=True,
            help="Show a traceback where an error occurs.",
            expose_value=False,
            is_eager=True,
            callback=_keep_debug,
        ),
    ]


def _keep_db(context: typer.Context, _parameter: Any, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Globals).db = value


def _keep_debug(context: typer.Context, _parameter: Any, value: bool | None) -> None:
    if value:
        context.ensure_object(Globals).debug = True
