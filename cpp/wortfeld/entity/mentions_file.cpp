#include "wortfeld/entity/mentions_file.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/corpus/column_sections.hpp"
#include "wortfeld/corpus/corpus_sections.hpp"
#include "wortfeld/entity/given.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

using enum ColumnType;

FileVersions versions() {
    auto versions = corpus::corpus_versions();
    versions.kind = "mentions";
    return versions;
}

std::vector<char> bytes_of(std::string_view text) {
    return {text.begin(), text.end()};
}

std::string text_of(SectionReader& file, std::string_view name) {
    const auto bytes = file.array<char>(name, WellFormed{});
    const auto all = bytes.all();
    return {all.begin(), all.end()};
}

/// Everything that is known of the mentions.
Columns rows_of(const Mentions& mentions) {
    return mention_rows(mentions).joined(name_reasons(mentions));
}

Columns excluded_table(const Mentions& mentions) {
    TableWriter table({{"reason", text}, {"count", int64}});
    for (const auto& [reason, count] : mentions.excluded()) table.row(reason, count);
    return std::move(table).finish();
}

Excluded excluded_of(const Columns& rows) {
    Excluded excluded;
    const auto counts = rows.column("count").int64s();
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        excluded.emplace(rows.column("reason").text(row), counts[row]);
    }
    return excluded;
}

std::vector<ReferenceDate> dates_of(const SectionReader& file, const Columns& rows) {
    std::vector<ReferenceDate> dates;
    const auto& days = rows.column("reference_date");
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto origin = std::find(reference_date_origins.begin(),
                                      reference_date_origins.end(),
                                      rows.column("origin").text(row));
        if (origin == reference_date_origins.end()) file.refuse("dates.1", "has an unknown origin");
        dates.push_back({.day = {}, .origin = *origin});
        if (!days.is_null(row)) dates.back().day = days.dates()[row];
    }
    return dates;
}

/// An error if the columns are not those of `like`, with their types.
void require_like(const SectionReader& file,
                  const std::string& name,
                  const Columns& found,
                  const Columns& like) {
    const auto is_equal = [](const Columns::Named& a, const Columns::Named& b) {
        return a.first == b.first && a.second.type() == b.second.type();
    };
    if (!std::equal(found.columns().begin(),
                    found.columns().end(),
                    like.columns().begin(),
                    like.columns().end(),
                    is_equal)) {
        file.refuse(name + ".names", "does not have the columns that it should have");
    }
}

Columns columns_like(SectionReader& file, const std::string& name, const Columns& like) {
    auto found = corpus::StoredColumns(file, name).columns();
    require_like(file, name, found, like);
    return found;
}

void require_corpus(const FileBytes& file,
                    const std::string& fingerprint,
                    const corpus::Corpus& corpus) {
    if (const auto given = corpus.fingerprint(); fingerprint != given) {
        throw Error(ErrorKind::bad_argument,
                    file.name() + " holds mentions of the corpus " + fingerprint +
                        ", not of the one given, " + given +
                        "; give the corpus they were found in (a part of a corpus is another one)",
                    {.source = file.name()});
    }
}

/// They have the columns that any mentions have.
Mentions mentions_of_nothing(std::shared_ptr<const index::IndexedCorpus> indexed) {
    std::vector<ReferenceDate> dates(indexed->corpus.documents().size(), {{}, "none"});
    return Mentions({.indexed = std::move(indexed),
                     .names = {},
                     .quantities = {},
                     .reference_dates = std::move(dates),
                     .mentions = {},
                     .readings = {},
                     .excluded = {}});
}

void require_order(const SectionReader& file, const Mentions& mentions) {
    const auto all = mentions.all();
    const auto is_before = [](const Mention& a, const Mention& b) {
        return std::pair(a.document, a.span.begin) < std::pair(b.document, b.span.begin);
    };
    if (!std::is_sorted(all.begin(), all.end(), is_before)) {
        file.refuse("mentions", "is not in the order of documents and starts");
    }
}

}  // namespace

SectionWriter mentions_file(const Mentions& mentions, const std::string& notes) {
    SectionWriter file(versions());
    file.add("corpus", bytes_of(mentions.indexed().corpus.fingerprint()));
    file.add("notes", bytes_of(notes));
    corpus::add_columns(file, "mentions", rows_of(mentions));
    corpus::add_columns(file, "candidates", candidates_table(mentions));
    corpus::add_columns(file, "dates", reference_dates_table(mentions));
    corpus::add_columns(file, "excluded", excluded_table(mentions));
    return file;
}

OpenedMentions open_mentions(const std::shared_ptr<const FileBytes>& file,
                             std::shared_ptr<const index::IndexedCorpus> indexed) {
    SectionReader reader(file, versions());
    require_corpus(*file, text_of(reader, "corpus"), indexed->corpus);
    OpenedMentions opened{.mentions = {}, .notes = text_of(reader, "notes")};
    const auto nothing = mentions_of_nothing(indexed);
    const auto rows = columns_like(reader, "mentions", rows_of(nothing));
    const auto candidates = columns_like(reader, "candidates", candidates_table(nothing));
    const auto dates = columns_like(reader, "dates", reference_dates_table(nothing));
    const auto excluded = columns_like(reader, "excluded", excluded_table(nothing));
    reader.require_all_taken();
    reader.verify();
    if (dates.rows() != indexed->corpus.documents().size()) {
        reader.refuse("dates.rows", "does not fit the number of documents");
    }
    try {
        opened.mentions = stored_mentions(std::move(indexed), rows, candidates)
                              .with(dates_of(reader, dates), excluded_of(excluded));
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::bad_file) throw;
        reader.refuse("mentions", error.message());
    }
    require_order(reader, opened.mentions);
    return opened;
}

}  // namespace wortfeld::entity
