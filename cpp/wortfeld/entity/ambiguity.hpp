// Names that can be several entities: the evidence of the document decides.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/entity/context_filter.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/policies.hpp"
#include "wortfeld/entity/slots.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// What speaks for the entities of one document.
///
///     evidence(entity) = unambiguous full forms of it in the document
///                      + words that its alias needs and the document has
///     score(entity)    = (evidence(entity) + 1) / sum over the candidates of (evidence + 1)
///
/// Without any evidence all candidates are equally good.
class Evidence {
  public:
    /// `slots` are those that stay; `names` the candidates to which they refer.
    Evidence(const ResolverInput& input,
             Context& context,
             std::span<const Slot> slots,
             std::span<const Candidate> names);

    /// The candidates of a slot with scores and choice, in the order of the gazetteer's rows.
    [[nodiscard]] std::vector<Reading> readings(const Slot& slot);

  private:
    [[nodiscard]] std::uint64_t of(const Alias& alias);

    const ResolverInput& input_;
    Context& context_;
    std::span<const Candidate> names_;
    std::unordered_map<EntityId, std::uint64_t> full_forms_;
};

}  // namespace wortfeld::entity
