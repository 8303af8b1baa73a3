#include "wortfeld/base/job.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace wortfeld {
namespace {

void wait_until_a_poll_is_due() {
    std::this_thread::sleep_for(Job::poll_interval);
}

TEST(Job, CountsPlannedAndFinishedUnitsFromManyThreads) {
    Job job(4);
    job.plan(3000);
    job.plan(1000);
    std::vector<std::jthread> threads;
    for (auto thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&job] {
            for (auto unit = 0; unit < 1000; ++unit) job.advance(1);
        });
    }
    threads.clear();
    EXPECT_EQ(job.total(), 4000U);
    EXPECT_EQ(job.done(), 4000U);
}

TEST(Job, KeepsTheMostWorkersSeen) {
    Job job(4);
    job.note_workers(3);
    job.note_workers(2);
    EXPECT_EQ(job.workers_seen(), 3U);
}

TEST(Job, PollsOnlyWhenAnIntervalHasPassed) {
    auto polls = 0;
    Job job(1, [&polls](const Job&) { ++polls; });
    for (auto call = 0; call < 1000; ++call) job.poll();
    const auto polled_at_once = polls;
    wait_until_a_poll_is_due();
    job.poll();
    // A machine that stalls between two calls may let more intervals pass, never fewer.
    EXPECT_LT(polled_at_once, 1000);
    EXPECT_EQ(polls, polled_at_once + 1);
}

TEST(Job, NeedsNoPoll) {
    Job job(1);
    wait_until_a_poll_is_due();
    EXPECT_NO_THROW(job.poll());
}

TEST(Job, ShowsThePollHowFarItIs) {
    std::size_t done = 0;
    std::size_t total = 0;
    Job job(1, [&](const Job& running) {
        done = running.done();
        total = running.total();
    });
    job.plan(10);
    job.advance(4);
    wait_until_a_poll_is_due();
    job.poll();
    EXPECT_EQ(done, 4U);
    EXPECT_EQ(total, 10U);
}

TEST(Job, IsStoppedByAPollThatThrows) {
    Job job(1, [](const Job&) { throw std::runtime_error("enough"); });
    EXPECT_FALSE(job.stopped());
    wait_until_a_poll_is_due();
    EXPECT_THROW(job.poll(), std::runtime_error);
    EXPECT_TRUE(job.stopped());
}

TEST(StopSign, IsHeededOnceTheJobIsStopped) {
    Job job(1);
    const StopSign stop(job);
    EXPECT_NO_THROW(stop.heed());
    job.stop();
    try {
        stop.heed();
        FAIL() << "a stopped job went on";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::cancelled);
    }
    EXPECT_NO_THROW(StopSign().heed());
}

}  // namespace
}  // namespace wortfeld
