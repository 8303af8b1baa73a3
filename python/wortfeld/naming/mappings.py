"""Gazetteers as mappings: an entity with its aliases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from wortfeld.naming.rows import COLUMNS, bad_row

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["OTHER_KIND", "records_of_mapping"]

# The kind of an entity of which only the names are given.
OTHER_KIND = "other"


def records_of_mapping(name: str, source: Mapping[Any, Any]) -> Iterator[tuple[int, Any]]:
    """Yield a record an alias from ``{entity: aliases}`` or ``{entity: {kind, aliases, …}}``.

    Only what is listed is looked for: an entity whose own name is an alias lists it too. An alias
    is a text or a mapping with ``alias`` and what differs for it. Rows count the entities.

    Raises
    ------
    BadInput
        If an entity has no aliases or something else stands in their place.
    """
    for number, (entity, given) in enumerate(source.items(), start=1):
        record: dict[str, Any] = {"entity": entity, "kind": OTHER_KIND}
        aliases = given
        if isinstance(given, Mapping):
            record |= _common_fields(name, number, given)
            aliases = given.get("aliases")
        for alias in _listed(name, number, entity, aliases):
            own = alias if isinstance(alias, Mapping) else {"alias": alias}
            yield number, record | {field: own[field] for field in COLUMNS if field in own}


def _common_fields(name: str, number: int, given: Mapping[Any, Any]) -> dict[str, Any]:
    """Return what holds for every alias of an entity."""
    allowed = [column for column in COLUMNS if column not in ("entity", "alias")]
    for field in given:
        if field != "aliases" and field not in allowed:
            what = f"{field!r} is not known; allowed are aliases, {', '.join(allowed)}"
            raise bad_row(name, number, what)
    return {field: given[field] for field in allowed if field in given}


def _listed(name: str, number: int, entity: Any, aliases: Any) -> list[Any]:
    if isinstance(aliases, str):
        return [aliases]
    if not isinstance(aliases, Iterable) or isinstance(aliases, Mapping | bytes):
        what = f"the aliases of {entity!r} are {type(aliases).__name__}, not a list of texts"
        raise bad_row(name, number, what)
    listed = list(aliases)
    if not listed:
        raise bad_row(name, number, f"{entity!r} has no aliases; write {[entity]!r} for its name")
    return listed
