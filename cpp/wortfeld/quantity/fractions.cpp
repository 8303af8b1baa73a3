#include "wortfeld/quantity/amounts.hpp"
#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/scales.hpp"
#include "wortfeld/quantity/spelled.hpp"

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
constexpr std::int32_t thousand = 1000;
constexpr std::int32_t first_improper = 5;  // "ten quarters" and "three halves" are rather things

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
    if (name == nullptr || numerator < 1) return std::nullopt;
    const bool is_ordinal = name->value.ends_with(ordinal);
    const bool improper = !is_ordinal && name->number >= first_improper;
    if (numerator >= name->number && !improper) return std::nullopt;
    const bool of = line.is(name_at + 1, Category::fraction_of);
    const bool hyphen = name_at != at;
    // "the two hundredth visitor"
    if (is_ordinal && numerator != 1 && !of && !hyphen) return std::nullopt;
    if (is_ordinal && !of && !hyphen && (!one || line.is_noun(name_at + 1))) return std::nullopt;
    return Part{.end = name_at + 1, .numerator = numerator, .denominator = name->number};
}

/// Whether "a third" is a part before what stands at a position, and no "third person".
bool may_follow_part(const Line& line, std::size_t position) {
    constexpr auto units = bit(Category::percent) | bit(Category::magnitude) |
                           bit(Category::currency) | bit(Category::unit) | bit(Category::time_unit);
    return !text::is_word(line[position].kind) || (line[position].opens() & units) != 0;
}

/// The numerator in words of a part that is added: "three", "fifty-four".
std::optional<Amount> read_numerator(const Line& line, std::size_t at) {
    if (const auto spelled = read_spelled(line, at); spelled && !spelled->article) {
        return Amount{.begin = at, .end = spelled->end, .value = spelled->value};
    }
    if (!line[at].number) return std::nullopt;
    return Amount{.begin = at, .end = at + 1, .value = *line[at].number};
}

/// Behind a hyphen that joins the words of a number: five-and-a-half.
std::size_t after_inner_hyphen(const Line& line, std::size_t at) {
    return line.writing().spaced_numbers && line.is_tight_hyphen(at) ? at + 1 : at;
}

/// "three quarters", "a half", "1/2" as what is added to an integer.
std::optional<Part> read_added(const Line& line, std::size_t at) {
    if (adds_half(line, at)) return Part{.end = at + 1, .numerator = 1, .denominator = 2};
    if (line.is(at, Category::article)) {
        const auto half = after_inner_hyphen(line, at + 1);
        if (line.is(half, Category::half)) {
            return Part{.end = half + 1, .numerator = 1, .denominator = 2};
        }
        const auto part = read_name(line, at + 1, 1, true);
        return part && may_follow_part(line, part->end) ? part : std::nullopt;
    }
    if (line.is_digits(at)) return read_slashed(line, at);
    const auto numerator = read_numerator(line, at);
    const auto value = numerator ? numerator->value.small_integer() : std::nullopt;
    return value ? read_name(line, numerator->end, *value, true) : std::nullopt;
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
    amount.scale = Decimal(1);
    amount.scaled = false;
}

/// Multiplies by a magnitude; where the product has no end it stands as a quotient.
void apply_magnitude(const Scale& scale, Amount& amount) {
    const auto product = amount.value.times(scale.factor);
    if (!product) return;
    const auto exact = product->divided_by(amount.denominator);
    amount.value = exact.value_or(*product);
    if (exact) amount.denominator = 1;
    amount.scale = scale.factor;
    amount.scaled = true;
    amount.end = scale.end;
}

/// "a quarter of a million", "one half of 1 percent": what the part is of.
void apply_whole(const Line& line, Amount& amount) {
    if (!line.is(amount.end, Category::fraction_of)) {
        // "three quarters billion"; in "a quarter million-dollar houses" it belongs to them.
        const auto scale = amount.is_slashed ? std::nullopt : read_scale(line, amount.end);
        if (scale && !line.is_tight_hyphen(scale->end)) apply_magnitude(*scale, amount);
        return;
    }
    const auto one = amount.end + 1;
    const bool article = line.is(one, Category::article);
    const bool number = (line[one].number && *line[one].number == Decimal(1)) ||
                        (line.is_digits(one) && line[one].digits.value == Decimal(1));
    if (!article && !number) return;
    if (line.starting(one + 1, Category::percent)) {
        amount.end = one + 1;
        return;
    }
    if (const auto scale = article ? read_scale(line, one + 1) : std::nullopt) {
        apply_magnitude(*scale, amount);
    }
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

/// Adds so large a part of a whole; where the sum has no end it stands as a quotient.
void add_part(const Part& part, const Decimal& whole, Amount& amount) {
    const auto share = Decimal(part.numerator).times(whole);
    if (!share) return;
    const auto denominator = static_cast<std::uint32_t>(part.denominator);
    const auto exact = share->divided_by(denominator);
    const auto value = exact ? amount.value : amount.value.times(Decimal(part.denominator));
    const auto sum = value ? value->plus(exact.value_or(*share)) : std::nullopt;
    if (!sum) return;
    amount.value = *sum;
    amount.denominator = exact ? 1U : denominator;
    amount.end = part.end;
}

/// Whether a part behind it is one of its magnitude: "a million and a half", not "a hundred and".
bool ends_in_magnitude(const Line& line, const Amount& amount) {
    const bool magnitude = line.is(amount.end - 1, Category::magnitude) ||
                           line.is(amount.end - 1, Category::magnitude_short);
    return amount.scaled && magnitude && !(amount.scale < Decimal(thousand));
}

}  // namespace

