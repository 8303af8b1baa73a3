#include "wortfeld/base/parallel.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace wortfeld {
namespace {

using Numbers = std::vector<std::size_t>;

void sleep_for_milliseconds(int milliseconds) {
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

/// The first items of the chunks, in the order in which they were folded.
Numbers fold_order(Job& job, Chunks chunks) {
    return parallel_reduce(
        job,
        chunks,
        Numbers{},
        [](std::size_t begin, std::size_t, Numbers& numbers) { numbers.push_back(begin); },
        [](Numbers& all, const Numbers& part) { all.insert(all.end(), part.begin(), part.end()); });
}

/// Runs `map(chunk)` for chunks of one item and counts those that were folded.
template <typename Map>
std::size_t folded_chunks(Job& job, std::size_t count, Map map) {
    return parallel_reduce(
        job,
        {.size = count},
        std::size_t{0},
        [&](std::size_t begin, std::size_t, std::size_t& partial) {
            map(begin);
            partial = 1;
        },
        [](std::size_t& all, std::size_t partial) { all += partial; });
}

TEST(Chunks, CountsTheLastPartialChunk) {
    EXPECT_EQ((Chunks{.size = 0, .chunk_size = 4}).count(), 0U);
    EXPECT_EQ((Chunks{.size = 1, .chunk_size = 4}).count(), 1U);
    EXPECT_EQ((Chunks{.size = 8, .chunk_size = 4}).count(), 2U);
    EXPECT_EQ((Chunks{.size = 9, .chunk_size = 4}).count(), 3U);
    EXPECT_EQ((Chunks{.size = 9, .chunk_size = SIZE_MAX}).count(), 1U);
}

class ParallelReduce : public testing::TestWithParam<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Threads, ParallelReduce, testing::Values(0U, 1U, 2U, 3U, 7U));

TEST_P(ParallelReduce, GivesTheInitialValueForNoItems) {
    Job job(GetParam());
    EXPECT_TRUE(fold_order(job, {.size = 0, .chunk_size = 3}).empty());
    EXPECT_EQ(job.total(), 0U);
    EXPECT_EQ(job.workers_seen(), 0U);
}

TEST_P(ParallelReduce, CoversEveryItemOnceAndReportsItDone) {
    Job job(GetParam());
    const auto covered = parallel_reduce(
        job,
        {.size = 1003, .chunk_size = 10},
        Numbers{},
        [](std::size_t begin, std::size_t end, Numbers& numbers) {
            for (auto item = begin; item < end; ++item) numbers.push_back(item);
        },
        [](Numbers& all, const Numbers& part) { all.insert(all.end(), part.begin(), part.end()); });
    ASSERT_EQ(covered.size(), 1003U);
    for (std::size_t item = 0; item < covered.size(); ++item) ASSERT_EQ(covered[item], item);
    EXPECT_EQ(job.done(), 1003U);
    EXPECT_EQ(job.total(), 1003U);
    EXPECT_LE(job.workers_seen(), std::max(1U, GetParam()));
}

TEST_P(ParallelReduce, GivesTheSameBitsAsOneThread) {
    // NOLINTNEXTLINE(bugprone-random-generator-seed): a failure must come again
    std::mt19937_64 random(20260211);
    std::uniform_real_distribution<double> exponent(-30.0, 30.0);
    std::vector<double> values(100'000);
    for (auto& value : values) value = std::exp(exponent(random));
    const auto sum = [&values](unsigned threads) {
        Job job(threads);
        return parallel_reduce(
            job,
            {.size = values.size(), .chunk_size = 97},
            0.0,
            [&](std::size_t begin, std::size_t end, double& partial) {
                for (auto item = begin; item < end; ++item) partial += values[item];
            },
            [](double& all, double partial) { all += partial; });
    };
    const auto expected = sum(1);
    for (auto repeat = 0; repeat < 20; ++repeat) ASSERT_EQ(sum(GetParam()), expected);
}

/// What a pass of 64 chunks throws when all but the first five fail with their number.
std::string failure_of_late_chunks(Job& job) {
    try {
        folded_chunks(job, 64, [](std::size_t chunk) {
            if (chunk >= 5) throw std::runtime_error(std::to_string(chunk));
        });
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "nothing";
}

TEST_P(ParallelReduce, ThrowsTheFailureOfTheLowestChunk) {
    for (auto repeat = 0; repeat < 100; ++repeat) {
        Job job(GetParam());
        ASSERT_EQ(failure_of_late_chunks(job), "5");
        ASSERT_TRUE(job.stopped());
    }
}

/// Chunk 1 fails while chunk 0, if another worker has it, looks whether the job was stopped.
void fail_above_a_chunk_under_way(Job& job) {
    std::atomic<bool> failed = false;
    folded_chunks(job, 8, [&](std::size_t chunk) {
        if (chunk == 1) {
            failed = true;
            throw std::runtime_error("1");
        }
        // Alone, chunk 0 is through before chunk 1 begins.
        for (auto wait = 0; chunk == 0 && !failed && wait < 20; ++wait) sleep_for_milliseconds(1);
        if (failed) sleep_for_milliseconds(1);
        job.throw_if_stopped();
    });
}

TEST_P(ParallelReduce, DoesNotTellAChunkBelowTheFailureAsCancelled) {
    for (auto repeat = 0; repeat < 20; ++repeat) {
        Job job(GetParam());
        EXPECT_THROW(fail_above_a_chunk_under_way(job), std::runtime_error);
    }
}

TEST_P(ParallelReduce, ThrowsWhatAFoldThrows) {
    Job job(GetParam());
    const auto failing_fold = [&job] {
        parallel_reduce(
            job,
            {.size = 1000},
            0,
            [](std::size_t, std::size_t, int&) {},
            [](int&, int) { throw std::length_error("fold"); });
    };
    EXPECT_THROW(failing_fold(), std::length_error);
    EXPECT_TRUE(job.stopped());
}

TEST_P(ParallelReduce, EndsSoonWhenAPollThrows) {
    Job job(GetParam(), [](const Job&) { throw std::runtime_error("enough"); });
    std::atomic<std::size_t> mapped{0};
    const auto work = [&] {
        folded_chunks(job, 100'000, [&](std::size_t) {
            ++mapped;
            sleep_for_milliseconds(1);
        });
    };
    EXPECT_THROW(work(), std::runtime_error);
    EXPECT_LT(mapped, 100'000U);
}

TEST_P(ParallelReduce, EndsSoonWhenSomeoneStopsTheJob) {
    Job job(GetParam());
    std::atomic<std::size_t> mapped{0};
    const std::jthread other([&job] {
        sleep_for_milliseconds(20);
        job.stop();
    });
    try {
        folded_chunks(job, 100'000, [&](std::size_t) {
            ++mapped;
            sleep_for_milliseconds(1);
        });
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::cancelled);
    }
    EXPECT_LT(mapped, 100'000U);
}

TEST_P(ParallelReduce, DoesNothingForAJobThatIsStopped) {
    Job job(GetParam());
    job.stop();
    std::atomic<std::size_t> mapped{0};
    const auto count = [&](std::size_t) { ++mapped; };
    EXPECT_THROW(folded_chunks(job, 10, count), Error);
    EXPECT_THROW(folded_chunks(job, 0, count), Error);
    EXPECT_EQ(mapped, 0U);
}

TEST_P(ParallelReduce, PollsOnTheCallingThreadOnly) {
    const auto caller = std::this_thread::get_id();
    auto polls = 0;
    auto elsewhere = 0;
    Job job(GetParam(), [&](const Job&) {
        ++polls;
        if (std::this_thread::get_id() != caller) ++elsewhere;
    });
    EXPECT_EQ(folded_chunks(job, 30, [](std::size_t) { sleep_for_milliseconds(10); }), 30U);
    EXPECT_GE(polls, 1);
    EXPECT_EQ(elsewhere, 0);
}

TEST_P(ParallelReduce, FoldsOnTheCallingThreadInTheOrderOfTheChunks) {
    Job job(GetParam());
    const auto order = fold_order(job, {.size = 1000, .chunk_size = 7});
    ASSERT_EQ(order.size(), 143U);
    for (std::size_t chunk = 0; chunk < order.size(); ++chunk) ASSERT_EQ(order[chunk], chunk * 7);
}

TEST_P(ParallelReduce, KeepsFewPartialsWhenFoldingIsSlow) {
    Job job(GetParam());
    std::atomic<std::size_t> mapped{0};
    std::size_t most_waiting = 0;
    std::size_t folded = 0;
    parallel_reduce(
        job,
        {.size = 300},
        0,
        [&](std::size_t, std::size_t, int&) { ++mapped; },
        [&](int&, int) {
            sleep_for_milliseconds(1);
            most_waiting = std::max(most_waiting, mapped - folded++);
        });
    EXPECT_EQ(folded, 300U);
    EXPECT_LE(most_waiting, 8 * std::max(1U, GetParam()));
}

TEST_P(ParallelReduce, WorksOnWhenTheFirstChunkIsTheSlowest) {
    Job job(GetParam());
    const auto slow_first = [](std::size_t chunk) {
        if (chunk == 0) sleep_for_milliseconds(30);
    };
    EXPECT_EQ(folded_chunks(job, 500, slow_first), 500U);
}

TEST(ParallelReduceOnTheCallingThread, StartsNoThread) {
    const auto caller = std::this_thread::get_id();
    Job job(0);
    const auto on_caller = [&](std::size_t) { EXPECT_EQ(std::this_thread::get_id(), caller); };
    EXPECT_EQ(folded_chunks(job, 20, on_caller), 20U);
    EXPECT_EQ(job.workers_seen(), 1U);
}

TEST(ParallelReduceOnWorkers, SharesTheChunksAmongThem) {
    Job job(2);
    EXPECT_EQ(folded_chunks(job, 20, [](std::size_t) { sleep_for_milliseconds(5); }), 20U);
    EXPECT_EQ(job.workers_seen(), 2U);
}

}  // namespace
}  // namespace wortfeld
