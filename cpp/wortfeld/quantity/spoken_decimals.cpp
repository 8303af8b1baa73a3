#include "wortfeld/quantity/spoken_decimals.hpp"

#include <string>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t most_decimals = 12;
constexpr std::int32_t ten = 10;
constexpr std::int32_t hundred = 100;

/// What a word or digits say without a magnitude or a fraction.
std::optional<std::int32_t> plain_number(const Line& line, std::size_t position) {
    const auto& lexeme = line[position];
    if (lexeme.digits.shape == DigitShape::integer) return lexeme.digits.value.small_integer();
    if (!lexeme.number || lexeme.tail != nullptr) return std::nullopt;
    return lexeme.number->small_integer();
}

/// The "Komma" of "zwei Komma fünf"; the "point" of "at one point five people left" is none.
bool is_mark_word(const Line& line, std::size_t position) {
    if (!line.is(position, Category::decimal_word) || position == 0) return false;
    const auto idiom = line.ending(position + 1, Category::decimal_word);
    if (idiom.length > 1) return false;
    if (plain_number(line, position - 1)) return true;
    const auto* magnitude = line.sense(position - 1, Category::magnitude);
    if (magnitude != nullptr && magnitude->amount == Decimal(hundred)) return true;
    // "a point two of them made"
    const bool spaced = line.writing().spaced_numbers;
    return !spaced && line.is(position - 1, Category::article);
}

/// The "one" of "point seventy-one".
void add_unit(const Line& line, std::size_t& at, std::string& digits) {
    if (!line.is_tight_hyphen(at) || digits.back() != '0') return;
    const auto unit = plain_number(line, at + 1);
    if (!unit || *unit < 1 || *unit >= ten) return;
    digits.back() = static_cast<char>('0' + *unit);
    at += 2;
}

/// The digits from a position on: "eins vier" is "14", "fünfundzwanzig" "25", "05" itself.
std::string read_decimals(const Line& line, std::size_t& at) {
    if (line.is_digits(at)) {
        const auto digits = line.text(at);
        const bool plain = digits.find_first_not_of("0123456789") == std::string_view::npos;
        return plain ? std::string(line.text(at++)) : std::string{};
    }
    std::string digits;
    while (digits.size() < most_decimals) {
        const auto number = line.is_digits(at) ? std::nullopt : plain_number(line, at);
        if (!number || *number < 0 || (*number >= ten && !digits.empty())) break;
        if (*number >= hundred) return {};
        digits += std::to_string(*number);
        ++at;
        if (*number < ten) continue;
        add_unit(line, at, digits);
        break;
    }
    return digits;
}

}  // namespace

bool add_decimals(const Line& line, Amount& amount) {
    if (!is_mark_word(line, amount.end)) return true;
    auto at = amount.end + 1;
    const bool decimals_follow = plain_number(line, at) || line.is_digits(at);
    if (!decimals_follow) return true;
    const bool large = amount.scaled && Decimal(hundred) < amount.scale;
    if (large || !amount.value.is_integer()) return false;
    const auto digits = read_decimals(line, at);
    const auto value = Decimal::parse(amount.value.text() + "." + digits);
    if (digits.empty() || !value) return false;
    amount.value = *value;
    amount.end = at;
    amount.scale = Decimal(1);
    amount.scaled = false;
    if (amount.form == AmountForm::article) amount.form = AmountForm::word;
    return true;
}

bool is_behind_decimal_word(const Line& line, std::size_t begin) {
    return begin > 1 && is_mark_word(line, begin - 1);
}

}  // namespace wortfeld::quantity
