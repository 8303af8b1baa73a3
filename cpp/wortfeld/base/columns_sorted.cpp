#include "wortfeld/base/columns.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wortfeld {
namespace {

/// A column that decides the order of rows, in one direction.
struct SortKey {
    const Column::Data& data;
    bool descending = false;
};

template <typename Value>
int compare(const Value& a, const Value& b) {
    return a < b ? -1 : static_cast<int>(b < a);
}

std::string_view text_at(const Column::Data& data, std::size_t row) {
    const auto begin = static_cast<std::size_t>(data.text_offsets[row]);
    const auto end = static_cast<std::size_t>(data.text_offsets[row + 1]);
    return std::string_view(data.text_bytes).substr(begin, end - begin);
}

int compare_values(const Column::Data& data, std::size_t a, std::size_t b) {
    switch (data.type) {
        case ColumnType::int64:
            return compare(data.int64s[a], data.int64s[b]);
        case ColumnType::float64:
            return compare(data.float64s[a], data.float64s[b]);
        case ColumnType::boolean:
            return compare(data.booleans[a], data.booleans[b]);
        case ColumnType::date:
            return compare(data.dates[a], data.dates[b]);
        case ColumnType::text:
            return text_at(data, a).compare(text_at(data, b));
    }
    return 0;
}

/// 0 for a value, 1 for NaN, 2 for null: what has no value comes last in either direction.
int absence(const Column::Data& data, std::size_t row) {
    const auto null = !data.validity.empty() && (data.validity[row / 8] >> row % 8 & 1U) == 0;
    if (null) return 2;
    return static_cast<int>(data.type == ColumnType::float64 && std::isnan(data.float64s[row]));
}

int compare_rows(const SortKey& key, std::size_t a, std::size_t b) {
    const auto absent_a = absence(key.data, a);
    const auto absent_b = absence(key.data, b);
    if (absent_a != 0 || absent_b != 0) return absent_a - absent_b;
    return key.descending ? compare_values(key.data, b, a) : compare_values(key.data, a, b);
}

}  // namespace

Columns Columns::sorted(std::span<const std::string_view> by, bool descending) const {
    std::vector<SortKey> keys;
    keys.reserve(by.size() + columns_.size());
    for (const auto name : by) keys.push_back({column(name).data(), descending});
    for (const auto& named : columns_) keys.push_back({named.second.data(), false});
    std::vector<std::size_t> order(rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        for (const auto& key : keys) {
            if (const auto compared = compare_rows(key, a, b); compared != 0) return compared < 0;
        }
        return false;
    });
    return take(order);
}

}  // namespace wortfeld
