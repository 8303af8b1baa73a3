#include "wortfeld/quantity/lexemes.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t longest_word = 64;  // bytes; longer tokens are nothing we know

/// Words of these categories can begin a quantity.
constexpr CategorySet beginnings =
    bit(Category::article) | bit(Category::half) | bit(Category::whole_fraction) |
    bit(Category::vulgar_fraction) | bit(Category::magnitude_plural) | bit(Category::vague) |
    bit(Category::sign) | bit(Category::currency_country) | bit(Category::currency_code) |
    bit(Category::currency_symbol) | bit(Category::month) | bit(Category::month_short) |
    bit(Category::weekday) | bit(Category::deictic) | bit(Category::year_noun) |
    bit(Category::part) | bit(Category::part_noun) | bit(Category::ordinal) |
    bit(Category::span_noun) | bit(Category::span_code) | bit(Category::season) |
    bit(Category::decade) | bit(Category::day_word) | bit(Category::reference) |
    bit(Category::digit_places) | bit(Category::magnitude_noun) | bit(Category::magnitude);

const Place& nowhere() noexcept {
    static const Lexeme nothing{};
    static const Place place{.lexeme = &nothing};
    return place;
}

bool is_narrow_space(std::string_view between) noexcept {
    // No-break, figure, thin and narrow no-break space.
    constexpr std::string_view spaces[] = {
        "\xC2\xA0", "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\xAF"};
    return std::find(std::begin(spaces), std::end(spaces), between) != std::end(spaces);
}

bool is_ascii_digit(char byte) noexcept {
    return byte >= '0' && byte <= '9';
}

/// Names like iPhone have their capital further on.
bool has_capital(std::string_view surface) {
    std::size_t position = 0;
    if (text::is_upper_case(utf8::next(surface, position))) return true;
    return std::any_of(
        surface.begin(), surface.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
}

/// Sets the number that a word spells. The article "ein" spells none.
void read_number_word(const std::string& folded, const Lexicon& lexicon, Lexeme& lexeme) {
    const auto* word = lexeme.word;
    if (word != nullptr) {
        for (const auto& sense : word->senses) {
            if (sense.category != Category::number) continue;
            lexeme.number = sense.amount;
            return;
        }
        const bool part = (word->categories & bit(Category::number_part)) != 0;
        const bool article = (word->categories & bit(Category::article)) != 0;
        if (!part || article) return;
    }
    const auto found = lexicon.number_word(folded);
    if (!found) return;
    lexeme.number = found->value;
    lexeme.tail = found->tail;
}

/// "5km", "2.5bn": digits and what they are of in one token.
void read_glued_unit(std::string_view surface, const Lexicon& lexicon, Lexeme& lexeme) {
    const auto size = surface.find_first_not_of("0123456789.,");
    if (size == 0 || size == std::string_view::npos) return;
    const auto digits = read_digits(surface.substr(0, size), lexicon.number_format());
    const bool amount = digits.shape == DigitShape::integer ||
                        digits.shape == DigitShape::decimal || digits.shape == DigitShape::grouped;
    const auto* word = amount ? lexicon.find(text::fold(surface.substr(size))) : nullptr;
    constexpr auto units =
        bit(Category::unit) | bit(Category::magnitude) | bit(Category::magnitude_short);
    if (word == nullptr || (word->categories & units) == 0) return;
    lexeme.front = digits;
    lexeme.behind = word;
    lexeme.front_size = static_cast<std::uint32_t>(size);
}

bool has_small_ascii(std::string_view surface) {
    return std::any_of(surface.begin(), surface.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
    });
}

