// What must hold for the values of a section before anybody computes with them.
#pragma once

#include "wortfeld/base/array.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace wortfeld {

/// Every value is allowed.
struct Anything {};
/// Ids, enumerators: every value is below the limit.
struct Below {
    std::uint64_t limit = 0;
};
/// Ends and begins in another array of that size: no value is below the one before it or above the
/// limit.
struct Ascending {
    std::uint64_t limit = 0;
};
/// Where neighbours begin that fill another array of that size, and where the last ends: ascending
/// from 0 to the limit.
struct Dividing {
    std::uint64_t limit = 0;
};
/// Numbers from `lowest` to `highest`.
struct Within {
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
};
/// UTF-8, whatever boundaries the blocks have.
struct WellFormed {};

namespace detail {

template <Storable T>
constexpr std::uint64_t as_number(T value) noexcept {
    return static_cast<std::uint64_t>(value);
}

std::string above_limit(std::size_t position, std::uint64_t value, std::uint64_t limit);
std::string out_of_order(std::size_t position, std::uint64_t value, std::uint64_t before);
std::string not_an_end(std::string_view which, std::uint64_t value, std::uint64_t expected);
std::string outside(std::size_t position, std::int64_t value);
std::optional<std::string> ill_formed(std::string_view all, std::size_t begin, std::size_t end);

}  // namespace detail

template <Storable T>
SectionCheck check_of(std::span<const T> /*values*/, Anything /*check*/) {
    return {};
}

template <Storable T>
SectionCheck check_of(std::span<const T> values, Below check) {
    return [values, check](std::size_t begin, std::size_t end) -> std::optional<std::string> {
        T highest{};
        for (auto i = begin; i < end; ++i) highest = std::max(highest, values[i]);
        if (detail::as_number(highest) < check.limit) return std::nullopt;
        return detail::above_limit(begin, detail::as_number(highest), check.limit);
    };
}

template <Storable T>
SectionCheck check_of(std::span<const T> values, Ascending check) {
    return [values, check](std::size_t begin, std::size_t end) -> std::optional<std::string> {
        // Without a branch at every value: which one is wrong is asked only if one is.
        auto falls = false;
        for (auto i = std::max<std::size_t>(begin, 1); i < end; ++i) {
            falls |= values[i] < values[i - 1];
        }
        if (!falls && detail::as_number(values[end - 1]) <= check.limit) return std::nullopt;
        auto before = begin == 0 ? 0 : detail::as_number(values[begin - 1]);
        for (auto i = begin; i < end; ++i) {
            const auto value = detail::as_number(values[i]);
            if (value < before) return detail::out_of_order(i, value, before);
            before = value;
        }
        if (before <= check.limit) return std::nullopt;
        return detail::above_limit(begin, before, check.limit);
    };
}

template <Storable T>
SectionCheck check_of(std::span<const T> values, Dividing check) {
    const auto order = check_of(values, Ascending{check.limit});
    return
        [values, check, order](std::size_t begin, std::size_t end) -> std::optional<std::string> {
            if (begin == 0 && values.front() != T{}) {
                return detail::not_an_end("first", detail::as_number(values.front()), 0);
            }
            const auto last = detail::as_number(values.back());
            if (end == values.size() && last != check.limit) {
                return detail::not_an_end("last", last, check.limit);
            }
            return order(begin, end);
        };
}

template <Storable T>
SectionCheck check_of(std::span<const T> values, Within check) {
    return [values, check](std::size_t begin, std::size_t end) -> std::optional<std::string> {
        for (auto i = begin; i < end; ++i) {
            if (values[i] < check.lowest || values[i] > check.highest) {
                return detail::outside(i, values[i]);
            }
        }
        return std::nullopt;
    };
}

inline SectionCheck check_of(std::span<const char> values, WellFormed /*check*/) {
    return [values](std::size_t begin, std::size_t end) {
        return detail::ill_formed({values.data(), values.size()}, begin, end);
    };
}

}  // namespace wortfeld
