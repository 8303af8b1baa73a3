// Binary search that looks at no more values than it must: each may be verified when touched.
#pragma once

#include <cstddef>

namespace wortfeld::corpus {

/// The first place in [0, size) for which `is_above(place)` holds, or `size`; it must hold for all
/// places behind that one.
template <typename IsAbove>
std::size_t first_place(std::size_t size, IsAbove is_above) {
    std::size_t begin = 0;
    while (size > 0) {
        const auto half = size / 2;
        if (is_above(begin + half)) {
            size = half;
        } else {
            begin += half + 1;
            size -= half + 1;
        }
    }
    return begin;
}

}  // namespace wortfeld::corpus
