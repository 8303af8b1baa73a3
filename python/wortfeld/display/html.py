"""HTML from templates; every value is escaped. jinja2 is loaded on use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wortfeld.display.numbers import grouped
from wortfeld.display.shown import ShownColumn, shown_columns, visible

if TYPE_CHECKING:
    import jinja2

    from wortfeld import _core

__all__ = ["render", "table_html"]

_TEMPLATES = Path(__file__).parent / "templates"
_ROWS = 20
_COLUMNS = 40
_BYTES = 64 * 1024
_LONGEST_TEXT = 200
_LONGEST_NAME = 60

# As wide as a digit and as a point: what is missing behind a number, so that points align.
_DIGIT_SPACE, _POINT_SPACE = "\u2007", "\u2008"


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: Any) -> str:
    """Fill a template of ``display/templates``.

    Parameters
    ----------
    template
        Its file name. Everything put into it is escaped, without exception for file types; a value
        that the template needs and does not get is an error.
    **values
        What the template shows.
    """
    return _environment().get_template(template).render(values)


def table_html(raw: _core.Columns, *, caption: str, rows: int = _ROWS) -> str:
    """Return the first rows as an HTML table of at most 64 KB, with a note on what is left out.

    Parameters
    ----------
    raw
        The columns.
    caption
        What the table shows; may be empty.
    rows
        How many rows are shown at most.
    """
    shown = min(rows, raw.rows)
    while True:
        page = _table_page(raw, caption, shown)
        if shown <= 1 or len(page.encode()) <= _BYTES:
            return page
        shown //= 2


def _table_page(raw: _core.Columns, caption: str, rows: int) -> str:
    columns = [_for_html(column) for column in shown_columns(raw, rows)[:_COLUMNS]]
    return render(
        "table.html",
        caption=_cut(visible(caption), _LONGEST_TEXT),
        columns=columns,
        rows=list(zip(*(column.cells for column in columns), strict=True)),
        notes=_notes(raw, rows),
    )


def _notes(raw: _core.Columns, rows: int) -> list[str]:
    """Return what the table does not show and the call that does."""
    notes = []
    hidden = len(raw.names) - _COLUMNS
    if raw.rows == 0:
        notes.append("no rows")
    elif rows < raw.rows:
        notes.append(f"{rows} of {grouped(raw.rows)} rows")
    if hidden > 0:
        notes.append(f"{_COLUMNS} of {grouped(len(raw.names))} columns")
    if rows < raw.rows or hidden > 0:
        notes.append("all of them: .to_pandas()")
    return notes


def _for_html(column: ShownColumn) -> ShownColumn:
    name = _cut(column.name, _LONGEST_NAME)
    if not column.numeric:
        cells = [_cut(cell, _LONGEST_TEXT) for cell in column.cells]
        return ShownColumn(name, numeric=False, cells=cells)
    tails = [len(cell) - cell.index(".") if "." in cell else 0 for cell in column.cells]
    longest = max(tails, default=0)
    cells = [cell + _missing(longest, tail) for cell, tail in zip(column.cells, tails, strict=True)]
    return ShownColumn(name, numeric=True, cells=cells)


def _missing(longest: int, tail: int) -> str:
    if tail or not longest:
        return _DIGIT_SPACE * (longest - tail)
    return _POINT_SPACE + _DIGIT_SPACE * (longest - 1)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
