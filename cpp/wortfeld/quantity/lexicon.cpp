#include "wortfeld/quantity/lexicon.hpp"

#include "wortfeld/quantity/number_words.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace wortfeld::quantity {
namespace {

constexpr std::size_t category_count = static_cast<std::size_t>(last_category) + 1;

constexpr std::array<std::string_view, category_count> category_names{"number",
                                                                      "number_part",
                                                                      "number_joint",
                                                                      "number_format",
                                                                      "article",
                                                                      "half",
                                                                      "both",
                                                                      "fraction",
                                                                      "whole_fraction",
                                                                      "vulgar_fraction",
                                                                      "magnitude",
                                                                      "magnitude_short",
                                                                      "magnitude_plural",
                                                                      "vague",
                                                                      "sign",
                                                                      "range_to",
                                                                      "range_between",
                                                                      "conjunction",
                                                                      "alternative",
                                                                      "dash",
                                                                      "currency",
                                                                      "currency_part",
                                                                      "currency_country",
                                                                      "currency_code",
                                                                      "currency_symbol",
                                                                      "percent",
                                                                      "percent_suffix",
                                                                      "times_suffix",
                                                                      "modifier",
                                                                      "modifier_free",
                                                                      "modifier_date",
                                                                      "modifier_duration",
                                                                      "modifier_after",
                                                                      "filler",
                                                                      "label",
                                                                      "unit",
                                                                      "clock",
                                                                      "place_cue",
                                                                      "month",
                                                                      "month_short",
                                                                      "weekday",
                                                                      "day_cue",
                                                                      "time_unit",
                                                                      "duration_suffix",
                                                                      "deictic",
                                                                      "year_noun",
                                                                      "part",
                                                                      "part_noun",
                                                                      "genitive",
                                                                      "ordinal",
                                                                      "span_noun",
                                                                      "span_code",
                                                                      "season",
                                                                      "decade",
                                                                      "century",
                                                                      "era",
                                                                      "day_word",
                                                                      "later",
                                                                      "reference",
                                                                      "future",
                                                                      "past",
                                                                      "year_cue",
                                                                      "copula",
                                                                      "clause_start",
                                                                      "sentence_start",
                                                                      "word_form",
                                                                      "change",
                                                                      "fraction_of",
                                                                      "ratio",
                                                                      "plural",
                                                                      "weight_cue",
                                                                      "digit_places",
                                                                      "magnitude_noun",
                                                                      "determiner",
                                                                      "ending",
                                                                      "how_often",
                                                                      "decimal_word",
                                                                      "length_cue",
                                                                      "street_noun",
                                                                      "leading_mark",
                                                                      "recurring",
                                                                      "elision",
                                                                      "pointed_noun",
                                                                      "inside",
                                                                      "share"};

constexpr CategorySet tail_categories =
    bit(Category::percent_suffix) | bit(Category::duration_suffix) | bit(Category::times_suffix);

std::optional<Category> category_named(std::string_view name) {
    const auto* found = std::find(category_names.begin(), category_names.end(), name);
    if (found == category_names.end()) return std::nullopt;
    return static_cast<Category>(found - category_names.begin());
}

Sense sense_of(Category category, const text::LanguageRow& row) {
    Sense sense;
    sense.category = category;
    sense.form = row.form;
    sense.value = row.value;
    const bool negative = row.value.starts_with('-');
    const auto first = row.value.substr(0, row.value.find(' '));  // "3 ordinal"
    const auto digits = first.substr(negative ? 1 : 0);
    if (const auto amount = Decimal::parse(digits)) {
        sense.amount = negative ? amount->negated() : *amount;
        sense.number = amount->small_integer().value_or(0) * (negative ? -1 : 1);
    }
    return sense;
}

std::vector<std::string> split(std::string_view form) {
    std::vector<std::string> words;
    while (!form.empty()) {
        const auto end = std::min(form.find(' '), form.size());
        if (end > 0) words.emplace_back(form.substr(0, end));
        form.remove_prefix(std::min(end + 1, form.size()));
    }
    return words;
}

void add_writing(const text::LanguageRow& row, Writing& writing) {
    writing.capital_nouns |= row.form == "nouns" && row.value == "capital";
    writing.spaced_numbers |= row.form == "numbers" && row.value == "spaced";
    writing.day_stop |= row.form == "day" && row.value == "stop";
    writing.month_first |= row.form == "order" && row.value == "month_first";
    writing.year_comma |= row.form == "year" && row.value == "comma";
    writing.small_months |= row.form == "months" && row.value == "small";
    if (row.form == "possessive") writing.possessive = row.value;
    if (row.form == "decade") writing.decade = row.value;
    if (row.form == "inflected_decade") writing.inflected_decade = row.value;
    if (row.form == "decade_apart") writing.decade_apart = row.value;
}

void insert_longest_first(std::vector<Sense>& parts, const Sense& part) {
    const auto shorter = [&](const Sense& other) { return other.form.size() < part.form.size(); };
    parts.insert(std::find_if(parts.begin(), parts.end(), shorter), part);
}

void insert_longest_first(std::vector<Phrase>& phrases, const Phrase& phrase) {
    const auto shorter = [&](const Phrase& other) {
        return other.words.size() < phrase.words.size();
    };
    phrases.insert(std::find_if(phrases.begin(), phrases.end(), shorter), phrase);
}

}  // namespace

