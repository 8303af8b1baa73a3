#include "wortfeld/text/fold.hpp"

#include "wortfeld/base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wortfeld::text {
namespace {

struct FoldCase {
    std::string_view text;
    std::string_view folded;
};

const FoldCase fold_cases[] = {
    {"", ""},
    {"NVIDIA", "nvidia"},
    {"Straße", "straße"},
    {"STRAẞE", "straße"},
    {"ẞ", "ß"},
    {"Masse", "masse"},
    {"MÄRZ", "märz"},
    {"ﬁnden", "finden"},         // a ligature
    {"Ｎｖｉｄｉａ", "nvidia"},  // full width
    {"ſein", "sein"},            // long s
    {"Σίσυφος", "σίσυφοσ"},
    {"Rechen\u00ADzentrum", "rechenzentrum"},
    {"A\u030Angstr\u00F6m", "\u00E5ngstr\u00F6m"},  // composed
    {"①", "1"},
    {"\u00AD", "\u00AD"},  // never empty
    {"ß\u0301", "ß\u0301"},
};

TEST(Fold, UnifiesCaseAndCompatibilityFormsButKeepsSharpS) {
    for (const auto& item : fold_cases) {
        EXPECT_EQ(fold(item.text), item.folded) << item.text;
    }
}

TEST(Fold, FoldingTwiceChangesNothingAndNothingBecomesEmpty) {
    for (char32_t code_point = 0; code_point <= 0x2FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        std::string text;
        utf8::append(text, code_point);
        const auto once = fold(text);
        ASSERT_FALSE(once.empty()) << testing::PrintToString(code_point);
        ASSERT_FALSE(utf8::first_fault(once)) << testing::PrintToString(code_point);
        ASSERT_EQ(fold(once), once) << testing::PrintToString(code_point);
    }
}

TEST(Fold, KnowsTheDotlessIOfTurkishAndAzerbaijani) {
    for (const auto* const code : {"tr", "az", "TR", "tr-CY", "az-Latn-AZ", "tur", "aze"}) {
        EXPECT_TRUE(fold_rules(code).dotless_i) << code;
    }
    for (const auto* const code : {"", "de", "trv", "a", "-tr", "t"}) {
        EXPECT_FALSE(fold_rules(code).dotless_i) << code;
    }
    const FoldRules turkish{.dotless_i = true};
    EXPECT_EQ(fold("ISPARTA", turkish), "ısparta");
    EXPECT_EQ(fold("İZMİR ILIK", turkish), "izmir ılık");
    EXPECT_EQ(fold("I\u0307zmir", turkish), "izmir");  // a dot as a mark of its own
    EXPECT_EQ(fold("STRAẞE", turkish), "straße");
    EXPECT_EQ(fold("İ"), "i\u0307");
    for (const auto* const text : {"ISPARTA", "İZMİR", "ΙΣ", "I\u0301", "ß"}) {
        const auto once = fold(text, turkish);
        EXPECT_EQ(fold(once, turkish), once) << text;
    }
}

TEST(Fold, FoldsSharpSIfAsked) {
    const FoldRules rules{.fold_sharp_s = true};
    EXPECT_EQ(fold("Straße STRAẞE Strasse", rules), "strasse strasse strasse");
    EXPECT_EQ(fold("IẞI", {.dotless_i = true, .fold_sharp_s = true}), "ıssı");
    EXPECT_EQ(fold("\u00AD", rules), "\u00AD");
}

}  // namespace
}  // namespace wortfeld::text
