"""Columns of more than 2 GiB of text are read to their end, as one array and in chunks of utf8."""

import sys

import numpy as np
import pyarrow as pa
import wortfeld as wf

ROW = 2**20
ROWS = 2**11 + 32


def column(first: int, rows: int, kind: pa.DataType) -> pa.Array:
    """Return rows of a mebibyte each, blank but for a word that is their number."""
    data = np.full(rows * ROW, ord(" "), np.uint8)
    for row in range(rows):
        word = f"Zeile{first + row}".encode()
        data[row * ROW : row * ROW + len(word)] = np.frombuffer(word, np.uint8)
    width = np.int64 if kind == pa.large_string() else np.int32
    offsets = (np.arange(rows + 1, dtype=np.int64) * ROW).astype(width)
    return pa.Array.from_buffers(kind, rows, [None, pa.py_buffer(offsets), pa.py_buffer(data)])


def check(source: pa.Array | pa.ChunkedArray, claim: str) -> bool:
    """Say whether every row became the document that it is."""
    corpus = wf.read(source, language="de")
    failed = abs(len(corpus) - ROWS) + abs(corpus.token_count - ROWS)
    for row in range(ROWS):
        hits = corpus.concordance(f"Zeile{row}")["document"].tolist()
        failed += hits != [str(row)]
    failed += len(corpus.text(str(ROWS - 1))) != ROW
    print(f"{claim}\t{ROWS}\t{failed}", flush=True)
    return failed == 0


def main() -> int:
    """Check both, one after the other, for each takes five gigabytes."""
    wf.options(progress=False)
    whole = check(column(0, ROWS, pa.large_string()), "a large_utf8 column beyond 2 GiB is read")
    half = ROWS // 2
    parts = [column(0, half, pa.string()), column(half, ROWS - half, pa.string())]
    chunks = check(pa.chunked_array(parts), "a utf8 column beyond 2 GiB in chunks is read")
    return 0 if whole and chunks else 1


if __name__ == "__main__":
    sys.exit(main())
