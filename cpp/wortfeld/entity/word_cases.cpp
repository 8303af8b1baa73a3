#include "wortfeld/entity/word_cases.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/hash.hpp"
#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/corpus/document_chunks.hpp"
#include "wortfeld/corpus/words.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

/// By term: occurrences as the first word of a sentence, and all others.
struct Places {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> inside;

    explicit Places(std::size_t terms) : start(terms), inside(terms) {}
    void merge(const Places& other) {
        for (std::size_t term = 0; term < start.size(); ++term) {
            start[term] += other.start[term];
            inside[term] += other.inside[term];
        }
    }
};

Places count_places(const corpus::Corpus& corpus, Job& job) {
    const auto zones = corpus::ZoneSet::all();
    return parallel_reduce(
        job,
        Chunks{.size = corpus.documents().size(),
               .chunk_size = corpus::documents_per_count(corpus)},
        Places(corpus.vocabulary().size()),
        [&](std::size_t begin, std::size_t end, Places& part) {
            for (auto d = begin; d < end; ++d) {
                const auto& document = corpus.documents()[d];
                const auto terms = document.terms();
                auto last_sentence = ~std::uint32_t{0};
                corpus::for_each_word(
                    corpus, document, zones, [&](std::uint32_t sentence, std::uint32_t token) {
                        auto& places = sentence == last_sentence ? part.inside : part.start;
                        ++places[number(terms[token])];
                        last_sentence = sentence;
                    });
            }
        },
        [](Places& all, const Places& part) { all.merge(part); });
}

}  // namespace

WordCases::WordCases(const Columns& rows) : fingerprint_(hash_bytes("word cases", 0)) {
    const auto& words = rows.column("word");
    const auto count = [&](std::string_view column, std::size_t row) {
        return static_cast<std::uint64_t>(rows.column(column).int64s()[row]);
    };
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto word = std::string(words.text(row));
        const WordCase counts{.small = count("small", row),
                              .start = count("start", row),
                              .inside = count("inside", row)};
        if (word.empty() || text::fold(word) != word || !words_.emplace(word, counts).second) {
            throw Error(ErrorKind::bad_argument,
                        "the word '" + word + "' is empty, is there twice, or has a capital");
        }
        fingerprint_ = hash_bytes(word, fingerprint_);
        for (const auto part : {counts.small, counts.start, counts.inside}) {
            fingerprint_ = hash_bytes(std::to_string(part), fingerprint_);
        }
    }
    fingerprint_ = std::max(fingerprint_, std::uint64_t{1});
}

const WordCase* WordCases::find(std::string_view folded) const {
    const auto found = words_.find(std::string(folded));
    return found == words_.end() ? nullptr : &found->second;
}

Columns count_word_cases(const corpus::Corpus& corpus, std::uint64_t fewest_small, Job& job) {
    const auto places = count_places(corpus, job);
    const auto& vocabulary = corpus.vocabulary();
    std::map<std::string, WordCase> words;
    for (std::size_t i = 0; i < vocabulary.size(); ++i) {
        if (places.start[i] + places.inside[i] == 0) continue;
        const auto written = vocabulary.text(id_at<TermId>(i));
        auto& counts = words[text::fold(written)];
        if (begins_upper(written)) {
            counts.start += places.start[i];
            counts.inside += places.inside[i];
        } else {
            counts.small += places.start[i] + places.inside[i];
        }
    }
    TableWriter table({{"word", ColumnType::text},
                       {"small", ColumnType::int64},
                       {"start", ColumnType::int64},
                       {"inside", ColumnType::int64}});
    for (const auto& [word, counts] : words) {
        const auto has_capital = counts.start + counts.inside > 0;
        if (!has_capital || counts.small < fewest_small) continue;
        table.row(std::string_view(word), counts.small, counts.start, counts.inside);
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::entity
