"""Bytes on disk of an installed package; the argument names it."""

import importlib.metadata

from contender import call, report

name = call().arguments[0]
files = importlib.metadata.files(name) or []
sizes = [path.stat().st_size for path in (file.locate() for file in files) if path.is_file()]
report(megabytes=sum(sizes) / 1e6, seconds=0, processor_seconds=0)
