// Texts rewritten in ways whose effect on the readings is known; random texts of known words.
#include "quantity/readings.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/quantity/calendar.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::quantity {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::vector<Quantity> of_kind(const std::vector<Quantity>& all, QuantityKind kind) {
    std::vector<Quantity> result;
    for (const auto& quantity : all) {
        if (quantity.kind == kind) result.push_back(quantity);
    }
    return result;
}

const std::string report =
    "Am 15. Oktober 2025 schloss der Konzern einen Vertrag über 40 Milliarden US-Dollar. "
    "Zwischen 100 und 300 Milliarden Euro sind geplant, etwa 30 % mehr als zuvor. "
    "Die 10-Milliarden-Dollar-Anlage dient 45 Milliarden Geräten. "
    "Mehrere hundert Milliarden Yuan fehlen, rund 2,5 Milliarden Franken kommen bis zum "
    "3. Februar 2026. Seit dem 1. März 2024 sank der Anteil von 31 % auf 12 %.";

TEST(Rewriting, MilliardenAsMillionenDividesByAThousand) {
    const auto before = quantities_of(report);
    const auto after = quantities_of(replaced(report, "Milliarden", "Millionen"));
    ASSERT_EQ(before.size(), after.size());
    int scaled = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].kind, after[i].kind);
        EXPECT_EQ(before[i].unit, after[i].unit);
        EXPECT_EQ(before[i].modifier, after[i].modifier);
        const bool big = before[i].value.value_or(0) >= 1e9;
        if (!big) continue;
        ++scaled;
        EXPECT_EQ(*before[i].value, *after[i].value * 1000);
        EXPECT_EQ(before[i].value_high.value_or(0), after[i].value_high.value_or(0) * 1000);
    }
    EXPECT_EQ(scaled, 6);
}

TEST(Rewriting, APercentSignAsAWordChangesOnlyTheAmount) {
    const auto text = replaced(report, "31 %", "47 Prozent");
    const auto percents = of_kind(quantities_of(text), QuantityKind::percent);
    ASSERT_EQ(percents.size(), 3U);
    EXPECT_EQ(percents[1].value, 47.0);
    EXPECT_EQ(slice(text, percents[1].span), "47 Prozent");
}

TEST(Rewriting, SpacedHyphensKeepEveryReading) {
    const auto spaced = replaced(report, "-", " - ");
    const auto before = quantities_of(report);
    const auto after = quantities_of(spaced);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].reading, after[i].reading);
        EXPECT_EQ(before[i].rule, after[i].rule);
        EXPECT_EQ(replaced(std::string(slice(report, before[i].span)), "-", " - "),
                  slice(spaced, after[i].span));
    }
}

std::string german_date(Day day) {
    static const std::array<std::string, 12> months{"Januar",
                                                    "Februar",
                                                    "März",
                                                    "April",
                                                    "Mai",
                                                    "Juni",
                                                    "Juli",
                                                    "August",
                                                    "September",
                                                    "Oktober",
                                                    "November",
                                                    "Dezember"};
    const auto date = civil_date(day);
    return std::to_string(date.day) + ". " + months[static_cast<std::size_t>(date.month - 1)] +
           " " + std::to_string(date.year);
}

TEST(Rewriting, ShiftedDatesShiftTheirDays) {
    constexpr Day shift = 400;
    const Day first = day_of({.year = 2020, .month = 1, .day = 1});
    for (Day day = first; day < first + 1500; day += 7) {
        const auto shifted = "Am " + german_date(day + shift) + " begann die Messe.";
        const auto dates = quantities_of(shifted);
        ASSERT_EQ(dates.size(), 1U) << shifted;
        EXPECT_EQ(dates[0].date_first, day + shift);
        EXPECT_EQ(dates[0].date_last, day + shift);
        EXPECT_EQ(slice(shifted, dates[0].span), german_date(day + shift));
    }
}

TEST(Rewriting, ShiftingTheReferenceDateShiftsDeicticDays) {
    const std::string text = "Gestern kam er, am Vortag sie, vorgestern niemand.";
    const auto now = quantities_of(text, 20000);
    const auto later = quantities_of(text, 20400);
    ASSERT_EQ(now.size(), later.size());
    for (std::size_t i = 0; i < now.size(); ++i) {
        EXPECT_EQ(*now[i].date_first + 400, *later[i].date_first);
    }
}

