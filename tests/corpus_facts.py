"""What tests of reading ask of a corpus."""


def ids(corpus):
    """Return the ids of all documents, in order."""
    return list(corpus.documents()["document"])


def texts(corpus):
    """Return the texts of all documents, in order."""
    return [corpus.text(document) for document in ids(corpus)]


def warnings(corpus, kind):
    """Return the warnings of a kind as dicts."""
    return [row for row in corpus.warnings.rows() if row["kind"] == kind]
