"""Every public name says what it does, what it takes and gives, and shows it in an example."""

import doctest
import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from sample import namespace

# How examples compare: line breaks do not count, an ellipsis stands for anything.
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
# They are caught, not called.
NO_EXAMPLE = (BaseException,)


def public(module: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield name, object and owner of every public function, class, method and property."""
    for name in module.__all__:
        thing = getattr(module, name)
        if inspect.isclass(thing):
            yield name, thing, None
            for member, value in members(thing).items():
                if not member.startswith("_") and is_documented(value):
                    yield f"{name}.{member}", value, thing
        elif inspect.isfunction(thing):
            yield name, thing, None


def members(thing: type) -> dict[str, Any]:
    """Return what a class has of its own and from those classes that only serve to make it up."""
    parts = [base for base in thing.__mro__ if base.__name__.endswith("Methods")]
    return {name: value for base in (*parts, thing) for name, value in vars(base).items()}


def is_documented(value: Any) -> bool:
    """Return whether a member of a class is one that users call or read."""
    return inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod)


def breaches(name: str, thing: Any, owner: Any) -> Iterator[str]:
    """Yield what is missing in the docstring of a public name."""
    text = inspect.getdoc(thing) or ""
    if not text:
        yield f"{name} has no docstring"
        return
    if not re.match(r".+[.?:]$", text.split("\n\n")[0].replace("\n", " ")):
        yield f"{name}: the first sentence has no end"
    if inspect.isfunction(thing):
        yield from undocumented(name, thing, text)
    if not isinstance(thing, property) and not has_example(name, thing, text, owner):
        yield f"{name} has no example"


def undocumented(name: str, function: Any, text: str) -> Iterator[str]:
    """Yield the parameters and results that a docstring does not speak of."""
    parameters = [p for p in inspect.signature(function).parameters if p != "self"]
    for parameter in parameters:
        if not re.search(rf"^{parameter}\b|`{parameter}`", text, re.MULTILINE):
            yield f"{name} does not describe {parameter}"
    returns = inspect.signature(function).return_annotation
    if returns not in (None, "None") and not re.search(r"^(Returns|Yields)\n-+$|^\w+", text):
        yield f"{name} does not say what it returns"


def has_example(name: str, thing: Any, text: str, owner: Any) -> bool:
    """Return whether there is an example, for a method also one of its class."""
    if inspect.isclass(thing) and issubclass(thing, NO_EXAMPLE):
        return True
    if owner is not None and f".{name.split('.')[-1]}" in code(inspect.getdoc(owner) or ""):
        return True
    return bool(re.search(r"^Examples\n-+$", text, re.MULTILINE)) and bool(code(text))


def code(text: str) -> str:
    """Return the code of the examples in a docstring."""
    return "".join(example.source for example in doctest.DocTestParser().get_examples(text))


def failures(name: str, text: str, names: dict[str, Any]) -> list[str]:
    """Run the examples of a docstring and return what did not come out as written."""
    test = doctest.DocTestParser().get_doctest(text, dict(names), name, None, 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS).run(test, out=said.append)
    return said


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    return namespace(tmp_path_factory.mktemp("sample"))


def test_every_public_name_is_documented(names):
    found = [breach for entry in public(names["wf"]) for breach in breaches(*entry)]
    assert found == []


def test_every_example_runs(names, tmp_path, monkeypatch):
    # Some examples write a file.
    monkeypatch.chdir(tmp_path)
    found = {
        name: said
        for name, thing, _ in public(names["wf"])
        if (said := failures(name, inspect.getdoc(thing) or "", names))
    }
    assert found == {}


def complete(path: str, top: int = 5) -> str:
    """Return the beginning of a file.

    Parameters
    ----------
    path
        The file.
    top
        How many lines.

    Examples
    --------
    >>> len("abc")
    3
    """


def without_parameter(path: str, top: int = 5) -> str:
    """Return the beginning of `path`.

    Examples
    --------
    >>> len("abc")
    3
    """


def without_example(path: str) -> str:
    """Return the beginning of `path`."""


def without_end() -> str:
    """Return the beginning"""


def without_docstring() -> str: ...


def test_a_complete_docstring_passes():
    assert list(breaches("complete", complete, None)) == []


@pytest.mark.parametrize(
    "function", [without_parameter, without_example, without_end, without_docstring]
)
def test_a_planted_gap_is_found(function):
    assert list(breaches(function.__name__, function, None))


def test_a_wrong_example_is_found():
    assert failures("planted", ">>> 1 + 1\n3\n", {})
    assert not failures("planted", ">>> 1 + 1\n2\n", {})
