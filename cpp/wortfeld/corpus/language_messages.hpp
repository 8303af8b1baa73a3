// What a user is told about the languages of documents.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace wortfeld::corpus {

/// What follows from documents of those languages, the empty code for one that is not known: a
/// sentence for each language without rules, in their order, then one if some are not known.
[[nodiscard]] std::vector<std::string> language_messages(std::span<const std::string> codes);

}  // namespace wortfeld::corpus
