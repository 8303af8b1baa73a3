#include "wortfeld/entity/name_reader.hpp"

#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/name_sentence.hpp"
#include "wortfeld/entity/native_spelling.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace wortfeld::entity {
namespace {

constexpr auto most_doubt = NameSentence::most_doubt;
constexpr unsigned family_doubt = 2;       ///< of a word behind a given name or title
constexpr unsigned unclear_doubt = 3;      ///< of a word that may be part of the name behind it
constexpr unsigned shortest_genitive = 5;  ///< letters of a word that may have lost nothing but -s
constexpr auto nowhere = NameSentence::nowhere;

/// Texts whose language is not known may be of one that writes nouns with a capital.
bool may_have_capital_nouns(std::string_view code) {
    return code.empty() || has_capital_nouns(text::language(code));
}

}  // namespace

/// Walks through the tokens of one sentence and cuts names out of it.
class NameReader::Sentence : private NameSentence {
  public:
    Sentence(const NameSentence& sentence, std::vector<NameOccurrence>& found)
        : NameSentence(sentence), found_(found) {}

    void read() {
        auto token = begin();
        while (token < end()) token = step(token);
        finish();
    }

  private:
    /// Whether a capitalised word can be part of a name.
    [[nodiscard]] bool is_name_word(std::uint32_t token) const {
        const auto& word = trait(token);
        if (word.cues.has(Cue::ending)) return first_ != nowhere || word.shape.is_acronym;
        if (word.cues.has(Cue::title) && !word.shape.is_acronym) return false;
        // `Schelling` ends like a noun, but stands behind a given name.
        if (first_ != nowhere && trait(last_).cues.has(Cue::first_name)) {
            return word.doubt <= family_doubt;
        }
        if (token > begin() && trait(token - 1).cues.has(Cue::title)) {
            return word.doubt <= family_doubt;
        }
        // The article of `von der Leyen` is part of the name.
        if (first_ != nowhere && trait(last_).cues.has(Cue::connector)) {
            return word.doubt <= unclear_doubt;
        }
        return word.doubt <= (token == begin() ? 0 : most_doubt);
    }

    /// Reads one token or a compound and returns the next one.
    std::uint32_t step(std::uint32_t token) {
        if (!is_capital(token)) return join(token);
        if (first_ != nowhere && !is_spaced(token)) finish();
        if (const auto last = end_of_firm(token); last != nowhere) return firm(token, last);
        if (trait(token).shape.is_roman) return drop(token);
        if (trait(token).shape.letters == 1) return initial(token);
        if (is(token + 1, "-") && is_tight(token + 1) && is_tight(token + 2)) {
            return compound(token);
        }
        if (!is_name_word(token)) {
            finish();
            return token + 1;
        }
        add(token, token);
        if (without_possessive(surface(token)).is_possessive || owns(token)) finish();
        return token + 1;
    }

    std::uint32_t firm(std::uint32_t token, std::uint32_t last) {
        finish();
        first_ = token;
        last_ = last;
        finish();
        return last + 1;
    }

    /// `Bushs` before a noun: the corpus has Bush too.
    [[nodiscard]] bool owns(std::uint32_t token) const {
        const auto word = surface(token);
        if (!is_genitive(token)) return false;
        const auto* base = traits().find(word.substr(0, word.size() - 1));
        return base != nullptr && base->doubt <= most_doubt;
    }

    /// A first name begins another person, unless it stands among first names.
    void add(std::uint32_t first, std::uint32_t last) {
        const auto is_first_name = trait(first).cues.has(Cue::first_name);
        if (first_ != nowhere && is_first_name && !trait(last_).cues.has(Cue::first_name) &&
            !is(last_, ".")) {
            finish();
        }
        if (first_ == nowhere) first_ = first;
        last_ = last;
    }

    /// `II` of `Elisabeth II.` belongs to the name, which is more than was understood.
    std::uint32_t drop(std::uint32_t token) {
        first_ = nowhere;
        return token + 1;
    }

