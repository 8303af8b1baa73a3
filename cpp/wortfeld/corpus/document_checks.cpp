#include "wortfeld/corpus/document_checks.hpp"

#include "wortfeld/text/document_layout.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>

namespace wortfeld::corpus {
namespace {

/// The most bytes of a text: spans are 32 bits wide.
constexpr std::size_t most_text = std::numeric_limits<std::int32_t>::max();

constexpr std::size_t parts(std::size_t size, std::size_t of_size) noexcept {
    return size / of_size + (size % of_size == 0 ? 0 : 1);
}

/// Where the parts of a document lie in a list.
struct Part {
    std::size_t begin = 0;
    std::size_t count = 0;
};

/// One document of a store in a file.
class Checked {
  public:
    Checked(const Store& store, std::size_t document)
        : store_(store),
          document_(document),
          text_size_(store.texts.length(document)),
          tokens_(part(store.token_begins)) {}

    void check() const {
        check_counts();
        check_sentences();
        check_zones();
        check_marks();
        check_end();
    }

  private:
    [[nodiscard]] Part part(const Array<std::uint32_t>& begins) const {
        const auto ends = begins.slice(document_, 2);
        return {.begin = ends[0], .count = ends[1] - ends[0]};
    }
    template <Storable T>
    [[noreturn]] void refuse(const Array<T>& section, const std::string& what) const {
        section.refuse(document_, "does not fit document " + std::to_string(document_) + what);
    }

    void check_counts() const {
        if (text_size_ > most_text) refuse(store_.texts.begins, ": its text is too long");
        if (tokens_.count > text_size_) refuse(store_.token_begins, ": it has more than bytes");
        if (part(store_.block_begins).count != parts(tokens_.count, tokens_per_block)) {
            refuse(store_.block_begins, " with its " + std::to_string(tokens_.count) + " tokens");
        }
        if (store_.character_counts.at(document_) > text_size_) {
            refuse(store_.character_counts, ": it has more than bytes");
        }
        if (store_.word_counts.at(document_) > tokens_.count) {
            refuse(store_.word_counts, ": it has more than tokens");
        }
    }

    void check_sentences() const {
        const auto sentences = part(store_.sentence_begins);
        if ((sentences.count == 0) != (tokens_.count == 0)) {
            refuse(store_.sentence_begins, ": its tokens belong to sentences");
        }
        const auto first_tokens = store_.sentence_tokens.slice(sentences.begin, sentences.count);
        for (std::size_t i = 0; i < first_tokens.size(); ++i) {
            const auto is_behind =
                i == 0 ? first_tokens[0] == 0 : first_tokens[i] > first_tokens[i - 1];
            if (is_behind && first_tokens[i] < tokens_.count) continue;
            store_.sentence_tokens.refuse(sentences.begin + i, "begins no sentence");
        }
    }

    void check_zones() const {
        const auto zones = part(store_.zone_begins);
        for (std::size_t i = zones.begin; i < zones.begin + zones.count; ++i) {
            if (store_.zones.at(i).end <= text_size_) continue;
            store_.zones.refuse(i, "ends behind the text");
        }
    }

    void check_marks() const {
        const auto marks = part(store_.mark_begins);
        const auto characters = store_.character_counts.at(document_);
        const auto expected = characters == text_size_ ? 0 : parts(text_size_, bytes_per_mark) - 1;
        if (marks.count != expected) refuse(store_.mark_begins, " with its characters and bytes");
        std::uint32_t before = 0;
        for (auto i = marks.begin; i < marks.begin + marks.count; ++i) {
            const auto mark = store_.marks.at(i);
            if (mark > before && mark - before <= bytes_per_mark && mark <= characters) {
                before = mark;
                continue;
            }
            store_.marks.refuse(i, "counts characters that are not there");
        }
    }

    /// A document that breaks off does so in a sentence that counts.
    void check_end() const {
        if (store_.breaks_off.at(document_) == 0) return;
        const auto sentences = part(store_.sentence_begins);
        const auto zones = store_.sentence_zones.slice(sentences.begin, sentences.count);
        if (std::none_of(zones.begin(), zones.end(), [](auto zone) {
                return text::is_counted(static_cast<text::Zone>(zone));
            })) {
            refuse(store_.breaks_off, ": no sentence of it counts");
        }
    }

    const Store& store_;
    std::size_t document_;
    std::size_t text_size_;
    Part tokens_;
};

}  // namespace

void DocumentChecks::check(const Store& store, std::size_t document) const {
    Checked(store, document).check();
    sound_.set(document);
}

}  // namespace wortfeld::corpus
