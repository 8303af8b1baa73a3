"""The evidence of a page: every linked count leads to as many items as it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortfeld.report.passages import Passage

__all__ = ["Block", "Count", "EvidenceList", "Group"]


class Count(NamedTuple):
    """A number and the id of the element that holds its evidence; without one it is no link."""

    value: int
    target: str | None = None


class Group(NamedTuple):
    """The passages of one document in a block."""

    id: str
    document: str
    passages: tuple[Passage, ...]


class Block(NamedTuple):
    """The evidence of one count; `back` is the row that the count stands in."""

    id: str
    back: str
    title: str
    groups: tuple[Group, ...]


class EvidenceList:
    """Collects the evidence of a page and keeps it within a budget.

    Parameters
    ----------
    budget
        How many bytes all passages together may take.
    """

    def __init__(self, budget: int) -> None:
        self.blocks: list[Block] = []
        self._by_id: dict[str, Block] = {}
        self.left_out = 0
        self._left = budget
        self._ids = 0

    def next_id(self) -> str:
        """Return an id that nothing on the page has."""
        self._ids += 1
        return f"e{self._ids}"

    def afford(self, passages: Sequence[Passage]) -> bool:
        """Take what the passages cost off the budget, or say that it is used up."""
        size = sum(passage.size for passage in passages)
        if size > self._left:
            self.left_out += 1
            return False
        self._left -= size
        return True

    def add(
        self, title: str, count: int, passages: Sequence[Passage], *, beside: Count | None = None
    ) -> Count:
        """Add the passages behind a count; a count that they do not add up to is no link.

        Parameters
        ----------
        title
            What was counted.
        count
            How many items the passages hold.
        passages
            Where they are.
        beside
            A count in the same row, which names the row; without one this count does.
        """
        found = sum(passage.item_count for passage in passages)
        if count == 0 or found != count or not self.afford(passages):
            return Count(count)
        block_id = self.next_id()
        groups: dict[str, list[Passage]] = {}
        for passage in passages:
            groups.setdefault(passage.document, []).append(passage)
        block = Block(
            block_id,
            f"row-{block_id if beside is None or beside.target is None else beside.target}",
            title,
            tuple(
                Group(f"{block_id}-{number}", document, tuple(members))
                for number, (document, members) in enumerate(groups.items(), start=1)
            ),
        )
        self.blocks.append(block)
        self._by_id[block_id] = block
        return Count(count, block_id)

    def of_document(self, count: Count, document: str, value: int) -> Count:
        """Return the part of a count that one document has, linked if the whole is."""
        block = self._by_id.get(count.target or "")
        for group in block.groups if block is not None else ():
            if group.document == document:
                return Count(value, group.id)
        return Count(value)
