#include "wortfeld/text/title.hpp"

#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/headings.hpp"
#include "wortfeld/text/sentences.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace wortfeld::text {
namespace {

// All sizes in bytes.
constexpr std::size_t longest_title = 300;
constexpr std::size_t longest_lead = 600;
constexpr std::size_t longest_lead_line = 400;
constexpr std::size_t smallest_body = 200;
constexpr std::size_t shortest_paragraph = 120;
// A first line that is a sentence is a title only above a longer text with longer paragraphs, and
// one with a full stop only if it begins with a catchword: nearly all others open a text.
constexpr std::size_t shortest_sentence_title = 40;
constexpr std::size_t longest_sentence_title = 250;
constexpr std::size_t longest_catchword = 80;
constexpr std::size_t smallest_body_below_sentence = 800;
constexpr std::size_t shortest_paragraph_below_sentence = 200;
// Front matter (author, publisher, place) may stand between the title and the text.
constexpr std::size_t most_lines_below_title = 10;

constexpr std::string_view rule_before_byline = "zone.title_before_byline";
constexpr std::string_view rule_first_line = "zone.title_first_line";
constexpr std::string_view rule_first_sentence = "zone.title_first_sentence";
constexpr std::string_view rule_kicker = "zone.kicker";
constexpr std::string_view rule_lead_before = "zone.lead_before_byline";
constexpr std::string_view rule_lead_after = "zone.lead_after_byline";

/// Whether a line has the form of a headline with a catchword, "Chips: Die Preise steigen.".
bool has_catchword(std::string_view line) {
    const auto colon = line.find(": ");
    // No colon is further away than any.
    return colon <= longest_catchword && starts_like_heading(line.substr(colon + 2));
}

class Head {
  public:
    Head(std::string_view text, const Language& language, Blocks& blocks)
        : text_(text), language_(language), blocks_(blocks) {
        for (std::size_t i = 0; i < blocks.list.size(); ++i) {
            if (blocks.list[i].zone == Zone::body) body_.push_back(i);
        }
    }

    void mark() {
        if (body_.empty()) return;
        const auto rule = title_rule();
        if (rule.empty()) return;
        set(body_.front(), Zone::title, rule);
        if (blocks_.bylines.empty()) return;
        if (has_kicker()) {
            set(body_.front(), Zone::heading, rule_kicker);
            body_.erase(body_.begin());
            set(body_.front(), Zone::title, rule);
        }
        mark_lead();
    }

  private:
    [[nodiscard]] Block& block(std::size_t i) const { return blocks_.list[i]; }
    [[nodiscard]] std::string_view content(std::size_t i) const {
        return slice(text_, block(i).span);
    }

    void set(std::size_t i, Zone zone, std::string_view rule) const {
        block(i).zone = zone;
        block(i).rule = rule;
    }

    [[nodiscard]] std::size_t size_below() const {
        std::size_t size = 0;
        for (std::size_t i = 1; i < body_.size(); ++i) size += block(body_[i]).span.size();
        return size;
    }

    [[nodiscard]] std::size_t count_sentences(std::string_view line) const {
        std::vector<Token> tokens;
        segment_words(line, tokens);
        const auto end = static_cast<std::uint32_t>(tokens.size());
        std::vector<TokenSpan> sentences;
        split_sentences({.text = line, .tokens = tokens, .range = {.begin = 0, .end = end}},
                        Guards(language_),
                        sentences);
        return sentences.size();
    }

    /// The id of the rule by which the first block is the title, or empty.
    [[nodiscard]] std::string_view title_rule() const {
        const auto first = body_.front();
        const auto line = content(first);
        if (!block(first).is_line() || line.size() > longest_title || body_.size() < 2) return {};
        if (size_below() < std::max(smallest_body, 2 * line.size())) return {};
        if (!blocks_.bylines.empty()) {
            return first < blocks_.bylines.front() ? rule_before_byline : std::string_view();
        }
        if (!starts_like_heading(line) || is_section_number(line) || is_salutation(line)) return {};
        switch (ending_of(line)) {
            case Ending::open:
                return has_paragraph_below() ? rule_first_line : std::string_view();
            case Ending::closed:
                if (!has_catchword(line)) return {};
                [[fallthrough]];
            case Ending::loud:
                return is_sentence_title(line) ? rule_first_sentence : std::string_view();
            default:
                return {};
        }
    }

    /// Whether the first of two lines above a byline is a single word, such as the section of the
    /// paper, and the second can be the title.
    [[nodiscard]] bool has_kicker() const {
        if (body_.size() < 3 || body_[1] > blocks_.bylines.front()) return false;
        const auto kicker = content(body_[0]);
        const auto line = content(body_[1]);
        return kicker.find(' ') == std::string_view::npos && block(body_[1]).is_line() &&
               line.find(' ') != std::string_view::npos && line.size() <= longest_title &&
               starts_like_heading(line) && ending_of(line) == Ending::open;
    }

    [[nodiscard]] bool is_salutation(std::string_view line) const {
        const auto folded = fold(line);
        const auto& rows = language_.list("salutation");
        return std::any_of(rows.begin(), rows.end(), [&](const auto* row) {
            return folded.starts_with(row->form) && folded.size() > row->form.size() &&
                   folded[row->form.size()] == ' ';
        });
    }

    [[nodiscard]] bool has_paragraph_below() const {
        const auto end = std::min(body_.size(), 1 + most_lines_below_title);
        for (std::size_t i = 1; i < end; ++i) {
            const auto below = content(body_[i]);
            if (below.size() < shortest_paragraph) continue;
            if (ending_of(below) != Ending::open) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_sentence_title(std::string_view line) const {
        const std::size_t below = block(body_[1]).span.size();
        return line.size() >= shortest_sentence_title && line.size() <= longest_sentence_title &&
               size_below() >= smallest_body_below_sentence &&
               below >= shortest_paragraph_below_sentence && 2 * below >= 3 * line.size() &&
               count_sentences(line) == 1;
    }

    void mark_lead() const {
        const auto before = body_.size() > 1 ? body_[1] : blocks_.list.size();
        const auto first_byline = blocks_.bylines.front();
        const auto last_byline = blocks_.bylines.back();
        if (before < first_byline) {
            const bool only = body_.size() > 2 && body_[2] > first_byline;
            if (only && block(before).span.size() <= longest_lead) {
                set(before, Zone::lead, rule_lead_before);
            }
            return;
        }
        const auto after = last_byline + 1;
        if (after < blocks_.list.size() && is_lead_after(last_byline, after)) {
            set(after, Zone::lead, rule_lead_after);
        }
    }

    /// A line right below the byline, in its paragraph or in a text of one line a paragraph.
    [[nodiscard]] bool is_lead_after(std::size_t byline, std::size_t after) const {
        const auto& lead = block(after);
        if (lead.zone != Zone::body || !lead.is_line()) return false;
        if (lead.span.size() > longest_lead_line) return false;
        if (lead.paragraph == block(byline).paragraph) return true;
        if (count_line_ends(text_, block(byline).span.end, lead.span.begin) > 1) return false;
        const auto next = after + 1;
        return next < blocks_.list.size() && block(next).span.size() > lead.span.size() &&
               count_sentences(content(after)) == 1;
    }

    std::string_view text_;
    const Language& language_;
    Blocks& blocks_;
    std::vector<std::size_t> body_;
};

}  // namespace

void mark_title_and_lead(std::string_view text, const Language& language, Blocks& blocks) {
    Head(text, language, blocks).mark();
}

}  // namespace wortfeld::text
