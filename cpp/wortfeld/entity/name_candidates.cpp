#include "wortfeld/entity/name_candidates.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/name_reader.hpp"
#include "wortfeld/entity/native_spelling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

constexpr std::size_t documents_per_chunk = 64;
constexpr double least_score = 1.5;
constexpr double most_for_count = 2;
constexpr std::size_t longest_acronym = 5;
constexpr std::size_t most_words = 4;

/// What the words of a name say, wherever it stands.
struct NameWords {
    std::size_t words = 0;
    std::size_t letters = 0;
    unsigned doubt = 0;
    bool has_inner = false;
    bool has_acronym = false;
    bool is_foreign = false;
    bool has_first_name = false;
    bool has_ending = false;
    bool is_firm = false;  ///< ends in a legal form
};

/// A name with all its places.
struct Candidate {
    NameWords words;
    std::uint64_t count = 0;
    std::uint64_t document_count = 0;
    DocumentId last_document{};
    std::array<std::uint64_t, sign_count> signs{};
    DocumentId document{};  ///< of the first place
    ByteSpan span;

    [[nodiscard]] std::uint64_t of(Sign sign) const {
        return signs[static_cast<std::size_t>(sign)];
    }
    void merge(const Candidate& other) {
        count += other.count;
        document_count += other.document_count;
        for (std::size_t i = 0; i < sign_count; ++i) signs[i] += other.signs[i];
    }
};

/// In the order of names, so that results do not depend on how the work was divided.
using Candidates = std::map<std::string, Candidate, std::less<>>;

NameWords words_of(std::span<const TermId> terms,
                   const NameOccurrence& found,
                   const corpus::Corpus& corpus,
                   const WordTraits& traits) {
    NameWords known;
    for (auto token = found.tokens.begin; token < found.tokens.end; ++token) {
        const auto& word = traits.of(terms[token]);
        if (corpus.kind(terms[token]) != text::TokenKind::word || !word.shape.is_capital) continue;
        known.has_first_name |= known.words == 0 && word.cues.has(Cue::first_name);
        known.has_ending = word.cues.has(Cue::ending);
        known.is_firm = word.cues.has(Cue::legal_form);
        ++known.words;
        known.letters += word.shape.letters;
        known.doubt = std::max(known.doubt, word.doubt);
        // The capitals of GmbH are those of every firm.
        if (word.cues.has(Cue::ending)) continue;
        known.has_inner |= word.shape.has_inner;
        known.has_acronym |= word.shape.is_acronym;
        known.is_foreign |= word.shape.is_foreign;
    }
    // Firms are called by common nouns, too: `die Post AG`.
    if (known.is_firm) known.doubt = 0;
    return known;
}

void count_document(const Mentions& mentions,
                    const WordTraits& traits,
                    const std::vector<NameOccurrence>& places,
                    DocumentId id,
                    Candidates& all) {
    const auto& corpus = mentions.indexed().corpus;
    const auto terms = corpus.document(id).terms();
    for (const auto& place : places) {
        const auto [at, is_new] = all.try_emplace(place.name);
        auto& candidate = at->second;
        if (is_new) {
            candidate.words = words_of(terms, place, corpus, traits);
            candidate.document = id;
            candidate.span = place.span;
        }
        ++candidate.count;
        if (is_new || candidate.last_document != id) ++candidate.document_count;
        candidate.last_document = id;
        for (const auto sign : place.signs) ++candidate.signs[static_cast<std::size_t>(sign)];
    }
}

void merge(Candidates& all, Candidates&& part) {
    for (auto& [name, candidate] : part) {
        const auto [at, is_new] = all.try_emplace(name, candidate);
        if (!is_new) at->second.merge(candidate);
    }
}

/// `Huangs` is `Huang` where the corpus has both.
void merge_genitives(Candidates& all) {
    for (auto at = all.begin(); at != all.end();) {
        const std::string_view name = at->first;
        const auto size = at->second.words.has_acronym ? 0 : genitive_size(name);
        const auto base = size > 0 ? all.find(name.substr(0, name.size() - size)) : all.end();
        if (base == all.end() || base->second.count < at->second.count) {
            ++at;
            continue;
        }
        base->second.merge(at->second);
        // A document that has both counts once at most, but not which ones was kept.
        base->second.document_count = std::min(base->second.document_count, base->second.count);
        at = all.erase(at);
    }
}

/// The oftener a name stands without an article, the less it is a noun.
double points_for_bare(std::uint64_t places) {
    constexpr std::uint64_t some = 3;
    constexpr std::uint64_t many = 5;
    if (places >= many) return 2;
    return places >= some ? 1.5 : 0.5;
}

/// Adds up the evidence and keeps in words what there was.
class Score {
  public:
    explicit Score(const Candidate& candidate) {
        add_words(candidate.words);
        add_places(candidate);
        add_use(candidate);
        value_ += std::min(most_for_count, std::log2(static_cast<double>(candidate.count)) / 2);
    }

    [[nodiscard]] double value() const noexcept { return value_; }
    [[nodiscard]] const std::string& evidence() const noexcept { return evidence_; }

  private:
    void add(bool holds, double points, std::string_view what) {
        if (!holds) return;
        value_ += points;
        if (points <= 0) return;
        if (!evidence_.empty()) evidence_ += ", ";
        evidence_ += what;
    }

