#include "wortfeld/corpus/corpus_sections.hpp"

#include "wortfeld/corpus/column_sections.hpp"
#include "wortfeld/corpus/store_sections.hpp"
#include "wortfeld/corpus/tables.hpp"
#include "wortfeld/text/version.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::corpus {
namespace {

/// Numbers that a corpus has once.
enum class Total : std::uint8_t { word_count, fingerprint, reading, profile };
constexpr std::size_t total_count = 4;

/// Whether zones were detected, then a bit for each form that was kept whole.
std::uint64_t reading_bits(const ReadingRules& rules) {
    return (rules.detect_zones ? 1U : 0U) | text::bits_of(rules.keep) << 1U;
}

void add_totals(SectionWriter& file, const Corpus& corpus) {
    file.add("totals",
             std::vector<std::uint64_t>{corpus.totals().word_count,
                                        corpus.totals().fingerprint,
                                        reading_bits(corpus.rules()),
                                        corpus.rules().profile});
}

void add_layer(SectionWriter& file, const std::string& name, const Layer& layer) {
    file.add(name + ".value_of_term", layer.value_of_term);
    add_strings(file, name + ".values", layer.values.strings());
    file.add(name + ".terms_by_value",
             layer.terms_by_value.empty() ? terms_by_value(layer) : layer.terms_by_value);
}

Layer read_layer(SectionReader& file, const std::string& name, std::size_t term_count) {
    Layer layer;
    layer.values = StringTable<ValueId>(read_strings(file, name + ".values"));
    layer.value_of_term =
        file.array_of<ValueId>(term_count, name + ".value_of_term", Below{layer.values.size()});
    layer.terms_by_value =
        file.array_of<TermId>(term_count, name + ".terms_by_value", Below{term_count});
    return layer;
}

/// The fields of warnings and the sections that hold them.
constexpr std::array<std::pair<const char*, std::string Warning::*>, 4> warning_fields{
    {{"warnings.source", &Warning::source},
     {"warnings.place", &Warning::place},
     {"warnings.kind", &Warning::kind},
     {"warnings.message", &Warning::message}}};
using StoredWarnings = std::array<Strings, warning_fields.size()>;

void add_warnings(SectionWriter& file, std::span<const Warning> warnings) {
    for (const auto& [name, field] : warning_fields) {
        GrowingStrings strings;
        for (const auto& warning : warnings) strings.push(warning.*field);
        add_strings(file, name, std::move(strings).finish());
    }
}

StoredWarnings read_warnings(SectionReader& file) {
    StoredWarnings stored;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const auto* const name = warning_fields[i].first;
        stored[i] = read_strings(file, name);
        if (stored[i].size() != stored[0].size()) file.refuse(name, "has too few or too many");
    }
    return stored;
}

std::vector<Warning> warnings_of(const StoredWarnings& stored) {
    std::vector<Warning> warnings(stored[0].size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const auto field = warning_fields[i].second;
        for (std::size_t row = 0; row < warnings.size(); ++row) {
            warnings[row].*field = stored[i].text(row);
        }
    }
    return warnings;
}

/// A row a document, and the columns that tables of documents know by name have their types.
void require_metadata_of_documents(const SectionReader& file,
                                   const StoredColumns& metadata,
                                   std::size_t documents) {
    const auto columns = metadata.column_count();
    if (metadata.rows() != (columns == 0 ? 0 : documents)) {
        file.refuse("metadata.rows", "does not fit the number of documents");
    }
    for (std::size_t i = 0; i < columns; ++i) {
        if (may_be_metadata(metadata.name(i), metadata.type(i))) continue;
        file.refuse("metadata.names", "has a column that metadata cannot have");
    }
}

}  // namespace

FileVersions corpus_versions() {
    return {.kind = "corpus",
            .rules = std::string(text::rules_version),
            .unicode = std::string(text::unicode_version())};
}

void add_corpus(SectionWriter& file, const Corpus& corpus) {
    add_totals(file, corpus);
    add_store(file, corpus.store());
    file.add("documents_by_id", corpus.documents_by_id());
    add_layer(file, std::string(folded_layer), folded_as_one(corpus));
    add_columns(file, "metadata", corpus.metadata());
    add_warnings(file, corpus.warnings());
}

Corpus read_corpus(SectionReader& file) {
    const auto totals = file.array_of<std::uint64_t>(total_count, "totals");
    const auto total = [&](Total which) { return totals.at(static_cast<std::size_t>(which)); };
    const auto reading = total(Total::reading);
    const auto kept = text::kept_forms_of_bits(reading >> 1U);
    if (!kept) file.refuse("totals", "names a form to keep that there is not");
    const bool detects_zones = (reading & 1U) != 0;
    if (!detects_zones && total(Total::profile) != 0) {
        file.refuse("totals", "names a profile although no zones were detected");
    }
    CorpusParts parts{.store = read_store(file),
                      .totals = {.word_count = total(Total::word_count),
                                 .fingerprint = total(Total::fingerprint)},
                      .rules = ReadingRules::current(detects_zones, *kept, total(Total::profile))};
    const auto documents = parts.store.hashes.size();
    parts.documents_by_id =
        file.array_of<DocumentId>(documents, "documents_by_id", Below{documents});
    parts.folded = read_layer(file, std::string(folded_layer), parts.store.vocabulary.size());
    const StoredColumns metadata(file, "metadata");
    require_metadata_of_documents(file, metadata, documents);
    parts.metadata = Lazy<Columns>([metadata] { return metadata.columns(); });
    const auto warnings = read_warnings(file);
    parts.warnings = Lazy<std::vector<Warning>>([warnings] { return warnings_of(warnings); });
    return Corpus(std::move(parts));
}

}  // namespace wortfeld::corpus
