#include "wortfeld/entity/atoms.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/compose.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

constexpr bool is_apostrophe(char32_t code_point) noexcept {
    return code_point == U'\'' || code_point == U'\u2019' || code_point == U'\u02BC';
}

/// Letters, digits, marks: what goes on without a boundary.
enum class Class : std::uint8_t { spaced, unspaced, apostrophe };

Class class_of(char32_t code_point) noexcept {
    if (is_apostrophe(code_point)) return Class::apostrophe;
    return text::is_unspaced_script(code_point) ? Class::unspaced : Class::spaced;
}

/// Whether a word is one atom at first sight: no apostrophe, nothing beyond ASCII.
bool is_plain(std::string_view word) noexcept {
    return std::all_of(word.begin(), word.end(), [](char byte) {
        return byte != '\'' && static_cast<unsigned char>(byte) < 0x80;
    });
}

constexpr bool is_alphanumeric(char byte) noexcept {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z');
}

/// The bytes of a letter or digit that is no more to the rules of words than one: of ASCII, or one
/// of the Latin letters behind it; else 0.
std::size_t simple_letter(std::string_view name, std::size_t at) noexcept {
    if (is_alphanumeric(name[at])) return 1;
    constexpr char first_byte = '\xC3';
    if (name[at] != first_byte || at + 1 == name.size()) return 0;
    constexpr char multiplication = '\x97';
    constexpr char division = '\xB7';
    return name[at + 1] == multiplication || name[at + 1] == division ? 0 : 2;
}

/// Whether a name consists of such letters and single spaces between them: then nothing but the
/// spaces separates its words.
bool is_simple(std::string_view name) noexcept {
    auto was_letter = false;
    for (std::size_t at = 0; at < name.size();) {
        const auto size = simple_letter(name, at);
        if (size == 0 && (name[at] != ' ' || !was_letter)) return false;
        was_letter = size > 0;
        at += std::max<std::size_t>(size, 1);
    }
    return was_letter;
}

/// White space, hyphens and apostrophes: what no atom consists of.
constexpr bool is_between(char32_t code_point) noexcept {
    constexpr char32_t last_control_space = 0x0D;
    constexpr char32_t first_wide_space = 0x2000;
    constexpr char32_t last_wide_space = 0x200A;
    if (code_point <= last_control_space) return code_point >= U'\t';
    if (code_point >= first_wide_space && code_point <= last_wide_space) return true;
    switch (code_point) {
        case U' ':
        case U'\u0085':
        case U'\u00A0':
        case U'\u00AD':  // soft hyphen: no letter, whatever word it lies in
        case U'\u1680':
        case U'\u2028':
        case U'\u2029':
        case U'\u202F':
        case U'\u205F':
        case U'\u3000':
        case U'-':
        case U'\u2010':
        case U'\u2011':
            return true;
        default:
            return is_apostrophe(code_point);
    }
}

/// The code point at `position` or behind it that belongs to an atom; 0 at the end.
char32_t next_letter(std::string_view text, std::size_t& position) noexcept {
    while (position < text.size()) {
        const auto code_point = utf8::next(text, position);
        if (!is_between(code_point)) return code_point;
    }
    return 0;
}

bool have_equal_letters(std::string_view a, std::string_view b) noexcept {
    std::size_t in_a = 0;
    std::size_t in_b = 0;
    for (;;) {
        const auto letter = next_letter(a, in_a);
        if (letter != next_letter(b, in_b)) return false;
        if (letter == 0) return true;
    }
}

}  // namespace

bool is_hyphen(std::string_view token) noexcept {
    return std::find(hyphens.begin(), hyphens.end(), token) != hyphens.end();
}

bool has_letters_of(std::string_view a, std::string_view b) {
    if (a == b) return true;
    return is_plain(a) && is_plain(b) ? have_equal_letters(a, b)
                                      : have_equal_letters(text::composed(a), text::composed(b));
}

void AtomList::clear() {
    text_.clear();
    name_ends_.clear();
    is_simple_.clear();
    other_text_.clear();
    tokens_.clear();
    atoms_.clear();
    atom_ends_.clear();
    has_word_.clear();
}

void AtomList::add(std::string_view name) {
    text_ += name;
    name_ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    is_simple_.push_back(is_simple(name) ? 1 : 0);
    // No word goes on behind a line feed.
    if (is_simple_.back() == 0) (other_text_ += name) += '\n';
}

std::string_view AtomList::name(std::size_t number) const {
    const auto begin = number == 0 ? 0 : name_ends_[number - 1];
    return slice(text_, {begin, name_ends_[number]});
}

std::span<const Atom> AtomList::atoms(std::size_t number) const {
    const auto begin = number == 0 ? 0 : atom_ends_[number - 1];
    return std::span(atoms_).subspan(begin, atom_ends_[number] - begin);
}

void AtomList::split() {
    text::segment_words(other_text_, tokens_);
    std::size_t token = 0;
    std::uint32_t begin = 0;
    for (std::size_t number = 0; number < size(); ++number) {
        if (is_simple_[number] != 0) {
            split_simple(name(number));
        } else {
            split_other(name(number), begin, token);
            begin += static_cast<std::uint32_t>(name(number).size()) + 1;
        }
    }
}

void AtomList::split_simple(std::string_view name) {
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find(' ', begin), name.size());
        atoms_.push_back(
            {.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
             .before = begin == 0 ? Gap::none : Gap::open});
        begin = end + 1;
    }
    end_name(true);
}

void AtomList::split_other(std::string_view name, std::uint32_t begin, std::size_t& token) {
    const auto first_atom = atoms_.size();
    const auto end = begin + name.size();
    std::uint32_t last_end = 0;
    auto has_word = false;
    for (; token < tokens_.size() && tokens_[token].span.begin < end; ++token) {
        const auto word = tokens_[token].span;
        if (is_hyphen(slice(other_text_, word))) continue;
        const auto is_attached = atoms_.size() == first_atom || word.begin == last_end;
        split_word(word, begin, is_attached ? Gap::none : Gap::open);
        last_end = word.end;
        has_word = has_word || tokens_[token].kind != text::TokenKind::punctuation;
    }
    end_name(has_word);
}

void AtomList::end_name(bool has_word) {
    atom_ends_.push_back(atoms_.size());
    has_word_.push_back(has_word ? 1 : 0);
}

void AtomList::split_word(ByteSpan span, std::uint32_t name_begin, Gap before) {
    const auto begin = span.begin - name_begin;
    const auto word = slice(other_text_, span);
    const auto first_atom = atoms_.size();
    auto last = Class::apostrophe;
    auto gap = before;
    for (std::size_t position = is_plain(word) ? word.size() : 0; position < word.size();) {
        const auto at = begin + static_cast<std::uint32_t>(position);
        const auto current = class_of(utf8::next(word, position));
        const auto end = begin + static_cast<std::uint32_t>(position);
        if (current == Class::apostrophe) {
            // What stands before a word matters more than an apostrophe that it begins with.
            if (atoms_.size() > first_atom) gap = Gap::apostrophe;
        } else if (current == Class::spaced && last == Class::spaced) {
            atoms_.back().span.end = end;
        } else {
            atoms_.push_back({.span = {at, end}, .before = gap});
            gap = Gap::none;
        }
        last = current;
    }
    if (atoms_.size() > first_atom) return;
    // One atom at first sight, or apostrophes alone: a mark of its own.
    atoms_.push_back({.span = {begin, begin + span.size()}, .before = before});
}

}  // namespace wortfeld::entity
