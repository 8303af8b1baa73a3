#include "wortfeld/index/corpus_file.hpp"

#include "equal_corpora.hpp"
#include "made_corpus.hpp"
#include "section_bytes.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/corpus/builder.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace wortfeld::index {
namespace {

const std::vector<std::string> texts{"Der grüne Chip von NVIDIA.\n\nZwei Chips, 𝄞!", "", "ASCII."};

IndexedCorpus read(const std::vector<std::string>& read_texts, unsigned threads = 1) {
    Job job(threads);
    return {testing::corpus_of(read_texts, threads), job};
}

IndexedCorpus opened(const FileContent& bytes, bool verify = false) {
    return open_corpus(FileBytes::copied(bytes, "a.wortfeld"), verify);
}

/// What a file holds, as the file that is made of it; nothing if it is refused.
std::optional<FileContent> content_of(const FileContent& bytes, bool verify) {
    try {
        const auto indexed = opened(bytes, verify);
        if (verify) return bytes;
        return written(corpus_file(indexed));
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_file);
        EXPECT_TRUE(error.message().starts_with("a.wortfeld: ")) << error.message();
        return std::nullopt;
    }
}

TEST(CorpusFile, GivesTheCorpusBack) {
    const auto saved = read(texts);
    const auto bytes = written(corpus_file(saved));
    for (const bool verify : {false, true}) {
        const auto corpus = opened(bytes, verify);
        testing::expect_equal(corpus.corpus, saved.corpus);
        EXPECT_EQ(corpus.corpus.fingerprint(), saved.corpus.fingerprint());
        EXPECT_TRUE(testing::is_equal(corpus.postings.all(), saved.postings.all()));
        EXPECT_EQ(corpus.corpus.find("1"), id_at<DocumentId>(1));
        EXPECT_EQ(corpus.corpus.find("3"), std::nullopt);
        EXPECT_EQ(written(corpus_file(corpus)), bytes);
    }
}

TEST(CorpusFile, OutlivesTheBytesItWasOpenedFrom) {
    auto bytes = written(corpus_file(read(texts)));
    const auto corpus = opened(bytes);
    bytes.clear();
    EXPECT_EQ(corpus.corpus.document(id_at<DocumentId>(2)).text(), "ASCII.");
}

TEST(CorpusFile, IsTheSameForAnyNumberOfThreads) {
    std::vector<std::string> many;
    for (auto i = 0; i < 200; ++i) {
        many.push_back("Wort" + std::to_string(i % 17) + std::string(3000, 'x') + " Ende.");
    }
    const auto one = written(corpus_file(read(many, 1)));
    EXPECT_EQ(one, written(corpus_file(read(many, 2))));
    EXPECT_EQ(one, written(corpus_file(read(many, 7))));
}

TEST(CorpusFile, IsReadByManyThreadsAtOnce) {
    const auto bytes = written(corpus_file(read(texts)));
    const auto corpus = opened(bytes);
    std::vector<std::thread> threads;
    std::vector<std::string> fingerprints(8);
    for (auto& fingerprint : fingerprints) {
        threads.emplace_back([&] {
            for (const auto document : corpus.corpus.documents()) fingerprint += document.text();
            fingerprint += std::to_string(corpus.corpus.warnings().size());
            fingerprint += std::to_string(corpus.corpus.metadata().rows());
        });
    }
    for (auto& thread : threads) thread.join();
    for (const auto& fingerprint : fingerprints) EXPECT_EQ(fingerprint, fingerprints.front());
}

TEST(CorpusFile, WithAnyBitFlippedIsRefused) {
    const auto sound = written(corpus_file(read({"Ein Chip."})));
    for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
        auto flipped = sound;
        flipped[bit / 8] ^= std::byte{1} << (bit % 8);
        ASSERT_EQ(content_of(flipped, true), std::nullopt) << "bit " << bit;
    }
}

TEST(CorpusFile, WithAnyByteChangedIsRefusedWhenItIsTouchedOrSaysTheSame) {
    const auto sound = written(corpus_file(read({"Ein Chip."})));
    for (std::size_t byte = 0; byte < sound.size(); ++byte) {
        auto changed = sound;
        changed[byte] ^= std::byte{1} << (byte % 8);
        const auto content = content_of(changed, false);
        ASSERT_TRUE(!content || *content == sound) << "byte " << byte;
    }
}

TEST(CorpusFile, CutAnywhereIsRefused) {
    const auto sound = written(corpus_file(read({"Ein Chip."})));
    for (std::size_t size = 0; size < sound.size(); ++size) {
        const FileContent cut(sound.begin(), sound.begin() + static_cast<long>(size));
        ASSERT_EQ(content_of(cut, false), std::nullopt) << size << " bytes";
    }
}

}  // namespace
}  // namespace wortfeld::index
