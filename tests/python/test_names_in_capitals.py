"""Names in headings of capitals, inflected as elsewhere."""

import pytest
import wortfeld as wf


def surfaces(text, alias, **columns):
    rows = [{"entity": alias, "kind": "organisation", "alias": alias, **columns}]
    corpus = wf.read(texts=[text], language="de")
    return corpus.mentions(rows, quantities=False, dates=False).table()["surface"].tolist()


@pytest.mark.parametrize(
    ("text", "alias", "surface"),
    [
        ("WEISSES HAUS SCHWEIGT", "Weißes Haus", "WEISSES HAUS"),
        ("STREIT IM WEISSEN HAUS", "Weißes Haus", "WEISSEN HAUS"),
        ("DIE DÄCHER DES WEIẞEN HAUSES", "Weißes Haus", "WEIẞEN HAUSES"),
        ("CHEF DER DEUTSCHEN BANK GEHT", "Deutsche Bank", "DEUTSCHEN BANK"),
        ("URTEIL DES DEUTSCHEN BUNDESTAGES", "Deutscher Bundestag", "DEUTSCHEN BUNDESTAGES"),
        ("GOOGLES CHEF GEHT", "Google", "GOOGLES"),
        ("ALLE WOLLEN OPENAIS CHIPS", "OpenAI", "OPENAIS"),
    ],
)
def test_names_in_capitals_are_inflected_as_elsewhere(text, alias, surface):
    assert surfaces(text, alias) == [surface]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("DIE USS ENTERPRISE", "US"),
        ("DIE NATOS", "NATO"),
        ("METAS CHEF GEHT", "Meta"),
    ],
)
def test_an_acronym_or_common_word_has_no_genitive_in_capitals(text, alias):
    assert surfaces(text, alias) == []


def test_short_words_in_capitals_have_no_endings():
    assert surfaces("DIE USS ENTERPRISE", "US", case="fold") == []
