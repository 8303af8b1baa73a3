#include "wortfeld/text/profile.hpp"

#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::text {
namespace {

constexpr std::size_t longest = 20;

/// "line documents count" of each line.
std::string show(const LineCounts& counts, std::uint64_t fewest = 1) {
    std::string result;
    for (const auto& line : counts.of_documents(fewest)) {
        if (!result.empty()) result += ", ";
        result += line.text + ' ' + std::to_string(line.document_count) + ' ' +
                  std::to_string(line.count);
    }
    return result;
}

LineCounts count(const std::vector<std::string_view>& documents) {
    LineCounts counts(longest);
    for (const auto document : documents) counts.add(document);
    return counts;
}

TEST(LineCounts, CountADocumentOnceAndALineEachTime) {
    EXPECT_EQ(show(count({"a\n a \nb", "b\r\na", "c"})), "a 2 3, b 2 2, c 1 1");
    EXPECT_EQ(show(count({"a\n a \nb", "b\r\na", "c"}), 2), "a 2 3, b 2 2");
}

TEST(LineCounts, LeaveOutLongLinesAndThoseWithoutALetter) {
    EXPECT_EQ(show(count({"01\n***\n\n", std::string_view("üüüüüüüüüüüüüüüüüüüü")})),
              "üüüüüüüüüüüüüüüüüüüü 1 1");
    EXPECT_EQ(show(count({"abcdefghijklmnopqrstu"})), "");
}

TEST(LineCounts, OfPartsAddUp) {
    const std::vector<std::string_view> documents = {"a\nb", "b\nb\nc", "c", "a"};
    for (std::size_t cut = 0; cut <= documents.size(); ++cut) {
        const auto middle = documents.begin() + static_cast<std::ptrdiff_t>(cut);
        auto first = count({documents.begin(), middle});
        first.merge(count({middle, documents.end()}));
        EXPECT_EQ(show(first), show(count(documents))) << cut;
    }
}

TEST(Profile, KnowsItsLinesByteForByte) {
    const Profile profile({"Über uns", "Impressum"});
    EXPECT_TRUE(profile.contains("Über uns"));
    for (const auto* line : {"", "über uns", "Impressum ", "Ein längerer Text als alle Zeilen"}) {
        EXPECT_FALSE(profile.contains(line)) << line;
    }
    EXPECT_FALSE(Profile({}).contains(""));
}

TEST(Profile, IsNamedByItsSetOfLines) {
    const auto name_of = [](std::vector<std::string> lines) {
        return Profile(std::move(lines)).fingerprint();
    };
    EXPECT_EQ(name_of({"a", "b"}), name_of({"b", "a", "b"}));
    EXPECT_NE(name_of({"a", "b"}), name_of({"a b"}));
    EXPECT_NE(name_of({"ab", "c"}), name_of({"a", "bc"}));
    EXPECT_NE(name_of({}), 0U);
}

TEST(Profile, RefusesLinesThatNoTextHas) {
    for (const auto* line : {"", " ", " a", "a\t", "a\nb", "a\n"}) {
        EXPECT_THROW(Profile({"x", line}), Error) << testing::PrintToString(line);
    }
}

}  // namespace
}  // namespace wortfeld::text
