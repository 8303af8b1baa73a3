#include "wortfeld/entity/full_names.hpp"

#include "wortfeld/entity/common_nouns.hpp"
#include "wortfeld/entity/word_shape.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace wortfeld::entity {
namespace {

/// Letters of a title that longer words end with (`Ministerin`, but not `Zar`).
constexpr std::size_t shortest_last_part = 4;

bool is_title_word(std::string_view written, const text::Language& language) {
    if (!begins_upper(written)) return false;
    const auto folded = text::fold(written);
    if (language.find("person_title", folded) != nullptr) return true;
    const auto& titles = language.list("person_title");
    return std::any_of(titles.begin(), titles.end(), [&](const text::LanguageRow* row) {
        return row->form.size() >= shortest_last_part && folded.ends_with(row->form);
    });
}

std::uint64_t pair_of(TermId given, TermId family) noexcept {
    constexpr unsigned bits = 32;
    return std::uint64_t{number(given)} << bits | number(family);
}

/// The words of a full name without the last one, folded.
std::vector<std::string> given_names_of(std::string_view person) {
    std::vector<std::string> names;
    for (std::size_t begin = 0;;) {
        const auto end = person.find_first_of(" -", begin);
        if (end == std::string_view::npos) return names;
        if (end > begin) names.push_back(text::fold(person.substr(begin, end - begin)));
        begin = end + 1;
    }
}

}  // namespace

bool FullNames::is_given_name(std::size_t token) const {
    return begins_upper(words_.word(token)) && words_.is_listed("given_name", token);
}

bool FullNames::is_behind_title(std::size_t token, TokenSpan sentence) const {
    if (token == sentence.begin || words_.is_attached(token)) return false;
    const auto before = token - 1;
    if (words_.word(before) != ".") return is_title_word(words_.word(before), words_.language());
    return before > sentence.begin && words_.is_listed("title", before - 1);
}

bool FullNames::begins_sentence(std::size_t token, TokenSpan sentence) const {
    for (std::size_t at = sentence.begin; at < token; ++at) {
        if (!is_mark(at)) return false;
    }
    return true;
}

bool FullNames::is_before_small_word(std::size_t token, TokenSpan sentence) const {
    const auto next = token + 1;
    return next < sentence.end && !words_.is_attached(next) && words_.is_word(next) &&
           !begins_upper(words_.word(next)) && !words_.is_listed("name_particle", next);
}

bool FullNames::is_saying(std::size_t token) const {
    const auto* const row = words_.language().find("saying", text::fold(words_.word(token)));
    return row != nullptr && row->value == "alone";
}

bool FullNames::is_between_marks(std::size_t token, TokenSpan sentence) const {
    const auto behind = token + 2;
    const auto begins = token == sentence.begin || is_mark(token - 1);
    return begins && behind < sentence.end && is_mark(behind) &&
           !words_.is_before_hyphen(token + 1);
}

bool FullNames::is_mark(std::size_t token) const {
    return !words_.is_word(token) && !words_.is_number(token);
}

bool FullNames::has_age(std::size_t token, TokenSpan sentence) const {
    const auto bracket = token + 1;
    return bracket + 2 < sentence.end && words_.word(bracket) == "(" &&
           words_.is_number(bracket + 1) && words_.word(bracket + 2) == ")";
}

bool FullNames::is_family_name(std::size_t token) const {
    const auto folded = text::fold(words_.word(token));
    if (words_.language().find("family_name", folded) != nullptr) return true;
    const auto& endings = words_.language().list("family_ending");
    return std::any_of(endings.begin(), endings.end(), [&](const text::LanguageRow* row) {
        return folded.size() > row->form.size() + 1 && folded.ends_with(row->form);
    });
}

bool FullNames::is_initial(std::size_t token, TokenSpan sentence) const {
    return word_shape(words_.word(token)).letters == 1 && token + 2 < sentence.end &&
           words_.word(token + 1) == "." && begins_upper(words_.word(token + 2));
}

bool FullNames::has_article(std::size_t token, TokenSpan sentence) const {
    if (token < sentence.begin + 2) return false;
    return words_.is_listed("definite_article", token - 2) ||
           words_.is_listed("noun_determiner", token - 2);
}

bool FullNames::is_noun(std::size_t token) const {
    const auto written = words_.word(token);
    const auto& language = words_.language();
    if (words_.is_listed("common_word", token) || word_shape(written).is_noun ||
        is_title_word(written, language)) {
        return true;
    }
    return is_form_of_common_noun(written, language);
}

bool FullNames::is_called_by_noun(std::size_t token, TokenSpan sentence) {
    const auto next = token + 1;
    const auto written = words_.word(next);
    const auto is_singular = words_.is_listed("common_word", next) &&
                             !word_shape(written).is_noun &&
                             !is_title_word(written, words_.language()) &&
                             !is_form_of_common_noun(written, words_.language());
    if (!is_singular || is_alone_elsewhere(token)) return false;
    if (is_between_marks(token, sentence) || has_age(next, sentence)) return true;
    if (token <= sentence.begin + 1 || words_.is_attached(token)) return false;
    const auto before = words_.word(token - 1);
    const auto* const preposition = words_.language().find("preposition", text::fold(before));
    return begins_upper(before) || (preposition != nullptr && preposition->value.empty());
}

