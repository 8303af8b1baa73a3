#include "wortfeld/text/line_starts.hpp"

#include "wortfeld/text/folded.hpp"
#include "wortfeld/text/language.hpp"

#include <algorithm>

namespace wortfeld::text {
namespace {

constexpr std::size_t other_bytes = 256;

std::size_t pair(char first, char second) noexcept {
    return static_cast<std::size_t>(static_cast<unsigned char>(first)) * other_bytes +
           static_cast<unsigned char>(second);
}

/// Whether a character of ASCII or Latin-1 starts here: folded without a look at others.
bool is_plain(char byte) noexcept {
    return static_cast<unsigned char>(byte) < 0x80 || static_cast<unsigned char>(byte) == 0xC3;
}

}  // namespace

LineStarts::LineStarts(std::span<const LanguageRow> rows,
                       std::initializer_list<std::string_view> categories) {
    for (const auto& row : rows) {
        const auto found = std::find(categories.begin(), categories.end(), row.category);
        if (found == categories.end() || row.form.empty()) continue;
        if (row.form.size() > 1) {
            starts_.set(pair(row.form[0], row.form[1]));
            continue;
        }
        for (std::size_t second = 0; second < other_bytes; ++second) {
            starts_.set(pair(row.form.front(), static_cast<char>(second)));
        }
    }
}

bool LineStarts::may_match(std::string_view line) const {
    std::size_t end = 0;
    while (end < 2 && end < line.size()) {
        if (!is_plain(line[end])) return true;
        end += static_cast<unsigned char>(line[end]) < 0x80 ? 1U : 2U;
    }
    // A mark that combines with a letter stands right behind it.
    if (end < 2 || (end < line.size() && !is_plain(line[end]))) return true;
    const Folded start(line.substr(0, end));
    return starts_.test(pair(start.view()[0], start.view()[1]));
}

}  // namespace wortfeld::text
