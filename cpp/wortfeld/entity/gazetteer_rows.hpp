// The rows of a gazetteer's source, one alias each, and what makes a row unusable.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/entity/gazetteer.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

/// What stands in `needs` instead of words.
inline constexpr std::string_view full_form = "full_form";

/// One row of the source, with what is needed to complain about it.
struct GazetteerRow {
    std::string_view entity;
    std::string_view kind;
    std::string_view alias;
    std::string_view id;
    std::string_view case_policy;
    std::string_view needs;
    std::string_view excludes;
    std::string_view language;
    std::string_view role;
    std::uint64_t number = 0;
};

/// All rows; the columns must outlive them.
class GazetteerRows {
  public:
    /// `source` is for messages.
    GazetteerRows(const Columns& rows, const std::string& source);

    [[nodiscard]] std::size_t size() const noexcept { return numbers_.size(); }
    [[nodiscard]] GazetteerRow at(std::size_t row) const;
    [[nodiscard]] std::string_view alias(std::size_t row) const { return alias_.text(row); }

    /// `Error{bad_input}` if an entity, kind, alias or language cannot be one.
    void check(const GazetteerRow& row) const;
    /// `Error{bad_input}` for a policy that is none.
    [[nodiscard]] CasePolicy case_of(const GazetteerRow& row) const;
    [[nodiscard]] CaseOrigin case_origin_of(const GazetteerRow& row) const;
    /// What kind of word the alias is; `Error{bad_input}` for a role that is none.
    [[nodiscard]] AliasRole role_of(const GazetteerRow& row) const;
    /// The folded words of a list; `Error{bad_input}` for one that is not one word.
    [[nodiscard]] std::vector<std::string> words_of(const GazetteerRow& row,
                                                    std::string_view list) const;
    [[noreturn]] void refuse(const GazetteerRow& row, const std::string& what) const;

  private:
    Column entity_;
    Column kind_;
    Column alias_;
    Column id_;
    Column case_;
    Column needs_;
    Column excludes_;
    Column language_;
    Column role_;
    Column number_;
    std::span<const std::int64_t> numbers_;
    const std::string& source_;
    AutomaticCase automatic_case_;
};

}  // namespace wortfeld::entity
