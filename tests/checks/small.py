"""Small random texts over a small vocabulary, and a gazetteer for them."""

from hypothesis import strategies as st

GAZETTEER = [
    {"entity": entity, "kind": kind, "alias": alias, "needs": needs}
    for entity, kind, alias, needs in (
        ("Anna Berg", "person", "Anna Berg", ""),
        ("Anna Berg", "person", "Berg", "full_form"),
        ("Bo Li", "person", "Bo", ""),
        ("Zeta", "organisation", "Zeta", ""),
        ("Zeta", "organisation", "Zeta Labs", ""),
        ("Ürün", "organisation", "Ürün", ""),
        ("Zeta One", "product", "Zeta One", ""),
        ("Wien", "place", "Wien", ""),
    )
]
WORDS = [
    "Anna Berg", "Berg", "Bo", "Bos", "Zeta", "ZETA", "Zeta-Labs", "Zeta One", "Ürün", "Wien",
    "und", "kauft", "Chips", "chips", "die", "Straße", "3 Mio. Euro", "12 %", "am 3. Mai 2024",
    "„ja“", "(nein)", "–", "12", "z. B.", "智远", "🙂",
]  # fmt: skip

sentence = st.builds(
    lambda words, mark: " ".join(words) + mark,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    st.sampled_from([".", "!", "?", "", ":"]),
)
paragraph = st.lists(sentence, min_size=1, max_size=4).map(" ".join)
document = st.builds(
    lambda paragraphs, gap: gap.join(paragraphs),
    st.lists(paragraph, max_size=4),
    st.sampled_from(["\n\n", "\n", "\r\n\r\n"]),
)
documents = st.lists(document, min_size=1, max_size=4)
