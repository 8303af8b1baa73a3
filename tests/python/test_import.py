"""What `import wortfeld` gives, and what it says when it cannot."""

import importlib.metadata
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import wortfeld as wf
from wortfeld import _core


def test_every_public_name_is_there():
    assert dir(wf) == sorted(wf.__all__)
    assert all(getattr(wf, name) is not None for name in wf.__all__)


def test_every_name_loaded_on_use_is_public():
    assert set(wf._HOMES) <= set(wf.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"^module 'wortfeld' has no attribute 'reed'$"):
        _ = wf.reed


def test_core_and_package_are_of_one_version():
    assert _core.__version__ == wf.__version__ == importlib.metadata.version("wortfeld")


def test_versions_are_shown(capsys):
    wf.show_versions()
    shown = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert shown["wortfeld"] == shown["core"] == wf.__version__
    assert shown["numpy"] == importlib.metadata.version("numpy")
    assert shown["Python"].startswith(f"{sys.version_info.major}.{sys.version_info.minor}.")
    assert int(shown["threads"]) >= 1
    assert {"ICU", "Unicode", "platform", "scipy", "pandas"} <= set(shown)


def test_versions_are_shown_though_a_setting_is_wrong(capsys, monkeypatch):
    monkeypatch.setenv("WORTFELD_THREADS", "many")
    wf.show_versions()
    assert "WORTFELD_THREADS is 'many'" in capsys.readouterr().out


@pytest.fixture
def package(tmp_path):
    """A copy of the package, as a broken installation leaves it: without the compiled core."""
    ignored = shutil.ignore_patterns("*.so", "__pycache__")
    return Path(shutil.copytree(Path(wf.__file__).parent, tmp_path / "wortfeld", ignore=ignored))


def last_line_of_import(package):
    # Without site (-S) nothing but the copy can be found.
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import wortfeld; print(wortfeld.__version__)"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(package.parent)},
    )
    return (done.stderr or done.stdout).splitlines()[-1]


def test_a_whole_copy_can_be_imported(package):
    shutil.copy(_core.__file__, package)
    assert last_line_of_import(package) == wf.__version__


def test_a_missing_core_is_diagnosed(package):
    line = last_line_of_import(package)
    assert line.startswith("ImportError: the compiled core of wortfeld is missing")
    assert "pip install" in line


def test_a_core_that_cannot_be_loaded_is_diagnosed(package):
    (package / Path(_core.__file__).name).write_bytes(b"not a library")
    line = last_line_of_import(package)
    assert line.startswith("ImportError: the compiled core of wortfeld cannot be loaded")
    assert "pip install" in line


def test_a_core_of_another_version_is_diagnosed(package):
    shutil.copy(_core.__file__, package)
    init = package / "__init__.py"
    source = init.read_text(encoding="utf-8")
    line = f'__version__ = "{wf.__version__}"'
    assert line in source
    init.write_text(source.replace(line, '__version__ = "99.0.0"'), encoding="utf-8")
    said = last_line_of_import(package)
    assert said.startswith("ImportError: the compiled core ")
    assert f"is of version {wf.__version__}, the Python files are of version 99.0.0" in said
