// The columns of rows about mentions, asked for once.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/entity/listed_names.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wortfeld::entity {

/// `Error{bad_input}` about a row, counted from 0.
[[noreturn]] void refuse_row(std::size_t row, const std::string& why);

[[nodiscard]] std::optional<double> float64_at(const Column& column, std::size_t row);
[[nodiscard]] std::optional<std::int32_t> day_at(const Column& column, std::size_t row);

/// Code points, as somebody gave them.
struct GivenPlace {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// The columns of `name_reasons`.
struct ReasonColumns {
    explicit ReasonColumns(const Columns& rows);
    [[nodiscard]] AliasPolicies policies(std::size_t row) const;

    Column letter_case, needs, excludes, language, forms;
};

/// The columns of `mention_rows`.
struct RowColumns {
    explicit RowColumns(const Columns& rows);
    [[nodiscard]] GivenPlace place(std::size_t row) const;

    Column document, start, end, kind, entity, id, alias, value, value_high, value_text, unit,
        modifier, date_first, date_last, timex, rule, role, head, level, alternatives;
    std::optional<ReasonColumns> reasons;  ///< if the rows have them
};

/// The columns of `candidates_table`.
struct CandidateColumns {
    explicit CandidateColumns(const Columns& rows);
    [[nodiscard]] GivenPlace place(std::size_t row) const;
    [[nodiscard]] NamedEntity entity_of(std::size_t row) const;
    [[nodiscard]] std::string_view alias(std::size_t row) const;

    Column document, start, end, entity, kind, id, rule, score, chosen;
};

}  // namespace wortfeld::entity
