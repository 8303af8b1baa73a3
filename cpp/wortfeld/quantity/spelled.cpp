#include "wortfeld/quantity/spelled.hpp"

#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr std::int32_t ten = 10;
constexpr std::int32_t hundred = 100;
constexpr std::int32_t thousand = 1000;
constexpr std::string_view score = "score";        // soixante: up to nineteen add to it
constexpr std::string_view counting = "counting";  // cent un: the article is a number there
constexpr std::string_view alone = "alone";        // mille: a thousand without a number before it

/// What a small number word spells, if it is an integer below a hundred.
std::optional<std::int32_t> small_word(const Line& line, std::size_t position) {
    const auto& lexeme = line[position];
    if (!lexeme.number || lexeme.tail != nullptr) return std::nullopt;
    const auto value = lexeme.number->small_integer();
    if (!value || *value >= hundred) return std::nullopt;
    return value;
}

/// A number below a hundred and its end: "twenty-five", "twenty five", "seven".
struct Small {
    std::size_t end = 0;
    std::int32_t value = 0;
    bool is_score = false;  ///< eleven to nineteen add to it as well: soixante-douze
};

std::size_t after_tight_hyphen(const Line& line, std::size_t position) {
    return line.is_tight_hyphen(position) ? position + 1 : position;
}

/// One word, or several with a row of their own: "quatre-vingt".
std::optional<Small> read_row(const Line& line, std::size_t position) {
    const auto row = line.starting(position, Category::number);
    if (row && row.length > 1) {
        return Small{.end = position + row.length,
                     .value = row.sense->number,
                     .is_score = row.sense->value.ends_with(score)};
    }
    const auto value = small_word(line, position);
    if (!value) return std::nullopt;
    return Small{
        .end = position + 1, .value = *value, .is_score = row && row.sense->value.ends_with(score)};
}

/// What is added to other words of a number: there an article may count one, "cent un".
std::optional<Small> read_added(const Line& line, std::size_t position) {
    const auto* article = line.sense(position, Category::article);
    if (article != nullptr && article->value.ends_with(counting)) {
        return Small{.end = position + 1, .value = 1};
    }
    return read_row(line, position);
}

/// What is added to a multiple of ten: "twenty-five", "vingt et un", "soixante-dix".
void add_unit(const Line& line, Small& tens) {
    auto at = after_tight_hyphen(line, tens.end);
    if (line.is(at, Category::number_joint)) at = after_tight_hyphen(line, at + 1);
    const auto unit = read_added(line, at);
    const auto limit = tens.is_score ? 2 * ten : ten;
    if (!unit || unit->value <= 0 || unit->value >= limit) return;
    tens = {.end = unit->end, .value = tens.value + unit->value};
}

std::optional<Small> below_hundred(const Line& line, std::size_t position) {
    auto small = read_row(line, position);
    if (small && small->value >= 2 * ten && small->value % ten == 0) add_unit(line, *small);
    return small;
}

/// Reads from left to right: groups below a thousand, each with its magnitude, smaller ones later.
class Reader {
  public:
    Reader(const Line& line, std::size_t begin) : line_(&line), at_(begin) {}

    std::optional<Spelled> read() {
        while (takes_small() || takes_magnitude() || takes_joint()) {
        }
        if (!started_) return std::nullopt;
        result_.end = at_;
        if (!finish()) return std::nullopt;
        return result_;
    }

    void start_with_article() {
        group_ = 1;
        ++at_;
        result_.article = true;
    }

  private:
    bool takes_small() {
        // "two five" are two numbers; behind a hundred what is below a hundred adds up.
        if (group_ && (*group_ < hundred || *group_ % hundred != 0)) return false;
        auto small = below_hundred(*line_, at_);
        if (!small && started_) small = read_added(*line_, at_);
        if (!small || (started_ && small->value == 0)) return false;
        group_ = group_.value_or(0) + small->value;
        at_ = small->end;
        started_ = true;
        return true;
    }

    bool takes_magnitude() {
        const auto at = line_->is_tight_hyphen(at_) ? at_ + 1 : at_;
        const auto* magnitude = line_->sense(at, Category::magnitude);
        if (magnitude == nullptr) return false;
        const auto& value = magnitude->amount;
        const bool counts_one =
            magnitude->value.ends_with(alone) && !group_ && (!has_smallest_ || value < smallest_);
        if (counts_one) group_ = 1;
        if (value < Decimal(thousand) && value.is_integer()) return takes_hundred(*magnitude, at);
        if (!group_) return multiplies(value, at);
        if (has_smallest_ && !(value < smallest_)) return false;
        const auto part = Decimal(*group_).times(value);
        const auto sum = part ? total_.plus(*part) : std::nullopt;
        if (!sum) return false;
        result_.coefficient = Decimal(*group_);
        total_ = *sum;
        group_.reset();
        return took(value, at);
    }

