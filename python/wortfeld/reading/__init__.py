"""Any source to one stream of documents: folders, files, texts and tables."""

from wortfeld.reading.read import read

__all__ = ["read"]
