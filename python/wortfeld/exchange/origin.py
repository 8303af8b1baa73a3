"""Where mentions are from: the call that made them and what was done to them since."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Edit", "Note", "Origin"]

# Source, place, kind, message: a row of ``warnings``.
Note = tuple[str, str, str, str]


class Edit(NamedTuple):
    """One change of mentions, as JSON can hold it."""

    operation: str
    arguments: Any


class Origin(NamedTuple):
    """What the provenance of mentions tells beside their parameters."""

    call: str = "corpus.mentions"
    source: str | None = None
    notes: tuple[Note, ...] = ()
    excluded: Mapping[str, int] = {}
    edits: tuple[Edit, ...] = ()

    def after(self, edit: Edit, notes: tuple[Note, ...], excluded: Mapping[str, int]) -> Origin:
        """Return that of mentions that an edit made, with what it told and left out."""
        counts = Counter(self.excluded) + Counter(excluded)
        return self._replace(
            edits=(*self.edits, edit), notes=(*self.notes, *notes), excluded=dict(counts)
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return {
            "call": self.call,
            "source": self.source,
            "notes": [list(note) for note in self.notes],
            "excluded": dict(self.excluded),
            "edits": [list(edit) for edit in self.edits],
        }

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Origin:
        """Return what `to_json` wrote; ValueError, TypeError or KeyError for anything else."""
        return cls(
            call=str(found["call"]),
            source=None if found["source"] is None else str(found["source"]),
            notes=tuple(
                (str(source), str(place), str(kind), str(message))
                for source, place, kind, message in found["notes"]
            ),
            excluded={str(reason): int(count) for reason, count in found["excluded"].items()},
            edits=tuple(Edit(str(operation), arguments) for operation, arguments in found["edits"]),
        )
