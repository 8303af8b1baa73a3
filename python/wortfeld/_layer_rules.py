"""How the values of a layer are found: one class a kind of layer."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wortfeld import _arguments, _core
from wortfeld._optional import require
from wortfeld._wrap import job, raw
from wortfeld.errors import BadArgument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from wortfeld.corpus import Corpus

__all__ = [
    "FoldRule",
    "FunctionRule",
    "LemmaRule",
    "MappingRule",
    "Rule",
    "StemRule",
    "function_name",
]

# Snowball has one stemmer for both written forms of Norwegian.
_STEMMER_CODES = {"nb": "no", "nn": "no"}
# The same for simplemma, whose list is of Bokmål, and for the languages it keeps together.
_LEMMA_CODES = {"no": "nb", "bs": "hbs", "hr": "hbs", "sr": "hbs"}

Values = list[str | None]


class Rule:
    """As written; the other rules say what differs."""

    # What the core computes by itself.
    core_name: str | None = "surface"
    # The language of every document, or None for each document's own.
    language: str | None = None

    def key(self, language: str) -> str:
        """Return what is equal for languages that are treated alike."""
        return ""

    def values(self, words: list[str], language: str) -> Values:
        """Return what each word counts as in documents of a language; None: it is not counted."""
        return list(words)

    def check(self, corpus: Corpus, language: str) -> None:
        """Raise an error if words of that language have no values."""

    def compute(self, corpus: Corpus, name: str) -> _core.Layer:
        """Return the layer of a corpus."""
        if self.core_name is not None:
            return _core.Layer(raw(corpus), self.core_name)
        keys = {code: self.key(self.language or code) for code in ["", *corpus.languages]}
        groups = _core.LanguageGroups(raw(corpus), keys)
        with job(f"computing the layer {name}") as how:
            values = [
                self._of_group(corpus, groups, group, language)
                for group, language in enumerate(groups.languages)
            ]
            return groups.layer(values, progress=how["progress"])

    def _of_group(
        self, corpus: Corpus, groups: _core.LanguageGroups, group: int, language: str
    ) -> Values:
        texts = groups.texts(group)
        are_words = groups.are_words(group)
        words = [text for text, is_word in zip(texts, are_words, strict=True) if is_word]
        language = self.language or language
        values: Iterator[str | None] = iter(())
        if words:
            self.check(corpus, language)
            values = iter(self.values(words, language))
        others = [text for text, is_word in zip(texts, are_words, strict=True) if not is_word]
        folded = iter(_core.fold_all(others, language, fold_sharp_s=False))
        return [next(values) if is_word else next(folded) for is_word in are_words]


class FoldRule(Rule):
    """Case and compatibility forms joined; ß is ss only if asked."""

    def __init__(self, *, fold_sharp_s: bool) -> None:
        self.core_name = None if fold_sharp_s else "folded"
        self._fold_sharp_s = fold_sharp_s

    def values(self, words: list[str], language: str) -> Values:
        """Return the folded words."""
        return [*_core.fold_all(words, language, fold_sharp_s=self._fold_sharp_s)]


class _LanguageRule(Rule):
    """A layer that needs to know the language."""

    core_name = None
    layer_name = ""

    def __init__(self, language: str | None) -> None:
        self.language = language

    def key(self, language: str) -> str:
        """Return the language without region and script."""
        return language.partition("-")[0].lower()

    def known(self) -> Sequence[str]:
        """Return the languages there are."""
        raise NotImplementedError

    def knows(self, language: str) -> bool:
        """Whether there is one for a language without region."""
        raise NotImplementedError

    def check(self, corpus: Corpus, language: str) -> None:
        """Raise an error if the language is not given or not known."""
        if not language:
            documents = corpus.documents()
            languages = documents["language"]
            ids = documents["document"]
            unknown = [id for id, code in zip(ids, languages, strict=True) if not code]
            message = (
                f"layer {self.layer_name!r} needs the language of every document, and "
                f"{len(unknown)} of {len(corpus)} have none (the first is {unknown[0]!r}); "
                "pass language= to wf.read, or "
                f"layer=wf.layer({self.layer_name!r}, language='de')"
            )
            raise BadArgument(message)
        if not self.knows(self.key(language)):
            message = (
                f"there is no layer {self.layer_name!r} for language {language!r}, only for "
                f"{', '.join(self.known())}; {self._way_out(corpus)}"
            )
            raise BadArgument(message)

    def _way_out(self, corpus: Corpus) -> str:
        known = next((code for code in corpus.languages if self.knows(self.key(code))), None)
        if self.language is not None or known is None:
            return "layer='folded' needs none"
        return f"corpus.where({{'language': {known!r}}}) leaves its documents out"


class StemRule(_LanguageRule):
    """Snowball's stem of the folded word."""

    layer_name = "stem"

    def known(self) -> Sequence[str]:
        """Return the names of Snowball's languages."""
        every: list[str] = require("Stemmer", purpose="layer='stem'").algorithms()
        return sorted(name for name in every if "porter" not in name)

    def knows(self, language: str) -> bool:
        """Whether there is a stemmer."""
        return self._stemmer(language) is not None

    def values(self, words: list[str], language: str) -> Values:
        """Return the stems, each computed once for a folded form."""
        folded = _core.fold_all(words, language, fold_sharp_s=False)
        # Snowball knows the typewriter's apostrophe only.
        distinct = list(dict.fromkeys(word.replace("’", "'") for word in folded))
        stems = self._stemmer(self.key(language)).stemWords(distinct)
        stem_of = dict(zip(distinct, stems, strict=True))
        return [stem_of[word.replace("’", "'")] or word for word in folded]

    @staticmethod
    def _stemmer(language: str) -> Any:
        """Return a stemmer without a cache, each word is asked once; None if there is none."""
        stemmer = require("Stemmer", purpose="layer='stem'")
        try:
            return stemmer.Stemmer(_STEMMER_CODES.get(language, language), 0)
        except KeyError:
            return None


