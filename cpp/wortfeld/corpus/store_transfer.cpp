#include "wortfeld/corpus/document.hpp"
#include "wortfeld/corpus/search.hpp"
#include "wortfeld/corpus/store_builder.hpp"

#include <limits>
#include <utility>

namespace wortfeld::corpus {
namespace {

constexpr auto unknown = std::numeric_limits<std::uint32_t>::max();

/// Where a range of documents begins and ends in a list.
struct Range {
    std::size_t begin = 0;
    std::size_t count = 0;
};

template <typename List>
Range range_of(const List& begins, std::size_t first, std::size_t last) {
    const std::size_t begin = begins.at(first);
    return {.begin = begin, .count = begins.at(last) - begin};
}

template <typename To, typename List>
void copy(To& to, const List& from, Range range) {
    to.append(from.slice(range.begin, range.count));
}

/// Where the values of an ascending list that lie in [low, high) stand.
template <typename List>
Range between(const List& ascending, std::size_t low, std::size_t high) {
    const auto place_of = [&](std::size_t value) {
        return first_place(ascending.size(),
                           [&](std::size_t at) { return ascending.at(at) >= value; });
    };
    const auto begin = place_of(low);
    return {.begin = begin, .count = place_of(high) - begin};
}

/// Appends values moved by `shift`, modulo 2^32.
template <typename List>
void copy_shifted(Growing<std::uint32_t>& to,
                  const List& from,
                  Range range,
                  std::size_t old_base,
                  std::size_t new_base) {
    const auto values = from.slice(range.begin, range.count);
    const auto added = to.extend(range.count);
    for (std::size_t i = 0; i < range.count; ++i) {
        added[i] = static_cast<std::uint32_t>(values[i] - old_base + new_base);
    }
}

}  // namespace

/// From the numbers of terms, languages or rules in one store to those in another.
class StoreBuilder::Numbers {
  public:
    /// All strings of another interner are interned at once.
    Numbers(Interner& into, const Interner& from) : into_(into), known_(into.intern_all(from)) {}
    /// Strings of a finished store are interned at their first use.
    Numbers(Interner& into, const Strings& from)
        : into_(into), from_(&from), known_(from.size(), unknown) {}

    std::uint32_t operator()(std::size_t old) {
        if (known_[old] == unknown) known_[old] = into_.intern(from_->text(old));
        return known_[old];
    }

  private:
    Interner& into_;
    const Strings* from_ = nullptr;
    std::vector<std::uint32_t> known_;
};

/// Appends ranges of documents of one store to a builder.
template <typename From>
class StoreBuilder::Transfer {
  public:
    template <typename Strings>
    Transfer(StoreBuilder& to, const From& from, const SourceNames<Strings>& names)
        : to_(to),
          store_(to.store_),
          from_(from),
          terms_(to.vocabulary_, names.vocabulary),
          languages_(to.languages_, names.languages),
          rules_(to.rules_, names.rules) {}

    /// Kinds of terms that are new, when all are interned at once.
    void take_kinds() {
        for (std::size_t old = 0; old < from_.kinds.size(); ++old) take_kind(terms_(old), old);
    }

    void documents(std::size_t first, std::size_t last) {
        const Range range{.begin = first, .count = last - first};
        copy_found(first, last);
        copy_tokens(first, last);
        copy_parts(first, last);
        store_.texts.append(from_.texts, first, range.count);
        store_.ids.append(from_.ids, first, range.count);
        copy(store_.character_counts, from_.character_counts, range);
        copy(store_.breaks_off, from_.breaks_off, range);
        for (const auto language : from_.document_languages.slice(first, range.count)) {
            store_.document_languages.push(languages_(language));
        }
        for (const auto words : from_.word_counts.slice(first, range.count)) {
            store_.word_counts.push(words);
            to_.totals_.word_count += words;
        }
        for (const auto hash : from_.hashes.slice(first, range.count)) to_.add_hash(hash);
    }

  private:
    void take_kind(std::uint32_t term, std::size_t old) {
        if (term == store_.kinds.size()) store_.kinds.push(from_.kinds.at(old));
    }

