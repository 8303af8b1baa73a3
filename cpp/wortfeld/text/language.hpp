// What the rules know of a language: one data file per language, compiled in.
#pragma once

#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/line_starts.hpp"
#include "wortfeld/text/word_roles.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::text {

/// One row of languages/<code>.tsv: `id category form value note`, separated by tabs.
struct LanguageRow {
    std::string_view id;        ///< unique in the file, for example "month.maerz"
    std::string_view category;  ///< for example "abbreviation", "month", "magnitude", "rule"
    std::string_view form;   ///< a word as it is looked up (folded); a rule: its pattern in words
    std::string_view value;  ///< what the form means, in the notation of its category
    std::string_view note;
};

/// The rows of one category by their forms.
using Forms = std::unordered_map<std::string_view, const LanguageRow*>;
/// The rows of one category in the order of the file.
using RowList = std::vector<const LanguageRow*>;

/// The rows of one language, found by category and form. Immutable.
class Language {
  public:
    /// The rows must outlive the language; the first of two equal (category, form) is found.
    Language(std::string code, std::span<const LanguageRow> rows);

    [[nodiscard]] std::string_view code() const noexcept { return code_; }
    /// False for the generic rules that every language without a file of its own gets.
    [[nodiscard]] bool has_rules() const noexcept { return !rows_.empty(); }
    [[nodiscard]] std::span<const LanguageRow> rows() const noexcept { return rows_; }
    /// The forms of a category, none if there is no such category. Take it once, outside a loop.
    [[nodiscard]] const Forms& forms(std::string_view category) const;
    /// The rows of a category, none if there is no such category.
    [[nodiscard]] const RowList& list(std::string_view category) const;
    /// The row of that category whose form is `folded`, or null.
    [[nodiscard]] const LanguageRow* find(std::string_view category, std::string_view folded) const;
    /// What single words are to the rules of sentences and zones.
    [[nodiscard]] const WordRoles& words() const noexcept { return words_; }
    /// How page furniture begins, and how the notes below a text begin.
    [[nodiscard]] const LineStarts& furniture_starts() const noexcept { return furniture_starts_; }
    [[nodiscard]] const LineStarts& footer_starts() const noexcept { return footer_starts_; }
    /// The row with that id, or null.
    [[nodiscard]] const LanguageRow* find_id(std::string_view id) const;

  private:
    std::string code_;
    std::span<const LanguageRow> rows_;
    std::unordered_map<std::string_view, Forms> by_category_;
    std::unordered_map<std::string_view, RowList> lists_;
    Forms by_id_;
    WordRoles words_;
    LineStarts furniture_starts_;
    LineStarts footer_starts_;
};

/// The language of that code ("de", "de-AT", "DE" -> "de"); the generic one, with code "und", if it
/// has no rules of its own. The same object each time; it lives as long as the program.
const Language& language(std::string_view code);
/// Codes with rules of their own, sorted.
std::span<const std::string_view> languages_with_rules();
/// Whether a code is well formed: ASCII letters and digits in subtags of 1 to 8, separated by
/// hyphens, the first one of two or three letters (BCP 47 with the codes of ISO 639).
bool is_well_formed_code(std::string_view code) noexcept;

}  // namespace wortfeld::text
