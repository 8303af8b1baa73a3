// Names that no gazetteer knows, proposed for a person to confirm: never counted as mentions.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/entity/name_cues.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace wortfeld::entity {

struct NameCandidateOptions {
    std::optional<std::size_t> top = 50;
    std::uint64_t min_count = 1;
    corpus::ZoneSet zones = corpus::ZoneSet::counted();
};

/// alias, kind (guessed, or null), score, count, document_count, evidence, document, start, end:
/// the names that occur outside the mentions' own, best first, with the first place of each. The
/// score is the sum of
///
///     3    inner capital or digit (OpenAI)      3     first name in front of others
///     3    legal form or the like at the end    2     acronym (2.5 to five letters; 1 in others)
///     1.5  behind a title                       1.5   explained: X, der Gründer von Y
///     1.5  genitive -s without article          1.5   capital in a language with small nouns
///     1    several words                        1     beside a verb of saying
///     1    foreign spelling                     0.5   a part of compounds (X-Chef)
///     0.5  preposition right before it          0.5   undoubted, twice within sentences; 1.5 from
///                                                     three times on, 2 from five
///     -0.5 sometimes behind an article          -2    in more than three of ten places
///     -2   only at the start of sentences (-0.5 of several words)
///     -1.5  mostly behind a word that may belong to it
///     -1   two letters                          -3    more than four words
///     -d   its most doubtful word, see `WordTraits`
///
/// and half the binary logarithm of its count, at most 2. Acronyms and names with inner capitals
/// may have articles. Names below a score of 1.5 are left out.
Columns name_candidates(const Mentions& mentions,
                        const NameCues& cues,
                        const NameCandidateOptions& options,
                        Job& job);

}  // namespace wortfeld::entity
