#include "wortfeld/corpus/builder.hpp"

#include "equal_corpora.hpp"
#include "made_corpus.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

using testing::corpus_of;

Error error_of(const std::vector<Source>& sources, BuilderOptions options = {}) {
    Builder builder(std::move(options));
    Job job(2);
    try {
        builder.add(sources, job);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::cancelled, "no error"};
}

TEST(Builder, NumbersTermsByFirstAppearanceInDocumentOrder) {
    const auto corpus = corpus_of({"b a b", "c a"});
    ASSERT_EQ(corpus.vocabulary().size(), 3U);
    EXPECT_EQ(corpus.vocabulary().text(id_at<TermId>(0)), "b");
    EXPECT_EQ(corpus.vocabulary().text(id_at<TermId>(1)), "a");
    EXPECT_EQ(corpus.vocabulary().text(id_at<TermId>(2)), "c");
}

TEST(Builder, TokensLieWhereTheTextHasThem) {
    const auto corpus = corpus_of({"Über 5 Chips.", "Zwei"});
    const auto document = corpus.documents()[0];
    const auto span = document.token_span(0);
    EXPECT_EQ(slice(document.text(), span), "Über");
    EXPECT_EQ(document.chars(document.token_span(1)), (CharSpan{5, 6}));
    EXPECT_EQ(number(corpus.document_at(4)), 1U);
    EXPECT_EQ(document.word_count(), 3U);
    EXPECT_EQ(document.token_count(), 4U);
}

TEST(Builder, GivesTheSameCorpusForAnyNumberOfThreadsWhichAllTakeChunks) {
    std::vector<std::string> texts;
    for (int i = 0; i < 40; ++i) {
        std::string text;
        for (int word = 0; word < 8000; ++word) text += "w" + std::to_string(word % (i + 7)) + " ";
        texts.push_back(text);
    }
    const auto one = corpus_of(texts, 1);
    std::vector<Source> sources;
    for (const auto& text : texts) {
        sources.push_back({.id = std::to_string(sources.size()), .bytes = text, .language = "de"});
    }
    Builder builder({});
    Job job(7);
    builder.add(sources, job);
    const auto seven = std::move(builder).finish(Columns());
    EXPECT_GT(job.workers_seen(), 1U);
    EXPECT_EQ(one.fingerprint(), seven.fingerprint());
    testing::expect_equal(one, seven);
}

TEST(Builder, NamesDocumentAndByteOfIllFormedText) {
    const auto error = error_of({{"good", "gut", "de"}, {"bad", "sch\xC3lecht", "de"}});
    EXPECT_EQ(error.kind(), ErrorKind::bad_input);
    EXPECT_EQ(error.details().source, "bad");
    EXPECT_EQ(error.details().byte_offset, 3U);
}

TEST(Builder, CountsTheByteOrderMarkInOffsetsButNotInTheText) {
    const auto error = error_of({{"bad", "\xEF\xBB\xBF\xFF", "de"}});
    EXPECT_EQ(error.details().byte_offset, 3U);
    const auto corpus =
        corpus_of({"\xEF\xBB\xBF"
                   "A"});
    EXPECT_EQ(corpus.documents()[0].text(), "A");
}

TEST(Builder, SkipsWhatItCannotReadAndSaysSo) {
    Builder builder({.skip_bad_input = true});
    Job job(1);
    builder.add(std::vector<Source>{{"bad", "\xFF", "de"}, {"good", "gut", "de"}}, job);
    const auto corpus = std::move(builder).finish(Columns());
    ASSERT_EQ(corpus.documents().size(), 1U);
    ASSERT_EQ(corpus.warnings().size(), 1U);
    EXPECT_EQ(corpus.warnings()[0].source, "bad");
    EXPECT_EQ(corpus.warnings()[0].kind, "skipped");
    EXPECT_EQ(corpus.warnings()[0].place, "byte 0");
}

TEST(Builder, CountsReplacementsAndWarnsOfEmptyDocuments) {
    Builder builder({.replace_ill_formed = true});
    Job job(1);
    builder.add(std::vector<Source>{{"a", "x\xFF\xFFy", "de"}, {"b", "", "de"}}, job);
    const auto corpus = std::move(builder).finish(Columns());
    ASSERT_EQ(corpus.warnings().size(), 2U);
    EXPECT_EQ(corpus.warnings()[0].kind, "replaced");
    EXPECT_NE(corpus.warnings()[0].message.find('2'), std::string::npos);
    EXPECT_EQ(corpus.warnings()[1].kind, "empty");
}

TEST(Builder, RefusesTwoDocumentsWithOneId) {
    const auto error = error_of({{"a", "x", "de"}, {"b", "x", "de"}, {"a", "y", "de"}});
    EXPECT_EQ(error.kind(), ErrorKind::bad_input);
    EXPECT_EQ(error.details().source, "a");
    EXPECT_NE(
        std::string(error.what()).find("document 1 of the source and document 3 of the source"),
        std::string::npos);
}

TEST(Builder, CountsWhatItLeavesOut) {
    Builder builder({.skip_bad_input = true});
    Job job(2);
    builder.add(std::vector<Source>{{"a", "x", "de"}, {"a", "y", "de"}, {"b", "\xFF", "de"}}, job);
    EXPECT_EQ(builder.skipped(), 2U);
    EXPECT_EQ(std::move(builder).finish(Columns()).documents().size(), 1U);
}

TEST(Builder, RefusesNulInFilesOnly) {
    const std::string text("a\0b", 3);
    EXPECT_EQ(error_of({{"a", text, "de", true}}).details().byte_offset, 1U);
    const auto corpus = corpus_of({text});
    EXPECT_EQ(corpus.documents()[0].text(), text);
}

}  // namespace
}  // namespace wortfeld::corpus
