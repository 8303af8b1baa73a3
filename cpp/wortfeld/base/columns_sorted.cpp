#include "wortfeld/base/columns.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace wortfeld {
namespace {

constexpr auto sign_bit = std::uint64_t{1} << 63U;

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
        case ColumnType::datetime:
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

/// The first eight bytes as a number in the order of the texts; shorter texts end in zeros.
std::uint64_t text_rank(std::string_view text) {
    std::uint64_t rank = 0;
    for (std::size_t i = 0; i < sizeof rank; ++i) {
        rank = rank << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return rank;
}

/// Turns a double into a number in the same order; -0 and 0 become the same.
std::uint64_t float_rank(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    return (bits & sign_bit) != 0 ? ~bits : bits | sign_bit;
}

std::uint64_t signed_rank(std::int64_t value) {
    return static_cast<std::uint64_t>(value) ^ sign_bit;
}

std::uint64_t value_rank(const Column::Data& data, std::size_t row) {
    switch (data.type) {
        case ColumnType::int64:
        case ColumnType::datetime:
            return signed_rank(data.int64s[row]);
        case ColumnType::float64:
            return float_rank(data.float64s[row]);
        case ColumnType::boolean:
            return data.booleans[row];
        case ColumnType::date:
            return signed_rank(data.dates[row]);
        case ColumnType::text:
            return text_rank(text_at(data, row));
    }
    return 0;
}

/// A row with a number that sorts as the first key does, or is equal where that one differs. Most
/// comparisons end at this number, which lies beside the row and not in a column far away.
struct RankedRow {
    std::uint64_t rank;
    std::size_t row;
};

std::vector<RankedRow> ranked_rows(const SortKey& key) {
    std::vector<RankedRow> ranked(key.data.size);
    for (std::size_t row = 0; row < ranked.size(); ++row) {
        ranked[row].row = row;
        if (absence(key.data, row) != 0) {
            ranked[row].rank = std::numeric_limits<std::uint64_t>::max();
        } else {
            const auto rank = value_rank(key.data, row);
            ranked[row].rank = key.descending ? ~rank : rank;
        }
    }
    return ranked;
}

}  // namespace

Columns Columns::sorted(std::span<const std::string_view> by, bool descending) const {
    std::vector<SortKey> keys;
    keys.reserve(by.size() + columns_.size());
    for (const auto name : by) keys.push_back({column(name).data(), descending});
    for (const auto& named : columns_) keys.push_back({named.second.data(), false});
    if (keys.empty()) return *this;
    auto ranked = ranked_rows(keys.front());
    std::ranges::sort(ranked, [&](const RankedRow& a, const RankedRow& b) {
        if (a.rank != b.rank) return a.rank < b.rank;
        for (const auto& key : keys) {
            const auto compared = compare_rows(key, a.row, b.row);
            if (compared != 0) return compared < 0;
        }
        return a.row < b.row;
    });
    std::vector<std::size_t> order(ranked.size());
    std::ranges::transform(ranked, order.begin(), &RankedRow::row);
    return take(order);
}

}  // namespace wortfeld
