// Lines that belong to the page, not to the text: navigation, advertisements, syndication notes.
#pragma once

#include "wortfeld/text/language.hpp"

#include <string_view>

namespace wortfeld::text {

/// The id of the row that makes a line page furniture, or empty. Rows of the language, by category:
/// `furniture` (value `alone`: a line of such words is none of the text; `joined`: only beside
/// those; `home`: starts a path; `site`: two of them do), `furniture_lead` (a beginning, then a
/// colon or the end of the line).
std::string_view furniture_rule(std::string_view line, const Language& language);

/// The id of the row that makes one of the last lines a syndication note, or empty. Rows: `footer`
/// (a beginning; value `colon` or `year`: what must follow), `footer_subject` (a beginning) with
/// one of `footer_cue` behind it.
std::string_view footer_rule(std::string_view line, const Language& language);

}  // namespace wortfeld::text
