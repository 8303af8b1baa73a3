"""The choices that arguments take, as types; a test compares them with the core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias, Union

if TYPE_CHECKING:
    from wortfeld import layers

__all__ = [
    "Compounds",
    "ContextName",
    "KeptForm",
    "Kinds",
    "Layer",
    "LayerName",
    "Measure",
    "Modifier",
    "OnAmbiguous",
    "QuantityKind",
    "Resolve",
    "Role",
    "ShortForms",
    "StopWordList",
    "TokenKind",
    "Zone",
    "Zones",
]

ContextName: TypeAlias = Literal["sentence", "paragraph", "document"]
KeptForm: TypeAlias = Literal["url", "email", "hashtag", "number", "abbreviation", "hyphen"]
LayerName: TypeAlias = Literal["surface", "folded", "stem", "lemma"]
Layer: TypeAlias = Union[
    LayerName, Callable[[str], str | None], Mapping[str, str | None], "layers.Layer"
]
TokenKind: TypeAlias = Literal["word", "number", "punctuation", "symbol"]
Kinds: TypeAlias = TokenKind | Sequence[TokenKind] | None
StopWordList: TypeAlias = Iterable[str] | None
Zone: TypeAlias = Literal[
    "title", "lead", "byline", "timestamp", "heading", "section_number", "body", "boilerplate"
]
Zones: TypeAlias = Literal["all"] | Zone | Sequence[Zone] | None
Measure: TypeAlias = Literal[
    "log_likelihood",
    "pmi",
    "npmi",
    "log_ratio",
    "log_odds",
    "dice",
    "log_dice",
    "jaccard",
    "delta_p_b_given_a",
    "delta_p_a_given_b",
]
Modifier: TypeAlias = Literal[
    "approximately",
    "slightly_more",
    "slightly_less",
    "more_than",
    "less_than",
    "at_least",
    "at_most",
    "since",
    "until",
    "start",
    "middle",
    "end",
    "vague",
    "generic",
    "negated",
]
QuantityKind: TypeAlias = Literal["money", "percent", "number", "date"]
Role: TypeAlias = Literal["part", "derived"]
Resolve: TypeAlias = Literal["leftmost_longest", "longest", "priority", "all"]
OnAmbiguous: TypeAlias = Literal["best", "all", "skip"]
ShortForms: TypeAlias = Literal["document", "always"]
Compounds: TypeAlias = Literal["hyphenated", "closed", "none"]
