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

}  // namespace
}  // namespace wortfeld::text
