#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/scales.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace wortfeld::quantity {
namespace {

/// Denominators that fractions in digits have; 24/7 and 9/11 are none.
constexpr std::array<std::int32_t, 10> denominators{2, 3, 4, 5, 6, 8, 10, 16, 32, 100};
constexpr std::string_view ordinal =
    "ordinal";  // "third" is a part only in "one third", "a third of"

/// A part of a whole and where it ends.
struct Part {
    std::size_t end = 0;
    std::int32_t numerator = 1;
    std::int32_t denominator = 1;
};

/// "1/3".
std::optional<Part> read_slashed(const Line& line, std::size_t begin) {
    const auto& first = line[begin].digits;
    const auto& second = line[begin + 2].digits;
    const bool slash = line.is_mark(begin + 1, '/') || line.text(begin + 1) == "\u2044";
    if (!slash || !line.glued(begin + 1) || !line.glued(begin + 2)) return std::nullopt;
    if (first.shape != DigitShape::integer || second.shape != DigitShape::integer) {
        return std::nullopt;
    }
    const auto numerator = first.value.small_integer();
    const auto denominator = second.value.small_integer();
    if (!numerator || !denominator || *numerator < 1 || *numerator >= *denominator) {
        return std::nullopt;
    }
    const bool known =
        std::find(denominators.begin(), denominators.end(), *denominator) != denominators.end();
    const bool goes_on = line.is_mark(begin + 3, '/') && line.glued(begin + 3);
    if (!known || goes_on) return std::nullopt;
    return Part{.end = begin + 3, .numerator = *numerator, .denominator = *denominator};
}

/// The name of a part behind a numerator that ends at a position: "Drittel", "-thirds".
std::optional<Part> read_name(const Line& line, std::size_t at, std::int32_t numerator, bool one) {
    const auto name_at = line.after_hyphen(at);
    const auto* name = line.sense(name_at, Category::fraction);
    if (name == nullptr || numerator < 1 || numerator >= name->number) return std::nullopt;
    const bool is_ordinal = name->value.ends_with(ordinal);
    const bool of = line.is(name_at + 1, Category::fraction_of);
    const bool hyphen = name_at != at;
    if (is_ordinal && !of && !hyphen && (!one || line.is_noun(name_at + 1))) return std::nullopt;
    return Part{.end = name_at + 1, .numerator = numerator, .denominator = name->number};
}

/// "three quarters", "a half", "1/2" as what is added to an integer.
std::optional<Part> read_added(const Line& line, std::size_t at) {
    if (line.is(at, Category::article)) {
        if (line.is(at + 1, Category::half)) {
            return Part{.end = at + 2, .numerator = 1, .denominator = 2};
        }
        return read_name(line, at + 1, 1, true);
    }
    if (line.is_digits(at)) return read_slashed(line, at);
    const auto numerator = line[at].number ? line[at].number->small_integer() : std::nullopt;
    return numerator ? read_name(line, at + 1, *numerator, true) : std::nullopt;
}

void set_fraction(const Part& part, Amount& amount) {
    amount.end = part.end;
    amount.form = AmountForm::fraction;
    amount.value = Decimal(part.numerator);
    const auto denominator = static_cast<std::uint32_t>(part.denominator);
    if (const auto exact = amount.value.divided_by(denominator)) {
        amount.value = *exact;
    } else {
        amount.denominator = denominator;
    }
    amount.coefficient = amount.value;
}

/// "a quarter of a million", "one half of 1 percent": what the part is of.
void apply_whole(const Line& line, Amount& amount) {
    if (!line.is(amount.end, Category::fraction_of)) return;
    const auto one = amount.end + 1;
    const bool article = line.is(one, Category::article);
    const bool number = (line[one].number && *line[one].number == Decimal(1)) ||
                        (line.is_digits(one) && line[one].digits.value == Decimal(1));
    if (!article && !number) return;
    if (line.starting(one + 1, Category::percent)) {
        amount.end = one + 1;
        return;
    }
    const auto scale = article ? read_scale(line, one + 1) : std::nullopt;
    const auto product = scale ? amount.value.times(scale->factor) : std::nullopt;
    const auto exact = product ? product->divided_by(amount.denominator) : std::nullopt;
    if (!exact) return;
    amount.value = *exact;
    amount.denominator = 1;
    amount.scale = scale->factor;
    amount.scaled = true;
    amount.end = scale->end;
}

/// "one in five", "3 out of 10": a part of a whole, unless the second is a length of time or a sum.
std::optional<Part> read_ratio(const Line& line, std::size_t at, std::int32_t numerator) {
    constexpr std::int32_t first_year = 1900;
    constexpr std::int32_t last_year = 2099;
    const auto joint = line.starting(at, Category::ratio);
    const auto whole = joint ? read_amount(line, at + joint.length) : std::nullopt;
    const auto denominator = whole ? whole->value.small_integer() : std::nullopt;
    if (!denominator || whole->high || numerator < 1 || numerator >= *denominator) {
        return std::nullopt;
    }
    const bool year =
        line.is_digits(whole->begin) && *denominator >= first_year && *denominator <= last_year;
    if (year || line.is(whole->end, Category::time_unit) || read_currency(line, whole->end) ||
        line.starting(whole->end, Category::percent)) {
        return std::nullopt;
    }
    return Part{.end = whole->end, .numerator = numerator, .denominator = *denominator};
}

}  // namespace

bool apply_fraction(const Line& line, Amount& amount) {
    if (amount.end != amount.begin + 1) return false;
    const auto numerator = amount.value.small_integer();
    if (!numerator) return false;
    auto part = read_slashed(line, amount.begin);
    const bool slashed = part.has_value();
    const bool one = !line.is(amount.begin, Category::article);
    if (!part) part = read_name(line, amount.end, *numerator, one);
    if (!part && one) part = read_ratio(line, amount.end, *numerator);
    if (!part) return false;
    set_fraction(*part, amount);
    amount.is_slashed = slashed;
    apply_whole(line, amount);
    return true;
}

void add_fraction(const Line& line, Amount& amount) {
    if (amount.scaled || !amount.value.is_integer() || amount.form == AmountForm::article) return;
    const bool joint = line.is(amount.end, Category::conjunction);
    const auto at = amount.end + (joint ? 1U : 0U);
    if (!joint && !line.is_digits(at)) return;
    const auto part = read_added(line, at);
    if (!part) return;
    const auto denominator = static_cast<std::uint32_t>(part->denominator);
    const auto exact = Decimal(part->numerator).divided_by(denominator);
    const auto sum = exact ? amount.value.plus(*exact) : std::nullopt;
    if (!sum) return;
    amount.value = *sum;
    amount.end = part->end;
}

}  // namespace wortfeld::quantity
