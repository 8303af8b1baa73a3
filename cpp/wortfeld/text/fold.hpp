// How forms are looked up and how the folded layer counts.
#pragma once

#include <string>
#include <string_view>

namespace wortfeld::text {

/// What languages and users may ask of folding.
struct FoldRules {
    bool dotless_i = false;     ///< I is the capital of ı and İ that of i, as in Turkish
    bool fold_sharp_s = false;  ///< ß and ẞ become ss
};

/// The rules of a language: `dotless_i` for Turkish and Azerbaijani (tr, tur, az, aze).
FoldRules fold_rules(std::string_view language_code) noexcept;

/// NFKC case folding with ß kept: Unicode maps ß to ss, here ß and ẞ become ß, so that Maße and
/// Masse stay apart. Ligatures, width and compatibility forms are unified; ignorable code points
/// (soft hyphen, joiners, variation selectors) vanish. A text of nothing else is returned as it is,
/// so only an empty text folds to an empty one. Well-formed UTF-8 in, well-formed UTF-8 out;
/// folding twice changes nothing.
std::string fold(std::string_view text);
std::string fold(std::string_view text, FoldRules rules);
/// Appends the folded text; for many short ones.
void fold_into(std::string_view text, std::string& result);

}  // namespace wortfeld::text
