#include "wortfeld/corpus/store_sections.hpp"

#include "wortfeld/base/columns.hpp"
#include "wortfeld/corpus/document_checks.hpp"
#include "wortfeld/text/document_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace wortfeld::corpus {
namespace {

constexpr auto zone_limit = static_cast<std::uint64_t>(text::Zone::boilerplate) + 1;
constexpr auto kind_limit = static_cast<std::uint64_t>(text::TokenKind::symbol) + 1;

/// Zones have a known function and rule, and do not end before they begin.
struct SoundZones {
    std::uint64_t rule_count = 0;
};

SectionCheck check_of(std::span<const StoredZone> zones, SoundZones check) {
    return [zones, check](std::size_t begin, std::size_t end) -> std::optional<std::string> {
        for (auto i = begin; i < end; ++i) {
            const auto& zone = zones[i];
            if (zone.begin > zone.end || zone.zone >= zone_limit || zone.rule >= check.rule_count) {
                return "holds zone " + std::to_string(i) + ", which cannot be one";
            }
        }
        return std::nullopt;
    };
}

/// Columns on their way into a file.
struct Adding {
    SectionWriter& file;

    template <Storable T, typename Check = Anything>
    void list(const char* name, const Array<T>& values, Check /*check*/ = {}) {
        file.add(name, values);
    }
    template <Storable T, typename Check = Anything>
    void list_of(std::size_t /*size*/, const char* name, const Array<T>& values, Check check = {}) {
        list(name, values, check);
    }
    void strings(const char* name, const Strings& strings) { add_strings(file, name, strings); }
};

/// Columns on their way out of a file.
struct Reading {
    SectionReader& file;

    template <Storable T, typename Check = Anything>
    void list(const char* name, Array<T>& values, Check check = {}) {
        values = file.array<T>(name, check);
    }
    template <Storable T, typename Check = Anything>
    void list_of(std::size_t size, const char* name, Array<T>& values, Check check = {}) {
        values = file.array_of<T>(size, name, check);
    }
    void strings(const char* name, Strings& strings) { strings = read_strings(file, name); }
};

/// What documents and terms are made of.
template <typename Way, typename AnyStore>
void pass_lists(Way way, AnyStore& store) {
    way.strings("vocabulary", store.vocabulary);
    way.list_of(store.vocabulary.size(), "vocabulary.kinds", store.kinds, Below{kind_limit});
    way.strings("languages", store.languages);
    way.strings("rules", store.rules);
    way.list("terms", store.terms, Below{store.vocabulary.size()});
    way.list("block_bytes", store.block_bytes);
    way.list_of(store.block_bytes.size(), "gaps", store.gaps);
    way.list("wide_gap_positions", store.wide_gap_positions, Ascending{store.terms.size()});
    way.list_of(store.wide_gap_positions.size(), "wide_gaps", store.wide_gaps);
    way.list("sentence_tokens", store.sentence_tokens);
    const auto sentences = store.sentence_tokens.size();
    way.list_of(sentences, "sentence_paragraphs", store.sentence_paragraphs);
    way.list_of(sentences, "sentence_zones", store.sentence_zones, Below{zone_limit});
    way.list("zones", store.zones, SoundZones{store.rules.size()});
    way.list("marks", store.marks);
}

/// What there is once a document, and where the parts of a document begin.
template <typename Way, typename AnyStore>
void pass_documents(Way way, AnyStore& store) {
    way.strings("texts", store.texts);
    way.strings("ids", store.ids);
    const auto documents = store.texts.size();
    way.list_of(documents, "hashes", store.hashes);
    way.list_of(
        documents, "document_languages", store.document_languages, Below{store.languages.size()});
    way.list_of(documents, "word_counts", store.word_counts);
    way.list_of(documents, "character_counts", store.character_counts);
    way.list_of(documents, "breaks_off", store.breaks_off, Below{2});
    const auto begins = documents + 1;
    way.list_of(begins, "token_begins", store.token_begins, Dividing{store.terms.size()});
    way.list_of(begins, "block_begins", store.block_begins, Dividing{store.gaps.size()});
    way.list_of(
        begins, "sentence_begins", store.sentence_begins, Dividing{store.sentence_tokens.size()});
    way.list_of(begins, "zone_begins", store.zone_begins, Dividing{store.zones.size()});
    way.list_of(begins, "mark_begins", store.mark_begins, Dividing{store.marks.size()});
}

/// What the heads of some documents tell.
template <typename Way, typename AnyStore>
void pass_found(Way way, AnyStore& store) {
    const Ascending numbers{store.texts.size()};
    way.strings("titles", store.titles);
    way.list_of(store.titles.size(), "title_documents", store.title_documents, numbers);
    way.strings("authors", store.authors);
    way.list_of(store.authors.size(), "author_documents", store.author_documents, numbers);
    way.list("dates", store.dates, Within{first_day, last_day});
    way.list_of(store.dates.size(), "date_documents", store.date_documents, numbers);
}

template <typename Way, typename AnyStore>
void pass(Way way, AnyStore& store) {
    pass_lists(way, store);
    pass_documents(way, store);
    pass_found(way, store);
}

/// Positions and numbers of terms and documents are 32 bits wide, and the last one means none.
void require_countable(const SectionReader& file, const char* section, std::size_t size) {
    if (size <= std::numeric_limits<std::uint32_t>::max()) return;
    file.refuse(section, "has more elements than a corpus can have");
}

}  // namespace

void add_strings(SectionWriter& file, const std::string& name, const Strings& strings) {
    file.add(name + ".bytes", strings.bytes);
    file.add(name + ".begins", strings.begins);
}

Strings read_strings(SectionReader& file, const std::string& name) {
    Strings strings;
    strings.bytes = file.array<char>(name + ".bytes", WellFormed{});
    strings.begins = file.array<std::uint64_t>(name + ".begins", Dividing{strings.bytes.size()});
    if (strings.begins.empty() && !strings.bytes.empty()) {
        file.refuse(name + ".begins", "is empty, so nothing says where the strings begin");
    }
    return strings;
}

void add_store(SectionWriter& file, const Store& store) {
    pass(Adding{file}, store);
}

Store read_store(SectionReader& file) {
    Store store;
    pass(Reading{file}, store);
    require_countable(file, "terms", store.terms.size());
    require_countable(file, "vocabulary.begins", store.vocabulary.size());
    require_countable(file, "texts.begins", store.texts.size());
    store.checks = std::make_shared<const DocumentChecks>(store.texts.size());
    return store;
}

}  // namespace wortfeld::corpus
