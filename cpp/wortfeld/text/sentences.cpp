#include "wortfeld/text/sentences.hpp"

#include "wortfeld/text/characters.hpp"

#include <array>
#include <cstddef>

namespace wortfeld::text {
namespace {

/// What `mark_of` says of the characters that texts are full of, up to general punctuation.
class Marks {
  public:
    static Mark of(char32_t character) noexcept {
        static const Marks marks;
        return character < marks.table_.size() ? marks.table_[character] : mark_of(character);
    }

  private:
    static constexpr std::size_t behind_general_punctuation = 0x2070;

    Marks() noexcept {
        for (std::size_t i = 0; i < table_.size(); ++i) {
            table_[i] = mark_of(static_cast<char32_t>(i));
        }
    }

    std::array<Mark, behind_general_punctuation> table_{};
};

bool is_quote(Mark mark) noexcept {
    return mark == Mark::quote;
}

bool closes_sentence(Mark mark) noexcept {
    return mark == Mark::full_stop || mark == Mark::loud || mark == Mark::ellipsis ||
           mark == Mark::full_width;
}

/// A run of closing marks with the quotes and brackets behind it.
struct Closing {
    std::size_t marks_end = 0;  ///< behind the last mark
    std::size_t end = 0;        ///< behind the last quote or bracket
    Mark mark = Mark::none;     ///< the strongest of the run
    bool quoted = false;        ///< a quote or bracket closes behind the marks
};

class Splitter {
  public:
    Splitter(const Stretch& stretch, const Guards& guards) : stretch_(stretch), guards_(guards) {}

    void split(std::vector<TokenSpan>& sentences, StopSign stop) {
        const auto end = stretch_.range.end;
        sentence_ = stretch_.range.begin;
        for (std::size_t token = sentence_; token < end;) {
            // Words, numbers and symbols neither end a sentence nor start an item of a list.
            if (stretch_.kind(token) != TokenKind::punctuation) {
                ++token;
                continue;
            }
            const auto current = Marks::of(first_character(stretch_.surface(token)));
            // Bullets are dashes or no marks at all.
            const bool may_be_bullet = current == Mark::dash || current == Mark::none;
            if (may_be_bullet && starts_item(token)) append(sentences, token);
            if (closes_sentence(current)) {
                stop.heed();
                token = close(token);
                if (boundary_) append(sentences, token);
            } else {
                if (current == Mark::quote) count_quote(token);
                ++token;
            }
        }
        append(sentences, end);
    }

  private:
    void append(std::vector<TokenSpan>& sentences, std::size_t end) {
        if (end == sentence_) return;
        sentences.push_back({.begin = static_cast<std::uint32_t>(sentence_),
                             .end = static_cast<std::uint32_t>(end)});
        sentence_ = end;
    }

    [[nodiscard]] Mark mark(std::size_t token) const {
        if (stretch_.kind(token) != TokenKind::punctuation) return Mark::none;
        return Marks::of(first_character(stretch_.surface(token)));
    }

    [[nodiscard]] bool is_end(std::size_t token) const { return token >= stretch_.range.end; }
    /// Whether the token follows the one before it without white space.
    [[nodiscard]] bool is_attached(std::size_t token) const {
        return !is_end(token) && stretch_.is_attached(token);
    }

    /// Goes on from a closing mark; returns the next position and says whether a sentence ends
    /// there.
    std::size_t close(std::size_t token) {
        const auto closing = read_closing(token);
        boundary_ = !is_end(closing.end) && ends_sentence(token, closing);
        if (boundary_) open_quote_ = false;
        return closing.end;
    }

    void count_quote(std::size_t token) {
        if (stretch_.surface(token) == "\"") open_quote_ = !open_quote_;
    }

    Closing read_closing(std::size_t token) {
        Closing closing{.mark = Mark::full_stop};
        const auto first = token;
        while (!is_end(token) && closes_sentence(mark(token)) &&
               (token == first || is_attached(token))) {
            const auto current = mark(token);
            if (current != Mark::full_stop) closing.mark = current;
            ++token;
        }
        if (closing.mark == Mark::full_stop && token - first > 1) closing.mark = Mark::ellipsis;
        closing.marks_end = token;
        while (!is_end(token) && closes_behind(token)) {
            closing.quoted = true;
            count_quote(token);
            ++token;
        }
        closing.end = skip_footnote(token);
        return closing;
    }

