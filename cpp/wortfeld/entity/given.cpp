#include "wortfeld/entity/given.hpp"

#include "wortfeld/base/error.hpp"
#include "wortfeld/base/suggest.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/document_quantities.hpp"
#include "wortfeld/entity/given_rows.hpp"
#include "wortfeld/entity/name_list.hpp"
#include "wortfeld/entity/overlap.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace wortfeld::entity {
namespace {

using enum ColumnType;

/// Bytes between a name and what stands before it: " - ".
constexpr std::uint32_t longest_joint = 5;
/// Bytes between a name and the head behind it, which others may share: "SPD-, CDU- und FDP-Chefs".
constexpr std::uint32_t longest_enumeration = 200;
constexpr std::int64_t most_levels = 100;

std::optional<quantity::QuantityKind> quantity_kind(std::string_view name) {
    using enum quantity::QuantityKind;
    for (const auto kind : {money, percent, number, date}) {
        if (quantity::name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

/// The sentence of a byte, or the last one for what stands behind it.
std::uint32_t sentence_at(const corpus::Document& document, std::uint32_t byte) {
    std::uint32_t first = 0;
    auto count = document.sentence_count();
    while (count > 0) {
        const auto half = count / 2;
        if (document.sentence(first + half).span.end <= byte) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return std::min(first, document.sentence_count() - 1);
}

/// What a name is part of: the first such text behind it, or one a joint before it; or empty.
ByteSpan head_of(std::string_view text, ByteSpan name, std::string_view head) {
    if (head.empty()) return {};
    const auto size = static_cast<std::uint32_t>(head.size());
    const auto behind = text.substr(name.end, longest_enumeration + size).find(head);
    if (behind != std::string_view::npos) {
        const auto begin = name.end + static_cast<std::uint32_t>(behind);
        return {.begin = begin, .end = begin + size};
    }
    const auto reach = std::min<std::size_t>(name.begin, longest_joint + size);
    const auto before = text.substr(name.begin - reach, reach).rfind(head);
    if (before == std::string_view::npos) return {};
    const auto begin = static_cast<std::uint32_t>(name.begin - reach + before);
    return {.begin = begin, .end = begin + size};
}

ByteSpan span_of(std::size_t row, GivenPlace place, const corpus::Document& document) {
    if (place.begin < 0 || place.end <= place.begin ||
        place.end > std::int64_t{document.character_count()}) {
        refuse_row(row,
                   "the span from " + std::to_string(place.begin) + " to " +
                       std::to_string(place.end) + " does not lie in the " +
                       std::to_string(document.character_count()) + " code points of '" +
                       std::string(document.id()) + "'");
    }
    return {.begin = document.byte_of(static_cast<std::uint32_t>(place.begin)),
            .end = document.byte_of(static_cast<std::uint32_t>(place.end))};
}

/// Makes a mention of every row.
class RowReader {
  public:
    RowReader(const corpus::Corpus& corpus, const Columns& rows)
        : corpus_(corpus), rows_(rows), size_(rows.rows()) {}

    void read() {
        mentions.reserve(size_);
        for (std::size_t row = 0; row < size_; ++row) mentions.push_back(mention_of(row));
    }

    /// Takes what ambiguous spans can be from rows of `candidates_table`.
    void read_candidates(const CandidateColumns& rows) {
        for (std::size_t row = 0; row < rows.chosen.size(); ++row) {
            const auto id = document_of(row, rows.document);
            const auto document = corpus_.document(id);
            const auto span = span_of(row, rows.place(row), document);
            if (document.sentence_count() == 0) refuse_row(row, "the document has no sentence");
            readings.push_back({.document = id,
                                .sentence = sentence_at(document, span.begin),
                                .span = span,
                                .alias = names.any(rows.entity_of(row), rows.alias(row)),
                                .score = rows.score.float64s()[row],
                                .is_chosen = rows.chosen.int64s()[row] != 0});
        }
    }

    std::vector<Mention> mentions;
    std::vector<quantity::Quantity> quantities;
    std::vector<Reading> readings;
    NameList names;

  private:
    [[nodiscard]] DocumentId document_of(std::size_t row, const Column& documents) const {
        const auto id = corpus_.find(documents.text(row));
        if (!id) refuse_row(row, "no document '" + std::string(documents.text(row)) + "'");
        return *id;
    }

    Mention mention_of(std::size_t row) {
        for (const auto* column : {&rows_.document, &rows_.start, &rows_.end, &rows_.kind}) {
            if (column->is_null(row)) refuse_row(row, "document, start, end or kind is missing");
        }
        const auto id = document_of(row, rows_.document);
        const auto document = corpus_.document(id);
        Mention mention{.document = id, .span = span_of(row, rows_.place(row), document)};
        if (document.sentence_count() == 0) refuse_row(row, "the document has no sentence");
        mention.sentence = sentence_at(document, mention.span.begin);
        const auto surface = slice(document.text(), mention.span);
        mention.role = role_of(row);
        mention.head = head_of(document.text(), mention.span, rows_.head.text(row));
        mention.level = level_of(row);
        if (const auto kind = quantity_kind(rows_.kind.text(row))) {
            mention.quantity = static_cast<std::uint32_t>(quantities.size());
            quantities.push_back(quantity_of(row, *kind, mention.span));
        } else {
            const auto given = rows_.entity.is_null(row) ? surface : rows_.entity.text(row);
            const auto alias = rows_.alias.is_null(row) ? surface : rows_.alias.text(row);
            const auto& reasons = rows_.reasons;
            mention.alias =
                names.add({.name = given, .kind = rows_.kind.text(row), .id = rows_.id.text(row)},
                          alias,
                          reasons ? reasons->policies(row) : AliasPolicies());
            if (reasons) mention.forms = static_cast<FormSet>(reasons->forms.int64s()[row]);
        }
        return mention;
    }

    [[nodiscard]] Role role_of(std::size_t row) const {
        for (const auto role : {Role::whole, Role::part, Role::derived}) {
            if (name_of(role) == rows_.role.text(row)) return role;
        }
        refuse_row(row, "no role '" + std::string(rows_.role.text(row)) + "'");
    }

    [[nodiscard]] std::uint32_t level_of(std::size_t row) const {
        const auto level = rows_.level.int64s()[row];
        if (level < 0 || level > most_levels) {
            refuse_row(row, "level " + std::to_string(level) + " is none");
        }
        return static_cast<std::uint32_t>(level);
    }

    [[nodiscard]] quantity::Quantity quantity_of(std::size_t row,
                                                 quantity::QuantityKind kind,
                                                 ByteSpan span) const {
        const auto modifier = quantity::modifier_named(rows_.modifier.text(row));
        if (!modifier) {
            refuse_row(row, "no modifier '" + std::string(rows_.modifier.text(row)) + "'");
        }
        return {.span = span,
                .kind = kind,
                .modifier = *modifier,
                .value = float64_at(rows_.value, row),
                .value_high = float64_at(rows_.value_high, row),
                .value_text = std::string(rows_.value_text.text(row)),
                .unit = std::string(rows_.unit.text(row)),
                .date_first = day_at(rows_.date_first, row),
                .date_last = day_at(rows_.date_last, row),
                .timex = std::string(rows_.timex.text(row)),
                .alternatives = std::string(rows_.alternatives.text(row)),
                .reading = std::string(rows_.entity.text(row)),
                .rule = rows_.rule.is_null(row) ? "given" : std::string(rows_.rule.text(row))};
    }

    const corpus::Corpus& corpus_;
    RowColumns rows_;
    std::size_t size_;
};

/// The numbers below `size` that are not among these.
std::vector<std::size_t> others(std::span<const std::size_t> numbers, std::size_t size) {
    std::vector<bool> is_among(size);
    for (const auto i : numbers) is_among[i] = true;
    std::vector<std::size_t> rest;
    for (std::size_t i = 0; i < size; ++i) {
        if (!is_among[i]) rest.push_back(i);
    }
    return rest;
}

std::vector<ReferenceDate> own_dates(const corpus::Corpus& corpus) {
    std::vector<ReferenceDate> dates;
    dates.reserve(corpus.documents().size());
    for (std::size_t d = 0; d < corpus.documents().size(); ++d) {
        dates.push_back(own_date(corpus, id_at<DocumentId>(d)));
    }
    return dates;
}

/// All that was read, without days.
Mentions mentions_of(RowReader reader, std::shared_ptr<const index::IndexedCorpus> indexed) {
    return Mentions({.indexed = std::move(indexed),
                     .names = std::move(reader.names).finish(),
                     .quantities = std::move(reader.quantities),
                     .reference_dates = {},
                     .mentions = std::move(reader.mentions),
                     .readings = std::move(reader.readings),
                     .excluded = {}});
}

}  // namespace

GivenMentions given_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                             const Columns& rows,
                             Overlap overlap) {
    RowReader reader(indexed->corpus, rows);
    reader.read();
    GivenMentions given;
    if (overlap == Overlap::resolve) {
        const auto kept = leftmost_longest(reader.mentions, std::nullopt);
        given.overlapping = others(kept, reader.mentions.size());
        std::vector<Mention> stay;
        stay.reserve(kept.size());
        for (const auto i : kept) stay.push_back(reader.mentions[i]);
        reader.mentions = std::move(stay);
    }
    Excluded excluded;
    if (!given.overlapping.empty()) excluded["overlap"] = given.overlapping.size();
    auto dates = own_dates(indexed->corpus);
    given.mentions = mentions_of(std::move(reader), std::move(indexed))
                         .with(std::move(dates), std::move(excluded));
    return given;
}

Mentions stored_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                         const Columns& rows,
                         const Columns& candidates) {
    RowReader reader(indexed->corpus, rows);
    reader.read();
    reader.read_candidates(CandidateColumns(candidates));
    return mentions_of(std::move(reader), std::move(indexed));
}

GivenMentions given_mentions(std::shared_ptr<const index::IndexedCorpus> indexed,
                             const Columns& rows,
                             std::optional<std::int32_t> reference_date,
                             Job& job) {
    auto given = given_mentions(std::move(indexed), rows, Overlap::resolve);
    given.mentions = given.mentions.with(reference_dates(given.mentions, reference_date, job),
                                         given.mentions.excluded());
    return given;
}

Columns span_surfaces(const corpus::Corpus& corpus, const Columns& rows) {
    const auto& documents = rows.column("document");
    const auto starts = rows.column("start").int64s();
    const auto ends = rows.column("end").int64s();
    TableWriter table({{"surface", text}});
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto id = corpus.find(documents.text(row));
        if (!id) {
            std::vector<std::string_view> known;
            for (const auto document : corpus.documents()) known.push_back(document.id());
            throw unknown_name("document", documents.text(row), known);
        }
        const auto document = corpus.document(*id);
        if (starts[row] < 0 || ends[row] < starts[row] ||
            ends[row] > std::int64_t{document.character_count()}) {
            table.row(std::optional<std::string_view>());
            continue;
        }
        const ByteSpan span{.begin = document.byte_of(static_cast<std::uint32_t>(starts[row])),
                            .end = document.byte_of(static_cast<std::uint32_t>(ends[row]))};
        table.row(slice(document.text(), span));
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::entity
