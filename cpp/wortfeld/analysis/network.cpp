#include "wortfeld/analysis/network.hpp"

#include "wortfeld/analysis/mention_items.hpp"
#include "wortfeld/analysis/network_builder.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/suggest.hpp"
#include "wortfeld/corpus/words.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace wortfeld::analysis {
namespace {

/// The kind that terms have as nodes, beside the kinds of entities.
constexpr std::string_view term_kind = "term";

/// The values of the layer that become nodes.
std::vector<bool> selected_values(const corpus::Layer& layer,
                                  const TermNetworkOptions& options,
                                  const TermCounts& counts) {
    std::vector<bool> selected(layer.values.size());
    if (options.terms.empty()) {
        for (std::size_t value = 0; value < selected.size(); ++value) {
            selected[value] = counts.count[value] >= std::max<std::uint64_t>(1, options.min_count);
        }
        return selected;
    }
    std::vector<std::string_view> names;
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t value = 0; value < layer.values.size(); ++value) {
        if (counts.count[value] == 0) continue;
        names.push_back(layer.values.text(id_at<ValueId>(value)));
        known.emplace(names.back(), value);
    }
    for (const auto& term : options.terms) {
        const auto found = known.find(term);
        if (found == known.end()) throw unknown_name("term", term, names);
        selected[found->second] = true;
    }
    return selected;
}

}  // namespace

UnitKind unit_named(std::string_view name) {
    constexpr std::array names{std::pair{std::string_view("sentence"), UnitKind::sentence},
                               std::pair{std::string_view("paragraph"), UnitKind::paragraph},
                               std::pair{std::string_view("document"), UnitKind::document}};
    for (const auto& [known, kind] : names) {
        if (known == name) return kind;
    }
    throw Error(
        ErrorKind::bad_argument,
        "context must be 'sentence', 'paragraph' or 'document', not '" + std::string(name) + "'");
}

std::size_t Network::find(std::string_view name, std::string_view kind) const {
    const auto [first, last] =
        std::equal_range(items_.begin(),
                         items_.end(),
                         Item{std::string(name), "", ""},
                         [](const auto& a, const auto& b) { return a.name < b.name; });
    const auto is_meant = [&](const Item& item) { return kind.empty() || item.kind == kind; };
    const auto found = std::find_if(first, last, is_meant);
    if (found == last) {
        std::vector<std::string_view> known;
        for (const auto& item : items_) known.push_back(item.name);
        throw unknown_name("item", name, known);
    }
    if (const auto meant = std::count_if(first, last, is_meant); meant > 1) {
        throw Error(ErrorKind::bad_argument,
                    "'" + std::string(name) + "' is the name of " + std::to_string(meant) +
                        " items; add the kind, (name, kind), or give them unlike names");
    }
    return static_cast<std::size_t>(found - items_.begin());
}

stats::Contingency Network::contingency(std::size_t a, std::size_t b) const {
    if (a == b) {
        throw Error(ErrorKind::bad_argument,
                    "'" + items_[a].name + "' does not pair with itself; name two items");
    }
    const auto row = cells(std::min(a, b));
    const auto cell = std::lower_bound(
        row.begin(), row.end(), std::max(a, b), [](const Cell& known, std::size_t item) {
            return known.b < item;
        });
    const auto met = cell != row.end() && cell->b == std::max(a, b);
    const auto signed_size = [](std::size_t size) { return static_cast<std::int64_t>(size); };
    // Where only one of the two is meant, nobody knows which: such a unit says nothing of them.
    const auto undecided = apart(a, b).size();
    return stats::contingency_from_marginals(met ? cell->count : 0,
                                             signed_size(units_of(a).size() - undecided),
                                             signed_size(units_of(b).size() - undecided),
                                             signed_size(units_.size() - undecided));
}