    /// Whether a quote or bracket belongs to the sentence that has just ended.
    [[nodiscard]] bool closes_behind(std::size_t token) const {
        const auto current = mark(token);
        const bool next_attached = is_attached(token + 1) && is_word(stretch_.kind(token + 1));
        if (is_attached(token)) {
            return current == Mark::closing || (is_quote(current) && !next_attached);
        }
        // `… Ende. "` with a stray space: only if such a quote is open.
        return stretch_.surface(token) == "\"" && open_quote_ && !is_attached(token + 1);
    }

    /// Behind a reference such as [12], as encyclopaedias set it.
    [[nodiscard]] std::size_t skip_footnote(std::size_t token) const {
        while (is_attached(token) && !is_end(token + 2) && stretch_.surface(token) == "[" &&
               stretch_.kind(token + 1) == TokenKind::number &&
               stretch_.surface(token + 2) == "]") {
            token += 3;
        }
        return token;
    }

    /// A line that begins with a bullet begins a sentence.
    [[nodiscard]] bool starts_item(std::size_t token) const {
        const auto surface = stretch_.surface(token);
        if (surface != "•" && surface != "-" && surface != "*" && surface != "–") return false;
        if (token == stretch_.range.begin || is_end(token + 1) || is_attached(token + 1)) {
            return false;
        }
        const auto begin = stretch_.tokens[token - 1].span.end;
        const auto end = stretch_.tokens[token].span.begin;
        return stretch_.text.substr(begin, end - begin).find_first_of("\n\r") !=
               std::string_view::npos;
    }

    [[nodiscard]] bool ends_sentence(std::size_t first, const Closing& closing) const {
        if (closing.mark == Mark::full_width) return true;
        if (is_attached(closing.end) || is_bracketed(first, closing)) return false;
        const auto next = skip_opening(closing.end);
        if (is_end(next) || !can_start(next)) return false;
        if (first == sentence_) return false;
        switch (closing.mark) {
            case Mark::ellipsis:
                return stretch_.is_attached(first) ||
                       guards_.starts_sentence(stretch_.surface(next));
            case Mark::loud:
                return closing.quoted || guards_.starts_sentence(stretch_.surface(next)) ||
                       !guards_.bind_loud(stretch_.surface(first - 1));
            default:
                return !guards_.bind(stretch_,
                                     {.sentence = sentence_, .position = first, .next = next});
        }
    }

    /// An omission (…) or a doubt (?) in brackets of its own.
    [[nodiscard]] bool is_bracketed(std::size_t first, const Closing& closing) const {
        return closing.quoted && first > sentence_ && mark(first - 1) == Mark::opening &&
               mark(closing.marks_end) == Mark::closing;
    }

    [[nodiscard]] std::size_t skip_opening(std::size_t token) const {
        while (!is_end(token)) {
            const auto current = mark(token);
            if (current != Mark::opening && !is_quote(current) && current != Mark::dash) break;
            ++token;
        }
        return token;
    }

    [[nodiscard]] bool can_start(std::size_t token) const {
        const auto first = first_character(stretch_.surface(token));
        switch (stretch_.kind(token)) {
            case TokenKind::word:
                return !is_lower(first);
            case TokenKind::punctuation:
                return first == U'§' || first == U'#' || first == U'@' || first == U'&';
            default:
                return true;
        }
    }

    const Stretch& stretch_;
    const Guards& guards_;
    std::size_t sentence_ = 0;
    bool boundary_ = false;
    bool open_quote_ = false;
};

}  // namespace

void split_sentences(const Stretch& stretch,
                     const Guards& guards,
                     std::vector<TokenSpan>& sentences,
                     StopSign stop) {
    Splitter(stretch, guards).split(sentences, stop);
}

bool ends_with_mark(const Stretch& stretch) {
    for (std::size_t token = stretch.range.end; token > stretch.range.begin; --token) {
        if (stretch.kind(token - 1) != TokenKind::punctuation) return false;
        const auto mark = mark_of(first_character(stretch.surface(token - 1)));
        if (closes_sentence(mark)) return true;
        if (mark != Mark::closing && mark != Mark::quote) return false;
    }
    return false;
}

}  // namespace wortfeld::text
