#include "wortfeld/corpus/store.hpp"

#include "equal_corpora.hpp"
#include "made_corpus.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/corpus/append.hpp"
#include "wortfeld/text/language.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace wortfeld::corpus {
namespace {

/// Documents of every size around the bounds of blocks and marks: empty, blank, with gaps of all
/// widths, in ASCII and not, with headings and bylines.
std::vector<std::string> texts() {
    std::vector<std::string> all{"", "  \n\n ", "Ein", "   Anfang nach Leerraum", "über"};
    const std::vector<std::string> words{"Haus",
                                         "Straße",
                                         "10.",
                                         "und",
                                         "(",
                                         ")",
                                         "ein Wort, das lang ist:",
                                         "漢字",
                                         "😀",
                                         "a",
                                         "Bundesverfassungsgerichtsentscheidungen"};
    const std::vector<std::string> gaps{" ", " ", " ", "", "  ", "   ", "\n", "\n\n", "\t \n  \n "};
    std::minstd_rand random(7);
    for (std::size_t size = 1; size < 200; size += 7) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            text += words[random() % words.size()] + gaps[random() % gaps.size()];
            if (random() % 9 == 0) text += '.';
            if (random() % 50 == 0) text += std::string(300, ' ');
        }
        all.push_back(text);
    }
    all.emplace_back(
        "Chips werden knapp\n\nVon Anna Beispiel\n\n10. März 2026, 12:00 Uhr\n\nDie "
        "Preise steigen. Das freut niemanden.\n\nMehr zum Thema");
    return all;
}

std::vector<Source> sources_of(const std::vector<std::string>& all) {
    const std::vector<std::string> languages{"", "de", "en"};
    std::vector<Source> sources;
    for (std::size_t i = 0; i < all.size(); ++i) {
        sources.push_back({.id = "document " + std::to_string(i),
                           .bytes = all[i],
                           .language = languages[i % languages.size()]});
    }
    return sources;
}

Corpus read(const std::vector<Source>& sources, Builder builder = Builder({})) {
    Job job(1);
    builder.add(sources, job);
    return std::move(builder).finish(Columns());
}

TEST(Document, HasTheTokensAndSentencesThatWereFoundInItsText) {
    const auto all = texts();
    const auto sources = sources_of(all);
    const auto corpus = read(sources);
    DecodedDocument decoded;
    for (std::size_t d = 0; d < all.size(); ++d) {
        const auto document = corpus.documents()[d];
        const auto layout = text::lay_out(all[d], text::language(sources[d].language), true);
        EXPECT_EQ(document.text(), all[d]);
        EXPECT_EQ(document.language(), sources[d].language);
        decoded.decode(document);
        ASSERT_EQ(decoded.tokens.size(), layout.tokens.size());
        for (std::uint32_t i = 0; i < layout.tokens.size(); ++i) {
            EXPECT_EQ(decoded.tokens[i].span, layout.tokens[i].span);
            EXPECT_EQ(decoded.tokens[i].kind, layout.tokens[i].kind);
            EXPECT_EQ(document.token_span(i), layout.tokens[i].span);
            const auto is_attached =
                i > 0 && layout.tokens[i].span.begin == layout.tokens[i - 1].span.end;
            EXPECT_EQ(document.is_attached(i), is_attached) << i;
        }
        ASSERT_EQ(decoded.sentences.size(), layout.sentences.size());
        for (std::uint32_t s = 0; s < layout.sentences.size(); ++s) {
            for (const auto& sentence : {decoded.sentences[s], document.sentence(s)}) {
                EXPECT_EQ(sentence.span, layout.sentences[s].span);
                EXPECT_EQ(sentence.tokens, layout.sentences[s].tokens);
                EXPECT_EQ(sentence.paragraph, layout.sentences[s].paragraph);
                EXPECT_EQ(sentence.zone, layout.sentences[s].zone);
            }
            EXPECT_EQ(document.sentence_of_token(layout.sentences[s].tokens.end - 1), s);
        }
    }
}

