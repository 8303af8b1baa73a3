#include "wortfeld/text/word_scan.hpp"

#include "text/word_checks.hpp"
#include "wortfeld/text/version.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace wortfeld::text {
namespace {

using checks::difference;
using checks::difference_between_scanners;
using checks::words_of_icu;

/// One in so many of the checks that `./dev prove` makes in full.
constexpr char32_t code_point_step = 17;
constexpr int random_strings = 100'000;

std::vector<Token> words_of(std::string_view text) {
    std::vector<Token> tokens;
    segment_words(text, tokens);
    return tokens;
}

std::string difference_from_icu(std::string_view text) {
    if (!checks::icu_has_our_rules()) return {};
    return difference(text, words_of(text), words_of_icu(text));
}

TEST(WordScan, HasAtLeastTheAutomaton) {
    ASSERT_FALSE(word_scanners().empty());
    EXPECT_EQ(word_scanners().front().name, "scalar");
    EXPECT_EQ(word_scanners().front().scan, nullptr);
}

TEST(WordScan, AgreesOnCodePoints) {
    // All of the pages that vector scans know, a sample of the rest.
    for (char32_t character = 0; character <= 0x10FFFF;
         character += character < 0x2100 ? 1 : code_point_step) {
        if (character >= 0xD800 && character < 0xE000) continue;
        for (const auto& text : checks::positions_of(character)) {
            ASSERT_EQ(difference_between_scanners(text), "");
            ASSERT_EQ(difference_from_icu(text), "");
        }
    }
}

TEST(WordScan, AgreesWithIcuInTheVersionOfOurRules) {
    if (!checks::icu_has_our_rules()) GTEST_SKIP() << "ICU " << icu_version() << " is not 72";
    EXPECT_EQ(difference_from_icu("Am 10. März 2026: „NVIDIA-Chips“ für 王智远 한국어 ภาษาไทย 😀."),
              "");
}

TEST(WordScan, AgreesOnRandomStrings) {
    checks::NastyStrings strings(29, 40);
    for (auto i = 0; i < random_strings; ++i) {
        const auto& text = strings.next();
        ASSERT_EQ(difference_between_scanners(text), "");
        ASSERT_EQ(difference_from_icu(text), "");
    }
}

TEST(WordScan, AgreesAtEveryPlaceOfABlock) {
    for (const std::string_view piece : {"a'b",
                                         "1,2",
                                         "x’y",
                                         "ß§",
                                         "é.",
                                         "3;",
                                         "“ ”",
                                         "_",
                                         "€€",
                                         "Ω·",
                                         "\u00AD",
                                         "¼m²",
                                         "@a.b",
                                         "a.\u0301b"}) {
        for (std::size_t before = 0; before < 200; ++before) {
            for (const char fill : {'x', '4', ' ', '.'}) {
                const auto text =
                    std::string(before, fill) + std::string(piece) + std::string(70, fill);
                ASSERT_EQ(difference_between_scanners(text), "");
                ASSERT_EQ(difference_between_scanners(text.substr(0, before + piece.size())), "");
            }
        }
    }
}

TEST(WordScan, AgreesOnTheCorporaAtHand) {
    // The packed ones are for the proof.
    const std::filesystem::path folder = WORTFELD_CORPORA;
    if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << folder << " is not there";
    auto count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto& path = entry.path();
        if (path.extension() != ".txt" && path.extension() != ".vrt") continue;
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        ASSERT_EQ(difference_between_scanners(text.str()), "") << path;
        ASSERT_EQ(difference_from_icu(text.str()), "") << path;
        ++count;
    }
    EXPECT_GT(count, 0);
}

TEST(WordScan, HasRoomForMoreTokensThanOneCallTakes) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "., é- ";
    text += std::string(100'000, 'x') + "\u0301" + std::string(100'000, 'y');
    EXPECT_EQ(difference_between_scanners(text), "");
    EXPECT_EQ(words_of(text).size(), 12'001U);
}

TEST(WordScan, TakesAnyBytesAndReadsNothingBehindThem) {
    // Each text in memory of exactly its size: a sanitizer sees every byte too many.
    const std::string bytes = "x\xC3\xE2\x80\xF0\x9F\xFF ._é§”\xCE\xC2";
    std::uint64_t number = 1;
    for (int round = 0; round < 20'000; ++round) {
        std::vector<char> text;
        for (int i = 0; i < round % 300; ++i) {
            number = number * 6364136223846793005U + 1442695040888963407U;
            text.push_back(bytes[(number >> 33U) % bytes.size()]);
        }
        text.shrink_to_fit();
        for (const auto& scanner : word_scanners()) {
            std::vector<Token> tokens;
            segment_words_by(scanner, {text.data(), text.size()}, tokens);
            std::uint32_t end = 0;
            for (const auto& token : tokens) {
                ASSERT_LE(end, token.span.begin);
                ASSERT_LT(token.span.begin, token.span.end);
                end = token.span.end;
            }
            ASSERT_LE(end, text.size());
        }
    }
}

TEST(WordScan, FindsTheSameInScriptsWithoutSpacesWhateverCameBefore) {
    const std::string thai = "ภาษาไทยเป็นภาษาที่ใช้ในประเทศไทย";
    const std::string japanese = "私は東京タワーへ行きました。カタカナ";
    const auto both = thai + " " + japanese;
    const auto alone = words_of(japanese);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(difference_from_icu(thai), "");
        EXPECT_EQ(difference(japanese, words_of(japanese), alone), "");
        EXPECT_EQ(words_of(both).size(), words_of(thai).size() + alone.size());
    }
}

}  // namespace
}  // namespace wortfeld::text
