"""How the numbers came about: formulas, parameters, versions, what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import wortfeld
from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wortfeld.report.facts import Facts
    from wortfeld.report.pairs import Pairs

__all__ = ["Method", "method"]

_MEASURES = ("log_odds", "log_likelihood")


class Method(NamedTuple):
    """The method page; the provenance is that of the tables behind the panels."""

    measures: list[dict[str, Any]]
    provenance: list[tuple[str, str]]
    excluded: list[tuple[str, int]]
    calls: list[str]
    command: str


def method(facts: Facts, pairs: Pairs, title: str | None) -> Method:
    """Collect formulas, versions, parameters and exclusions."""
    table = facts.mentions.table()
    known = pairs.provenance
    entries = [(key, _plain(known[key])) for key in ("version", "rules", "unicode", "language")]
    entries += [(key, _plain(known[key])) for key in ("zones", "corpus")]
    excluded = dict(table.provenance["excluded"])
    # The page travels without the folder of the gazetteer.
    found = str(table.provenance["call"]).replace(facts.mentions._source, facts.gazetteer_name)
    calls = [found, str(known["call"])]
    return Method(
        [row for row in wortfeld.measures().rows() if row["name"] in _MEASURES],
        entries,
        sorted(excluded.items()),
        [_report_call(facts, title), *map(visible, calls)],
        _command(facts, title),
    )


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _report_call(facts: Facts, title: str | None) -> str:
    is_given = facts.names_are_given
    arguments: Mapping[str, Any] = {
        "gazetteer": facts.gazetteer_name if len(facts.gazetteer) and not is_given else None,
        "title": title,
    }
    given = "".join(f", {name}={value!r}" for name, value in arguments.items() if value is not None)
    given = f", gazetteer=mentions{given}" if is_given else given
    return visible(f"corpus.report('report.html'{given})")


def _command(facts: Facts, title: str | None) -> str:
    languages = facts.corpus.languages
    parts = ["wortfeld report FOLDER -o report.html"]
    if len(facts.gazetteer) and not (facts.gazetteer_is_beside or facts.names_are_given):
        parts.append(f"--gazetteer {facts.gazetteer_name!r}")
    if len(languages) == 1:
        parts.append(f"--language {languages[0]}")
    if title is not None:
        parts.append(f"--title {title!r}")
    return visible(" ".join(parts))
