"""The choices that arguments take, as types; a test compares them with the core."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

__all__ = ["ContextName", "Layer", "Measure", "Zone", "Zones"]

ContextName: TypeAlias = Literal["sentence", "paragraph", "document"]
Layer: TypeAlias = Literal["surface", "folded"]
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
