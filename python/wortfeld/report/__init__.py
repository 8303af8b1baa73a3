"""The report: everything about a corpus on one page that needs nothing else."""

from __future__ import annotations

from wortfeld.report.page import Report, build, report

__all__ = ["Report", "build", "report"]
