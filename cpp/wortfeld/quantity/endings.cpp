#include "wortfeld/quantity/endings.hpp"

#include <algorithm>

namespace wortfeld::quantity {
namespace {

constexpr std::array<std::string_view, 12> names{"about",
                                                 "adjective",
                                                 "among",
                                                 "having",
                                                 "holiday",
                                                 "infinitive",
                                                 "label",
                                                 "participle",
                                                 "plural",
                                                 "singular",
                                                 "street",
                                                 "street short"};

}  // namespace

std::optional<Ending> ending_named(std::string_view value) noexcept {
    const auto* found = std::find(names.begin(), names.end(), value);
    if (found == names.end()) return std::nullopt;
    return static_cast<Ending>(found - names.begin());
}

void Endings::add(Ending ending, std::string_view bytes) {
    if (bytes.empty()) return;
    by_last_byte_[static_cast<unsigned char>(bytes.back())].push_back(
        {.ending = ending, .bytes = bytes});
}

bool Endings::match(std::string_view word, Ending ending) const noexcept {
    if (word.empty()) return false;
    const auto& candidates = by_last_byte_[static_cast<unsigned char>(word.back())];
    return std::any_of(candidates.begin(), candidates.end(), [&](const Known& known) {
        return known.ending == ending && word.ends_with(known.bytes);
    });
}

}  // namespace wortfeld::quantity
