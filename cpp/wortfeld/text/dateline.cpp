#include "wortfeld/text/dateline.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <string>

namespace wortfeld::text {
namespace {

constexpr unsigned first_year = 1500;
constexpr unsigned last_year = 2199;

/// Reads a line from left to right; a failed reading leaves the position where it was.
class Reader {
  public:
    Reader(std::string_view line, std::size_t position) : line_(line), position_(position) {}

    [[nodiscard]] std::size_t position() const noexcept { return position_; }
    [[nodiscard]] bool at_digit() const noexcept {
        return position_ < line_.size() && is_ascii_digit(line_[position_]);
    }

    /// A run of `fewest` to `most` digits.
    std::optional<unsigned> number(std::size_t fewest, std::size_t most) noexcept {
        auto end = position_;
        while (end < line_.size() && is_ascii_digit(line_[end])) ++end;
        const auto size = end - position_;
        if (size < fewest || size > most) return std::nullopt;
        unsigned value = 0;
        std::from_chars(line_.data() + position_, line_.data() + end, value);
        position_ = end;
        return value;
    }

    bool literal(std::string_view text) noexcept {
        if (!line_.substr(position_).starts_with(text)) return false;
        position_ += text.size();
        return true;
    }

    void skip_spaces() noexcept {
        while (position_ < line_.size()) {
            auto next = position_;
            if (!is_white_space(utf8::next(line_, next))) return;
            position_ = next;
        }
    }

    /// A run of letters, perhaps empty.
    std::string_view word() noexcept {
        const auto begin = position_;
        while (position_ < line_.size()) {
            auto next = position_;
            if (!is_letter(utf8::next(line_, next))) break;
            position_ = next;
        }
        return line_.substr(begin, position_ - begin);
    }

  private:
    std::string_view line_;
    std::size_t position_;
};

/// Days since 1970-01-01, if there is such a day.
std::optional<std::int32_t> days_of(unsigned year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

using Days = std::optional<std::int32_t>;

/// What stands between year and month, and between month and day where that is the same or 月.
std::string_view read_separator(Reader& reader) {
    if (reader.literal("年")) return "月";
    for (const std::string_view separator : {"-", "/", "."}) {
        if (reader.literal(separator)) return separator;
    }
    return {};
}

/// 2025-10-22, 2025/10/22, 2025.10.22 and 2025年10月22日.
Days read_year_first(Reader& reader) {
    const auto year = reader.number(4, 4);
    if (!year) return {};
    const auto separator = read_separator(reader);
    if (separator.empty()) return {};
    const auto month = reader.number(1, 2);
    if (!month || !reader.literal(separator)) return {};
    const auto day = reader.number(1, 2);
    if (!day || (separator == "月" && !reader.literal("日"))) return {};
    return days_of(*year, *month, *day);
}

std::optional<unsigned> read_month(Reader& reader, const Language& language) {
    const auto roles = language.words().of(reader.word());
    if (!roles.has(Role::month)) reader.literal(".");
    if (roles.month == nullptr) return {};
    const auto value = roles.month->value;
    unsigned month = 0;
    std::from_chars(value.data(), value.data() + value.size(), month);
    return month;
}

/// 22.10.2025, 22. 10. 2025 and 22. Oktober 2025, 22 October 2025.
Days read_day_first(Reader& reader, const Language& language) {
    const auto day = reader.number(1, 2);
    if (!day) return {};
    const bool dot = reader.literal(".");
    reader.skip_spaces();
    const bool numeric = reader.at_digit();
    if (numeric && !dot) return {};
    const auto month = numeric ? reader.number(1, 2) : read_month(reader, language);
    if (!month || (numeric && !reader.literal("."))) return {};
    reader.skip_spaces();
    const auto year = reader.number(4, 4);
    return year ? days_of(*year, *month, *day) : Days();
}

/// 22/10/2025 or 10/22/2025, if the other reading is no date.
Days read_slashes(Reader& reader) {
    const auto first = reader.number(1, 2);
    if (!first || !reader.literal("/")) return {};
    const auto second = reader.number(1, 2);
    if (!second || !reader.literal("/")) return {};
    const auto year = reader.number(4, 4);
    if (!year) return {};
    const auto day_first = days_of(*year, *second, *first);
    const auto month_first = days_of(*year, *first, *second);
    if (day_first && month_first && day_first != month_first) return {};
    return day_first ? day_first : month_first;
}

/// October 22, 2025.
Days read_month_first(Reader& reader, const Language& language) {
    const auto month = read_month(reader, language);
    if (!month) return {};
    reader.skip_spaces();
    const auto day = reader.number(1, 2);
    if (!day) return {};
    reader.literal(",");
    reader.skip_spaces();
    const auto year = reader.number(4, 4);
    return year ? days_of(*year, *month, *day) : Days();
}

/// 10:42, 10:42:07Z, 10.42, behind spaces, a comma, a bar, a word such as "um" or the T of ISO
/// 8601.
bool read_time(Reader& reader, const Language& language) {
    reader.skip_spaces();
    if (reader.literal(",") || reader.literal("|") || reader.literal("-")) reader.skip_spaces();
    const auto word = reader.word();
    const bool known = word == "T" || language.words().has(word, Role::timestamp_word);
    if (!word.empty() && !known) return false;
    reader.skip_spaces();
    const auto hour = reader.number(1, 2);
    if (!hour || *hour > 24) return false;
    const bool colon = reader.literal(":");
    if (!colon && !reader.literal(".")) return false;
    const auto minute = reader.number(2, 2);
    if (!minute || *minute > 59) return false;
    if (colon && reader.literal(":") && !reader.number(2, 2)) return false;
    reader.literal("Z");
    return true;
}

Days read_date(Reader& reader, const Language& language) {
    const auto start = reader;
    if (!reader.at_digit()) return read_month_first(reader, language);
    if (const auto days = read_year_first(reader)) return days;
    reader = start;
    if (const auto days = read_slashes(reader)) return days;
    reader = start;
    return read_day_first(reader, language);
}

std::optional<Dateline> read_dateline(std::string_view line,
                                      std::size_t begin,
                                      const Language& language) {
    Reader reader(line, begin);
    const auto days = read_date(reader, language);
    if (!days || reader.at_digit()) return std::nullopt;
    auto behind = reader;
    const bool has_time = read_time(behind, language);
    if (has_time) reader = behind;
    return Dateline{.span = {.begin = static_cast<std::uint32_t>(begin),
                             .end = static_cast<std::uint32_t>(reader.position())},
                    .days = *days,
                    .has_time = has_time};
}

}  // namespace

std::optional<Dateline> find_dateline(std::string_view line, const Language& language) {
    // Every date has a year in digits.
    if (std::none_of(line.begin(), line.end(), is_ascii_digit)) return std::nullopt;
    auto previous = U' ';
    for (std::size_t position = 0; position < line.size();) {
        auto next = position;
        const auto character = utf8::next(line, next);
        const bool digit = character < 0x80 && is_ascii_digit(static_cast<char>(character));
        const bool number_start = digit && (previous < U'0' || previous > U'9');
        const bool word_start = is_letter(character) && !is_letter(previous);
        if (number_start || word_start) {
            if (auto found = read_dateline(line, position, language)) return found;
        }
        previous = character;
        position = next;
    }
    return std::nullopt;
}

}  // namespace wortfeld::text
