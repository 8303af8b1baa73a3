// How forms are looked up and how the folded layer counts.
#pragma once

#include <string>
#include <string_view>

namespace wortfeld::text {

/// NFKC case folding with ß kept: Unicode maps ß to ss, here ß and ẞ become ß, so that Maße and
/// Masse stay apart. Ligatures, width and compatibility forms are unified; ignorable code points
/// (soft hyphen, joiners, variation selectors) vanish. A text of nothing else is returned as it is,
/// so only an empty text folds to an empty one. Well-formed UTF-8 in, well-formed UTF-8 out;
/// folding twice changes nothing.
std::string fold(std::string_view text);

}  // namespace wortfeld::text
