#include "wortfeld/entity/name_sentence.hpp"

#include <algorithm>

namespace wortfeld::entity {

bool NameSentence::is_tight(std::uint32_t token) const {
    return has(token) && span(token).begin == span(token - 1).end;
}

bool NameSentence::is_spaced(std::uint32_t token) const {
    if (!has(token) || is_tight(token)) return false;
    const auto gap = text({span(token - 1).end, span(token).begin});
    return gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool NameSentence::is_start(std::uint32_t token) const {
    if (token == begin()) return true;
    if (place_.decoded.tokens[token - 1].kind != text::TokenKind::punctuation) return false;
    return !is(token - 1, ",") && !is(token - 1, "(") && !is(token - 1, "-") && !is(token - 1, "/");
}

bool NameSentence::is_capital(std::uint32_t token) const {
    return has(token) && place_.decoded.tokens[token].kind == text::TokenKind::word &&
           trait(token).shape.is_capital && !is_covered(span(token), false);
}

bool NameSentence::is_covered(ByteSpan span, bool by_name) const {
    return std::any_of(place_.mentions.begin(), place_.mentions.end(), [&](const Mention& mention) {
        return mentions_.entity(mention).has_value() == by_name &&
               mention.span.begin <= span.begin && span.end <= mention.span.end;
    });
}

}  // namespace wortfeld::entity
