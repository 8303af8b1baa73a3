#include "wortfeld/entity/case_policy.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace wortfeld::entity {
namespace {

constexpr std::size_t longest_acronym = 3;       ///< letters: so short a name is told apart by case
constexpr std::size_t longest_common_word = 64;  ///< bytes; longer ones are not looked up

bool is_acronym_or_short(std::string_view alias) {
    std::size_t letters = 0;
    auto has_lower = false;
    for (std::size_t position = 0; position < alias.size();) {
        const auto code_point = utf8::next(alias, position);
        if (!text::is_letter(code_point)) continue;
        ++letters;
        has_lower = has_lower || !text::is_upper_case(code_point);
    }
    return letters <= longest_acronym || !has_lower;
}

bool is_common_in(std::string_view folded, std::string_view language) {
    return text::language(language).find("common_word", folded) != nullptr;
}

bool is_common_word(std::string_view alias, std::string_view language) {
    if (alias.size() > longest_common_word || alias.find(' ') != std::string_view::npos) {
        return false;
    }
    const auto folded = text::fold(alias);
    if (!language.empty()) return is_common_in(folded, language);
    const auto codes = text::languages_with_rules();
    return std::any_of(codes.begin(), codes.end(), [&](std::string_view code) {
        return is_common_in(folded, code);
    });
}

}  // namespace

CasePolicy automatic_case(std::string_view alias, std::string_view language) {
    return is_acronym_or_short(alias) || is_common_word(alias, language) ? CasePolicy::exact
                                                                         : CasePolicy::fold;
}

}  // namespace wortfeld::entity
