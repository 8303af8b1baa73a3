"""Methods of ``Mentions`` that make other mentions of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld.exchange.mixin import MentionsMixin

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from wortfeld import _core
    from wortfeld.exchange.origin import Edit, Note, Origin
    from wortfeld.mentions import Mentions

__all__ = ["EditMethods"]


class EditMethods(MentionsMixin):
    """Methods of :class:`~wortfeld.Mentions` that edit; each step is kept in a log."""

    __slots__ = ()

    if TYPE_CHECKING:
        _origin: Origin

        def _edited(
            self,
            raw: _core.Mentions,
            edit: Edit,
            *,
            notes: tuple[Note, ...] = (),
            excluded: Mapping[str, int] | None = None,
        ) -> Mentions: ...

    def merge(self, changes: Mapping[Any, Any]) -> Mentions:
        """Let entities be others: their mentions are counted as those.

        Parameters
        ----------
        changes
            Old names and what they become, each a name or a pair of name and kind. An entity that
            is mentioned keeps its kind and id; a new one takes those of the old name.

        Raises
        ------
        UnknownName
            If an old name is not mentioned; the message offers near ones.
        BadArgument
            If a name is that of several entities, entities of several kinds get one new name
            without a kind, or changes lead back to where they began.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Google kauft. Alphabet zahlt."], language="de")
        >>> names = [{"entity": n, "kind": "company", "alias": n} for n in ("Google", "Alphabet")]
        >>> merged = corpus.mentions(names).merge({"Google": "Alphabet"})
        >>> merged.entities().row("Alphabet")["forms"], [edit.operation for edit in merged.edits]
        ('Alphabet | Google', ['merge'])
        """
        from wortfeld.exchange.edits import merge

        return merge(self._itself(), changes)

    def rename(self, changes: Mapping[Any, Any]) -> Mentions:
        """Give entities other names; a name that is taken is refused.

        Parameters
        ----------
        changes
            Old names and new ones, each a name or a pair of name and kind.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Google kauft."], language="de")
        >>> names = [{"entity": "Google", "kind": "company", "alias": "Google"}]
        >>> corpus.mentions(names).rename({"Google": "Alphabet"}).table()["entity"].tolist()
        ['Alphabet']
        """
        from wortfeld.exchange.edits import rename

        return rename(self._itself(), changes)

    def drop(self, entities: Any) -> Mentions:
        """Leave out the mentions of entities; units without mentions stay units.

        Parameters
        ----------
        entities
            A name, a pair of name and kind, or a list of these.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Google kauft."], language="de")
        >>> names = [{"entity": "Google", "kind": "company", "alias": "Google"}]
        >>> len(corpus.mentions(names).drop("Google"))
        0
        """
        from wortfeld.exchange.edits import drop

        return drop(self._itself(), entities)

    def __or__(self, other: object) -> Mentions:
        """Return the mentions of both; of those that overlap the leftmost, longest, own stays."""
        from wortfeld.exchange.edits import unite

        if not isinstance(other, EditMethods):
            return NotImplemented
        return unite(self._itself(), other._itself())

    @property
    def edits(self) -> list[Edit]:
        """What was done to the mentions since they were found: merge, rename, drop, unite."""
        return list(self._origin.edits)

    def save_edits(self, path: str | os.PathLike[str]) -> None:
        """Write the log of edits as JSON, one a line, to be read, kept and replayed.

        Parameters
        ----------
        path
            The file.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Google kauft."], language="de")
        >>> names = [{"entity": "Google", "kind": "company", "alias": "Google"}]
        >>> found = corpus.mentions(names)
        >>> found.rename({"Google": "Alphabet"}).save_edits("edits.json")
        >>> found.replay("edits.json").table()["entity"].tolist()
        ['Alphabet']
        """
        from wortfeld.exchange.edit_log import write_edits

        write_edits(self._origin.edits, path)

    def replay(
        self, edits: str | os.PathLike[str] | Iterable[Edit], *, others: Iterable[Mentions] = ()
    ) -> Mentions:
        """Do again what was done to other mentions, for example before new texts came.

        Parameters
        ----------
        edits
            A file of :meth:`save_edits`, or ``mentions.edits``.
        others
            The mentions that were united with, if any were.

        Raises
        ------
        BadFile
            If the file is no log of edits.
        BadArgument
            If mentions that were united with are not among `others`.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Google kauft."], language="de")
        >>> names = [{"entity": "Google", "kind": "company", "alias": "Google"}]
        >>> found = corpus.mentions(names)
        >>> len(found.replay(found.drop("Google").edits))
        0
        """
        import os

        from wortfeld.exchange.edit_log import read_edits
        from wortfeld.exchange.edits import replay

        if isinstance(edits, str | os.PathLike):
            edits = read_edits(edits)
        return replay(self._itself(), edits, others)
