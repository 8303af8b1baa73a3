#include "wortfeld/entity/gazetteer_rows.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/token.hpp"

#include <algorithm>
#include <array>

namespace wortfeld::entity {
namespace {

constexpr std::size_t longest_alias = 1000;  ///< code points
constexpr std::array<std::string_view, 4> quantity_kinds{"money", "percent", "number", "date"};

std::string_view trimmed(std::string_view text) {
    const auto begin = std::min(text.find_first_not_of(' '), text.size());
    return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

/// The parts of a list between vertical bars, without the empty ones.
std::vector<std::string_view> listed(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find('|'), list.size());
        if (const auto part = trimmed(list.substr(0, end)); !part.empty()) parts.push_back(part);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

/// What is looked for token by token has to be one.
bool is_one_token(std::string_view word) {
    std::vector<text::Token> tokens;
    text::segment_words(word, tokens);
    return tokens.size() == 1 && tokens.front().span.size() == word.size();
}

}  // namespace

GazetteerRows::GazetteerRows(const Columns& rows, const std::string& source)
    : entity_(rows.column("entity")),
      kind_(rows.column("kind")),
      alias_(rows.column("alias")),
      id_(rows.column("id")),
      case_(rows.column("case")),
      needs_(rows.column("needs")),
      excludes_(rows.column("excludes")),
      language_(rows.column("language")),
      role_(rows.column("role")),
      number_(rows.column("row")),
      numbers_(number_.int64s()),
      source_(source) {}

GazetteerRow GazetteerRows::at(std::size_t row) const {
    return {.entity = entity_.text(row),
            .kind = kind_.text(row),
            .alias = alias_.text(row),
            .id = id_.text(row),
            .case_policy = case_.text(row),
            .needs = needs_.text(row),
            .excludes = excludes_.text(row),
            .language = language_.text(row),
            .role = role_.text(row),
            .number = static_cast<std::uint64_t>(numbers_[row])};
}

void GazetteerRows::refuse(const GazetteerRow& row, const std::string& what) const {
    throw Error(ErrorKind::bad_input,
                source_ + ", row " + std::to_string(row.number) + ": " + what,
                {.source = source_, .line = row.number});
}

void GazetteerRows::check(const GazetteerRow& row) const {
    if (row.entity.empty()) refuse(row, "the entity is empty");
    if (row.kind.empty()) {
        refuse(row,
               "the kind of '" + std::string(row.entity) +
                   "' is empty; write person, organisation, product, place, event or another word");
    }
    if (row.alias.empty()) {
        refuse(row, "the alias of '" + std::string(row.entity) + "' is empty");
    }
    // Only a longer text can have more characters than that.
    const auto size = row.alias.size() > longest_alias ? utf8::length(row.alias) : 0;
    if (size > longest_alias) {
        refuse(row,
               "an alias of '" + std::string(row.entity) + "' has " + std::to_string(size) +
                   " characters; at most " + std::to_string(longest_alias) + " are allowed");
    }
    if (std::find(quantity_kinds.begin(), quantity_kinds.end(), row.kind) != quantity_kinds.end()) {
        refuse(row, "the kind '" + std::string(row.kind) + "' is kept for quantities");
    }
    if (!row.language.empty() && !text::is_well_formed_code(row.language)) {
        refuse(row, "'" + std::string(row.language) + "' is no language code");
    }
}

CasePolicy GazetteerRows::case_of(const GazetteerRow& row) const {
    if (row.case_policy.empty() || row.case_policy == "auto") {
        // That a common noun is a common word is no reason to mistrust it.
        if (row.role == "noun") return CasePolicy::fold;
        return automatic_case_.of(row.alias, row.language);
    }
    if (row.case_policy == "exact") return CasePolicy::exact;
    if (row.case_policy == "fold") return CasePolicy::fold;
    refuse(row, "case must be auto, exact or fold, not '" + std::string(row.case_policy) + "'");
}

CaseOrigin GazetteerRows::case_origin_of(const GazetteerRow& row) const {
    if (!row.case_policy.empty() && row.case_policy != "auto") return CaseOrigin::given;
    const auto is_common =
        row.role != "noun" && automatic_case_.is_common_word(row.alias, row.language);
    return is_common ? CaseOrigin::common_word : CaseOrigin::rule;
}

AliasRole GazetteerRows::role_of(const GazetteerRow& row) const {
    if (row.role.empty()) return AliasRole::name;
    if (row.role == "derived") return AliasRole::derived;
    if (row.role == "noun") return AliasRole::noun;
    refuse(row, "role must be 'derived', 'noun' or empty, not '" + std::string(row.role) + "'");
}

std::vector<std::string> GazetteerRows::words_of(const GazetteerRow& row,
                                                 std::string_view list) const {
    std::vector<std::string> words;
    for (const auto word : listed(list)) {
        if (word == full_form) {
            refuse(row, "'full_form' stands alone in needs, and in no other list");
        }
        if (!is_one_token(word)) {
            // Names of several words cannot be looked for token by token.
            refuse(row,
                   "'" + std::string(word) +
                       "' in needs or excludes is not one word; separate words by '|'");
        }
        words.push_back(text::fold(word));
    }
    return words;
}

}  // namespace wortfeld::entity
