// From candidates to mentions of one document: context, overlaps, ambiguity, roles.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <span>
#include <vector>

namespace wortfeld::entity {

/// One document and what is known of it.
struct ResolverInput {
    const Gazetteer& gazetteer;
    const corpus::Corpus& corpus;
    DocumentId id;
    std::span<const text::Sentence> sentences;  ///< needed for quantities
    const Policies& policies;
};

/// What was decided about one document.
struct Resolution {
    std::vector<Mention> mentions;  ///< by start; `quantity` counts from this document's first
    std::vector<Reading> readings;  ///< of the ambiguous spans, by start
    Excluded excluded;
};

/// Drops candidates whose alias lacks what it needs (in the document) or has what it excludes (in
/// the sentence), decides between what overlaps, then between the entities of one span.
Resolution resolve(const ResolverInput& input,
                   std::vector<Candidate> names,
                   std::span<const quantity::Quantity> quantities);

}  // namespace wortfeld::entity
