"""What the page says, from one table with a column a language."""

from __future__ import annotations

from calendar import monthrange
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wortfeld.display.numbers import GROUP_SPACE, grouped

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

__all__ = ["Wording", "languages"]

_TABLE = Path(__file__).parent / "wording.tsv"
_MOST_DIGITS = 4


@cache
def _rows() -> dict[str, dict[str, str]]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    names = lines[0].split("\t")[1:]
    rows = (line.split("\t") for line in lines[1:] if line)
    return {key: dict(zip(names, texts, strict=True)) for key, *texts in rows}


def languages() -> frozenset[str]:
    """Return the codes of the languages that a page can be in."""
    return frozenset(next(iter(_rows().values())))


class Wording:
    """The words of one language; called with a key it gives the text.

    Parameters
    ----------
    language
        A code of :func:`languages`.
    """

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key with the values put in."""
        return _rows()[key][self.language].format(**values)

    def known(self, key: str, default: str) -> str:
        """Return the text of a key, or the default where there is none."""
        row = _rows().get(key)
        return default if row is None else row[self.language]

    def many(self, key: str, count: int) -> str:
        """Return a number with its noun: ``many("document", 3)`` is "3 texts"."""
        return f"{grouped(count)} {self(f'{key}.one' if count == 1 else f'{key}.many')}"

    def noun(self, key: str, count: int) -> str:
        """Return the noun that goes with a number."""
        return self(f"{key}.one" if count == 1 else f"{key}.many")

    def modified(self, modifier: str, surface: str) -> str:
        """Return a quantity as written with its modifier in words before it."""
        if not modifier:
            return surface
        return f"{self.known(f'modifier.{modifier}', modifier)} {surface}"

    def expected(self, value: float | None) -> str:
        """Return how many sentences of a pair are expected by chance, to stand after a count."""
        return "" if value is None else self("expected", value=self.decimal(value, 2))

    def decimal(self, value: float | None, digits: int = 1) -> str:
        """Return a number with a fixed number of decimals, in the language's notation."""
        if value is None:
            return "–"
        text = f"{value:.{digits}f}"
        return text.replace(".", self("decimal_mark"))

    def exact(self, text: str) -> str:
        """Return an exact decimal, as tables hold it, with its thousands apart."""
        whole, _, fraction = text.partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        if len(digits) > _MOST_DIGITS:
            digits = f"{int(digits):,}".replace(",", GROUP_SPACE)
        return sign + digits + (self("decimal_mark") + fraction if fraction else "")

    def day(self, day: datetime.date | None) -> str:
        """Return a day as people write it."""
        if day is None:
            return "–"
        return self("date.day", day=day.day, month=self(f"month.{day.month}"), year=day.year)

    def days(self, first: datetime.date, last: datetime.date) -> str:
        """Return a period in its shortest form: a year, a month, a day or from one to another."""
        if first == last:
            return self.day(first)
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            if (first.month, last.month) == (1, 12):
                return self._years(first.year, last.year)
            if (first.year, first.month) == (last.year, last.month):
                return f"{self(f'month.{first.month}')} {first.year}"
            if first.year == last.year:
                return self(
                    "date.months",
                    first=self(f"month.{first.month}"),
                    last=self(f"month.{last.month}"),
                    year=first.year,
                )
        if (first.year, first.month) == (last.year, last.month):
            return self("date.days_of_month", first=first.day, last=self.day(last))
        return f"{self.day(first)} – {self.day(last)}"

    def listed(self, texts: Sequence[str]) -> str:
        """Return texts as a list in a sentence: "a, b and c"."""
        if len(texts) < 2:
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self('and')} {texts[-1]}"

    def _years(self, first: int, last: int) -> str:
        return str(first) if first == last else f"{first}–{last}"
