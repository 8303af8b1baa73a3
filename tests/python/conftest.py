"""What every test starts from."""

import pytest
from wortfeld import _options


@pytest.fixture(autouse=True)
def _default_options(monkeypatch):
    monkeypatch.delenv("WORTFELD_THREADS", raising=False)
    monkeypatch.setattr(_options, "_defaults", _options._Defaults())
