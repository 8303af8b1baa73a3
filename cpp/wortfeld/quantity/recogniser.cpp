#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/lexemes.hpp"
#include "wortfeld/quantity/match.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/quantity.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace wortfeld::quantity {
namespace {

/// Words of these categories can begin a quantity.
constexpr std::uint64_t beginnings =
    bit(Category::article) | bit(Category::half) | bit(Category::whole_fraction) |
    bit(Category::vulgar_fraction) | bit(Category::magnitude_plural) | bit(Category::vague) |
    bit(Category::sign) | bit(Category::currency_country) | bit(Category::currency_code) |
    bit(Category::currency_symbol) | bit(Category::month) | bit(Category::month_short) |
    bit(Category::weekday) | bit(Category::deictic) | bit(Category::year_noun) |
    bit(Category::part) | bit(Category::part_noun) | bit(Category::ordinal) |
    bit(Category::span_code) | bit(Category::season) | bit(Category::decade) |
    bit(Category::day_word) | bit(Category::reference);

bool can_begin(const Lexeme& lexeme) {
    if (lexeme.digits.shape != DigitShape::none || lexeme.number) return true;
    return lexeme.word != nullptr && (lexeme.word->starting & beginnings) != 0;
}

/// "1990er" is one token of digits and letters.
bool starts_with_digit(const Line& line, std::size_t position) {
    const auto surface = line.text(position);
    return !surface.empty() && surface.front() >= '0' && surface.front() <= '9';
}

/// The best reading at a position and how many tokens it takes.
struct Reading {
    std::optional<Match> match;
    std::optional<DateMatch> date;
    std::size_t end = 0;
};

void keep_longer(Reading& reading, std::optional<Match> match) {
    if (!match || match->end <= reading.end) return;
    reading.end = match->end;
    reading.match = std::move(match);
    reading.date.reset();
}

/// Longest wins; of equal length money, then percent, then date, then number.
Reading read_at(const Line& line, std::size_t begin, const DateContext& context) {
    Reading reading{.match = {}, .date = {}, .end = begin};
    keep_longer(reading, read_money(line, begin));
    keep_longer(reading, read_percent(line, begin));
    if (auto date = read_date(line, begin, context); date && date->end > reading.end) {
        reading.end = date->end;
        reading.date = std::move(date);
        reading.match.reset();
    }
    keep_longer(reading, read_count(line, begin));
    return reading;
}

/// One line after another; remembers dates on the way.
class Walk {
  public:
    Walk(RecogniserOptions options, std::string prefix)
        : options_(options), prefix_(std::move(prefix)) {}

    DateContext context;

    void read(const Line& line) {
        context.last_end = 0;
        Tense tense(line);
        context.tense = &tense;
        ++context.lines_since_year;
        for (std::size_t position = 0; position < line.size();) {
            if (!can_begin(line[position]) && !starts_with_digit(line, position)) {
                ++position;
                continue;
            }
            tense.stand_at(position);
            auto reading = read_at(line, position, context);
            position = std::max(reading.end, position + 1);
            if (reading.date) {
                take_date(line, *reading.date);
            } else if (reading.match && options_.quantities) {
                take_amount(line, *reading.match);
            }
        }
        context.tense = nullptr;
    }

    std::vector<Quantity> finish() && { return std::move(found_); }

  private:
    void take_date(const Line& line, const DateMatch& date) {
        if (date.is_impossible) return;
        remember(date, context);
        if (options_.dates) push(line, date_match(line, date));
    }

    void take_amount(const Line& line, Match& match) {
        // "keine Billionen-Dollar-Firma" denies the firm, not the amount.
        if (match.quantity.modifier != Modifier::generic) {
            const auto begin = match.begin - (match.has_article ? 1U : 0U);
            const auto around = find_modifier(line, begin, match.end, Limited::amount);
            if (around != Modifier::none) match.quantity.modifier = around;
        }
        push(line, std::move(match));
    }

    void push(const Line& line, Match match) {
        if (!line.lexicon().has_rule(match.quantity.rule)) return;
        match.quantity.span = line.bytes(match.begin, match.end);
        match.quantity.rule.insert(0, prefix_);
        found_.push_back(std::move(match.quantity));
    }

    RecogniserOptions options_;
    std::string prefix_;  ///< of rule ids: "de."
    std::vector<Quantity> found_;
};

using Lexicons = std::map<const text::Language*, Lexicon>;

/// The lexicons of all languages with rules, by the one object that stands for each.
const Lexicons& lexicons() {
    static const auto all = [] {
        Lexicons result;
        for (const auto code : text::languages_with_rules()) {
            const auto& language = text::language(code);
            result.try_emplace(&language, language);
        }
        return result;
    }();
    return all;
}

std::vector<Quantity> recognise_with(const Lexicon& lexicon,
                                     const Passage& passage,
                                     RecogniserOptions options) {
    const auto lexemes = read_lexemes(passage.text, passage.tokens, lexicon);
    Walk walk(options, std::string(passage.language.code()) + ".");
    walk.context.reference = passage.reference_date;
    for (const auto& sentence : passage.sentences) {
        if (sentence.zone == text::Zone::section_number) continue;
        const auto end = std::min<std::size_t>(sentence.tokens.end, lexemes.size());
        const auto begin = std::min<std::size_t>(sentence.tokens.begin, end);
        const auto part = std::span(lexemes).subspan(begin, end - begin);
        walk.read(Line(passage.text, part, lexicon));
    }
    return std::move(walk).finish();
}

}  // namespace

std::vector<Quantity> recognise(const Passage& passage, RecogniserOptions options) {
    const auto known = lexicons().find(&passage.language);
    if (known != lexicons().end()) return recognise_with(known->second, passage, options);
    const Lexicon lexicon(passage.language);
    return recognise_with(lexicon, passage, options);
}

}  // namespace wortfeld::quantity
