#include "wortfeld/analysis/nearby.hpp"

#include "wortfeld/analysis/clauses.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/parallel.hpp"
#include "wortfeld/text/fold.hpp"
#include "wortfeld/text/language.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace wortfeld::analysis {
namespace {

/// Documents that one worker takes at a time.
constexpr std::size_t documents_per_chunk = 8;
/// Mentions that are looked at on either side of an amount: more are no neighbours, and a text of
/// nothing but names takes time in proportion to its length.
constexpr std::size_t most_mentions = 1000;
/// Words between a bracket or dash and the conversion in it: "(das sind rund 3 Mrd. Euro)".
constexpr std::uint32_t most_words_in_bracket = 3;
/// The category of the language data with the words around conversions, and a value of it.
constexpr std::string_view conversion_words = "conversion";
constexpr std::string_view part_word = "part";
/// What encloses an insertion as brackets do.
constexpr std::array<std::string_view, 3> dashes{"–", "—", "-"};

constexpr std::array<std::pair<std::string_view, Scope>, 3> scopes{
    {{"clause", Scope::clause}, {"sentence", Scope::sentence}, {"paragraph", Scope::paragraph}}};

/// Where the mentions of a document lie among all.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Range range_of(std::span<const entity::Mention> all, DocumentId document) {
    const auto begin = std::partition_point(
        all.begin(), all.end(), [&](const auto& mention) { return mention.document < document; });
    const auto end = std::partition_point(
        begin, all.end(), [&](const auto& mention) { return mention.document == document; });
    return {.begin = static_cast<std::size_t>(begin - all.begin()),
            .end = static_cast<std::size_t>(end - all.begin())};
}

/// The amounts of one document after another.
class AmountFinder {
  public:
    AmountFinder(const entity::Mentions& mentions, const NearbyOptions& options)
        : mentions_(mentions), all_(mentions.all()), options_(options) {}

    void find(DocumentId document, std::vector<Amount>& amounts) {
        range_ = range_of(all_, document);
        if (range_.begin == range_.end) return;
        clauses_.divide(mentions_.indexed().corpus.document(document),
                        all_.subspan(range_.begin, range_.end - range_.begin));
        tokens_.clear();
        for (auto i = range_.begin; i < range_.end; ++i) {
            tokens_.push_back(clauses_.tokens_of(all_[i].span));
        }
        const auto first = amounts.size();
        std::optional<std::size_t> later;
        for (auto i = range_.begin; i < range_.end; ++i) {
            if (i == range_.begin || part_of(i) != part_of(i - 1)) later = later_date_from(i);
            if (!is_amount(i)) continue;
            if (amounts.size() > first && is_conversion(amounts.back(), i)) {
                amounts.back().conversions.push_back(i);
                continue;
            }
            amounts.push_back({.mention = i,
                               .conversions = {},
                               .later_date = later,
                               .clause = clauses_.span_of(tokens_of(i).begin),
                               .names = names_near(i)});
        }
    }

  private:
    [[nodiscard]] TokenSpan tokens_of(std::size_t mention) const {
        return tokens_[mention - range_.begin];
    }
    [[nodiscard]] std::uint32_t part_of(std::size_t mention) const {
        return clauses_.part_of(tokens_of(mention).begin);
    }
    [[nodiscard]] const text::Sentence& sentence_of(std::size_t mention) const {
        return clauses_.sentences()[all_[mention].sentence];
    }
    [[nodiscard]] bool is_in_zones(std::size_t mention) const {
        return options_.zones.contains(sentence_of(mention).zone);
    }
    [[nodiscard]] bool is_amount(std::size_t i) const {
        if (all_[i].quantity == entity::none || all_[i].level > 0 || !is_in_zones(i)) return false;
        const auto& kinds = options_.kinds;
        return kinds.empty() ||
               std::find(kinds.begin(), kinds.end(), mentions_.kind(all_[i])) != kinds.end();
    }

    /// The first date behind the reference date in the part of a sentence that begins with that
    /// mention.
    [[nodiscard]] std::optional<std::size_t> later_date_from(std::size_t first) const {
        const auto& today = mentions_.reference_dates()[number(all_[first].document)].day;
        if (!today) return std::nullopt;
        for (auto i = first; i < range_.end && part_of(i) == part_of(first); ++i) {
            if (all_[i].quantity == entity::none) continue;
            const auto& read = mentions_.quantity(all_[i]);
            if (read.date_first && *read.date_first > *today) return i;
        }
        return std::nullopt;
    }

