// Whether everything that a file says of a corpus fits together.
#pragma once

#include "wortfeld/corpus/corpus.hpp"

namespace wortfeld::corpus {

/// Looks at all of a corpus in a file: tokens are where the text has their terms, words and
/// characters are as many as were counted, what is sorted is in order. `Error{bad_file}` naming the
/// section if not.
void require_sound(const Corpus& corpus);

}  // namespace wortfeld::corpus
