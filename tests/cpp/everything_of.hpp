// Asks a corpus everything, so that nothing in its file stays unread.
#pragma once

#include "section_bytes.hpp"
#include "wortfeld/analysis/concordance.hpp"
#include "wortfeld/analysis/counts.hpp"
#include "wortfeld/analysis/network.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/corpus/builder.hpp"
#include "wortfeld/corpus/tables.hpp"
#include "wortfeld/index/corpus_file.hpp"
#include "wortfeld/index/indexed_corpus.hpp"
#include "wortfeld/index/pattern.hpp"

#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::testing {

/// Reads each text of a table; one that is not UTF-8 ends the program, for only a check that is
/// missing lets it through.
inline void read_texts(const Columns& table) {
    for (const auto& [name, column] : table.columns()) {
        if (column.type() != ColumnType::text) continue;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.is_null(row)) continue;
            if (utf8::first_fault(column.text(row))) std::abort();
        }
    }
}

inline void ask_documents(const corpus::Corpus& corpus) {
    read_texts(corpus::documents_table(corpus));
    read_texts(corpus::sentences_table(corpus, std::nullopt));
    read_texts(corpus::zones_table(corpus));
    read_texts(corpus::breaking_off_table(corpus));
    read_texts(corpus::warnings_table(corpus));
    for (std::size_t d = 0; d < corpus.documents().size(); ++d) {
        const auto id = id_at<DocumentId>(d);
        const auto document = corpus.document(id);
        read_texts(corpus::tokens_table(corpus, id));
        if (utf8::first_fault(document.text()) || utf8::first_fault(document.id())) std::abort();
        (void)corpus.find(document.id());
        (void)corpus.date(id);
        for (std::uint32_t s = 0; s < document.sentence_count(); ++s) (void)document.sentence(s);
        for (std::uint32_t c = 0; c <= document.character_count(); c += 7) {
            (void)document.byte_of(c);
        }
    }
    (void)corpus.languages();
}

inline void ask_counts(const std::shared_ptr<const index::IndexedCorpus>& indexed, Job& job) {
    const auto& corpus = indexed->corpus;
    const auto& layer = corpus.layer(corpus::folded_layer);
    read_texts(analysis::terms_table(corpus, layer, {}, job).columns);
    for (const auto* const pattern : {"chip*", "der", "d*", "ω*", "wort1"}) {
        read_texts(analysis::concordance_table(*indexed, index::parse_pattern(pattern), {}));
    }
    read_texts(analysis::concordance_table(*indexed, index::parse_pattern("d*"), 2));
    (void)analysis::count_terms_together(indexed, layer, {.min_count = 1}, job);
}

/// All that the layers up to analysis can be asked, of a part of the corpus too.
inline void ask_everything(index::IndexedCorpus opened) {
    Job job(0);
    const auto indexed = std::make_shared<const index::IndexedCorpus>(std::move(opened));
    const auto& corpus = indexed->corpus;
    ask_documents(corpus);
    ask_counts(indexed, job);
    std::vector<DocumentId> some;
    for (std::size_t d = 0; d < corpus.documents().size(); d += 2) {
        some.push_back(id_at<DocumentId>(d));
    }
    const auto part = std::make_shared<const index::IndexedCorpus>(corpus.take(some), job);
    ask_documents(part->corpus);
    ask_counts(part, job);
}

/// A corpus file that has something in every section.
inline FileContent full_corpus_file() {
    const std::string line = "Grüße an Ω und 𝄞, 12 Chips: Wort1 und Wort2.          Weit weg? ";
    std::string long_text = "Ein Titel\n\n10. März 2026\n\n";
    for (auto i = 0; i < 15; ++i) long_text += line;
    const std::vector<std::string> texts{long_text, "", "Der Chip. Der Rest bricht ab und", line};
    std::vector<corpus::Source> sources;
    ColumnWriter number(ColumnType::int64);
    ColumnWriter day(ColumnType::date);
    ColumnWriter title(ColumnType::text);
    ColumnWriter moment(ColumnType::datetime);
    ColumnWriter flag(ColumnType::boolean);
    for (const auto& text : texts) {
        const auto row = static_cast<std::int32_t>(sources.size());
        sources.push_back({.id = "d" + std::to_string(row), .bytes = text, .language = "de"});
        number.push(std::int64_t{row});
        day.push_date(row);
        moment.push_datetime(row);
        flag.push_boolean(row == 1);
        row == 2 ? title.push_null() : title.push("ä");
    }
    corpus::Builder builder({});
    Job job(0);
    builder.add(sources, job);
    auto read = std::move(builder).finish(Columns({{"number", std::move(number).finish()},
                                                   {"date", std::move(day).finish()},
                                                   {"moment", std::move(moment).finish()},
                                                   {"flag", std::move(flag).finish()},
                                                   {"title", std::move(title).finish()}}));
    return written(index::corpus_file(index::IndexedCorpus(std::move(read), job)));
}

/// Opens a changed file whose checksums fit and asks it everything. Whether it was refused; what
/// passes all checks at once is never refused later.
inline bool is_refused(const FileContent& changed) {
    const auto open = [&](bool verify) {
        return index::open_corpus(FileBytes::copied(changed, "changed"), verify);
    };
    const auto refuses = [](const auto& call) {
        try {
            call();
            return false;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::bad_file) throw;
            if (error.message().find("section '") == std::string::npos) throw;
            return true;
        }
    };
    const auto is_unsound = refuses([&] { (void)open(true); });
    const auto is_refused = refuses([&] { ask_everything(open(false)); });
    if (is_refused && !is_unsound) throw std::logic_error("a sound file was refused");
    return is_unsound;
}

}  // namespace wortfeld::testing