std::string_view name_of(Category category) noexcept {
    const auto position = static_cast<std::size_t>(category);
    return position < category_count ? category_names[position] : std::string_view{};
}

const Sense* Word::sense(Category category) const noexcept {
    const auto found = std::find_if(senses.begin(), senses.end(), [category](const Sense& sense) {
        return sense.category == category;
    });
    return found == senses.end() ? nullptr : &*found;
}

Lexicon::Lexicon(const text::Language& language) {
    for (const auto& row : language.rows()) {
        if (row.category == "rule") rules_.insert(row.id);
        if (row.category == "writing") add_writing(row, writing_);
        if (const auto category = category_named(row.category)) add(*category, row);
    }
}

void Lexicon::add_ending(const Sense& sense) {
    const bool noun = sense.category == Category::word_form;
    if (noun) word_forms_.push_back(sense);
    if (!sense.form.starts_with('-')) return;
    for (auto names = sense.value;;) {  // adjective|infinitive
        const auto bar = std::min(names.find('|'), names.size());
        if (const auto ending = ending_named(names.substr(0, bar))) {
            (noun ? noun_endings_ : endings_).add(*ending, sense.form.substr(1));
        }
        if (bar == names.size()) return;
        names.remove_prefix(bar + 1);
    }
}

void Lexicon::add(Category category, const text::LanguageRow& row) {
    if (category == Category::number_format) {
        if (row.form == "decimal" && !row.value.empty()) number_format_.decimal_mark = row.value[0];
        if (row.form == "group") number_format_.group_marks = row.value;
        return;
    }
    const auto sense = sense_of(category, row);
    if (category == Category::ending || category == Category::word_form) {
        add_ending(sense);
        return;
    }
    const auto forms = split(row.form);
    const bool joint = category == Category::number_joint;
    if ((category == Category::number_part || joint) && !row.form.empty()) {
        const auto first = static_cast<unsigned char>(row.form.front());
        insert_longest_first(parts_[first], sense);
        if (!joint) part_starts_.set(first);
    }
    if (forms.empty()) return;
    words_[forms.front()].starting |= bit(category);
    words_[forms.back()].ending |= bit(category);
    if (forms.size() == 1) {
        auto& word = words_[forms.front()];
        word.categories |= bit(category);
        word.senses.push_back(sense);
        return;
    }
    Phrase phrase{.sense = sense, .words = {}};
    for (const auto& form : forms) phrase.words.push_back(&words_[form]);
    insert_longest_first(words_[forms.front()].starts, phrase);
    insert_longest_first(words_[forms.back()].ends, phrase);
}

const Word* Lexicon::find(const std::string& folded) const {
    const auto found = words_.find(folded);
    return found == words_.end() ? nullptr : &found->second;
}

const Sense* Lexicon::longest_part(std::string_view folded) const {
    const auto& parts = parts_[static_cast<unsigned char>(folded.front())];
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Sense& part) {
        return folded.starts_with(part.form);
    });
    return found == parts.end() ? nullptr : &*found;
}

const Sense* Lexicon::tail(std::string_view folded) const {
    const auto* word = find(std::string(folded));
    if (word == nullptr) return nullptr;
    for (const auto& sense : word->senses) {
        if ((tail_categories & bit(sense.category)) != 0) return &sense;
    }
    return nullptr;
}

std::optional<NumberWord> Lexicon::number_word(std::string_view folded) const {
    if (folded.empty() || !part_starts_.test(static_cast<unsigned char>(folded.front()))) {
        return std::nullopt;
    }
    std::vector<NumberPart> parts;
    while (!folded.empty() && parts.size() < max_number_parts) {
        const auto* part = longest_part(folded);
        if (part == nullptr) break;
        parts.push_back({.value = part->number, .joint = part->category == Category::number_joint});
        folded.remove_prefix(part->form.size());
    }
    const auto value = evaluate_number_parts(parts);
    if (!value) return std::nullopt;
    if (folded.empty()) return NumberWord{.value = *value, .tail = nullptr};
    const auto* ending = tail(folded);
    if (ending == nullptr) return std::nullopt;
    return NumberWord{.value = *value, .tail = ending};
}

std::shared_ptr<const Lexicon> lexicon_of(const text::Language& language) {
    using Lexicons = std::map<const text::Language*, std::shared_ptr<const Lexicon>>;
    static const Lexicons prepared = [] {
        Lexicons result;
        for (const auto code : text::languages_with_rules()) {
            const auto& known = text::language(code);
            result.try_emplace(&known, std::make_shared<const Lexicon>(known));
        }
        return result;
    }();
    const auto found = prepared.find(&language);
    return found != prepared.end() ? found->second : std::make_shared<const Lexicon>(language);
}

}  // namespace wortfeld::quantity
