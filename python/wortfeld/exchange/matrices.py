"""Documents and entities as a sparse matrix of counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES
from wortfeld._wrap import raw

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld.mentions import Mentions
    from wortfeld.table import Table
    from wortfeld.typing import Zones

__all__ = ["EntityMatrix", "matrix"]


class EntityMatrix(NamedTuple):
    """Counts with the names of their rows and columns."""

    counts: Any
    """``scipy.sparse.csr_array`` of int64: a row a document, a column an entity."""
    documents: list[str]
    """Ids of the documents, in the order of the rows."""
    names: list[str]
    """Names of the entities, in the order of the columns; kinds tell equal ones apart."""
    entities: Table
    """Entity, kind and id of the columns."""


def matrix(
    mentions: Mentions, *, kinds: str | Iterable[str] | None = None, zones: Zones = None
) -> EntityMatrix:
    """Count the mentions of each entity in each document; see :meth:`wortfeld.Mentions.matrix`.

    Parameters
    ----------
    mentions
        The mentions.
    kinds
        Kinds that become columns; None takes all names, no quantities and dates.
    zones
        None counts title, lead, heading and body.
    """
    import numpy as np
    from scipy.sparse import csr_array

    wanted = _arguments.names("kinds", kinds)
    zone_names = _arguments.zones(zones)
    cells, entities = _core.count_entities(raw(mentions), kinds=wanted, zones=zone_names)
    documents = list(mentions.corpus.documents()["document"])
    shape = (len(documents), entities.rows)
    ends = np.searchsorted(cells.numpy("document"), np.arange(shape[0] + 1))
    # Many models take 32 bits only.
    index: Any = np.int32 if max(cells.rows, *shape) < 2**31 else np.int64
    columns = cells.numpy("entity").astype(index)
    counts = csr_array(
        (cells.numpy("count").astype(np.int64), columns, ends.astype(index)), shape=shape
    )
    table = mentions._table(entities, "Entities of the matrix", zones=zone_names or COUNTED_ZONES)
    return EntityMatrix(counts, documents, entities.values("entity"), table)
