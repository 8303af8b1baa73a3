#include "wortfeld/entity/mentions.hpp"

#include "wortfeld/base/parallel.hpp"
#include "wortfeld/corpus/document_chunks.hpp"
#include "wortfeld/entity/closed_compounds.hpp"
#include "wortfeld/entity/document_quantities.hpp"
#include "wortfeld/entity/matcher.hpp"
#include "wortfeld/entity/resolver.hpp"
#include "wortfeld/entity/truncations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace wortfeld::entity {
namespace {

/// What one worker takes at a time: some milliseconds of work, however short the documents are.
constexpr std::size_t tokens_per_chunk = std::size_t{1} << 14U;

/// What was found in a chunk of documents; quantities count from the chunk's first.
struct Part : Resolution {
    std::vector<quantity::Quantity> quantities;
    std::vector<ReferenceDate> reference_dates;

    void append(Part&& next) {
        const auto shift = static_cast<std::uint32_t>(quantities.size());
        for (auto& mention : next.mentions) {
            if (mention.quantity != none) mention.quantity += shift;
            mentions.push_back(mention);
        }
        std::move(next.quantities.begin(), next.quantities.end(), std::back_inserter(quantities));
        reference_dates.insert(
            reference_dates.end(), next.reference_dates.begin(), next.reference_dates.end());
        readings.insert(readings.end(), next.readings.begin(), next.readings.end());
        for (const auto& [reason, count] : next.excluded) excluded[reason] += count;
    }
};

/// The parts of all chunks in one. Memory is asked for by what the chunks so far took: quantities
/// hold many strings, which are dear to move.
class Whole {
  public:
    explicit Whole(std::size_t chunk_count) : chunk_count_(chunk_count) {}

    void append(Part&& part) {
        ++done_;
        reserve(all_.mentions, part.mentions.size());
        reserve(all_.quantities, part.quantities.size());
        all_.append(std::move(part));
    }
    Part finish() && { return std::move(all_); }

  private:
    template <typename Value>
    void reserve(std::vector<Value>& values, std::size_t more) const {
        const auto needed = values.size() + more;
        if (needed <= values.capacity()) return;
        const auto expected = needed * chunk_count_ / done_;
        const auto ahead = std::min(expected + expected / 4, needed + most_ahead / sizeof(Value));
        values.reserve(std::max(ahead, 2 * values.size()));
    }

    static constexpr std::size_t most_ahead = std::size_t{1} << 28U;  ///< bytes, not yet touched

    Part all_;
    std::size_t chunk_count_;
    std::size_t done_ = 0;
};

/// Looks for the names of a gazetteer, if it has any.
class NameSearch {
  public:
    NameSearch(const Gazetteer& gazetteer,
               const index::IndexedCorpus& indexed,
               const MentionOptions& options) {
        const auto& policies = options.policies;
        if (gazetteer.entity_count() == 0) return;
        matcher_.emplace(gazetteer, indexed.corpus, policies.umlauts, options.word_cases.get());
        truncations_.emplace(gazetteer, indexed, policies.umlauts);
        if (policies.compounds == Compounds::closed) compounds_.emplace(gazetteer, indexed);
    }

    void find(const corpus::Document& document,
              DocumentId id,
              std::vector<Candidate>& names) const {
        if (!matcher_) return;
        matcher_->find(document, names);
        truncations_->add(id, names);
        if (compounds_) compounds_->add(id, names);
    }

  private:
    std::optional<Matcher> matcher_;
    std::optional<Truncations> truncations_;
    std::optional<ClosedCompounds> compounds_;  ///< on request only
};

/// What is needed to find the mentions of one document after another.
struct Search {
    const Gazetteer& gazetteer;
    const corpus::Corpus& corpus;
    const Policies& policies;
    const NameSearch& search;
    const QuantityReader& reader;

    [[nodiscard]] Part in(std::size_t begin, std::size_t end) const {
        Part part;
        corpus::DecodedDocument decoded;
        std::vector<Candidate> names;
        for (auto d = begin; d < end; ++d) add(id_at<DocumentId>(d), decoded, names, part);
        return part;
    }

  private:
    /// Names are found by terms; all tokens are decoded only for quantities. The lists are kept for
    /// their memory.
    void add(DocumentId id,
             corpus::DecodedDocument& decoded,
             std::vector<Candidate>& names,
             Part& part) const {
        const auto document = corpus.document(id);
        if (reader.reads()) decoded.decode(document);
        auto found = reader.read(id, decoded);
        names.clear();
        search.find(document, id, names);
        part.reference_dates.push_back(found.reference);
        if (names.empty() && found.quantities.empty()) return;
        const auto first_quantity = static_cast<std::uint32_t>(part.quantities.size());
        resolve({.gazetteer = gazetteer,
                 .corpus = corpus,
                 .id = id,
                 .sentences = decoded.sentences,
                 .policies = policies,
                 .first_quantity = first_quantity},
                names,
                found.quantities,
                part);
        std::move(
            found.quantities.begin(), found.quantities.end(), std::back_inserter(part.quantities));
    }
};

}  // namespace

std::string_view name_of(Role role) noexcept {
    constexpr std::array<std::string_view, 3> names{"", "part", "derived"};
    return names[static_cast<std::size_t>(role)];
}

