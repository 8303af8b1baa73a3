"""Mentions from elsewhere and for elsewhere: spans, spaCy, IOB2, GermEval."""
