"""Finding mentions: names of a gazetteer, amounts and dates, by policies that are arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from wortfeld import _arguments, _core
from wortfeld._days import as_day, days_since_epoch
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument
from wortfeld.gazetteer import Gazetteer, as_gazetteer
from wortfeld.mentions import Mentions
from wortfeld.profiles import core_word_cases
from wortfeld.typing import Compounds, OnAmbiguous, Resolve, ShortForms

if TYPE_CHECKING:
    import datetime

    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import GazetteerSource
    from wortfeld.profiles import Profile

__all__ = ["find_mentions"]

_CHOICES = {
    "resolve": Resolve,
    "on_ambiguous": OnAmbiguous,
    "short_forms": ShortForms,
    "compounds": Compounds,
}


def find_mentions(
    corpus: Corpus,
    gazetteer: Gazetteer | GazetteerSource | None,
    *,
    quantities: bool,
    dates: bool,
    reference_date: datetime.date | str | None,
    profile: Profile | None = None,
    **given: Any,
) -> Mentions:
    """Find mentions as :meth:`wortfeld.Corpus.mentions` says; `given` are its policies."""
    policies: dict[str, Any] = {
        name: _arguments.choice(name, given[name], get_args(choices))
        for name, choices in _CHOICES.items()
    }
    policies |= {name: _arguments.flag(name, given[name]) for name in ("umlauts", "nested")}
    _refuse_contradictions(policies)
    wanted = {"quantities": quantities, "dates": dates}
    wanted = {name: _arguments.flag(name, value) for name, value in wanted.items()}
    names = as_gazetteer(gazetteer)
    day = as_day("reference_date", reference_date)
    options = _core.MentionOptions(
        **wanted,
        reference_date=None if day is None else days_since_epoch(day),
        policies=_core.Policies(**policies),
        word_cases=core_word_cases(profile),
    )
    found = run(_core.find_mentions, raw(corpus), raw(names), options, task="finding mentions")
    parameters = {
        **wanted,
        "reference_date": None if day is None else str(day),
        "gazetteer_fingerprint": names.fingerprint,
        **policies,
    }
    if profile is not None:
        parameters["word_profile"] = profile.word_fingerprint
    return Mentions._from_raw(found, corpus, names, parameters)


def _refuse_contradictions(policies: dict[str, Any]) -> None:
    if policies["resolve"] == "all" and policies["nested"]:
        message = (
            "resolve='all' keeps everything that overlaps, so nested=True has no meaning beside "
            "it; leave one of them out"
        )
        raise BadArgument(message)
