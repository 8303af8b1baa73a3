#include "wortfeld/corpus/tables.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/table_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

using enum ColumnType;

/// Columns of documents() that metadata may fill.
constexpr std::array<std::string_view, 4> fillable{"language", "title", "date", "author"};

bool is_fillable(std::string_view name) {
    return std::find(fillable.begin(), fillable.end(), name) != fillable.end();
}

/// Columns of documents() that are counted.
constexpr std::array<std::string_view, 4> counted{
    "document", "token_count", "word_count", "character_count"};

/// What the documents themselves say of one fillable column.
Column found_column(const Corpus& corpus, std::string_view name) {
    ColumnWriter column(name == "date" ? date : ColumnType::text);
    for (const auto document : corpus.documents()) {
        if (name == "date") {
            column.push_date(document.found_date());
        } else if (name == "title") {
            column.push(document.found_title());
        } else if (name == "author") {
            column.push(document.found_author());
        } else if (document.language().empty()) {
            column.push_null();
        } else {
            column.push(document.language());
        }
    }
    return std::move(column).finish();
}

/// The metadata's values, and where they are null what the documents say.
Column filled(const Column& given, const Column& found) {
    ColumnWriter column(given.type());
    for (std::size_t row = 0; row < given.size(); ++row) {
        const auto& source = given.is_null(row) ? found : given;
        if (source.is_null(row)) {
            column.push_null();
        } else if (given.type() == date) {
            column.push_date(source.dates()[row]);
        } else {
            column.push(source.text(row));
        }
    }
    return std::move(column).finish();
}

}  // namespace

bool may_be_metadata(std::string_view name, ColumnType type) {
    if (std::find(counted.begin(), counted.end(), name) != counted.end()) return false;
    return !is_fillable(name) || type == (name == "date" ? date : ColumnType::text);
}

Columns documents_table(const Corpus& corpus) {
    TableWriter counts({{"document", ColumnType::text},
                        {"token_count", int64},
                        {"word_count", int64},
                        {"character_count", int64}});
    for (const auto document : corpus.documents()) {
        counts.row(document.id(),
                   document.token_count(),
                   document.word_count(),
                   document.character_count());
    }
    const auto own = std::move(counts).finish();
    std::vector<Columns::Named> columns(own.columns().begin(), own.columns().end());
    for (const auto name : fillable) columns.emplace_back(name, found_column(corpus, name));
    for (const auto& [name, column] : corpus.metadata().columns()) {
        if (!is_fillable(name)) {
            columns.emplace_back(name, column);
            continue;
        }
        for (auto& [existing, found] : columns) {
            if (existing == name) found = filled(column, found);
        }
    }
    return Columns(std::move(columns));
}

Columns sentences_table(const Corpus& corpus, std::optional<DocumentId> only) {
    TableWriter table({{"document", ColumnType::text},
                       {"sentence", int64},
                       {"paragraph", int64},
                       {"start", int64},
                       {"end", int64},
                       {"zone", ColumnType::text},
                       {"text", ColumnType::text}});
    DecodedDocument decoded;
    const auto documents = corpus.documents();
    const auto first = only ? number(*only) : 0;
    const auto last = only ? first + 1 : documents.size();
    for (auto d = first; d < last; ++d) {
        const auto document = documents[d];
        decoded.decode(document);
        for (std::size_t s = 0; s < decoded.sentences.size(); ++s) {
            const auto& sentence = decoded.sentences[s];
            const auto chars = document.chars(sentence.span);
            table.row(document.id(),
                      s,
                      sentence.paragraph,
                      chars.begin,
                      chars.end,
                      text::name_of(sentence.zone),
                      slice(document.text(), sentence.span));
        }
    }
    return std::move(table).finish();
}

Columns tokens_table(const Corpus& corpus, DocumentId id) {
    const auto document = corpus.document(id);
    const auto terms = document.terms();
    DecodedDocument decoded;
    decoded.decode(document);
    const auto& layer = corpus.layer(folded_layer);
    const auto& folded = layer.in(id);
    TableWriter table({{"token", int64},
                       {"start", int64},
                       {"end", int64},
                       {"surface", ColumnType::text},
                       {"term", ColumnType::text},
                       {"kind", ColumnType::text},
                       {"sentence", int64},
                       {"zone", ColumnType::text}});
    for (std::size_t s = 0; s < decoded.sentences.size(); ++s) {
        const auto& sentence = decoded.sentences[s];
        for (auto token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
            const auto term = terms[token];
            const auto chars = document.chars(decoded.tokens[token].span);
            table.row(token,
                      chars.begin,
                      chars.end,
                      corpus.vocabulary().text(term),
                      layer.text(folded.at(number(term))),
                      text::name_of(corpus.kind(term)),
                      s,
                      text::name_of(sentence.zone));
        }
    }
    return std::move(table).finish();
}

Columns zones_table(const Corpus& corpus) {
    TableWriter table({{"document", ColumnType::text},
                       {"start", int64},
                       {"end", int64},
                       {"zone", ColumnType::text},
                       {"rule", ColumnType::text},
                       {"text", ColumnType::text}});
    for (const auto document : corpus.documents()) {
        for (std::uint32_t z = 0; z < document.zone_count(); ++z) {
            const auto stretch = document.zone(z);
            const auto chars = document.chars(stretch.span);
            table.row(document.id(),
                      chars.begin,
                      chars.end,
                      text::name_of(stretch.zone),
                      stretch.rule,
                      slice(document.text(), stretch.span));
        }
    }
    return std::move(table).finish();
}

Columns breaking_off_table(const Corpus& corpus) {
    TableWriter table({{"document", ColumnType::text}, {"end", int64}, {"text", ColumnType::text}});
    for (const auto document : corpus.documents()) {
        if (!document.breaks_off()) continue;
        auto last = document.sentence_count() - 1;
        while (!text::is_counted(document.sentence_zone(last))) --last;
        const auto span = document.sentence(last).span;
        table.row(document.id(), document.chars_before(span.end), slice(document.text(), span));
    }
    return std::move(table).finish();
}

Columns warnings_table(const Corpus& corpus) {
    TableWriter table({{"source", ColumnType::text},
                       {"place", ColumnType::text},
                       {"kind", ColumnType::text},
                       {"message", ColumnType::text}});
    for (const auto& warning : corpus.warnings()) {
        table.row(warning.source, warning.place, warning.kind, warning.message);
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::corpus
