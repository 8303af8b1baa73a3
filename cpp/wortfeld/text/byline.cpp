#include "wortfeld/text/byline.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/dateline.hpp"
#include "wortfeld/text/folded.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace wortfeld::text {
namespace {

constexpr std::size_t longest_line = 160;   // bytes
constexpr std::size_t longest_author = 60;  // bytes
constexpr std::size_t most_name_words = 8;
constexpr std::size_t most_name_tokens = 24;

constexpr std::string_view rule_author = "zone.byline";
constexpr std::string_view rule_timestamp = "zone.timestamp";

/// One side of a date: an author with what introduces him, words about the date, or nothing.
struct Side {
    bool readable = true;  ///< false: there is something else
    bool strong = false;   ///< a word says that the date is the document's
    bool weak = false;     ///< a word that any date can have beside it
    bool introduced = false;
    bool caseless = false;
    std::size_t name_words = 0;
    std::string_view author = {};
};

std::uint32_t offset(std::size_t position) {
    return static_cast<std::uint32_t>(position);
}

/// The row of `byline` that the text starts with, and how much of it that takes.
struct Introduction {
    const LanguageRow* row = nullptr;
    std::size_t size = 0;
};

Introduction find_introduction(std::string_view piece, const Language& language) {
    Introduction longest;
    for (const auto* row : language.list("byline")) {
        const auto form = row->form;
        if (piece.size() <= form.size() || form.size() < longest.size) continue;
        if (Folded(piece.substr(0, form.size())).view() != form) continue;
        auto rest = piece.substr(form.size());
        const auto spaces = rest.size() - trimmed(rest).size();
        const bool colon = trimmed(rest).starts_with(':');
        if (row->value == "colon" ? !colon : spaces == 0) continue;
        const auto behind = row->value == "colon" ? rest.find(':') + 1 : 0;
        longest = {.row = row, .size = form.size() + behind};
    }
    return longest;
}

bool may_stand_in_name(std::string_view mark) {
    static constexpr std::string_view allowed = ".,-'&/|()@_";
    return mark == "’" || mark == "·" || mark == "•" || mark == "–" ||
           (mark.size() == 1 && allowed.find(mark) != std::string_view::npos);
}

/// Whether a token can be part of a name; counts it into `side` if it is a word of one.
bool take_name_token(std::string_view surface,
                     TokenKind kind,
                     const Language& language,
                     Side& side) {
    if (kind == TokenKind::punctuation) return may_stand_in_name(surface);
    if (kind == TokenKind::symbol) return surface == "|";
    if (kind != TokenKind::word) return false;
    if (language.forms("name_particle").contains(surface)) return true;
    const auto first = first_character(surface);
    if (is_lower(first)) return false;
    const bool begins = side.name_words == 0 && !side.introduced;
    if (begins && language.words().has(surface, Role::sentence_start)) return false;
    side.caseless = side.caseless || is_caseless(first);
    ++side.name_words;
    return true;
}

/// Counts the words of a name into `side`; false if the piece is none.
bool read_name(std::string_view piece, const Language& language, Side& side) {
    std::vector<Token> tokens;
    segment_words(piece, tokens);
    if (tokens.size() > most_name_tokens) return false;
    const bool is_name = std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return take_name_token(slice(piece, token.span), token.kind, language, side);
    });
    if (!is_name) return false;
    return side.name_words > 0 && (side.caseless || side.name_words <= most_name_words);
}

/// The name without the place, the paper or the role behind it.
std::string_view bare_author(std::string_view name) {
    name = name.substr(0, name.find_first_of("|("));
    const auto comma = name.rfind(',');
    if (comma != std::string_view::npos) {
        const auto behind = trimmed(name.substr(comma + 1));
        if (behind.find(' ') == std::string_view::npos) name = name.substr(0, comma);
    }
    const auto end = name.find_last_not_of(" ,-/&.");
    return trimmed(name.substr(0, end == std::string_view::npos ? 0 : end + 1));
}

bool is_separator(std::string_view piece, const Token& token) {
    return !is_word(token.kind) && slice(piece, token.span) != "(";
}

/// Takes separators and words about dates off both ends of a piece.
std::string_view strip(std::string_view piece, const Language& language, Side& side) {
    std::vector<Token> tokens;
    segment_words(piece, tokens);
    const auto& words = language.forms("timestamp_word");
    const auto is_stripped = [&](const Token& token) {
        if (is_separator(piece, token)) return true;
        const auto row = words.find(Folded(slice(piece, token.span)).view());
        if (row == words.end()) return false;
        side.strong = side.strong || row->second->value == "strong";
        side.weak = side.weak || row->second->value == "weak";
        return true;
    };
    std::size_t begin = 0;
    std::size_t end = tokens.size();
    while (begin < end && is_stripped(tokens[begin])) ++begin;
    // "Lesezeit: 5 Min." has a number between such words.
    const auto last = end;
    while (begin < end && (is_stripped(tokens[end - 1]) ||
                           (end < last && tokens[end - 1].kind == TokenKind::number))) {
        --end;
    }
    if (begin == end) return {};
    const auto first = tokens[begin].span.begin;
    return piece.substr(first, tokens[end - 1].span.end - first);
}

