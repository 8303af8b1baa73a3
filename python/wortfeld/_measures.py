"""Association measures on bare numbers, and the registry of all measures."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from wortfeld import _arguments, _core
from wortfeld._call import call_text
from wortfeld._wrap import run
from wortfeld.errors import BadArgument
from wortfeld.table import Table

if TYPE_CHECKING:
    import numpy.typing as npt

    from wortfeld.typing import Measure

    Counts = np.ndarray[Any, np.dtype[np.int64]]

__all__ = ["association", "measures"]

_LARGEST = 2**63 - 1


@overload
def association(o11: int, r1: int, c1: int, n: int, *, measure: Measure) -> float: ...
@overload
def association(
    o11: npt.ArrayLike,
    r1: npt.ArrayLike,
    c1: npt.ArrayLike,
    n: npt.ArrayLike,
    *,
    measure: Measure,
) -> Any: ...
def association(
    o11: npt.ArrayLike,
    r1: npt.ArrayLike,
    c1: npt.ArrayLike,
    n: npt.ArrayLike,
    *,
    measure: Measure,
) -> Any:
    """Measure how strongly two things are associated, from their contingency table.

    Arguments are whole numbers up to 2**63 - 1 or arrays of them; arrays are broadcast against
    each other. Floats count as whole numbers where they are.

    Parameters
    ----------
    o11
        Units in which both occur.
    r1
        Units in which the first occurs.
    c1
        Units in which the second occurs.
    n
        All units.
    measure
        A name from :func:`measures`.

    Returns
    -------
    float or numpy.ndarray
        A float for four numbers, otherwise a float64 array of the broadcast shape. Infinite where
        that is the limit, NaN only where there is none: the column ``zero`` of :func:`measures`
        says where and why.

    Raises
    ------
    BadArgument
        If a table is impossible (a negative count, o11 above r1 or c1, a marginal above n), a
        number is not whole or too large, or shapes do not fit together.
    UnknownName
        If there is no such measure; the message offers near names.
    TypeError
        If something is not a number.

    Examples
    --------
    >>> import wortfeld as wf
    >>> round(wf.association(110, 2552, 221, 31777, measure="log_likelihood"), 2)
    270.72
    >>> wf.association([100, 50, 0], 100, 100, 1000, measure="log_dice").tolist()
    [14.0, 13.0, -inf]
    """
    name = _arguments.text("measure", measure)
    given = {"o11": o11, "r1": r1, "c1": c1, "n": n}
    tables = _broadcast({key: _counts(key, values) for key, values in given.items()})
    flat = [np.ascontiguousarray(column).reshape(-1) for column in tables]
    shape = tables[0].shape
    if not shape:
        # One table is a look-up: no thread, no progress.
        return float(_core.association(*flat, measure=name, threads=0, progress=None)[0])
    scores = run(_core.association, *flat, measure=name, task="computing measures")
    return scores.reshape(shape)


def measures() -> Table:
    """List the association measures.

    Returns
    -------
    Table
        Columns ``name``, ``family`` (significance, effect, information, conservative),
        ``formula`` (in Evert's notation), ``source``, ``range``, ``symmetric`` (the same for
        (a, b) and (b, a)), ``zero`` (what becomes of zero cells and marginals), ``other_names``.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.measures().row("log_dice")["formula"]
    '14 + log2(2 * O11 / (R1 + C1))'
    """
    import wortfeld

    return Table(
        _core.measures(),
        caption="Association measures",
        provenance={
            "version": wortfeld.__version__,
            "parameters": {},
            "excluded": {},
            "call": call_text("wortfeld.measures", {}),
        },
    )


def _counts(name: str, values: Any) -> Counts:
    """Return whole numbers as int64, of the shape given."""
    if np.ma.is_masked(values):
        message = f"{name} has masked values; give the counts without them"
        raise BadArgument(message)
    array = np.asarray(values)
    if array.dtype.kind == "O":
        counts = [_count(name, value) for value in array.reshape(-1)]
        return np.array(counts, dtype=np.int64).reshape(array.shape)
    if array.dtype.kind == "f":
        return _from_floats(name, array)
    if array.dtype.kind == "u" and (array > _LARGEST).any():
        raise _too_large(name, array[array > _LARGEST].flat[0])
    if array.dtype.kind not in "iu":
        message = f"{name} must hold whole numbers, not {_kind(values, array)}"
        raise TypeError(message)
    return array.astype(np.int64)


def _count(name: str, value: Any) -> int:
    """Return one whole number: Python's ints know no bounds, so they come one by one."""
    if isinstance(value, float):
        return int(_from_floats(name, np.asarray(value)))
    try:
        count = operator.index(value)
    except TypeError:
        message = f"{name} must hold whole numbers, not {type(value).__name__}"
        raise TypeError(message) from None
    if abs(count) > _LARGEST:
        raise _too_large(name, count)
    return count


def _from_floats(name: str, array: np.ndarray[Any, Any]) -> Counts:
    whole = np.isfinite(array) & (np.trunc(array) == array)
    if not whole.all():
        message = f"{name} must hold whole numbers, got {array[~whole].flat[0]}"
        raise BadArgument(message)
    # 2**63 is the first float that int64 does not hold.
    large = np.abs(array) >= 2.0**63
    if large.any():
        raise _too_large(name, array[large].flat[0])
    return array.astype(np.int64)


def _too_large(name: str, value: Any) -> BadArgument:
    return BadArgument(f"{name} = {value} is too large; counts go up to 2**63 - 1")


def _kind(values: Any, array: np.ndarray[Any, Any]) -> str:
    return type(values).__name__ if array.ndim == 0 else f"{array.dtype}"


def _broadcast(arrays: dict[str, Counts]) -> list[Counts]:
    try:
        return list(np.broadcast_arrays(*arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {array.shape}" for name, array in arrays.items())
        message = f"the shapes of the arguments do not fit together: {shapes}"
        raise BadArgument(message) from None
