#include "wortfeld/quantity/durations_clock.hpp"

#include "wortfeld/quantity/dates_units.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view abbreviated = "short";  // no noun: "20 min", "20 Min."

}  // namespace

std::size_t fineness(std::string_view unit) noexcept {
    return static_cast<std::size_t>(std::find(duration_units.begin(), duration_units.end(), unit) -
                                    duration_units.begin());
}

bool is_short(const Sense& unit) noexcept {
    return unit.value.ends_with(abbreviated);
}

std::size_t after_stop(const Line& line, const Sense& unit, std::size_t end) {
    const bool stop = is_short(unit) && line.is_mark(end, '.') && line.glued(end);
    return end + (stop && end + 1 < line.size() ? 1U : 0U);
}

MaybeDate read_clocked(const Line& line, std::size_t begin) {
    constexpr std::size_t most = 3;
    constexpr std::int32_t minutes = 60;
    std::string timex = "PT";
    std::array<const Decimal*, most> numbers{};
    std::size_t count = 0;
    auto at = begin;
    while (count < most && line.is_digits(at)) {
        const auto& value = line[at].digits.value;
        const auto surface = line.text(at);
        const bool two = std::min(surface.find_first_not_of("0123456789"), surface.size()) == 2;
        if (count > 0 && (!two || !(value < Decimal(minutes)))) return std::nullopt;
        numbers.at(count++) = &value;
        ++at;
        if (!line.is_mark(at, ':') || !line.glued(at) || !line.glued(at + 1)) break;
        ++at;
    }
    const auto noun = line.starting(at, Category::time_unit);
    if (count < 2 || !noun || !line.can_be_noun(at) || line.is_behind_digits(begin)) {
        return std::nullopt;
    }
    auto unit = fineness(letters_of(*noun.sense));
    if (unit < fineness("TH") || unit + count > duration_units.size()) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i, ++unit) {
        if (!numbers.at(i)->is_zero())
            timex += numbers.at(i)->text() + duration_units.at(unit).back();
    }
    if (timex.size() == 2) return std::nullopt;
    DateMatch match{.begin = begin, .end = at + noun.length, .rule = "date.duration_clock"};
    match.end = after_stop(line, *noun.sense, match.end);
    match.timex = std::move(timex);
    match.is_duration = true;
    return match;
}

}  // namespace wortfeld::quantity