TEST(Document, HasTheZonesAndWhatItsHeadSays) {
    const auto all = texts();
    const auto sources = sources_of(all);
    const auto corpus = read(sources);
    for (std::size_t d = 0; d < all.size(); ++d) {
        const auto document = corpus.documents()[d];
        const auto layout = text::lay_out(all[d], text::language(sources[d].language), true);
        ASSERT_EQ(document.zone_count(), layout.zones.size());
        for (std::uint32_t z = 0; z < layout.zones.size(); ++z) {
            EXPECT_EQ(document.zone(z).span, layout.zones[z].span);
            EXPECT_EQ(document.zone(z).zone, layout.zones[z].zone);
            EXPECT_EQ(document.zone(z).rule, layout.zones[z].rule);
            EXPECT_EQ(document.zone(z).paragraph, layout.zones[z].paragraph);
        }
        EXPECT_EQ(document.found_title().value_or("-"), layout.found.title.value_or("-"));
        EXPECT_EQ(document.found_author().value_or("-"), layout.found.author.value_or("-"));
        EXPECT_EQ(document.found_date(), layout.found.date);
        EXPECT_EQ(document.breaks_off(), layout.breaks_off);
    }
}

TEST(Document, CountsCodePointsFromAnyByteAndBack) {
    const auto all = texts();
    const auto corpus = read(sources_of(all));
    for (const auto document : corpus.documents()) {
        const auto text = document.text();
        std::uint32_t count = 0;
        for (std::size_t byte = 0; byte < text.size(); ++count) {
            EXPECT_EQ(document.chars_before(static_cast<std::uint32_t>(byte)), count);
            EXPECT_EQ(document.byte_of(count), byte);
            utf8::next(text, byte);
        }
        EXPECT_EQ(document.chars_before(static_cast<std::uint32_t>(text.size())), count);
        EXPECT_EQ(document.character_count(), count);
        EXPECT_EQ(document.byte_of(count + 1), text.size());
    }
}

TEST(Corpus, FindsDocumentsByIdAndPosition) {
    const auto corpus = read(sources_of(texts()));
    for (std::size_t d = 0; d < corpus.documents().size(); ++d) {
        const auto document = corpus.documents()[d];
        EXPECT_EQ(corpus.find(document.id()), id_at<DocumentId>(d));
        for (std::uint32_t token = 0; token < document.token_count(); ++token) {
            EXPECT_EQ(number(corpus.document_at(document.first_token() + token)), d);
        }
    }
    EXPECT_EQ(corpus.find("document"), std::nullopt);
    EXPECT_EQ(Builder({}).finish(Columns()).find("a"), std::nullopt);
}

TEST(Corpus, TakesDocumentsAsIfTheyAloneHadBeenRead) {
    const auto all = texts();
    const auto sources = sources_of(all);
    const auto corpus = read(sources);
    for (const std::size_t step : {1U, 2U, 3U, 5U, 100U}) {
        std::vector<DocumentId> documents;
        std::vector<Source> chosen;
        for (std::size_t d = step - 1; d < all.size(); d += step == 5 && d % 2 == 0 ? 1 : step) {
            documents.push_back(id_at<DocumentId>(d));
            chosen.push_back(sources[d]);
        }
        const auto taken = corpus.take(documents);
        const auto expected = read(chosen);
        testing::expect_equal(taken, expected);
        ASSERT_EQ(taken.warnings().size(), expected.warnings().size());
        for (std::size_t i = 0; i < taken.warnings().size(); ++i) {
            EXPECT_EQ(taken.warnings()[i].source, expected.warnings()[i].source);
        }
    }
}

