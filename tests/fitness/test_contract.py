"""The code is what contract.toml promises: names, signatures, columns, types, requirements."""

import ast
import inspect
import re
import tomllib
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from project import pyproject
from sample import namespace, table

CONTRACT = tomllib.loads(Path(__file__).with_name("contract.toml").read_text(encoding="utf-8"))
ARROW_TYPES = {
    "str": {"string", "large_string", "string_view"},
    "int": {"int64"},
    "float": {"double"},
    "date": {"date32[day]"},
    "bool": {"bool"},
}


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    return namespace(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def objects(names):
    network = names["network"]
    return {
        "Corpus": names["corpus"],
        "Profile": names["profile"],
        "Plan": names["wf"].plan(texts=["Der Chip."], language="de"),
        "Mentions": names["mentions"],
        "Gazetteer": names["mentions"].gazetteer,
        "NameCandidates": names["corpus"].name_candidates(),
        "Network": network,
        "Pair": network["NVIDIA", "OpenAI"],
        "Contingency": network.contingency("NVIDIA", "OpenAI"),
        "Table": names["corpus"].terms(),
    }


def wanted(signature: str) -> list[tuple[str, Any, str | None]]:
    """Return name, kind and default of the parameters of a promised signature."""
    (function,) = ast.parse(f"def f({signature}): ...").body
    assert isinstance(function, ast.FunctionDef)
    arguments = function.args
    unknown = [None] * (len(arguments.args) - len(arguments.defaults))
    positional = zip(arguments.args, [*unknown, *arguments.defaults], strict=True)
    options = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    kinds = inspect.Parameter
    return [
        *((a.arg, kinds.POSITIONAL_OR_KEYWORD, d and ast.unparse(d)) for a, d in positional),
        *((a.arg, kinds.KEYWORD_ONLY, d and ast.unparse(d)) for a, d in options),
        *((a.arg, kinds.VAR_KEYWORD, None) for a in [arguments.kwarg] if a),
    ]


def breaches(function: Callable[..., Any], signature: str) -> list[str]:
    """Return how a function differs from its promised signature."""
    found = []
    parameters = {n: p for n, p in inspect.signature(function).parameters.items() if n != "self"}
    promised = wanted(signature)
    for name, kind, default in promised:
        parameter = parameters.get(name)
        if parameter is None:
            found.append(f"{name} is missing")
        elif parameter.kind != kind:
            found.append(f"{name} is {parameter.kind.description}")
        elif default is not None and repr(parameter.default) != default:
            found.append(f"{name} is {parameter.default!r} by default, not {default}")
    positional = [n for n, p in parameters.items() if p.kind == p.POSITIONAL_OR_KEYWORD]
    if positional != [name for name, kind, _ in promised if kind.name == "POSITIONAL_OR_KEYWORD"]:
        found.append(f"positional are {positional}")
    added = parameters.keys() - {name for name, _, _ in promised}
    found += [f"{n} needs a value" for n in added if parameters[n].default is inspect._empty]
    return found


@pytest.mark.parametrize(("name", "signature"), CONTRACT["functions"].items())
def test_functions_have_their_signature(names, name, signature):
    assert name in names["wf"].__all__
    assert breaches(getattr(names["wf"], name), signature) == []


@pytest.mark.parametrize(("name", "values"), CONTRACT["choices"].items())
def test_closed_lists_are_what_the_types_say(names, name, values):
    assert list(typing.get_args(getattr(names["wf"].typing, name))) == values


@pytest.mark.parametrize(("name", "base"), CONTRACT["errors"].items())
def test_errors_are_built_in_ones_too(names, name, base):
    error = getattr(names["wf"], name)
    assert issubclass(error, names["wf"].WortfeldError)
    assert issubclass(error, __builtins__[base])


@pytest.mark.parametrize(
    ("kind", "name", "signature"),
    [(k, n, s) for k, c in CONTRACT["classes"].items() for n, s in c["methods"].items()],
)
def test_methods_have_their_signature(objects, kind, name, signature):
    assert breaches(getattr(objects[kind], name), signature) == []


@pytest.mark.parametrize("kind", CONTRACT["classes"])
def test_attributes_and_protocols_are_there(objects, kind):
    promised = CONTRACT["classes"][kind]
    for name in promised["attributes"]:
        assert not callable(getattr(objects[kind], name)), name
    for name in promised["protocols"]:
        assert callable(getattr(objects[kind], name)), name


def test_reserved_names_are_absent_or_complete(names, objects):
    """What has landed has left the list, or it is documented and can be called."""
    reserved = CONTRACT["reserved"]
    for kind, thing in {"functions": names["wf"], **objects}.items():
        for name in reserved.get(kind, []):
            landed = getattr(thing, name, None)
            # A module, like wf.sklearn, is no function; everything has to say what it is.
            assert landed is None or inspect.getdoc(landed), name


def test_a_table_is_no_sequence_of_anything(objects):
    with pytest.raises(TypeError):
        iter(objects["Table"])


@pytest.mark.parametrize("name", CONTRACT["tables"])
def test_tables_have_their_columns(names, name):
    promised = dict(CONTRACT["tables"][name])
    is_open = promised.pop("open", False)
    found = table(name, names)
    present = [column for column in found.columns if column in promised]
    assert present == list(promised)
    assert is_open or found.columns == list(promised)


@pytest.mark.parametrize("name", CONTRACT["tables"])
def test_columns_have_their_types(names, name):
    pyarrow = pytest.importorskip("pyarrow")
    promised = {c: t for c, t in CONTRACT["tables"][name].items() if c != "open"}
    arrow = pyarrow.table(table(name, names))
    for column, kind in promised.items():
        assert str(arrow.schema.field(column).type) in ARROW_TYPES[kind.rstrip("?")], column
        assert kind.endswith("?") or arrow[column].null_count == 0, column


@pytest.mark.parametrize("name", sorted(CONTRACT["tables"].keys() - {"warnings"}))
def test_the_sample_fills_every_table(names, name):
    assert len(table(name, names)) > 0


@pytest.mark.parametrize("name", CONTRACT["tables"])
def test_every_table_has_its_provenance(names, name):
    assert CONTRACT["provenance"]["keys"] == [
        key for key in table(name, names).provenance if key in CONTRACT["provenance"]["keys"]
    ]


def test_requirements_are_the_promised_ones():
    project = pyproject()["project"]
    base = {re.split(r"[<>=!~ \[;]", line)[0] for line in project["dependencies"]}
    assert base == set(CONTRACT["requirements"]["base"])
    assert project["requires-python"] == CONTRACT["requirements"]["python"]
    assert set(CONTRACT["requirements"]["extras"]) <= set(project["optional-dependencies"])


@pytest.mark.parametrize(
    "function",
    [
        lambda path, *, top=None, title="a": None,
        lambda *, path, top=None: None,
        lambda path, top=None: None,
        lambda path, *, top=5: None,
        lambda path, *, limit=None: None,
        lambda path, *, top=None, needed: None,
        lambda path, more=1, *, top=None: None,
        lambda path, *, top=None, **options: None,
    ],
)
def test_a_planted_breach_is_found(function):
    signature = "path, *, top=None, title='b'" if "title" in function.__code__.co_varnames else ""
    assert breaches(function, signature or "path, *, top=None")


def test_options_may_be_added():
    assert breaches(lambda path, *, top=None, more=1: None, "path, *, top=None") == []
    assert breaches(lambda path=None, *, top=None: None, "path, *, top=None") == []
