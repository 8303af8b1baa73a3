// A quick look at how a line begins, before any rule reads it.
#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace wortfeld::text {

struct LanguageRow;

/// The first two bytes of some folded forms. Immutable.
class LineStarts {
  public:
    /// Of the rows of those categories.
    LineStarts(std::span<const LanguageRow> rows,
               std::initializer_list<std::string_view> categories);

    /// False only if the folded line begins with none of the forms.
    [[nodiscard]] bool may_match(std::string_view line) const;

  private:
    static constexpr std::size_t pairs = std::size_t{1} << 16U;

    std::bitset<pairs> starts_;
};

}  // namespace wortfeld::text
