"""What there is to know about mentions: of their names, languages and reference dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortfeld._wrap import raw

if TYPE_CHECKING:
    from wortfeld.exchange.origin import Note
    from wortfeld.mentions import Mentions

__all__ = ["notes"]


def notes(mentions: Mentions) -> list[Note]:
    """Return source, place, kind and message of each.

    Parameters
    ----------
    mentions
        Names and quantities, as they were found.
    """
    return [*_of_names(mentions), *_of_languages(mentions), *_of_dates(mentions)]


def _of_names(mentions: Mentions) -> list[Note]:
    found = raw(mentions.gazetteer).warnings()
    return [
        (mentions.gazetteer.name, f"row {row}", "gazetteer", message)
        for row, message in zip(found.values("row"), found.values("message"), strict=True)
    ]


def _of_languages(mentions: Mentions) -> list[Note]:
    wanted = mentions._parameters
    if not (wanted.get("quantities") or wanted.get("dates")):
        return []
    return [
        ("", "", "language", f"{row['message']}; amounts and dates were not read there")
        for row in mentions.corpus.warnings.rows()
        if row["kind"] == "language"
    ]


def _of_dates(mentions: Mentions) -> list[Note]:
    message = "no date was given, so relative dates refer to the first full date in the text"
    return [
        (row["document"], str(row["reference_date"]), "reference_date", message)
        for row in mentions.reference_dates().rows()
        if row["origin"] == "first full date"
    ]
