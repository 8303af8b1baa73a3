"""The wheel is small, complete, and works where there is nothing of what built it."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from project import ROOT

if "WORTFELD_WHEEL" not in os.environ:
    pytest.skip("./dev wheel builds a wheel and runs this", allow_module_level=True)

WHEEL = Path(os.environ["WORTFELD_WHEEL"])
MOST_MEGABYTES = 8
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
LIBRARIES = sorted(Path("/usr/lib").glob("*/libicu*.so.*"))

# An empty file in the place of each library; no loader takes it.
HIDDEN = """
set -eu
empty="$1"; count="$2"; shift 2
while [ "$count" -gt 0 ]; do mount --bind "$empty" "$1"; shift; count=$((count - 1)); done
exec "$@"
"""
NO_SYSTEM_ICU = """
import ctypes, sys
try:
    ctypes.CDLL(sys.argv[1])
except OSError:
    print("hidden")
"""
# Scripts without spaces: only a dictionary splits them so.
WORDS = {
    "th": ["ภาษา", "ไทย"],
    "lo": ["ພາສາ", "ລາວ"],
    "km": ["ភាសាខ្មែរ"],
    "my": ["မြန်မာဘာသာ"],
    "zh": ["我们", "研究", "人工", "智能"],
    "ja": ["日本語", "です"],
}
SCRIPTS = """
import json, sys
import wortfeld as wf
texts = json.loads(sys.argv[1])
corpus = wf.read(texts=list(texts.values()), ids=list(texts), language="en")
words = {text: list(corpus.tokens(text)["surface"]) for text in texts}
folded = wf.read(texts=["ﬁx ＡＢＣ Straße"], ids=["a"], language="de").tokens("a")["term"]
print(json.dumps([words, list(folded)]))
"""
STARTER = """
import wortfeld as wf
corpus = wf.read(texts=["Ganz Frankreich liest."], language="de")
print(*corpus.mentions("starter").table()["surface"])
"""
LOADED = """
import wortfeld
maps = open("/proc/self/maps").read().split()
print(*sorted({path for path in maps if "/libicu" in path}))
"""


@pytest.fixture(scope="session")
def python(tmp_path_factory):
    """Return the Python of a new environment with the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python = folder / "bin" / "python"
    constraints = ROOT / "requirements" / "constraints.txt"
    install = [python, "-m", "pip", "install", "--quiet", WHEEL, "--constraint", constraints]
    subprocess.run(install, check=True, env=clean())
    return python


def clean():
    """Return the environment without what leads back into the project."""
    unwanted = ("PYTHONPATH", "LD_LIBRARY_PATH", "WORTFELD_THREADS")
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def run(python, folder, code, *arguments):
    """Run code in an empty folder, with or without libraries hidden."""
    prefix = python if isinstance(python, list) else [python]
    script = folder / "script.py"
    script.write_text(code, encoding="utf-8")
    return subprocess.run(
        [*prefix, "-I", "-X", "utf8", script, *arguments],
        cwd=folder,
        env=clean(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def bare_python(python, tmp_path_factory):
    """Return the command of that Python where the system has no ICU."""
    empty = tmp_path_factory.mktemp("hidden") / "empty"
    empty.touch()
    hide = ["unshare", "--mount", "sh", "-c", HIDDEN, "hide", empty, str(len(LIBRARIES))]
    command = [*hide, *LIBRARIES, python]
    if not LIBRARIES:
        return [python]
    if shutil.which("unshare") is None:
        pytest.skip("hiding the system's ICU needs unshare")
    tried = subprocess.run([*command, "-c", ""], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"hiding the system's ICU needs the right to mount: {tried.stderr.strip()}")
    return command


def test_it_is_small():
    assert WHEEL.stat().st_size < MOST_MEGABYTES * 10**6


def test_it_says_which_systems_it_is_for():
    assert re.search(r"-manylinux_2_\d+_x86_64(\.manylinux\w+)?\.whl$", WHEEL.name)


def test_it_carries_icu_and_its_licence():
    with zipfile.ZipFile(WHEEL) as archive:
        names = archive.namelist()
        licence = next(name for name in names if name.endswith(".dist-info/licenses/ICU.txt"))
        assert "UNICODE" in archive.read(licence).decode("utf-8").upper()
    libraries = {Path(name).name.split("-")[0] for name in names if ".libs/lib" in name}
    assert libraries == {"libicuuc", "libicudata"}
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any(name.endswith("wortfeld/py.typed") for name in names)


def test_it_carries_every_list():
    with zipfile.ZipFile(WHEEL) as archive:
        carried = {name: archive.read(name) for name in archive.namelist() if "/lists/" in name}
    lists = sorted((ROOT / "python" / "wortfeld" / "lists").iterdir())
    assert {f"wortfeld/lists/{path.name}": path.read_bytes() for path in lists} == carried
    assert "wortfeld/lists/starter.csv" in carried


def test_the_starter_gazetteer_finds_names(python, tmp_path):
    assert run(python, tmp_path, STARTER).stdout == "Frankreich\n"


def test_icu_is_loaded_from_the_wheel(python, tmp_path):
    loaded = run(python, tmp_path, LOADED).stdout.split()
    assert len(loaded) == 2
    assert all("wortfeld.libs" in path for path in loaded)


def test_the_system_icu_is_hidden(bare_python, tmp_path):
    for library in LIBRARIES:
        assert run(bare_python, tmp_path, NO_SYSTEM_ICU, library.name).stdout == "hidden\n"


@pytest.mark.parametrize("block", BLOCKS)
def test_the_readme_runs_without_the_system_icu(bare_python, tmp_path, block):
    done = run(bare_python, tmp_path, block)
    assert (done.returncode, done.stderr) == (0, "")


def test_words_and_folding_find_their_data(bare_python, tmp_path):
    texts = {language: "".join(words) for language, words in WORDS.items()}
    done = run(bare_python, tmp_path, SCRIPTS, json.dumps(texts))
    assert done.returncode == 0, done.stderr
    words, folded = json.loads(done.stdout)
    assert words == WORDS
    assert folded == ["fix", "abc", "straße"]


def test_the_command_is_there(python):
    done = subprocess.run(
        [python.parent / "wortfeld", "--version"], capture_output=True, check=False
    )
    assert done.returncode == 0