    /// Whether mention `i` says an amount again in another unit: in brackets, or behind
    /// "umgerechnet".
    [[nodiscard]] bool is_conversion(const Amount& amount, std::size_t i) const {
        const auto last = amount.conversions.empty() ? amount.mention : amount.conversions.back();
        if (last + 1 != i || all_[last].sentence != all_[i].sentence) return false;
        const auto& said = mentions_.quantity(all_[amount.mention]);
        const auto& again = mentions_.quantity(all_[i]);
        if (said.kind != again.kind || said.kind == quantity::QuantityKind::date) return false;
        if (said.unit.empty() || again.unit.empty() || said.unit == again.unit) return false;
        const auto opening = tokens_of(last).end;
        const auto begin = tokens_of(i).begin;
        if (opening >= begin || begin - opening > 1 + most_words_in_bracket) return false;
        const auto mark = token_text(opening);
        const bool bracket = mark == "(" || mark == "[" || is_between_dashes(mark, i);
        const bool further = !amount.conversions.empty() && mark == ",";
        return says_again({opening, begin}, bracket || further);
    }
    /// Whether that mark is a dash, and another one stands right behind mention `i`.
    [[nodiscard]] bool is_between_dashes(std::string_view mark, std::size_t i) const {
        const auto closing = tokens_of(i).end;
        const bool is_dash = std::find(dashes.begin(), dashes.end(), mark) != dashes.end();
        return is_dash && closing < sentence_of(i).tokens.end && token_text(closing) == mark;
    }
    /// Whether the words between two amounts let the second be a conversion of the first: none that
    /// makes it a part ("davon"), and outside of brackets one that says so.
    [[nodiscard]] bool says_again(TokenSpan between, bool in_brackets) const {
        const auto document = mentions_.indexed().corpus.document(all_[range_.begin].document);
        const auto& language = text::language(document.language());
        bool said = in_brackets;
        for (auto token = between.begin; token < between.end; ++token) {
            const auto* row = language.find(conversion_words, text::fold(token_text(token)));
            if (row != nullptr && row->value == part_word) return false;
            said = said || row != nullptr;
        }
        return said;
    }
    [[nodiscard]] std::string_view token_text(std::uint32_t token) const {
        const auto document = mentions_.indexed().corpus.document(all_[range_.begin].document);
        return slice(document.text(), clauses_.tokens()[token].span);
    }

    [[nodiscard]] std::vector<NearbyName> names_near(std::size_t amount) const {
        std::vector<NearbyName> names;
        const auto stop = amount > most_mentions ? amount - most_mentions : 0;
        for (auto i = amount; i > std::max(range_.begin, stop); --i) {
            if (!add_name(amount, i - 1, names)) break;
        }
        for (auto i = amount + 1; i < std::min(range_.end, amount + 1 + most_mentions); ++i) {
            if (!add_name(amount, i, names)) break;
        }
        const auto rank = [](const NearbyName& name) {
            return std::tuple(name.scope, name.distance, name.mention);
        };
        std::sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
            return rank(a) < rank(b);
        });
        keep_nearest(names);
        return names;
    }

    /// Adds a name if it is near; false if neither it nor one beyond it can be.
    bool add_name(std::size_t amount, std::size_t i, std::vector<NearbyName>& names) const {
        const auto scope = scope_of(amount, i);
        const auto [first, second] = std::minmax(amount, i);
        const auto distance = clauses_.distance(tokens_of(first), tokens_of(second));
        if (!scope || distance > options_.reach) return false;
        const auto is_name = all_[i].alias != entity::none && all_[i].level == 0;
        if (is_name && *scope <= options_.within && is_in_zones(i)) {
            names.push_back({.mention = i, .scope = *scope, .distance = distance});
        }
        return true;
    }
    [[nodiscard]] std::optional<Scope> scope_of(std::size_t amount, std::size_t i) const {
        if (sentence_of(amount).paragraph != sentence_of(i).paragraph) return std::nullopt;
        if (all_[amount].sentence != all_[i].sentence) return Scope::paragraph;
        const auto same =
            clauses_.clause_of(tokens_of(amount).begin) == clauses_.clause_of(tokens_of(i).begin);
        return same ? Scope::clause : Scope::sentence;
    }

    /// Of the mentions of an entity the first stays, and as many as were asked for.
    void keep_nearest(std::vector<NearbyName>& names) const {
        std::vector<EntityId> seen;
        std::erase_if(names, [&](const NearbyName& name) {
            if (options_.top && seen.size() >= *options_.top) return true;
            const auto entity = *mentions_.entity(all_[name.mention]);
            if (std::find(seen.begin(), seen.end(), entity) != seen.end()) return true;
            seen.push_back(entity);
            return false;
        });
    }

    const entity::Mentions& mentions_;
    std::span<const entity::Mention> all_;
    const NearbyOptions& options_;
    Clauses clauses_;
    Range range_;
    std::vector<TokenSpan> tokens_;  ///< of the mentions of the document
};

}  // namespace

std::string_view name_of(Scope scope) noexcept {
    return scopes.at(static_cast<std::size_t>(scope)).first;
}

Scope scope_named(std::string_view name) {
    for (const auto& [known, scope] : scopes) {
        if (known == name) return scope;
    }
    throw Error(
        ErrorKind::bad_argument,
        "within must be 'clause', 'sentence' or 'paragraph', not '" + std::string(name) + "'");
}

std::vector<Amount> find_nearby(const entity::Mentions& mentions,
                                const NearbyOptions& options,
                                Job& job) {
    entity::require_kinds(mentions, options.kinds);
    using Amounts = std::vector<Amount>;
    return parallel_reduce(
        job,
        Chunks{.size = mentions.indexed().corpus.documents().size(),
               .chunk_size = documents_per_chunk},
        Amounts{},
        [&](std::size_t begin, std::size_t end, Amounts& amounts) {
            AmountFinder finder(mentions, options);
            for (auto d = begin; d < end; ++d) finder.find(id_at<DocumentId>(d), amounts);
        },
        [](Amounts& all, Amounts&& part) {
            std::move(part.begin(), part.end(), std::back_inserter(all));
        });
}

}  // namespace wortfeld::analysis
