// Files of gazetteers and mentions in which somebody changed values and made all checksums fit.
#include "everything_of_names.hpp"

#include <gtest/gtest.h>

#include <random>

namespace wortfeld {
namespace {

/// How many of the files in which one value was changed are refused.
template <typename IsRefused>
std::size_t refused_of(const FileContent& sound, IsRefused is_refused) {
    auto scratch = sound;
    std::mt19937_64 random(2026);
    std::size_t refused = 0;
    for (std::size_t section = 0; section < table_of(scratch).size(); ++section) {
        for (auto times = 0; times < 12; ++times) {
            const auto element = random();
            const auto before = element_of(scratch, section, element);
            for (const auto value : {before + 1, before - 1, random()}) {
                auto changed = sound;
                overwrite(changed, section, element, value);
                reseal(changed);
                refused += is_refused(changed) ? 1U : 0U;
            }
        }
    }
    return refused;
}

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
