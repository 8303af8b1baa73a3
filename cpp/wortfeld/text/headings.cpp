#include "wortfeld/text/headings.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"

#include <algorithm>
#include <cstddef>

namespace wortfeld::text {
namespace {

constexpr std::size_t longest_heading = 120;  // bytes
constexpr std::size_t most_words = 15;
constexpr std::size_t shortest_text = 60;  // bytes of a paragraph beside a heading
constexpr std::size_t longest_run = 2;     // a chapter and a section, one above the other
constexpr std::size_t fewest_blocks_to_judge = 8;
// More lines without a closing mark than this, and the text is verse, a list or wrapped.
constexpr double most_open_lines = 0.35;

constexpr std::string_view rule_number = "zone.section_number";
constexpr std::string_view rule_after_number = "zone.heading_after_number";
constexpr std::string_view rule_between = "zone.heading_between_paragraphs";

std::size_t count_words(std::string_view line) noexcept {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

/// More than a third of it digits: a row of a table.
bool is_mostly_digits(std::string_view line) noexcept {
    const auto digits = std::count_if(line.begin(), line.end(), is_ascii_digit);
    return static_cast<std::size_t>(digits) * 3 > line.size();
}

class Marker {
  public:
    Marker(std::string_view text, std::vector<Block>& blocks) : text_(text) {
        for (auto& block : blocks) {
            if (!block.is_boilerplate()) blocks_.push_back(&block);
        }
    }

    void mark() {
        mark_numbers();
        const bool judged = may_have_headings();
        for (std::size_t i = 1; i + 1 < blocks_.size(); ++i) {
            if (!is_candidate(i)) continue;
            if (follows_number(i)) {
                set(i, Zone::heading, rule_after_number);
            } else if (judged) {
                candidates_.push_back(i);
            }
        }
        for (const auto i : candidates_) {
            if (stands_between_texts(i)) set(i, Zone::heading, rule_between);
        }
    }

  private:
    [[nodiscard]] std::string_view content(std::size_t i) const {
        return slice(text_, blocks_[i]->span);
    }

    void set(std::size_t i, Zone zone, std::string_view rule) {
        blocks_[i]->zone = zone;
        blocks_[i]->rule = rule;
    }

    /// Numbers one below the other are a table.
    void mark_numbers() {
        const auto is_number = [&](std::size_t i) {
            return i < blocks_.size() && blocks_[i]->is_line() && is_section_number(content(i));
        };
        for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
            if (blocks_[i]->zone != Zone::body || !is_number(i) || is_number(i + 1)) continue;
            if (i > 0 && is_number(i - 1)) continue;
            set(i, Zone::section_number, rule_number);
        }
    }

    [[nodiscard]] bool may_have_headings() const {
        std::size_t judged = 0;
        std::size_t open = 0;
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i]->zone != Zone::body) continue;
            ++judged;
            const auto ending = ending_of(content(i));
            if (ending == Ending::open || ending == Ending::joined) ++open;
        }
        const auto most = static_cast<double>(judged) * most_open_lines;
        return judged < fewest_blocks_to_judge || static_cast<double>(open) <= most;
    }

    [[nodiscard]] bool follows_number(std::size_t i) const {
        return blocks_[i - 1]->zone == Zone::section_number;
    }

    [[nodiscard]] bool is_candidate(std::size_t i) const {
        const auto& block = *blocks_[i];
        if (block.zone != Zone::body || !block.is_line() || block.span.size() > longest_heading) {
            return false;
        }
        const auto line = content(i);
        const auto ending = ending_of(line);
        const bool open = ending == Ending::open || (ending == Ending::loud && follows_number(i));
        return open && starts_like_heading(line) && !is_mostly_digits(line) &&
               count_words(line) <= most_words && is_text(i + 1, longest_run);
    }

    /// A paragraph, or a heading above one.
    [[nodiscard]] bool is_text(std::size_t i, std::size_t more) const {
        if (i >= blocks_.size()) return false;
        if (blocks_[i]->zone == Zone::section_number) return true;
        const auto line = content(i);
        const auto ending = ending_of(line);
        if (is_lower(first_character(line))) return false;
        if (blocks_[i]->span.size() < shortest_text) {
            return more > 1 && ending == Ending::open && is_text(i + 1, more - 1);
        }
        return ending != Ending::open || !blocks_[i]->is_line();
    }

    [[nodiscard]] bool stands_between_texts(std::size_t i) const {
        const auto run = run_length(i);
        if (run > longest_run) return false;
        const auto& before = *blocks_[i - 1];
        if (before.zone != Zone::body) return true;
        const auto ending = ending_of(content(i - 1));
        return (ending == Ending::closed || ending == Ending::loud) &&
               before.span.size() >= shortest_text;
    }

    [[nodiscard]] bool is_candidate_position(std::size_t i) const {
        return std::binary_search(candidates_.begin(), candidates_.end(), i);
    }

    /// How many candidates stand in a row around this one.
    [[nodiscard]] std::size_t run_length(std::size_t i) const {
        auto first = i;
        while (first > 0 && is_candidate_position(first - 1) && i - first < longest_run) --first;
        auto last = i;
        while (is_candidate_position(last + 1) && last - i < longest_run) ++last;
        return last - first + 1;
    }

    std::string_view text_;
    std::vector<Block*> blocks_;
    std::vector<std::size_t> candidates_;
};

}  // namespace

bool is_section_number(std::string_view line) noexcept {
    if (line.ends_with('.')) line.remove_suffix(1);
    return is_roman_numeral(line) || (is_digits(line) && line.size() <= 2);
}

bool starts_like_heading(std::string_view line) noexcept {
    std::size_t position = 0;
    auto character = utf8::next(line, position);
    const auto mark = mark_of(character);
    const bool quotes = mark == Mark::quote || character == U'„' || character == U'‚';
    if (quotes && position < line.size()) character = utf8::next(line, position);
    return is_upper_case(character) || is_caseless(character) || is_numeric(character) ||
           character == U'§';
}

void mark_headings(std::string_view text, std::vector<Block>& blocks) {
    Marker(text, blocks).mark();
}

}  // namespace wortfeld::text