    /// An initial with its full stop goes on; any other single letter is no name.
    std::uint32_t initial(std::uint32_t token) {
        if (first_ == nowhere || !is(token + 1, ".") || !is_capital(token + 2)) return drop(token);
        last_ = token + 1;
        return token + 2;
    }

    /// Of persons: `Jean-Claude`, or behind a first name `Saro-Wiwa`.
    [[nodiscard]] bool is_double_name(std::uint32_t token) const {
        const auto is_person = trait(first_ == nowhere ? token : first_).cues.has(Cue::first_name);
        return is_person && is_capital(token + 2) && trait(token).doubt <= most_doubt &&
               trait(token + 2).doubt <= most_doubt;
    }

    /// `Jong-un` behind another name: what is an adjective (`-frei`) is none.
    [[nodiscard]] bool is_korean_name(std::uint32_t token) const {
        constexpr unsigned longest = 4;
        if (first_ == nowhere || first_ == token || !is_name_word(token) || !has(token + 2)) {
            return false;
        }
        const auto& behind = trait(token + 2).shape;
        return behind.is_lower && behind.letters <= longest && !is(token + 3, "-") &&
               text::language(language()).find("adjective", surface(token + 2)) == nullptr;
    }

    /// `Jean-Claude` is a word of a name, of `NVIDIA-Chips` the name is a part.
    std::uint32_t compound(std::uint32_t token) {
        if (is_korean_name(token)) {
            last_ = token + 2;
            finish();
            return token + 3;
        }
        if (is_double_name(token)) {
            auto last = token + 2;
            while (is(last + 1, "-") && is_tight(last + 1) && is_capital(last + 2)) last += 2;
            add(token, last);
            return last + 1;
        }
        if (is_name_word(token)) {
            if (first_ == nowhere) first_ = token;
            last_ = token;
            emit(Sign::part);
        }
        finish();
        auto next = token + 2;
        while (is(next + 1, "-") && is_tight(next + 1) && is_tight(next + 2)) next += 2;
        return next + 1;
    }

    /// Goes on over `von`, `de` in the name of a person and over `&`, else the name ends.
    std::uint32_t join(std::uint32_t token) {
        if (first_ == nowhere) return token + 1;
        auto next = token;
        if (is(token, "&") && is_spaced(token)) {
            ++next;
        } else if (trait(first_).cues.has(Cue::first_name)) {
            while (has(next) && trait(next).cues.has(Cue::connector) && is_spaced(next)) ++next;
        }
        if (next > token && is_capital(next) && is_spaced(next)) {
            last_ = next - 1;
            return next;
        }
        finish();
        return token + 1;
    }

    void finish() {
        emit(std::nullopt);
        first_ = nowhere;
    }

    void emit(std::optional<Sign> sign) {
        if (first_ == nowhere) return;
        // `von der` was followed by no name.
        while (last_ > first_ && !trait(last_).shape.is_capital && !is(last_ - 1, "-")) --last_;
        const auto begins_with_ending = trait(first_).cues.has(Cue::ending) &&
                                        !trait(first_).shape.is_acronym &&
                                        (first_ == last_ || !is_legal_form(last_));
        const ByteSpan covered{span(first_).begin, span(last_).end};
        if (!begins_with_ending && !is_covered(covered, true)) {
            auto occurrence = occurrence_at(covered);
            if (sign) occurrence.signs.push_back(*sign);
            found_.push_back(std::move(occurrence));
        }
        first_ = nowhere;
    }

    [[nodiscard]] NameOccurrence occurrence_at(ByteSpan covered) const {
        const auto [name, is_possessive] = without_possessive(text(covered));
        const auto end = covered.begin + static_cast<std::uint32_t>(name.size());
        NameOccurrence found{.name = normalised(name),
                             .span = {covered.begin, end},
                             .tokens = {first_, last_ + 1},
                             .signs = {}};
        add_signs_before(found);
        add_signs_behind(found);
        if (is_possessive) found.signs.push_back(Sign::genitive);
        return found;
    }

