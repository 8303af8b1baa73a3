#include "wortfeld/text/byline.hpp"

#include "wortfeld/text/dateline.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace wortfeld::text {
namespace {

std::int32_t days(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

/// "author=…; byline<…> timestamp<…>", or "none".
std::string show(std::string_view line, std::string_view code) {
    const auto byline = read_byline(line, language(code));
    if (!byline) return "none";
    std::string result = "author=" + std::string(byline->author) + ';';
    for (const auto& piece : byline->pieces) {
        result += ' ';
        result += name_of(piece.zone);
        result += '<' + std::string(slice(line, piece.span)) + '>';
    }
    return result;
}

struct BylineCase {
    std::string_view line;
    std::string_view shown;
};

const BylineCase german_cases[] = {
    {"王智远2025-10-22 10:42", "author=王智远; byline<王智远> timestamp<2025-10-22 10:42>"},
    {"Max Müller2025-10-22", "author=Max Müller; byline<Max Müller> timestamp<2025-10-22>"},
    {"Raven AI · 2025-10-29 07:59",
     "author=Raven AI; byline<Raven AI ·> timestamp<2025-10-29 07:59>"},
    {"Von Max Mustermann, 12. März 2025",
     "author=Max Mustermann; byline<Von Max Mustermann,> timestamp<12. März 2025>"},
    {"Von Max Mustermann und Eva Muster, Berlin",
     "author=Max Mustermann und Eva Muster; byline<Von Max Mustermann und Eva Muster, Berlin>"},
    {"Ein Gastbeitrag von Prof. Dr. Eva Muster",
     "author=Prof. Dr. Eva Muster; byline<Ein Gastbeitrag von Prof. Dr. Eva Muster>"},
    {"Autor: Max Mustermann", "author=Max Mustermann; byline<Autor: Max Mustermann>"},
    {"12.03.2025, 14:05 | Von Max Mustermann | Lesezeit: 5 Min.",
     "author=Max Mustermann; timestamp<12.03.2025, 14:05> byline<| Von Max Mustermann | "
     "Lesezeit: 5 Min.>"},
    {"Stand: 3.2.2026, 14:05 Uhr", "author=; timestamp<Stand: 3.2.2026, 14:05 Uhr>"},
    {"Veröffentlicht am 12.03.2025 um 14:05 Uhr",
     "author=; timestamp<Veröffentlicht am 12.03.2025 um 14:05 Uhr>"},
    {"Veröffentlicht: 11.03.2025 | Aktualisiert: 12.03.2025",
     "author=; timestamp<Veröffentlicht: 11.03.2025 | Aktualisiert: 12.03.2025>"},
    {"Mittwoch, 12. März 2025", "author=; timestamp<Mittwoch, 12. März 2025>"},
    {"Berlin, 12. März 2025", "author=; timestamp<Berlin, 12. März 2025>"},
    {"Am 4. Mai 1771", "none"},
    {"Die Lage am 12. März 2025", "none"},
    {"Von Anfang an", "none"},
    {"Am 10. März 2026 kam er.", "none"},
    {"Max Mustermann", "none"},
    {"Version 2.10.2025.1", "none"},
    {"30.02.2025", "none"},
};

TEST(Byline, IsReadInGerman) {
    for (const auto& item : german_cases) EXPECT_EQ(show(item.line, "de"), item.shown) << item.line;
}

const BylineCase english_cases[] = {
    {"By Jane Doe | March 3, 2026",
     "author=Jane Doe; byline<By Jane Doe |> timestamp<March 3, 2026>"},
    {"Jane Doe | March 3, 2026 | 5 min read",
     "author=Jane Doe; byline<Jane Doe |> timestamp<March 3, 2026 | 5 min read>"},
    {"Updated March 3, 2026 at 10:42 AM EST",
     "author=; timestamp<Updated March 3, 2026 at 10:42 AM EST>"},
    {"By the way", "none"},
    {"By March 3, 2026 he was gone", "none"},
};

TEST(Byline, IsReadInEnglish) {
    for (const auto& item : english_cases)
        EXPECT_EQ(show(item.line, "en"), item.shown) << item.line;
}

TEST(Byline, OfDigitsIsReadWithoutALanguage) {
    EXPECT_EQ(show("王智远2025-10-22 10:42", "it"),
              "author=王智远; byline<王智远> timestamp<2025-10-22 10:42>");
}

struct DateCase {
    std::string_view line;
    std::string_view code;
    std::int32_t days;
    bool has_time;
};

TEST(Dateline, ReadsCompleteDates) {
    const DateCase cases[] = {
        {"x 2025-10-22 10:42", "it", days(2025, 10, 22), true},
        {"2025-10-22T10:42:07Z", "de", days(2025, 10, 22), true},
        {"22.10.2025", "de", days(2025, 10, 22), false},
        {"22. 10. 2025 um 9.05 Uhr", "de", days(2025, 10, 22), true},
        {"1. Jänner 2000", "de", days(2000, 1, 1), false},
        {"3. Okt. 1990", "de", days(1990, 10, 3), false},
        {"29.02.2024", "de", days(2024, 2, 29), false},
        {"October 22, 2025", "en", days(2025, 10, 22), false},
        {"22 Oct 2025", "en", days(2025, 10, 22), false},
        {"22/10/2025", "en", days(2025, 10, 22), false},
        {"10/22/2025", "en", days(2025, 10, 22), false},
        {"2025年10月22日", "it", days(2025, 10, 22), false},
    };
    for (const auto& item : cases) {
        const auto found = find_dateline(item.line, language(item.code));
        ASSERT_TRUE(found) << item.line;
        EXPECT_EQ(found->days, item.days) << item.line;
        EXPECT_EQ(found->has_time, item.has_time) << item.line;
    }
}

TEST(Dateline, RefusesWhatIsNoDateOrMoreThanOne) {
    for (const auto* line : {"",
                             "2025",
                             "29.02.2025",
                             "32.01.2025",
                             "2025-13-01",
                             "10/11/2025",
                             "1.2.3",
                             "März 2025",
                             "10. März",
                             "0000-00-00",
                             "9999-99-99",
                             "22.10.20255"}) {
        EXPECT_FALSE(find_dateline(line, language("de"))) << line;
    }
}

TEST(LabelledAuthor, IsFoundInAFooter) {
    const auto& german = language("de");
    EXPECT_EQ(find_labelled_author("Aus \"X\", Autor: Song Di, veröffentlicht.", german),
              "Song Di");
    EXPECT_EQ(find_labelled_author("Autor: Raven AI. Veröffentlicht.", german), "Raven AI");
    EXPECT_EQ(find_labelled_author("Autor: J. P. Moreau", german), "J. P. Moreau");
    EXPECT_EQ(find_labelled_author("Der Autor schreibt: Nein.", german), "");
    EXPECT_EQ(find_labelled_author("Autor:", german), "");
}

}  // namespace
}  // namespace wortfeld::text
