// One way to take names out of a list.
#pragma once

#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <algorithm>
#include <iterator>
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
    const auto first = std::find_if(names.begin(), names.end(), is_dropped);
    if (first == names.end()) return;
    std::vector<Candidate> kept(names.begin(), first);
    kept.reserve(names.size());
    std::copy_if(first + 1, names.end(), std::back_inserter(kept), [&](const Candidate& name) {
        return !is_dropped(name);
    });
    excluded[std::string(reason)] += names.size() - kept.size();
    names = std::move(kept);
}

}  // namespace wortfeld::entity
