#include "wortfeld/quantity/tense.hpp"

#include "wortfeld/quantity/modifiers.hpp"

#include <algorithm>
#include <string_view>

namespace wortfeld::quantity {
namespace {

constexpr std::string_view preterite = "preterite";
constexpr std::string_view participle = "participle";
constexpr std::string_view regular = "regular";
constexpr std::string_view participle_inside = "participle inside";
constexpr std::size_t shortest_stem = 3;  // between the parts of a verb form: ge-spiel-t

constexpr CategorySet determiners = bit(Category::filler) | bit(Category::article) |
                                    bit(Category::genitive) | bit(Category::deictic);

bool is_determiner(const Line& line, std::size_t position) {
    const auto* word = line[position].word;
    return word != nullptr && (word->categories & determiners) != 0;
}

bool ends_as_adjective(const Line& line, std::size_t position) {
    constexpr std::size_t shortest_adjective = 4;
    return line.is_small_word(position) && line.text(position).size() >= shortest_adjective &&
           line.ends_as(position, Ending::adjective);
}

/// "die erweiterte Messe", "der neu gestaltete Park": an adjective, no finite verb.
bool is_attribute(const Line& line, std::size_t position) {
    if (position == 0) return false;
    if (is_determiner(line, position - 1)) return true;
    if (!line.is_noun(position + 1)) return false;
    if (ends_as_adjective(line, position - 1)) return true;
    return position > 1 && line.is_small_word(position - 1) && is_determiner(line, position - 2);
}

/// The parts of the form "ge-t" around a stem.
bool has_form(std::string_view surface, const Sense& form) {
    const auto hyphen = form.form.find('-');
    const auto first = form.form.substr(0, hyphen);
    const auto last = form.form.substr(hyphen + 1);
    if (!surface.ends_with(last)) return false;
    surface.remove_suffix(last.size());
    const auto at = surface.find(first);
    if (at == std::string_view::npos || (at != 0 && form.value != participle_inside)) return false;
    return surface.size() >= at + first.size() + shortest_stem;
}

/// The form of the language with the longest ending that a word has: the value of its row.
std::string_view form_of(const Line& line, std::size_t position) {
    const auto surface = line.text(position);
    const Sense* best = nullptr;
    for (const auto& form : line.lexicon().word_forms()) {
        if (best != nullptr && best->form.size() >= form.form.size()) continue;
        if (has_form(surface, form)) best = &form;
    }
    return best == nullptr ? std::string_view{} : best->value;
}

}  // namespace

void Tense::read_word(std::size_t position, Clause& clause) const {
    const auto& line = *line_;
    clause.future |= line.is(position, Category::future);
    if (const auto* sense = line.sense(position, Category::past)) {
        clause.past |= sense->value.empty() && line.is_small_word(position);
        clause.perfect |= sense->value == "perfect";
        clause.state |= sense->value == "state";
        return;
    }
    if (!line.is_small_word(position) || line.is(position, Category::future)) return;
    const auto form = form_of(line, position);
    clause.participle |= form.starts_with(participle) || form == regular;
    clause.regular |= form == regular && !is_attribute(line, position);
    clause.past |= form == preterite && !is_attribute(line, position);
}

void Tense::read_clauses() {
    const auto& line = *line_;
    clauses_.emplace_back();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool ends = line.is_mark(i, ',') || line.is_mark(i, ';') || line.is_mark(i, ':');
        if (ends) clauses_.emplace_back();
        read_word(i, clauses_.back());
        clauses_.back().end = i + 1;
    }
}

const Tense::Clause& Tense::clause_here() {
    if (clauses_.empty()) read_clauses();
    const auto behind = [&](const Clause& clause) { return clause.end > position_; };
    const auto found = std::find_if(clauses_.begin(), clauses_.end(), behind);
    return found == clauses_.end() ? clauses_.back() : *found;
}

Time Tense::time() {
    const auto& clause = clause_here();
    const auto limit = line_->ending(position_, Category::modifier_date);
    const bool until = limit && modifier_named(limit.sense->value) == Modifier::until;
    if (clause.past || (clause.perfect && clause.participle)) return Time::past;
    if (clause.regular && !clause.future && !clause.state) return Time::past;
    if (until || (limit && limit.sense->value.ends_with(" ahead"))) return Time::future;
    if (clause.state && clause.participle && !clause.regular && !clause.future) return Time::past;
    if (clause.future) return Time::future;
    const auto before = line_->ending(position_, Category::past);
    return before && before.sense->value == "before" ? Time::past : Time::open;
}

}  // namespace wortfeld::quantity
