"""Rows that are of no use: the first of them is an error, or each is told and left out."""

from __future__ import annotations

from wortfeld.errors import BadInput

__all__ = ["Refusals", "UnusableError"]

_WAY_OUT = 'on_error="skip" leaves such rows out and tells them in warnings'
# Of a value in a message.
_LONGEST = 80


class UnusableError(ValueError):
    """A value that is of no use: says which and why, without its row."""

    def __init__(self, value: object, why: str, column: str) -> None:
        shown = repr(value).encode(errors="backslashreplace").decode()
        shown = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
        super().__init__(f"{column} is {shown}, {why}")


class Refusals:
    """What is wrong with rows, counted from 0 as in a DataFrame.

    Parameters
    ----------
    on_error
        ``"raise"`` makes the first refusal an error, ``"skip"`` collects them in `reasons`.
    """

    def __init__(self, on_error: str) -> None:
        self.skips = on_error == "skip"
        self.reasons: dict[int, str] = {}

    def refuse(self, row: int, why: str, *, way_out: str = _WAY_OUT) -> None:
        """Take a reason against a row, of several the first.

        Raises
        ------
        BadInput
            Unless such rows are skipped; the message names the row and the way out.
        """
        if not self.skips:
            message = f"spans, row {row}: {why}; {way_out}"
            raise BadInput(message, source="spans", line=row)
        self.reasons.setdefault(row, why)
