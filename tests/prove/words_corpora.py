"""The words of all corpora at hand: vector scans, automaton and ICU agree on every line."""

import bz2
import gzip
import lzma
import subprocess
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from project import ROOT, SHARED_DATA

PROGRAM = ROOT / "build" / "prove" / "tests" / "prove" / "wortfeld_prove_words"
UNPACKERS = {".gz": gzip.decompress, ".xz": lzma.decompress, ".bz2": bz2.decompress}


def contents(path: Path) -> bytes:
    """Return what a file or an archive holds."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            return b"\n".join(archive.read(name) for name in names)
    data = path.read_bytes()
    return UNPACKERS[path.suffix](data) if path.suffix in UNPACKERS else data


def main() -> int:
    """Hand the lines of every corpus to the proof in C++."""
    paths = sorted(path for path in (SHARED_DATA / "corpora").glob("*") if path.is_file())
    paths += sorted((ROOT / "seeds").glob("*.txt"))
    failed = 0
    for path in paths:
        done = subprocess.run([PROGRAM, "lines", path.name], input=contents(path), check=False)
        failed += done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
