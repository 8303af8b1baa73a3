#include "wortfeld/entity/noun_filter.hpp"

#include "wortfeld/base/utf8.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/word_shape.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"
#include "wortfeld/text/script.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace wortfeld::entity {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_adjectives = 2;    ///< between a determiner and its noun
constexpr std::size_t longest_reference = 3;  ///< digits: `Bild 2`, but `Meta 2025`
constexpr std::string_view marks_behind_reference = ".,;:!?)]";
constexpr std::array definite_articles{"der"sv, "die"sv, "das"sv, "den"sv, "dem"sv, "des"sv};

/// Where names end; few texts ask.
class NameEnds {
  public:
    explicit NameEnds(const std::vector<Candidate>& names) : names_(names) {}

    [[nodiscard]] bool contain(std::uint32_t end) {
        if (ends_.empty()) {
            for (const auto& name : names_) ends_.insert(name.span.end);
        }
        return ends_.contains(end);
    }

  private:
    const std::vector<Candidate>& names_;
    std::unordered_set<std::uint32_t> ends_;
};

/// In which tokens names begin and end; few texts ask.
class NameTokens {
  public:
    explicit NameTokens(const std::vector<Candidate>& names) : names_(names) {}

    [[nodiscard]] bool contain(std::size_t token) {
        if (tokens_.empty()) {
            for (const auto& name : names_) tokens_.insert({name.token, name.last_token});
        }
        return tokens_.contains(token);
    }

  private:
    const std::vector<Candidate>& names_;
    std::unordered_set<std::size_t> tokens_;
};

/// Looks around the names of one document.
class Surroundings {
  public:
    explicit Surroundings(const ResolverInput& input)
        : input_(input),
          document_(input.corpus.document(input.id)),
          terms_(document_.terms()),
          language_(text::language(document_.language())) {}

    [[nodiscard]] bool is_german() const { return language_.code() == "de"; }

    [[nodiscard]] bool is_common_noun(const Candidate& name) const {
        const auto& alias = input_.gazetteer.alias(name.alias);
        if (alias.is_common == 0 || !is_common(input_.gazetteer.text(name.alias))) {
            return false;
        }
        if (is_referred_to(name) || is_month(name) || is_in_compound(name)) return true;
        // In `ein Bild-Reporter` the article is the reporter's.
        if (is_before_hyphen(name)) return false;
        const auto sentence = document_.sentence_tokens(name.sentence).begin;
        auto at = name.token;
        for (std::size_t adjectives = 0; at > sentence; ++adjectives) {
            const auto before = text::fold(word(--at));
            if (language_.find("noun_determiner", before) != nullptr) return true;
            if (adjectives == 0 && is_definite(before)) return is_person(alias);
            if (!is_adjective(word(at))) return false;
            if (adjectives == most_adjectives || is_person(alias)) return is_person(alias);
        }
        return false;
    }

    /// Whether it ends a hyphenated word that neither a name of `names` nor a prefix begins.
    [[nodiscard]] bool is_in_double_name(const Candidate& name, NameEnds& names) const {
        if (name.token < 2 || !is_attached(name.token) || !is_hyphen(word(name.token - 1)) ||
            !is_attached(name.token - 1) || is_before_hyphen(name)) {
            return false;
        }
        if (!name.begins_token || !text::is_word(kind(name.token - 2))) return false;
        // The hyphen stands between both without a space.
        const auto hyphen = static_cast<std::uint32_t>(word(name.token - 1).size());
        const auto end_before = name.span.begin - hyphen;
        const auto written = word(name.token - 2);
        const auto folded = text::fold(written);
        return begins_upper(written) && language_.find("name_prefix", folded) == nullptr &&
               !names.contain(end_before);
    }

    [[nodiscard]] bool is_in_full_name(const Candidate& name, NameTokens& names) const {
        const auto& alias = input_.gazetteer.alias(name.alias);
        if (name.token != name.last_token || !is_person(alias) ||
            !is_given_name(input_.gazetteer.text(name.alias))) {
            return false;
        }
        const auto tokens = document_.sentence_tokens(name.sentence);
        if (name.token > tokens.begin && !is_attached(name.token) &&
            is_given_name(word(name.token - 1)) && !names.contain(name.token - 1)) {
            return true;
        }
        // `Peters Haus` is a house, `Peter Saunders` is another.
        if ((name.forms & bit(Form::without_s)) != 0) return false;
        const std::size_t next = name.last_token + 1;
        if (next >= tokens.end || is_attached(next) || !begins_upper(word(next))) return false;
        // `als Peter Kanzler wurde`, `die Anna Hoffnung gab`, `Berta Anna`: each stands alone.
        return !is_common(word(next)) && !word_shape(word(next)).is_noun && !names.contain(next);
    }

