// What a user may ask for: a word, or the beginning of one with a star, on the folded layer.
#pragma once

#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/corpus.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::index {

/// `word` or `prefix*`, folded.
struct Pattern {
    std::string folded;
    bool is_prefix = false;
};

/// `Error{bad_argument}` with the reason if the text is neither one word nor a prefix with a star.
Pattern parse_pattern(std::string_view text);

/// The terms whose folded value matches, ascending.
std::vector<TermId> matching_terms(const corpus::Corpus& corpus, const Pattern& pattern);

}  // namespace wortfeld::index
