"""Evidence: the passages that a number was counted from."""

from __future__ import annotations

from wortfeld.table import Table

__all__ = ["Evidence"]


class Evidence(Table):
    """Passages with both mentions marked: a table that shows itself as text.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Chip und Strom."], language="de")
    >>> corpus.cooccurrence(["chip", "strom"])["chip", "strom"].evidence()["text"].tolist()
    ['Chip und Strom.']
    """

    def __repr__(self) -> str:
        from wortfeld.display.evidence import evidence_text

        return evidence_text(self)

    def _repr_html_(self) -> str:
        from wortfeld.display.evidence import evidence_html

        return evidence_html(self)
