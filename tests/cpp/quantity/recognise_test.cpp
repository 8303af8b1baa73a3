#include "quantity/readings.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wortfeld::quantity {
namespace {

Quantity only(const std::vector<Quantity>& quantities) {
    EXPECT_EQ(quantities.size(), 1U);
    return quantities.empty() ? Quantity{} : quantities.front();
}

TEST(Recognise, FillsInMoneyExactly) {
    const std::string text = "Es fehlen 9 Billionen US-Dollar.";
    const auto money = only(quantities_of(text));
    EXPECT_EQ(slice(text, money.span), "9 Billionen US-Dollar");
    EXPECT_EQ(money.kind, QuantityKind::money);
    EXPECT_EQ(money.value, 9e12);
    EXPECT_FALSE(money.value_high);
    EXPECT_EQ(money.value_text, "9000000000000");
    EXPECT_EQ(money.unit, "USD");
    EXPECT_EQ(money.reading, "USD 9000000000000");
    EXPECT_EQ(money.rule, "de.money.amount");
    EXPECT_TRUE(money.timex.empty());
    EXPECT_FALSE(money.date_first);
}

TEST(Recognise, SaysWhereACurrencyIsAssumed) {
    EXPECT_EQ(only(quantities_of("Es fehlen 5 Milliarden Dollar.")).rule, "de.money.assumed");
    EXPECT_EQ(only(quantities_of("Es fehlen 5 Milliarden US-Dollar.")).rule, "de.money.amount");
    EXPECT_EQ(only(quantities_of("Das Porto kostet 85 Cent.")).rule, "de.money.assumed");
    EXPECT_EQ(only(quantities_of("Es kostet 2 Euro und 40 Cent.")).rule, "de.money.amount");
}

TEST(Recognise, GivesARangeBothBounds) {
    const auto money = only(quantities_of("Er zahlt 100 bis 300 Mio. Euro."));
    EXPECT_EQ(money.value, 1e8);
    EXPECT_EQ(money.value_high, 3e8);
    EXPECT_EQ(money.value_text, "100000000..300000000");
}

TEST(Recognise, HasNoExactTextForARepeatingFraction) {
    const auto third = only(quantities_of("Es bleibt ein Drittel."));
    EXPECT_DOUBLE_EQ(third.value.value_or(0), 1.0 / 3.0);
    EXPECT_TRUE(third.value_text.empty());
    EXPECT_EQ(third.reading, "1/3");
}

TEST(Recognise, NamesTheUnitOfAPercentage) {
    const auto percent = only(quantities_of("Es sind 31 %."));
    EXPECT_EQ(percent.value, 31.0);
    EXPECT_EQ(percent.unit, "percent");
    EXPECT_EQ(only(quantities_of("Es sind 2 Prozentpunkte.")).unit, "percentage_point");
}

TEST(Recognise, TellsACompleteDateFromAnImpliedOne) {
    EXPECT_TRUE(only(quantities_of("Am 10. März 2026 war es kalt.")).complete_date);
    EXPECT_TRUE(only(quantities_of("Am 10.3.2026 war es kalt.")).complete_date);
    EXPECT_FALSE(only(quantities_of("Im März 2026 war es kalt.")).complete_date);
    EXPECT_FALSE(only(quantities_of("Am 10. März war es kalt.", 20600)).complete_date);
}

TEST(Recognise, NeverSupposesTodayWithoutAReferenceDate) {
    for (const auto* text : {"Heute war es kalt.",
                             "Im letzten Jahr war es kalt.",
                             "Am Montag war es kalt.",
                             "Im März war es kalt.",
                             "Bis Jahresende war es kalt.",
                             "Nächsten Sommer war es kalt."}) {
        const auto date = only(quantities_of(text));
        EXPECT_EQ(date.kind, QuantityKind::date) << text;
        EXPECT_FALSE(date.date_first) << text;
        EXPECT_FALSE(date.date_last) << text;
    }
}

TEST(Recognise, ReadsFromTheFirstFullDateAsIfItHadBeenGiven) {
    // What stands before and behind the full date may refer to it, or to what refers to it.
    const std::vector<std::string> relative{"Heute kostet es 5 Euro.",
                                            "Im letzten Jahr war es kalt, drei Tage später warm.",
                                            "Bis Ende des Jahres und Mitte der Woche.",
                                            "Am 3. dieses Monats kamen 31 Gäste.",
                                            "Vor drei Jahren, in zwei Wochen wird es warm.",
                                            "Am 5. März, im Mai, im dritten Quartal, im Sommer.",
                                            "Am Montag, nächsten Freitag, am Wochenende.",
                                            "Im Jahr darauf, zwei Monate später.",
                                            "Es gibt nur 42 Äpfel."};
    for (const auto& before : relative) {
        for (const auto& behind : relative) {
            auto text = before;
            text += " Es war der 10. März 2021. ";
            text += behind;
            const auto& german = text::language("de");
            const auto layout = text::lay_out(text, german, false);
            Passage passage{.text = text,
                            .tokens = layout.tokens,
                            .sentences = layout.sentences,
                            .language = german,
                            .reference_date = {}};
            const auto dated = recognise_from_first_date(passage, {});
            EXPECT_EQ(dated.reference_date, day_named("2021-03-10"));
            passage.reference_date = dated.reference_date;
            const auto given = recognise(passage, {});
            ASSERT_EQ(dated.quantities.size(), given.size()) << text;
            for (std::size_t i = 0; i < given.size(); ++i) {
                EXPECT_EQ(written(text, dated.quantities[i]), written(text, given[i]));
                EXPECT_EQ(dated.quantities[i].alternatives, given[i].alternatives);
            }
        }
    }
}

TEST(Recognise, LeavesOutWhatIsNotAskedFor) {
    const std::string text = "Im Jahr 2025 zahlten 300 Kunden 5 Euro.";
    const auto& german = text::language("de");
    const auto layout = text::lay_out(text, german, false);
    const Passage passage{.text = text,
                          .tokens = layout.tokens,
                          .sentences = layout.sentences,
                          .language = german,
                          .reference_date = {}};
    const auto dates = recognise(passage, {.quantities = false, .dates = true});
    ASSERT_EQ(dates.size(), 1U);
    EXPECT_EQ(slice(text, dates[0].span), "Jahr 2025");
    const auto amounts = recognise(passage, {.quantities = true, .dates = false});
    ASSERT_EQ(amounts.size(), 2U);
    EXPECT_EQ(slice(text, amounts[0].span), "300");
}

TEST(Recognise, SkipsSectionNumbers) {
    const std::string text = "Zwei Wege\n\n01\n\nEs gibt 31 Unternehmen.";
    const auto& german = text::language("de");
    auto layout = text::lay_out(text, german, false);
    for (auto& sentence : layout.sentences) sentence.zone = text::Zone::section_number;
    EXPECT_TRUE(recognise({.text = text,
                           .tokens = layout.tokens,
                           .sentences = layout.sentences,
                           .language = german,
                           .reference_date = {}},
                          {})
                    .empty());
}

TEST(Recognise, KnowsNothingInALanguageWithoutRules) {
    EXPECT_TRUE(quantities_of("It cost 5 % of $5 in 2025.", {}, "und").empty());
    const text::Language bare("xx", {});
    const std::string text = "5 Euro";
    const auto layout = text::lay_out(text, bare, false);
    EXPECT_TRUE(recognise({.text = text,
                           .tokens = layout.tokens,
                           .sentences = layout.sentences,
                           .language = bare,
                           .reference_date = {}},
                          {})
                    .empty());
}

TEST(Recognise, ReadsSignsCodesAndIsoDatesInEnglish) {
    EXPECT_EQ(readings_of("It raised $5 billion, or 31%.", {}, "en"),
              (std::vector<std::string>{"$5 billion = USD 5000000000", "31% = 31 %"}));
    EXPECT_EQ(readings_of("It paid EUR 1,250.50 on 2025-10-22.", {}, "en"),
              (std::vector<std::string>{"2025-10-22 = 2025-10-22 @2025-10-22",
                                        "EUR 1,250.50 = EUR 1250.5"}));
    EXPECT_EQ(readings_of("some 300 people came", {}, "en"),
              std::vector<std::string>{"300 = 300 people approximately"});
}

TEST(Names, AreThoseOfTheContract) {
    EXPECT_EQ(name_of(QuantityKind::money), "money");
    EXPECT_EQ(name_of(QuantityKind::date), "date");
    EXPECT_EQ(name_of(Modifier::none), "");
    EXPECT_EQ(name_of(Modifier::slightly_less), "slightly_less");
    EXPECT_EQ(modifier_named("negated"), Modifier::negated);
    EXPECT_FALSE(modifier_named("perhaps"));
}

TEST(Modifiers, OfTheLanguageFileAllExist) {
    for (const auto& row : text::language("de").rows()) {
        if (!row.category.starts_with("modifier")) continue;
        // "approximately round": only of round numbers.
        const auto modifier = modifier_named(row.value.substr(0, row.value.find(' ')));
        EXPECT_TRUE(modifier && *modifier != Modifier::none) << row.id;
    }
}

}  // namespace
}  // namespace wortfeld::quantity
