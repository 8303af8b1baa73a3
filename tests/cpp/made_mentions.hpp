// Mentions of given spans for tests.
#pragma once

#include "made_corpus.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/given.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::testing {

/// A span and what it says; the rest of a row is null.
struct GivenRow {
    std::string document = "0";
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string kind = "person";
    std::string entity = {};
    std::string unit = {};
    std::int64_t level = 0;
};

inline Columns rows_of(const std::vector<GivenRow>& given) {
    using enum ColumnType;
    TableWriter rows(
        {{"document", text},      {"start", int64},     {"end", int64},   {"kind", text},
         {"entity", text},        {"id", text},         {"alias", text},  {"value", float64},
         {"value_high", float64}, {"value_text", text}, {"unit", text},   {"modifier", text},
         {"date_first", date},    {"date_last", date},  {"timex", text},  {"rule", text},
         {"role", text},          {"head", text},       {"level", int64}, {"alternatives", text}});
    const std::optional<std::string_view> none;
    const std::optional<double> no_value;
    for (const auto& row : given) {
        rows.row(row.document,
                 row.start,
                 row.end,
                 row.kind,
                 null_if_empty(row.entity),
                 none,
                 none,
                 no_value,
                 no_value,
                 none,
                 null_if_empty(row.unit),
                 none,
                 Day{},
                 Day{},
                 none,
                 none,
                 none,
                 none,
                 row.level,
                 none);
    }
    return std::move(rows).finish();
}

inline std::shared_ptr<const index::IndexedCorpus> indexed_of(
    const std::vector<std::string>& texts) {
    Job job(1);
    return std::make_shared<const index::IndexedCorpus>(corpus_of(texts), job);
}

inline entity::GivenMentions given_of(const std::vector<std::string>& texts,
                                      const std::vector<GivenRow>& rows,
                                      entity::Overlap overlap = entity::Overlap::resolve) {
    return entity::given_mentions(indexed_of(texts), rows_of(rows), overlap);
}

}  // namespace wortfeld::testing
