#include "wortfeld/base/lazy.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace wortfeld {
namespace {

TEST(Lazy, HoldsAValueThatIsThere) {
    EXPECT_EQ(Lazy<int>().get(), 0);
    EXPECT_EQ(Lazy<std::string>(std::string("there")).get(), "there");
}

TEST(Lazy, IsMadeOnceForAllCopiesAndThreads) {
    int made = 0;
    const Lazy<int> lazy(std::function<int()>([&] { return ++made; }));
    EXPECT_EQ(made, 0);
    std::vector<std::thread> threads;
    for (auto i = 0; i < 8; ++i) {
        threads.emplace_back([copy = lazy] { EXPECT_EQ(copy.get(), 1); });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(made, 1);
}

TEST(Lazy, IsTriedAgainAfterAnError) {
    int tries = 0;
    const Lazy<int> lazy(std::function<int()>([&] {
        if (++tries == 1) throw std::runtime_error("not yet");
        return tries;
    }));
    EXPECT_THROW((void)lazy.get(), std::runtime_error);
    EXPECT_EQ(lazy.get(), 2);
}

}  // namespace
}  // namespace wortfeld
