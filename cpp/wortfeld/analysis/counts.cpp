#include "wortfeld/analysis/counts.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/corpus/words.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace wortfeld::analysis {
namespace {

/// Documents that one worker takes at a time.
constexpr std::size_t documents_per_chunk = 64;

/// What a chunk of documents adds; only what occurs is stored.
struct Part {
    std::unordered_map<std::uint32_t, std::uint64_t> of_term;
    std::unordered_map<std::uint32_t, std::uint64_t> documents_of_value;
    std::uint64_t words = 0;
};

void count_document(const corpus::Corpus& corpus,
                    const corpus::Layer& layer,
                    corpus::ZoneSet zones,
                    const corpus::Document& document,
                    Part& part) {
    std::unordered_set<std::uint32_t> seen;
    const auto terms = document.terms();
    corpus::for_each_word(corpus, document, zones, [&](std::uint32_t, std::uint32_t token) {
        const auto term = terms[token];
        ++part.words;
        ++part.of_term[static_cast<std::uint32_t>(term)];
        seen.insert(static_cast<std::uint32_t>(layer.value(term)));
    });
    for (const auto value : seen) ++part.documents_of_value[value];
}

}  // namespace

TermCounts count_terms(const corpus::Corpus& corpus,
                       std::string_view layer_name,
                       corpus::ZoneSet zones,
                       Job& job) {
    const auto& layer = corpus.layer(layer_name);
    const auto all = parallel_reduce(
        job,
        Chunks{.size = corpus.documents().size(), .chunk_size = documents_per_chunk},
        Part{},
        [&](std::size_t begin, std::size_t end, Part& part) {
            for (auto d = begin; d < end; ++d) {
                count_document(corpus, layer, zones, corpus.documents()[d], part);
            }
        },
        [](Part& sum, Part&& part) {
            for (const auto& [term, count] : part.of_term) sum.of_term[term] += count;
            for (const auto& [value, count] : part.documents_of_value) {
                sum.documents_of_value[value] += count;
            }
            sum.words += part.words;
        });
    TermCounts counts{.count = std::vector<std::uint64_t>(layer.values.size()),
                      .document_count = std::vector<std::uint64_t>(layer.values.size()),
                      .form = std::vector<TermId>(layer.values.size(), no_id<TermId>),
                      .words = all.words};
    std::vector<std::uint64_t> of_form(layer.values.size());
    // In the order of terms, so that equally common forms give the one that came first.
    for (std::size_t t = 0; t < layer.value_of_term.size(); ++t) {
        const auto found = all.of_term.find(static_cast<std::uint32_t>(t));
        if (found == all.of_term.end()) continue;
        const auto value = number(layer.value(id_at<TermId>(t)));
        counts.count[value] += found->second;
        if (found->second > of_form[value]) {
            of_form[value] = found->second;
            counts.form[value] = id_at<TermId>(t);
        }
    }
    for (const auto& [value, documents] : all.documents_of_value) {
        counts.document_count[value] = documents;
    }
    return counts;
}

Columns terms_table(const corpus::Corpus& corpus, const TermsOptions& options, Job& job) {
    const auto counts = count_terms(corpus, options.layer, options.zones, job);
    const auto& values = corpus.layer(options.layer).values;
    const auto term = [&](std::size_t value) { return values.text(id_at<ValueId>(value)); };
    std::vector<std::size_t> order;
    for (std::size_t value = 0; value < values.size(); ++value) {
        if (counts.count[value] >= std::max<std::uint64_t>(1, options.min_count)) {
            order.push_back(value);
        }
    }
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return std::tuple(counts.count[b], term(a)) < std::tuple(counts.count[a], term(b));
    });
    TableWriter table({{"term", ColumnType::text},
                       {"form", ColumnType::text},
                       {"count", ColumnType::int64},
                       {"document_count", ColumnType::int64},
                       {"per_million", ColumnType::float64}});
    constexpr double million = 1e6;
    for (const auto value : order) {
        table.row(
            term(value),
            corpus.vocabulary().text(counts.form[value]),
            counts.count[value],
            counts.document_count[value],
            static_cast<double>(counts.count[value]) * million / static_cast<double>(counts.words));
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::analysis
