"""Documents of megabytes in shapes that invite more than linear work: counted, and all of it read.

No time is asserted; anything that grows with the square of the length would not end here.
"""

import pytest
import wortfeld as wf

# A unit, how often it is repeated, and what n of them have: tokens, words, sentences.
SHAPES = {
    "no full stop": ("Der neue Chip kostet viel ", 40_000, (5, 5, 0)),
    "full stops": (".", 1_000_000, (1, 0, 0)),
    "full stops apart": (". ", 500_000, (1, 0, 0)),
    "question marks": ("?! ", 300_000, (2, 0, 0)),
    "line feeds": ("\n", 4_000_000, (0, 0, 0)),
    "carriage returns": ("\r", 2_000_000, (0, 0, 0)),
    "spaces": (" ", 4_000_000, (0, 0, 0)),
    "one word": ("a", 4_000_000, (0, 0, 0)),
    "combining marks": ("\u0301", 2_000_000, (0, 0, 0)),
    "joiners": ("\u200d", 1_000_000, (0, 0, 0)),
    "one number": ("1", 2_000_000, (0, 0, 0)),
    "groups of digits": ("1.", 1_000_000, None),
    "ordinals": ("3. ", 300_000, None),
    "amounts": ("3 Mio. Euro, ", 80_000, None),
    "abbreviations": ("z. B. ", 200_000, None),
    "initials": ("A. ", 300_000, None),
    "opening brackets": ("(", 1_000_000, (1, 0, 0)),
    "closing brackets": (")", 1_000_000, (1, 0, 0)),
    "footnotes": ("[1]", 300_000, (3, 1, 0)),
    "straight quotes": ('"', 1_000_000, (1, 0, 0)),
    "German quotes": ("„", 300_000, (1, 0, 0)),
    "quotes behind stops": ('." ', 300_000, (2, 0, 0)),
    "stops before brackets": (".(", 500_000, (2, 0, 0)),
    "hyphens": ("a-", 500_000, (2, 1, 0)),
    "apostrophes": ("a'", 500_000, None),
    "bullets": ("- a\n", 200_000, (2, 1, 0)),
    "short lines": ("Ja\n", 300_000, (1, 1, 0)),
    "headings": ("Ein Titel\n\n", 80_000, (2, 2, 0)),
    "numbers on lines": ("12\n", 300_000, (1, 1, 0)),
    "paragraphs": ("Ja. Nein.\n\n", 80_000, (4, 2, 2)),
    "flags": ("🇩", 200_000, None),
    "families": ("👩\u200d", 200_000, (0, 0, 0)),
    "Thai": ("ภาษาไทยเป็นภาษาที่สวยงามมาก", 12_000, None),
    "one Thai letter": ("ก", 200_000, None),
    "Han": ("我们研究人工智能", 40_000, (4, 4, 0)),
    "one Han letter": ("的", 200_000, (1, 1, 0)),
    "Khmer": ("ភាសាខ្មែរ", 20_000, None),
    "Katakana": ("ア", 300_000, None),
    "Hebrew with quotes": ('א"', 200_000, None),
}


def read(unit, count, **how):
    return wf.read(texts=[unit * count], ids=["a"], language="de", **how)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_document_of_one_shape_is_all_there(shape):
    unit, count, each = SHAPES[shape]
    corpus = read(unit, count)
    (row,) = corpus.documents().rows()
    assert row["character_count"] == len(unit) * count
    found = (row["token_count"], row["word_count"], len(corpus.sentences("a")))
    if each is not None:
        # A shape without tokens of its own is one, or none if it is white space.
        single = 0 if unit.isspace() else 1
        assert found[0] == (count * each[0] or single)
        assert found[1] in (count * each[1], 1)
        assert found[2] == count * each[2] or each[2] == 0
    # A tenth of it has a tenth of the tokens: nothing is cut off, nothing is made up.
    part = read(unit, count // 10)
    assert found[0] - 20 <= 10 * part.token_count <= found[0] + 20
    assert corpus.text("a") == unit * count


@pytest.mark.parametrize("shape", ["no full stop", "abbreviations", "headings", "Thai", "hyphens"])
def test_without_zones_and_with_forms_kept_whole_too(shape):
    unit, count, _ = SHAPES[shape]
    forms = ("url", "email", "hashtag", "number", "abbreviation", "hyphen")
    for how in ({"detect_zones": False}, {"keep": forms}):
        corpus = read(unit, count, **how)
        assert corpus.documents()["character_count"].tolist() == [len(unit) * count]
        assert corpus.token_count > 0


@pytest.mark.parametrize("unit", ["https://a.b/", "a@", "#", "-", "1-", "1.2.", "z.B.", "a@b.c/"])
def test_forms_kept_whole_are_looked_for_once(unit):
    forms = ("url", "email", "hashtag", "number", "abbreviation", "hyphen")
    corpus = read(unit, 500_000 // len(unit), keep=forms)
    assert corpus.documents()["character_count"].tolist() == [500_000 // len(unit) * len(unit)]


@pytest.mark.parametrize("unit", ["3 Mio. ", "Euro ", "am 3. ", "März ", "1.000.", "zwei", "( "])
def test_quantities_are_looked_for_once(unit):
    corpus = read(unit, 200_000 // len(unit))
    assert len(corpus.mentions().table()) <= corpus.token_count
