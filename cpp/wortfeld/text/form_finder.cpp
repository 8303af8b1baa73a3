#include "wortfeld/text/form_finder.hpp"

#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace wortfeld::text {
namespace {

constexpr std::size_t most_abbreviation_parts = 4;
/// What RFC 5321 lets a mail address have: 64 bytes before the @, 255 behind it.
constexpr std::size_t longest_mail_address = 64 + 1 + 255;
constexpr std::array<std::string_view, 3> hyphens = {"-", "\u2010", "\u2011"};
constexpr std::array<std::string_view, 4> signs = {"-", "+", "\u2212", "±"};
/// Spaces that group the digits of one number: they keep it on one line.
constexpr std::array<std::string_view, 4> digit_spaces = {"\u00A0", "\u2007", "\u2009", "\u202F"};
/// What never belongs to an address, in the middle or at its end.
constexpr std::array<std::string_view, 9> address_borders = {
    "<", ">", "\"", "„", "“", "”", "»", "«", "|"};
constexpr std::string_view marks_behind_address = ".,;:!?'*)]}’…";

template <class Values>
bool is_one_of(std::string_view value, const Values& values) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_ascii_letter(char byte) noexcept {
    const auto letter = static_cast<char>(byte | 0x20);
    return letter >= 'a' && letter <= 'z';
}

/// Whether letters stand one by one with full stops between: U.S, e.g.
bool is_dotted(std::string_view word) {
    if (word.size() < 3 || word.size() % 2 == 0) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (i % 2 == 0 ? !is_ascii_letter(word[i]) : word[i] != '.') return false;
    }
    return true;
}

/// Whether a text is a mail address: one @, something before it, a host with a full stop behind.
bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos) return false;
    const auto host = text.substr(at + 1);
    const auto dot = host.rfind('.');
    return host.find('@') == std::string_view::npos && dot != std::string_view::npos && dot > 0 &&
           host.size() - dot > 2 &&
           std::all_of(
               host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_ascii_letter);
}

}  // namespace

FormFinder::FormFinder(const Stretch& document, const Language& language, KeptForms kept)
    : sentence_(document), language_(language), kept_(kept) {
    if (!kept.abbreviation) return;
    for (const auto* row : language.list("abbreviation")) {
        if (row->form.starts_with('-')) endings_.push_back(row->form.substr(1));
    }
}

std::size_t FormFinder::end_of(std::size_t begin) {
    const auto end = end_of_part(begin);
    return kept_.hyphen ? end_of_compound(begin, end) : end;
}

std::size_t FormFinder::end_of_part(std::size_t begin) const {
    auto end = begin + 1;
    if (kept_.url) end = std::max(end, end_of_url(begin));
    if (kept_.email) end = std::max(end, end_of_email(begin));
    if (kept_.hashtag) end = std::max(end, end_of_hashtag(begin));
    if (kept_.number) end = std::max(end, end_of_number(begin));
    if (kept_.abbreviation) end = std::max(end, end_of_abbreviation(begin));
    return end;
}

/// A scheme and what is attached to it, or www., without the marks of the sentence at its end.
std::size_t FormFinder::end_of_url(std::size_t begin) const {
    const auto first = fold(surface(begin));
    const auto is_scheme = is_one_of(first, std::array{"http", "https", "ftp"}) &&
                           joins(begin + 1, ":") && surface(begin + 2) == "/" &&
                           surface(begin + 3) == "/" && is_attached(begin + 3);
    if (!is_scheme && !first.starts_with("www.")) return begin;
    auto end = begin + 1;
    auto brackets = 0;
    while (is_attached(end) && !is_one_of(surface(end), address_borders)) {
        brackets += static_cast<int>(surface(end) == "(");
        ++end;
    }
    const auto is_behind = [&](std::string_view mark) {
        if (mark == ")" && brackets > 0) return false;
        return marks_behind_address.find(mark) != std::string_view::npos;
    };
    while (end > begin + 1 && is_behind(surface(end - 1))) --end;
    return is_scheme && end <= begin + 4 ? begin : end;
}

std::size_t FormFinder::end_of_email(std::size_t begin) const {
    if (!is_word_at(begin)) return begin;
    const auto first = sentence_.tokens[begin].span.begin;
    auto end = begin + 1;
    while (is_attached(end) &&
           (is_word_at(end) || is_one_of(surface(end), std::array{"-", "+", ".", "%", "_"}))) {
        // Scripts without spaces would be searched to their end from every word.
        if (sentence_.tokens[end].span.end - first > longest_mail_address) return begin;
        ++end;
    }
    while (end > begin && !is_word_at(end - 1)) --end;
    const ByteSpan span{.begin = first, .end = sentence_.tokens[end - 1].span.end};
    return is_mail_address(slice(sentence_.text, span)) ? end : begin;
}

std::size_t FormFinder::end_of_hashtag(std::size_t begin) const {
    const auto stands_alone = !is_attached(begin) || !is_word_at(begin - 1);
    const auto is_tag = surface(begin) == "#" && stands_alone && is_attached(begin + 1) &&
                        has(begin + 1) && sentence_.kind(begin + 1) == TokenKind::word;
    return is_tag ? begin + 2 : begin;
}

