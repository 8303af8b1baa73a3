import os
import subprocess
import sys

import pytest
from project import ROOT
from wortfeld.cli import main

TEXT = "NVIDIA zahlt OpenAI am 10. März 2026 rund 100 Milliarden US-Dollar."
GAZETTEER = "entity,kind,alias\nNVIDIA,organisation,NVIDIA\nOpenAI,organisation,OpenAI\n"


@pytest.fixture
def folder(tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    return texts


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "wortfeld", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def test_report_writes_a_page_and_prints_its_path_and_five_findings(folder, tmp_path):
    (folder / "gazetteer.csv").write_text(GAZETTEER, encoding="utf-8")
    page = tmp_path / "report.html"
    done = run("report", folder, "-o", page, "--language", "de", "--title", "Ein Titel")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines == [
        str(page),
        "1 Text, 12 Wörter, 12 verschiedene Wörter",
        "Am häufigsten genannt: NVIDIA (1), OpenAI (1)",
        f"Am häufigsten in einem Satz: NVIDIA und OpenAI (1 Satz, zufällig erwartet: 1,00), "
        f"zuerst: „{TEXT}“",
        "Größte Beträge außer Prognosen, Währungen getrennt: "
        "ungefähr 100 Milliarden US-Dollar (Text 1)",
        "Kein Text trägt ein Datum",
    ]
    html = page.read_text(encoding="utf-8")
    assert "<title>Ein Titel</title>" in html
    assert "gazetteer.csv neben den Texten" in html


def test_a_gazetteer_can_be_given(folder, tmp_path, capsys):
    names = tmp_path / "names.csv"
    names.write_text(GAZETTEER, encoding="utf-8")
    page = tmp_path / "report.html"
    arguments = ["report", str(folder), "-o", str(page), "--gazetteer", str(names)]
    assert main([*arguments, "--language", "en"]) == 0
    assert "Named most often: NVIDIA (1), OpenAI (1)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", "missing"], "no such file or folder: 'missing'"),
        (["report", "texts", "--language", "Deutsch und mehr"], "no language code"),
        (["report", "texts", "--gazetteer", "none.csv"], "no gazetteer file 'none.csv'"),
        (["report", "texts", "-o", "missing/report.html"], "missing/report.html"),
        (["report", "empty"], "holds no file"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_error_is_one_line_and_code_1(tmp_path, monkeypatch, capsys, arguments, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    assert main(arguments) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("wortfeld: ")
    assert said in shown.err
    assert len(shown.err.splitlines()) == 1
    assert not (tmp_path / "report.html").exists()


def test_ill_formed_bytes_are_named_with_file_and_offset(folder, capsys):
    (folder / "b.txt").write_bytes(b"abc\xff")
    assert main(["report", str(folder)]) == 1
    message = capsys.readouterr().err
    assert "b.txt" in message
    assert "3" in message


@pytest.mark.parametrize(
    "arguments", [["report"], ["report", "a", "b"], ["brew"], ["report", "a", "--colour"]]
)
def test_wrong_usage_is_code_2(arguments, capsys):
    assert main(arguments) == 2
    assert "Usage" in capsys.readouterr().err


def test_help_and_version_are_there(capsys):
    assert main(["--help"]) == 0
    assert "report" in capsys.readouterr().out
    assert main(["report", "--help"]) == 0
    assert "--gazetteer" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert "wortfeld" in capsys.readouterr().out


def test_an_older_page_stays_when_there_is_an_error(folder, tmp_path):
    page = tmp_path / "report.html"
    page.write_text("older")
    assert main(["report", str(folder), "-o", str(page), "--gazetteer", "none.csv"]) == 1
    assert page.read_text() == "older"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_a_full_device_is_an_error(folder, capsys):
    assert main(["report", str(folder), "-o", "/dev/full"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_dev_reports_on_the_seeds_in_german():
    text = (ROOT / "dev").read_text(encoding="utf-8")
    assert "wortfeld report seeds --language de -o build/report.html" in text


def test_names_are_proposed_for_editing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    text = "Peter Zwengel lobt NVIDIA. Da sprach Peter Zwengel."
    (tmp_path / "texts" / "a.txt").write_text(text, encoding="utf-8")
    assert main(["names", "texts", "--language", "de"]) == 0
    assert capsys.readouterr().out == "gazetteer.proposed.csv: 1 unconfirmed names\n"
    written = (tmp_path / "gazetteer.proposed.csv").read_text(encoding="utf-8")
    assert written.startswith("entity,kind,alias,note\nPeter Zwengel,person,Peter Zwengel,")
    assert main(["names", "texts", "-o", "none/x.csv"]) == 1


def test_without_a_language_the_way_to_more_is_told(folder, tmp_path):
    for command in ("report", "names"):
        done = run(command, folder, "-o", tmp_path / "out")
        assert done.returncode == 0
        assert done.stderr == (
            "wortfeld: no language was given; amounts, dates and names need it: --language de\n"
        )
        assert run(command, folder, "-o", tmp_path / "out", "--language", "de").stderr == ""
