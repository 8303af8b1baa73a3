"""Entities merged, renamed and dropped, mentions united: each step is kept and can be replayed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _arguments, _core
from wortfeld._columns import columns_from
from wortfeld._wrap import raw
from wortfeld.errors import BadArgument, UnknownName
from wortfeld.exchange.origin import Edit

if TYPE_CHECKING:
    from wortfeld.mentions import Mentions

__all__ = ["drop", "fingerprint", "merge", "rename", "replay", "unite"]

_TEXTS = ("entity", "kind", "id", "new_entity", "new_kind", "new_id")


class _Key(NamedTuple):
    """An entity as mentions know it."""

    name: str
    kind: str
    id: str | None


# The entities that are mentioned, by their names.
_Known = dict[str, list[_Key]]


class _Asked(NamedTuple):
    """An entity as a user writes it: a name, or a name and a kind."""

    name: str
    kind: str | None

    def fits(self, key: _Key) -> bool:
        return key.name == self.name and self.kind in (None, key.kind)


def merge(mentions: Mentions, changes: Mapping[Any, Any]) -> Mentions:
    """Return mentions in which entities became others; see :meth:`wortfeld.Mentions.merge`."""
    return _changed(mentions, "merge", _asked_changes(changes))


def rename(mentions: Mentions, changes: Mapping[Any, Any]) -> Mentions:
    """Return mentions of entities with other names; see :meth:`wortfeld.Mentions.rename`."""
    return _changed(mentions, "rename", _asked_changes(changes))


def drop(mentions: Mentions, entities: Any) -> Mentions:
    """Return mentions without those of entities; see :meth:`wortfeld.Mentions.drop`."""
    if isinstance(entities, str) or _is_pair(entities):
        entities = [entities]
    if not isinstance(entities, Iterable):
        message = f"entities must be a name or a list of names, not {type(entities).__name__}"
        raise TypeError(message)
    return _changed(mentions, "drop", [(_asked(entity), None) for entity in entities])


def unite(first: Mentions, second: Mentions) -> Mentions:
    """Return the mentions of both; see ``Mentions.__or__``."""
    united = _core.unite_mentions(raw(first), raw(second))
    edit = Edit("unite", {"mentions": fingerprint(second), "call": second._origin.call})
    return first._edited(united, edit, notes=second._origin.notes, excluded=second._origin.excluded)


def replay(mentions: Mentions, edits: Iterable[Edit], others: Iterable[Mentions] = ()) -> Mentions:
    """Apply edits in their order; what names an entity that is not mentioned is told and left out.

    Parameters
    ----------
    mentions
        What is edited.
    edits
        The log.
    others
        The mentions that were united with, if any were.
    """
    known = {fingerprint(other): other for other in others}
    for operation, arguments in edits:
        if operation == "unite":
            other = known.get(arguments["mentions"])
            if other is None:
                message = (
                    f"the log unites with mentions {arguments['mentions']!r} made by "
                    f"{arguments['call']}, which are not among others="
                )
                raise BadArgument(message)
            mentions = unite(mentions, other)
        else:
            changes = [
                (_Asked(*old), None if new is None else _Asked(*new)) for old, new in arguments
            ]
            mentions = _changed(mentions, operation, changes, is_replay=True)
    return mentions


def fingerprint(mentions: Mentions) -> str:
    """Return sixteen hexadecimal digits over all that the mentions say."""
    from wortfeld._csv import csv_lines

    digest = hashlib.sha256()
    for line in csv_lines(_core.mention_rows(raw(mentions))):
        digest.update(line.encode())
    return digest.hexdigest()[:16]


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, str) for v in value)


def _asked(value: Any) -> _Asked:
    if _is_pair(value):
        return _Asked(_arguments.text("entity", value[0]), _arguments.text("kind", value[1]))
    return _Asked(_arguments.text("entity", value), None)


def _asked_changes(changes: Any) -> list[tuple[_Asked, _Asked | None]]:
    if not isinstance(changes, Mapping):
        message = (
            f"changes must be a mapping of old names to new ones, not {type(changes).__name__}"
        )
        raise TypeError(message)
    asked: list[tuple[_Asked, _Asked | None]] = []
    for old, new in ((_asked(old), _asked(new)) for old, new in changes.items()):
        asked.append((old, new))
        if not new.name.strip():
            message = f"the new name of {old.name!r} is empty; take drop() to leave it out"
            raise BadArgument(message)
    return asked


def _changed(
    mentions: Mentions,
    operation: str,
    changes: list[tuple[_Asked, _Asked | None]],
    *,
    is_replay: bool = False,
) -> Mentions:
    rows = _core.mentioned_entities(raw(mentions))
    known: _Known = defaultdict(list)
    for row in zip(*(rows.values(name) for name in ("entity", "kind", "id")), strict=True):
        known[row[0]].append(_Key(*row))
    notes = []
    found: dict[_Key, _Asked | None] = {}
    for old, new in changes:
        if is_replay and not any(map(old.fits, known.get(old.name, ()))):
            message = f"{operation}: {old.name!r} is not mentioned"
            notes.append(("edits", "", "edit", message))
            continue
        found[_only(known, old)] = new
    if operation == "merge":
        notes += _check_new_names(known, found)
    becomes = {old: _target(known, old, new, operation) for old, new in found.items()}
    becomes = {old: new for old, new in becomes.items() if new != old}
    becomes = {old: _last(becomes, old) for old in becomes}
    table = [(*old, *(new or (None, None, None))) for old, new in becomes.items()]
    columns = columns_from(
        {name: [row[at] for row in table] for at, name in enumerate(_TEXTS)},
        types=dict.fromkeys(_TEXTS, "text"),
    )
    listed = [[list(old), None if new is None else list(new)] for old, new in changes]
    edited = _core.edit_mentions(raw(mentions), columns)
    return mentions._edited(edited, Edit(operation, listed), notes=tuple(notes))


def _only(known: _Known, asked: _Asked) -> _Key:
    """Return the one entity that is meant."""
    meant = [key for key in known.get(asked.name, ()) if asked.fits(key)]
    if not meant:
        near = _core.near_names(asked.name, list(known))
        hint = f"; did you mean {near[0]!r}?" if near else ""
        message = f"no entity {asked.name!r} is mentioned{hint}"
        raise UnknownName(message)
    if len(meant) > 1:
        kinds = ", ".join(f"({key.name!r}, {key.kind!r})" for key in meant)
        message = f"{asked.name!r} is the name of {len(meant)} entities; write one of {kinds}"
        raise BadArgument(message)
    return meant[0]


def _check_new_names(
    known: _Known, changes: Mapping[_Key, _Asked | None]
) -> list[tuple[str, str, str, str]]:
    """Refuse one new name for several kinds; tell of new ones that may be slips of the pen."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for old, new in changes.items():
        if new is not None and new.kind is None and new.name not in known:
            kinds[new.name].add(old.kind)
    notes = []
    for name, found in kinds.items():
        if len(found) > 1:
            first = min(found)
            message = (
                f"{name!r} would be {len(found)} entities, of the kinds {', '.join(sorted(found))};"
                f" say which kind it is: ({name!r}, {first!r})"
            )
            raise BadArgument(message)
        others = [other for other in known if all(old.name != other for old in changes)]
        if near := _core.near_names(name, others):
            message = f"merge: {name!r} is a new entity; did you mean {near[0]!r}?"
            notes.append(("edits", "", "edit", message))
    return notes


def _target(known: _Known, old: _Key, new: _Asked | None, operation: str) -> _Key | None:
    """Return what an entity becomes."""
    if new is None:
        return None
    meant = [key for key in known.get(new.name, ()) if new.fits(key)]
    if operation == "rename":
        taken = [key for key in meant if key != old]
        if taken:
            message = (
                f"there is an entity {new.name!r} of the kind {taken[0].kind!r} already; merge "
                f"joins them, and ({new.name!r}, kind) is another of that name"
            )
            raise BadArgument(message)
        return _Key(new.name, new.kind or old.kind, old.id)
    if len(meant) > 1:
        meant = [key for key in meant if key.kind == old.kind]
    if len(meant) > 1:
        _only(known, new)
    return meant[0] if meant else _Key(new.name, new.kind or old.kind, None)


def _last(becomes: dict[_Key, _Key | None], old: _Key) -> _Key | None:
    """Follow changes to their end: what becomes something that becomes something else."""
    seen = {old}
    new = becomes[old]
    while new is not None and new in becomes and new not in seen:
        seen.add(new)
        new = becomes[new]
    if new in seen:
        message = f"the changes of {old.name!r} lead back to it"
        raise BadArgument(message)
    return new
