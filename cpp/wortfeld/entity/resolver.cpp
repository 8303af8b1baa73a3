#include "wortfeld/entity/resolver.hpp"

#include "wortfeld/entity/ambiguity.hpp"
#include "wortfeld/entity/context_filter.hpp"
#include "wortfeld/entity/noun_filter.hpp"
#include "wortfeld/entity/roles.hpp"
#include "wortfeld/entity/slots.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace wortfeld::entity {
namespace {

/// By span, then the gazetteer's order; of several aliases of one entity the first stays.
void sort_by_span(const Gazetteer& gazetteer, std::vector<Candidate>& names) {
    const auto entity = [&](const Candidate& name) { return gazetteer.alias(name.alias).entity; };
    std::sort(names.begin(), names.end(), [&](const Candidate& a, const Candidate& b) {
        return std::tuple(a.span.begin, ~a.span.end, entity(a), a.alias) <
               std::tuple(b.span.begin, ~b.span.end, entity(b), b.alias);
    });
    const auto is_repeated = [&](const Candidate& a, const Candidate& b) {
        return a.span == b.span && entity(a) == entity(b);
    };
    names.erase(std::unique(names.begin(), names.end(), is_repeated), names.end());
    for (auto first = names.begin(); first != names.end();) {
        const auto last = std::find_if(
            first, names.end(), [&](const Candidate& name) { return name.span != first->span; });
        std::sort(first, last, [](const auto& a, const auto& b) { return a.alias < b.alias; });
        first = last;
    }
}

/// One slot for each span of names and each quantity.
std::vector<Slot> slots_of(std::span<const Candidate> names,
                           std::span<const quantity::Quantity> quantities) {
    std::vector<Slot> slots;
    slots.reserve(names.size() + quantities.size());
    for (std::uint32_t at = 0; at < names.size(); ++at) {
        if (at > 0 && names[at - 1].span == names[at].span) {
            ++slots.back().last;
        } else {
            slots.push_back(
                {.span = names[at].span, .priority = names[at].alias, .first = at, .last = at + 1});
        }
    }
    for (std::uint32_t at = 0; at < quantities.size(); ++at) {
        slots.push_back({.span = quantities[at].span, .priority = at, .is_quantity = true});
    }
    return slots;
}

/// Makes mentions of the slots of one document, which come by start.
class Resolver {
  public:
    Resolver(const ResolverInput& input,
             Context& context,
             std::span<const Candidate> names,
             std::span<const Slot> slots,
             Resolution& resolution)
        : input_(input),
          context_(context),
          names_(names),
          slots_(slots),
          roles_(input),
          resolution_(resolution) {}

    void run() {
        for (const auto& slot : slots_) add(slot);
    }

  private:
    void add(const Slot& slot) {
        if (slot.is_quantity) {
            while (input_.sentences[sentence_].span.end <= slot.span.begin) ++sentence_;
            const auto quantity = input_.first_quantity + slot.priority;
            resolution_.mentions.push_back(mention_of(slot, none, quantity));
            return;
        }
        sentence_ = names_[slot.first].sentence;
        if (slot.last - slot.first == 1) {
            add_name(slot, names_[slot.first]);
        } else {
            add_ambiguous(slot);
        }
    }

    [[nodiscard]] Mention mention_of(const Slot& slot,
                                     std::uint32_t alias,
                                     std::uint32_t quantity) const {
        return {.document = input_.id,
                .sentence = static_cast<std::uint32_t>(sentence_),
                .span = slot.span,
                .alias = alias,
                .quantity = quantity,
                .level = slot.level};
    }

    void add_name(const Slot& slot, const Candidate& name) {
        auto mention = mention_of(slot, name.alias, none);
        mention.forms = name.forms;
        const auto role = input_.gazetteer.alias(name.alias).role;
        if (role == AliasRole::derived) mention.role = Role::derived;
        // The -s of a common noun is more often its plural than a genitive.
        const auto has_s = (name.forms & bit(Form::without_s)) != 0;
        if (role == AliasRole::noun && has_s) mention.forms |= bit(Form::noun);
        roles_.assign(mention, name);
        resolution_.mentions.push_back(mention);
    }

    void add_ambiguous(const Slot& slot) {
        if (!evidence_) evidence_.emplace(input_, context_, slots_, names_);
        auto readings = evidence_->readings(slot);
        for (std::size_t at = 0; at < readings.size(); ++at) {
            auto& reading = readings[at];
            reading.sentence = static_cast<std::uint32_t>(sentence_);
            resolution_.readings.push_back(reading);
            if (reading.is_chosen) {
                add_name(slot, names_[slot.first + at]);
            } else {
                ++resolution_.excluded["ambiguous"];
            }
        }
    }

    const ResolverInput& input_;
    Context& context_;
    std::span<const Candidate> names_;
    std::span<const Slot> slots_;
    Roles roles_;
    std::optional<Evidence> evidence_;  ///< worked out for the first ambiguous span
    Resolution& resolution_;
    std::size_t sentence_ = 0;
};

void drop_parts(const ResolverInput& input, std::vector<Candidate>& names, Excluded& excluded) {
    const Roles roles(input);
    const auto dropped =
        std::erase_if(names, [&](const Candidate& name) { return roles.is_part(name); });
    if (dropped > 0) excluded["compound"] += dropped;
}

}  // namespace

void resolve(const ResolverInput& input,
             std::vector<Candidate>& names,
             std::span<const quantity::Quantity> quantities,
             Resolution& resolution) {
    Context context(input);
    if (input.policies.compounds == Compounds::none) drop_parts(input, names, resolution.excluded);
    filter_nouns(input, names, resolution.excluded);
    filter_by_context(input, context, names, resolution.excluded);
    sort_by_span(input.gazetteer, names);
    const auto chosen = choose_slots(slots_of(names, quantities), input.policies);
    if (chosen.dropped > 0) resolution.excluded["overlap"] += chosen.dropped;
    Resolver(input, context, names, chosen.slots, resolution).run();
}

}  // namespace wortfeld::entity
