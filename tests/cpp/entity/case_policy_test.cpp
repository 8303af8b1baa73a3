#include "wortfeld/entity/case_policy.hpp"

#include <gtest/gtest.h>

namespace wortfeld::entity {
namespace {

TEST(CasePolicy, IsExactForAcronymsShortNamesAndCommonWords) {
    for (const auto* const alias :
         {"CES",        "US",     "IG",   "Arm",   "H100",  "Meta",    "Sharp",
          "Reflection", "Stern",  "Zeit", "Linde", "Post",  "Bahn",    "Apple",
          "Visa",       "Target", "Gap",  "Block", "Shell", "Alphabet"}) {
        EXPECT_EQ(AutomaticCase().of(alias, ""), CasePolicy::exact) << alias;
    }
    for (const auto* const alias :
         {"Nvidia", "Dassault", "Commerzbank", "LeCun", "Deutsche Bank", "Die Zeit"}) {
        EXPECT_EQ(AutomaticCase().of(alias, ""), CasePolicy::fold) << alias;
    }
}

TEST(CasePolicy, LooksAtTheLanguageOfTheAliasAlone) {
    EXPECT_EQ(AutomaticCase().of("Apple", "en"), CasePolicy::exact);
    EXPECT_EQ(AutomaticCase().of("Apple", "de"), CasePolicy::fold);
    EXPECT_EQ(AutomaticCase().of("Bahn", "en"), CasePolicy::fold);
    EXPECT_EQ(AutomaticCase().of("Bahn", "it"), CasePolicy::fold);
    EXPECT_EQ(AutomaticCase().of("Bahn", "de-AT"), CasePolicy::exact);
}

}  // namespace
}  // namespace wortfeld::entity
