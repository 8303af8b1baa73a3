#include "wortfeld/entity/given_rows.hpp"

#include "wortfeld/base/error.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

constexpr std::string_view alias_prefix = "alias:";

bool has_column(const Columns& rows, std::string_view name) {
    const auto all = rows.columns();
    return std::any_of(
        all.begin(), all.end(), [&](const auto& column) { return column.first == name; });
}

GivenPlace place_at(const Column& start, const Column& end, std::size_t row) {
    return {.begin = start.int64s()[row], .end = end.int64s()[row]};
}

}  // namespace

void refuse_row(std::size_t row, const std::string& why) {
    throw Error(ErrorKind::bad_input, "row " + std::to_string(row) + ": " + why, {.line = row});
}

std::optional<double> float64_at(const Column& column, std::size_t row) {
    if (column.is_null(row)) return std::nullopt;
    return column.float64s()[row];
}

std::optional<std::int32_t> day_at(const Column& column, std::size_t row) {
    if (column.is_null(row)) return std::nullopt;
    return column.dates()[row];
}

ReasonColumns::ReasonColumns(const Columns& rows)
    : letter_case(rows.column("case")),
      needs(rows.column("needs")),
      excludes(rows.column("excludes")),
      language(rows.column("language")),
      forms(rows.column("forms")) {}

AliasPolicies ReasonColumns::policies(std::size_t row) const {
    return {.letter_case = std::string(letter_case.text(row)),
            .needs = std::string(needs.text(row)),
            .excludes = std::string(excludes.text(row)),
            .language = std::string(language.text(row))};
}

RowColumns::RowColumns(const Columns& rows)
    : document(rows.column("document")),
      start(rows.column("start")),
      end(rows.column("end")),
      kind(rows.column("kind")),
      entity(rows.column("entity")),
      id(rows.column("id")),
      alias(rows.column("alias")),
      value(rows.column("value")),
      value_high(rows.column("value_high")),
      value_text(rows.column("value_text")),
      unit(rows.column("unit")),
      modifier(rows.column("modifier")),
      date_first(rows.column("date_first")),
      date_last(rows.column("date_last")),
      timex(rows.column("timex")),
      rule(rows.column("rule")),
      role(rows.column("role")),
      head(rows.column("head")),
      level(rows.column("level")),
      alternatives(rows.column("alternatives")) {
    if (has_column(rows, "forms")) reasons.emplace(rows);
}

GivenPlace RowColumns::place(std::size_t row) const {
    return place_at(start, end, row);
}

CandidateColumns::CandidateColumns(const Columns& rows)
    : document(rows.column("document")),
      start(rows.column("start")),
      end(rows.column("end")),
      entity(rows.column("entity")),
      kind(rows.column("kind")),
      id(rows.column("id")),
      rule(rows.column("rule")),
      score(rows.column("score")),
      chosen(rows.column("chosen")) {}

GivenPlace CandidateColumns::place(std::size_t row) const {
    return place_at(start, end, row);
}

NamedEntity CandidateColumns::entity_of(std::size_t row) const {
    return {.name = entity.text(row), .kind = kind.text(row), .id = id.text(row)};
}

std::string_view CandidateColumns::alias(std::size_t row) const {
    auto text = rule.text(row);
    if (text.starts_with(alias_prefix)) text.remove_prefix(alias_prefix.size());
    return text;
}

}  // namespace wortfeld::entity
