#include "wortfeld/quantity/currencies.hpp"
#include "wortfeld/quantity/dates.hpp"
#include "wortfeld/quantity/line_reader.hpp"
#include "wortfeld/quantity/match.hpp"
#include "wortfeld/quantity/modifiers.hpp"
#include "wortfeld/quantity/quantity.hpp"
#include "wortfeld/quantity/term_lexemes.hpp"

#include <algorithm>
#include <memory>
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
    const auto amounts = read_amounts(line, begin);
    keep_longer(reading, read_money(line, begin, amounts));
    keep_longer(reading, read_percent(line, begin, amounts));
    if (auto date = read_date(line, begin, context, amounts); date && date->end > reading.end) {
        reading.end = date->end;
        reading.date = std::move(date);
        reading.match.reset();
    }
    keep_longer(reading, read_count(line, begin, amounts));
    return reading;
}

/// A percentage that numbers behind it may share their unit with; none begins at 0.
struct Share {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string unit = {};
};

/// One line after another; remembers dates on the way.
class Walk {
  public:
    Walk(RecogniserOptions options, std::string prefix)
        : options_(options), prefix_(std::move(prefix)) {}

    DateContext context;

    [[nodiscard]] const std::vector<Quantity>& found() const noexcept { return found_; }
    /// Forgets what was found behind the first so many.
    void keep(std::size_t count) {
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(count), found_.end());
    }

    void read(const Line& line) {
        context.last_end = 0;
        currency_.clear();
        share_ = {};
        Tense tense(line);
        context.tense = &tense;
        ++context.lines_since_year;
        ++context.lines_since_anchor;
        ++context.lines_since_named;
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
        if (match.quantity.kind == QuantityKind::money) follow_currency(line, match);
        if (match.quantity.kind == QuantityKind::number) follow_share(line, match);
        if (match.quantity.kind == QuantityKind::percent) {
            share_ = {.begin = match.begin, .end = match.end, .unit = match.quantity.unit};
        }
        push(line, std::move(match));
    }

    /// "73,88 Dollar, ein Plus von 42 Cent": of the currency named before in the sentence.
    void follow_currency(const Line& line, Match& match) {
        auto& quantity = match.quantity;
        const auto* part = line.sense(match.end - 1, Category::currency_part);
        const bool assumed = part != nullptr && quantity.rule == "money.assumed";
        if (assumed && !currency_.empty() && may_be_part_of(*part, currency_)) {
            quantity.unit = currency_;
            quantity.reading = currency_ + " " + quantity.value_text;
        }
        currency_ = quantity.unit;
    }

    /// "auf 27 Prozent, die ÖVP auf 24, die FPÖ auf 20": a number without a unit behind the same
    /// word as the percentage before it.
    void follow_share(const Line& line, Match& match) const {
        constexpr std::size_t longest_part = 6;  // tokens between the two
        auto& quantity = match.quantity;
        const auto begin = match.begin;
        const bool plain = quantity.rule == "number.digits" && quantity.unit.empty() &&
                           !text::is_word(line[match.end].kind);
        if (!plain || share_.begin == 0 || begin > share_.end + longest_part) return;
        const auto before = begin - 1;
        if (!line.is_small_word(before) || line.text(before) != line.text(share_.begin - 1)) return;
        if (!line.is_mark(share_.end, ',') || before <= share_.end + 1) return;
        for (auto at = share_.end + 1; at < before; ++at) {
            if (!text::is_word(line[at].kind) || line.is_digits(at)) return;
        }
        quantity.kind = QuantityKind::percent;
        quantity.unit = share_.unit;
        quantity.reading = quantity.value_text + (share_.unit == "percent" ? " %" : " pp");
        quantity.rule = "percent.shared";
    }

    void push(const Line& line, Match match) {
        if (!line.lexicon().has_rule(match.quantity.rule)) return;
        match.quantity.span = line.bytes(match.begin, match.end);
        match.quantity.span.end -= match.cut;
        match.quantity.rule.insert(0, prefix_);
        found_.push_back(std::move(match.quantity));
    }

    RecogniserOptions options_;
    std::string prefix_;    ///< of rule ids: "de."
    std::string currency_;  ///< of the last sum in the sentence, or empty
    Share share_;           ///< the last percentage in the sentence
    std::vector<Quantity> found_;
};

/// Reads the sentences of a passage, and what depends on the reference date a second time.
class PassageReader {
  public:
    PassageReader(const Passage& passage,
                  std::shared_ptr<const Lexicon> lexicon,
                  RecogniserOptions options)
        : passage_(passage),
          lexicon_(std::move(lexicon)),
          lines_(passage_, *lexicon_),
          walk_(options, std::string(passage.language.code()) + ".") {
        walk_.context.reference = ReferenceDay(passage.reference_date);
        read_from(0);
    }

    [[nodiscard]] const std::vector<Quantity>& found() const noexcept { return walk_.found(); }

    /// Goes back to the first sentence that asked for the reference date, if any did.
    void read_again(Day reference) {
        if (!walk_.context.reference.was_asked()) return;
        walk_.keep(bookmark_.found);
        walk_.context = bookmark_.context;
        walk_.context.reference = ReferenceDay(reference);
        read_from(bookmark_.sentence);
    }

    std::vector<Quantity> finish() && { return std::move(walk_).finish(); }

  private:
    /// What was known before a sentence.
    struct Bookmark {
        std::size_t sentence = 0;
        std::size_t found = 0;
        DateContext context;
    };

    void read_from(std::size_t first) {
        for (auto i = first; i < passage_.sentences.size(); ++i) {
            if (passage_.sentences[i].zone == text::Zone::section_number) continue;
            if (!walk_.context.reference.was_asked()) {
                bookmark_ = {
                    .sentence = i, .found = walk_.found().size(), .context = walk_.context};
            }
            walk_.read(lines_.read(i));
        }
    }

    const Passage& passage_;
    std::shared_ptr<const Lexicon> lexicon_;
    LineReader lines_;
    Walk walk_;
    Bookmark bookmark_;
};

std::shared_ptr<const Lexicon> lexicon_for(const Passage& passage) {
    return passage.lexemes != nullptr ? passage.lexemes->lexicon() : lexicon_of(passage.language);
}

}  // namespace

std::vector<Quantity> recognise(const Passage& passage, RecogniserOptions options) {
    if (!passage.language.has_rules()) return {};
    return PassageReader(passage, lexicon_for(passage), options).finish();
}

DatedQuantities recognise_from_first_date(const Passage& passage, RecogniserOptions options) {
    if (!passage.language.has_rules()) return {};
    PassageReader reader(passage, lexicon_for(passage), options);
    const auto& found = reader.found();
    const auto full = std::find_if(found.begin(), found.end(), [](const Quantity& quantity) {
        return quantity.complete_date && quantity.date_first;
    });
    std::optional<Day> reference;
    if (full != found.end()) {
        reference = full->date_first;
        reader.read_again(*reference);
    }
    return {.quantities = std::move(reader).finish(), .reference_date = reference};
}

}  // namespace wortfeld::quantity
