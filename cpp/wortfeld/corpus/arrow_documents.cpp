#include "wortfeld/corpus/arrow_documents.hpp"

#include "wortfeld/base/arrow_texts.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace wortfeld::corpus {
namespace {

/// The rows of some batches, numbered among them from 0, as messages call them.
class Places {
  public:
    explicit Places(const ArrowDocuments& documents) : file_(documents.prefix) {
        if (!documents.batches.empty()) numbers_ = documents.batches.front().numbers();
    }

    [[nodiscard]] std::string number(std::size_t row) const {
        return std::to_string(numbered(row));
    }
    [[nodiscard]] std::size_t numbered(std::size_t row) const {
        return numbers_.counted_from + numbers_.before + row;
    }
    /// Counted from 1.
    [[nodiscard]] std::uint64_t line(std::size_t row) const { return numbers_.before + row + 1; }
    /// What a message begins with: the file, if the rows are those of one.
    [[nodiscard]] std::string beginning() const { return file_.empty() ? "" : file_ + " "; }

  private:
    std::string file_;
    ArrowRowNumbers numbers_;
};

/// The ids of rows.
class Ids {
  public:
    Ids(const ArrowDocuments& documents, const Places& places)
        : prefix_(documents.prefix), places_(places) {
        const auto& columns = documents.ids.columns();
        if (!columns.empty()) column_ = &columns.front();
    }

    /// `Error{bad_argument}` if there are more rows than ids, or these are no texts or integers.
    void check(std::size_t rows) const {
        if (column_ == nullptr) return;
        const auto type = column_->second.type();
        if (type != ColumnType::text && type != ColumnType::int64) {
            refuse(ErrorKind::bad_argument,
                   "' holds neither texts nor integers, so its values are no ids; cast it to "
                   "text");
        }
        if (column_->second.size() < rows) {
            refuse(ErrorKind::bad_argument, "' has fewer ids than there are texts");
        }
    }

    [[nodiscard]] std::string id(std::size_t row) const {
        if (column_ == nullptr) return prefix_ + places_.number(row);
        const auto& column = column_->second;
        if (!column.is_null(row)) {
            if (column.type() == ColumnType::int64) return std::to_string(column.int64s()[row]);
            if (!column.text(row).empty()) return std::string(column.text(row));
        }
        refuse(ErrorKind::bad_input,
               "', row " + places_.number(row) +
                   ": the id is empty or missing; ids are texts of at least one character");
    }

  private:
    [[noreturn]] void refuse(ErrorKind kind, const std::string& what) const {
        throw Error(kind,
                    places_.beginning() + "column '" + column_->first + what,
                    {.source = column_->first});
    }

    const Columns::Named* column_ = nullptr;
    const std::string& prefix_;
    const Places& places_;
};

/// The rows of some batches as sources, which look into the buffers of the batches.
struct Rows {
    std::vector<Source> sources;
    std::vector<std::size_t> numbers;  ///< of each source among the rows
    std::vector<std::size_t> missing;  ///< rows without text
};

/// Leaves a row without text out, or refuses it.
void miss(Builder& builder,
          const ArrowDocuments& documents,
          const std::string& id,
          std::size_t row) {
    const Places places(documents);
    const auto place = "row " + places.number(row);
    const auto message = places.beginning() + place + ": the text of '" + id +
                         "' is missing (null); fill or drop it first";
    if (!documents.skip_missing) {
        throw Error(ErrorKind::bad_input, message, {.source = id, .line = places.line(row)});
    }
    builder.warn({.source = id, .place = place, .kind = "skipped", .message = message});
}

Rows rows_of(Builder& builder, const ArrowDocuments& documents) {
    const auto& languages = documents.languages;
    const Places places(documents);
    const Ids ids(documents, places);
    Rows rows;
    std::size_t at = 0;
    for (const auto& batch : documents.batches) {
        const ArrowTexts texts(batch.view(documents.text));
        ids.check(at + texts.rows());
        for (std::size_t row = 0; row < texts.rows(); ++row, ++at) {
            auto id = ids.id(at);
            const auto text = texts.text(row);
            if (!text) {
                miss(builder, documents, id, at);
                rows.missing.push_back(at);
                continue;
            }
            rows.numbers.push_back(at);
            rows.sources.push_back({.id = std::move(id),
                                    .bytes = *text,
                                    .language = languages.at(languages.size() == 1 ? 0 : at),
                                    .origin = row_behind(documents.prefix, places.numbered(at))});
        }
    }
    return rows;
}

/// The refusal of a text that is not UTF-8 with its row, or nothing for any other refusal.
std::optional<Error> refusal_with_row(const Rows& rows,
                                      const ArrowDocuments& documents,
                                      std::string_view source) {
    const auto refused = std::ranges::find(rows.sources, source, &Source::id);
    if (refused == rows.sources.end()) return std::nullopt;
    const auto fault = utf8::first_fault(refused->bytes);
    if (!fault) return std::nullopt;
    const auto row = rows.numbers[static_cast<std::size_t>(refused - rows.sources.begin())];
    const Places places(documents);
    const std::uint64_t byte = *fault;
    return Error(
        ErrorKind::bad_input,
        places.beginning() + "column '" + std::string(documents.text) + "', row " +
            places.number(row) + ": the text is not UTF-8 at its byte " + std::to_string(byte) +
            "; mend it or pass errors='replace'",
        {.source = std::string(refused->id), .line = places.line(row), .byte_offset = byte});
}

}  // namespace

std::vector<std::size_t> add_arrow(Builder& builder, const ArrowDocuments& documents, Job& job) {
    auto rows = rows_of(builder, documents);
    try {
        if (!rows.sources.empty()) builder.add(rows.sources, job);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::bad_input) throw;
        const auto refusal = refusal_with_row(rows, documents, error.details().source);
        if (!refusal) throw;
        throw Error(*refusal);
    }
    return std::move(rows.missing);
}

}  // namespace wortfeld::corpus
