import datetime
import html.parser
import math
import re
import subprocess
import sys
from pathlib import Path

import pytest
import wortfeld.display
from wortfeld._columns import columns_from
from wortfeld.display.html import render
from wortfeld.display.numbers import float_texts, grouped, integer_texts
from wortfeld.table import Table

THIN = "\u202f"
HOSTILE = "</td></table></style><script>alert(1)</script><img src=x onerror='a(\"&\")'>"
TEMPLATES = Path(wortfeld.display.__file__).parent / "templates"


def table(data, **options):
    return Table(columns_from(data), **options)


@pytest.fixture(autouse=True)
def _terminal_of_80(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


class Page(html.parser.HTMLParser):
    """Elements in order, with their attributes and their text."""

    def __init__(self, page):
        super().__init__()
        self.elements, self._open = [], []
        self.feed(page)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag, attributes):
        entry = {"tag": tag, "attributes": dict(attributes), "text": ""}
        self.elements.append(entry)
        self._open.append(entry)

    def handle_data(self, data):
        for entry in self._open:
            entry["text"] += data

    def handle_endtag(self, tag):
        assert self._open.pop()["tag"] == tag

    def texts(self, tag):
        return [entry["text"].strip() for entry in self.elements if entry["tag"] == tag]

    def attributes(self, tag, name):
        return [entry["attributes"].get(name) for entry in self.elements if entry["tag"] == tag]


def page_of(shown):
    return Page(shown._repr_html_())


def test_integers_are_grouped_by_column_from_five_digits_on():
    assert integer_texts([2025, None, 7]) == ["2025", "–", "7"]
    assert integer_texts([2025, -1234567]) == [f"2{THIN}025", f"-1{THIN}234{THIN}567"]
    assert grouped(9999) == "9999"
    assert grouped(10000) == f"10{THIN}000"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.14159, "3.142"),
        (9.9996, "10.00"),
        (0.0001234, "0.0001234"),
        (0.00001234, "1.234e-05"),
        (-85.3249, "-85.32"),
        (123456.7, f"123{THIN}457"),
        (1.5e15, "1.500e+15"),
        (0.0, "0"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "-∞"),
        (None, "–"),
    ],
)
def test_floats_have_four_significant_digits(value, expected):
    assert float_texts("score", [value, 0.5])[0] == expected


def test_floats_that_are_all_whole_are_shown_whole():
    assert float_texts("value", [31.0, None, 9e12]) == [
        "31",
        "–",
        f"9{THIN}000{THIN}000{THIN}000{THIN}000",
    ]


def test_p_values_are_scientific_where_they_are_small():
    assert float_texts("p_value", [1e-12, 0.04, 1.0, 0.0]) == ["1.00e-12", "0.04000", "1", "0"]
    assert float_texts("q_value", [0.0009]) == ["9.00e-04"]
    assert float_texts("log10_p", [-12.25]) == ["-12.25"]


def test_text_is_aligned_with_numbers_on_the_right_and_points_below_one_another():
    shown = table({"term": ["Chip", "Ähre"], "count": [5, 30], "score": [12.5, 0.125]})
    assert repr(shown).splitlines() == [
        "term  count    score",
        "────  ─────  ───────",
        "Chip      5  12.50",
        "Ähre     30   0.1250",
    ]


def test_text_starts_with_the_caption_and_ends_with_what_is_left_out():
    lines = repr(table({"n": range(20_000)}, caption="Zahlen")).splitlines()
    assert lines[0] == "Zahlen"
    assert lines[-1] == f"… 19{THIN}990 more rows"
    assert len(lines) == 1 + 2 + 10 + 1
    assert repr(table({"n": range(11)})).endswith("… 1 more row")
    assert repr(table({"n": range(10)})).endswith("\n9")