/// Words, marks and white space that quantities are made of, and some that they are not.
std::vector<std::string> pieces() {
    std::vector<std::string> result{" ",      " ",
                                    " ",      " ",
                                    "-",      "–",
                                    ".",      ",",
                                    ":",      "/",
                                    "(",      ")",
                                    "%",      "€",
                                    "$",      "\n",
                                    "\u00A0", "5",
                                    "12",     "2025",
                                    "1.234",  "3,5",
                                    "3.5",    "31.2.2025",
                                    "007",    "99999999999999999999999999999999999999",
                                    "1990er", "½",
                                    "H100",   "王",
                                    "é",      "\U0001F600",
                                    "Haus",   "rote",
                                    "'"};
    for (const auto& row : text::language("de").rows()) {
        if (row.category != "rule" && !row.form.empty()) result.emplace_back(row.form);
    }
    return result;
}

void expect_sound(const std::string& text, const std::vector<Quantity>& quantities) {
    std::uint32_t end = 0;
    for (const auto& quantity : quantities) {
        ASSERT_LE(end, quantity.span.begin) << text;
        ASSERT_LT(quantity.span.begin, quantity.span.end) << text;
        ASSERT_LE(quantity.span.end, text.size()) << text;
        ASSERT_FALSE(utf8::first_fault(slice(text, quantity.span))) << text;
        ASSERT_EQ(quantity.date_first.has_value(), quantity.date_last.has_value()) << text;
        ASSERT_LE(quantity.date_first.value_or(0), quantity.date_last.value_or(0)) << text;
        ASSERT_TRUE(!quantity.value_high || *quantity.value < *quantity.value_high) << text;
        ASSERT_TRUE(quantity.rule.starts_with("de.")) << text;
        end = quantity.span.end;
    }
}

TEST(RandomTexts, NeverBreakTheInvariants) {
    const auto all = pieces();
    std::mt19937 random(20260310);
    std::uniform_int_distribution<std::size_t> pick(0, all.size() - 1);
    std::uniform_int_distribution<std::size_t> mark(0, 35);
    std::uniform_int_distribution<int> length(1, 40);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (int i = length(random); i > 0; --i) {
            text += all[random() % 2 == 0 ? mark(random) : pick(random)];
            // Capitals open other rules.
            if (random() % 3 == 0 && !text.empty() && text.back() >= 'a' && text.back() <= 'z') {
                text += " Mio. Euro Jahre"[random() % 16];
            }
        }
        const std::optional<std::int32_t> reference =
            random() % 2 == 0 ? std::optional(20000) : std::nullopt;
        expect_sound(text, quantities_of(text, reference));
    }
}

TEST(RandomTexts, OfWrongTokensAndSentencesDoNoHarm) {
    const std::string text = "Am 10. März 2026 5 Euro und 31 %";
    const auto& german = text::language("de");
    const auto layout = text::lay_out(text, german, false);
    std::vector<text::Sentence> sentences(2);
    sentences[0].tokens = {.begin = 3, .end = 1000};
    sentences[1].tokens = {.begin = 1000, .end = 2000};
    const auto found = recognise({.text = text,
                                  .tokens = layout.tokens,
                                  .sentences = sentences,
                                  .language = german,
                                  .reference_date = {}},
                                 {});
    expect_sound(text, found);
    EXPECT_FALSE(found.empty());
}

TEST(LongSentences, AreReadToTheirEnd) {
    for (const auto* piece : {"5 bis ",
                              "1. Mai bis ",
                              "§ 5, 6, 7 ",
                              "zwei Millionen ",
                              "mehr als ",
                              "Anfang des ",
                              "5 - 6 ",
                              "letzten drei ",
                              "000 ",
                              "Artikel 5 und "}) {
        std::string text;
        for (int i = 0; i < 5000; ++i) text += piece;
        text += "zahlt er 7 Euro";
        const auto found = quantities_of(text, 20000);
        expect_sound(text, found);
        ASSERT_FALSE(found.empty()) << piece;
        EXPECT_EQ(found.back().reading, "EUR 7") << piece;
    }
}

}  // namespace
}  // namespace wortfeld::quantity
