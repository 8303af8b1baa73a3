// Calendar dates and times of day as bylines write them.
#pragma once

#include "wortfeld/base/span.hpp"
#include "wortfeld/text/language.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace wortfeld::text {

/// A complete date, perhaps with a time of day behind it.
struct Dateline {
    ByteSpan span;          ///< from the first digit or month to the end of the time
    std::int32_t days = 0;  ///< since 1970-01-01
    bool has_time = false;
};

/// The first complete date of a line: 2025-10-22, 22.10.2025, 22. Oktober 2025, October 22, 2025,
/// 22/10/2025 where no other reading is possible, 2025年10月22日; years 1500 to 2199. A date may
/// follow letters without a space, as where an author and a timestamp were glued.
std::optional<Dateline> find_dateline(std::string_view line, const Language& language);

}  // namespace wortfeld::text
