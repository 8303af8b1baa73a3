#include "quantity/readings.hpp"

#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <algorithm>
#include <charconv>

namespace wortfeld::quantity {
namespace {

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

std::optional<std::int32_t> day_named(std::string_view iso) {
    if (iso.size() != 10) return std::nullopt;
    return day_of({.year = number(iso.substr(0, 4)),
                   .month = number(iso.substr(5, 2)),
                   .day = number(iso.substr(8, 2))});
}

std::vector<Quantity> quantities_of(std::string_view text,
                                    std::optional<std::int32_t> reference,
                                    std::string_view language) {
    const auto& rules = text::language(language);
    const auto layout = text::lay_out(text, rules, false);
    return recognise({.text = text,
                      .tokens = layout.tokens,
                      .sentences = layout.sentences,
                      .language = rules,
                      .reference_date = reference},
                     {});
}

std::string written(std::string_view text, const Quantity& quantity) {
    std::string result(slice(text, quantity.span));
    result += " = " + quantity.reading;
    if (quantity.kind == QuantityKind::number && !quantity.unit.empty()) {
        result += " " + quantity.unit;
    }
    if (quantity.date_first) {
        const auto first = day_period(*quantity.date_first).timex;
        const auto last = day_period(*quantity.date_last).timex;
        result += " @" + first + (first == last ? "" : ".." + last);
    }
    if (quantity.modifier != Modifier::none)
        result += " " + std::string(name_of(quantity.modifier));
    return result;
}

std::vector<std::string> readings_of(std::string_view text,
                                     std::optional<std::int32_t> reference,
                                     std::string_view language) {
    std::vector<std::string> result;
    for (const auto& quantity : quantities_of(text, reference, language)) {
        result.push_back(written(text, quantity));
    }
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace wortfeld::quantity
