"""The card of mentions: who, how much and when, in a few lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld._call import COUNTED_ZONES
from wortfeld.display.html import render
from wortfeld.display.numbers import grouped
from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from wortfeld.mentions import Mentions

__all__ = ["mentions_html", "mentions_text"]

_MOST_NAMES, _MOST_AMOUNTS, _MOST_DATES = 8, 5, 6
_LONGEST = 80
# Digits before the point that are hard to count.
_LONG_NUMBER = re.compile(r"(?<![.\d])\d{5,30}")
# Kinds that have a colour of their own.
_COLOURED = frozenset({"person", "organisation", "product", "place", "event"})
_NO_AMOUNT = frozenset({"generic", "negated", "vague"})


class Name(NamedTuple):
    """An entity and how often it is named."""

    entity: str
    kind: str
    colour: str
    times: str
    documents: str
    forms: str


class Reading(NamedTuple):
    """An amount or a date as written and as read."""

    surface: str
    reading: str


def mentions_text(mentions: Mentions) -> str:
    """Return one line: how many mentions of what there are."""
    table = mentions._raw.table()
    named = sum(rule.startswith("alias:") for rule in table.values("rule"))
    return (
        f"Mentions: {named} of names, {len(mentions) - named} of quantities "
        f"in {len(mentions.corpus)} documents"
    )


def mentions_html(mentions: Mentions) -> str:
    """Return the card as HTML: most frequent entities, largest amounts, first and last dates."""
    entities = mentions.entities()
    rows = _counted(mentions)
    amounts, more_amounts = _amounts(rows)
    dates, more_dates = _dates(rows)
    return render(
        "mentions.html",
        title=mentions_text(mentions),
        names=[_name(row) for row in entities.head(_MOST_NAMES).rows()],
        more_names=_more(len(entities), _MOST_NAMES),
        amounts=amounts,
        more_amounts=more_amounts,
        dates=dates,
        more_dates=more_dates,
    )


def _counted(mentions: Mentions) -> list[dict[str, Any]]:
    """Return the quantities of the counted zones, as far as the card speaks of them."""
    table = mentions._raw.table()
    names = ("kind", "zone", "level", "surface", "entity", "value", "value_high", "unit",
             "modifier", "date_first", "date_last")  # fmt: skip
    columns = [table.values(name) for name in names]
    return [
        row
        for values in zip(*columns, strict=True)
        if values[0] in ("money", "date") and values[1] in COUNTED_ZONES and values[2] == 0
        for row in [dict(zip(names, values, strict=True))]
    ]


def _name(row: dict[str, Any]) -> Name:
    return Name(
        _cut(row["entity"]),
        _cut(row["kind"]),
        row["kind"] if row["kind"] in _COLOURED else "number",
        grouped(row["count"]),
        grouped(row["document_count"]),
        _cut(row["forms"]),
    )


def _amounts(rows: list[dict[str, Any]]) -> tuple[list[Reading], str]:
    """Return the largest sums of the commonest currency, each reading once."""
    sums = [
        row
        for row in rows
        if row["kind"] == "money" and row["value"] is not None and row["modifier"] not in _NO_AMOUNT
    ]
    units = [row["unit"] or "" for row in sums]
    unit = max(sorted(set(units)), key=units.count, default="")
    largest: dict[str, dict[str, Any]] = {}
    for row in sorted(sums, key=lambda row: -(row["value_high"] or row["value"])):
        if (row["unit"] or "") == unit:
            largest.setdefault(f"{row['modifier']} {row['entity']}", row)
    shown = [_reading(row) for row in list(largest.values())[:_MOST_AMOUNTS]]
    return shown, _more(len(sums), len(shown))


def _dates(rows: list[dict[str, Any]]) -> tuple[list[Reading], str]:
    """Return the first and the last days that are named, each reading once."""
    dated = [row for row in rows if row["kind"] == "date" and row["date_first"] is not None]
    dated.sort(key=lambda row: (row["date_first"], row["date_last"]))
    distinct = list({row["entity"]: row for row in dated}.values())
    half = _MOST_DATES // 2
    shown = distinct if len(distinct) <= _MOST_DATES else [*distinct[:half], *distinct[-half:]]
    return [_reading(row) for row in shown], _more(len(dated), len(shown))


def _reading(row: dict[str, Any]) -> Reading:
    modifier = f"{row['modifier'].replace('_', ' ')} " if row["modifier"] else ""
    reading = _LONG_NUMBER.sub(lambda digits: grouped(int(digits[0])), row["entity"] or "")
    return Reading(_cut(row["surface"]), _cut(f"{modifier}{reading}"))


def _more(count: int, shown: int) -> str:
    return f"{grouped(count - shown)} more" if count > shown else ""


def _cut(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
