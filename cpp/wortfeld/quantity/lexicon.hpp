// The words of a language that matter to quantities, ready for look-up.
#pragma once

#include "wortfeld/quantity/categories.hpp"
#include "wortfeld/quantity/decimal.hpp"
#include "wortfeld/quantity/endings.hpp"
#include "wortfeld/text/language.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace wortfeld::quantity {

/// One meaning of a word or phrase: a row of the data file.
struct Sense {
    Category category = Category::number;
    std::string_view form;
    std::string_view value;
    Decimal amount;           ///< the value where it is a decimal number, else 0
    std::int32_t number = 0;  ///< the value where it is a small integer, else 0
};

struct Word;

/// Several words with one meaning.
struct Phrase {
    Sense sense;
    std::vector<const Word*> words;
};

/// A word of the data file, folded: its own meanings and the phrases it starts or ends.
struct Word {
    CategorySet categories = 0;  ///< of its own meanings
    CategorySet starting = 0;    ///< of its own meanings and of the phrases it starts
    CategorySet ending = 0;      ///< of its own meanings and of the phrases it ends
    std::vector<Sense> senses;
    std::vector<Phrase> starts;  ///< longest first
    std::vector<Phrase> ends;    ///< longest first

    /// Its own meaning in a category, or null.
    [[nodiscard]] const Sense* sense(Category category) const noexcept;
};

/// A word that spells a number, perhaps with an ending that says of what.
struct NumberWord {
    Decimal value;
    const Sense* tail = nullptr;  ///< percent_suffix, duration_suffix, times_suffix, or null
};

/// How a language writes numbers in digits.
struct NumberFormat {
    char decimal_mark = ',';
    std::string group_marks;  ///< ASCII marks between groups of three
};

/// How a language writes nouns and dates: its rows of category `writing`.
struct Writing {
    bool capital_nouns = false;   ///< every noun has a capital, and few other words have: Jahr
    bool spaced_numbers = false;  ///< a number is spelled in several words: two hundred and five
    bool day_stop = false;        ///< the number of a day has a full stop: 10. März
    bool month_first = false;     ///< March 10, 3/10/2026
    bool year_comma = false;      ///< a comma may stand before the year: March 10, 2026
    bool small_months = false;    ///< the names of months have no capital: en mars
    std::string_view possessive = {};        ///< makes a genitive of any word: last year's
    std::string_view decade = {};            ///< what follows the digits of a decade: 1990er, 1990s
    std::string_view inflected_decade = {};  ///< the same in other cases: in den 1970ern
    std::string_view decade_apart = {};      ///< the same behind an apostrophe: the 1990's
};

/// Refers to the rows of the language it was made from.
class Lexicon {
  public:
    explicit Lexicon(const text::Language& language);
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;
    Lexicon(Lexicon&&) = default;
    Lexicon& operator=(Lexicon&&) = delete;
    ~Lexicon() = default;

    /// What is known of a word, or null. The pointer lives as long as the lexicon.
    [[nodiscard]] const Word* find(const std::string& folded) const;
    /// The reading of a compound number word: "zweihundertfünfunddreißig", "zehnjährige".
    [[nodiscard]] std::optional<NumberWord> number_word(std::string_view folded) const;
    /// What stands behind a number in one word: the "jährige" of zehnjährige, or null.
    [[nodiscard]] const Sense* tail(std::string_view folded) const;
    [[nodiscard]] const NumberFormat& number_format() const noexcept { return number_format_; }
    [[nodiscard]] const Writing& writing() const noexcept { return writing_; }
    /// What words end in.
    [[nodiscard]] const Endings& endings() const noexcept { return endings_; }
    /// What folded nouns end in.
    [[nodiscard]] const Endings& noun_endings() const noexcept { return noun_endings_; }
    /// Parts around the stem of a word: "ge-t", "-vertrag"; the value says what that form is.
    [[nodiscard]] const std::vector<Sense>& word_forms() const noexcept { return word_forms_; }
    /// Whether the language has a rule of that id; what no rule explains is not reported.
    [[nodiscard]] bool has_rule(std::string_view id) const { return rules_.contains(id); }

  private:
    void add(Category category, const text::LanguageRow& row);
    void add_ending(const Sense& sense);
    [[nodiscard]] const Sense* longest_part(std::string_view folded) const;

    std::unordered_map<std::string, Word> words_;
    /// Rows of number_part and number_joint by their first byte, the longest first.
    std::array<std::vector<Sense>, 256> parts_;
    Endings endings_;
    Endings noun_endings_;
    std::vector<Sense> word_forms_;
    std::bitset<256> part_starts_;  ///< first bytes of number_part: most words are none
    NumberFormat number_format_;
    Writing writing_;
    std::unordered_set<std::string_view> rules_;
};

/// The lexicon of a language. Those of `text::language` are prepared once, any other one at each
/// call, and it must outlive the lexicon. Thread-safe.
std::shared_ptr<const Lexicon> lexicon_of(const text::Language& language);

}  // namespace wortfeld::quantity