    /// "hundred", "dozen", "score": of a number below a hundred.
    bool takes_hundred(const Sense& magnitude, std::size_t at) {
        if (!group_ || *group_ == 0 || *group_ >= hundred) return false;
        result_.coefficient = Decimal(*group_);
        *group_ *= magnitude.number;
        result_.scale = magnitude.amount;
        result_.scaled = true;
        at_ = at + 1;
        started_ = true;
        return true;
    }

    /// "a hundred thousand million": a magnitude right behind another one.
    bool multiplies(const Decimal& value, std::size_t at) {
        if (!has_smallest_ || value < smallest_) return false;
        const auto product = total_.times(value);
        if (!product) return false;
        total_ = *product;
        return took(value, at);
    }

    bool took(const Decimal& value, std::size_t at) {
        smallest_ = value;
        has_smallest_ = true;
        result_.scale = value;
        result_.scaled = true;
        at_ = at + 1;
        started_ = true;
        return true;
    }

    /// The "and" of "two hundred and five": a number below a hundred stands behind it.
    bool takes_joint() {
        const bool behind_hundred = group_ && *group_ >= hundred && *group_ % hundred == 0;
        const bool behind_thousand = !group_ && has_smallest_ && total_.is_integer();
        if (!started_ || !(behind_hundred || behind_thousand)) return false;
        if (!line_->is(at_, Category::conjunction) || !is_plain_and(at_)) return false;
        const auto small = below_hundred(*line_, at_ + 1);
        if (!small || small->value == 0 || is_numerator(*small)) return false;
        const auto* next = line_->sense(small->end, Category::magnitude);
        if (next != nullptr && behind_thousand && !is_last_hundred(*next, small->end)) return false;
        if (next != nullptr && behind_hundred && next->amount < Decimal(thousand)) return false;
        group_ = group_.value_or(0) + small->value;
        at_ = small->end;
        return true;
    }

    /// The "three" of "two million and three quarters".
    [[nodiscard]] bool is_numerator(const Small& small) const {
        const auto* name = line_->sense(line_->after_hyphen(small.end), Category::fraction);
        return name != nullptr && small.value < name->number && !name->value.ends_with("ordinal");
    }

    /// The "hundred" of "two thousand and two hundred", but not of "ten thousand and two hundred
    /// thousand".
    [[nodiscard]] bool is_last_hundred(const Sense& magnitude, std::size_t at) const {
        if (magnitude.amount != Decimal(hundred)) return false;
        const bool joint = line_->is(at + 1, Category::conjunction);
        const auto rest = below_hundred(*line_, at + (joint ? 2U : 1U));
        const auto end = rest ? rest->end : at + 1;
        const auto* next = line_->sense(line_->after_hyphen(end), Category::magnitude);
        return next == nullptr || next->amount < smallest_;
    }

    [[nodiscard]] bool is_plain_and(std::size_t at) const {
        const auto* joint = line_->sense(at, Category::conjunction);
        return joint != nullptr && joint->value == "number";
    }

    bool finish() {
        const auto sum = total_.plus(Decimal(group_.value_or(0)));
        if (!sum) return false;
        result_.value = *sum;
        if (!result_.scaled) result_.coefficient = *sum;
        return true;
    }

    const Line* line_;
    std::size_t at_;
    Spelled result_;
    std::optional<std::int32_t> group_;  ///< below a thousand, not yet with its magnitude
    Decimal total_;
    Decimal smallest_;  ///< the magnitude before
    bool has_smallest_ = false;
    bool started_ = false;
};

}  // namespace

std::optional<Spelled> read_spelled(const Line& line, std::size_t begin) {
    if (!line.writing().spaced_numbers) return std::nullopt;
    // In "a million-dollar house" the article belongs to the house.
    const bool article = line.is(begin, Category::article);
    if (article && line.is(begin + 1, Category::magnitude) && line.is_tight_hyphen(begin + 2)) {
        return std::nullopt;
    }
    Reader reader(line, begin);
    if (article) reader.start_with_article();
    return reader.read();
}

}  // namespace wortfeld::quantity
