#include "wortfeld/quantity/lexemes.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <iterator>

namespace wortfeld::quantity {
namespace {

const Place& nowhere() noexcept {
    static const Lexeme nothing{};
    static const Place place{.lexeme = &nothing};
    return place;
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
    const bool currency = lexeme.word != nullptr && !lexeme.number &&
                          (lexeme.word->starting & beginnings) == bit(Category::currency);
    if (currency) return true;
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

bool Line::ends_as(std::size_t position, std::string_view value) const {
    const auto& endings = lexicon_->endings();
    return std::any_of(endings.begin(), endings.end(), [&](const Sense& ending) {
        return ending.value == value && text(position).ends_with(ending.form.substr(1));
    });
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

bool Line::is_behind_digits(std::size_t position) const {
    if (position < 2 || !glued(position) || !glued(position - 1)) return false;
    return !text::is_word((*this)[position - 1].kind) && is_digits(position - 2) &&
           !is(position - 1, Category::dash);
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

}  // namespace wortfeld::quantity
