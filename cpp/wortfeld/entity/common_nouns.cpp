#include "wortfeld/entity/common_nouns.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <string>

namespace wortfeld::entity {
namespace {

constexpr std::size_t most_adjectives = 2;    ///< between a determiner and its noun
constexpr std::size_t longest_reference = 3;  ///< digits: `Bild 2`, but `Meta 2025`
constexpr std::string_view marks_behind_reference = ".,;:!?)]";

}  // namespace

bool is_form_of_common_noun(std::string_view written, const text::Language& language) {
    const auto& endings = language.list("noun_ending");
    if (endings.empty()) return false;
    FormList singulars;
    add_forms(written, {.inflections = {}, .nouns = endings}, singulars);
    for (std::size_t at = 0; at < singulars.forms.size(); ++at) {
        const auto singular = slice(singulars.text, singulars.places[at].span);
        if (singulars.forms[at] == Form::noun && language.find("common_word", singular) != nullptr)
            return true;
    }
    return false;
}

bool is_declined_adjective(std::string_view folded, const text::Language& language) {
    for (const auto ending : inflection_of(language).adjectives) {
        if (!folded.ends_with(ending)) continue;
        const auto stem = folded.substr(0, folded.size() - ending.size());
        if (language.find("adjective", stem) != nullptr) return true;
        const auto& suffixes = language.list("adjective_suffix");
        return std::any_of(suffixes.begin(), suffixes.end(), [&](const text::LanguageRow* row) {
            return stem.size() > row->form.size() + 1 && stem.ends_with(row->form);
        });
    }
    return false;
}

bool CommonNouns::is_common_noun(const Candidate& name) const {
    // Who lists an adjective or inhabitants wants a word: `eine deutsch-polnische Grenze`.
    if (gazetteer_.alias(name.alias).role == AliasRole::derived) return false;
    if (name.also.is_adjective && is_adjective_here(name)) return true;
    const auto is_common_word =
        gazetteer_.alias(name.alias).case_origin == CaseOrigin::common_word &&
        is_common(gazetteer_.text(name.alias));
    if (!is_common_word && !(name.also.is_plural && is_person(name))) return false;
    if (is_referred_to(name) || is_month(name) || is_in_compound(name)) return true;
    // `ein Bereich, den Kurz kennt`: what is no noun takes no article.
    if (is_uninflected_adjective(name)) return is_adverb(name);
    // In `ein Bild-Reporter` the article is the reporter's.
    return !words_.is_before_hyphen(name.last_token) && is_behind_determiner(name);
}

bool CommonNouns::is_person(const Candidate& name) const {
    return gazetteer_.entity(gazetteer_.alias(name.alias).entity).kind == "person";
}

bool CommonNouns::is_adjective_here(const Candidate& name) const {
    if (!begins_upper(words_.word(name.token))) return true;
    const auto sentence = words_.sentence(name.sentence);
    const std::size_t next = name.last_token + 1;
    if (name.token != sentence.begin || next >= sentence.end || words_.is_attached(next)) {
        return false;
    }
    const auto behind = words_.word(next);
    return begins_upper(behind) &&
           (is_common(behind) || is_form_of_common_noun(behind, words_.language()));
}

bool CommonNouns::is_uninflected_adjective(const Candidate& name) const {
    return words_.language().find("adjective", text::fold(gazetteer_.text(name.alias))) != nullptr;
}

bool CommonNouns::is_adverb(const Candidate& name) const {
    const auto sentence = words_.sentence(name.sentence);
    const auto is_start = name.token == sentence.begin || !words_.is_word(name.token - 1);
    const std::size_t next = name.last_token + 1;
    return is_start && next < sentence.end && words_.is_listed("adverb_follower", next);
}

bool CommonNouns::is_common(std::string_view written) const {
    return words_.language().find("common_word", text::fold(written)) != nullptr;
}

bool CommonNouns::is_referred_to(const Candidate& name) const {
    const std::size_t next = name.last_token + 1;
    const std::size_t end = words_.sentence(name.sentence).end;
    if (next >= end || words_.is_attached(next) || !words_.is_number(next) ||
        words_.word(next).size() > longest_reference) {
        return false;
    }
    // `Linde 3 Prozent` and `Bahn 20 %` are names before amounts.
    if (next + 1 >= end) return true;
    const auto behind = words_.word(next + 1);
    if (words_.is_listed("conjunction", next + 1))
        return next + 2 < end && words_.is_number(next + 2);
    return behind.size() == 1 && marks_behind_reference.find(behind) != std::string_view::npos;
}

bool CommonNouns::is_in_compound(const Candidate& name) const {
    const auto is_behind_hyphen =
        name.token > 0 && words_.is_attached(name.token) && is_hyphen(words_.word(name.token - 1));
    if (is_behind_hyphen) return true;
    return words_.is_before_hyphen(name.last_token) &&
           (words_.is_listed("name_prefix", name.token) || is_person(name));
}

bool CommonNouns::is_month(const Candidate& name) const {
    if (is_person(name) || !words_.is_listed("month", name.token)) return false;
    if (name.token == words_.sentence(name.sentence).begin) return true;
    const auto before = words_.word(name.token - 1);
    return !begins_upper(before) || is_common(before);
}

bool CommonNouns::is_behind_determiner(const Candidate& name) const {
    const std::size_t begin = words_.sentence(name.sentence).begin;
    std::size_t adjectives = 0;
    for (std::size_t at = name.token; at > begin; ++adjectives) {
        if (words_.is_listed("noun_determiner", --at)) return true;
        const auto* const preposition =
            words_.language().find("preposition", text::fold(words_.word(at)));
        const auto is_article = words_.is_listed("definite_article", at) ||
                                (preposition != nullptr && preposition->value == "article");
        if (is_article || is_behind_ordinal(at + 1)) return is_person(name);
        if (preposition != nullptr) return adjectives > 0 && is_person(name);
        if (adjectives == most_adjectives || !is_adjective(at)) return false;
    }
    return false;
}

bool CommonNouns::is_behind_ordinal(std::size_t token) const {
    return token > 1 && words_.word(token - 1) == "." && words_.is_number(token - 2);
}

bool CommonNouns::is_adjective(std::size_t token) const {
    const auto written = words_.word(token);
    return !begins_upper(written) && inflection_.ends_as_adjective(written) &&
           !words_.is_listed("like_adjective", token) && !words_.is_listed("saying", token) &&
           !is_past_tense(written);
}

/// `lobte`, `machten`; but `letzte`, `geplante`, `meiste`.
bool CommonNouns::is_past_tense(std::string_view written) const {
    const text::LanguageRow* best = nullptr;
    for (const auto* const row : words_.language().list("past_form")) {
        const auto hyphen = row->form.find('-');
        const auto fits = written.starts_with(row->form.substr(0, hyphen)) &&
                          written.ends_with(row->form.substr(hyphen + 1));
        if (fits && (best == nullptr || row->form.size() > best->form.size())) best = row;
    }
    if (best == nullptr || best->value != "past") return false;
    const auto& endings = inflection_.adjectives;
    return std::none_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        const auto stem =
            written.substr(0, written.size() - std::min(written.size(), ending.size()));
        return written.ends_with(ending) &&
               words_.language().find("adjective_in_t", stem) != nullptr;
    });
}

}  // namespace wortfeld::entity