    /// The ends of documents in a list that has grown.
    template <typename Begins>
    static void copy_ends(Growing<std::uint32_t>& to,
                          const Begins& from,
                          std::size_t first,
                          std::size_t last) {
        copy_shifted(
            to, from, {.begin = first + 1, .count = last - first}, from.at(first), to.back());
    }

    void copy_tokens(std::size_t first, std::size_t last) {
        const auto range = range_of(from_.token_begins, first, last);
        const auto base = store_.terms.size();
        const auto added = store_.terms.extend(range.count);
        const auto terms = from_.terms.slice(range.begin, range.count);
        for (std::size_t i = 0; i < range.count; ++i) {
            const auto term = terms_(number(terms[i]));
            take_kind(term, number(terms[i]));
            added[i] = TermId{term};
        }
        const auto wide = between(from_.wide_gap_positions, range.begin, range.begin + range.count);
        copy_shifted(store_.wide_gap_positions, from_.wide_gap_positions, wide, range.begin, base);
        copy(store_.wide_gaps, from_.wide_gaps, wide);
        const auto blocks = range_of(from_.block_begins, first, last);
        copy(store_.block_bytes, from_.block_bytes, blocks);
        copy(store_.gaps, from_.gaps, blocks);
        copy_ends(store_.token_begins, from_.token_begins, first, last);
        copy_ends(store_.block_begins, from_.block_begins, first, last);
    }

    void copy_parts(std::size_t first, std::size_t last) {
        const auto sentences = range_of(from_.sentence_begins, first, last);
        copy(store_.sentence_tokens, from_.sentence_tokens, sentences);
        copy(store_.sentence_paragraphs, from_.sentence_paragraphs, sentences);
        copy(store_.sentence_zones, from_.sentence_zones, sentences);
        copy_ends(store_.sentence_begins, from_.sentence_begins, first, last);
        const auto zones = range_of(from_.zone_begins, first, last);
        for (auto zone : from_.zones.slice(zones.begin, zones.count)) {
            zone.rule = static_cast<std::uint16_t>(rules_(zone.rule));
            store_.zones.push(zone);
        }
        copy_ends(store_.zone_begins, from_.zone_begins, first, last);
        copy(store_.marks, from_.marks, range_of(from_.mark_begins, first, last));
        copy_ends(store_.mark_begins, from_.mark_begins, first, last);
    }

    void copy_found(std::size_t first, std::size_t last) {
        const auto base = to_.document_count();
        const auto titles = between(from_.title_documents, first, last);
        copy_shifted(store_.title_documents, from_.title_documents, titles, first, base);
        store_.titles.append(from_.titles, titles.begin, titles.count);
        const auto authors = between(from_.author_documents, first, last);
        copy_shifted(store_.author_documents, from_.author_documents, authors, first, base);
        store_.authors.append(from_.authors, authors.begin, authors.count);
        const auto dates = between(from_.date_documents, first, last);
        copy_shifted(store_.date_documents, from_.date_documents, dates, first, base);
        copy(store_.dates, from_.dates, dates);
    }

    StoreBuilder& to_;
    GrowingStore& store_;
    const From& from_;
    Numbers terms_;
    Numbers languages_;
    Numbers rules_;
};

void StoreBuilder::append(const StoreBuilder& other) {
    Transfer<GrowingStore> transfer(
        *this,
        other.store_,
        SourceNames<Interner>{other.vocabulary_, other.languages_, other.rules_});
    transfer.take_kinds();
    transfer.documents(0, other.document_count());
}

void StoreBuilder::append(const Store& other, std::span<const DocumentId> documents) {
    // What lies in no file any more is believed.
    if (other.checks) {
        DecodedDocument decoded;
        for (const auto document : documents) decoded.decode(Document(other, document));
    }
    Transfer<Store> transfer(
        *this, other, SourceNames<Strings>{other.vocabulary, other.languages, other.rules});
    for (std::size_t i = 0; i < documents.size();) {
        // As many as follow one another are copied at once.
        const auto first = number(documents[i]);
        auto last = first + 1;
        for (++i; i < documents.size() && number(documents[i]) == last; ++i) ++last;
        transfer.documents(first, last);
    }
}

}  // namespace wortfeld::corpus