bool adds_half(const Line& line, std::size_t position) {
    const auto* half = line.sense(position, Category::half);
    return half != nullptr && half->value.ends_with(" added");
}

void add_vulgar_fraction(const Line& line, Amount& amount) {
    const auto* sense = line.sense(amount.end, Category::vulgar_fraction);
    if (sense == nullptr) return;
    const auto slash = sense->value.find('/');
    const auto end = amount.end + 1;
    if (slash == std::string_view::npos) {
        amount.value = amount.value.plus(sense->amount).value_or(amount.value);
        amount.end = end;
        return;
    }
    const auto numerator = Decimal::parse(sense->value.substr(0, slash));
    const auto denominator = Decimal::parse(sense->value.substr(slash + 1));
    if (!numerator || !denominator) return;
    const Part part{.end = end,
                    .numerator = numerator->small_integer().value_or(0),
                    .denominator = denominator->small_integer().value_or(1)};
    add_part(part, Decimal(1), amount);
}

bool apply_fraction(const Line& line, Amount& amount) {
    const bool single = amount.end == amount.begin + 1;
    if (!single && amount.form != AmountForm::word) return false;
    const auto numerator = amount.value.small_integer();
    // "previous three quarters" of the year
    const bool times = line.is(amount.end, Category::time_unit) && amount.begin > 0 &&
                       line.is(amount.begin - 1, Category::deictic);
    if (!numerator || times) return false;
    auto part = single ? read_slashed(line, amount.begin) : std::nullopt;
    const bool slashed = part.has_value();
    const bool one = !line.is(amount.begin, Category::article);
    if (!part) part = read_name(line, amount.end, *numerator, one);
    if (!part && one && single) part = read_ratio(line, amount.end, *numerator);
    if (!part) return false;
    set_fraction(*part, amount);
    amount.is_slashed = slashed;
    apply_whole(line, amount);
    return true;
}

void add_fraction(const Line& line, Amount& amount) {
    const bool whole = amount.value.is_integer() && amount.denominator == 1 && !amount.high;
    if (!whole || amount.form == AmountForm::article) return;
    const auto behind = after_inner_hyphen(line, amount.end);
    const bool joint = line.is(behind, Category::conjunction);
    const auto at = joint ? after_inner_hyphen(line, behind + 1) : behind;
    if (!joint && (amount.scaled || !line.is_digits(at))) return;
    if (ends_in_magnitude(line, amount)) return;
    // "3-1/2 percent", but "2024-1/2" is the number of an issue.
    const bool small = Decimal(0) < amount.value && amount.value < Decimal(thousand);
    if (behind != amount.end && !small) return;
    const auto part = read_added(line, at);
    if (part) add_part(*part, Decimal(1), amount);
}

void add_magnitude_fraction(const Line& line, Amount& amount) {
    const bool plain = amount.scaled && !amount.high && amount.denominator == 1 &&
                       line.is(amount.end, Category::conjunction);
    if (!plain || !line.writing().spaced_numbers || !amount.coefficient.is_integer()) return;
    auto part = read_added(line, amount.end + 1);
    // "3 million and a quarter of them", "a million and a half-million"
    const bool of_them =
        part && line.is(part->end, Category::fraction_of) && !adds_half(line, amount.end + 1);
    if (!part || of_them || line.is_tight_hyphen(part->end)) return;
    auto of = amount.scale;
    if (const auto scale = read_scale(line, part->end)) {
        if (!(scale->factor < amount.scale)) return;
        of = scale->factor;
        part->end = scale->end;
    } else if (!ends_in_magnitude(line, amount)) {
        of = Decimal(1);
    }
    add_part(*part, of, amount);
}

}  // namespace wortfeld::quantity
