"""Two gazetteers as one."""

from __future__ import annotations

from collections import defaultdict

from wortfeld.naming.rows import COLUMNS, Rows

__all__ = ["joined"]


def joined(first: Rows, second: Rows) -> Rows:
    """Return the rows of both; where they speak of one entity, the first one's naming holds.

    Entities are one if their ids agree, or their names and kinds and not both have ids. Of an alias
    of which the first one speaks, in the same language or in all, the second one's row is left out,
    whatever it says. Rows are counted through.
    """
    names = {identity: (entity, kind) for entity, kind, identity in _keys(first) if identity}
    ids = {
        (entity, kind): identity
        for entity, kind, identity in (*_keys(second), *_keys(first))
        if identity
    }
    seen: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    of_language = COLUMNS.index("language")
    kept: list[tuple[str, ...]] = []
    for number, values in enumerate((*_records(first), *_records(second))):
        entity, kind, alias, identity, *others = values
        identity = identity or ids.get((entity, kind), "")
        entity, kind = names.get(identity, (entity, kind))
        key = (entity, kind, alias, identity)
        language = values[of_language]
        # What stands twice in the first one is for its warnings to tell.
        if number < len(first.numbers) or not _is_told(language, seen.get(key, set())):
            seen[key].add(language)
            kept.append((*key, *others))
    columns = {name: [row[at] for row in kept] for at, name in enumerate(COLUMNS)}
    return Rows(f"{first.name} | {second.name}", columns, list(range(1, len(kept) + 1)))


def _is_told(language: str, languages: set[str]) -> bool:
    """Whether rows of these languages (empty: all) speak of documents of that one."""
    return bool(languages) and (not language or language in languages or "" in languages)


def _records(rows: Rows) -> zip[tuple[str, ...]]:
    """Return the values of each row in the order of the columns."""
    return zip(*(rows.columns[column] for column in COLUMNS), strict=True)


def _keys(rows: Rows) -> zip[tuple[str, str, str]]:
    return zip(rows.columns["entity"], rows.columns["kind"], rows.columns["id"], strict=True)
