// Words of scripts that are written without spaces, by ICU's dictionaries.
#pragma once

#include "wortfeld/base/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wortfeld::text {

/// Appends the ends of the words of a segment with Thai, Lao, Khmer, Burmese, Chinese or Japanese,
/// in order; the last is the end of the segment. They depend on its characters alone.
void divide_by_dictionary(std::string_view text,
                          ByteSpan segment,
                          std::vector<std::uint32_t>& ends);

}  // namespace wortfeld::text
