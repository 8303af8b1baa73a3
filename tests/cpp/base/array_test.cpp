#include "wortfeld/base/array.hpp"

#include "wortfeld/base/checksum.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/file_bytes.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

namespace wortfeld {
namespace {

/// Three blocks and a bit.
constexpr std::size_t count = 3 * CheckedSection::elements_per_block(4) + 5;

std::vector<std::uint32_t> ascending() {
    std::vector<std::uint32_t> values(count);
    std::iota(values.begin(), values.end(), 0U);
    return values;
}

/// A section as a reader makes it, with checksums of `original` over the bytes of `stored`.
struct Section {
    explicit Section(const std::vector<std::uint32_t>& original,
                     const std::vector<std::uint32_t>& stored,
                     SectionCheck check = {}) {
        const auto bytes = std::as_bytes(std::span(original));
        for (std::size_t at = 0; at < bytes.size(); at += CheckedSection::block_size) {
            const auto size = std::min(CheckedSection::block_size, bytes.size() - at);
            checksums.push_back(checksum(bytes.subspan(at, size)));
        }
        const auto file = FileBytes::copied(std::as_bytes(std::span(stored)), "made.wortfeld");
        array = Array<std::uint32_t>(std::make_shared<const CheckedSection>(
            CheckedSection::Parts{.file = file,
                                  .name = "terms",
                                  .bytes = file->bytes(),
                                  .element_size = 4,
                                  .checksums = checksums,
                                  .check = std::move(check)}));
    }

    std::vector<std::uint64_t> checksums;
    Array<std::uint32_t> array;
};

template <typename Call>
std::string refusal(Call call) {
    try {
        call();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_file);
        return error.message();
    }
    return "";
}

TEST(Array, OwnsWhatItWasMadeFrom) {
    Array<std::uint32_t> copy;
    EXPECT_TRUE(copy.empty());
    EXPECT_TRUE(copy.all().empty());
    {
        const Array<std::uint32_t> array(ascending());
        copy = array;
    }
    EXPECT_EQ(copy.size(), count);
    EXPECT_EQ(copy.at(count - 1), count - 1);
    EXPECT_EQ(copy.slice(7, 2)[1], 8U);
    EXPECT_TRUE(copy.slice(count, 0).empty());
}

TEST(Array, ReadsASoundSectionLikeItsOwnValues) {
    const Section section(ascending(), ascending());
    EXPECT_EQ(section.array.size(), count);
    for (const std::size_t at : {std::size_t{0}, count / 2, count - 1}) {
        EXPECT_EQ(section.array.at(at), at);
    }
    const auto all = section.array.all();
    EXPECT_EQ(std::vector(all.begin(), all.end()), ascending());
}

TEST(Array, VerifiesABlockWhenItIsTouchedAndNamesIt) {
    auto stored = ascending();
    const auto damaged = CheckedSection::elements_per_block(4) + 3;
    ++stored[damaged];
    const Section section(ascending(), stored);
    EXPECT_EQ(section.array.at(0), 0U);
    EXPECT_EQ(section.array.at(count - 1), count - 1);
    const auto message = refusal([&] { (void)section.array.at(damaged - 1); });
    EXPECT_NE(message.find("block 1 of section 'terms'"), std::string::npos) << message;
    EXPECT_NE(message.find("made.wortfeld"), std::string::npos) << message;
    EXPECT_NE(refusal([&] { (void)section.array.all(); }), "");
    EXPECT_NE(refusal([&] { (void)section.array.slice(damaged - 4, damaged); }), "");
    EXPECT_EQ(section.array.slice(5, 3)[0], 5U);
}

TEST(Array, RefusesPositionsThatAFileAsksForAndDoesNotHave) {
    const Section section(ascending(), ascending());
    const auto message = refusal([&] { (void)section.array.at(count); });
    EXPECT_NE(message.find("section 'terms' has no element"), std::string::npos) << message;
    EXPECT_NE(refusal([&] { (void)section.array.slice(count - 1, 2); }), "");
    EXPECT_NE(refusal([&] { (void)section.array.slice(2, SIZE_MAX); }), "");
    EXPECT_NE(refusal([&] { (void)section.array.slice(count + 1, 0); }), "");
    EXPECT_TRUE(section.array.slice(count, 0).empty());
}

TEST(Array, RunsTheCheckOfItsSectionOverEachBlockOnce) {
    std::vector<std::size_t> begins;
    const Section section(ascending(),
                          ascending(),
                          [&](std::size_t begin, std::size_t end) -> std::optional<std::string> {
                              begins.push_back(begin);
                              EXPECT_LE(end, count);
                              if (begin > 0 && end == count) return "holds 1 that is wrong";
                              return std::nullopt;
                          });
    (void)section.array.at(1);
    (void)section.array.at(2);
    EXPECT_EQ(begins, (std::vector<std::size_t>{0}));
    const auto message = refusal([&] { (void)section.array.at(count - 1); });
    EXPECT_NE(message.find("holds 1 that is wrong"), std::string::npos) << message;
}

TEST(Array, MayBeReadFromManyThreads) {
    const Section section(ascending(), ascending());
    std::vector<std::uint64_t> sums(8);
    std::vector<std::thread> threads;
    for (auto& sum : sums) {
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < count; ++i) sum += section.array.at(i);
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto sum : sums) EXPECT_EQ(sum, std::uint64_t{count} * (count - 1) / 2);
}

}  // namespace
}  // namespace wortfeld
