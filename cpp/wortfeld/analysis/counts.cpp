#include "wortfeld/analysis/counts.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/corpus/document_chunks.hpp"
#include "wortfeld/corpus/words.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace wortfeld::analysis {
namespace {

constexpr std::uint32_t no_document = ~std::uint32_t{0};

/// Documents of a value so far, and the last of them.
struct DocumentCount {
    std::uint32_t last = no_document;
    std::uint32_t documents = 0;
};

/// What a chunk of documents adds: counts of each term and of each value.
struct Part {
    std::vector<std::uint32_t> of_term;
    std::vector<DocumentCount> of_value;
};

/// Counts of a term in the documents of one group.
struct TermInGroup {
    TermId term;
    ValueId value;
    std::uint64_t count;
};

std::vector<DocumentId> documents_of(const corpus::LanguageGroups& groups,
                                     std::size_t document_count,
                                     std::size_t group) {
    std::vector<DocumentId> documents;
    for (std::size_t d = 0; d < document_count; ++d) {
        if (groups.group(id_at<DocumentId>(d)) == group) documents.push_back(id_at<DocumentId>(d));
    }
    return documents;
}

void count_document(const corpus::Corpus& corpus,
                    std::span<const ValueId> values,
                    corpus::ZoneSet zones,
                    DocumentId document,
                    Part& part) {
    const auto stamp = static_cast<std::uint32_t>(document);
    const auto read = corpus.document(document);
    const auto terms = read.terms();
    corpus::for_each_token(read, zones, [&](std::uint32_t, std::uint32_t token) {
        const auto term = number(terms[token]);
        ++part.of_term[term];
        if (values[term] == no_id<ValueId>) return;
        auto& of_value = part.of_value[number(values[term])];
        if (of_value.last == stamp) return;
        of_value.last = stamp;
        ++of_value.documents;
    });
}

void add(Part& sum, const Part& part) {
    for (std::size_t term = 0; term < part.of_term.size(); ++term) {
        sum.of_term[term] += part.of_term[term];
    }
    for (std::size_t value = 0; value < part.of_value.size(); ++value) {
        sum.of_value[value].documents += part.of_value[value].documents;
    }
}

/// Counts the documents of one group of languages.
Part count_group(const CountedValues& values, std::size_t group, corpus::ZoneSet zones, Job& job) {
    const auto& corpus = values.corpus();
    const auto documents = documents_of(values.layer().groups, corpus.documents().size(), group);
    return parallel_reduce(
        job,
        Chunks{.size = documents.size(), .chunk_size = corpus::documents_per_count(corpus)},
        Part{.of_term = std::vector<std::uint32_t>(corpus.vocabulary().size()),
             .of_value = std::vector<DocumentCount>(values.layer().values.size())},
        [&](std::size_t begin, std::size_t end, Part& part) {
            for (auto i = begin; i < end; ++i) {
                count_document(corpus, values.of_group(group), zones, documents[i], part);
            }
        },
        add);
}

std::string_view name_of(Exclusion exclusion) {
    switch (exclusion) {
        case Exclusion::kinds:
            return "kinds";
        case Exclusion::layer:
            return "layer";
        case Exclusion::stop_words:
            return "stopwords";
    }
    return {};
}

/// Adds the counts of a group to those of all; `found` gets what its terms count as.
void add_group(const CountedValues& values,
               std::size_t group,
               const Part& part,
               TermCounts& counts,
               std::vector<TermInGroup>& found) {
    for (std::size_t value = 0; value < part.of_value.size(); ++value) {
        counts.document_count[value] += part.of_value[value].documents;
    }
    for (std::size_t t = 0; t < part.of_term.size(); ++t) {
        if (part.of_term[t] == 0) continue;
        const auto term = id_at<TermId>(t);
        const auto is_word = text::is_word(values.corpus().kind(term));
        if (is_word) counts.words += part.of_term[t];
        if (const auto value = values.of_group(group)[t]; value != no_id<ValueId>) {
            found.push_back({.term = term, .value = value, .count = part.of_term[t]});
        } else if (is_word) {
            counts.excluded[std::string(name_of(values.exclusion(group, term)))] += part.of_term[t];
        }
    }
}

/// Adds up the values and keeps the commonest form of each; `found` is in the order of terms, so
/// that of equally common forms the first stays.
void add_forms(std::span<const TermInGroup> found, TermCounts& counts) {
    std::vector<std::uint64_t> of_form(counts.count.size());
    for (auto first = found.begin(); first != found.end();) {
        const auto last = std::find_if(
            first, found.end(), [&](const auto& other) { return other.term != first->term; });
        for (auto one = first; one != last; ++one) {
            const auto value = number(one->value);
            counts.count[value] += one->count;
            std::uint64_t with_value = 0;
            for (auto other = first; other != last; ++other) {
                if (other->value == one->value) with_value += other->count;
            }
            if (with_value > of_form[value]) {
                of_form[value] = with_value;
                counts.form[value] = one->term;
            }
        }
        first = last;
    }
}

/// The values of a table in its order: most frequent first, then by text.
std::vector<std::size_t> rows_in_order(const TermCounts& counts,
                                       const corpus::Layer& layer,
                                       const TermsOptions& options) {
    const auto least = std::max<std::uint64_t>(1, options.min_count);
    std::vector<std::size_t> rows;
    for (std::size_t value = 0; value < counts.count.size(); ++value) {
        if (counts.count[value] >= least) rows.push_back(value);
    }
    const auto size = std::min(rows.size(), options.top.value_or(rows.size()));
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(size);
    const auto text = [&](std::size_t value) { return layer.values.text(id_at<ValueId>(value)); };
    std::partial_sort(rows.begin(), end, rows.end(), [&](auto a, auto b) {
        return std::tuple(counts.count[b], text(a)) < std::tuple(counts.count[a], text(b));
    });
    rows.resize(size);
    return rows;
}

}  // namespace

