"""One function releases the interpreter lock: bindings/run.hpp, through which long calls pass."""

import re
from pathlib import Path

import pytest
from project import ROOT

pytestmark = pytest.mark.source_only

RELEASE = re.compile(r"\bgil_scoped_release\b|\bPyEval_SaveThread\b|\bPy_BEGIN_ALLOW_THREADS\b")


def doors(core: Path) -> list[str]:
    """Return the files that release the lock, once for each time they do."""
    found = []
    for path in sorted(core.rglob("*.[ch]pp")):
        code = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
        found += [str(path.relative_to(core)) for _ in RELEASE.findall(code)]
    return found


def test_there_is_one_door():
    assert doors(ROOT / "cpp") == ["wortfeld/bindings/run.hpp"]


@pytest.mark.parametrize(
    "line",
    [
        "py::gil_scoped_release release;",
        "auto* state = PyEval_SaveThread();",
        'm.def("f", &f, py::call_guard<py::gil_scoped_release>());',
    ],
)
def test_a_second_door_is_found(tmp_path, line):
    (tmp_path / "bind_more.cpp").write_text(f"// gil_scoped_release is named here\n{line}\n")
    assert doors(tmp_path) == ["bind_more.cpp"]
