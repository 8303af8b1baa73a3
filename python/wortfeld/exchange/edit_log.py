"""The log of edits as a file: JSON, one edit a line."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from wortfeld._files import opened, writing_text
from wortfeld.errors import BadFile
from wortfeld.exchange.origin import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["read_edits", "write_edits"]

_FORMAT = "wortfeld edits 1"


def write_edits(edits: Iterable[Edit], path: str | os.PathLike[str]) -> None:
    """Write a log as JSON, one edit a line."""
    lines = [json.dumps(list(edit), ensure_ascii=False) for edit in edits]
    with writing_text(path) as file:
        file.write(f'{{"format": "{_FORMAT}", "edits": [\n' + ",\n".join(lines) + "\n]}\n")


def read_edits(path: str | os.PathLike[str]) -> list[Edit]:
    """Read a log that `write_edits` wrote; ``BadFile`` names the entry that is none."""
    name = os.fspath(path)
    with os.fdopen(opened(name), "rb") as file:
        content = file.read()
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        message = f"{name} is no log of edits: no JSON ({error})"
        raise BadFile(message, source=name) from None
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        message = f"{name} is no log of edits: its format is not {_FORMAT!r}"
        raise BadFile(message, source=name)
    edits = found.get("edits")
    listed: list[Any] = edits if isinstance(edits, list) else [None]
    for number, edit in enumerate(listed, start=1):
        if not _is_edit(edit):
            message = f"{name}: entry {number} is no edit; Mentions.save_edits writes them"
            raise BadFile(message, source=name, line=number)
    return [Edit(operation, arguments) for operation, arguments in listed]


def _is_edit(edit: Any) -> bool:
    if not (isinstance(edit, list) and len(edit) == 2):
        return False
    operation, arguments = edit
    if operation == "unite":
        return isinstance(arguments, dict) and {"mentions", "call"} <= arguments.keys()
    if operation not in ("merge", "rename", "drop") or not isinstance(arguments, list):
        return False
    return all(
        isinstance(change, list)
        and len(change) == 2
        and _is_asked(change[0])
        and (change[1] is None if operation == "drop" else _is_asked(change[1]))
        for change in arguments
    )


def _is_asked(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and isinstance(value[0], str)
        and (value[1] is None or isinstance(value[1], str))
    )
