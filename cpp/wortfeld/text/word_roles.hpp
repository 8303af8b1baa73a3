// What single words are to the rules of a language, in one look.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld::text {

struct LanguageRow;

/// The categories of a language's rows that the rules of sentences and zones ask of a word.
enum class Role : std::uint16_t {
    abbreviation = 1U << 0U,
    title = 1U << 1U,
    month = 1U << 2U,
    month_short = 1U << 3U,
    ordinal_before = 1U << 4U,
    ordinal_noun = 1U << 5U,
    sentence_start = 1U << 6U,
    loud_name = 1U << 7U,
    timestamp_word = 1U << 8U,
    byline = 1U << 9U,  ///< the first word of such a row
};

/// The roles of one word.
struct Roles {
    std::uint16_t set = 0;
    const LanguageRow* abbreviation = nullptr;  ///< its row, if it has that role
    const LanguageRow* month = nullptr;         ///< of `month`, else of `month_short`

    [[nodiscard]] bool has(Role role) const noexcept {
        return (set & static_cast<std::uint16_t>(role)) != 0;
    }
};

/// A hash table from folded words to their roles. Immutable; looking up takes no memory.
class WordRoles {
  public:
    /// The rows must outlive the table; the first of two equal (category, form) counts.
    explicit WordRoles(std::span<const LanguageRow> rows);

    /// The roles of a word as it stands in a text; none if it is in no row.
    [[nodiscard]] Roles of(std::string_view surface) const;
    [[nodiscard]] Roles of_folded(std::string_view folded) const noexcept;
    [[nodiscard]] bool has(std::string_view surface, Role role) const {
        return of(surface).has(role);
    }
    /// Whether any row has that role.
    [[nodiscard]] bool knows(Role role) const noexcept { return all_.has(role); }
    /// Abbreviations that end a longer word, in the order of the file: -str.
    [[nodiscard]] std::span<const LanguageRow* const> endings() const noexcept { return endings_; }

  private:
    struct Slot {
        std::string_view form;
        Roles roles;
    };

    void add(std::string_view form, Role role, const LanguageRow& row);
    [[nodiscard]] std::size_t slot_of(std::string_view folded) const noexcept;

    std::vector<Slot> slots_;  ///< a power of two, at most half of them taken
    std::size_t longest_ = 0;  ///< form, in bytes
    Roles all_;
    std::vector<const LanguageRow*> endings_;
};

}  // namespace wortfeld::text
