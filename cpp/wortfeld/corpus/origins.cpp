#include "wortfeld/corpus/origins.hpp"

#include <algorithm>

namespace wortfeld::corpus {

Origin row_behind(std::string_view prefix, std::size_t row) {
    return {.file = prefix.substr(0, prefix.size() - (prefix.empty() ? 0 : 1)), .row = row};
}

void Origins::note(std::size_t input, const Origin& origin) {
    if (!stretches_.empty()) {
        const auto& last = stretches_.back();
        if (last.row_of(input) == origin.row && last.file == origin.file) return;
    }
    stretches_.push_back({.input = input, .file = std::string(origin.file), .row = origin.row});
}

std::string Origins::place(std::size_t input) const {
    const auto after = std::ranges::upper_bound(stretches_, input, {}, &Stretch::input);
    if (after != stretches_.begin()) {
        const auto& stretch = *(after - 1);
        if (const auto row = stretch.row_of(input)) {
            const auto place = "row " + std::to_string(*row);
            return stretch.file.empty() ? place : place + " of " + stretch.file;
        }
    }
    return "document " + std::to_string(input + 1) + " of the source";
}

}  // namespace wortfeld::corpus
