#include "wortfeld/text/line_starts.hpp"

#include "wortfeld/text/language.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace wortfeld::text {
namespace {

constexpr std::array<LanguageRow, 4> rows = {{
    {.id = "a.1", .category = "a", .form = "über uns", .value = "", .note = ""},
    {.id = "a.2", .category = "a", .form = "©", .value = "", .note = ""},
    {.id = "a.3", .category = "a", .form = "x", .value = "", .note = ""},
    {.id = "b.1", .category = "b", .form = "home", .value = "", .note = ""},
}};

TEST(LineStarts, MayMatchWhateverBeginsWithAForm) {
    const LineStarts starts(rows, {"a"});
    for (const auto* line : {"Über uns", "ÜBER", "U\u0308ber uns", "© 2025", "X", "x1", "Xu"}) {
        EXPECT_TRUE(starts.may_match(line)) << line;
    }
}

TEST(LineStarts, DoNotMatchOtherLines) {
    const LineStarts starts(rows, {"a"});
    for (const auto* line : {"Home", "Die Firma", "Änderung", "12. März"}) {
        EXPECT_FALSE(starts.may_match(line)) << line;
    }
    EXPECT_TRUE(LineStarts(rows, {"b"}).may_match("Home"));
}

TEST(LineStarts, MatchEveryRowOfTheLanguages) {
    for (const auto code : languages_with_rules()) {
        const auto& rules = language(code);
        for (const auto* category : {"furniture", "furniture_lead"}) {
            for (const auto* row : rules.list(category)) {
                EXPECT_TRUE(rules.furniture_starts().may_match(row->form)) << row->id;
            }
        }
        for (const auto* category : {"footer", "footer_subject"}) {
            for (const auto* row : rules.list(category)) {
                EXPECT_TRUE(rules.footer_starts().may_match(row->form)) << row->id;
            }
        }
    }
}

}  // namespace
}  // namespace wortfeld::text
