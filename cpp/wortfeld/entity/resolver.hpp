// From candidates to mentions of one document: context words, then leftmost-longest.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace wortfeld::entity {

/// One document and what is known of it.
struct ResolverInput {
    const Gazetteer& gazetteer;
    const corpus::Corpus& corpus;
    DocumentId id;
    std::span<const text::Sentence> sentences;
};

/// What was decided about one document.
struct Resolution {
    std::vector<Mention> mentions;  ///< by start; `quantity` counts from this document's first
    std::map<std::string, std::uint64_t> excluded;
};

/// Drops candidates whose alias lacks what it needs (in the document) or has what it excludes (in
/// the sentence), then keeps the leftmost, longest, first of what overlaps.
Resolution resolve(const ResolverInput& input,
                   std::vector<Candidate> names,
                   std::span<const quantity::Quantity> quantities);

}  // namespace wortfeld::entity