Mentions::Mentions(Parts parts)
    : indexed_(std::move(parts.indexed)),
      listed_(std::make_shared<const ListedNames>(std::move(parts.names))),
      quantities_(
          std::make_shared<const std::vector<quantity::Quantity>>(std::move(parts.quantities))),
      reference_dates_(
          std::make_shared<const std::vector<ReferenceDate>>(std::move(parts.reference_dates))),
      mentions_(std::move(parts.mentions)),
      readings_(std::move(parts.readings)),
      excluded_(std::move(parts.excluded)) {}

std::optional<EntityId> Mentions::entity(const Mention& mention) const {
    if (mention.alias == none) return std::nullopt;
    return entity_of_alias(mention.alias);
}

EntityId Mentions::entity_of_alias(std::uint32_t alias) const {
    return listed_ ? listed_->names[alias].entity : gazetteer_->alias(alias).entity;
}

NamedEntity Mentions::entity(EntityId id) const {
    if (listed_) {
        const auto& listed = listed_->entities[number(id)];
        return {.name = listed.name, .kind = listed.kind, .id = listed.id};
    }
    const auto known = gazetteer_->entity(id);
    return {.name = known.name, .kind = known.kind, .id = known.id};
}

std::size_t Mentions::entity_count() const noexcept {
    return listed_ ? listed_->entities.size() : gazetteer_->entity_count();
}

std::string_view Mentions::alias(const Mention& mention) const {
    return mention.alias == none ? std::string_view() : alias_text(mention.alias);
}

std::size_t Mentions::alias_count() const noexcept {
    return listed_ ? listed_->names.size() : gazetteer_->aliases().size();
}

std::string_view Mentions::alias_text(std::uint32_t alias) const {
    return listed_ ? std::string_view(listed_->names[alias].text) : gazetteer_->text(alias);
}

AliasPolicies Mentions::policies(std::uint32_t alias) const {
    if (listed_) return listed_->names[alias].policies;
    auto policies = gazetteer_->policies(alias);
    const auto* known = word_case(alias);
    if (known != nullptr && known->is_often_small()) policies.letter_case = "exact";
    return policies;
}

const WordCase* Mentions::word_case(std::uint32_t alias) const {
    return listed_ ? nullptr : case_of(*gazetteer_, alias, word_cases_.get());
}

std::string_view Mentions::kind(const Mention& mention) const {
    const auto id = entity(mention);
    return id ? entity(*id).kind : quantity::name_of(quantity(mention).kind);
}

text::Zone Mentions::zone(const Mention& mention) const {
    return indexed_->corpus.document(mention.document).sentence_zone(mention.sentence);
}

bool Mentions::has_mention_at(DocumentId document, ByteSpan span) const {
    const auto place = std::pair(document, span.begin);
    const auto first = std::lower_bound(
        mentions_.begin(), mentions_.end(), place, [](const Mention& mention, const auto& wanted) {
            return std::pair(mention.document, mention.span.begin) < wanted;
        });
    for (auto at = first; at != mentions_.end(); ++at) {
        if (std::pair(at->document, at->span.begin) != place) return false;
        if (at->span == span) return true;
    }
    return false;
}

Mentions Mentions::with(std::vector<ReferenceDate> reference_dates, Excluded excluded) const {
    auto other = *this;
    other.reference_dates_ =
        std::make_shared<const std::vector<ReferenceDate>>(std::move(reference_dates));
    other.excluded_ = std::move(excluded);
    return other;
}

Mentions Mentions::filter(const std::vector<bool>& keep) const {
    auto kept = *this;
    kept.mentions_.clear();
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
        if (keep[i]) kept.mentions_.push_back(mentions_[i]);
    }
    std::erase_if(kept.readings_, [&](const Reading& reading) {
        return !kept.has_mention_at(reading.document, reading.span);
    });
    if (const auto dropped = mentions_.size() - kept.mentions_.size(); dropped > 0) {
        kept.excluded_["filtered"] += dropped;
    }
    return kept;
}

ReferenceDate own_date(const corpus::Corpus& corpus, DocumentId document) {
    const auto date = corpus.date(document);
    if (!date) return {std::nullopt, "none"};
    return {date, date == corpus.document(document).found_date() ? "byline" : "metadata"};
}

Mentions find_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                       std::shared_ptr<const Gazetteer> gazetteer,
                       const MentionOptions& options,
                       Job& job) {
    const auto& corpus = indexed->corpus;
    const NameSearch names(*gazetteer, *indexed, options);
    const QuantityReader reader(corpus, options, job);
    const Search search{*gazetteer, corpus, options.policies, names, reader};
    const auto cuts = corpus::cut_documents(corpus, tokens_per_chunk);
    Whole whole(cuts.size() - 1);
    job.plan(corpus.documents().size());
    parallel_map(
        job,
        cuts.size() - 1,
        [&](std::size_t chunk) {
            auto part = search.in(cuts[chunk], cuts[chunk + 1]);
            job.advance(cuts[chunk + 1] - cuts[chunk]);
            return part;
        },
        [&](Part&& part) { whole.append(std::move(part)); });
    auto all = std::move(whole).finish();
    Mentions mentions;
    mentions.indexed_ = std::move(indexed);
    mentions.gazetteer_ = std::move(gazetteer);
    mentions.word_cases_ = options.word_cases;
    mentions.mentions_ = std::move(all.mentions);
    mentions.readings_ = std::move(all.readings);
    mentions.excluded_ = std::move(all.excluded);
    mentions.quantities_ =
        std::make_shared<const std::vector<quantity::Quantity>>(std::move(all.quantities));
    mentions.reference_dates_ =
        std::make_shared<const std::vector<ReferenceDate>>(std::move(all.reference_dates));
    return mentions;
}

}  // namespace wortfeld::entity
