// Columns of any type in a file: metadata and warnings.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/corpus/strings.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::corpus {

/// Adds the columns as sections whose names begin with `name`. `Error{bad_argument}` for more than
/// a file has room for.
void add_columns(SectionWriter& file, const std::string& name, const Columns& columns);

/// Columns as they lie in a file; they are made when they are asked for.
class StoredColumns {
  public:
    StoredColumns() = default;
    /// Columns that `add_columns` added, of `rows` rows each.
    StoredColumns(SectionReader& file, const std::string& name);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t column_count() const noexcept { return columns_.size(); }
    [[nodiscard]] std::string_view name(std::size_t column) const { return names_.text(column); }
    [[nodiscard]] ColumnType type(std::size_t column) const { return columns_[column].type; }
    /// All columns, copied out of the file.
    [[nodiscard]] Columns columns() const;

  private:
    /// Of the arrays only that of the type of the column is filled.
    struct Stored {
        ColumnType type = ColumnType::int64;
        Array<std::uint8_t> validity;  ///< a bit a row, lowest first; empty: no nulls
        Array<std::int64_t> int64s;
        Array<double> float64s;
        Array<std::uint8_t> booleans;
        Array<std::int32_t> dates;
        Strings texts;
    };

    void read_values(SectionReader& file, const std::string& name, Stored& column) const;
    [[nodiscard]] Column column(const Stored& stored) const;

    std::size_t rows_ = 0;
    Strings names_;
    std::vector<Stored> columns_;
};

}  // namespace wortfeld::corpus
