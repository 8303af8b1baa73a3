#include "wortfeld/text/furniture.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/dateline.hpp"
#include "wortfeld/text/folded.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace wortfeld::text {
namespace {

constexpr std::size_t longest_furniture = 160;  // bytes
constexpr std::size_t longest_footer = 700;     // bytes
constexpr std::ptrdiff_t most_path_words = 14;

bool starts_as_word(std::string_view line, std::string_view form) {
    if (!line.starts_with(form)) return false;
    if (line.size() == form.size() || !is_letter(last_character(form))) return true;
    auto position = form.size();
    return !is_letter(utf8::next(line, position));
}

/// Behind spaces and what separates the parts of a navigation line.
std::size_t skip_separators(std::string_view line, std::size_t position) {
    while (position < line.size()) {
        auto next = position;
        const auto character = utf8::next(line, next);
        static constexpr std::u32string_view separators = U">›»/|→·•-–,:+";
        const bool separates = separators.find(character) != std::u32string_view::npos;
        if (!separates && !is_white_space(character)) break;
        position = next;
    }
    return position;
}

/// How a line can be cut into furniture words: the best cut up to a position.
struct Cut {
    bool reachable = false;
    const LanguageRow* decisive = nullptr;  ///< a word that is furniture by itself
    unsigned site = 0;                      ///< words of the kind `site`
    unsigned words = 0;
};

void extend(Cut& cut, const Cut& before, const LanguageRow& row) {
    Cut longer = before;
    ++longer.words;
    if (row.value == "alone" || (row.value == "home" && longer.decisive == nullptr)) {
        longer.decisive = &row;
    }
    if (row.value == "site" && ++longer.site == 2 && longer.decisive == nullptr) {
        longer.decisive = &row;
    }
    const bool better = !cut.reachable || (cut.decisive == nullptr && longer.decisive != nullptr);
    if (better) cut = longer;
}

std::string_view glued_rule(std::string_view line, const RowList& rows) {
    const auto starts = [&](const auto* row) { return line.starts_with(row->form); };
    if (std::none_of(rows.begin(), rows.end(), starts)) return {};
    std::vector<Cut> cuts(line.size() + 1);
    cuts[0].reachable = true;
    for (std::size_t position = 0; position < line.size(); ++position) {
        if (!cuts[position].reachable) continue;
        for (const auto* row : rows) {
            if (!line.substr(position).starts_with(row->form)) continue;
            const auto end = skip_separators(line, position + row->form.size());
            extend(cuts[end], cuts[position], *row);
        }
    }
    const auto& whole = cuts[line.size()];
    if (!whole.reachable || whole.decisive == nullptr) return {};
    // "Home" alone may be a title.
    if (whole.decisive->value == "home" && whole.words < 2) return {};
    return whole.decisive->id;
}

/// "Startseite > Wirtschaft > Ein Titel".
std::string_view path_rule(std::string_view line, const RowList& rows) {
    for (const auto* row : rows) {
        if (row->value != "home" || !starts_as_word(line, row->form)) continue;
        const auto rest = trimmed(line.substr(row->form.size()));
        if (rest.empty()) continue;
        static constexpr std::u32string_view arrows = U">›»/|→";
        if (arrows.find(first_character(rest)) == std::u32string_view::npos) continue;
        if (std::count(rest.begin(), rest.end(), ' ') <= most_path_words) return row->id;
    }
    return {};
}

bool has_year(std::string_view line) {
    std::size_t digits = 0;
    for (const char byte : line) {
        digits = is_ascii_digit(byte) ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

/// The longest row of a category that the line begins with.
const LanguageRow* find_beginning(std::string_view line, const RowList& rows) {
    const LanguageRow* longest = nullptr;
    for (const auto* row : rows) {
        const bool longer = longest == nullptr || row->form.size() > longest->form.size();
        if (longer && starts_as_word(line, row->form)) longest = row;
    }
    return longest;
}

}  // namespace

std::string_view furniture_rule(std::string_view line, const Language& language) {
    if (line.size() > longest_furniture || !language.has_rules()) return {};
    if (!language.furniture_starts().may_match(line)) return {};
    const Folded copy(line);
    const auto folded = copy.view();
    if (const auto* lead = find_beginning(folded, language.list("furniture_lead"))) {
        const auto rest = trimmed(folded.substr(lead->form.size()));
        if (rest.empty() ? lead->value != "colon" : rest.starts_with(':')) return lead->id;
    }
    const auto& rows = language.list("furniture");
    const auto glued = glued_rule(folded, rows);
    return glued.empty() ? path_rule(folded, rows) : glued;
}

std::string_view footer_rule(std::string_view line, const Language& language) {
    if (line.size() > longest_footer || !language.has_rules()) return {};
    if (!language.footer_starts().may_match(line)) return {};
    const auto folded = fold(line);
    if (const auto* row = find_beginning(folded, language.list("footer"))) {
        const auto rest = trimmed(std::string_view(folded).substr(row->form.size()));
        const bool colon = rest.starts_with(':');
        if (row->value.empty() || (row->value == "colon" && colon) ||
            (row->value == "year" && has_year(rest))) {
            return row->id;
        }
    }
    const auto* subject = find_beginning(folded, language.list("footer_subject"));
    if (subject == nullptr) return {};
    for (const auto* row : language.list("footer_cue")) {
        if (folded.find(row->form, subject->form.size()) != std::string::npos) return row->id;
    }
    return {};
}

}  // namespace wortfeld::text
