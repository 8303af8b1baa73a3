"""_core.pyi lists what the compiled core has, no more and no less."""

import ast
import inspect
from types import ModuleType
from typing import Any

import pytest
from project import ROOT

STUB = ROOT / "python" / "wortfeld" / "_core.pyi"


def stub_names(body: list[ast.stmt], prefix: str = "") -> set[str]:
    """Return the names of a stub, those of classes with the class before them."""
    found = set()
    for node in body:
        match node:
            # Submodules and aliases of types are of the stub alone.
            case ast.AnnAssign(annotation=ast.Name(id="ModuleType" | "TypeAlias")):
                continue
            case ast.ClassDef(name=name):
                found |= {prefix + name} | stub_names(node.body, f"{prefix}{name}.")
            case ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
                found.add(prefix + name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                found.add(prefix + name)
    return found


def core_names(owner: Any, prefix: str = "") -> set[str]:
    """Return the names of the compiled core in the same form."""
    found = set()
    for name, value in vars(owner).items():
        if is_internal(name, value):
            continue
        found.add(prefix + name)
        if inspect.isclass(value) and value.__module__.startswith("wortfeld"):
            found |= core_names(value, f"{prefix}{name}.")
    return found


def is_internal(name: str, value: Any) -> bool:
    """Return whether a name is Python's or pybind11's and not ours."""
    return isinstance(value, ModuleType) or name.startswith(("_pybind11", "__pybind11"))


def without_special(names: set[str]) -> set[str]:
    """Leave out __init__ and its like: every class has them."""
    return {name for name in names if not name.split(".")[-1].startswith("__")}


@pytest.fixture(scope="module")
def core():
    import wortfeld._core

    return wortfeld._core


def test_the_stub_lists_every_name(core):
    stub = stub_names(ast.parse(STUB.read_text(encoding="utf-8")).body)
    assert without_special(stub) == without_special(core_names(core))


def test_special_methods_of_the_stub_exist(core):
    stub = stub_names(ast.parse(STUB.read_text(encoding="utf-8")).body)
    for name in stub - without_special(stub):
        owner = core
        for part in name.split(".")[:-1]:
            owner = getattr(owner, part)
        assert hasattr(owner, name.split(".")[-1]), name


def test_a_planted_difference_is_found():
    module = ModuleType("wortfeld.planted")
    module.Thing = type("Thing", (), {"__module__": "wortfeld.planted", "size": 1, "more": 2})
    stub = stub_names(ast.parse("class Thing:\n    size: int\ndef missing(): ...").body)
    assert without_special(core_names(module)) - stub == {"Thing.more"}
    assert stub - without_special(core_names(module)) == {"missing"}
