// Whether two corpora hold the same, byte for byte.
#pragma once

#include "wortfeld/corpus/corpus.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace wortfeld::testing {

template <typename T>
bool is_equal(const Array<T>& a, const Array<T>& b) {
    const auto left = std::as_bytes(a.all());
    const auto right = std::as_bytes(b.all());
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

inline bool is_equal(const corpus::Strings& a, const corpus::Strings& b) {
    return is_equal(a.bytes, b.bytes) && is_equal(a.begins, b.begins);
}

template <typename Lists, std::size_t... Place>
void expect_equal_lists(const Lists& a, const Lists& b, std::index_sequence<Place...> /*all*/) {
    const std::vector<bool> equal{is_equal(std::get<Place>(a), std::get<Place>(b))...};
    EXPECT_EQ(equal, std::vector<bool>(equal.size(), true));
}

template <typename... List>
void expect_equal_lists(const std::tuple<List...>& a, const std::tuple<List...>& b) {
    expect_equal_lists(a, b, std::index_sequence_for<List...>());
}

inline void expect_equal(const corpus::Corpus& a, const corpus::Corpus& b) {
    expect_equal_lists(corpus::document_lists(a.store()), corpus::document_lists(b.store()));
    expect_equal_lists(corpus::inner_lists(a.store()), corpus::inner_lists(b.store()));
    expect_equal_lists(corpus::string_lists(a.store()), corpus::string_lists(b.store()));
    EXPECT_EQ(a.totals(), b.totals());
    EXPECT_EQ(a.rules(), b.rules());
}

}  // namespace wortfeld::testing
