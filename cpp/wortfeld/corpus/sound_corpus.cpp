#include "wortfeld/corpus/sound_corpus.hpp"

#include "wortfeld/base/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

namespace wortfeld::corpus {
namespace {

/// One document of a store in a file, compared with its text.
class Compared {
  public:
    Compared(const Store& store, std::size_t at)
        : store_(store), at_(at), document_(store, id_at<DocumentId>(at)) {}

    void require_same_tokens(DecodedDocument& decoded) const {
        const auto terms = document_.terms();
        decoded.decode(document_);
        std::uint32_t words = 0;
        for (std::size_t token = 0; token < terms.size(); ++token) {
            const auto& read = decoded.tokens[token];
            words += text::is_word(read.kind) ? 1U : 0U;
            const auto surface = store_.vocabulary.text(number(terms[token]));
            if (slice(document_.text(), read.span) == surface) continue;
            store_.terms.refuse(document_.first_token() + token, "the text does not have there");
        }
        if (words == document_.word_count()) return;
        store_.word_counts.refuse(at_, "is not the number of words of its document");
    }

    void require_whole_zones() const {
        for (std::uint32_t zone = 0; zone < document_.zone_count(); ++zone) {
            (void)document_.zone(zone);
        }
    }

    void require_same_characters() const {
        const auto text = document_.text();
        const auto first = store_.mark_begins.at(at_);
        const std::size_t marks = store_.mark_begins.at(at_ + 1) - first;
        std::size_t characters = 0;
        for (std::size_t mark = 0; mark < marks; ++mark) {
            characters += utf8::length(text.substr(mark * bytes_per_mark, bytes_per_mark));
            if (characters == store_.marks.at(first + mark)) continue;
            store_.marks.refuse(first + mark, "is not the number of characters before it");
        }
        characters += utf8::length(text.substr(marks * bytes_per_mark));
        if (characters == document_.character_count()) return;
        store_.character_counts.refuse(at_, "is not the number of characters of its document");
    }

  private:
    const Store& store_;
    std::size_t at_;
    Document document_;
};

/// No value equals another or is below the one before it.
template <typename Id, typename ValueOf>
void require_order(const Array<Id>& sorted, ValueOf value_of) {
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (value_of(sorted.at(i - 1)) < value_of(sorted.at(i))) continue;
        sorted.refuse(i, "is not in order");
    }
}

}  // namespace

void require_sound(const Corpus& corpus) {
    const auto& store = corpus.store();
    std::apply([](const auto&... lists) { (lists.require_whole(0, lists.size()), ...); },
               string_lists(store));
    (void)corpus.metadata();
    (void)corpus.warnings();
    DecodedDocument decoded;
    for (std::size_t at = 0; at < store.hashes.size(); ++at) {
        const Compared compared(store, at);
        compared.require_same_tokens(decoded);
        compared.require_same_characters();
        compared.require_whole_zones();
    }
    require_order(corpus.documents_by_id(),
                  [&](DocumentId document) { return store.ids.text(number(document)); });
    const auto& folded = corpus.layer(folded_layer);
    require_order(folded.terms_by_value, [&](TermId term) {
        return std::pair(folded.text(folded.value_of_term.at(number(term))), term);
    });
}

}  // namespace wortfeld::corpus