TermCounts count_terms(const CountedValues& values, corpus::ZoneSet zones, Job& job) {
    const auto size = values.layer().values.size();
    TermCounts counts{.count = std::vector<std::uint64_t>(size),
                      .document_count = std::vector<std::uint64_t>(size),
                      .form = std::vector<TermId>(size, no_id<TermId>),
                      .words = 0,
                      .excluded = {}};
    std::vector<TermInGroup> found;
    const auto group_count = values.layer().groups.languages.size();
    for (std::size_t group = 0; group < group_count; ++group) {
        add_group(values, group, count_group(values, group, zones, job), counts, found);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.term < b.term; });
    add_forms(found, counts);
    return counts;
}

TermsTable terms_table(const corpus::Corpus& corpus,
                       const corpus::Layer& layer,
                       const TermsOptions& options,
                       Job& job) {
    auto counts = count_terms(CountedValues(corpus, layer, options.filter), options.zones, job);
    TableWriter table({{"term", ColumnType::text},
                       {"form", ColumnType::text},
                       {"count", ColumnType::int64},
                       {"document_count", ColumnType::int64},
                       {"per_million", ColumnType::float64}});
    constexpr double million = 1e6;
    for (const auto value : rows_in_order(counts, layer, options)) {
        const auto count = static_cast<double>(counts.count[value]);
        table.row(layer.values.text(id_at<ValueId>(value)),
                  corpus.vocabulary().text(counts.form[value]),
                  counts.count[value],
                  counts.document_count[value],
                  count * million / static_cast<double>(counts.words));
    }
    if (options.min_count > 1) {
        counts.excluded["min_count"] = static_cast<std::uint64_t>(
            std::count_if(counts.count.begin(), counts.count.end(), [&](auto count) {
                return count > 0 && count < options.min_count;
            }));
    }
    return {.columns = std::move(table).finish(), .excluded = std::move(counts.excluded)};
}

}  // namespace wortfeld::analysis
