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
    std::uint32_t first_quantity = 0;  ///< number of the document's first one
};

/// What was decided about some documents, one after the other.
struct Resolution {
    std::vector<Mention> mentions;  ///< by start
    std::vector<Reading> readings;  ///< of the ambiguous spans, by start
    Excluded excluded;
};

/// Drops candidates whose alias lacks what it needs (in the document) or has what it excludes (in
/// the sentence), decides between what overlaps, then between the entities of one span. Leaves of
/// `names` what it likes.
void resolve(const ResolverInput& input,
             std::vector<Candidate>& names,
             std::span<const quantity::Quantity> quantities,
             Resolution& resolution);

}  // namespace wortfeld::entity