def test_text_of_tables_without_rows_or_columns():
    assert repr(table({"a": [], "b": []})) == "a  b\n─  ─\nno rows"
    assert repr(table({})) == "empty table: no columns"


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_text_is_never_wider_than_the_terminal(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    data = {f"column_{i}": ["日本語テキスト🙂" * 20, "kurz"] for i in range(12)}
    shown = repr(table({**data, "n": [1, 2]}, caption="Überschrift " * 30))
    wide = re.compile("[\u3000-\u9fff\U0001f300-\U0001faff]")
    assert max(len(line) + len(wide.findall(line)) for line in shown.splitlines()[:-1]) <= width
    if width < 200:
        assert re.search(r"… \d+ more columns?: column_", shown)


def test_wide_characters_take_two_places_and_combining_marks_none():
    lines = repr(table({"a": ["日本", "e\u0301", "abcd"], "n": [1, 2, 3]})).splitlines()
    assert lines[2:] == ["日本  1", "e\u0301     2", "abcd  3"]


def test_text_holds_no_controls():
    shown = repr(table({"a\x1b[31m": ["\x1b[2J\x07", "eins\nzwei\tdrei", "\u202eabc\x9b"]}))
    assert "\x1b" not in shown
    assert "\\x1b[2J\\x07" in shown
    assert "eins zwei drei" in shown
    assert "\\u202eabc\\x9b" in shown
    assert len(shown.splitlines()) == 5


def test_html_escapes_everything():
    shown = table({HOSTILE: [HOSTILE, None], "n": [1, 2]}, caption=HOSTILE)
    page = page_of(shown)
    tags = {entry["tag"] for entry in page.elements}
    assert tags == {
        *("div", "style", "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi"),
    }
    assert page.texts("caption") == [HOSTILE]
    assert page.texts("th")[2] == HOSTILE
    names = {name for entry in page.elements for name in entry["attributes"]}
    assert names == {"class", "style", "scope"}


def test_html_has_caption_scopes_and_note():
    page = page_of(table({"term": ["x"] * 20_000, "n": range(20_000)}, caption="Begriffe"))
    assert page.attributes("th", "scope") == ["col"] * 2 + ["row"] * 20
    assert page.texts("caption") == ["Begriffe"]
    assert page.texts("tfoot") == [f"20 of 20{THIN}000 rows · all of them: .to_pandas()"]
    assert page.attributes("td", "colspan")[-1] == "2"
    whole = page_of(table({"a": [1]}))
    assert whole.texts("tfoot") == whole.texts("caption") == []
    assert page_of(table({"a": []})).texts("tfoot") == ["no rows"]
    assert page_of(table({})).texts("tfoot") == ["no rows"]


def test_html_cells_read_back_as_numbers():
    page = page_of(table({"score": [12.5, 0.125, 3.0, math.inf]}))
    found = page.texts("td")
    assert [float(cell) for cell in found[:3]] == [12.5, 0.125, 3.0]
    assert found[3] == "∞"


def test_html_survives_a_notebook_that_drops_style_elements():
    shown = table({"term": ["x"], "n": [1]})._repr_html_()
    bare = Page(re.sub(r"<style>.*?</style>", "", shown, flags=re.DOTALL))
    assert bare.attributes("td", "style") == ["text-align:right;white-space:nowrap"]
    assert bare.attributes("th", "style")[-1] == "text-align:left"
    assert "var(" not in "".join(str(entry["attributes"]) for entry in bare.elements)
    assert "<script" not in shown
    assert "http" not in shown


def test_html_stays_below_64_kb():
    shown = table({f"Spalte {i} " * 20: ["&\"'<>🙂" * 100] * 50 for i in range(60)})
    page = shown._repr_html_()
    assert len(page.encode()) <= 64 * 1024
    note = Page(page).texts("tfoot")[0]
    assert re.fullmatch(r"\d+ of 50 rows · 40 of 60 columns · all of them: \.to_pandas\(\)", note)
    assert Page(page).texts("tbody") != [""]


def test_html_of_twenty_rows_is_small():
    shown = table({"term": ["Wort"] * 20, **{f"n{i}": [0.5] * 20 for i in range(7)}})
    assert len(shown._repr_html_().encode()) < 20_000


def test_html_shows_every_type_and_is_deterministic():
    data = {"t": ["שלום 🙂", None], "b": [True, None], "d": [datetime.date(2026, 3, 10), None]}
    assert page_of(table(data)).texts("bdi")[3:] == ["שלום 🙂", "true", "2026-03-10", *"–––"]
    assert table(data)._repr_html_() == table(data)._repr_html_()
    code = "import wortfeld.display.html, sys; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_templates_refuse_missing_values():
    import jinja2

    with pytest.raises(jinja2.UndefinedError):
        render("table.html", caption="")


def test_tables_have_no_colours_of_the_terminal(monkeypatch):
    shown = table({"a": ["x"]})
    plain = repr(shown)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert repr(shown) == plain
    assert "\x1b" not in plain


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


KINDS = (
    *("person", "organisation", "product", "place", "event"),
    *("money", "percent", "number", "date"),
)


@pytest.mark.parametrize("name", [*KINDS, "accent", "foreground", "muted"])
@pytest.mark.parametrize("dark", [False, True])
def test_colours_of_text_have_enough_contrast(name, dark):
    tokens = (TEMPLATES / "tokens.css").read_text()
    pairs = dict(re.findall(r"--wf-([a-z]+):.*?light-dark\((#\w{6}, #\w{6})\)", tokens))
    grounds = [pairs[ground].split(", ")[dark] for ground in ("background", "raised")]
    # WCAG 2.2, success criterion 1.4.3: 4.5 for text of ordinary size.
    assert min(contrast(pairs[name].split(", ")[dark], ground) for ground in grounds) >= 4.5
