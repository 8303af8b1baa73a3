#include "wortfeld/entity/word_traits.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/utf8.hpp"
#include "wortfeld/corpus/document_chunks.hpp"
#include "wortfeld/corpus/words.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/native_spelling.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace wortfeld::entity {
namespace {

constexpr unsigned never_a_name = 9;
constexpr unsigned written_small = 4;          ///< doubt of a word that is written small elsewhere
constexpr unsigned longest_particle = 4;       ///< letters: aber, oder, wie
constexpr unsigned short_acronym = 3;          ///< letters
constexpr unsigned shortest_end = 4;           ///< letters of a noun that ends others
constexpr unsigned fewest_letters_before = 3;  ///< of the longer noun
constexpr std::size_t shortest_stem = 3;       ///< bytes before an ending

/// Reads the words of a sentence one after another and counts what stands before nouns.
class UseCounter {
  public:
    UseCounter(const corpus::Corpus& corpus, const WordTraits& traits, std::vector<WordUse>& uses)
        : corpus_(corpus), traits_(traits), uses_(uses) {}

    void count(const corpus::Document& document, corpus::ZoneSet zones) {
        const auto terms = document.terms();
        std::uint32_t last_sentence = ~0U;
        corpus::for_each_token(document, zones, [&](std::uint32_t sentence, std::uint32_t token) {
            if (sentence != last_sentence) before_ = Before::nothing;
            last_sentence = sentence;
            read(terms[token]);
        });
    }

  private:
    /// What stands before the next word.
    enum class Before : std::uint8_t { nothing, article, number };

    void read(TermId term) {
        const auto& trait = traits_.of(term);
        auto& use = uses_[number(term)];
        ++use.count;
        if (trait.shape.is_capital && before_ == Before::article) ++use.articles;
        if (trait.shape.is_capital && before_ == Before::number) ++use.numbers;
        before_ = after(trait, corpus_.kind(term));
    }

    [[nodiscard]] Before after(const WordTrait& trait, text::TokenKind kind) const {
        if (trait.cues.has(Cue::determiner)) return Before::article;
        if (kind == text::TokenKind::number) return Before::number;
        // Adjectives stand between an article and its noun.
        const auto is_adjective = trait.shape.is_adjective && !trait.cues.has(Cue::preposition) &&
                                  !trait.cues.has(Cue::saying) &&
                                  trait.shape.letters > longest_particle;
        return is_adjective ? before_ : Before::nothing;
    }

    const corpus::Corpus& corpus_;
    const WordTraits& traits_;
    std::vector<WordUse>& uses_;
    Before before_ = Before::nothing;
};

}  // namespace

WordTraits::WordTraits(const corpus::Corpus& corpus,
                       const NameCues& cues,
                       corpus::ZoneSet zones,
                       Job& job)
    : corpus_(corpus), traits_(corpus.vocabulary().size()) {
    for (std::size_t term = 0; term < traits_.size(); ++term) {
        traits_[term].shape = word_shape(without_possessive(text(term)).name);
        traits_[term].cues = cues.of(without_possessive(text(term)).name);
    }
    count_uses(zones, job);
    for (std::size_t term = 0; term < traits_.size(); ++term) {
        if (traits_[term].use.count > 0) by_text_.emplace(text(term), term);
    }
    find_ends();
    for (std::size_t term = 0; term < traits_.size(); ++term) {
        traits_[term].doubt = doubt_of(term);
    }
}

const WordTrait* WordTraits::find(std::string_view word) const {
    const auto found = by_text_.find(word);
    return found == by_text_.end() ? nullptr : &traits_[found->second];
}

std::string_view WordTraits::text(std::size_t term) const {
    return corpus_.vocabulary().text(id_at<TermId>(term));
}

void WordTraits::count_uses(corpus::ZoneSet zones, Job& job) {
    const auto uses = parallel_reduce(
        job,
        Chunks{.size = corpus_.documents().size(),
               .chunk_size = corpus::documents_per_count(corpus_)},
        std::vector<WordUse>(traits_.size()),
        [&](std::size_t begin, std::size_t end, std::vector<WordUse>& part) {
            UseCounter counter(corpus_, *this, part);
            for (auto d = begin; d < end; ++d) counter.count(corpus_.documents()[d], zones);
        },
        [](std::vector<WordUse>& all, const std::vector<WordUse>& part) {
            for (std::size_t term = 0; term < all.size(); ++term) {
                all[term].count += part[term].count;
                all[term].articles += part[term].articles;
                all[term].numbers += part[term].numbers;
            }
        });
    for (std::size_t term = 0; term < traits_.size(); ++term) traits_[term].use = uses[term];
}

