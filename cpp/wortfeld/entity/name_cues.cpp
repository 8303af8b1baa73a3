#include "wortfeld/entity/name_cues.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <array>

namespace wortfeld::entity {
namespace {

/// In the order of `Cue`.
constexpr std::array<std::string_view, 10> cue_names{"determiner",
                                                     "function",
                                                     "preposition",
                                                     "first_name",
                                                     "title",
                                                     "saying",
                                                     "role",
                                                     "ending",
                                                     "ordinary",
                                                     "connector"};

Cue cue_named(std::string_view name) {
    const auto found = std::find(cue_names.begin(), cue_names.end(), name);
    if (found == cue_names.end()) {
        throw Error(ErrorKind::bad_argument, "'" + std::string(name) + "' is no cue of names");
    }
    return static_cast<Cue>(found - cue_names.begin());
}

}  // namespace

CueSet CueSet::without_case() const noexcept {
    CueSet kept;
    for (const auto cue : {Cue::determiner, Cue::function, Cue::preposition, Cue::connector}) {
        if (has(cue)) kept.add(cue);
    }
    return kept;
}

NameCues::NameCues(const Columns& rows) {
    const auto& cues = rows.column("cue");
    const auto& words = rows.column("word");
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        cues_[std::string(words.text(row))].add(cue_named(cues.text(row)));
    }
}

CueSet NameCues::of(std::string_view word) const {
    CueSet found;
    if (const auto exact = cues_.find(std::string(word)); exact != cues_.end()) {
        found.add(exact->second);
    }
    if (const auto folded = cues_.find(text::fold(word)); folded != cues_.end()) {
        found.add(folded->second.without_case());
    }
    return found;
}

}  // namespace wortfeld::entity
