"""Any source to one stream of documents: folders, files, texts and tables."""

from wortfeld.reading.planning import plan
from wortfeld.reading.reader import read

__all__ = ["plan", "read"]
