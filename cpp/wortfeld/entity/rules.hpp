// What is behind the `rule` of a mention, and what the gazetteer remarked.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <cstdint>
#include <string>

namespace wortfeld::entity {

/// name, value: the fields of the language data row with the id in "<language>.<id>", or of the
/// gazetteer's aliases in "alias:<alias>". `Error{unknown_name}` for any other text.
Columns rule_table(const Mentions& mentions, const std::string& rule);
/// name, value: what a mention is and why, by its row in `mentions_table`: its surface, then for a
/// name entity, alias, policies, form, role and what else it could be; for a quantity its reading,
/// modifier, alternatives, the day that an incomplete date is counted from, and its data row.
/// `Error{bad_argument}` for a row that the table has not.
Columns mention_table(const Mentions& mentions, std::uint64_t row);
/// row, message.
Columns row_warnings_table(const Gazetteer& gazetteer);

}  // namespace wortfeld::entity
