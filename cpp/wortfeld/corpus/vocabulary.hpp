// The two-way map between strings and ids, in order of first appearance.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/interner.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// Strings numbered from 0 by first appearance.
template <IdType Id>
class StringTable {
  public:
    /// The id of the string, a new one at its first appearance. Ends what `text` returned.
    Id intern(std::string_view string) { return Id{strings_.intern(string)}; }
    /// Interns all strings of another table in their order: id i there is the result's [i] here.
    [[nodiscard]] std::vector<std::uint32_t> intern_all(const StringTable& other) {
        return strings_.intern_all(other.strings_);
    }
    /// Appends the id of each token of a text to `ids`.
    void intern(std::string_view text,
                std::span<const text::Token> tokens,
                std::vector<std::uint32_t>& ids) {
        ids.resize(ids.size() + tokens.size());
        strings_.intern(text, tokens, std::span(ids).last(tokens.size()));
    }

    [[nodiscard]] std::optional<Id> find(std::string_view string) const {
        const auto found = strings_.find(string);
        if (!found) return std::nullopt;
        return Id{*found};
    }

    [[nodiscard]] std::string_view text(Id id) const {
        return strings_.text(static_cast<std::uint32_t>(id));
    }
    [[nodiscard]] std::size_t size() const noexcept { return strings_.size(); }

  private:
    Interner strings_;
};

/// The vocabulary of a corpus: its distinct surface forms.
using Vocabulary = StringTable<TermId>;

}  // namespace wortfeld::corpus