  private:
    [[nodiscard]] bool is_common(std::string_view written) const {
        return language_.find("common_word", text::fold(written)) != nullptr;
    }
    [[nodiscard]] bool is_given_name(std::string_view written) const {
        return language_.find("given_name", text::fold(written)) != nullptr;
    }
    [[nodiscard]] std::string_view word(std::size_t token) const {
        return input_.corpus.vocabulary().text(terms_[token]);
    }
    [[nodiscard]] text::TokenKind kind(std::size_t token) const {
        return input_.corpus.kind(terms_[token]);
    }
    [[nodiscard]] bool is_attached(std::size_t token) const {
        return document_.is_attached(static_cast<std::uint32_t>(token));
    }
    [[nodiscard]] bool is_before_hyphen(const Candidate& name) const {
        const std::size_t next = name.last_token + 1;
        return next < terms_.size() && is_attached(next) && is_hyphen(word(next));
    }
    [[nodiscard]] bool is_referred_to(const Candidate& name) const {
        const std::size_t next = name.last_token + 1;
        const std::size_t end = document_.sentence_tokens(name.sentence).end;
        if (next >= end || is_attached(next) || kind(next) != text::TokenKind::number ||
            word(next).size() > longest_reference) {
            return false;
        }
        // `Linde 3 Prozent` and `Bahn 20 %` are names before amounts.
        if (next + 1 >= end) return true;
        const auto behind = word(next + 1);
        return behind.size() == 1 && marks_behind_reference.find(behind) != std::string_view::npos;
    }
    /// `S-Bahn-Tunnel`, `Mini-Kamera`, `Schwarz-Rot-Gold`.
    [[nodiscard]] bool is_in_compound(const Candidate& name) const {
        const auto is_behind_hyphen =
            name.token > 0 && is_attached(name.token) && is_hyphen(word(name.token - 1));
        if (is_behind_hyphen) return true;
        const auto& alias = input_.gazetteer.alias(name.alias);
        const auto is_prefix =
            language_.find("name_prefix", text::fold(word(name.token))) != nullptr;
        return is_before_hyphen(name) && (is_prefix || is_person(alias));
    }
    /// `im März`, `am 3. März`; not `Josef März`.
    [[nodiscard]] bool is_month(const Candidate& name) const {
        if (language_.find("month", text::fold(word(name.token))) == nullptr) return false;
        if (name.token == document_.sentence_tokens(name.sentence).begin) return true;
        const auto before = word(name.token - 1);
        return !begins_upper(before) || is_common(before);
    }
    [[nodiscard]] bool is_person(const Alias& alias) const {
        return input_.gazetteer.entity(alias.entity).kind == "person";
    }
    static bool is_definite(std::string_view folded) {
        return std::find(definite_articles.begin(), definite_articles.end(), folded) !=
               definite_articles.end();
    }
    static bool begins_upper(std::string_view written) {
        std::size_t position = 0;
        return text::is_upper_case(utf8::next(written, position));
    }
    static bool is_adjective(std::string_view written) {
        return !begins_upper(written) && ends_as_adjective(written);
    }

    const ResolverInput& input_;
    corpus::Document document_;
    std::span<const TermId> terms_;
    const text::Language& language_;
};

}  // namespace

void filter_nouns(const ResolverInput& input, std::vector<Candidate>& names, Excluded& excluded) {
    if (names.empty()) return;
    const Surroundings surroundings(input);
    if (!surroundings.is_german()) return;
    const auto count = [&](std::string_view reason, std::size_t dropped) {
        if (dropped > 0) excluded[std::string(reason)] += dropped;
    };
    count("common_noun", std::erase_if(names, [&](const Candidate& name) {
              return surroundings.is_common_noun(name);
          }));
    // Taken down first: a name that is dropped is still one to its neighbour.
    std::vector<Candidate> kept;
    kept.reserve(names.size());
    NameTokens tokens(names);
    for (const auto& name : names) {
        if (!surroundings.is_in_full_name(name, tokens)) kept.push_back(name);
    }
    count("given_name", names.size() - kept.size());
    names.swap(kept);
    kept.clear();
    NameEnds ends(names);
    for (const auto& name : names) {
        if (!surroundings.is_in_double_name(name, ends)) kept.push_back(name);
    }
    count("double_name", names.size() - kept.size());
    names = std::move(kept);
}

}  // namespace wortfeld::entity
