#include "wortfeld/quantity/line.hpp"

#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <iterator>

namespace wortfeld::quantity {
namespace {

bool is_full_of_numbers(std::size_t numbers, std::size_t size) {
    constexpr std::size_t fewest = 8;  // of which one stands in nine tokens
    constexpr std::size_t share = 9;
    constexpr std::size_t many = 20;  // and so many need one in twenty only
    return (numbers >= fewest && numbers * share >= size) ||
           (numbers >= many && numbers * many >= size);
}

bool is_narrow_space(std::string_view between) noexcept {
    // No-break, figure, thin and narrow no-break space.
    constexpr std::string_view spaces[] = {
        "\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\xAF"};
    return std::find(std::begin(spaces), std::end(spaces), between) != std::end(spaces);
}

/// Whether nothing can begin with a word that opens these ways if `next`, which is no number,
/// stands behind it.
bool is_idle_word(CategorySet opens, const Lexeme& next) {
    constexpr auto before_digits =
        bit(Category::currency) | bit(Category::currency_code) | bit(Category::currency_symbol);
    constexpr auto signed_currency = bit(Category::currency_code) | bit(Category::currency_symbol);
    constexpr auto after_sign = bit(Category::half) | bit(Category::vulgar_fraction) |
                                bit(Category::article) | bit(Category::currency_country) |
                                signed_currency | bit(Category::leading_mark);
    const auto others = opens & ~before_digits;
    if (others == bit(Category::leading_mark)) return true;
    const bool sign_follows = (next.opens() & bit(Category::sign)) != 0;  // € -3
    if (others == 0) {
        constexpr auto goes_on = bit(Category::currency_symbol) | bit(Category::leading_mark) |
                                 bit(Category::magnitude) | bit(Category::magnitude_short);
        // AUD$ 5, $.50, CHF Mio. 5
        const bool follows = sign_follows || (next.opens() & goes_on) != 0;
        return !follows || (opens & signed_currency) == 0;
    }
    if (others == bit(Category::sign)) return (next.opens() & after_sign) == 0;
    if (next.opens() != 0) return false;
    if (others == bit(Category::article)) return text::is_word(next.kind);
    return others == bit(Category::deictic) ||
           (others == bit(Category::currency_country) && next.mark != '-');
}

/// Whether the words stand in the line from `begin` on.
bool stands(const Line& line, std::size_t begin, const Phrase& phrase) {
    if (begin + phrase.words.size() > line.size()) return false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        if (line[begin + i].word != phrase.words[i]) return false;
    }
    return true;
}

}  // namespace

constinit const Lexeme Line::nothing{};

Line::Line(const LineParts& parts) noexcept
    : parts_(parts), is_table_(is_full_of_numbers(parts.number_count, parts.codes.size())) {}

Gap Line::gap(std::size_t position) const noexcept {
    if (position >= size()) return Gap::wide;
    const auto end = end_before(position);
    const auto begin = span(position).begin;
    if (end == begin) return Gap::none;
    if (end > begin) return Gap::wide;  // no token stands before
    const auto between = parts_.text.substr(end, begin - end);
    if (between == " ") return Gap::space;
    return is_narrow_space(between) ? Gap::narrow : Gap::wide;
}

bool Line::is_idle(std::size_t position) const noexcept {
    const auto& lexeme = (*this)[position];
    const auto& next = (*this)[position + 1];
    if (next.number || next.digits.shape != DigitShape::none || next.behind != nullptr)
        return false;
    if (!lexeme.is_numeric) return is_idle_word(starts(position) & beginnings, next);
    return lexeme.digits.shape == DigitShape::integer && is_idle_reference(position, next);
}

bool Line::is_idle_reference(std::size_t position, const Lexeme& next) const noexcept {
    const auto* label = position > 0 ? sense(position - 1, Category::label) : nullptr;
    if (label == nullptr || label->value != "reference") return false;
    if (next.word == nullptr) return text::is_word(next.kind);
    constexpr auto joints = bit(Category::label) | bit(Category::conjunction) |
                            bit(Category::filler) | bit(Category::genitive) |
                            bit(Category::sentence_start);
    return (next.word->starting & ~joints) == 0;
}

CategorySet Line::known_starts(const Word& word, std::size_t position) const noexcept {
    auto categories = word.categories;
    for (const auto& phrase : word.starts) {
        if (stands(*this, position, phrase)) categories |= bit(phrase.sense.category);
    }
    return categories;
}

Found Line::known_start(const Word& word, std::size_t position, Category category) const {
    for (const auto& phrase : word.starts) {
        if (phrase.sense.category == category && stands(*this, position, phrase)) {
            return {.sense = &phrase.sense, .length = phrase.words.size()};
        }
    }
    return {.sense = word.sense(category), .length = 1};
}

Found Line::known_end(const Word& word, std::size_t end, Category category) const {
    for (const auto& phrase : word.ends) {
        const auto length = phrase.words.size();
        if (phrase.sense.category != category || length > end) continue;
        if (stands(*this, end - length, phrase)) return {.sense = &phrase.sense, .length = length};
    }
    return {.sense = word.sense(category), .length = 1};
}

bool Line::ends_as(std::size_t position, Ending ending) const {
    return lexicon().endings().match(text(position), ending);
}

bool Line::ends_as_plural(std::size_t position) const {
    return ends_as(position, Ending::plural) && !ends_as(position, Ending::singular);
}

bool Line::has_ending(std::size_t position, Ending ending) const {
    return is_noun(position) && lexicon().noun_endings().match(text::fold(text(position)), ending);
}

bool Line::is_behind_digits(std::size_t position) const noexcept {
    if (position < 2 || !glued(position) || !glued(position - 1)) return false;
    return !text::is_word((*this)[position - 1].kind) && is_digits(position - 2) &&
           !is(position - 1, Category::dash);
}

bool Line::starts_sentence(std::size_t position) const {
    if (position == 0) return true;
    const auto& before = (*this)[position - 1];
    if (text::is_word(before.kind) || is_digits(position - 1)) return false;
    // A full stop inside a sentence belongs to an abbreviation or an ordinal.
    for (const char mark : {',', ';', '.'}) {
        if (is_mark(position - 1, mark)) return false;
    }
    return !is(position - 1, Category::dash) && before.kind == text::TokenKind::punctuation;
}

}  // namespace wortfeld::quantity
