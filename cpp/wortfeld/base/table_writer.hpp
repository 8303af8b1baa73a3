// Columns written row by row: one line per row where a table is made.
#pragma once

#include "wortfeld/base/columns.hpp"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace wortfeld {

/// A calendar day as a table holds it, or nothing.
struct Day {
    std::optional<std::int32_t> since_1970;
};

/// Writes rows into named columns; the values of `row` come in the order of the columns, those of a
/// tuple one after the other.
class TableWriter {
  public:
    struct Heading {
        std::string_view name;
        ColumnType type;
    };

    TableWriter(std::initializer_list<Heading> headings) {
        for (const auto& [name, type] : headings) {
            names_.emplace_back(name);
            columns_.emplace_back(type);
        }
    }

    template <typename... Values>
    void row(const Values&... values) {
        std::size_t at = 0;
        (put(at, values), ...);
    }

    [[nodiscard]] Columns finish() && {
        std::vector<Columns::Named> named;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            named.emplace_back(std::move(names_[i]), std::move(columns_[i]).finish());
        }
        return Columns(std::move(named));
    }

  private:
    template <typename Value>
    void put(std::size_t& at, const Value& value) {
        push(columns_[at++], value);
    }
    template <typename... Parts>
    void put(std::size_t& at, const std::tuple<Parts...>& parts) {
        std::apply([&](const auto&... part) { (put(at, part), ...); }, parts);
    }
    static void push(ColumnWriter& column, std::integral auto value) {
        column.push(static_cast<std::int64_t>(value));
    }
    static void push(ColumnWriter& column, double value) { column.push(value); }
    static void push(ColumnWriter& column, std::string_view value) { column.push(value); }
    static void push(ColumnWriter& column, Day value) { column.push_date(value.since_1970); }
    template <typename Value>
    static void push(ColumnWriter& column, const std::optional<Value>& value) {
        if (value) {
            push(column, *value);
        } else {
            column.push_null();
        }
    }

    std::vector<std::string> names_;
    std::vector<ColumnWriter> columns_;
};

/// A text that is null in a table where it is empty.
inline std::optional<std::string_view> null_if_empty(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace wortfeld
