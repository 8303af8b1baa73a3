// What the letters of a word alone say about whether it is a name.
#pragma once

#include <string_view>

namespace wortfeld::entity {

struct WordShape {
    bool is_lower = false;      ///< begins with a small letter and has no capital
    bool is_capital = false;    ///< begins with a capital, or has one inside
    bool is_acronym = false;    ///< capitals only, two or more, no Roman number: NVIDIA
    bool has_inner = false;     ///< a capital behind a small letter, or a digit beside letters
    bool is_foreign = false;    ///< letters that native words rarely have: Renxun, Systèmes
    bool is_noun = false;       ///< ends as derived nouns do: -ung, -keit
    bool is_roman = false;      ///< a Roman number: II
    bool is_adjective = false;  ///< ends as declined adjectives do: große
    unsigned letters = 0;       ///< number of code points
};

/// Looks at one word.
WordShape word_shape(std::string_view word);

/// A word without `'s` or `’s`, with whether it had one.
struct Possessive {
    std::string_view name;
    bool is_possessive = false;
};
Possessive without_possessive(std::string_view word) noexcept;

}  // namespace wortfeld::entity
