#include "wortfeld/entity/overlap.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace wortfeld::entity {
namespace {

/// Takes mentions one after the other, by document, start and length.
class Overlaps {
  public:
    Overlaps(std::span<const Mention> mentions, std::optional<std::size_t> first_count)
        : mentions_(mentions), first_count_(first_count) {}

    /// Whether a mention stays beside those that were taken.
    bool take(std::size_t i) {
        auto& last = mentions_[i].level == 0 ? last_top_ : last_nested_;
        if (last && !stays_beside(*last, i)) return false;
        last = i;
        return true;
    }

  private:
    [[nodiscard]] bool stays_beside(std::size_t last, std::size_t i) const {
        const auto& before = mentions_[last];
        const auto& next = mentions_[i];
        if (before.document != next.document) return true;
        if (before.span == next.span) {
            return first_count_ && (last < *first_count_) == (i < *first_count_);
        }
        return next.level > 0 || next.span.begin >= before.span.end;
    }

    std::span<const Mention> mentions_;
    std::optional<std::size_t> first_count_;
    std::optional<std::size_t> last_top_;
    std::optional<std::size_t> last_nested_;
};

}  // namespace

std::vector<std::size_t> leftmost_longest(std::span<const Mention> mentions,
                                          std::optional<std::size_t> first_count) {
    std::vector<std::size_t> order(mentions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        const auto& mention = mentions[i];
        return std::tuple(mention.document, mention.span.begin, ~mention.span.end, mention.level);
    };
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    Overlaps overlaps(mentions, first_count);
    std::erase_if(order, [&](std::size_t i) { return !overlaps.take(i); });
    return order;
}

}  // namespace wortfeld::entity
