// One way to take names out of a list.
#pragma once

#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::entity {

/// Drops the names for which `is_dropped` holds; each is asked while all others still stand.
template <typename Predicate>
void drop(std::vector<Candidate>& names,
          std::string_view reason,
          Excluded& excluded,
          Predicate is_dropped) {
    std::vector<Candidate> kept;
    kept.reserve(names.size());
    for (const auto& name : names) {
        if (!is_dropped(name)) kept.push_back(name);
    }
    if (kept.size() < names.size()) excluded[std::string(reason)] += names.size() - kept.size();
    names = std::move(kept);
}

}  // namespace wortfeld::entity
