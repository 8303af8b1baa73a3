#include "wortfeld/quantity/number_words.hpp"

namespace wortfeld::quantity {
namespace {

constexpr std::int32_t hundred = 100;
constexpr std::int32_t thousand = 1000;

bool is_unit(const NumberPart& part) {
    return !part.joint && part.value >= 1 && part.value <= 9;
}
bool is_teen(const NumberPart& part) {
    return !part.joint && part.value >= 10 && part.value <= 19;
}
bool is_ten(const NumberPart& part) {
    return !part.joint && part.value >= 20 && part.value < hundred;
}

/// Reads the parts from left to right; every function takes what fits and moves on.
class Reader {
  public:
    explicit Reader(std::span<const NumberPart> parts) : parts_(parts) {}

    /// The whole number, or nothing if parts are left over.
    std::optional<std::int32_t> number() {
        const auto left = below_thousand();
        std::int32_t result = left.value_or(0);
        if (takes(thousand)) {
            result = left.value_or(1) * thousand;
            const bool joined = takes_joint();
            const auto right = below_thousand();
            if (joined && !right) return std::nullopt;
            result += right.value_or(0);
        } else if (!left) {
            return std::nullopt;
        }
        if (position_ != parts_.size()) return std::nullopt;
        return result;
    }

  private:
    std::optional<std::int32_t> below_thousand() {
        const auto left = below_hundred();
        if (!takes(hundred)) return left;
        if (left && *left > 19) return std::nullopt;
        std::int32_t result = left.value_or(1) * hundred;
        const bool joined = takes_joint();
        const auto right = below_hundred();
        if (joined && !right) return std::nullopt;
        return result + right.value_or(0);
    }

    std::optional<std::int32_t> below_hundred() {
        if (position_ == parts_.size()) return std::nullopt;
        const auto& part = parts_[position_];
        const bool compound = is_unit(part) && position_ + 2 < parts_.size() &&
                              parts_[position_ + 1].joint && is_ten(parts_[position_ + 2]);
        if (compound) {
            position_ += 3;
            return part.value + parts_[position_ - 1].value;
        }
        if (!is_unit(part) && !is_teen(part) && !is_ten(part)) return std::nullopt;
        ++position_;
        return part.value;
    }

    bool takes(std::int32_t value) {
        const bool fits = position_ < parts_.size() && !parts_[position_].joint &&
                          parts_[position_].value == value;
        position_ += fits ? 1 : 0;
        return fits;
    }

    bool takes_joint() {
        const bool fits = position_ < parts_.size() && parts_[position_].joint;
        position_ += fits ? 1 : 0;
        return fits;
    }

    std::span<const NumberPart> parts_;
    std::size_t position_ = 0;
};

}  // namespace

std::optional<Decimal> evaluate_number_parts(std::span<const NumberPart> parts) {
    const auto value = Reader(parts).number();
    if (!value) return std::nullopt;
    return Decimal(*value);
}

}  // namespace wortfeld::quantity
