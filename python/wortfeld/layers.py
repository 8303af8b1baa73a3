"""What a word counts as: as written, folded, its stem, its lemma, or whatever a function says."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from wortfeld import _arguments, _core
from wortfeld._layer_rules import (
    FoldRule,
    FunctionRule,
    LemmaRule,
    MappingRule,
    Rule,
    StemRule,
    function_name,
)
from wortfeld.errors import BadArgument
from wortfeld.typing import Layer as LayerSource
from wortfeld.typing import LayerName

if TYPE_CHECKING:
    from collections.abc import Hashable

    from wortfeld.corpus import Corpus

__all__ = ["Layer", "LayerCache", "as_layer", "layer"]

# Layers of users' own that a corpus remembers; the named ones are always remembered.
_MOST_OWN_LAYERS = 16


class Layer:
    """What each word counts as; made by :func:`layer` and taken wherever there is a ``layer=``.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.layer("stem", language="de"), wf.layer(str.upper, name="upper").name
    (wf.layer('stem', language='de'), 'upper')
    """

    __slots__ = ("_identity", "_name", "_rule", "_shown")

    _identity: Hashable
    _name: str
    _rule: Rule
    _shown: str

    def __init__(self) -> None:
        message = "a Layer is made by wortfeld.layer(...)"
        raise TypeError(message)

    @classmethod
    def _of(cls, rule: Rule, name: str, identity: Hashable, shown: str) -> Layer:
        made = cls.__new__(cls)
        made._rule = rule
        made._name = name
        made._identity = identity
        made._shown = shown
        return made

    @property
    def name(self) -> str:
        """What provenance calls it."""
        return self._name

    def spellings(self, corpus: Corpus, word: str) -> list[str]:
        """Return what a `word` counts as in documents of each language of the `corpus`."""
        languages = [self._rule.language] if self._rule.language else corpus.languages or [""]
        values = [self._rule.values([word], code)[0] for code in languages]
        return list(dict.fromkeys(value for value in values if value is not None))

    def __repr__(self) -> str:
        return f"wf.layer({self._shown})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Layer) and self._identity == other._identity

    def __hash__(self) -> int:
        return hash(self._identity)


def layer(
    source: LayerSource,
    *,
    name: str | None = None,
    language: str | None = None,
    fold_sharp_s: bool = False,
) -> Layer:
    """Return a layer: what each word counts as.

    Parameters
    ----------
    source
        ``"surface"`` (as written), ``"folded"`` (case and compatibility forms joined, ß kept),
        ``"stem"`` (Snowball), ``"lemma"`` (simplemma, the extra ``lemma``); a function from a word
        as written to what it counts as; or a mapping, in which a word is looked up as written,
        then folded, and keeps its folded form if it is not there. None or an empty text: the word
        is not counted. A function is called once for each distinct word.
    name
        What provenance calls a function or mapping; None takes the function's own name, or the
        number of entries and a fingerprint.
    language
        The language of every document for ``"stem"`` and ``"lemma"``; None takes each document's
        own.
    fold_sharp_s
        Whether ``"folded"`` joins ß and ss.

    Returns
    -------
    Layer
        It can be used with any corpus.

    Raises
    ------
    BadArgument
        If the name is unknown, or an option does not belong to the layer.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Der Markt. Die Märkte, das Maß, die Masse."], language="de")
    >>> corpus.terms(layer="stem").row("markt")
    {'term': 'markt', 'form': 'Markt', 'count': 2, 'document_count': 1, 'per_million': 250000.0}
    >>> corpus.terms(layer={"märkte": "markt", "maß": None})["term"].tolist()
    ['die', 'markt', 'das', 'der', 'masse']
    >>> initials = corpus.terms(layer=wf.layer(lambda word: word[0].lower(), name="initial"))
    >>> initials["term"].tolist(), initials.provenance["layer"]
    (['d', 'm'], 'initial')
    """
    if isinstance(source, str):
        _arguments.choice("layer", source, get_args(LayerName))
        language = _arguments.optional_text("language", language)
        return _named(source, name, language, fold_sharp_s=fold_sharp_s)
    made = _own(source)
    if language is not None or fold_sharp_s:
        message = f"language= and fold_sharp_s= belong to named layers, not to {made!r}"
        raise BadArgument(message)
    return made if name is None else _renamed(made, _arguments.text("name", name))


def as_layer(value: Any) -> Layer:
    """Return the layer that an argument ``layer=`` means."""
    return value if isinstance(value, Layer) else layer(value)


def _named(source: str, name: str | None, language: str | None, *, fold_sharp_s: bool) -> Layer:
    """Return a named layer with its options."""
    if name is not None:
        message = f"name= is for functions and mappings; the layer {source!r} has one"
        raise BadArgument(message)
    if language is not None and source not in ("stem", "lemma"):
        message = f"language= belongs to the layers 'stem' and 'lemma', not to {source!r}"
        raise BadArgument(message)
    if language is not None and not _core.is_well_formed_code(language):
        message = f"language {language!r} is no language code; codes are like 'de' or 'pt-BR'"
        raise BadArgument(message)
    if fold_sharp_s and source != "folded":
        message = f"fold_sharp_s= belongs to the layer 'folded', not to {source!r}"
        raise BadArgument(message)
    rules: dict[str, Rule] = {
        "surface": Rule(),
        "folded": FoldRule(fold_sharp_s=bool(fold_sharp_s)),
        "stem": StemRule(language),
        "lemma": LemmaRule(language),
    }
    options = [repr(source)]
    options += [] if language is None else [f"language={language!r}"]
    options += ["fold_sharp_s=True"] if fold_sharp_s else []
    shown = ", ".join(options)
    plain = source if len(options) == 1 else f"{source} ({', '.join(options[1:])})"
    return Layer._of(rules[source], plain, ("named", shown), shown)


def _own(source: Any) -> Layer:
    """Return the layer of a function or a mapping."""
    if isinstance(source, Layer):
        return source
    if isinstance(source, Mapping):
        return _from_mapping(source)
    if callable(source):
        shown = function_name(source)
        return Layer._of(FunctionRule(source, shown), shown, _identity(source), shown)
    kind = type(source).__name__
    message = f"layer must be a name, a function, a mapping or a wf.layer(...), not {kind}"
    raise TypeError(message)


def _from_mapping(source: Mapping[Any, Any]) -> Layer:
    entries = MappingRule.checked(source)
    digest = hashlib.blake2b(digest_size=8)
    for key in sorted(entries):
        value = entries[key]
        digest.update(f"{key}\0{'' if value is None else value}\0".encode())
    name = f"mapping of {len(entries)} words, {digest.hexdigest()}"
    return Layer._of(MappingRule(entries), name, ("mapping", digest.hexdigest()), name)


def _renamed(made: Layer, name: str) -> Layer:
    if not name:
        message = "name is empty; give the layer a name or none"
        raise BadArgument(message)
    return Layer._of(made._rule, name, made._identity, name)


def _identity(function: Callable[..., Any]) -> Hashable:
    """Return what tells functions apart: the function itself, also where it cannot be hashed."""
    try:
        hash(function)
    except TypeError:
        return ("function", id(function))
    return ("function", function)


class LayerCache:
    """The layers of one corpus, each computed once; safe to ask from many threads."""

    __slots__ = ("_computed", "_lock")

    def __init__(self) -> None:
        # A function of a layer may ask the corpus for another layer.
        self._lock = threading.RLock()
        self._computed: OrderedDict[Layer, _core.Layer] = OrderedDict()

    def get(self, corpus: Corpus, wanted: Layer) -> _core.Layer:
        """Return the values of a layer for the terms of the corpus."""
        with self._lock:
            known = self._computed.get(wanted)
            if known is None:
                known = wanted._rule.compute(corpus, wanted.name)
                self._computed[wanted] = known
            self._computed.move_to_end(wanted)
            own = [
                one for one in self._computed if isinstance(one._rule, FunctionRule | MappingRule)
            ]
            for oldest in own[:-_MOST_OWN_LAYERS]:
                del self._computed[oldest]
            return known
