#include "wortfeld/base/columns.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/suggest.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_set>

namespace wortfeld {
namespace {

constexpr std::size_t bits_per_byte = 8;
constexpr unsigned all_bits = 0xFF;

template <typename Value>
std::vector<Value> gather(const std::vector<Value>& values, std::span<const std::size_t> rows) {
    std::vector<Value> taken;
    if (values.empty()) return taken;
    taken.reserve(rows.size());
    for (const auto row : rows) taken.push_back(values[row]);
    return taken;
}

void gather_text(const Column& column, std::span<const std::size_t> rows, Column::Data& taken) {
    std::size_t bytes = 0;
    for (const auto row : rows) bytes += column.text(row).size();
    taken.text_bytes.reserve(bytes);
    taken.text_offsets.reserve(rows.size() + 1);
    taken.text_offsets.push_back(0);
    for (const auto row : rows) {
        taken.text_bytes += column.text(row);
        taken.text_offsets.push_back(static_cast<std::int64_t>(taken.text_bytes.size()));
    }
}

void gather_validity(const Column& column, std::span<const std::size_t> rows, Column::Data& taken) {
    std::vector<std::uint8_t> validity((rows.size() + bits_per_byte - 1) / bits_per_byte);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (column.is_null(rows[i])) {
            ++taken.null_count;
        } else {
            validity[i / bits_per_byte] |= static_cast<std::uint8_t>(1U << i % bits_per_byte);
        }
    }
    if (taken.null_count > 0) taken.validity = std::move(validity);
}

Error unequal_lengths(const Columns::Named& first, const Columns::Named& other) {
    return {ErrorKind::bad_argument,
            "column '" + other.first + "' has " + std::to_string(other.second.size()) +
                " rows, column '" + first.first + "' has " + std::to_string(first.second.size()) +
                "; all columns of a table have the same number of rows"};
}

/// In the order of their first rows.
std::vector<std::string_view> distinct_texts(const Column& column) {
    std::vector<std::string_view> distinct;
    std::unordered_set<std::string_view> seen;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_null(row)) continue;
        const auto text = column.text(row);
        if (seen.insert(text).second) distinct.push_back(text);
    }
    return distinct;
}

}  // namespace

ColumnType Column::type() const noexcept {
    return data_->type;
}
std::size_t Column::size() const noexcept {
    return data_->size;
}
std::size_t Column::null_count() const noexcept {
    return data_->null_count;
}

bool Column::is_null(std::size_t row) const noexcept {
    assert(row < data_->size);
    if (data_->validity.empty()) return false;
    return (data_->validity[row / bits_per_byte] >> row % bits_per_byte & 1U) == 0;
}

std::span<const std::int64_t> Column::int64s() const {
    assert(data_->type == ColumnType::int64);
    return data_->int64s;
}

std::span<const double> Column::float64s() const {
    assert(data_->type == ColumnType::float64);
    return data_->float64s;
}

std::span<const std::uint8_t> Column::booleans() const {
    assert(data_->type == ColumnType::boolean);
    return data_->booleans;
}

std::span<const std::int32_t> Column::dates() const {
    assert(data_->type == ColumnType::date);
    return data_->dates;
}

std::span<const std::int64_t> Column::datetimes() const {
    assert(data_->type == ColumnType::datetime);
    return data_->int64s;
}

std::string_view Column::text(std::size_t row) const {
    assert(data_->type == ColumnType::text && row < data_->size);
    const auto begin = static_cast<std::size_t>(data_->text_offsets[row]);
    const auto end = static_cast<std::size_t>(data_->text_offsets[row + 1]);
    return std::string_view(data_->text_bytes).substr(begin, end - begin);
}

Column Column::take(std::span<const std::size_t> rows) const {
    auto taken = std::make_shared<Data>();
    taken->type = data_->type;
    taken->size = rows.size();
    taken->int64s = gather(data_->int64s, rows);
    taken->float64s = gather(data_->float64s, rows);
    taken->booleans = gather(data_->booleans, rows);
    taken->dates = gather(data_->dates, rows);
    if (data_->type == ColumnType::text) gather_text(*this, rows, *taken);
    if (data_->null_count > 0) gather_validity(*this, rows, *taken);
    return Column(std::move(taken));
}

ColumnWriter::ColumnWriter(ColumnType type) : data_(std::make_shared<Column::Data>()) {
    data_->type = type;
    if (type == ColumnType::text) data_->text_offsets.push_back(0);
}