void WordTraits::find_ends() {
    for (std::size_t term = 0; term < traits_.size(); ++term) {
        const auto& trait = traits_[term];
        if (trait.use.count == 0 || !trait.shape.is_capital) continue;
        if (trait.shape.letters >= shortest_end) ends_.emplace(text::fold(text(term)), 0U);
    }
    std::vector<std::string_view> words;
    for (const auto& [word, count] : ends_) words.push_back(word);
    for (const auto word : words) count_ends_of(word);
}

void WordTraits::count_ends_of(std::string_view word) {
    std::size_t at = 0;
    for (unsigned letter = 0; letter < fewest_letters_before; ++letter) {
        if (at < word.size()) utf8::next(word, at);
    }
    while (at < word.size()) {
        if (const auto found = ends_.find(std::string(word.substr(at))); found != ends_.end()) {
            ++found->second;
        }
        utf8::next(word, at);
    }
}

bool WordTraits::is_declined(std::string_view word) const {
    const auto& endings = native_spelling().declined_endings;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        if (find(std::string(word).append(ending)) != nullptr) return true;
        const auto stem = word.substr(0, word.size() - std::min(word.size(), ending.size()));
        return word.ends_with(ending) && stem.size() >= shortest_stem && find(stem) != nullptr;
    });
}

unsigned WordTraits::doubt_of(std::size_t term) const {
    const auto& [shape, cues, use, doubt] = traits_[term];
    // WHO is no pronoun where nobody writes it small.
    const auto is_grammar = cues.has(Cue::function) || cues.has(Cue::determiner);
    const auto is_acronym = shape.is_acronym && find(text::fold(text(term))) == nullptr;
    if (cues.has(Cue::ordinary) || (is_grammar && !is_acronym)) return never_a_name;
    if (shape.is_acronym) return doubt_of_acronym(term);
    if (use.count == 0 || !shape.is_capital || shape.has_inner) return 0;
    const auto folded = text::fold(text(term));
    auto sum = doubt_of_use(term);
    if (find(folded) != nullptr) sum += written_small;
    if (const auto found = ends_.find(folded); found != ends_.end() && found->second > 0) {
        sum += found->second > 1 ? 4 : 2;
    }
    const auto is_of_person = cues.has(Cue::first_name);
    if (shape.is_noun || (!is_of_person && ends_in_common_noun(folded))) sum += 2;
    if (is_declined(text(term))) sum += 2;
    return sum;
}

bool WordTraits::ends_in_common_noun(std::string_view folded) const {
    for (const auto& code : corpus_.languages()) {
        const auto& language = text::language(code);
        if (!has_capital_nouns(language)) continue;
        if (language.find("family_name", folded) != nullptr) continue;
        if (language.find("common_word", folded) != nullptr) return true;
        for (std::size_t at = fewest_letters_before; at + shortest_end <= folded.size(); ++at) {
            const auto end = folded.substr(at);
            if (language.find("common_word", end) != nullptr) {
                return language.find("name_tail", end) == nullptr;
            }
        }
    }
    return false;
}

unsigned WordTraits::doubt_of_acronym(std::size_t term) const {
    const auto word = text(term);
    // Short ones are told apart by their case alone: US and us.
    if (traits_[term].shape.letters <= short_acronym) return 0;
    const auto folded = text::fold(word);
    if (find(folded) != nullptr) return written_small;
    std::size_t first = 0;
    utf8::next(word, first);
    const auto capitalised =
        std::string(word.substr(0, first)) + folded.substr(std::min(first, folded.size()));
    const auto known = by_text_.find(capitalised);
    return known == by_text_.end() ? 0 : doubt_of(known->second);
}

unsigned WordTraits::doubt_of_use(std::size_t term) const {
    const auto& use = traits_[term].use;
    unsigned sum = 0;
    if (use.articles > 0) sum += use.articles * 4 >= use.count ? 3 : 1;
    if (use.numbers * 4 >= use.count) sum += 2;
    return sum;
}

}  // namespace wortfeld::entity
