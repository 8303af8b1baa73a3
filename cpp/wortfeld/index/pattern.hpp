// What a user may ask for: a word, or the beginning of one with a star, on the folded layer.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::index {

/// `word` or `prefix*`.
struct Pattern {
    std::string word;  ///< as given, without the star
    bool is_prefix = false;
};

/// `Error{bad_argument}` with the reason if the text is neither one word nor a prefix with a star.
Pattern parse_pattern(std::string_view text);

/// The terms that match in documents of a group of languages of the folded layer, ascending:
/// pattern and terms are folded as the group folds.
std::vector<TermId> matching_terms(const corpus::Corpus& corpus,
                                   const Pattern& pattern,
                                   std::size_t group);

}  // namespace wortfeld::index