TEST(Corpus, TakesTheMetadataAlong) {
    ColumnWriter column(ColumnType::int64);
    for (const auto value : {1, 2, 3}) column.push(value);
    Builder builder({.skip_bad_input = true});
    Job job(1);
    builder.add(std::vector<Source>{{"a", "x", ""}, {"b", "\xFF", ""}, {"c", "y", ""}}, job);
    builder.warn({.source = "", .place = "", .kind = "language", .message = "none is known"});
    const auto corpus = std::move(builder).finish(Columns({{"row", std::move(column).finish()}}));
    const auto taken = corpus.take(std::vector{id_at<DocumentId>(1)});
    EXPECT_THROW(static_cast<void>(corpus.take(std::vector{id_at<DocumentId>(2)})), Error);
    EXPECT_EQ(taken.metadata().column("row").int64s()[0], 3);
    // What was skipped belongs to no corpus; what is said of all belongs to each.
    ASSERT_EQ(taken.warnings().size(), 1U);
    EXPECT_EQ(taken.warnings()[0].kind, "language");
}

TEST(Append, GivesWhatReadingAllAtOnceGives) {
    const auto all = texts();
    const auto sources = sources_of(all);
    const auto whole = read(sources);
    for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, all.size() / 2, all.size()}) {
        const auto end = sources.begin() + static_cast<std::ptrdiff_t>(cut);
        const auto begin = read({sources.begin(), end});
        const auto before = begin.fingerprint();
        testing::expect_equal(appended(begin, read({end, sources.end()})), whole);
        EXPECT_EQ(begin.fingerprint(), before);
    }
}

TEST(Append, RefusesWhatWasReadByOtherRulesOrTwice) {
    const auto corpus = read({{"a", "x", ""}});
    try {
        (void)appended(corpus, read({{"b", "y", ""}}, Builder({.detect_zones = false})));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_argument);
        EXPECT_NE(std::string(error.what()).find("detect_zones"), std::string::npos);
    }
    EXPECT_THROW((void)appended(corpus, read({{"a", "y", ""}})), Error);
}

TEST(Append, LeavesOutWhatIsThereAlready) {
    const auto corpus = read({{"a", "x", ""}, {"b", "y", ""}});
    const auto more = read({{"b", "z", ""}, {"c", "y u", ""}, {"a", "", ""}});
    const auto grown = appended(corpus, more, KnownIds::leave_out);
    testing::expect_equal(grown, read({{"a", "x", ""}, {"b", "y", ""}, {"c", "y u", ""}}));
    ASSERT_EQ(grown.warnings().size(), 2U);
    EXPECT_EQ(grown.warnings()[0].source, "b");
    EXPECT_EQ(grown.warnings()[1].source, "a");
    EXPECT_EQ(grown.warnings()[1].kind, "skipped");
}

TEST(Builder, RefusesMoreTokensOrBytesThanACorpusCanNumber) {
    const auto kind_of_error = [](Limits limits) {
        try {
            read({{"a", "x y", ""}, {"b", "x y z", ""}}, Builder({.limits = limits}));
        } catch (const Error& error) {
            return error.kind();
        }
        return ErrorKind::cancelled;
    };
    EXPECT_EQ(kind_of_error({.tokens = 4}), ErrorKind::memory_limit);
    EXPECT_EQ(kind_of_error({.tokens = 5}), ErrorKind::cancelled);
    EXPECT_EQ(kind_of_error({.document_bytes = 4}), ErrorKind::bad_input);
    EXPECT_EQ(kind_of_error({.document_bytes = 5}), ErrorKind::cancelled);
}

TEST(StoreBuilder, StopsWithinADocument) {
    Job job(1);
    job.stop();
    const auto layout = text::lay_out("Ja. Nein.", text::language("de"), true);
    StoreBuilder builder;
    EXPECT_THROW(
        builder.add({.id = "a", .language = "de", .text = "Ja. Nein."}, layout, StopSign(job)),
        Error);
}

TEST(Builder, PlansAndReportsBytes) {
    Builder builder({});
    Job job(2);
    builder.add(std::vector<Source>{{"a", "eins", ""}, {"b", "zwei drei", ""}}, job);
    EXPECT_EQ(job.total(), 13U);
    EXPECT_EQ(job.done(), 13U);
}

}  // namespace
}  // namespace wortfeld::corpus
