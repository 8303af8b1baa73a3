// Dates and durations: what they share. Each reader takes what stands at a position, the longest.
#pragma once

#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/quantity/line.hpp"
#include "wortfeld/quantity/match.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/quantity/tense.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wortfeld::quantity {

/// "Today" of the document. It remembers that it was asked for: what is read until then is the same
/// whatever day it is.
class ReferenceDay {
  public:
    explicit ReferenceDay(std::optional<Day> day = {}) : day_(day) {}

    [[nodiscard]] const std::optional<Day>& day() const noexcept {
        was_asked_ = true;
        return day_;
    }
    [[nodiscard]] bool was_asked() const noexcept { return was_asked_; }

  private:
    std::optional<Day> day_;
    mutable bool was_asked_ = false;
};

/// What is known about time where a date stands.
struct DateContext {
    ReferenceDay reference = ReferenceDay{};
    std::optional<Period> anchor = {};   ///< the last calendar date mentioned
    std::optional<Period> named = {};    ///< the same, but none that counts from it: Vorjahr
    std::size_t lines_since_anchor = 0;  ///< sentences since then
    std::optional<Day> moment = {};  ///< the day meant by an anchor that is longer: vor einem Jahr
    std::size_t lines_since_named = 0;
    std::optional<int> year = {};      ///< the last year written out
    std::size_t lines_since_year = 0;  ///< sentences since then
    Tense* tense = nullptr;            ///< of the clause that is read
    std::size_t last_end = 0;          ///< behind the last date of this sentence, 0: none
};

struct DateMatch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view rule = {};
    std::optional<Period> period = {};   ///< nothing: no days, or not resolved
    std::string timex = {};              ///< where there is no period
    Modifier modifier = Modifier::none;  ///< start, middle, end, vague
    std::optional<Day> moment = {};      ///< of a distance: the same day a year ago
    bool is_duration = false;
    bool is_complete = false;  ///< day, month and year written out
    std::optional<int> written_year = {};
    std::string alternatives = {};  ///< other readings of the days, joined by " | "
    bool is_neighbour = false;      ///< counts from the date named before it: Vorjahr
    bool is_impossible = false;     ///< 31. Februar: no date, and nothing inside it is one
};

using MaybeDate = std::optional<DateMatch>;
/// Keeps the longer of two, the first where they are as long.
void keep_longer(MaybeDate& best, MaybeDate other);

/// A year behind a month, quarter or day: "2026", "des Jahres 2026", "dieses Jahres".
struct YearTail {
    std::size_t end = 0;
    std::optional<int> year = {};  ///< nothing where there is no reference date
    bool written = false;          ///< in digits
};
std::optional<YearTail> read_year_tail(const Line& line,
                                       std::size_t position,
                                       const DateContext& context);
/// The calendar unit of a part_noun row, "Q -4", beside the date named just before it, where that
/// one is no longer than the unit and the past stays past; else beside the reference date.
std::optional<Period> neighbour_period(std::string_view unit, const DateContext& context);
/// Four digits that can be a year, with no unit behind that would make them an amount.
std::optional<int> year_digits(const Line& line, std::size_t position);
/// A deictic word and a noun for a year: "dieses Jahres"; the offset from the reference year.
std::optional<YearTail> read_deictic_year(const Line& line,
                                          std::size_t position,
                                          const DateContext& context);
/// Whether what stands behind a number makes it an amount: 2000 Euro, 2000 Prozent.
bool has_unit(const Line& line, std::size_t end);
/// Whether a word like Nr. or Artikel stands before a number, which then is no date.
bool is_label_before(const Line& line, std::size_t begin);
/// One or two digits without a mark: a day or month number.
std::optional<int> short_number(const Line& line, std::size_t position);

/// How the number of a day is written.
enum class DayForm : std::uint8_t {
    digits,   ///< March 10
    ordinal,  ///< 10. März, 10th
    word      ///< zehnten, tenth
};
/// The number of a day of the month with the mark that belongs to it, not yet checked.
struct DayNumber {
    std::size_t end = 0;
    int day = 1;
    DayForm form = DayForm::ordinal;
};
std::optional<DayNumber> read_day_number(const Line& line, std::size_t position);

/// A month name, with its full stop where it is an abbreviation.
struct MonthName {
    std::size_t end = 0;
    int month = 1;
};
std::optional<MonthName> read_month_name(const Line& line, std::size_t position);

