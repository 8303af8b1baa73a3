"""What a text, a file name, an entity or metadata says stays text on the page."""

import pytest
import wortfeld as wf
from report_page import read_page
from wortfeld.report import build

PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "<img src='http://example.org/x.png' onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><style>@import 'http://example.org/';</style></svg>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=data:text/html,x>x</a>",
    "<base href='http://example.org/'>",
    "<meta http-equiv=refresh content='0;url=http://example.org/'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<form action='http://example.org/'><input></form>",
    "<link rel=stylesheet href=http://example.org/x.css>",
    "<object data=x></object><embed src=x>",
    "]]><script>alert(1)</script>",
    "<!--<script>alert(1)</script>-->",
    "--><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "{{ 7 * 7 }}{% raw %}",
    "${alert(1)}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "<style>*{display:none}</style>",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></math><img src=x onerror=alert(1)>",
    "\u202e\u2066txt.exe\u2069\u202c",
    "\u0000\u0001\u001b[31mrot\u0007",
    "<\u0000script>alert(1)</script>",
    "\ufeff<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "{:.2f} {document} {0}",
]
TAGS = (
    "html head meta title style body a header h1 h2 h3 h4 nav ul li main section dl div dd dt "
    "article span p time code small b bdi table caption thead tbody tr th td figure svg g line "
    "circle text figcaption mark ol q br footer"
)
ALLOWED_TAGS = frozenset(TAGS.split())


def check(html: str) -> None:
    page = read_page(html)
    found = list(page.all())
    assert {element.tag for element in found} <= ALLOWED_TAGS
    for element in found:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert "src" not in element.attributes
        assert element.attributes.get("href", "#").startswith("#")
        if "style" in element.attributes:
            assert element["style"].startswith("--share:")
    assert len(page.find("style")) == 1
    assert "example.org" not in page.find("style")[0].text
    # Those of the template: none comes from the data.
    assert len(page.find("meta")) == 5


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_stays_text_everywhere(payload):
    texts = [f"Anna trifft Bert {payload} heute. Anna zahlt 5 Mrd. Dollar {payload}. {payload}"] * 2
    corpus = wf.read(
        texts=texts,
        ids=[f"a{payload}", f"b{payload}"],
        language="de",
        metadata={
            "title": [payload, payload],
            "author": [payload, payload],
            "date": ["2025-01-01", "2025-02-01"],
        },
    )
    rows = [
        {"entity": f"Anna {payload}", "kind": f"person{payload}", "alias": "Anna"},
        {"entity": f"Bert {payload}", "kind": "event", "alias": "Bert"},
    ]
    made = build(corpus, gazetteer=rows, title=payload)
    check(made.html)
    page = read_page(made.html)
    for item in page.having("data-document"):
        document = item["data-document"]
        text = corpus.text(document).replace("\0", "\ufffd")
        assert item.text == text[int(item["data-start"]) : int(item["data-end"])]
    assert "\x1b" not in "".join(made.findings)


@pytest.mark.parametrize(
    "payload", ["<img src=x onerror=alert(1)>.txt", "a'b\"c&d.txt", "\u202ea.txt"]
)
def test_a_file_name_stays_text(payload, tmp_path):
    (tmp_path / payload).write_text("Anna kommt.", encoding="utf-8")
    (tmp_path / f"other {payload}.md").write_text("x", encoding="utf-8")
    check(build(wf.read(tmp_path, language="de")).html)