std::span<const Occurrence> Network::occurrences_in(std::size_t item, std::uint32_t unit) const {
    const auto& all = occurrences_[item];
    const auto is_before = [](const Occurrence& occurrence, std::uint32_t value) {
        return occurrence.unit < value;
    };
    const auto first = std::lower_bound(all.begin(), all.end(), unit, is_before);
    const auto last = std::lower_bound(first, all.end(), unit + 1, is_before);
    return {first, last};
}

std::span<const Apart> Network::apart(std::size_t a, std::size_t b) const {
    const auto [low, high] = std::minmax(a, b);
    Apart bound{.a = static_cast<std::uint32_t>(low), .b = static_cast<std::uint32_t>(high)};
    const auto first = std::lower_bound(apart_.begin(), apart_.end(), bound);
    bound.unit = std::numeric_limits<std::uint32_t>::max();
    return {first, std::upper_bound(first, apart_.end(), bound)};
}

bool Network::meet(std::size_t a, std::size_t b, std::uint32_t unit) const {
    if (apart_.empty()) return true;
    const auto [low, high] = std::minmax(a, b);
    return !std::binary_search(apart_.begin(),
                               apart_.end(),
                               Apart{.a = static_cast<std::uint32_t>(low),
                                     .b = static_cast<std::uint32_t>(high),
                                     .unit = unit});
}

Network count_entities_together(const entity::Mentions& mentions,
                                const EntityNetworkOptions& options,
                                Job& job) {
    entity::require_kinds(mentions, options.kinds);
    NetworkBuilder builder(mentions.indexed_pointer(), options.unit, options.zones);
    std::map<Item, std::size_t> known;
    for (const auto& mention : mentions.all()) {
        if (mention.level > 0 && !options.nested) continue;
        if (!is_wanted(mentions, mention, options.kinds)) continue;
        const auto unit = builder.unit_of(mention.document, mention.sentence);
        const auto item = item_of(mentions, mention);
        if (!unit || !item) continue;
        auto found = known.find(*item);
        if (found == known.end()) found = known.emplace(*item, builder.add_item(*item)).first;
        builder.add_occurrence(found->second, {.unit = *unit, .span = mention.span});
    }
    return std::move(builder).finish(job);
}

TermNetwork count_terms_together(const std::shared_ptr<const index::IndexedCorpus>& indexed,
                                 const corpus::Layer& layer,
                                 const TermNetworkOptions& options,
                                 Job& job) {
    const auto& corpus = indexed->corpus;
    const CountedValues values(corpus, layer, options.filter);
    auto counts = count_terms(values, options.zones, job);
    const auto selected = selected_values(layer, options, counts);
    NetworkBuilder builder(indexed, options.unit, options.zones);
    constexpr std::size_t no_item = ~std::size_t{0};
    std::vector<std::size_t> item_of_value(layer.values.size(), no_item);
    corpus::DecodedDocument decoded;
    for (std::size_t d = 0; d < corpus.documents().size(); ++d) {
        const auto id = id_at<DocumentId>(d);
        const auto document = corpus.document(id);
        const auto terms = document.terms();
        const auto value_of_term = values.in(id);
        decoded.decode(document);
        const auto take = [&](std::uint32_t sentence, std::uint32_t token) {
            const auto value = value_of_term[number(terms[token])];
            if (value == no_id<ValueId> || !selected[number(value)]) return;
            auto& item = item_of_value[number(value)];
            if (item == no_item) {
                const auto name = layer.values.text(value);
                item = builder.add_item(
                    {.name = std::string(name), .kind = std::string(term_kind), .id = {}});
            }
            const auto unit = builder.unit_of(id, sentence);
            builder.add_occurrence(item, {.unit = *unit, .span = decoded.tokens[token].span});
        };
        corpus::for_each_token(document, options.zones, take);
    }
    return {.network = std::move(builder).finish(job), .excluded = std::move(counts.excluded)};
}

}  // namespace wortfeld::analysis
