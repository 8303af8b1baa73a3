"""Which language each document has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._columns import is_missing
from wortfeld.errors import BadArgument
from wortfeld.reading.documents import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortfeld.reading.documents import Batches, Texts

__all__ = ["Languages"]


# Of ids that no document has a warning names so many.
_MOST_NAMED = 3


class Languages:
    """The argument ``language=``, resolved: a code, a mapping id -> code, or a metadata column."""

    def __init__(self, language: Any, metadata: Mapping[str, Sequence[Any]]) -> None:
        self._codes: dict[str, None] = {}
        self._given = language
        self._column: Sequence[Any] | None = None
        self._all_known = True
        self._is_column = False  # of the rows, even if none has a value
        self._unmet: dict[str, None] = {}  # ids of the mapping that no document had so far
        self.is_given = language is not None
        if language is None:
            self._column = metadata.get("language")
        elif isinstance(language, str):
            self._column = metadata.get(language)
        elif not isinstance(language, Mapping):
            message = (
                "language must be a code such as 'de', a mapping id -> code or the name of a "
                f"metadata column, not {type(language).__name__}"
            )
            raise TypeError(message)
        else:
            self._unmet = dict.fromkeys(language)

    @property
    def is_one(self) -> bool:
        """Whether all documents that bring no columns of their own have the same code."""
        return self._column is None and not isinstance(self._given, Mapping)

    @property
    def one(self) -> str:
        """The code that all documents have, empty if it is not known."""
        return self._known("" if self._given is None else self._checked(self._given))

    def of(self, number: int, document: str) -> str:
        """Return the code of a document, empty if it is not known."""
        if self._column is not None:
            code = self._column[number] if number < len(self._column) else None
            return self._known("" if is_missing(code) or code == "" else self._checked(code))
        if isinstance(self._given, Mapping):
            code = self._given.get(document)
            self._unmet.pop(document, None)
            return self._known("" if code is None else self._checked(code))
        return self.one

    def of_rows(self, number: int, rows: Texts | Batches) -> list[str]:
        """Return the code of each of some rows, or one for all."""
        name = "language" if self._given is None else self._given
        column = rows.column(name) if isinstance(name, str) else None
        self._is_column = self._is_column or column is not None
        if rows.row_count == 0:
            return [""]
        if self._column is not None or isinstance(self._given, Mapping):
            return [self.of(number + row, name) for row, name in enumerate(rows.names())]
        if column is None:
            return [self.one]
        return [
            self._known("" if is_missing(code) or code == "" else self._checked(code))
            for code in column
        ]

    def _known(self, code: str) -> str:
        self._all_known = self._all_known and bool(code)
        return code

    def notes(self) -> list[Note]:
        """Say what follows from languages that are unknown or have no rules."""
        codes = [*self._codes, *([] if self._all_known else [""])]
        notes = [Note("", "", "language", text) for text in _core.language_messages(codes)]
        is_code = isinstance(self._given, str) and self._column is None and not self._is_column
        if is_code and not self._codes:
            self._checked(self._given)  # of no document, but wrong all the same
        if not self._all_known:
            notes += self._unmet_notes()
        return notes

    def _unmet_notes(self) -> list[Note]:
        """Name the ids that got a code in vain, which may be meant for documents without one."""
        if not self._unmet:
            return []
        named = ", ".join(repr(name) for name in list(self._unmet)[:_MOST_NAMED])
        more = ", …" if len(self._unmet) > _MOST_NAMED else ""
        count = len(self._unmet)
        ids = "1 id" if count == 1 else f"{count} ids"
        message = f"language= names {ids} that no document has: {named}{more}"
        return [Note("", "", "language", message)]

    def _checked(self, code: Any) -> str:
        if not isinstance(code, str) or not _core.is_well_formed_code(code):
            message = (
                f"{code!r} is no language code and no metadata column; codes are like 'de', "
                "'en' or 'pt-BR'"
            )
            raise BadArgument(message)
        self._codes[code] = None
        return code
