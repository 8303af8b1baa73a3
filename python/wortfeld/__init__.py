"""Term statistics and entity co-occurrence for any corpus, every number traceable to the text."""

__version__ = "0.1.0"
