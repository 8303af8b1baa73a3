#include "wortfeld/entity/ambiguity.hpp"

#include <algorithm>
#include <numeric>

namespace wortfeld::entity {
namespace {

/// Marks which of the candidates, of which there are at least two, become mentions.
void choose(std::vector<Reading>& readings, OnAmbiguous policy) {
    if (policy == OnAmbiguous::all) {
        for (auto& reading : readings) reading.is_chosen = true;
        return;
    }
    // The first of equally good ones: candidates come in the order of the gazetteer.
    const auto best =
        std::max_element(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
            return a.score < b.score;
        });
    const auto equals = std::count_if(readings.begin(), readings.end(), [&](const Reading& other) {
        return other.score == best->score;
    });
    best->is_chosen = policy == OnAmbiguous::best || equals == 1;
}

}  // namespace

Evidence::Evidence(const ResolverInput& input,
                   Context& context,
                   std::span<const Slot> slots,
                   std::span<const Candidate> names)
    : input_(input), context_(context), names_(names) {
    for (const auto& slot : slots) {
        if (slot.is_quantity || slot.level > 0 || slot.last - slot.first != 1) continue;
        const auto& alias = input.gazetteer.alias(names[slot.first].alias);
        if (alias.needs_full_form == 0) ++full_forms_[alias.entity];
    }
}

std::uint64_t Evidence::of(const Alias& alias) {
    const auto found = full_forms_.find(alias.entity);
    return (found == full_forms_.end() ? 0 : found->second) +
           context_.count(input_.gazetteer.needs(alias));
}

std::vector<Reading> Evidence::readings(const Slot& slot) {
    std::vector<Reading> readings;
    for (auto at = slot.first; at < slot.last; ++at) {
        const auto& alias = input_.gazetteer.alias(names_[at].alias);
        readings.push_back({.document = input_.id,
                            .span = slot.span,
                            .alias = names_[at].alias,
                            .score = static_cast<double>(of(alias) + 1)});
    }
    const auto sum = std::accumulate(
        readings.begin(), readings.end(), 0.0, [](double all, const Reading& reading) {
            return all + reading.score;
        });
    choose(readings, input_.policies.on_ambiguous);
    for (auto& reading : readings) reading.score /= sum;
    return readings;
}

}  // namespace wortfeld::entity
