// Files of gazetteers and of mentions, and all that can be asked of what is in them.
#pragma once

#include "gazetteer_table.hpp"
#include "made_corpus.hpp"
#include "section_bytes.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/gazetteer_file.hpp"
#include "wortfeld/entity/given.hpp"
#include "wortfeld/entity/mentions.hpp"
#include "wortfeld/entity/mentions_file.hpp"
#include "wortfeld/entity/rules.hpp"
#include "wortfeld/index/indexed_corpus.hpp"

#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::testing {

/// A corpus in which every alias of `gazetteer_rows` occurs.
inline std::shared_ptr<const index::IndexedCorpus> corpus_with_names() {
    Job job(0);
    auto corpus =
        corpus_of({"Am 10. März 2026 zahlt NVIDIA der Deutschen Bank rund 2,5 Mrd. Euro. "
                   "Meta schweigt, NVIDIA-Chips auch, und Größe zählt.",
                   "",
                   "Bo Li von Zeta Labs AG lobt Zeta; 31 % der Chips sind von NVIDIAs Chef."});
    return std::make_shared<const index::IndexedCorpus>(std::move(corpus), job);
}

inline Columns gazetteer_rows() {
    auto table = gazetteer_table();
    std::int64_t number = 1;
    const auto add = [&](const std::array<std::string, 9>& row) {
        std::apply([&](const auto&... values) { table.row(values..., number++); }, row);
    };
    add({"NVIDIA", "organisation", "Nvidia", "Q182477", "", "", "", "", ""});
    add({"Deutsche Bank", "organisation", "Deutsche Bank", "", "fold", "", "", "de", ""});
    add({"Meta", "organisation", "Meta", "", "exact", "NVIDIA|Größe", "Ring", "", ""});
    add({"Meta Mayer", "person", "Meta", "", "", "", "", "", ""});
    add({"Zeta Labs", "organisation", "Zeta Labs AG", "", "", "", "", "", ""});
    add({"Zeta Labs", "organisation", "Zeta", "", "", "full_form", "", "", ""});
    add({"Bo Li", "person", "Bo Li", "", "", "", "", "", ""});
    add({"Chips", "product", "Chips", "", "", "", "", "", "derived"});
    add({"A", "other", "a", "", "", "", "", "", ""});
    return std::move(table).finish();
}

/// A gazetteer file that has something in every section.
inline FileContent full_gazetteer_file() {
    const auto rows = gazetteer_rows();
    return written(entity::gazetteer_file(entity::Gazetteer::compile(rows, "rows"), rows, "rows"));
}

inline entity::Mentions mentions_in(const std::shared_ptr<const index::IndexedCorpus>& indexed,
                                    std::shared_ptr<const entity::Gazetteer> gazetteer) {
    Job job(0);
    return entity::find_mentions(indexed,
                                 std::move(gazetteer),
                                 {.policies = {.on_ambiguous = entity::OnAmbiguous::all}},
                                 job);
}

/// A file of mentions that has something in every section.
inline FileContent full_mentions_file(const std::shared_ptr<const index::IndexedCorpus>& indexed) {
    auto gazetteer = std::make_shared<const entity::Gazetteer>(
        entity::Gazetteer::compile(gazetteer_rows(), "rows"));
    return written(entity::mentions_file(mentions_in(indexed, std::move(gazetteer)), "{}"));
}

/// Reads each text of a table; one that is not UTF-8 ends the program.
inline void require_utf8(const Columns& table) {
    for (const auto& [name, column] : table.columns()) {
        if (column.type() != ColumnType::text) continue;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!column.is_null(row) && utf8::first_fault(column.text(row))) std::abort();
        }
    }
}

inline void ask_everything(const entity::Mentions& mentions) {
    for (const auto& table : {entity::mentions_table(mentions),
                              entity::candidates_table(mentions),
                              entity::entities_table(mentions),
                              entity::reference_dates_table(mentions),
                              entity::mention_rows(mentions),
                              entity::name_reasons(mentions)}) {
        require_utf8(table);
    }
    for (std::size_t row = 0; row < mentions.all().size(); ++row) {
        require_utf8(entity::mention_table(mentions, row));
    }
}

/// Whether a call refuses a file by its own error; any other error passes.
template <typename Call>
bool refuses_file(const Call& call) {
    try {
        call();
        return false;
    } catch (const Error& error) {
        // A changed fingerprint is that of another corpus.
        if (error.kind() != ErrorKind::bad_file && error.kind() != ErrorKind::bad_argument) throw;
        return true;
    }
}

/// Opens a changed gazetteer whose checksums fit and asks it everything. Whether it was refused.
inline bool is_refused_gazetteer(const FileContent& changed,
                                 const std::shared_ptr<const index::IndexedCorpus>& indexed) {
    entity::StoredGazetteer stored;
    const auto open = [&] {
        stored = entity::open_gazetteer(FileBytes::copied(changed, "changed"));
    };
    if (refuses_file(open)) return true;
    ask_everything(mentions_in(indexed, stored.gazetteer));
    require_utf8(entity::row_warnings_table(*stored.gazetteer));
    (void)stored.gazetteer->fingerprint();
    // The rows are looked at when they are asked for.
    return refuses_file([&] { require_utf8(stored.rows.columns()); });
}

/// The same of mentions.
inline bool is_refused_mentions(const FileContent& changed,
                                const std::shared_ptr<const index::IndexedCorpus>& indexed) {
    return refuses_file([&] {
        const auto file = FileBytes::copied(changed, "changed");
        ask_everything(entity::open_mentions(file, indexed).mentions);
    });
}

}  // namespace wortfeld::testing
