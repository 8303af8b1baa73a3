"""Any source to one stream of documents: folders, files, texts and tables."""

from wortfeld.reading.reader import read

__all__ = ["read"]
