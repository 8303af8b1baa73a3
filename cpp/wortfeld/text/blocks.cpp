#include "wortfeld/text/blocks.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/characters.hpp"
#include "wortfeld/text/furniture.hpp"

#include <utility>

namespace wortfeld::text {
namespace {

// Bylines stand in the head of a document: behind few lines and little text.
constexpr std::size_t most_lines_before_byline = 6;
constexpr std::size_t most_bytes_before_byline = 1500;

constexpr std::string_view rule_repeated_line = "profile.repeated_line";

class Builder {
  public:
    Builder(std::string_view text, const Language& language, const Profile* profile)
        : text_(text), language_(language), profile_(profile) {}

    void add(const Line& line) {
        const auto content = slice(text_, line.span);
        if (const auto rule = furniture_rule(content, language_); !rule.empty()) {
            append(line, Zone::boilerplate, rule);
            return;
        }
        if (may_be_byline()) {
            if (auto byline = read_byline(content, language_); byline && is_in_place(*byline)) {
                add_byline(line, std::move(*byline));
                return;
            }
        }
        if (profile_ != nullptr && profile_->contains(content)) {
            append(line, Zone::boilerplate, rule_repeated_line);
            return;
        }
        add_body(line);
        ++body_lines_;
        body_bytes_ += content.size();
    }

    Blocks take() { return std::move(blocks_); }

  private:
    [[nodiscard]] bool may_be_byline() const noexcept {
        const bool ended =
            !blocks_.bylines.empty() && blocks_.bylines.back() + 1 != blocks_.list.size();
        return !ended && body_lines_ <= most_lines_before_byline &&
               body_bytes_ <= most_bytes_before_byline;
    }

    /// The first line of a text is a byline only if it can be nothing else.
    [[nodiscard]] bool is_in_place(const Byline& byline) const noexcept {
        return byline.certain || body_lines_ > 0 || !blocks_.bylines.empty();
    }

    Block& append(const Line& line, Zone zone, std::string_view rule) {
        blocks_.list.push_back({.span = line.span,
                                .paragraph = line.paragraph,
                                .line_count = 1,
                                .zone = zone,
                                .rule = rule});
        joinable_ = false;
        return blocks_.list.back();
    }

    void add_byline(const Line& line, Byline byline) {
        blocks_.bylines.push_back(blocks_.list.size());
        auto& block = append(line, byline.pieces.front().zone, byline.pieces.front().rule);
        for (auto piece : byline.pieces) {
            piece.span.begin += line.span.begin;
            piece.span.end += line.span.begin;
            block.pieces.push_back(piece);
        }
        if (blocks_.author.empty()) blocks_.author = byline.author;
        if (!blocks_.days) blocks_.days = byline.days;
    }

    void add_body(const Line& line) {
        if (joinable_ && blocks_.list.back().paragraph == line.paragraph) {
            blocks_.list.back().span.end = line.span.end;
            ++blocks_.list.back().line_count;
            return;
        }
        append(line, Zone::body, "zone.body");
        joinable_ = true;
    }

    std::string_view text_;
    const Language& language_;
    const Profile* profile_;
    Blocks blocks_;
    bool joinable_ = false;  ///< the last block is body and may take another line
    std::size_t body_lines_ = 0;
    std::size_t body_bytes_ = 0;
};

}  // namespace

Ending ending_of(std::string_view text) noexcept {
    for (auto position = text.size(); position > 0;) {
        const auto character = utf8::previous(text, position);
        switch (mark_of(character)) {
            case Mark::quote:
            case Mark::closing:
                continue;
            case Mark::full_stop:
            case Mark::ellipsis:
                return Ending::closed;
            case Mark::full_width:
                return character == U'！' || character == U'？' ? Ending::loud : Ending::closed;
            case Mark::loud:
                return Ending::loud;
            case Mark::separator:
                return character == U':' || character == U'：' ? Ending::colon : Ending::joined;
            case Mark::dash:
                return Ending::joined;
            default:
                return Ending::open;
        }
    }
    return Ending::open;
}

Blocks build_blocks(std::string_view text,
                    const std::vector<Line>& lines,
                    const Language& language,
                    const Profile* profile,
                    StopSign stop) {
    Builder builder(text, language, profile);
    for (const auto& line : lines) {
        stop.heed();
        builder.add(line);
    }
    return builder.take();
}

}  // namespace wortfeld::text
