"""Includes point down the layers only, and foreign libraries stay where they belong."""

import re
from pathlib import Path

import pytest
from project import ROOT

pytestmark = pytest.mark.source_only

# What each layer may include besides itself; docs/architecture.md has the picture.
BELOW = {
    "base": set(),
    "stats": {"base"},
    "text": {"base"},
    "quantity": {"base", "text"},
    "corpus": {"base", "text"},
    "index": {"base", "text", "corpus"},
    "entity": {"base", "text", "corpus", "index", "quantity"},
    "analysis": {"base", "text", "corpus", "index", "quantity", "entity", "stats"},
    "bindings": {"base", "text", "corpus", "index", "quantity", "entity", "stats", "analysis"},
}

# Headers of others, by the beginning of their name, and the layers that may know them.
FOREIGN = {
    "pybind11/": {"bindings"},
    "Python.h": {"bindings"},
    "numpy/": {"bindings"},
    "unicode/": {"text"},
    "immintrin.h": {"text"},
    "nmmintrin.h": {"text"},
    "Eigen/": {"stats", "analysis"},
    # The C data interface is two structs of our own.
    "arrow/": set(),
    # The core never prints.
    "iostream": set(),
    "print": set(),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"wortfeld/(\w+)/[^"]+"|<([^>]+)>|"([^"]+)")')


def breaches(core: Path) -> list[str]:
    """Return every include under cpp/wortfeld that the tables do not allow."""
    found = []
    for path in sorted(core.rglob("*.[ch]pp")):
        layer = path.relative_to(core).parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if reason := breach(layer, line):
                found.append(f"{path.relative_to(core)}:{number}: {reason}")
    return found


def breach(layer: str, line: str) -> str | None:
    """Return why a line of a layer is not allowed, or None."""
    match = INCLUDE.match(line)
    if match is None:
        return None
    other, foreign, unknown = match.groups()
    if unknown:
        return f"include {unknown} from the include root: wortfeld/<layer>/…"
    if other:
        allowed = BELOW[layer] | {layer}
        return None if other in allowed else f"{layer} must not know {other}"
    for name, layers in FOREIGN.items():
        if foreign.startswith(name) and layer not in layers:
            return f"{layer} must not know <{foreign}>"
    # Standard headers have no path; any other library must be in the table.
    if ("/" in foreign or foreign.endswith(".h")) and not foreign.startswith((*FOREIGN, "sys/")):
        known = foreign in {"fcntl.h", "unistd.h"}
        return None if known else f"<{foreign}> belongs to no layer: add it to the table"
    return None


def test_includes_point_down():
    assert breaches(ROOT / "cpp" / "wortfeld") == []


def test_every_folder_is_a_layer():
    folders = {path.name for path in (ROOT / "cpp" / "wortfeld").iterdir() if path.is_dir()}
    assert folders <= set(BELOW)


def test_the_table_has_no_circle():
    for layer, below in BELOW.items():
        assert all(layer not in BELOW[other] for other in below)


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("stats", '#include "wortfeld/analysis/network.hpp"'),
        ("quantity", '#include "wortfeld/corpus/corpus.hpp"'),
        ("base", "#include <pybind11/pybind11.h>"),
        ("corpus", "#include <unicode/uchar.h>"),
        ("entity", "# include <Eigen/Sparse>"),
        ("analysis", "#include <arrow/api.h>"),
        ("text", "#include <iostream>"),
        ("text", "#include <nlohmann/json.hpp>"),
        ("base", '#include "error.hpp"'),
    ],
)
def test_a_planted_breach_is_found(tmp_path, layer, line):
    (tmp_path / layer).mkdir()
    (tmp_path / layer / "planted.hpp").write_text(f"#pragma once\n{line}\n")
    assert len(breaches(tmp_path)) == 1


def test_allowed_includes_pass(tmp_path):
    (tmp_path / "analysis").mkdir()
    (tmp_path / "analysis" / "fine.cpp").write_text(
        '#include "wortfeld/stats/association.hpp"\n#include <Eigen/Sparse>\n#include <vector>\n'
    )
    assert breaches(tmp_path) == []
