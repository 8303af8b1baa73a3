// Sentences inside one zone, found on its tokens.
#pragma once

#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/text/guards.hpp"
#include "wortfeld/text/stretch.hpp"

#include <vector>

namespace wortfeld::text {

/// Appends the sentences of a stretch: one after the other, none empty, together the whole range.
/// A sentence ends behind its closing mark and the quotes and brackets that close behind it, if
/// what follows can start a sentence and no guard binds the mark to the word before it.
void split_sentences(const Stretch& stretch,
                     const Guards& guards,
                     std::vector<TokenSpan>& sentences,
                     StopSign stop = {});

/// Whether the stretch ends with a closing mark (full stop, question mark, …); quotes and brackets
/// behind it do not count.
bool ends_with_mark(const Stretch& stretch);

}  // namespace wortfeld::text
