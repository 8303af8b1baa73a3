#include "wortfeld/corpus/zone_set.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wortfeld::corpus {
namespace {

TEST(ZoneSet, HoldsWhatItsNamesSay) {
    EXPECT_TRUE(ZoneSet::counted().contains(text::Zone::heading));
    EXPECT_FALSE(ZoneSet::counted().contains(text::Zone::boilerplate));
    EXPECT_TRUE(ZoneSet::all().contains(text::Zone::timestamp));
    const std::vector<std::string> names{"title"};
    EXPECT_TRUE(ZoneSet::named(names).contains(text::Zone::title));
    EXPECT_FALSE(ZoneSet::named(names).contains(text::Zone::body));
    const std::vector<std::string> wrong{"titel"};
    EXPECT_THROW(ZoneSet::named(wrong), Error);
}

}  // namespace
}  // namespace wortfeld::corpus
