"""A bad row of a language file stops the build, and the message tells where and what to do."""

import subprocess
import sys

import pytest
from project import ROOT

pytestmark = pytest.mark.source_only

LANGUAGES = ROOT / "cpp" / "wortfeld" / "text" / "languages"
HEADER = "id\tcategory\tform\tvalue\tnote\n"


def generate(tmp_path, text, name="xx.tsv", categories=LANGUAGES / "categories.tsv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    output = tmp_path / "data.cpp"
    command = [
        sys.executable,
        ROOT / "tools" / "generate_languages.py",
        output,
        categories,
        path,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    return done, output


def test_good_rows_are_compiled(tmp_path):
    done, output = generate(tmp_path, HEADER + '\n# Months.\nmonth.mai\tmonth\tmai\t5\ta "note"\n')
    assert done.returncode == 0, done.stderr
    assert '{"month.mai", "month", "mai", "5", "a \\"note\\""}' in output.read_text()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("month.mai\tmoth\tmai\t5", "category 'moth' is not in categories.tsv; did you mean"),
        ("zzz.mai\tzzzzz\tmai\t5", "category 'zzzzz' is not in categories.tsv; a new one needs"),
        ("month.mai\tmonth\tmai\t13", "value '13' of category 'month' is not like"),
        ("month.mai\tmonth\tmai\tfive", "value 'five' of category 'month' is not like"),
        ("filler.of\tfiller\tof\t1", "value '1' of category 'filler' is not empty"),
        ("month.mai\tmonth\tMai\t5", "form 'Mai' is not folded: 'mai'"),
        ("month.mai\tmonth\tmai,\t5", "form 'mai,' of category 'month' is not one or more words"),
        ("month.mai\tmonth\t\t5", "form '' of category 'month' is not one or more words"),
        ("ending.s\tending\ts\tplural", "form 's' of category 'ending' is not a hyphen and"),
        ("Mai\tmonth\tmai\t5", "id 'Mai' is not like category.name"),
        ("month.mai\tmonth\tmai \t5", "a cell has white space around it"),
        ("month.mai month mai 5", "1 cells, not 3 to 5; tabs part cells"),
        ("month.mai\tmonth\tmai\t5\tnote\tmore", "6 cells, not 3 to 5; tabs part cells"),
    ],
)
def test_a_bad_row_is_refused_with_its_place_and_value(tmp_path, row, message):
    done, output = generate(tmp_path, HEADER + "month.juni\tmonth\tjuni\t6\n" + row + "\n")
    assert done.returncode != 0
    assert f"xx.tsv:3: {message}" in done.stderr
    assert not output.exists()


@pytest.mark.parametrize(
    ("second", "message"),
    [
        ("month.mai\tmonth\tmaie\t5", "id 'month.mai' stands twice"),
        ("month.mai_2\tmonth\tmai\t5", "form 'mai' stands twice in category 'month'"),
    ],
)
def test_a_row_that_stands_twice_is_refused(tmp_path, second, message):
    done, _ = generate(tmp_path, HEADER + "month.mai\tmonth\tmai\t5\n" + second + "\n")
    assert f"xx.tsv:3: {message}" in done.stderr


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("id,category,form\n", "xx.tsv", "xx.tsv:1: the header is 'id,category,form', not id"),
        (HEADER.encode() + b"month.maerz\tmonth\tm\xe4rz\t3\n", "xx.tsv", "is not UTF-8; save"),
        (HEADER, "French.tsv", "'French' is no language code of two or three letters"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path, text, name, message):
    done, _ = generate(tmp_path, text, name)
    assert done.returncode != 0
    assert message in done.stderr


def test_the_list_of_categories_is_checked_too(tmp_path):
    categories = tmp_path / "categories.tsv"
    categories.write_text("category\tform\tvalue\tmeaning\texample\nmonth\tmoon\t\tx\tmonth x\n")
    done, _ = generate(tmp_path, HEADER, categories=categories)
    assert "categories.tsv:2: form 'moon' is none of any, word" in done.stderr
