// Dates that leave their month or year to a later one: "3., 4. und 12. Oktober", "Mai und Juni
// 2024".
#pragma once

#include "wortfeld/quantity/dates.hpp"

#include <cstddef>
#include <optional>

namespace wortfeld::quantity {

/// The position behind what joins the parts of a list, a comma, "und" or both with an article
/// behind; `at` itself if nothing does.
std::size_t after_list_joint(const Line& line, std::size_t at);

/// The first of several days of one month that are no range: the 3. of "3. und 12. Oktober".
MaybeDate read_listed_day(const Line& line, std::size_t begin, const DateContext& context);
/// A day behind another one of its month, where the month stands first: the 5 of "May 3 and 5".
MaybeDate read_further_day(const Line& line, std::size_t begin, const DateContext& context);
/// The year behind the last of several days of a month: the 2024 of "May 3, 4 and 5, 2024".
std::optional<int> year_behind_days(const Line& line, std::size_t end, const DateContext& context);
/// The position behind what joins two months or quarters, "bis", "auf", a dash or a list's joint;
/// `at` itself if nothing does.
std::size_t after_period_joint(const Line& line, std::size_t at);
/// A day in digits with its year: 31.12.2025.
std::optional<CivilDate> read_digit_date(const Line& line,
                                         std::size_t position,
                                         const DateContext& context);
/// The position behind what stands between two days of a range, with an article; `at` itself if
/// nothing does.
std::size_t after_range_of_days(const Line& line, std::size_t at);
/// The year of a day by that of the later one it is joined to: "14. Mai bis 3. Juni 2025", "1.10.
/// bis 30.9.2025".
std::optional<int> year_of_upper_bound(const Line& line,
                                       const DayAndMonth& low,
                                       const DateContext& context);
/// The year of a month that ends at a position by the one behind a later month: "Mai und Juni
/// 2024".
std::optional<int> year_of_later_month(const Line& line,
                                       const MonthName& month,
                                       const DateContext& context);

}  // namespace wortfeld::quantity
