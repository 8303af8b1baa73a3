"""What tests came to is told with the reasons that the tests themselves give."""

import subprocess
import sys

from results import read_junit

SKIPPED = """
import pytest
pytest.skip("nothing to {what} here", allow_module_level=True)
"""
ONE = """
import pytest

@pytest.mark.skip(reason="not today")
def test_one():
    pass
"""


def test_a_skip_is_told_with_its_reason_whether_of_a_test_or_of_a_file(tmp_path):
    (tmp_path / "test_file.py").write_text(SKIPPED.format(what="build"), encoding="utf-8")
    (tmp_path / "test_one.py").write_text(ONE, encoding="utf-8")
    report = tmp_path / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", f"--junitxml={report}", "."],
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )
    found = {(result.outcome, result.reason) for result in read_junit(report)}
    assert found == {("skipped", "nothing to build here"), ("skipped", "not today")}
