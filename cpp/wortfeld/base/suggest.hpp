// Near names for a name nobody knows: the "did you mean" of every error message.
#pragma once

#include "wortfeld/base/error.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, counted in
/// code points (optimal string alignment: Damerau 1964, Levenshtein 1966; no part is edited twice).
/// Ill-formed UTF-8 counts as U+FFFD.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// Up to `most` of `known` that could have been meant by `name`, best first, ties in the order of
/// `known`. Near means: equal but for case and for `_`, `-` and spaces (A-Z only), one contains the
/// other (3 characters or more), or an edit distance of at most a third of the longer name.
[[nodiscard]] std::vector<std::string> near_names(std::string_view name,
                                                  std::span<const std::string_view> known,
                                                  std::size_t most = 3);

/// `Error{unknown_name}`: "unknown measure 'logdyce'; did you mean 'log_dice'?". Without a near
/// name a short list of what is known takes its place.
[[nodiscard]] Error unknown_name(std::string_view what,
                                 std::string_view name,
                                 std::span<const std::string_view> known);

/// The same where the near names were found by other means; `suggestions` best first.
[[nodiscard]] Error unknown_name_like(std::string_view what,
                                      std::string_view name,
                                      std::vector<std::string> suggestions);

}  // namespace wortfeld
