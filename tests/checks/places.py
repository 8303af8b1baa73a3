"""Dates, ordinals, amounts and abbreviations, found by plain expressions.

They share nothing with the library's rules. No sentence may end inside such a place, which reaches
to what must follow in the same sentence: the month of a day, the noun of an ordinal, the number
behind *Nr.*
"""

import re
from typing import NamedTuple

MONTH = (
    r"(?:(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|"
    r"(?:Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez)\.)"
)
ARTICLE = "(?:der|die|das|des|dem|den|am|im|beim|zum|zur|vom|seit dem|bis zum)"
WORD = "[A-ZÄÖÜ][a-zäöüß]+"
FOLLOWED_BY_NUMBER = "(?:Abs|Nr|Nrn|Art|Buchst|Kap|Ziff|Anl|Bd|S|Tz|Rn|Drs)"
ALWAYS_GO_ON = (
    r"(?:z\. ?B|d\. ?h|i\. ?d\. ?R|i\. ?V\. ?m|u\. ?U|o\. ?g|i\. ?S\. ?d|"
    "bzw|ca|vgl|Vgl|sog|ggf|evtl|inkl|einschl|gem|insbes|bspw|max|mind)"
)

EXPRESSIONS = {
    "date": rf"\b\d{{1,2}}\. ?{MONTH}(?: \d{{4}}\b)?|\b\d{{1,2}}\. ?\d{{1,2}}\. ?(?:19|20)\d\d\b",
    "ordinal": rf"\b{ARTICLE} \d{{1,2}}\. (?!{MONTH}){WORD}",
    "amount": r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"(?: (?:Euro|EUR|DM|Deutsche Mark|Dollar)\b)?"
    r"|\b\d+(?:,\d+)? (?:Mio|Mrd|Mill|Tsd)\. (?:Euro|EUR|DM|Deutsche Mark|Dollar)\b",
    "abbreviation": rf"\b{FOLLOWED_BY_NUMBER}\. \d"
    rf"|\b{ALWAYS_GO_ON}\. \w"
    rf"|\b(?:Dr|Prof|Dipl|Ing|Hrsg|St)\. {WORD}"
    r"|\b(?:Abs|Nr|Art)\. [IVX]+\b",
}
PATTERNS = {kind: re.compile(expression) for kind, expression in EXPRESSIONS.items()}


class Place(NamedTuple):
    """A span of code points in a text."""

    kind: str
    start: int
    end: int


def find_places(text):
    """Return all places of a text."""
    return [
        Place(kind, found.start(), found.end())
        for kind, pattern in PATTERNS.items()
        for found in pattern.finditer(text)
    ]


def boundary_inside(place, sentence_ends):
    """Return the end of a sentence that lies inside the place, or None."""
    return next((end for end in sentence_ends if place.start < end < place.end), None)
