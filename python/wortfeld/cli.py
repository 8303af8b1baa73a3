"""The command line: ``wortfeld report FOLDER -o report.html``."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

import wortfeld

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_FAILED, _INTERRUPTED = 1, 130
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=_SETTINGS)
@click.version_option(wortfeld.__version__, prog_name="wortfeld")
def cli() -> None:
    """Term statistics and entity co-occurrence, every number traceable to the text."""


@cli.command()
@click.argument("path")
@click.option(
    "-o", "--output", default="report.html", show_default=True, help="The HTML file to write."
)
@click.option(
    "--gazetteer",
    help="File with names, or 'starter', the list that is shipped, or 'starter-de', the same with "
    "German names of entities; default: gazetteer.csv in the folder if there is one, else the "
    "list that is shipped.",
)
@click.option("--language", help="Code of the texts' language, such as de.")
@click.option("--title", help="Heading of the page.")
def report(
    path: str, *, output: str, gazetteer: str | None, language: str | None, title: str | None
) -> None:
    """Write one page about the texts in PATH, a folder, a file or a glob.

    Prints the file and five lines of findings.
    """
    from wortfeld._files import writing_text
    from wortfeld.report import build

    corpus = wortfeld.read(path, language=language)
    page = build(corpus, gazetteer=gazetteer, title=title)
    with writing_text(output) as file:
        file.write(page.html)
    for line in [output, *page.findings]:
        click.echo(line)
    _tell_language(corpus, language)


@cli.command()
@click.argument("path")
@click.option(
    "-o",
    "--output",
    default="gazetteer.proposed.csv",
    show_default=True,
    help="The CSV file to write, for a person to edit.",
)
@click.option(
    "--gazetteer",
    default="starter",
    show_default=True,
    help="File with names that are known already, or 'starter', the list that is shipped.",
)
@click.option("--language", help="Code of the texts' language, such as de.")
@click.option("--top", default=50, show_default=True, help="How many names to propose.")
def names(path: str, *, output: str, gazetteer: str, language: str | None, top: int) -> None:
    """Propose names of PATH that no list knows, as a gazetteer to edit.

    Prints the file and how many names it holds.
    """
    corpus = wortfeld.read(path, language=language)
    candidates = corpus.name_candidates(top, gazetteer=gazetteer)
    candidates.to_csv(output)
    click.echo(f"{output}: {len(candidates)} unconfirmed names")
    _tell_language(corpus, language)


def _tell_language(corpus: wortfeld.Corpus, language: str | None) -> None:
    """Tell on the error output what finds more in texts whose language nobody has named."""
    if language is None and None in corpus.documents()["language"]:
        click.echo(
            "wortfeld: no language was given; amounts, dates and names need it: --language de",
            err=True,
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted.

    Parameters
    ----------
    arguments
        The words of the command line; None takes those of the process.
    """
    try:
        cli.main(args=arguments, prog_name="wortfeld", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except (wortfeld.WortfeldError, OSError, UnicodeError) as error:
        click.echo(f"wortfeld: {_in_one_line(error)}", err=True)
        return _FAILED
    return 0


def _in_one_line(error: Exception) -> str:
    """Return the message of an error; those of the system name their file."""
    message = str(error)
    if isinstance(error, OSError) and error.strerror:
        message = error.strerror
        if error.filename is not None and str(error.filename) not in message:
            message = f"{message}: {error.filename}"
    return " ".join(message.split())