class LemmaRule(_LanguageRule):
    """simplemma's lemma of the word as written, folded."""

    layer_name = "lemma"

    def known(self) -> Sequence[str]:
        """Return the codes of simplemma's languages."""
        require("simplemma", purpose="layer='lemma'")
        languages = require(
            "simplemma.strategies.dictionaries.dictionary_factory", purpose="layer='lemma'"
        ).SUPPORTED_LANGUAGES
        return sorted(languages)

    def knows(self, language: str) -> bool:
        """Whether there is a list of lemmas."""
        return _LEMMA_CODES.get(language, language) in self.known()

    def values(self, words: list[str], language: str) -> Values:
        """Return the lemmas."""
        simplemma = require("simplemma", purpose="layer='lemma'")
        code = self.key(language)
        code = _LEMMA_CODES.get(code, code)
        lemmas = [simplemma.lemmatize(word, lang=code) for word in words]
        return [*_core.fold_all(lemmas, language, fold_sharp_s=False)]


class FunctionRule(Rule):
    """Whatever a function says."""

    core_name = None

    def __init__(self, function: Callable[[str], Any], name: str) -> None:
        self._function = function
        self._name = name

    def values(self, words: list[str], language: str) -> Values:
        """Return what the function returns for each word."""
        return [self._value(word) for word in words]

    def _value(self, word: str) -> str | None:
        try:
            value = self._function(word)
        except Exception as error:
            message = (
                f"the function {self._name} of the layer failed for the word {word!r}: "
                f"{type(error).__name__}: {error}"
            )
            raise BadArgument(message) from error
        return _checked(value, f"the function {self._name} of the layer returned for {word!r}")


class MappingRule(Rule):
    """What a mapping says of a word as written or folded, else its folded form."""

    core_name = None

    def __init__(self, entries: Mapping[str, str | None]) -> None:
        self._entries = entries

    @staticmethod
    def checked(source: Mapping[Any, Any]) -> dict[str, str | None]:
        """Return a copy with texts for keys and texts or None for values."""
        entries = {}
        for key, value in source.items():
            word = _arguments.text("a key of the mapping of a layer", key)
            entries[word] = _checked(value, f"the mapping of the layer has for {word!r}")
        return entries

    def values(self, words: list[str], language: str) -> Values:
        """Return what the mapping has."""
        folded = _core.fold_all(words, language, fold_sharp_s=False)
        return [
            self._entries[word] if word in self._entries else self._entries.get(form, form)
            for word, form in zip(words, folded, strict=True)
        ]


def _checked(value: Any, whence: str) -> str | None:
    """Return the value of a word: a text, or None if it is not counted."""
    if value is None:
        return None
    if not isinstance(value, str):
        message = (
            f"{whence} {value!r} of type {type(value).__name__}; "
            "a word counts as a str, or as None to leave it out"
        )
        raise TypeError(message)
    if not _arguments.is_writable(value):
        message = f"{whence} a lone surrogate, which no text holds: {value!a}"
        raise BadArgument(message)
    return value or None


def function_name(function: Callable[..., Any]) -> str:
    """Return the qualified name of a function, or of the class of another callable."""
    if isinstance(function, functools.partial):
        return f"functools.partial({function_name(function.func)})"
    named = function if hasattr(function, "__qualname__") else type(function)
    module = getattr(named, "__module__", None)
    qualified = str(named.__qualname__)
    return qualified if module in (None, "builtins") else f"{module}.{qualified}"
