"""Nothing that is read can run: no pickle, no eval, no YAML, no object arrays."""

import ast
from pathlib import Path

import pytest
from project import files

pytestmark = pytest.mark.source_only

MODULES = {
    "pickle",
    "cPickle",
    "dill",
    "cloudpickle",
    "joblib",
    "marshal",
    "shelve",
    "yaml",
    "code",
}
BUILTINS = {"eval", "exec", "compile", "__import__"}
ATTRIBUTES = {"allow_pickle", "shell"}


def breaches(path: Path) -> list[str]:
    """Return what in a file could run what it reads."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found += [name.name for name in names if name.name.split(".")[0] in MODULES]
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in MODULES:
                found.append(module)
            case ast.Call(func=ast.Name(id=name)) if name in BUILTINS:
                found.append(name)
            case ast.keyword(arg=str(name), value=ast.Constant(value=True)) if name in ATTRIBUTES:
                found.append(f"{name}=True")
    return [f"{path.name}: {what}" for what in found]


def test_nothing_that_is_read_can_run():
    paths = [*files(".py", under="python"), *files(".py", under="tools")]
    assert paths
    assert [breach for path in paths for breach in breaches(path)] == []


def test_the_core_starts_no_program():
    for path in files(".hpp", ".cpp", under="cpp"):
        text = path.read_text(encoding="utf-8")
        assert not any(word in text for word in ("std::system(", "popen(", "dlopen(")), path


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from pickle import loads",
        "import yaml",
        "eval(text)",
        "exec(text)",
        "np.load(path, allow_pickle=True)",
        "subprocess.run(line, shell=True)",
        "__import__(name)",
    ],
)
def test_a_planted_danger_is_found(tmp_path, line):
    path = tmp_path / "planted.py"
    path.write_text(f"{line}\n")
    assert len(breaches(path)) == 1


def test_regular_expressions_may_be_compiled(tmp_path):
    path = tmp_path / "fine.py"
    path.write_text("import re\nWORD = re.compile('a')\nre.compile('b')\n")
    assert breaches(path) == []