Side read_side(std::string_view piece, const Language& language) {
    Side side;
    auto introduction = find_introduction(trimmed(piece), language);
    if (introduction.row != nullptr) {
        side.introduced = true;
        piece = trimmed(piece).substr(introduction.size);
    }
    auto name = strip(piece, language, side);
    if (!side.introduced) {
        introduction = find_introduction(name, language);
        side.introduced = introduction.row != nullptr;
        name = trimmed(name.substr(introduction.size));
    }
    if (name.empty()) {
        side.readable = !side.introduced;
        return side;
    }
    side.readable = read_name(name, language, side);
    if (side.readable) side.author = bare_author(name);
    return side;
}

/// Several dates in one line ("updated …"): the text behind the last one, if nothing but words
/// about dates stands between.
std::optional<std::string_view> behind_dates(std::string_view rest, const Language& language) {
    while (const auto another = find_dateline(rest, language)) {
        const auto between = read_side(rest.substr(0, another->span.begin), language);
        if (!between.readable || !between.author.empty()) return std::nullopt;
        rest = rest.substr(another->span.end);
    }
    return rest;
}

/// Whether an author without an introduction is one: "Berlin, 12. März 2025" names a place.
bool is_plausible(const Side& side, std::string_view left, const Dateline& date) {
    if (side.introduced || side.caseless) return true;
    if (side.name_words > 1) return !side.weak;
    const bool glued = !left.empty() && trimmed(left).size() == left.size() &&
                       mark_of(last_character(left)) == Mark::none;
    return glued || (date.has_time && left.find(',') == std::string_view::npos);
}

/// Whether the first word of a line can introduce an author or stand before such a word. A line
/// that begins with something else than a letter is not looked at.
bool may_be_introduced(std::string_view line, const Language& language) {
    std::size_t end = 0;
    while (end < line.size()) {
        auto next = end;
        if (!is_letter(utf8::next(line, next))) break;
        end = next;
    }
    if (end == 0) return true;
    const auto roles = language.words().of(line.substr(0, end));
    return roles.has(Role::byline) || roles.has(Role::timestamp_word);
}

void add(Byline& byline, ByteSpan span, Zone zone) {
    if (span.empty()) return;
    const auto rule = zone == Zone::byline ? rule_author : rule_timestamp;
    byline.pieces.push_back({.span = span, .zone = zone, .rule = rule});
}

std::optional<Byline> read_dated(std::string_view line,
                                 const Dateline& date,
                                 const Language& language) {
    const auto before = line.substr(0, date.span.begin);
    const auto rest = behind_dates(line.substr(date.span.end), language);
    if (!rest) return std::nullopt;
    const auto left = read_side(before, language);
    const auto right = read_side(*rest, language);
    if (!left.readable || !right.readable) return std::nullopt;
    const bool only_weak = left.weak && !left.strong && left.author.empty();
    if (only_weak && !date.has_time && right.author.empty() && !right.strong) return std::nullopt;

    const bool named = !left.author.empty() && is_plausible(left, before, date);
    const bool is_place = left.name_words == 1 && before.find(',') != std::string_view::npos;
    if (!left.author.empty() && !named && !is_place) return std::nullopt;

    Byline byline{.days = date.days};
    const auto end = offset(line.size());
    const auto time_begin = named ? date.span.begin : 0U;
    const auto time_end = right.author.empty() ? end : offset(line.size() - rest->size());
    if (named) add(byline, trimmed(line, {.begin = 0, .end = date.span.begin}), Zone::byline);
    add(byline, trimmed(line, {.begin = time_begin, .end = time_end}), Zone::timestamp);
    add(byline, trimmed(line, {.begin = time_end, .end = end}), Zone::byline);
    byline.author = named ? left.author : right.author;
    const bool glued = named && trimmed(before).size() == before.size();
    byline.certain = date.has_time || glued || left.strong;
    return byline;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line, const Language& language) {
    if (line.size() > longest_line) return std::nullopt;
    if (const auto date = find_dateline(line, language)) return read_dated(line, *date, language);
    if (!may_be_introduced(line, language)) return std::nullopt;
    const auto side = read_side(line, language);
    if (!side.readable || !side.introduced || side.author.empty()) return std::nullopt;
    Byline byline{.author = side.author};
    add(byline, {.begin = 0, .end = offset(line.size())}, Zone::byline);
    return byline;
}

std::string_view find_labelled_author(std::string_view line, const Language& language) {
    for (auto colon = line.find(':'); colon != std::string_view::npos;
         colon = line.find(':', colon + 1)) {
        const auto before = trimmed(line.substr(0, colon));
        const auto word = before.substr(before.find_last_of(" ,;.(|") + 1);
        if (language.find("author_label", fold(word)) == nullptr) continue;
        auto end = line.find_first_of(",;.|)", colon + 1);
        // The full stop of an initial: "J. P. Moreau".
        while (end != std::string_view::npos && line[end] == '.' && end > 2 &&
               line[end - 2] == ' ') {
            end = line.find_first_of(",;.|)", end + 1);
        }
        const auto size = end == std::string_view::npos ? end : end - colon - 1;
        const auto author = trimmed(line.substr(colon + 1, size));
        if (!author.empty() && author.size() <= longest_author) return author;
    }
    return {};
}

}  // namespace wortfeld::text