/// The time that the clause speaks of.
Time time_of(const DateContext& context);
/// The year that a day without one lies in: the latest past one in a clause that speaks of the
/// past, the next one where it speaks of the future, else that of the nearest such day; or that of
/// a past the text has just spoken of.
std::optional<int> implied_year(const DateContext& context, int month, int day);
/// The same for a month; with neither tense the latest one, or one that is about to come.
std::optional<int> implied_year_of_month(const DateContext& context, int month);
/// The date of a day and month, with the year behind `end` or the one implied.
struct DayAndMonth {
    std::size_t end = 0;
    int day = 1;
    int month = 1;
};
DateMatch dated(const Line& line,
                std::size_t begin,
                const DayAndMonth& found,
                const DateContext& context);
/// The TIMEX3 value of a period whose year was implied, in the year on the other side of the
/// reference date: the last 10 March where the next one is meant. Empty without a reference date.
std::string other_year(const DateContext& context, const Period& period);
/// The digits of an unknown year in a TIMEX3 value.
inline constexpr std::string_view unknown_year = "XXXX";

/// The whole number or its range, read up to a unit of time.
MaybeDate read_duration(const Line& line, std::size_t begin, const Amounts& amounts);
/// A day so far away as a duration that was read: vor drei Jahren, drei Monate später.
MaybeDate read_distance(const Line& line, const DateMatch& duration, const DateContext& context);
MaybeDate read_later(const Line& line, const DateMatch& duration, const DateContext& context);

/// "2026-03-10", "2026-03-10T10:42", "10-Mar-2026".
MaybeDate read_iso(const Line& line, std::size_t begin);
/// Day, month and year in digits: 10.3.2026, 3/10/2026; day and month alone behind "am", "on".
MaybeDate read_numeric(const Line& line, std::size_t begin, const DateContext& context);
/// "14.-16.5.", "3. bis 5.10.2026".
MaybeDate read_numeric_range(const Line& line, std::size_t begin, const DateContext& context);
/// "03/2025", "2025-03": month and year in digits.
MaybeDate read_numeric_month(const Line& line, std::size_t begin);
MaybeDate read_day(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_day_range(const Line& line, std::size_t begin, const DateContext& context);
/// "10. dieses Monats", "20th of next month".
MaybeDate read_day_of_month(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_weekday(const Line& line, std::size_t begin, const DateContext& context);
/// "first Friday of July", "letzte Woche im Mai": the one of that number.
MaybeDate read_nth(const Line& line, std::size_t begin, const DateContext& context);
/// "week of April 10".
MaybeDate read_week_of_day(const Line& line, std::size_t begin, const DateContext& context);
/// "Friday the 15th": the nearest one, the number of the day stands at `at`.
MaybeDate read_weekday_and_number(const Line& line,
                                  std::size_t begin,
                                  std::size_t at,
                                  const DateContext& context);
MaybeDate read_month(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_quarter(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_week(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_season(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_first_months(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_named_year(const Line& line, std::size_t begin);
MaybeDate read_fiscal_code(const Line& line, std::size_t begin);
MaybeDate read_bare_year(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_era(const Line& line, std::size_t begin);
/// "nineteen seventies", "nineteen ninety-nine": the century and the rest in words.
MaybeDate read_spoken_year(const Line& line, std::size_t begin);
MaybeDate read_decade(const Line& line, std::size_t begin);
MaybeDate read_century(const Line& line, std::size_t begin);
MaybeDate read_deictic(const Line& line, std::size_t begin, const DateContext& context);
/// "l'année dernière", "lundi prochain": the word that points stands behind.
MaybeDate read_deictic_behind(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_day_word(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_part(const Line& line, std::size_t begin, const DateContext& context);
MaybeDate read_reference(const Line& line, std::size_t begin);

/// The calendar date without "Anfang", "Ende" around it that starts at a position.
MaybeDate read_calendar(const Line& line, std::size_t begin, const DateContext& context);
/// Any date, duration or reference that starts at a position, where these amounts do.
MaybeDate read_date(const Line& line,
                    std::size_t begin,
                    const DateContext& context,
                    const Amounts& amounts);
/// The quantity of a date, with its modifier.
Match date_match(const Line& line, const DateMatch& date);
/// What a date that was found tells the dates behind it.
void remember(const DateMatch& date, DateContext& context);

}  // namespace wortfeld::quantity
