// The two-way map between strings and ids, in order of first appearance.
#pragma once

#include "wortfeld/base/ids.hpp"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace wortfeld::corpus {

/// Strings numbered from 0 by first appearance. Views stay valid as long as the vocabulary lives,
/// also when it is moved.
template <IdType Id>
class StringTable {
  public:
    StringTable() = default;
    StringTable(StringTable&&) noexcept = default;
    StringTable& operator=(StringTable&&) noexcept = default;
    StringTable(const StringTable& other) { *this = other; }
    StringTable& operator=(const StringTable& other) {
        if (this == &other) return *this;
        strings_.clear();
        ids_.clear();
        for (const auto& string : other.strings_) intern(string);
        return *this;
    }
    ~StringTable() = default;

    /// The id of the string, a new one at its first appearance.
    Id intern(std::string_view string) {
        if (const auto found = ids_.find(string); found != ids_.end()) return found->second;
        const auto id = id_at<Id>(strings_.size());
        ids_.emplace(strings_.emplace_back(string), id);
        return id;
    }

    [[nodiscard]] std::optional<Id> find(std::string_view string) const {
        const auto found = ids_.find(string);
        if (found == ids_.end()) return std::nullopt;
        return found->second;
    }

    [[nodiscard]] std::string_view text(Id id) const { return strings_[number(id)]; }
    [[nodiscard]] std::size_t size() const noexcept { return strings_.size(); }

  private:
    std::deque<std::string> strings_;  ///< a deque, because the keys below point into it
    boost::unordered_flat_map<std::string_view, Id> ids_;
};

/// The vocabulary of a corpus: its distinct surface forms.
using Vocabulary = StringTable<TermId>;

}  // namespace wortfeld::corpus
