// Files of gazetteers and mentions in which somebody changed values and made all checksums fit.
#include "everything_of_names.hpp"

#include <gtest/gtest.h>

namespace wortfeld {
namespace {

TEST(HostileGazetteer, IsRefusedOrAnswersWhereverAValueIsChanged) {
    const auto indexed = testing::corpus_with_names();
    const auto sound = testing::full_gazetteer_file();
    const auto is_refused = [&](const FileContent& file) {
        return testing::is_refused_gazetteer(file, indexed);
    };
    EXPECT_FALSE(is_refused(sound));
    EXPECT_GT(refused_of(sound, is_refused), 500U);
}

TEST(HostileMentions, AreRefusedOrAnswerWhereverAValueIsChanged) {
    const auto indexed = testing::corpus_with_names();
    const auto sound = testing::full_mentions_file(indexed);
    const auto is_refused = [&](const FileContent& file) {
        return testing::is_refused_mentions(file, indexed);
    };
    EXPECT_FALSE(is_refused(sound));
    EXPECT_GT(refused_of(sound, is_refused), 500U);
}

}  // namespace
}  // namespace wortfeld
