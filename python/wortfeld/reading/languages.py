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

__all__ = ["Languages"]


class Languages:
    """The argument ``language=``, resolved: a code, a mapping id -> code, or a metadata column."""

    def __init__(self, language: Any, metadata: Mapping[str, Sequence[Any]]) -> None:
        self._codes: dict[str, None] = {}
        self._column: Sequence[Any] | None = None
        self._by_id: Mapping[str, str] | None = None
        self._one = ""
        if language is None:
            self._column = metadata.get("language")
        elif isinstance(language, Mapping):
            self._by_id = language
        elif not isinstance(language, str):
            message = (
                "language must be a code such as 'de', a mapping id -> code or the name of a "
                f"metadata column, not {type(language).__name__}"
            )
            raise TypeError(message)
        elif language in metadata:
            self._column = metadata[language]
        else:
            self._one = self._checked(language)

    def of(self, number: int, document: str) -> str:
        """Return the code of a document, empty if it is not known."""
        if self._column is not None:
            code = self._column[number] if number < len(self._column) else None
            return "" if is_missing(code) or code == "" else self._checked(code)
        if self._by_id is not None:
            code = self._by_id.get(document)
            return "" if code is None else self._checked(code)
        return self._one

    def notes(self, *, all_known: bool) -> list[Note]:
        """Say what follows from languages that are unknown or have no rules."""
        notes = [
            Note(
                "",
                "",
                "language",
                f"there are no rules for language {code!r}; generic ones were used",
            )
            for code in self._codes
            if not _core.has_language_rules(code)
        ]
        if not all_known:
            message = (
                "no language was given, so generic rules were used; "
                "pass language='de' for German sentences, amounts and dates"
            )
            notes.append(Note("", "", "language", message))
        return notes

    def _checked(self, code: Any) -> str:
        if not isinstance(code, str) or not _core.is_well_formed_code(code):
            message = (
                f"{code!r} is no language code and no metadata column; codes are like 'de', "
                "'en' or 'pt-BR'"
            )
            raise BadArgument(message)
        self._codes[code] = None
        return code
