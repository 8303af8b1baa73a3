// Immutable named columns: the only form in which data leaves the core.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld {

/// The days that Python can tell, of the years 1 to 9999, counted from 1970-01-01.
inline constexpr std::int64_t first_day = -719'162;
inline constexpr std::int64_t last_day = 2'932'896;
inline constexpr std::int64_t microseconds_per_day = std::int64_t{86'400} * 1'000'000;

enum class ColumnType : std::uint8_t { int64, float64, boolean, text, date, datetime };

/// Values of one type with optional nulls. Dates are days since 1970-01-01, datetimes microseconds
/// since its midnight on a clock without a time zone. Copies share the data.
class Column {
  public:
    struct Data;
    explicit Column(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

    [[nodiscard]] ColumnType type() const noexcept;
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] std::size_t null_count() const noexcept;
    [[nodiscard]] bool is_null(std::size_t row) const noexcept;

    /// The values of a column of that type; the value at a null row is 0 or empty.
    [[nodiscard]] std::span<const std::int64_t> int64s() const;
    [[nodiscard]] std::span<const double> float64s() const;
    [[nodiscard]] std::span<const std::uint8_t> booleans() const;
    [[nodiscard]] std::span<const std::int32_t> dates() const;
    [[nodiscard]] std::span<const std::int64_t> datetimes() const;
    [[nodiscard]] std::string_view text(std::size_t row) const;

    /// Row `rows[i]` of this column becomes row i; rows may repeat.
    [[nodiscard]] Column take(std::span<const std::size_t> rows) const;

    [[nodiscard]] const Data& data() const noexcept { return *data_; }

  private:
    std::shared_ptr<const Data> data_;
};

struct Column::Data {
    ColumnType type = ColumnType::int64;
    std::size_t size = 0;
    std::vector<std::int64_t> int64s = {};  ///< integers, or microseconds of datetimes
    std::vector<double> float64s = {};
    std::vector<std::uint8_t> booleans = {};  ///< 0 or 1
    std::vector<std::int32_t> dates = {};
    std::vector<std::int64_t> text_offsets = {};  ///< text: size + 1 offsets into `text_bytes`
    std::string text_bytes = {};                  ///< UTF-8
    std::vector<std::uint8_t> validity = {};      ///< bit per row, lowest first; empty: no nulls
    std::size_t null_count = 0;
};

/// Appends values to a column of one type; `finish` ends it.
class ColumnWriter {
  public:
    explicit ColumnWriter(ColumnType type);

    /// The type of the value must be that of the column.
    void push(std::int64_t value);
    template <std::integral Integer>
        requires(!std::same_as<Integer, bool>)
    void push(Integer value) {
        push(static_cast<std::int64_t>(value));
    }
    void push(double value);
    void push(std::string_view value);
    void push_boolean(bool value);
    void push_date(std::int32_t days);
    void push_datetime(std::int64_t microseconds);
    void push_null();

    /// Appends a row of another column of this type.
    void push_from(const Column& column, std::size_t row);

    template <typename Value>
    void push(const std::optional<Value>& value) {
        if (value) {
            push(*value);
        } else {
            push_null();
        }
    }
    void push_date(std::optional<std::int32_t> days);

    [[nodiscard]] std::size_t size() const noexcept { return data_->size; }
    [[nodiscard]] Column finish() &&;

  private:
    void mark(bool valid);
    std::shared_ptr<Column::Data> data_;
};

/// Columns of equal length with unique names, in order. Never changed once made.
class Columns {
  public:
    using Named = std::pair<std::string, Column>;

    Columns() = default;
    /// `Error{bad_argument}` for unequal lengths or a name that comes twice.
    explicit Columns(std::vector<Named> columns);

    [[nodiscard]] std::size_t rows() const noexcept;
    [[nodiscard]] std::span<const Named> columns() const noexcept { return columns_; }
    /// The column of that name; `Error{unknown_name}` with near names otherwise.
    [[nodiscard]] const Column& column(std::string_view name) const;

    /// Rows may repeat; `Error{bad_argument}` for a row beyond the last.
    [[nodiscard]] Columns take(std::span<const std::size_t> taken) const;
    /// The rows [begin, end), clipped to the table.
    [[nodiscard]] Columns slice(std::size_t begin, std::size_t end) const;
    /// Stable sort by these columns in turn; ties by all columns from the first on, ascending.
    /// Texts in the order of their bytes. NaN and then nulls come last in either direction.
    [[nodiscard]] Columns sorted(std::span<const std::string_view> by, bool descending) const;
    [[nodiscard]] Columns sorted(std::string_view by, bool descending) const {
        return sorted(std::span(&by, 1), descending);
    }
    /// These columns, in this order; `Error{unknown_name}` for a name that is none.
    [[nodiscard]] Columns select(std::span<const std::string> names) const;
    /// The columns of both, this table's first; both have the same number of rows.
    [[nodiscard]] Columns joined(const Columns& other) const;
    /// The rows of all parts, one part after the other; they have the same columns of the same
    /// types.
    [[nodiscard]] static Columns stacked(std::span<const Columns> parts);
    /// The rows whose text in the column `in` is `key`, at least one, in order.
    /// `Error{unknown_name}` with near texts if there is none, `Error{bad_argument}` if the column
    /// does not hold text.
    [[nodiscard]] std::vector<std::size_t> rows_with(std::string_view in,
                                                     std::string_view key) const;

  private:
    std::vector<Named> columns_;
};

}  // namespace wortfeld
