#include "wortfeld/corpus/append.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/corpus/builder.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

std::vector<DocumentId> all_documents(const Corpus& corpus) {
    std::vector<DocumentId> documents(corpus.documents().size());
    for (std::size_t i = 0; i < documents.size(); ++i) documents[i] = id_at<DocumentId>(i);
    return documents;
}

void require_new_ids(const Corpus& first, const Corpus& second) {
    for (const auto document : second.documents()) {
        if (!first.find(document.id())) continue;
        const std::string id(document.id());
        throw Error(ErrorKind::bad_input,
                    "document '" + id + "' is in the corpus already; give other ids, with ids=",
                    {.source = id});
    }
}

void require_same_rules(const Corpus& first, const Corpus& second) {
    if (first.rules() == second.rules()) return;
    throw Error(ErrorKind::bad_argument,
                "the corpus was read with other rules, detect_zones=, keep= or profile=; read what "
                "is to be appended as the corpus was read");
}

void require_room(const Corpus& first, const Corpus& second) {
    const std::size_t most = Limits().tokens;
    if (second.token_count() <= most - first.token_count()) return;
    throw Error(ErrorKind::memory_limit,
                "a corpus may have " + std::to_string(most) +
                    " tokens at most; keep what is to be appended as a corpus of its own");
}

void push_all(ColumnWriter& writer, const Column& column) {
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.is_null(row)) {
            writer.push_null();
            continue;
        }
        switch (column.type()) {
            case ColumnType::int64:
                writer.push(column.int64s()[row]);
                break;
            case ColumnType::float64:
                writer.push(column.float64s()[row]);
                break;
            case ColumnType::boolean:
                writer.push_boolean(column.booleans()[row] != 0);
                break;
            case ColumnType::text:
                writer.push(column.text(row));
                break;
            case ColumnType::date:
                writer.push_date(column.dates()[row]);
                break;
            case ColumnType::datetime:
                writer.push_datetime(column.datetimes()[row]);
                break;
        }
    }
}

bool has_same_columns(const Columns& first, const Columns& second) {
    return std::equal(first.columns().begin(),
                      first.columns().end(),
                      second.columns().begin(),
                      second.columns().end(),
                      [](const auto& a, const auto& b) {
                          return a.first == b.first && a.second.type() == b.second.type();
                      });
}

Columns stacked(const Columns& first, const Columns& second) {
    if (!has_same_columns(first, second)) {
        throw Error(ErrorKind::bad_argument,
                    "the metadata columns are not those of the corpus: give the same names and "
                    "types in the same order");
    }
    std::vector<Columns::Named> columns;
    for (std::size_t i = 0; i < first.columns().size(); ++i) {
        const auto& [name, column] = first.columns()[i];
        ColumnWriter writer(column.type());
        push_all(writer, column);
        push_all(writer, second.columns()[i].second);
        columns.emplace_back(name, std::move(writer).finish());
    }
    return Columns(std::move(columns));
}

}  // namespace

Corpus appended(const Corpus& first, const Corpus& second) {
    require_same_rules(first, second);
    require_new_ids(first, second);
    require_room(first, second);
    auto metadata = stacked(first.metadata(), second.metadata());
    std::vector<Warning> warnings(first.warnings().begin(), first.warnings().end());
    warnings.insert(warnings.end(), second.warnings().begin(), second.warnings().end());
    StoreBuilder builder;
    builder.append(first.store(), all_documents(first));
    builder.append(second.store(), all_documents(second));
    const auto totals = builder.totals();
    return Corpus({.store = std::move(builder).finish(),
                   .totals = totals,
                   .rules = first.rules(),
                   .metadata = std::move(metadata),
                   .warnings = std::move(warnings)});
}

}  // namespace wortfeld::corpus
