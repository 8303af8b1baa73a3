"""From what is offered to a corpus: documents, metadata and notes go to the core."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _arguments, _core
from wortfeld._options import current, thread_count
from wortfeld._progress import Progress
from wortfeld.corpus import Corpus
from wortfeld.profiles import core_profile
from wortfeld.reading.budget import Budget
from wortfeld.reading.feed import Feed, Target, check_complete, writable
from wortfeld.reading.languages import Languages
from wortfeld.reading.metadata import Metadata

if TYPE_CHECKING:
    from wortfeld.reading.documents import Offer
    from wortfeld.reading.formats import FileOptions

__all__ = ["ReadingRules", "assembled"]


class ReadingRules(NamedTuple):
    """What decides on tokens and zones, as :func:`wortfeld.read` takes it."""

    detect_zones: bool = True
    keep: Any = None
    profile: Any = None


def assembled(
    offer: Offer,
    options: FileOptions,
    language: Any,
    rules: ReadingRules | None = None,
) -> Corpus:
    """Return the corpus of what is offered."""
    rules = rules or ReadingRules()
    skip = options.on_error == "skip"
    builder = _core.Builder(
        replace_ill_formed=options.encoding.errors == "replace",
        skip_bad_input=skip,
        detect_zones=rules.detect_zones,
        keep=_arguments.choices("keep", rules.keep, _core.kept_form_names),
        profile=core_profile(rules.profile),
    )
    return Corpus._from_raw(_build(builder, offer, language, skip=skip))


def _build(builder: _core.Builder, offer: Offer, language: Any, *, skip: bool) -> _core.Corpus:
    languages = Languages(language, offer.metadata)
    metadata = Metadata(offer.metadata)
    threads = thread_count()
    budget = Budget(current().memory)
    with Progress("reading", unit=offer.amount.unit) as progress:

        def moved() -> None:
            progress.show(offer.amount.done, offer.amount.total)
            budget.check(offer.amount)

        target = Target(builder, languages, metadata, threads)
        feed = Feed(target, skip=skip, moved=moved)
        # Closed at once, with its files, when something is raised here.
        with contextlib.closing(offer.pieces()) as pieces:
            for piece in pieces:
                feed.take(piece)
                del piece  # before the next one is read
        feed.flush()
        # What is said of the corpus as a whole comes last, as it does when parts are appended.
        for note in [*offer.notes, *feed.notes, *languages.notes(), *metadata.notes()]:
            builder.warn(*map(writable, note))
        # With language= given documents() tells that, not a column of the same name.
        without = "" if language is None else "language"
        table = metadata.table(feed.offered, feed.left_out, without=without)
        left_out = len(feed.left_out) + builder.skipped
        raw = builder.finish(table, threads=threads, progress=None)
        check_complete(feed.offered, raw.document_count, left_out)
        progress.finish(offer.amount.done)
    return raw