bool is_full_of_numbers(std::span<const Place> places) {
    constexpr std::ptrdiff_t fewest = 8;  // of which one stands in nine tokens
    constexpr std::ptrdiff_t share = 9;
    constexpr std::ptrdiff_t many = 20;  // and so many need one in twenty only
    const auto numbers = std::count_if(places.begin(), places.end(), [](const Place& place) {
        return place.lexeme->digits.shape != DigitShape::none;
    });
    const auto size = std::ssize(places);
    return (numbers >= fewest && numbers * share >= size) ||
           (numbers >= many && numbers * many >= size);
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

Line::Line(std::string_view text, std::span<const Place> places, const Lexicon& lexicon)
    : text_(text), places_(places), lexicon_(&lexicon), is_table_(is_full_of_numbers(places)) {}

const Place& Line::place(std::size_t position) const noexcept {
    return position < places_.size() ? places_[position] : nowhere();
}

const Lexeme& Line::operator[](std::size_t position) const noexcept {
    return *place(position).lexeme;
}

std::string_view Line::text(std::size_t position) const {
    return slice(text_, span(position));
}

ByteSpan Line::bytes(std::size_t begin, std::size_t end) const {
    return {.begin = span(begin).begin, .end = span(end - 1).end};
}

bool Line::is(std::size_t position, Category category) const noexcept {
    const auto* word = (*this)[position].word;
    return word != nullptr && (word->categories & bit(category)) != 0;
}

const Sense* Line::sense(std::size_t position, Category category) const noexcept {
    if (!is(position, category)) return nullptr;
    const auto* const known = (*this)[position].word;
    if (known == nullptr) return nullptr;
    for (const auto& sense : known->senses) {
        if (sense.category == category) return &sense;
    }
    return nullptr;
}

bool Line::is_idle(std::size_t position) const noexcept {
    const auto& lexeme = (*this)[position];
    const auto& next = (*this)[position + 1];
    if (next.number || next.digits.shape != DigitShape::none || next.behind != nullptr)
        return false;
    const bool article = lexeme.word != nullptr && !lexeme.number &&
                         (lexeme.word->starting & beginnings) == bit(Category::article);
    if (article) return next.word == nullptr && text::is_word(next.kind);
    const auto* label = lexeme.digits.shape == DigitShape::integer && position > 0
                            ? sense(position - 1, Category::label)
                            : nullptr;
    if (label == nullptr || label->value != "reference") return false;
    if (next.word == nullptr) return text::is_word(next.kind);
    constexpr auto joints = bit(Category::label) | bit(Category::conjunction) |
                            bit(Category::filler) | bit(Category::genitive) |
                            bit(Category::sentence_start);
    return (next.word->starting & ~joints) == 0;
}

Found Line::starting(std::size_t position, Category category) const {
    const auto* word = (*this)[position].word;
    if (word == nullptr) return {};
    for (const auto& phrase : word->starts) {
        if (phrase.sense.category == category && stands(*this, position, phrase)) {
            return {.sense = &phrase.sense, .length = phrase.words.size()};
        }
    }
    return {.sense = sense(position, category), .length = 1};
}

Found Line::ending(std::size_t end, Category category) const {
    const auto* word = (*this)[end - 1].word;
    if (word == nullptr) return {};
    for (const auto& phrase : word->ends) {
        const auto length = phrase.words.size();
        if (phrase.sense.category != category || length > end) continue;
        if (stands(*this, end - length, phrase)) return {.sense = &phrase.sense, .length = length};
    }
    return {.sense = sense(end - 1, category), .length = 1};
}

bool Line::has_ending(std::size_t position, std::string_view value) const {
    if (!is_noun(position)) return false;
    const auto folded = text::fold(text(position));
    const auto& forms = lexicon_->word_forms();
    return std::any_of(forms.begin(), forms.end(), [&](const Sense& form) {
        return form.value == value && folded.ends_with(form.form.substr(1));
    });
}

bool Line::glued(std::size_t position) const noexcept {
    return gap(position) == Gap::none;
}

bool Line::is_mark(std::size_t position, char mark) const {
    const auto surface = text(position);
    // U+2010 and U+2011 are hyphens as well, the second one without a line break behind it.
    if (mark == '-' && (surface == "\u2010" || surface == "\u2011")) return true;
    return surface.size() == 1 && surface.front() == mark;
}

bool Line::is_noun(std::size_t position) const noexcept {
    const auto& lexeme = (*this)[position];
    return lexeme.capital && text::is_word(lexeme.kind);
}

bool Line::is_name(std::size_t position) const noexcept {
    return is_noun(position) && !is(position, Category::sentence_start);
}

bool Line::can_be_noun(std::size_t position) const noexcept {
    return !lexicon_->writing().capital_nouns || (*this)[position].capital;
}

bool Line::is_small_word(std::size_t position) const noexcept {
    const auto& lexeme = (*this)[position];
    return !lexeme.capital && text::is_word(lexeme.kind) && !is_digits(position);
}

bool Line::is_digits(std::size_t position) const noexcept {
    return (*this)[position].digits.shape != DigitShape::none;
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

std::size_t Line::after_hyphen(std::size_t position) const {
    if (!is_mark(position, '-') || position + 1 >= size()) return position;
    return glued(position) == glued(position + 1) ? position + 1 : position;
}

bool Line::is_tight_hyphen(std::size_t position) const {
    return is_mark(position, '-') && glued(position) && glued(position + 1);
}

Gap gap_of(std::string_view between) noexcept {
    if (between.empty()) return Gap::none;
    if (between == " ") return Gap::space;
    return is_narrow_space(between) ? Gap::narrow : Gap::wide;
}

std::size_t possessive_size(std::string_view surface) noexcept {
    for (const std::string_view ending : {"'s", "\u2019s"}) {
        if (surface.size() > ending.size() && surface.ends_with(ending)) return ending.size();
    }
    return 0;
}

Lexeme read_lexeme(std::string_view surface, text::TokenKind kind, const Lexicon& lexicon) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.digits = read_digits(surface, lexicon.number_format());
    if (lexeme.digits.shape != DigitShape::none) return lexeme;
    if (!surface.empty() && surface.size() <= longest_word && is_ascii_digit(surface.front())) {
        read_glued_unit(surface, lexicon, lexeme);
    }
    if (surface.empty() || surface.size() > longest_word) return lexeme;
    const auto folded = text::fold(surface);
    lexeme.word = lexicon.find(folded);
    const bool genitive = lexeme.word == nullptr && lexicon.writing().possessive;
    const auto ending = genitive ? possessive_size(folded) : 0U;
    if (ending != 0) lexeme.word = lexicon.find(folded.substr(0, folded.size() - ending));
    if (!text::is_word(kind)) return lexeme;
    lexeme.capital = has_capital(surface);
    lexeme.all_capital = lexeme.capital && !has_small_ascii(surface);
    read_number_word(folded, lexicon, lexeme);
    return lexeme;
}

bool can_begin(const Lexeme& lexeme, std::string_view surface) noexcept {
    // "1990er" and "FY2026" are one token of digits and letters.
    if (!surface.empty() && is_ascii_digit(surface.front())) return true;
    if (surface.starts_with("FY") && is_ascii_digit(surface.back())) return true;
    if (lexeme.digits.shape != DigitShape::none || lexeme.number) return true;
    return lexeme.word != nullptr && (lexeme.word->starting & beginnings) != 0;
}

}  // namespace wortfeld::quantity
