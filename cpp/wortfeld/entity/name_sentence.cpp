#include "wortfeld/entity/name_sentence.hpp"

#include "wortfeld/entity/native_spelling.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <array>

namespace wortfeld::entity {

std::string normalised(std::string_view text) {
    std::string name;
    for (const auto byte : text) {
        const auto is_space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        if (!is_space) {
            name += byte;
        } else if (!name.empty() && name.back() != ' ') {
            name += ' ';
        }
    }
    return name;
}

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

bool NameSentence::begins_firm(std::uint32_t token) const {
    constexpr std::array others{
        Cue::determiner, Cue::function, Cue::title, Cue::role, Cue::legal_form};
    const auto& word = trait(token);
    const auto is_other =
        std::any_of(others.begin(), others.end(), [&](Cue cue) { return word.cues.has(cue); });
    if (is_other) return false;
    if (word.doubt <= most_doubt || (has(token + 1) && is_legal_form(token + 1))) return true;
    const auto folded = text::fold(surface(token));
    return ends_with_any(folded, native_spelling().adjective_endings) && !is_start(token);
}

std::uint32_t NameSentence::end_of_firm(std::uint32_t token) const {
    constexpr std::uint32_t longest = 9;  // tokens, hyphens and & among them
    if (!begins_firm(token)) return nowhere;
    auto last = nowhere;
    for (auto next = token + 1; has(next) && next < token + longest; ++next) {
        const auto is_joint = is(next, "&") || (is(next, "-") && is_tight(next));
        if (is_legal_form(next)) {
            last = next;
        } else if (!is_joint && !is(next, "Co") && (last != nowhere || !is_capital(next))) {
            // `& Co` stands between two legal forms.
            return last;
        }
    }
    return last;
}

bool NameSentence::is_covered(ByteSpan span, bool by_name) const {
    return std::any_of(place_.mentions.begin(), place_.mentions.end(), [&](const Mention& mention) {
        return mentions_.entity(mention).has_value() == by_name &&
               mention.span.begin <= span.begin && span.end <= mention.span.end;
    });
}

}  // namespace wortfeld::entity
