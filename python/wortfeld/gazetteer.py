"""Lists of entities and their names: from files, tables, mappings or rows, compiled once."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, Any

from wortfeld import _arguments, _core
from wortfeld._columns import columns_from
from wortfeld._files import opened, writing_whole
from wortfeld._immutable import Immutable
from wortfeld._remarks import warn
from wortfeld._wrap import run
from wortfeld.naming.joined import joined
from wortfeld.naming.rows import COLUMNS, Rows
from wortfeld.naming.sources import GazetteerSource, rows_of
from wortfeld.reading.encodings import check_encoding
from wortfeld.table import Table

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus

__all__ = ["Gazetteer", "GazetteerSource"]

# More remarks than that are told as their number.
_MOST_WARNINGS = 5


class Gazetteer(Immutable):
    """Entities with their aliases, ready for matching. Immutable; `a | b` is the list of both.

    Parameters
    ----------
    source
        One of these:

        - a CSV, TSV, JSON or JSON Lines file;
        - ``"starter"``, the list that is shipped, or ``"starter-de"``, the same with entities
          called by their German names (``Deutschland`` for ``Germany``);
        - a DataFrame, an Arrow table or a mapping of columns;
        - rows as dicts;
        - names, each of which is an entity of the kind ``other``;
        - ``{entity: [aliases]}`` or ``{entity: {"kind": …, "aliases": […]}}``;
        - patterns of spaCy's entity ruler: dicts with ``label``, ``pattern`` and perhaps ``id``.

        The columns are ``entity``, ``kind``, ``alias`` and optionally ``id``, ``case`` (``auto``,
        ``exact``, ``fold``), ``role`` (``derived`` for adjectives and inhabitants), ``needs``
        (``full_form``, or words separated by ``|`` one of which must stand in the document),
        ``excludes`` (words that must not stand in the sentence), ``language``, ``note``. Others
        are not looked at, but one that looks like a misspelt one of these is refused.
    encoding
        Of a file: a codec of Python, for example ``"cp1252"`` for lists of a German Excel, or
        ``"auto"`` to have it detected.

    Raises
    ------
    BadInput
        If a column is missing, a row cannot be read, or two rows say different things of one
        alias of an entity; the message names file and row.

    Examples
    --------
    >>> from wortfeld import Gazetteer
    >>> gazetteer = Gazetteer([{"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"}])
    >>> gazetteer
    Gazetteer('rows', 1 alias)
    >>> gazetteer.name, len(gazetteer)
    ('rows', 1)
    >>> both = gazetteer | Gazetteer({"Jensen Huang": {"kind": "person", "aliases": ["Huang"]}})
    >>> both.entities()["entity"].tolist(), both.table()["alias"].tolist()
    (['NVIDIA', 'Jensen Huang'], ['Nvidia', 'Huang'])
    """

    __slots__ = ("__weakref__", "_aliases", "_given", "_name", "_raw")

    _aliases: int
    _given: _core.Columns | None
    _name: str
    _raw: _core.Gazetteer

    # A list of rows, of entities or of aliases: table() and entities() say which.
    __iter__ = None

    def __init__(self, source: GazetteerSource, *, encoding: str = "utf-8") -> None:
        check_encoding(_arguments.text("encoding", encoding))
        self._compile(rows_of(source, encoding=encoding))
        if not self._aliases:
            warn(f"{self._name}: there are no names, so none will be found")

    @classmethod
    def _from_rows(cls, rows: Rows) -> Gazetteer:
        gazetteer = cls.__new__(cls)
        gazetteer._compile(rows)
        return gazetteer

    def _compile(self, rows: Rows) -> None:
        self._name = rows.name
        self._given = rows.compiled()
        self._aliases = len(rows.numbers)
        self._raw = _core.Gazetteer(self._rows, rows.name)
        _warn(rows.name, self._raw.warnings())

    @property
    def _rows(self) -> _core.Columns:
        """The rows; those of an opened one are read when they are asked for."""
        if self._given is None:
            self._given = self._raw.stored_rows()
        return self._given

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the compiled list with its rows to a file for :meth:`open`.

        Parameters
        ----------
        path
            The file. It appears whole or not at all.

        Raises
        ------
        OSError
            If it cannot be written; what was there is still there.

        Examples
        --------
        >>> import wortfeld as wf
        >>> wf.Gazetteer({"NVIDIA": ["Nvidia"]}).save("names.gazetteer")
        >>> wf.Gazetteer.open("names.gazetteer")
        Gazetteer('rows', 1 alias)
        """
        with writing_whole(path) as file:
            run(_core.save_gazetteer, self._raw, self._rows, file, task="saving")

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Gazetteer:
        """Open a file that :meth:`save` wrote; it is mapped, not compiled again.

        Parameters
        ----------
        path
            The file. It must not be changed in place or cut while the gazetteer is in use.

        Raises
        ------
        BadFile
            If it is damaged, no gazetteer, or was written by another version.
        OSError
            If there is no such file or it cannot be read.

        Examples
        --------
        >>> import wortfeld as wf
        >>> wf.Gazetteer({"NVIDIA": ["Nvidia"]}).save("names.gazetteer")
        >>> len(wf.Gazetteer.open("names.gazetteer"))
        1
        """
        gazetteer = cls.__new__(cls)
        name = os.fspath(path)
        gazetteer._raw = run(_core.open_gazetteer, opened(path), name, task="opening")
        gazetteer._given = None
        gazetteer._name = gazetteer._raw.source
        gazetteer._aliases = gazetteer._raw.stored_count
        return gazetteer

    def __reduce__(self) -> tuple[Any, ...]:
        columns = {name: list(self._rows.values(name)) for name in (*COLUMNS, "row")}
        return _rebuilt, (self._name, columns)

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits over all that decides what is found; results keep it."""
        return self._raw.fingerprint

    @property
    def name(self) -> str:
        """The file it came from, ``"starter"``, ``"starter-de"``, or ``"rows"``."""
        return self._name

    def table(self) -> Table:
        """Return every row as it was given, with its number in the source.

        Examples
        --------
        >>> import wortfeld as wf
        >>> wf.Gazetteer({"NVIDIA": ["Nvidia"]}).table().row("NVIDIA")["alias"]
        'Nvidia'
        """
        return Table(self._rows, caption=f"Gazetteer {self._name}")

    def entities(self) -> Table:
        """Return the entities: entity, kind, id, alias_count, and aliases joined by " | ".

        Examples
        --------
        >>> import wortfeld as wf
        >>> wf.Gazetteer({"NVIDIA": ["Nvidia", "NVIDIA"]}).entities().row("NVIDIA")["aliases"]
        'Nvidia | NVIDIA'
        """
        columns = {name: self._rows.values(name) for name in ("entity", "kind", "id", "alias")}
        grouped: dict[tuple[str, str, str], list[str]] = {}
        for *key, alias in zip(
            columns["entity"], columns["kind"], columns["id"], columns["alias"], strict=True
        ):
            grouped.setdefault((key[0], key[1], key[2]), []).append(alias)
        made: dict[str, list[Any]] = {
            "entity": [entity for entity, _, _ in grouped],
            "kind": [kind for _, kind, _ in grouped],
            "id": [identity or None for _, _, identity in grouped],
            "alias_count": [len(aliases) for aliases in grouped.values()],
            "aliases": [" | ".join(aliases) for aliases in grouped.values()],
        }
        texts = dict.fromkeys(("entity", "kind", "id", "aliases"), "text")
        types: Any = texts | {"alias_count": "int64"}
        return Table(columns_from(made, types=types), caption=f"Entities of {self._name}")

    def check(self, corpus: Corpus) -> Table:
        """Return which aliases are risky in a `corpus`, worst first, with what to do.

        The columns are problem, alias, entity, count (mentions of the alias), other, other_count
        and advice. The problems are ``common word`` (the word is written small elsewhere: `other`),
        ``shared`` (`other` is the entity that has the alias too), ``too short``,
        ``near duplicate`` (`other` differs by a letter and belongs to another entity),
        ``contained`` (in the name `other`) and ``does not occur``.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Meta lobt meta. Die meta Ebene."], language="de")
        >>> found = wf.Gazetteer({"Meta": ["Meta", "Metta"], "Mette": ["Mette"]}).check(corpus)
        >>> found["problem"].tolist()
        ['common word', 'near duplicate', 'does not occur', 'does not occur']
        """
        from wortfeld.naming.check import check

        return check(self, corpus)

    def __or__(self, other: Any) -> Gazetteer:
        if not isinstance(other, Gazetteer):
            return NotImplemented
        first, second = (Rows.of(each._name, each._rows) for each in (self, other))
        return Gazetteer._from_rows(joined(first, second))

    def __len__(self) -> int:
        return self._aliases

    def __repr__(self) -> str:
        plural = "alias" if self._aliases == 1 else "aliases"
        return f"Gazetteer({self._name!r}, {self._aliases} {plural})"

    def _repr_html_(self) -> str:
        return self.entities()._repr_html_()


def _rebuilt(name: str, columns: dict[str, list[Any]]) -> Gazetteer:
    """Compile the rows of a pickled gazetteer; its remarks were told before."""
    numbers = columns.pop("row")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Gazetteer._from_rows(Rows(name, columns, numbers))


def _warn(name: str, found: _core.Columns) -> None:
    """Tell the first remarks about rows, and how many more there are."""
    remarks = list(zip(found.values("row"), found.values("message"), strict=True))
    for row, message in remarks[:_MOST_WARNINGS]:
        warn(f"{name}, row {row}: {message}")
    if len(remarks) > _MOST_WARNINGS:
        more = len(remarks) - _MOST_WARNINGS
        warn(f"{name}: {more} more remarks; mentions.warnings has all")


def as_gazetteer(source: Gazetteer | GazetteerSource | None) -> Gazetteer:
    """Return a gazetteer from whatever names one; None is an empty one."""
    if isinstance(source, Gazetteer):
        return source
    return Gazetteer._from_rows(rows_of([])) if source is None else Gazetteer(source)
