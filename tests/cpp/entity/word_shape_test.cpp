#include "wortfeld/entity/word_shape.hpp"

#include <gtest/gtest.h>

namespace wortfeld::entity {
namespace {

TEST(WordShape, TellsInnerCapitalsAndDigitsFromPlainWords) {
    for (const auto* word : {"OpenAI", "iPhone", "H100", "36Kr", "McKinsey"}) {
        EXPECT_TRUE(word_shape(word).has_inner) << word;
        EXPECT_TRUE(word_shape(word).is_capital) << word;
    }
    for (const auto* word : {"Berlin", "NVIDIA", "haus", "2025", "Ärzte", ""}) {
        EXPECT_FALSE(word_shape(word).has_inner) << word;
    }
}

TEST(WordShape, TellsAcronymsFromRomanNumbers) {
    EXPECT_TRUE(word_shape("NVIDIA").is_acronym);
    EXPECT_TRUE(word_shape("ÖVP").is_acronym);
    EXPECT_FALSE(word_shape("XIV").is_acronym);
    EXPECT_TRUE(word_shape("XIV").is_roman);
    EXPECT_FALSE(word_shape("A").is_acronym);
    EXPECT_FALSE(word_shape("Nvidia").is_acronym);
}

TEST(WordShape, KnowsTheEndingsOfNounsAndAdjectives) {
    EXPECT_TRUE(word_shape("Regierung").is_noun);
    EXPECT_TRUE(word_shape("Universität").is_noun);
    EXPECT_FALSE(word_shape("Merkel").is_noun);
    EXPECT_TRUE(word_shape("große").is_adjective);
    EXPECT_FALSE(word_shape("Große").is_adjective);
}

TEST(WordShape, KnowsSpellingsOfOtherLanguages) {
    for (const auto* word : {"Systèmes", "Erdoğan", "Shaw", "Osaka", "Sydney", "Kono"}) {
        EXPECT_TRUE(word_shape(word).is_foreign) << word;
    }
    for (const auto* word : {"Müller", "Straße", "Haus", "Ingenieur"}) {
        EXPECT_FALSE(word_shape(word).is_foreign) << word;
    }
}

TEST(WordShape, CountsCodePoints) {
    EXPECT_EQ(word_shape("Österreich").letters, 10U);
}

TEST(WithoutPossessive, TakesTheEndingOffWithEitherApostrophe) {
    EXPECT_EQ(without_possessive("NVIDIA's").name, "NVIDIA");
    EXPECT_EQ(without_possessive("NVIDIA\xE2\x80\x99s").name, "NVIDIA");
    EXPECT_TRUE(without_possessive("NVIDIA's").is_possessive);
    EXPECT_EQ(without_possessive("Paris").name, "Paris");
    EXPECT_FALSE(without_possessive("'s").is_possessive);
}

}  // namespace
}  // namespace wortfeld::entity
