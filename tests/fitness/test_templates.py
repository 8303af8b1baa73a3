"""HTML is made by templates that escape: a text can never become part of a page's code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT, files

pytestmark = pytest.mark.source_only

PACKAGE = ROOT / "python" / "wortfeld"
TAG = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>|<[a-z]+ [a-z-]+=|<!--|<!DOCTYPE", re.ASCII)
UNSAFE = re.compile(
    r"\|\s*safe\b|\bMarkup\s*\(|autoescape\s+false|\bxmlattr\b|<script[^>]*>[^<]*\{\{"
)

# Where markup that is known to be safe enters a page, and why it is.
NAMED: dict[str, str] = {}


def breaches(root: Path, paths: list[Path]) -> Iterator[str]:
    """Yield every place where markup could come about without being escaped."""
    for path in paths:
        name = str(path.relative_to(root))
        if name in NAMED:
            continue
        text = path.read_text(encoding="utf-8")
        found = in_python(ast.parse(text)) if path.suffix == ".py" else in_template(text)
        yield from (f"{name}: {what}" for what in found)


def in_template(text: str) -> Iterator[str]:
    """Yield the places of a template where escaping is switched off."""
    yield from (match.group() for match in UNSAFE.finditer(text))


def in_python(tree: ast.Module) -> Iterator[str]:
    """Yield tags in strings, trusted markup and environments that do not escape."""
    prose = docstrings(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if node not in prose and TAG.search(text):
                yield f"line {node.lineno}: a tag outside of a template"
            case ast.Call(func=ast.Name(id="Markup") | ast.Attribute(attr="Markup")):
                yield f"line {node.lineno}: Markup"
            case ast.Call(func=ast.Name(id="Environment") | ast.Attribute(attr="Environment")):
                if not escapes(node):
                    yield f"line {node.lineno}: an Environment without autoescape=True"
            case ast.Call(func=ast.Name(id="Template") | ast.Attribute(attr="Template")):
                yield f"line {node.lineno}: a Template outside of the Environment"


def escapes(call: ast.Call) -> bool:
    """Return whether a call says autoescape=True."""
    return any(
        keyword.arg == "autoescape"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is True
        for keyword in call.keywords
    )


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """Return the strings that stand alone: they are read, not written anywhere."""
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def test_html_comes_from_templates_only():
    paths = files(".py", ".html", ".j2", ".css", ".js", under="python/wortfeld")
    assert paths
    assert list(breaches(PACKAGE, paths)) == []


def test_named_places_exist():
    assert all((PACKAGE / name).is_file() for name in NAMED)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "row = f'<td>{cell}</td>'"),
        ("a.py", "row = '<td class=\"n\">' + cell"),
        ("a.py", "row = '<b>%s</b>' % cell"),
        ("a.py", "from markupsafe import Markup\nrow = Markup(cell)"),
        ("a.py", "import jinja2\ne = jinja2.Environment(loader=loader)"),
        ("a.py", "import jinja2\ne = jinja2.Environment(autoescape=False)"),
        ("a.py", "import jinja2\ne = jinja2.Template(text)"),
        ("a.html", "<p>{{ text | safe }}</p>"),
        ("a.html", "{% autoescape false %}{{ text }}{% endautoescape %}"),
        ("a.html", "<script>var text = '{{ text }}';</script>"),
    ],
)
def test_a_planted_hole_is_found(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    assert list(breaches(tmp_path, [tmp_path / name]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", '"""Returns `<td>`."""\nname = "<Corpus of 3 documents>"'),
        ("a.py", "import jinja2\ne = jinja2.Environment(autoescape=True)"),
        ("a.html", "<td>{{ cell }}</td>"),
    ],
)
def test_what_is_fine_passes(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    assert list(breaches(tmp_path, [tmp_path / name])) == []
