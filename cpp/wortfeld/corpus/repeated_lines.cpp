#include "wortfeld/corpus/repeated_lines.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/text/profile.hpp"

namespace wortfeld::corpus {
namespace {

constexpr std::size_t documents_at_once = 256;

}  // namespace

Columns find_repeated_lines(const Corpus& corpus, RepeatedLineOptions options, Job& job) {
    const auto counts = parallel_reduce(
        job,
        Chunks{.size = corpus.documents().size(), .chunk_size = documents_at_once},
        text::LineCounts(options.longest),
        [&](std::size_t begin, std::size_t end, text::LineCounts& part) {
            for (auto i = begin; i < end; ++i) part.add(corpus.documents()[i].text());
        },
        [](text::LineCounts& all, const text::LineCounts& part) { all.merge(part); });
    TableWriter table({{"line", ColumnType::text},
                       {"document_count", ColumnType::int64},
                       {"count", ColumnType::int64}});
    for (const auto& line : counts.of_documents(options.fewest_documents)) {
        table.row(std::string_view(line.text), line.document_count, line.count);
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::corpus
