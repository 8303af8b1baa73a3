#include "wortfeld/entity/case_policy.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <cstddef>

namespace wortfeld::entity {
namespace {

constexpr std::size_t longest_acronym = 3;       ///< letters: so short a name is told apart by case
constexpr std::size_t longest_common_word = 24;  ///< bytes; longer ones are not looked up

/// Letters of an alias, as far as its case policy depends on them.
struct Letters {
    std::size_t count = 0;
    bool has_lower = false;

    void add(char32_t code_point) {
        constexpr char32_t ascii = 0x80;
        if (code_point < ascii) {
            const auto is_lower = code_point >= U'a' && code_point <= U'z';
            if (!is_lower && (code_point < U'A' || code_point > U'Z')) return;
            ++count;
            has_lower = has_lower || is_lower;
        } else if (text::is_letter(code_point)) {
            ++count;
            has_lower = has_lower || !text::is_upper_case(code_point);
        }
    }
};

bool is_acronym_or_short(std::string_view alias) {
    Letters letters;
    for (std::size_t position = 0; position < alias.size();) {
        letters.add(utf8::next(alias, position));
        if (letters.count > longest_acronym && letters.has_lower) return false;
    }
    return true;
}

}  // namespace

AutomaticCase::AutomaticCase() {
    for (const auto code : text::languages_with_rules()) {
        common_words_.push_back(&text::language(code).forms("common_word"));
    }
}

CasePolicy AutomaticCase::of(std::string_view alias, std::string_view language) const {
    return is_acronym_or_short(alias) || is_common_word(alias, language) ? CasePolicy::exact
                                                                         : CasePolicy::fold;
}

bool AutomaticCase::is_common_word(std::string_view alias, std::string_view language) const {
    if (alias.size() > longest_common_word || alias.find(' ') != std::string_view::npos) {
        return false;
    }
    const auto folded = text::fold(alias);
    if (!language.empty()) {
        return text::language(language).find("common_word", folded) != nullptr;
    }
    return std::any_of(common_words_.begin(), common_words_.end(), [&](const text::Forms* forms) {
        return forms->contains(folded);
    });
}

}  // namespace wortfeld::entity
