#include "wortfeld/corpus/layer.hpp"

#include "made_corpus.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

Corpus corpus_in(const std::vector<std::pair<std::string, std::string>>& texts_and_languages) {
    std::vector<Source> sources;
    for (const auto& [text, language] : texts_and_languages) {
        sources.push_back(
            {.id = std::to_string(sources.size()), .bytes = text, .language = language});
    }
    Builder builder({});
    Job job(1);
    builder.add(sources, job);
    return std::move(builder).finish(Columns());
}

std::string no_key(std::string_view /*language*/) {
    return {};
}

TEST(Layer, JoinsFormsThatDifferInCaseOnly) {
    const auto corpus = wortfeld::testing::corpus_of({"Chip CHIP Maß Mass"});
    const auto value = corpus.layer(folded_layer).in(DocumentId{});
    EXPECT_EQ(value.at(0), value.at(1));
    EXPECT_NE(value.at(2), value.at(3));
    EXPECT_THROW(static_cast<void>(corpus.layer("stem")), Error);
}

TEST(LanguageGroups, AreOneWhereLanguagesAreTreatedAlike) {
    const auto corpus = corpus_in({{"a", "de"}, {"b", "en"}, {"c", ""}});
    EXPECT_EQ(group_languages(corpus, no_key).languages, std::vector<std::string>{"de"});
    EXPECT_TRUE(group_languages(corpus, no_key).of_document.empty());
    const auto apart = group_languages(corpus, [](auto code) { return std::string(code); });
    EXPECT_EQ(apart.languages, (std::vector<std::string>{"de", "en", ""}));
    EXPECT_EQ(group_languages(corpus_in({}), no_key).languages, std::vector<std::string>{""});
}

TEST(LanguageGroups, AreNeverSharedByLanguagesThatFoldInDifferentWays) {
    const auto corpus = corpus_in({{"ISI a", "de"}, {"ISI", "tr"}, {"b", "en"}, {"ILIK", "az"}});
    const auto groups = group_languages(corpus, no_key);
    EXPECT_EQ(groups.languages, (std::vector<std::string>{"de", "tr"}));
    EXPECT_EQ(groups.of_document, (std::vector<std::uint32_t>{0, 1, 0, 1}));
    const auto& folded = corpus.layer(folded_layer);
    EXPECT_EQ(folded.text(folded.in(id_at<DocumentId>(0)).at(0)), "isi");
    EXPECT_EQ(folded.text(folded.in(id_at<DocumentId>(1)).at(0)), "ısı");
    EXPECT_EQ(folded.in(id_at<DocumentId>(1)).at(1), no_id<ValueId>);  // "a" is in no such document
}

TEST(Layer, TakesGivenValuesForTheTermsOfEachGroup) {
    const auto corpus = corpus_in({{"die gut", "de"}, {"die", "en"}});
    auto groups = group_languages(corpus, [](auto code) { return std::string(code); });
    EXPECT_EQ(terms_of_group(corpus, groups, 0).size(), 2U);
    EXPECT_EQ(terms_of_group(corpus, groups, 1).size(), 1U);
    const std::vector<std::vector<std::optional<std::string_view>>> values{{std::nullopt, "gut"},
                                                                           {"sterben"}};
    const auto layer = layer_of_values(corpus, std::move(groups), values);
    EXPECT_EQ(layer.in(id_at<DocumentId>(0)).at(0), no_id<ValueId>);
    EXPECT_EQ(layer.text(layer.in(id_at<DocumentId>(0)).at(1)), "gut");
    EXPECT_EQ(layer.text(layer.in(id_at<DocumentId>(1)).at(0)), "sterben");
    EXPECT_EQ(layer.text(no_id<ValueId>), "");
}

}  // namespace
}  // namespace wortfeld::corpus
