#include "wortfeld/text/language.hpp"

#include "wortfeld/text/language_data.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace wortfeld::text {
namespace {

constexpr std::size_t longest_subtag = 8;
/// ISO 639 codes; longer first subtags are reserved or registered for none of the languages here.
constexpr std::size_t shortest_primary = 2;
constexpr std::size_t longest_primary = 3;

bool is_letter(char byte) noexcept {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char byte) noexcept {
    return byte >= '0' && byte <= '9';
}

/// Letters and digits in lower case; codes are ASCII.
std::string lower(std::string_view code) {
    std::string result(code);
    for (auto& byte : result) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    }
    return result;
}

std::map<std::string, Language, std::less<>> make_languages() {
    std::map<std::string, Language, std::less<>> languages;
    for (const auto& file : language_files()) {
        languages.try_emplace(std::string(file.code), std::string(file.code), file.rows);
    }
    return languages;
}

}  // namespace

Language::Language(std::string code, std::span<const LanguageRow> rows)
    : code_(std::move(code)),
      rows_(rows),
      words_(rows),
      furniture_starts_(rows, {"furniture", "furniture_lead"}),
      footer_starts_(rows, {"footer", "footer_subject"}) {
    for (const auto& row : rows_) {
        by_category_[row.category].try_emplace(row.form, &row);
        lists_[row.category].push_back(&row);
        by_id_.try_emplace(row.id, &row);
    }
}

const Forms& Language::forms(std::string_view category) const {
    static const Forms none;
    const auto found = by_category_.find(category);
    return found == by_category_.end() ? none : found->second;
}

const RowList& Language::list(std::string_view category) const {
    static const RowList none;
    const auto found = lists_.find(category);
    return found == lists_.end() ? none : found->second;
}

const LanguageRow* Language::find(std::string_view category, std::string_view folded) const {
    const auto& all = forms(category);
    const auto found = all.find(folded);
    return found == all.end() ? nullptr : found->second;
}

const LanguageRow* Language::find_id(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

const Language& language(std::string_view code) {
    static const auto languages = make_languages();
    static const Language generic("und", {});
    const auto primary = lower(code.substr(0, code.find('-')));
    const auto found = languages.find(primary);
    return found == languages.end() ? generic : found->second;
}

std::span<const std::string_view> languages_with_rules() {
    static const auto codes = [] {
        std::vector<std::string_view> result;
        for (const auto& file : language_files()) result.push_back(file.code);
        return result;
    }();
    return codes;
}

bool is_well_formed_code(std::string_view code) noexcept {
    const auto primary = code.substr(0, code.find('-'));
    if (primary.size() < shortest_primary || primary.size() > longest_primary) return false;
    if (!std::all_of(primary.begin(), primary.end(), is_letter)) return false;
    std::size_t length = primary.size();
    for (const char byte : code.substr(primary.size())) {
        if (byte == '-') {
            if (length == 0) return false;
            length = 0;
            continue;
        }
        if (!is_letter(byte) && !is_digit(byte)) return false;
        if (++length > longest_subtag) return false;
    }
    return length > 0;
}

}  // namespace wortfeld::text
