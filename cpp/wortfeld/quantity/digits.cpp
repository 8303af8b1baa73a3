#include "wortfeld/quantity/digits.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";
constexpr std::string_view narrow_space = "\xE2\x80\xAF";  // joins digits into one token
constexpr int leap_year = 2000;
constexpr int first_short_year = 70;  // 70 to 99 are 19xx, 00 to 69 are 20xx

bool is_digit(char byte) noexcept {
    return byte >= '0' && byte <= '9';
}

/// Digits between marks: "1.234,5" is {1, 234, 5} with the marks ".,".
struct Groups {
    std::vector<std::string_view> digits;
    std::string marks;
};

std::optional<Groups> split_groups(std::string_view token) {
    Groups groups;
    while (true) {
        const auto end = static_cast<std::size_t>(
            std::find_if_not(token.begin(), token.end(), is_digit) - token.begin());
        if (end == 0) return std::nullopt;
        groups.digits.push_back(token.substr(0, end));
        token.remove_prefix(end);
        if (token.empty()) return groups;
        const bool curly = token.starts_with(curly_apostrophe);
        const bool narrow = token.starts_with(narrow_space);
        char mark = token.front();
        if (curly) mark = '\'';
        if (narrow) mark = ' ';
        groups.marks.push_back(mark);
        token.remove_prefix(curly || narrow ? narrow_space.size() : 1);
    }
}

/// Whether groups [0, count) are one to three digits, then threes, with one and the same mark.
bool is_grouping(const Groups& groups, std::size_t count) {
    if (count < 2 || groups.digits[0].size() > 3 || groups.digits[0].front() == '0') return false;
    for (std::size_t i = 1; i < count; ++i) {
        if (groups.digits[i].size() != 3 || groups.marks[i - 1] != groups.marks[0]) return false;
    }
    return true;
}

/// "12,34,567", "1,00,000.50": lakhs and crores, two digits a group and three in the last one.
bool is_indian(const Groups& groups) {
    const bool decimals = groups.marks.back() == '.';
    const auto count = groups.digits.size() - (decimals ? 1 : 0);
    if (count < 3 || groups.digits[0].size() > 2 || groups.digits[0].front() == '0') return false;
    for (std::size_t i = 1; i < count; ++i) {
        const std::size_t size = i + 1 == count ? 3 : 2;
        if (groups.digits[i].size() != size || groups.marks[i - 1] != ',') return false;
    }
    return true;
}

Digits made(DigitShape shape, const Groups& groups, bool has_decimals) {
    std::string plain;
    for (std::size_t i = 0; i < groups.digits.size(); ++i) {
        if (has_decimals && i + 1 == groups.digits.size()) plain.push_back('.');
        plain.append(groups.digits[i]);
    }
    const auto value = Decimal::parse(plain);
    if (!value) return {};
    return {.shape = shape, .value = *value};
}

Digits read_integer(const Groups& groups) {
    const bool padded = groups.digits[0].size() > 1 && groups.digits[0].front() == '0';
    return made(padded ? DigitShape::padded : DigitShape::integer, groups, false);
}

std::optional<int> small_number(std::string_view digits) {
    int value = 0;
    const auto* end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value);
    if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
    return value;
}

}  // namespace

Digits read_digits(std::string_view token, const NumberFormat& format) {
    if (token.empty() || !is_digit(token.front())) return {};
    const auto groups = split_groups(token);
    if (!groups) return {};
    const auto count = groups->digits.size();
    if (count == 1) return read_integer(*groups);
    const char last = groups->marks.back();
    const bool ours =
        groups->marks.find_first_not_of(format.group_marks + ' ') == std::string::npos;
    if (ours && is_grouping(*groups, count)) return made(DigitShape::grouped, *groups, false);
    const bool decimals =
        count == 2 || (groups->marks[0] != last && is_grouping(*groups, count - 1));
    if (last == format.decimal_mark && decimals) {
        return made(DigitShape::decimal, *groups, true);
    }
    if (format.decimal_mark == '.' && is_indian(*groups)) {
        return made(DigitShape::grouped, *groups, groups->marks.back() == '.');
    }
    const bool known = groups->marks.find_first_not_of(".,'") == std::string::npos;
    if (!known) return {};
    if (count > 2 && is_grouping(*groups, count)) {
        return made(DigitShape::foreign, *groups, false);
    }
    if (last != '\'' && decimals) return made(DigitShape::foreign, *groups, true);
    return {.shape = DigitShape::dotted, .value = {}};
}

std::optional<CivilDate> read_dotted_date(std::string_view token) {
    const auto groups = split_groups(token);
    if (!groups || groups->marks != "..") return std::nullopt;
    const auto& parts = groups->digits;
    const bool year_first = parts[0].size() == 4 && parts[2].size() <= 2;  // 2026.3.10
    const auto& first = parts[year_first ? 2 : 0];
    const auto& last = parts[year_first ? 0 : 2];
    const bool sized =
        first.size() <= 2 && parts[1].size() <= 2 && (last.size() == 2 || last.size() == 4);
    const auto day = small_number(first);
    const auto month = small_number(parts[1]);
    const auto year = small_number(last);
    if (!sized || !day || !month || !year) return std::nullopt;
    CivilDate date{.year = *year, .month = *month, .day = *day};
    if (last.size() == 2) date.year += *year < first_short_year ? 2000 : 1900;
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::optional<CivilDate> read_dotted_day(std::string_view token) {
    const auto groups = split_groups(token);
    if (!groups || groups->marks != ".") return std::nullopt;
    const auto& parts = groups->digits;
    if (parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
    CivilDate date{
        .year = leap_year, .month = *small_number(parts[1]), .day = *small_number(parts[0])};
    if (!is_valid(date)) return std::nullopt;
    date.year = 0;
    return date;
}

}  // namespace wortfeld::quantity