void ColumnWriter::mark(bool valid) {
    auto& validity = data_->validity;
    const auto row = data_->size++;
    if (!valid) ++data_->null_count;
    if (validity.empty() && valid) return;
    const auto bit = row % bits_per_byte;
    if (validity.empty()) {
        // The first null: every row before it is valid.
        validity.assign(row / bits_per_byte, all_bits);
        if (bit != 0) validity.push_back(static_cast<std::uint8_t>((1U << bit) - 1U));
    }
    if (bit == 0) validity.push_back(0);
    if (valid) validity.back() |= static_cast<std::uint8_t>(1U << bit);
}

void ColumnWriter::push(std::int64_t value) {
    assert(data_->type == ColumnType::int64);
    data_->int64s.push_back(value);
    mark(true);
}

void ColumnWriter::push(double value) {
    assert(data_->type == ColumnType::float64);
    data_->float64s.push_back(value);
    mark(true);
}

void ColumnWriter::push(std::string_view value) {
    assert(data_->type == ColumnType::text);
    data_->text_bytes += value;
    data_->text_offsets.push_back(static_cast<std::int64_t>(data_->text_bytes.size()));
    mark(true);
}

void ColumnWriter::push_boolean(bool value) {
    assert(data_->type == ColumnType::boolean);
    data_->booleans.push_back(value ? 1 : 0);
    mark(true);
}

void ColumnWriter::push_date(std::int32_t days) {
    assert(data_->type == ColumnType::date);
    data_->dates.push_back(days);
    mark(true);
}

void ColumnWriter::push_datetime(std::int64_t microseconds) {
    assert(data_->type == ColumnType::datetime);
    data_->int64s.push_back(microseconds);
    mark(true);
}

void ColumnWriter::push_date(std::optional<std::int32_t> days) {
    if (days) {
        push_date(*days);
    } else {
        push_null();
    }
}

void ColumnWriter::push_null() {
    switch (data_->type) {
        case ColumnType::int64:
        case ColumnType::datetime:
            data_->int64s.push_back(0);
            break;
        case ColumnType::float64:
            data_->float64s.push_back(0.0);
            break;
        case ColumnType::boolean:
            data_->booleans.push_back(0);
            break;
        case ColumnType::date:
            data_->dates.push_back(0);
            break;
        case ColumnType::text:
            data_->text_offsets.push_back(data_->text_offsets.back());
            break;
    }
    mark(false);
}

Column ColumnWriter::finish() && {
    return Column(std::move(data_));
}

Columns::Columns(std::vector<Named> columns) : columns_(std::move(columns)) {
    std::unordered_set<std::string_view> names;
    for (const auto& named : columns_) {
        if (!names.insert(named.first).second) {
            throw Error(ErrorKind::bad_argument,
                        "two columns are named '" + named.first + "'; names are unique");
        }
        if (named.second.size() != rows()) throw unequal_lengths(columns_.front(), named);
    }
}

std::size_t Columns::rows() const noexcept {
    return columns_.empty() ? 0 : columns_.front().second.size();
}

const Column& Columns::column(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name, &Named::first);
    if (found != columns_.end()) return found->second;
    std::vector<std::string_view> known;
    for (const auto& [other, values] : columns_) known.emplace_back(other);
    throw unknown_name("column", name, known);
}

Columns Columns::take(std::span<const std::size_t> taken) const {
    const auto beyond = std::ranges::find_if(taken, [&](auto row) { return row >= rows(); });
    if (beyond != taken.end()) {
        throw Error(ErrorKind::bad_argument,
                    "row " + std::to_string(*beyond) + " of a table with " +
                        std::to_string(rows()) + " rows; rows are counted from 0");
    }
    std::vector<Named> columns;
    columns.reserve(columns_.size());
    for (const auto& [name, column] : columns_) columns.emplace_back(name, column.take(taken));
    return Columns(std::move(columns));
}

Columns Columns::slice(std::size_t begin, std::size_t end) const {
    const auto last = std::min(end, rows());
    const auto first = std::min(begin, last);
    if (last - first == rows()) return *this;
    std::vector<std::size_t> kept(last - first);
    std::iota(kept.begin(), kept.end(), first);
    return take(kept);
}

Columns Columns::joined(const Columns& other) const {
    auto columns = columns_;
    columns.insert(columns.end(), other.columns_.begin(), other.columns_.end());
    return Columns(std::move(columns));
}

std::vector<std::size_t> Columns::rows_with(std::string_view in, std::string_view key) const {
    std::vector<std::size_t> found;
    const auto& searched = column(in);
    if (searched.type() != ColumnType::text) {
        throw Error(ErrorKind::bad_argument, "column '" + std::string(in) + "' does not hold text");
    }
    for (std::size_t row = 0; row < searched.size(); ++row) {
        if (!searched.is_null(row) && searched.text(row) == key) found.push_back(row);
    }
    if (found.empty()) throw unknown_name(in, key, distinct_texts(searched));
    return found;
}

}  // namespace wortfeld
