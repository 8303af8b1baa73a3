// The title and the lead of a document.
#pragma once

#include "wortfeld/text/blocks.hpp"
#include "wortfeld/text/language.hpp"

#include <string_view>

namespace wortfeld::text {

/// Gives the zones `title` and `lead` to blocks in the head that are body as yet. A title needs a
/// body of some size behind it; a lead needs a title and a byline.
void mark_title_and_lead(std::string_view text, const Language& language, Blocks& blocks);

}  // namespace wortfeld::text
