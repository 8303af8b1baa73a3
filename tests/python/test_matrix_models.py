"""The matrix of documents and entities is what models take."""

import numpy as np
import pytest
import wortfeld as wf

TEXTS = [
    "Zeta und Zeta zahlen an Alpha.",
    "nichts",
    "Alpha lobt Alpha.",
    "Zeta wächst.",
    "Alpha und Beta.",
    "Zeta und Beta.",
]
NAMES = [
    {"entity": name, "kind": "organisation", "alias": name} for name in ("Zeta", "Alpha", "Beta")
]


@pytest.fixture(scope="module")
def matrix():
    ids = [f"d{number}" for number in range(len(TEXTS))]
    return wf.read(texts=TEXTS, ids=ids, language="de").mentions(NAMES).matrix()


def test_rows_and_columns_have_names(matrix):
    assert matrix.documents == ["d0", "d1", "d2", "d3", "d4", "d5"]
    assert matrix.names == ["Alpha", "Beta", "Zeta"]
    assert matrix.counts.shape == (len(matrix.documents), len(matrix.names))
    row, column = matrix.documents.index("d0"), matrix.names.index("Zeta")
    assert matrix.counts[row, column] == 2


def test_indices_are_as_small_as_models_want_them(matrix):
    counts = matrix.counts
    assert (counts.indices.dtype, counts.indptr.dtype) == (np.int32, np.int32)
    assert counts.has_sorted_indices
    assert counts.has_canonical_format


def test_scipy_computes_with_it(matrix):
    from scipy.sparse.linalg import svds

    vectors, _, _ = svds(matrix.counts.astype(float), k=2, random_state=0)
    assert vectors.shape == (6, 2)
    assert (matrix.counts.T @ matrix.counts).toarray()[0, 2] == 2


def test_models_of_scikit_learn_take_it_as_it_is(matrix):
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install scikit-learn")
    from sklearn.decomposition import NMF
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    wanted = [1, 0, 0, 1, 0, 1]
    model = make_pipeline(TfidfTransformer(), LogisticRegression(C=100, solver="liblinear"))
    assert model.fit(matrix.counts, wanted).predict(matrix.counts).tolist() == wanted
    assert NMF(2, init="random", random_state=0).fit_transform(matrix.counts).shape == (6, 2)
