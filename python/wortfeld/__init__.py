"""Term statistics and entity co-occurrence for any corpus, every number traceable to the text."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from wortfeld._installation import check_core
from wortfeld.errors import (
    BadArgument,
    BadFile,
    BadInput,
    MemoryLimit,
    UnknownName,
    WortfeldError,
)

if TYPE_CHECKING:
    from wortfeld._measures import association, measures
    from wortfeld._options import options
    from wortfeld._versions import show_versions
    from wortfeld.concordance import Concordance
    from wortfeld.contingency import Contingency
    from wortfeld.corpus import Corpus
    from wortfeld.evidence import Evidence
    from wortfeld.gazetteer import Gazetteer
    from wortfeld.layers import layer
    from wortfeld.mentions import Mentions
    from wortfeld.network import Network, Pair
    from wortfeld.profiles import Profile, profile
    from wortfeld.reading import plan, read
    from wortfeld.saved import open
    from wortfeld.stop_words import stopwords
    from wortfeld.table import Table

# The build and the compiled core take it from this line.
__version__ = "0.1.0"

__all__ = [
    "BadArgument",
    "BadFile",
    "BadInput",
    "Concordance",
    "Contingency",
    "Corpus",
    "Evidence",
    "Gazetteer",
    "MemoryLimit",
    "Mentions",
    "Network",
    "Pair",
    "Profile",
    "Table",
    "UnknownName",
    "WortfeldError",
    "__version__",
    "association",
    "layer",
    "measures",
    "open",
    "options",
    "plan",
    "profile",
    "read",
    "show_versions",
    "stopwords",
]

# Where a public name lives; its module is imported when the name is first used, so that
# `import wortfeld` stays light.
_HOMES = {
    "Concordance": "concordance",
    "Contingency": "contingency",
    "Corpus": "corpus",
    "Evidence": "evidence",
    "Gazetteer": "gazetteer",
    "Mentions": "mentions",
    "Network": "network",
    "Pair": "network",
    "Profile": "profiles",
    "Table": "table",
    "association": "_measures",
    "layer": "layers",
    "measures": "_measures",
    "open": "saved",
    "options": "_options",
    "plan": "reading",
    "profile": "profiles",
    "read": "reading",
    "show_versions": "_versions",
    "stopwords": "stop_words",
}


def __getattr__(name: str) -> object:
    """Import a public name on first use."""
    if name not in _HOMES:
        message = f"module 'wortfeld' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(importlib.import_module(f"wortfeld.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


check_core(__version__, __file__)
