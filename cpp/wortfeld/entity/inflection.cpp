#include "wortfeld/entity/inflection.hpp"

#include <algorithm>
#include <map>

namespace wortfeld::entity {
namespace {

/// What a row says of the ends of words: its form is a hyphen and the ending.
std::string_view ending_of(const text::LanguageRow& row) {
    return row.form.substr(std::min<std::size_t>(1, row.form.size()));
}

/// What stands behind the vowel in the value "a|ae".
void add_transcription(const text::LanguageRow& row, Inflection& inflection) {
    const auto bar = row.value.find('|');
    if (bar == std::string_view::npos) return;
    inflection.transcriptions.push_back({.one = row.form, .two = row.value.substr(bar + 1)});
}

Inflection read(const text::Language& language) {
    Inflection inflection;
    for (const auto* const row : language.list("adjective_ending")) {
        inflection.adjectives.push_back(ending_of(*row));
    }
    for (const auto* const row : language.list("case_ending")) {
        auto& endings = row->value == "dative" ? inflection.datives : inflection.genitives;
        endings.push_back(ending_of(*row));
    }
    for (const auto* const row : language.list("head_noun")) inflection.heads.push_back(row->form);
    for (const auto* const row : language.list("respelling")) {
        inflection.respellings.push_back({.one = row->form, .two = row->value});
    }
    for (const auto* const row : language.list("umlaut")) add_transcription(*row, inflection);
    const auto* const genitive = language.find("writing", "genitive");
    if (genitive != nullptr) inflection.own_genitive = genitive->value;
    return inflection;
}

}  // namespace

bool Inflection::ends_as_adjective(std::string_view word) const noexcept {
    return std::any_of(adjectives.begin(), adjectives.end(), [&](std::string_view ending) {
        return word.ends_with(ending);
    });
}

bool Inflection::ends_as_head(std::string_view word) const noexcept {
    return std::any_of(
        heads.begin(), heads.end(), [&](std::string_view head) { return word.ends_with(head); });
}

const Inflection& inflection_of(const text::Language& language) {
    static const auto prepared = [] {
        std::map<const text::Language*, Inflection> result;
        for (const auto code : text::languages_with_rules()) {
            const auto& known = text::language(code);
            result.try_emplace(&known, read(known));
        }
        return result;
    }();
    static const Inflection none;
    const auto found = prepared.find(&language);
    return found == prepared.end() ? none : found->second;
}

const std::vector<const Inflection*>& all_inflections() {
    static const auto all = [] {
        std::vector<const Inflection*> result;
        for (const auto code : text::languages_with_rules()) {
            const auto& inflection = inflection_of(text::language(code));
            if (!inflection.is_empty()) result.push_back(&inflection);
        }
        return result;
    }();
    return all;
}

}  // namespace wortfeld::entity
