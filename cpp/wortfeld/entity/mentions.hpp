// Spans that name an entity or a quantity: the table from which everything downstream is counted.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/span.hpp"
#include "wortfeld/corpus/zone_set.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/listed_names.hpp"
#include "wortfeld/entity/policies.hpp"
#include "wortfeld/entity/word_cases.hpp"
#include "wortfeld/index/indexed_corpus.hpp"
#include "wortfeld/quantity/quantity.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::entity {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// Reason -> number of candidates that did not become mentions.
using Excluded = std::map<std::string, std::uint64_t>;

/// What a name is within a longer word.
enum class Role : std::uint8_t { whole, part, derived };
std::string_view name_of(Role role) noexcept;  ///< empty for whole

/// One mention: of an entity through an alias, or of a quantity. Those of level 0 do not overlap,
/// but for the entities of one ambiguous span if all of them are kept.
struct Mention {
    DocumentId document{};
    std::uint32_t sentence = 0;  ///< that of its start
    ByteSpan span;
    std::uint32_t alias = none;     ///< number in the gazetteer, for names
    std::uint32_t quantity = none;  ///< number among the quantities, for the others
    FormSet forms = 0;              ///< how the atoms of a name are written
    std::uint32_t level = 0;        ///< 1: within or across one of level 0
    Role role = Role::whole;
    ByteSpan head = {};  ///< what a part is a part of, or empty
};

/// One entity that an ambiguous span can be.
struct Reading {
    DocumentId document{};
    std::uint32_t sentence = 0;
    ByteSpan span;
    std::uint32_t alias = 0;
    double score = 0;        ///< its share of the evidence; those of one span sum to 1
    bool is_chosen = false;  ///< whether it became a mention
};

struct MentionOptions {
    bool quantities = true;
    bool dates = true;
    std::optional<std::int32_t> reference_date = std::nullopt;  ///< for every document
    Policies policies = {};
    std::shared_ptr<const WordCases> word_cases = nullptr;  ///< of a profile
};

/// Which day "this year" refers to in a document, and who said so.
struct ReferenceDate {
    std::optional<std::int32_t> day;
    std::string_view origin;  ///< one of `reference_date_origins`
};

inline constexpr std::array<std::string_view, 5> reference_date_origins{
    "argument", "metadata", "byline", "first full date", "none"};

/// All mentions of a corpus in order of document and start. Immutable; filtering makes a new one.
class Mentions {
  public:
    /// What mentions consist of that were not found by a gazetteer.
    struct Parts {
        std::shared_ptr<const index::IndexedCorpus> indexed;
        ListedNames names;
        std::vector<quantity::Quantity> quantities;
        std::vector<ReferenceDate> reference_dates;  ///< one a document
        std::vector<Mention> mentions;               ///< by document and start
        std::vector<Reading> readings;               ///< by document and start
        Excluded excluded;
    };

    Mentions() = default;
    explicit Mentions(Parts parts);

    [[nodiscard]] std::span<const Mention> all() const noexcept { return mentions_; }
    [[nodiscard]] const index::IndexedCorpus& indexed() const noexcept { return *indexed_; }
    [[nodiscard]] std::shared_ptr<const index::IndexedCorpus> indexed_pointer() const noexcept {
        return indexed_;
    }
    [[nodiscard]] const quantity::Quantity& quantity(const Mention& mention) const {
        return (*quantities_)[mention.quantity];
    }
    /// Its entity, or nothing for a quantity.
    [[nodiscard]] std::optional<EntityId> entity(const Mention& mention) const;
    [[nodiscard]] NamedEntity entity(EntityId id) const;
    /// How many entities could be named, mentioned or not; their ids begin with 0.
    [[nodiscard]] std::size_t entity_count() const noexcept;
    /// The alias that a name was found by; empty for a quantity.
    [[nodiscard]] std::string_view alias(const Mention& mention) const;
    /// What is known of an alias by its number in a mention or a reading.
    [[nodiscard]] std::size_t alias_count() const noexcept;
    [[nodiscard]] EntityId entity_of_alias(std::uint32_t alias) const;
    [[nodiscard]] std::string_view alias_text(std::uint32_t alias) const;
    [[nodiscard]] AliasPolicies policies(std::uint32_t alias) const;
    /// What a profile said of the alias when it was looked for, or null.
    [[nodiscard]] const WordCase* word_case(std::uint32_t alias) const;
    /// The gazetteer's kind, or money, percent, number, date.
    [[nodiscard]] std::string_view kind(const Mention& mention) const;
    [[nodiscard]] text::Zone zone(const Mention& mention) const;
    [[nodiscard]] std::span<const ReferenceDate> reference_dates() const noexcept {
        return *reference_dates_;
    }
    [[nodiscard]] const Excluded& excluded() const noexcept { return excluded_; }
    /// What the ambiguous spans can be, those that became no mention included.
    [[nodiscard]] std::span<const Reading> readings() const noexcept { return readings_; }

    /// The same with other reference dates and exclusions.
    [[nodiscard]] Mentions with(std::vector<ReferenceDate> reference_dates,
                                Excluded excluded) const;
    /// The mentions for which `keep[i]` holds.
    [[nodiscard]] Mentions filter(const std::vector<bool>& keep) const;

  private:
    friend Mentions find_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                                  std::shared_ptr<const Gazetteer> gazetteer,
                                  const MentionOptions& options,
                                  Job& job);

    [[nodiscard]] bool has_mention_at(DocumentId document, ByteSpan span) const;

    std::shared_ptr<const index::IndexedCorpus> indexed_;
    std::shared_ptr<const Gazetteer> gazetteer_;
    std::shared_ptr<const ListedNames> listed_;
    std::shared_ptr<const WordCases> word_cases_;
    std::shared_ptr<const std::vector<quantity::Quantity>> quantities_;
    std::shared_ptr<const std::vector<ReferenceDate>> reference_dates_;
    std::vector<Mention> mentions_;
    std::vector<Reading> readings_;
    Excluded excluded_;
};

/// The day of a document itself: of its metadata or byline.
[[nodiscard]] ReferenceDate own_date(const corpus::Corpus& corpus, DocumentId document);

/// Finds names and quantities; what overlaps and what is ambiguous is decided by the policies. The
/// gazetteer may be empty.
Mentions find_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                       std::shared_ptr<const Gazetteer> gazetteer,
                       const MentionOptions& options,
                       Job& job);

/// The contract's columns of `mentions.table()`, all zones.
Columns mentions_table(const Mentions& mentions);
/// What the ambiguous spans can be: document, sentence, start, end, surface, entity, kind, rule,
/// score, chosen (1 or 0).
Columns candidates_table(const Mentions& mentions);
/// entity, kind, count, document_count, forms: entities in the counted zones, most frequent first;
/// mentions of level 0 only.
Columns entities_table(const Mentions& mentions);
/// document, reference_date, origin.
Columns reference_dates_table(const Mentions& mentions);

/// `Error{unknown_name}` for a kind that is neither standard nor one of the gazetteer's.
void require_kinds(const Mentions& mentions, const std::vector<std::string>& wanted);

/// Which mentions to keep; an empty list keeps all.
struct MentionFilter {
    std::vector<std::string> kinds;
    std::vector<std::string> entities;   ///< `Error{unknown_name}` for one that is not mentioned
    std::vector<std::string> documents;  ///< `Error{unknown_name}` for an unknown id
};
Mentions filter_mentions(const Mentions& mentions, const MentionFilter& filter);

}  // namespace wortfeld::entity
