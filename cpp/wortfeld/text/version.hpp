// Which rules and which Unicode made a corpus; stored with every result.
#pragma once

#include <string_view>

namespace wortfeld::text {

/// The version of the rules for words, sentences, zones and language data. It changes with every
/// release that finds something else: corpus files of another one are refused, corpora are not
/// appended to one another. "1" is that of the first release; until then it stays as the rules
/// grow, and a corpus file is to be made again after an update.
inline constexpr std::string_view rules_version = "1";

/// The version of Unicode behind the character properties, for example "15.0".
std::string_view unicode_version() noexcept;
/// The version of ICU that runs, for example "72.1".
std::string_view icu_version() noexcept;

}  // namespace wortfeld::text
