#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/lexemes.hpp"
#include "wortfeld/quantity/match.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/quantity/term_lexemes.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::quantity {
namespace {

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
    const auto range = read_range(line, begin);
    keep_longer(reading, read_money(line, begin, range));
    keep_longer(reading, read_percent(line, begin, range));
    if (auto date = read_date(line, begin, context, range); date && date->end > reading.end) {
        reading.end = date->end;
        reading.date = std::move(date);
        reading.match.reset();
    }
    keep_longer(reading, read_count(line, begin, range));
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
            if (!line.can_begin(position) || line.is_idle(position)) {
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
        match.quantity.span.end -= match.cut;
        match.quantity.rule.insert(0, prefix_);
        found_.push_back(std::move(match.quantity));
    }

    RecogniserOptions options_;
    std::string prefix_;  ///< of rule ids: "de."
    std::vector<Quantity> found_;
};

/// The lexemes of one sentence after another, from the terms where they are known.
class LexemeReader {
  public:
    LexemeReader(const Passage& passage, const Lexicon& lexicon)
        : passage_(&passage), lexicon_(&lexicon) {}

    /// Those of the tokens [begin, end), or none if no quantity begins there.
    std::span<const Place> read(std::size_t begin, std::size_t end) {
        places_.clear();
        if (passage_->lexemes == nullptr) {
            read_surfaces(begin, end);
        } else if (begins_anywhere(begin, end)) {
            read_terms(begin, end);
        }
        return places_;
    }

  private:
    [[nodiscard]] bool begins_anywhere(std::size_t begin, std::size_t end) const {
        const auto terms = passage_->terms.subspan(begin, end - begin);
        return std::any_of(terms.begin(), terms.end(), [&](TermId term) {
            return passage_->lexemes->begins(term);
        });
    }

    void read_terms(std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            const auto term = passage_->terms[i];
            push((*passage_->lexemes)[term], i, passage_->lexemes->begins(term));
        }
    }

    void read_surfaces(std::size_t begin, std::size_t end) {
        surfaces_.clear();
        surfaces_.reserve(end - begin);  // places point to them
        for (auto i = begin; i < end; ++i) {
            const auto& token = passage_->tokens[i];
            const auto surface = slice(passage_->text, token.span);
            surfaces_.push_back(read_lexeme(surface, token.kind, *lexicon_));
            push(surfaces_.back(), i, can_begin(surfaces_.back(), surface));
        }
    }

    void push(const Lexeme& lexeme, std::size_t token, bool begins) {
        const auto span = passage_->tokens[token].span;
        places_.push_back({.lexeme = &lexeme, .span = span, .begins = begins});
        if (token == 0) return;
        const auto end = passage_->tokens[token - 1].span.end;
        places_.back().gap = gap_of(passage_->text.substr(end, span.begin - end));
    }

    const Passage* passage_;
    const Lexicon* lexicon_;
    std::vector<Place> places_;     ///< keeps its memory
    std::vector<Lexeme> surfaces_;  ///< of tokens whose terms are not known
};

}  // namespace

namespace {

constexpr std::size_t sentences_apart = 3;  // between two that count themselves

/// The number that a sentence starts with, perhaps behind that of its paragraph, "(2) 1 Der …",
/// or 0.
int initial_number(const Passage& passage, const text::Sentence& sentence) {
    auto at = sentence.tokens.begin;
    const auto surface = [&](std::size_t token) {
        return token < sentence.tokens.end ? slice(passage.text, passage.tokens[token].span)
                                           : std::string_view{};
    };
    if (surface(at) == "(" && surface(at + 2) == ")") at += 3;
    const auto digits = surface(at);
    int value = 0;
    if (digits.empty() || digits.size() > 2) return 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return 0;
        value = value * 10 + (digit - '0');
    }
    return value;
}

/// Whether another sentence close by starts with the number before or behind this one's.
bool is_numbered(const Passage& passage, std::size_t position) {
    const auto& sentences = passage.sentences;
    const auto number = initial_number(passage, sentences[position]);
    if (number == 0) return false;
    const auto first = position - std::min(position, sentences_apart);
    const auto last = std::min(position + sentences_apart + 1, sentences.size());
    for (auto i = first; i < last; ++i) {
        const auto other = i == position ? 0 : initial_number(passage, sentences[i]);
        if (other != 0 && other == (i < position ? number - 1 : number + 1)) return true;
    }
    return false;
}

}  // namespace

std::vector<Quantity> recognise(const Passage& passage, RecogniserOptions options) {
    if (!passage.language.has_rules()) return {};
    const auto lexicon =
        passage.lexemes != nullptr ? passage.lexemes->lexicon() : lexicon_of(passage.language);
    LexemeReader reader(passage, *lexicon);
    Walk walk(options, std::string(passage.language.code()) + ".");
    walk.context.reference = passage.reference_date;
    for (std::size_t i = 0; i < passage.sentences.size(); ++i) {
        const auto& sentence = passage.sentences[i];
        if (sentence.zone == text::Zone::section_number) continue;
        const auto end = std::min<std::size_t>(sentence.tokens.end, passage.tokens.size());
        const auto begin = std::min<std::size_t>(sentence.tokens.begin, end);
        Line line(passage.text, reader.read(begin, end), *lexicon);
        if (line.size() > 0) line.set_numbered(is_numbered(passage, i));
        walk.read(line);
    }
    return std::move(walk).finish();
}

}  // namespace wortfeld::quantity
