#include "wortfeld/analysis/mention_items.hpp"
#include "wortfeld/analysis/nearby.hpp"
#include "wortfeld/base/table_writer.hpp"
#include "wortfeld/entity/reading_cells.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace wortfeld::analysis {
namespace {

using enum ColumnType;

constexpr std::string_view separator = " | ";
/// Code points of a long sentence that are shown on either side of an amount: a text of one
/// sentence with many amounts must not be copied for each.
constexpr std::uint32_t passage_reach = 1000;

TableWriter amounts_writer() {
    return TableWriter({{"document", text},    {"sentence", int64},   {"start", int64},
                        {"end", int64},        {"surface", text},     {"kind", text},
                        {"entity", text},      {"value", float64},    {"value_high", float64},
                        {"value_text", text},  {"unit", text},        {"modifier", text},
                        {"date_first", date},  {"date_last", date},   {"timex", text},
                        {"conversion", text},  {"nearby", text},      {"scopes", text},
                        {"distances", text},   {"later_date", text},  {"clause_start", int64},
                        {"clause_end", int64}, {"text_start", int64}, {"text", text}});
}

/// The sentence of a span, as far as it reaches.
CharSpan passage_of(const corpus::Document& document, std::uint32_t sentence, CharSpan span) {
    const auto whole = document.chars(document.sentence(sentence).span);
    const auto begin = span.begin > passage_reach ? span.begin - passage_reach : 0;
    return {.begin = std::max(whole.begin, begin),
            .end = std::max(span.end, std::min(whole.end, span.end + passage_reach))};
}

/// Texts with the separator between them.
class Joined {
  public:
    void add(std::string_view text) {
        if (!is_first_) joined_ += separator;
        joined_ += text;
        is_first_ = false;
    }
    [[nodiscard]] std::optional<std::string_view> text() const {
        if (is_first_) return std::nullopt;
        return joined_;
    }

  private:
    std::string joined_;
    bool is_first_ = true;
};

struct JoinedNames {
    Joined names;
    Joined scopes;
    Joined distances;
};

JoinedNames joined(const entity::Mentions& mentions, std::span<const NearbyName> names) {
    JoinedNames all;
    for (const auto& name : names) {
        const auto id = *mentions.entity(mentions.all()[name.mention]);
        all.names.add(mentions.entity(id).name);
        all.scopes.add(name_of(name.scope));
        all.distances.add(std::to_string(name.distance));
    }
    return all;
}

/// The readings of mentions, or what they say.
Joined joined_readings(const entity::Mentions& mentions, std::span<const std::size_t> numbers) {
    Joined all;
    for (const auto i : numbers) {
        const auto& mention = mentions.all()[i];
        const auto text = mentions.indexed().corpus.document(mention.document).text();
        const auto& reading = mentions.quantity(mention).reading;
        all.add(reading.empty() ? slice(text, mention.span) : std::string_view(reading));
    }
    return all;
}

void add_row(const entity::Mentions& mentions, const Amount& amount, TableWriter& table) {
    const auto& mention = mentions.all()[amount.mention];
    const auto& read = mentions.quantity(mention);
    const auto document = mentions.indexed().corpus.document(mention.document);
    const auto surface = [&](std::size_t i) {
        return slice(document.text(), mentions.all()[i].span);
    };
    const auto conversions = joined_readings(mentions, amount.conversions);
    const auto names = joined(mentions, amount.names);
    const auto chars = document.chars(mention.span);
    const auto clause = document.chars(amount.clause);
    const auto passage = passage_of(document, mention.sentence, chars);
    const ByteSpan shown{.begin = document.byte_of(passage.begin),
                         .end = document.byte_of(passage.end)};
    table.row(document.id(),
              mention.sentence,
              chars.begin,
              chars.end,
              surface(amount.mention),
              mentions.kind(mention),
              null_if_empty(read.reading),
              entity::reading_cells(read),
              conversions.text(),
              names.names.text(),
              names.scopes.text(),
              names.distances.text(),
              amount.later_date ? std::optional(surface(*amount.later_date)) : std::nullopt,
              clause.begin,
              clause.end,
              passage.begin,
              slice(document.text(), shown));
}

}  // namespace

Columns nearby_table(const entity::Mentions& mentions, std::span<const Amount> amounts) {
    auto table = amounts_writer();
    for (const auto& amount : amounts) add_row(mentions, amount, table);
    return std::move(table).finish();
}

Columns nearby_names_table(const entity::Mentions& mentions, std::span<const Amount> amounts) {
    TableWriter table({{"row", int64},
                       {"name", text},
                       {"name_kind", text},
                       {"scope", text},
                       {"distance", int64},
                       {"name_start", int64},
                       {"name_end", int64}});
    for (std::size_t row = 0; row < amounts.size(); ++row) {
        for (const auto& name : amounts[row].names) {
            const auto& mention = mentions.all()[name.mention];
            const auto entity = mentions.entity(*mentions.entity(mention));
            const auto document = mentions.indexed().corpus.document(mention.document);
            const auto chars = document.chars(mention.span);
            table.row(row,
                      entity.name,
                      entity.kind,
                      name_of(name.scope),
                      name.distance,
                      chars.begin,
                      chars.end);
        }
    }
    return std::move(table).finish();
}

}  // namespace wortfeld::analysis
