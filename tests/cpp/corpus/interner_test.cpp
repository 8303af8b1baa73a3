#include "wortfeld/corpus/interner.hpp"

#include "wortfeld/base/hash.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::corpus {
namespace {

/// Strings of all lengths around the bounds of a key, many with equal beginnings or ends.
std::vector<std::string> strings() {
    std::vector<std::string> all{""};
    for (const auto length : {1U, 2U, 7U, 8U, 9U, 15U, 16U, 17U, 24U, 31U, 32U, 33U, 100U}) {
        for (std::uint32_t i = 0; i < 300; ++i) {
            std::string text(length, 'a');
            text[i % length] = static_cast<char>('b' + i % 7);
            text[length - 1] = static_cast<char>('a' + i % 20);
            all.push_back(text);
        }
    }
    return all;
}

TEST(Interner, NumbersAsAMapWouldInOrderOfFirstAppearance) {
    Interner interner;
    std::unordered_map<std::string, std::uint32_t> expected;
    for (const auto& text : strings()) {
        const auto number = static_cast<std::uint32_t>(expected.size());
        EXPECT_EQ(interner.intern(text), expected.emplace(text, number).first->second) << text;
    }
    ASSERT_EQ(interner.size(), expected.size());
    for (const auto& [text, number] : expected) {
        EXPECT_EQ(interner.text(number), text);
        EXPECT_EQ(interner.find(text), number);
    }
    EXPECT_EQ(interner.find("aaab"), std::nullopt);
    EXPECT_EQ(Interner().find("a"), std::nullopt);
}

/// What a string of at most 16 bytes would hash to if the salts were those in the source.
std::uint64_t public_hash(std::string_view string) {
    std::array<char, 16> bytes{};
    std::copy(string.begin(), string.end(), bytes.begin());
    return fold_product(load_eight(bytes.data()) ^ hash_salt,
                        load_eight(bytes.data() + 8) ^ other_hash_salt ^ string.size());
}

/// Words that share their slot in a table of `slots`, were the salts known.
std::vector<std::string> colliding_words(std::size_t count, std::uint64_t slots) {
    std::vector<std::string> words;
    for (std::uint64_t i = 0; words.size() < count; ++i) {
        auto word = "flut" + std::to_string(i);
        if (public_hash(word) % slots == 0) words.push_back(std::move(word));
    }
    return words;
}

TEST(Interner, IsNotFloodedByWordsThatCollideUnderTheSaltsOfTheSource) {
    constexpr std::size_t count = 2000;
    Interner interner;
    for (const auto& word : colliding_words(count, 4096)) interner.intern(word);
    ASSERT_EQ(interner.size(), count);
    // In one chain the search for the last would look at all of them.
    EXPECT_LT(interner.longest_search(), 200U);
}

/// Words of a length that differ in four bytes only, from a place on.
std::vector<std::string> near_words(std::uint32_t count, std::size_t length, std::size_t place) {
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto& word = words.emplace_back(length, 'a');
        for (std::size_t digit = 0; digit < 4; ++digit) {
            word[place + digit] = static_cast<char>('A' + (i >> (4 * digit)) % 16);
        }
    }
    return words;
}

TEST(Interner, IsNotFloodedByWordsThatDifferInAFewBits) {
    constexpr std::uint32_t count = 20'000;
    for (const std::size_t length : {4U, 8U, 12U, 16U, 17U, 40U}) {
        for (std::size_t place = 0; place + 4 <= length; place += 4) {
            Interner interner;
            for (const auto& word : near_words(count, length, place)) interner.intern(word);
            EXPECT_EQ(interner.size(), count);
            EXPECT_LT(interner.longest_search(), 500U) << length << " " << place;
        }
    }
}

TEST(Interner, TakesTheTokensOfATextLikeSingleStrings) {
    std::string text;
    std::vector<text::Token> tokens;
    for (const auto& string : strings()) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += string;
        tokens.push_back({.span = {begin, static_cast<std::uint32_t>(text.size())}});
    }
    // The text ends where its memory does: a sanitizer sees a byte that is read beyond it.
    const std::vector<char> exact(text.begin(), text.end());
    Interner batches;
    std::vector<TermId> terms(tokens.size());
    batches.intern({exact.data(), exact.size()}, tokens, terms);
    Interner singles;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        EXPECT_EQ(number(terms[i]), singles.intern(slice(text, tokens[i].span))) << i;
    }
}

TEST(Interner, JoinsAnotherOneInItsOrder) {
    Interner one;
    Interner other;
    for (const auto* const text : {"a", "b", "a word that is longer than a record"}) {
        one.intern(text);
    }
    for (const auto* const text : {"c", "b", "a word that is longer than any record", "d"}) {
        other.intern(text);
    }
    EXPECT_EQ(one.intern_all(other), (std::vector<std::uint32_t>{3, 1, 4, 5}));
    EXPECT_EQ(one.text(4), "a word that is longer than any record");
}

TEST(Interner, StartsAgainWhenCleared) {
    Interner interner;
    for (const auto& text : strings()) interner.intern(text);
    interner.clear();
    EXPECT_EQ(interner.size(), 0U);
    EXPECT_EQ(interner.find("b"), std::nullopt);
    EXPECT_EQ(interner.intern("zzz"), 0U);
    EXPECT_EQ(interner.intern("b"), 1U);
    EXPECT_EQ(interner.text(0), "zzz");
}

TEST(Interner, TellsManySimilarStringsApart) {
    Interner interner;
    constexpr std::uint32_t count = 500'000;
    for (std::uint32_t i = 0; i < count; ++i) {
        ASSERT_EQ(interner.intern("Wort" + std::to_string(i)), i);
    }
    EXPECT_EQ(interner.find("Wort499999"), count - 1);
}

}  // namespace
}  // namespace wortfeld::corpus