    void add_words(const NameWords& words) {
        const auto is_one = words.words == 1;
        const auto of_acronym = words.letters <= longest_acronym ? 2.5 : 2.0;
        add(words.has_inner, 3, "inner capital or digit");
        add(words.has_acronym, is_one ? of_acronym : 1, "acronym");
        add(words.has_first_name && !is_one, 3, "first name");
        add(words.has_ending && !is_one, 3, "name of a firm");
        add(!is_one, 1, "several words");
        add(words.is_foreign, 1, "foreign spelling");
        add(words.letters < 3, -1, "");
        add(words.words > most_words && !words.is_firm, -3, "");
        add(true, -static_cast<double>(words.doubt), "");
    }

    void add_places(const Candidate& candidate) {
        add(candidate.of(Sign::title) > 0, 1.5, "title");
        add(candidate.of(Sign::apposition) > 0, 1.5, "apposition");
        add(candidate.of(Sign::genitive) > 0, 1.5, "genitive");
        add(candidate.of(Sign::capital) > 0, 1.5, "capital in a sentence");
        add(candidate.of(Sign::saying) > 0, 1, "verb of saying");
        add(candidate.of(Sign::part) > 0, 0.5, "part of compounds");
        add(candidate.of(Sign::preposition) > 0, 0.5, "preposition");
    }

    void add_use(const Candidate& candidate) {
        const auto within = candidate.count - std::min(candidate.count, candidate.of(Sign::start));
        // Of several words only the first one owes its capital to the sentence.
        add(within == 0, candidate.words.words > 1 ? -0.5 : -2, "");
        const auto& words = candidate.words;
        const auto may_have_article = words.has_acronym || words.has_inner || words.is_firm;
        const auto articles = may_have_article ? 0 : candidate.of(Sign::article);
        const auto is_bare = candidate.words.doubt == 0 && articles == 0 && within > 1;
        add(is_bare, points_for_bare(within), "no article");
        add(candidate.of(Sign::cut) * 2 > candidate.count, -1.5, "");
        add(articles > 0, articles * 10 > candidate.count * 3 ? -2 : -0.5, "");
    }

    double value_ = 0;
    std::string evidence_;
};

struct Proposal {
    const std::string* name;
    const Candidate* candidate;
    Score score;
};

std::vector<Proposal> proposals(const Candidates& all, const NameCandidateOptions& options) {
    std::vector<Proposal> best;
    for (const auto& [name, candidate] : all) {
        if (candidate.count < options.min_count || candidate.words.letters < 2) continue;
        Score score(candidate);
        if (score.value() >= least_score) best.push_back({&name, &candidate, std::move(score)});
    }
    // Stable: candidates come in the order of their names.
    std::stable_sort(best.begin(), best.end(), [](const Proposal& a, const Proposal& b) {
        return std::pair(a.score.value(), a.candidate->count) >
               std::pair(b.score.value(), b.candidate->count);
    });
    if (options.top && best.size() > *options.top) {
        best.erase(best.begin() + static_cast<std::ptrdiff_t>(*options.top), best.end());
    }
    return best;
}

std::optional<std::string_view> kind_of(const Candidate& candidate) {
    if (candidate.words.has_ending && candidate.words.words > 1) return "organisation";
    const auto is_person = (candidate.words.has_first_name && candidate.words.words > 1) ||
                           candidate.of(Sign::title) > 0;
    if (is_person) return "person";
    return std::nullopt;
}

Columns table_of(const std::vector<Proposal>& best, const corpus::Corpus& corpus) {
    TableWriter table({{"alias", ColumnType::text},
                       {"kind", ColumnType::text},
                       {"score", ColumnType::float64},
                       {"count", ColumnType::int64},
                       {"document_count", ColumnType::int64},
                       {"evidence", ColumnType::text},
                       {"document", ColumnType::text},
                       {"start", ColumnType::int64},
                       {"end", ColumnType::int64}});
    for (const auto& [name, candidate, score] : best) {
        const auto document = corpus.document(candidate->document);
        const auto span = document.chars(candidate->span);
        table.row(std::string_view(*name),
                  kind_of(*candidate),
                  score.value(),
                  candidate->count,
                  candidate->document_count,
                  std::string_view(score.evidence()),
                  document.id(),
                  span.begin,
                  span.end);
    }
    return std::move(table).finish();
}

}  // namespace

Columns name_candidates(const Mentions& mentions,
                        const NameCues& cues,
                        const NameCandidateOptions& options,
                        Job& job) {
    const auto& corpus = mentions.indexed().corpus;
    const WordTraits traits(corpus, cues, options.zones, job);
    const NameReader reader(mentions, traits, options.zones);
    auto all = parallel_reduce(
        job,
        Chunks{.size = corpus.documents().size(), .chunk_size = documents_per_chunk},
        Candidates{},
        [&](std::size_t begin, std::size_t end, Candidates& part) {
            corpus::DecodedDocument decoded;
            for (auto d = begin; d < end; ++d) {
                const auto id = id_at<DocumentId>(d);
                decoded.decode(corpus.document(id));
                count_document(mentions, traits, reader.read(id, decoded), id, part);
            }
        },
        [](Candidates& sum, Candidates&& part) { merge(sum, std::move(part)); });
    merge_genitives(all);
    return table_of(proposals(all, options), corpus);
}

}  // namespace wortfeld::entity
