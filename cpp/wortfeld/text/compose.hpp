// One spelling of canonically equal texts.
#pragma once

#include <string>
#include <string_view>

namespace wortfeld::text {

/// The text in normalisation form C, in which letters and their marks are one where they can be.
/// Well-formed UTF-8 in, well-formed UTF-8 out.
std::string composed(std::string_view text);

}  // namespace wortfeld::text
