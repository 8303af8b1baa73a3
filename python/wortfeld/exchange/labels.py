"""What taggers call kinds, and what is added to a label for what a name is part of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wortfeld._lists import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Label", "kind_of", "label_of", "label_text", "read_label"]

# GermEval's suffixes and the roles they stand for.
_ROLES = {"part": "part", "deriv": "derived"}
_SUFFIXES = {role: suffix for suffix, role in _ROLES.items()}


class Label(NamedTuple):
    """A kind, and the role of the name in a longer word."""

    kind: str
    role: str | None


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    return tuple((label, kind) for label, kind in rows_of("labels.tsv"))


def kind_of(label: str, kinds: Mapping[str, str] | None) -> str:
    """Return what a label is called here: by `kinds`, else by the list, else as it is."""
    if kinds is not None and label in kinds:
        return kinds[label]
    return dict(_rows()).get(label, label)


def label_of(kind: str, labels: Mapping[str, str] | None) -> str:
    """Return the label of a kind: by `labels`, else by the list, else in capitals."""
    if labels is not None and kind in labels:
        return labels[kind]
    known = next((label for label, of in _rows() if of == kind), None)
    return known or "_".join(kind.upper().split())


def read_label(text: str, kinds: Mapping[str, str] | None, *, suffixes: bool) -> Label:
    """Return the kind and role of a label such as ``LOCderiv``."""
    if suffixes and (kinds is None or text not in kinds):
        for suffix, role in _ROLES.items():
            if text.endswith(suffix) and len(text) > len(suffix):
                return Label(kind_of(text.removesuffix(suffix), kinds), role)
    return Label(kind_of(text, kinds), None)


def label_text(label: Label, labels: Mapping[str, str] | None, *, suffixes: bool) -> str:
    """Return a label with the suffix of its role."""
    suffix = _SUFFIXES.get(label.role or "", "") if suffixes else ""
    return label_of(label.kind, labels) + suffix
