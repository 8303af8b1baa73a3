"""How a result came about, in the words of the call that made it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld import _core

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wortfeld.corpus import Corpus

__all__ = ["call_text", "provenance"]

COUNTED_ZONES = tuple(_core.counted_zones)


def call_text(function: str, parameters: Mapping[str, Any]) -> str:
    """Return the call as it would be typed: ``corpus.terms(top=20)``."""
    arguments = ", ".join(f"{name}={value!r}" for name, value in parameters.items())
    return f"{function}({arguments})"


def provenance(
    corpus: Corpus,
    function: str,
    parameters: Mapping[str, Any],
    **known: Any,
) -> dict[str, Any]:
    """Return the entries of ``Table.provenance`` for a result of this corpus.

    Parameters
    ----------
    corpus
        What was counted.
    function
        The call, without its arguments.
    parameters
        Its arguments.
    **known
        Further entries: ``zones``, ``layer``, ``context``, ``excluded``, ….
    """
    import wortfeld

    # What is not as usual about the reading belongs to every number.
    kept = {"keep": corpus.kept_forms} if corpus.kept_forms else {}
    learnt = {"profile": corpus.profile} if corpus.profile else {}
    entries: dict[str, Any] = {
        "version": wortfeld.__version__,
        "rules": _core.rules_version,
        "unicode": _core.unicode_version,
        "language": corpus.languages,
        "parameters": {**parameters, **kept, **learnt},
        "excluded": {},
        "corpus": corpus.fingerprint,
        "call": call_text(function, parameters),
    }
    # Only a part of a corpus says how it was chosen.
    chosen = {"selection": corpus._selection} if corpus._selection else {}
    return entries | known | chosen
