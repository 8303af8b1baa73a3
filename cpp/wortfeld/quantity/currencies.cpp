#include "wortfeld/quantity/currencies.hpp"

#include <algorithm>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view no_default = "-";
constexpr std::string_view glued_part = " glued";
constexpr std::string_view ordinary_noun = " noun";

/// Takes the next word off a list separated by spaces.
std::string_view next_item(std::string_view& list) {
    const auto end = std::min(list.find(' '), list.size());
    const auto item = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    return item;
}

/// The value of a currency row: its default code, with "?" where that is assumed, then CC=CODE
/// for the countries that have one of their own, at last "noun" for an ordinary noun.
Currency by_default(std::string_view value) {
    const bool noun = value.ends_with(ordinary_noun);
    auto unit = next_item(value);
    Currency currency{.end = 0, .unit = unit, .factor = Decimal(1)};
    if (unit.ends_with('?')) {
        currency.assumed = true;
        currency.unit.remove_suffix(1);
    }
    if (currency.unit == no_default) currency.unit = {};
    currency.is_noun = noun;
    return currency;
}

/// The code for a country in the value of a currency row, or empty.
std::string_view of_country(std::string_view value, std::string_view country) {
    next_item(value);
    while (!value.empty()) {
        const auto item = next_item(value);
        const auto sign = item.find('=');
        if (sign != std::string_view::npos && item.substr(0, sign) == country) {
            return item.substr(sign + 1);
        }
    }
    return {};
}

/// A code or part of a currency: "EUR" or "EUR 0.01", then other currencies with such a part.
Currency with_factor(std::string_view value) {
    const auto unit = next_item(value);
    const auto factor = value.empty() ? std::nullopt : Decimal::parse(next_item(value));
    return {.end = 0, .unit = unit, .factor = factor.value_or(Decimal(1))};
}

std::optional<Currency> read_name(const Line& line, std::size_t position) {
    if (!line.can_be_noun(position)) return std::nullopt;
    const auto name = line.starting(position, Category::currency);
    if (name) {
        auto currency = by_default(name.sense->value);
        currency.end = position + name.length;
        currency.is_name = true;
        return currency;
    }
    const auto part = line.starting(position, Category::currency_part);
    if (!part || part.sense->value.ends_with(glued_part)) return std::nullopt;
    auto currency = with_factor(part.sense->value);
    currency.end = position + part.length;
    currency.assumed = currency.unit.ends_with('?');
    if (currency.assumed) currency.unit.remove_suffix(1);
    currency.is_part = true;
    currency.is_name = true;
    return currency;
}

std::optional<Currency> read_symbol(const Line& line, std::size_t position) {
    const auto* symbol = line.sense(position, Category::currency_symbol);
    if (symbol == nullptr) return std::nullopt;
    auto currency = by_default(symbol->value);
    currency.end = position + 1;
    return currency;
}

std::optional<Currency> read_code(const Line& line, std::size_t position) {
    const auto* code = line.sense(position, Category::currency_code);
    if (code == nullptr) return std::nullopt;
    const bool sign = line.glued(position + 1) && line.is(position + 1, Category::currency_symbol);
    if (!sign && !line[position].all_capital) return std::nullopt;
    auto currency = with_factor(code->value);
    currency.end = position + (sign ? 2U : 1U);  // AUD$
    return currency;
}

/// "US $ 5", "HK $ 10": tokens set apart by spaces, but not "the US $5 million".
bool is_set_apart(const Line& line, std::size_t symbol) {
    return line[symbol - 1].all_capital && line.gap(symbol) == Gap::space &&
           line.is_digits(symbol + 1) && !line.glued(symbol + 1);
}

/// The code of a currency in one token with digits, on either side of them.
const Word* glued_code(const Line& line, std::size_t position) {
    const auto& lexeme = line[position];
    if (lexeme.code != nullptr || lexeme.behind == nullptr) return lexeme.code;
    const auto letters = line.text(position).substr(lexeme.front_size);
    const bool capital = std::all_of(
        letters.begin(), letters.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
    const bool code = (lexeme.behind->categories & bit(Category::currency_code)) != 0;
    return capital && code ? lexeme.behind : nullptr;
}

/// "62p": but 720p and 1080p are rows of a picture.
std::optional<Currency> read_glued_part(const Line& line, std::size_t position) {
    constexpr std::int32_t most = 1000;
    constexpr std::int32_t rows = 120;
    const auto& lexeme = line[position];
    const auto* part =
        lexeme.behind != nullptr ? lexeme.behind->sense(Category::currency_part) : nullptr;
    if (part == nullptr || !part->value.ends_with(glued_part)) return std::nullopt;
    const auto value = lexeme.front.value.small_integer();
    const bool picture = value && *value % rows == 0;
    if (picture || !(lexeme.front.value < Decimal(most))) return std::nullopt;
    if (line.text(position).substr(lexeme.front_size) != part->form) return std::nullopt;
    auto currency = with_factor(part->value);
    currency.end = position + 1;
    currency.is_part = true;
    return currency;
}

/// "US-Dollar", "Hongkong-Dollar", "Schweizer Franken", "US$": a country, then what it shares.
std::optional<Currency> read_of_country(const Line& line, std::size_t position) {
    const auto country = line.starting(position, Category::currency_country);
    if (!country) return std::nullopt;
    const auto at = line.after_hyphen(position + country.length);
    auto name = line.starting(at, Category::currency);
    if (name && !line.can_be_noun(at)) name = {};
    if (!name && (line.glued(at) || is_set_apart(line, at))) {
        name = {line.sense(at, Category::currency_symbol), 1};
    }
    if (!name) return std::nullopt;
    const auto unit = of_country(name.sense->value, country.sense->value);
    if (unit.empty()) return std::nullopt;
    return Currency{.end = at + name.length,
                    .unit = unit,
                    .factor = Decimal(1),
                    .is_name = name.sense->category == Category::currency};
}

}  // namespace

std::optional<Currency> read_currency(const Line& line, std::size_t position) {
    if (auto currency = read_of_country(line, position)) return currency;
    if (auto currency = read_name(line, position)) return currency;
    if (auto currency = read_symbol(line, position)) return currency;
    return read_code(line, position);
}

std::optional<Currency> read_glued_currency(const Line& line, std::size_t position) {
    if (auto part = read_glued_part(line, position)) return part;
    const auto* code = glued_code(line, position);
    if (code == nullptr) return std::nullopt;
    for (const auto& sense : code->senses) {
        if (sense.category != Category::currency_code) continue;
        auto currency = with_factor(sense.value);
        currency.end = position + 1;
        return currency;
    }
    return std::nullopt;
}

std::optional<Currency> read_name_before(const Line& line, std::size_t position) {
    const auto* name = line.sense(position, Category::currency);
    if (name == nullptr || !line[position].capital) return std::nullopt;
    auto currency = by_default(name->value);
    currency.end = position + 1;
    return currency;
}

std::optional<Currency> read_currency_before(const Line& line, std::size_t position) {
    auto currency = read_of_country(line, position);
    if (currency && !currency->is_name) return currency;
    currency = read_symbol(line, position);
    return currency ? currency : read_code(line, position);
}

bool may_be_part_of(const Sense& part, std::string_view unit) {
    auto list = part.value;
    next_item(list);
    next_item(list);
    while (!list.empty()) {
        if (next_item(list) == unit) return true;
    }
    return false;
}

}  // namespace wortfeld::quantity
