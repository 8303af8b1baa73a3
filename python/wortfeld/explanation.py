"""Why a mention is one, as a dict that notebooks show as a table."""

from __future__ import annotations

from wortfeld._columns import ColumnType, columns_from

__all__ = ["Explanation"]


class Explanation(dict[str, str]):
    """What is known of a mention or of a rule, by name: a dict like any other.

    Examples
    --------
    >>> import wortfeld as wf
    >>> mentions = wf.read(texts=["Nvidias Chips"], language="de").mentions(["Nvidia"])
    >>> mentions.explain(0)["form"], type(mentions.explain(0)).__name__
    ('genitive', 'Explanation')
    """

    def _repr_html_(self) -> str:
        from wortfeld.display.html import table_html

        types: dict[str, ColumnType] = {"name": "text", "value": "text"}
        columns = columns_from({"name": self.keys(), "value": self.values()}, types=types)
        return table_html(columns, caption="Why this is a mention", rows=len(self))