    void add_signs_before(NameOccurrence& found) const {
        const auto capital_nouns = may_have_capital_nouns(language());
        if (is_start(first_)) {
            found.signs.push_back(Sign::start);
        } else if (!capital_nouns) {
            found.signs.push_back(Sign::capital);
        }
        if (first_ == begin()) return;
        // The full stop of `Dr.` stands between the title and the name.
        const auto is_behind_stop = is(first_ - 1, ".") && first_ - 1 > begin();
        const auto& before = trait(first_ - 1).cues;
        const auto& titled = is_behind_stop ? trait(first_ - 2).cues : before;
        if (titled.has(Cue::title)) found.signs.push_back(Sign::title);
        if (before.has(Cue::saying)) found.signs.push_back(Sign::saying);
        if (before.has(Cue::preposition)) found.signs.push_back(Sign::preposition);
        if (before.has(Cue::determiner) && capital_nouns) found.signs.push_back(Sign::article);
        const auto may_belong = is_capital(first_ - 1) && is_spaced(first_) &&
                                !before.has(Cue::title) && trait(first_ - 1).doubt <= unclear_doubt;
        if (may_belong) found.signs.push_back(Sign::cut);
    }

    void add_signs_behind(NameOccurrence& found) const {
        const auto next = last_ + 1;
        if (!has(next)) return;
        const auto comma = is(next, ",");
        const auto word = comma ? next + 1 : next;
        if (has(word) && trait(word).cues.has(Cue::saying)) found.signs.push_back(Sign::saying);
        const auto is_explained = comma && has(word + 1) && trait(word).cues.has(Cue::determiner) &&
                                  trait(word + 1).cues.has(Cue::role);
        if (is_explained) found.signs.push_back(Sign::apposition);
        if (is_genitive(last_)) {
            found.signs.push_back(Sign::genitive);
            const auto size = genitive_size(found.name);
            found.name.resize(found.name.size() - size);
            found.span.end -= static_cast<std::uint32_t>(size);
        }
    }

    /// Whether the name ends in the -s of a genitive that owns the noun behind it.
    [[nodiscard]] bool is_genitive(std::uint32_t token) const {
        const auto word = surface(token);
        const auto& shape = trait(token).shape;
        const auto next = token + 1;
        const auto size = genitive_size(word);
        const auto base = word.substr(0, word.size() - size);
        if (size == 0 || genitive_size(base) > 0 || shape.is_acronym) return false;
        if (shape.letters < shortest_genitive || !is_capital(next) || !is_spaced(next))
            return false;
        const auto is_led = first_ > begin() && trait(first_ - 1).cues.has(Cue::determiner);
        return !is_led && (first_ < token || traits().find(base) != nullptr);
    }

    std::vector<NameOccurrence>& found_;
    std::uint32_t first_ = nowhere;  ///< first token of the name under way
    std::uint32_t last_ = nowhere;
};

std::vector<NameOccurrence> NameReader::read(DocumentId id,
                                             const corpus::DecodedDocument& decoded) const {
    std::vector<NameOccurrence> found;
    const auto document = mentions_.indexed().corpus.document(id);
    auto mentions = mentions_of(id);
    for (const auto& sentence : decoded.sentences) {
        if (!zones_.contains(sentence.zone)) continue;
        // Mentions are in order: those of this sentence are the next ones.
        const auto first =
            std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& mention) {
                return mention.span.end <= sentence.span.begin;
            });
        const auto last = std::partition_point(first, mentions.end(), [&](const Mention& mention) {
            return mention.span.begin < sentence.span.end;
        });
        Sentence({mentions_, traits_, {document, decoded, {first, last}, sentence.tokens}}, found)
            .read();
    }
    return found;
}

std::span<const Mention> NameReader::mentions_of(DocumentId id) const {
    const auto& all = mentions_.all();
    const auto first = std::partition_point(
        all.begin(), all.end(), [&](const Mention& mention) { return mention.document < id; });
    const auto last = std::partition_point(
        first, all.end(), [&](const Mention& mention) { return mention.document == id; });
    return {first, last};
}

}  // namespace wortfeld::entity
