"""Names that the list that is shipped does not know, as proposals: none of them is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wortfeld.candidates import unknown_names
from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from wortfeld.report.facts import Facts

__all__ = ["UnconfirmedName", "unconfirmed"]

_MOST = 20
# Half of what the best have: what is shown unasked should be right.
_LEAST_SCORE = 3.0
_AROUND = 70


class UnconfirmedName(NamedTuple):
    """A name with one of its places."""

    name: str
    document: str
    before: str
    after: str


def unconfirmed(facts: Facts) -> list[UnconfirmedName]:
    """Return the surest names; none if somebody has made a list, which says what matters."""
    if facts.names_are_given or (len(facts.gazetteer) and not facts.gazetteer_is_shipped):
        return []
    found = []
    for row in unknown_names(facts.mentions, top=_MOST).table().rows():
        if row["score"] < _LEAST_SCORE:
            break
        text = facts.texts[row["document"]]
        start, end = row["start"], row["end"]
        before = " ".join(text[max(0, start - _AROUND) : start].split())
        after = " ".join(text[end : end + _AROUND].split())
        found.append(
            UnconfirmedName(
                visible(row["alias"]),
                row["document"],
                visible(f"…{before}" if start > _AROUND else before),
                visible(f"{after}…" if end + _AROUND < len(text) else after),
            )
        )
    return found
