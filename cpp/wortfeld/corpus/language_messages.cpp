#include "wortfeld/corpus/language_messages.hpp"

#include "wortfeld/text/language.hpp"

#include <algorithm>

namespace wortfeld::corpus {

std::vector<std::string> language_messages(std::span<const std::string> codes) {
    std::vector<std::string> messages;
    for (const auto& code : codes) {
        if (code.empty() || text::language(code).has_rules()) continue;
        messages.push_back("there are no rules for language '" + code +
                           "'; generic ones were used");
    }
    if (std::ranges::find(codes, "") != codes.end()) {
        messages.emplace_back(
            "no language was given, so generic rules were used; "
            "pass language='de' for German sentences, amounts and dates");
    }
    return messages;
}

}  // namespace wortfeld::corpus