bool FullNames::is_particle(std::size_t token, TokenSpan sentence) const {
    const auto next = token + 1;
    if (next >= sentence.end || words_.is_attached(next) || !begins_upper(words_.word(next))) {
        return false;
    }
    const auto* const row = words_.language().find("name_particle", words_.word(token));
    return row != nullptr && row->value == "foreign";
}

bool FullNames::is_numeral(std::size_t token, TokenSpan sentence) const {
    const auto written = words_.word(token);
    if (!word_shape(written).is_roman) return false;
    if (written.size() > 1) return true;
    // `Ludwig C. Meier` and `Ludwig C.` have an initial.
    const auto ends = token + 1 < sentence.end && words_.word(token + 1) == ".";
    const auto is_low = written == "I" || written == "V" || written == "X";
    return ends && is_low && !is_initial(token, sentence);
}

bool FullNames::is_before_family_name(std::size_t token, TokenSpan sentence) {
    const auto next = token + 1;
    if (next >= sentence.end || words_.is_attached(next) || !words_.is_word(next)) return false;
    if (!begins_upper(words_.word(next))) return is_particle(next, sentence);
    if (is_initial(next, sentence) || is_family_name(next)) return true;
    const auto is_titled = is_behind_title(token, sentence);
    if ((is_titled && !has_article(token, sentence)) || is_double(next, sentence) ||
        (begins_sentence(token, sentence) && is_before_small_word(next, sentence)) ||
        (token > sentence.begin && is_saying(token - 1))) {
        return true;
    }
    if (is_called_by_noun(token, sentence)) return true;
    if (is_noun(next)) return false;
    return is_titled || is_between_marks(token, sentence) || has_age(next, sentence) ||
           is_repeated(token) || !is_alone_elsewhere(token);
}

bool FullNames::is_double(std::size_t token, TokenSpan sentence) const {
    const auto behind = token + 1;
    return is_given_name(token) && behind < sentence.end && !words_.is_attached(behind) &&
           (begins_upper(words_.word(behind)) || words_.is_listed("name_particle", behind));
}

bool FullNames::is_another_person(std::size_t token,
                                  TokenSpan sentence,
                                  std::string_view person) const {
    const auto own = given_names_of(person);
    auto is_named = false;
    for (auto at = token; at > sentence.begin && is_given_name(at - 1); --at) {
        const auto given = text::fold(words_.word(at - 1));
        const auto is_own = std::any_of(own.begin(), own.end(), [&](const std::string& name) {
            return name.front() == given.front();
        });
        if (is_own) return false;
        is_named = true;
        // Given names that no list has: `Hanne Maria Wagner`.
        if (at - 1 > sentence.begin && begins_upper(words_.word(at - 2))) {
            const auto before = text::fold(words_.word(at - 2));
            if (std::find(own.begin(), own.end(), before) != own.end()) return false;
        }
    }
    return is_named;
}

bool FullNames::is_repeated(std::size_t given) {
    if (!is_read_) read_document();
    const auto terms = words_.terms();
    if (persons_.contains(terms[given + 1])) return true;
    const auto pair = pairs_.find(pair_of(terms[given], terms[given + 1]));
    return pair != pairs_.end() && pair->second > 1;
}

bool FullNames::is_alone_elsewhere(std::size_t given) {
    if (!is_read_) read_document();
    return alone_.contains(words_.terms()[given]);
}

void FullNames::read_document() {
    is_read_ = true;
    const auto terms = words_.terms();
    std::unordered_map<TermId, Beside> known;
    for (std::size_t token = 0; token + 1 < terms.size(); ++token) {
        const auto [beside, is_new] = known.emplace(terms[token], Beside::nothing);
        if (is_new) beside->second = beside_what(token);
        if (beside->second == Beside::given_name) {
            read_given_name(token);
        } else if (beside->second != Beside::nothing) {
            persons_.insert(terms[token + 1]);
        }
        if (beside->second == Beside::saying && token > 0) persons_.insert(terms[token - 1]);
    }
}

void FullNames::read_given_name(std::size_t token) {
    const auto terms = words_.terms();
    ++pairs_[pair_of(terms[token], terms[token + 1])];
    const auto is_behind_capital = token > 0 && begins_upper(words_.word(token - 1));
    if (!is_behind_capital && !begins_upper(words_.word(token + 1)) &&
        !words_.is_before_hyphen(token) && !words_.is_listed("name_particle", token + 1)) {
        alone_.insert(terms[token]);
    }
}

FullNames::Beside FullNames::beside_what(std::size_t token) const {
    if (is_saying(token)) return Beside::saying;
    if (is_title_word(words_.word(token), words_.language())) return Beside::title;
    return is_given_name(token) ? Beside::given_name : Beside::nothing;
}

}  // namespace wortfeld::entity
