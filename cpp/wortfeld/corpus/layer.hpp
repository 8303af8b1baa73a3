// A layer maps each term to a value once, whatever the number of its tokens.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/strings.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace wortfeld::corpus {

/// The values of all terms under one mapping, numbered by first appearance.
struct Layer {
    Array<ValueId> value_of_term;
    StringTable<ValueId> values;
    Array<TermId> terms_by_value = {};  ///< in the order of their values' bytes; empty: not known

    [[nodiscard]] ValueId value(TermId term) const { return value_of_term.at(number(term)); }
};

/// As written, and folded: NFKC case folding with ß kept, the default for counting.
inline constexpr std::string_view surface_layer = "surface";
inline constexpr std::string_view folded_layer = "folded";
inline constexpr std::array layer_names{surface_layer, folded_layer};

/// The place of a name in `layer_names`; `Error{bad_argument}` for any other name.
std::size_t layer_number(std::string_view name);

/// The terms in the order of their values' bytes, equal ones ascending.
Array<TermId> terms_by_value(const Layer& layer);

Layer make_layer(const Vocabulary& vocabulary, std::string_view name);

}  // namespace wortfeld::corpus
