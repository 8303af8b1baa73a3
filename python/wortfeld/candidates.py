"""Names that no gazetteer knows: proposed with their evidence, for a person to confirm."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from wortfeld import _arguments, _core
from wortfeld._call import provenance
from wortfeld._columns import columns_from
from wortfeld._immutable import Immutable
from wortfeld._lists import rows_of
from wortfeld._wrap import raw, run
from wortfeld.naming.variants import variants
from wortfeld.stop_words import LANGUAGES, stopwords
from wortfeld.table import Table

if TYPE_CHECKING:
    import os

    from wortfeld._columns import ColumnType
    from wortfeld.corpus import Corpus
    from wortfeld.mentions import Mentions
    from wortfeld.typing import Zones

__all__ = ["NameCandidates", "unknown_names"]

# How much of the text stands around a name in its example, in code points.
_AROUND = 60
_COLUMNS: dict[str, ColumnType] = {
    "alias": "text",
    "kind": "text",
    "score": "float64",
    "count": "int64",
    "document_count": "int64",
    "evidence": "text",
    "perhaps": "text",
    "reason": "text",
    "document": "text",
    "start": "int64",
    "end": "int64",
    "example": "text",
}


class NameCandidates(Immutable):
    """Unconfirmed names of a corpus, best first; made by ``corpus.name_candidates()``. Immutable.

    None of them counts as a mention. Write them to a file, keep the rows that are names, fill in
    what is missing, and pass the file as ``gazetteer=``.

    Examples
    --------
    >>> import wortfeld as wf
    >>> text = "Jensen Huang leitet NVIDIA. Die Chips von NVIDIA kennt Huang. NVIDIA wuchs."
    >>> candidates = wf.read(texts=[text], language="de").name_candidates()
    >>> candidates.table()["alias"].tolist()
    ['NVIDIA', 'Jensen Huang']
    >>> len(candidates)
    2
    """

    __slots__ = ("__weakref__", "_table")

    __iter__ = None

    _table: Table

    def __init__(self) -> None:
        message = "NameCandidates are made by corpus.name_candidates()"
        raise TypeError(message)

    @classmethod
    def _from_table(cls, table: Table) -> NameCandidates:
        candidates = cls.__new__(cls)
        candidates._table = table
        return candidates

    def table(self) -> Table:
        """Return a row a name: alias, kind (guessed, or null), score, counts, evidence, an example.

        ``perhaps`` is a name among the others that may be the same thing, ``reason`` why:
        ``word order``, ``short form``, ``initials`` or ``spelling``. Nothing is linked.
        """
        return self._table

    def to_csv(self, path: str | os.PathLike[str]) -> None:
        """Write them as a gazetteer to `path`, each as an entity of its own, for a person to edit.

        The column ``note`` says what speaks for the name and what it may be the same as. A list in
        which a kind is missing is not taken as a gazetteer: somebody has to look at it first.

        Examples
        --------
        >>> import wortfeld as wf
        >>> candidates = wf.read(texts=["Jensen Huang sagte viel."]).name_candidates()
        >>> candidates.to_csv("gazetteer.proposed.csv")
        """
        rows = self._table.rows()
        proposed = {
            "entity": [row["alias"] for row in rows],
            "kind": [row["kind"] for row in rows],
            "alias": [row["alias"] for row in rows],
            "note": [_note(row) for row in rows],
        }
        types: dict[str, ColumnType] = dict.fromkeys(proposed, "text")
        Table(columns_from(proposed, types=types)).to_csv(path)

    def to_pandas(self) -> Any:
        """Return the rows of :meth:`table` as a pandas DataFrame."""
        return self._table.to_pandas()

    def to_polars(self) -> Any:
        """Return the rows of :meth:`table` as a polars DataFrame."""
        return self._table.to_polars()

    def to_arrow(self) -> Any:
        """Return the rows of :meth:`table` as a pyarrow Table."""
        return self._table.to_arrow()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._table)

    def __repr__(self) -> str:
        return repr(self._table)

    def _repr_html_(self) -> str:
        return self._table._repr_html_()


def unknown_names(
    mentions: Mentions, *, top: int | None, min_count: int = 1, zones: Zones = None
) -> NameCandidates:
    """Propose names that mentions do not hold; see :meth:`wortfeld.Corpus.name_candidates`."""
    most = _arguments.optional_count("top", top)
    least = _arguments.count("min_count", min_count, least=1)
    corpus = mentions.corpus
    found = run(
        _core.name_candidates,
        raw(mentions),
        _cues(),
        top=most,
        min_count=least,
        zones=_arguments.zones(zones),
        task="looking for names",
    )
    parameters = {"top": most, "min_count": least, "gazetteer": mentions.gazetteer.name}
    made = provenance(corpus, "corpus.name_candidates", parameters, zones=zones)
    columns = columns_from(_with_examples(corpus, found), types=_COLUMNS)
    return NameCandidates._from_table(
        Table(columns, caption="Unconfirmed names, best first", provenance=made)
    )


def _with_examples(corpus: Corpus, found: _core.Columns) -> dict[str, list[Any]]:
    columns = {name: found.values(name) for name in found.names}
    perhaps = variants(columns["alias"])
    columns["perhaps"] = [same and same[0] for same in perhaps]
    columns["reason"] = [same and same[1] for same in perhaps]
    columns["example"] = [
        _example(corpus.text(document), start, end)
        for document, start, end in zip(
            columns["document"], columns["start"], columns["end"], strict=True
        )
    ]
    return {name: columns[name] for name in _COLUMNS}


def _example(text: str, start: int, end: int) -> str:
    begin, stop = max(0, start - _AROUND), min(len(text), end + _AROUND)
    shown = " ".join(text[begin:stop].split())
    return f"{'…' if begin else ''}{shown}{'…' if stop < len(text) else ''}"


def _note(row: dict[str, Any]) -> str:
    note = f"unconfirmed, {row['count']}x: {row['evidence']}"
    if row["perhaps"] is not None:
        note += f"; perhaps {row['perhaps']} ({row['reason']})"
    return f"{note}; {row['example']}"


@cache
def _cues() -> _core.Columns:
    """Return the words beside names, one a row; stop words begin no name."""
    rows = [("function", word) for code in LANGUAGES for word in sorted(stopwords(code))]
    for cue, words in rows_of("name_cues.tsv")[1:]:
        rows += [(cue, word) for word in words.split()]
    return columns_from({"cue": [cue for cue, _ in rows], "word": [word for _, word in rows]})