bool FormFinder::has_digits(std::size_t token, std::size_t least, std::size_t most) const {
    const auto digits = surface(token);
    return is_digits(digits) && digits.size() >= least && digits.size() <= most;
}

/// A number with its sign.
std::size_t FormFinder::end_of_number(std::size_t begin) const {
    const auto is_sign =
        is_one_of(surface(begin), signs) && is_attached(begin + 1) &&
        (!is_attached(begin) || mark_of(last_character(surface(begin - 1))) == Mark::opening);
    if (!is_sign) return end_of_unsigned(begin);
    const auto end = end_of_unsigned(begin + 1);
    return end > begin + 1 ? end : begin;
}

/// Digits in groups, times and scores (14:05, 3:2), dates (2026-03-10, 10/3/2026).
std::size_t FormFinder::end_of_unsigned(std::size_t begin) const {
    if (!has(begin) || sentence_.kind(begin) != TokenKind::number) return begin;
    const auto all = [&](std::string_view mark) {
        return joins(begin + 1, mark) && joins(begin + 3, mark);
    };
    if (all("-") && has_digits(begin, 4, 4) && has_digits(begin + 2, 2, 2) &&
        has_digits(begin + 4, 2, 2)) {
        return begin + 5;
    }
    if (all("/") && has_digits(begin, 1, 4) && has_digits(begin + 2, 1, 2) &&
        has_digits(begin + 4, 1, 4)) {
        return begin + 5;
    }
    auto end = begin + 1;
    while (has_digits(end - 1, 1, 4) && joins(end, ":") && has_digits(end + 1, 1, 4)) end += 2;
    return std::max(end, end_of_groups(begin));
}

/// Three digits at a time behind a space that breaks no line; the last may have decimals.
std::size_t FormFinder::end_of_groups(std::size_t begin) const {
    auto end = begin + 1;
    if (!has_digits(begin, 1, 3)) return end;
    while (is_one_of(gap_before(end), digit_spaces) && is_digits(surface(end).substr(0, 3)) &&
           surface(end).size() >= 3) {
        const auto rest = surface(end).substr(3);
        const auto has_decimals = !rest.empty() && (rest.front() == ',' || rest.front() == '.');
        if (!rest.empty() && !(has_decimals && is_digits(rest.substr(1)))) break;
        ++end;
        if (has_decimals) break;
    }
    return end;
}

std::string_view FormFinder::gap_before(std::size_t token) const {
    if (token <= sentence_.range.begin || !has(token)) return {};
    const ByteSpan gap{.begin = sentence_.tokens[token - 1].span.end,
                       .end = sentence_.tokens[token].span.begin};
    return slice(sentence_.text, gap);
}

/// Whether a form of the language data is an abbreviation there; `next` is the token behind it.
bool FormFinder::is_abbreviated(std::string_view form, std::size_t next) const {
    const auto before_number = [&] {
        return has(next) && (sentence_.kind(next) == TokenKind::number ||
                             is_roman_numeral(surface(next)) || surface(next) == "§");
    };
    if (const auto* row = language_.find("abbreviation", form); row != nullptr) {
        return row->value != "before_number" || before_number();
    }
    const auto has_ending = [&](std::string_view ending) { return form.ends_with(ending); };
    if (language_.find("title", form) != nullptr ||
        std::any_of(endings_.begin(), endings_.end(), has_ending)) {
        return true;
    }
    return language_.find("month_short", form) != nullptr && before_number();
}

/// Words with full stops; between their parts may be a space.
std::size_t FormFinder::end_of_abbreviation(std::size_t begin) const {
    auto end = begin;
    std::string form;
    auto word = begin;
    for (std::size_t parts = 0; parts < most_abbreviation_parts; ++parts) {
        const auto is_part = has(word) && sentence_.kind(word) == TokenKind::word &&
                             surface(word + 1) == "." && is_attached(word + 1);
        if (!is_part) break;
        if (!form.empty()) form += '.';
        form += fold(surface(word));
        const auto dotted = parts == 0 && is_dotted(surface(word));
        word += 2;
        if (dotted || is_abbreviated(form, word)) end = word;
        const auto gap = gap_before(word);
        if (gap.find_first_of("\r\n") != std::string_view::npos) break;
    }
    return end;
}

/// Words joined by hyphens, at least one of them with a letter.
std::size_t FormFinder::end_of_compound(std::size_t begin, std::size_t first_end) {
    if (!is_word_at(begin)) return first_end;
    const auto is_number = sentence_.kind(begin) == TokenKind::number;
    if (is_number && begin < numbers_end_) return first_end;
    auto end = first_end;
    auto has_word = sentence_.kind(begin) == TokenKind::word;
    while (is_one_of(surface(end), hyphens) && is_attached(end) && is_attached(end + 1) &&
           is_word_at(end + 1)) {
        has_word = has_word || sentence_.kind(end + 1) == TokenKind::word;
        end = end_of_part(end + 1);
    }
    if (has_word) return end;
    numbers_end_ = end;
    return first_end;
}

}  // namespace wortfeld::text
