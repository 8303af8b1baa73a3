// What is behind the `rule` of a mention, and what the gazetteer remarked.
#pragma once

#include "wortfeld/base/columns.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/mentions.hpp"

#include <string>

namespace wortfeld::entity {

/// name, value: the fields of the language data row with the id in "<language>.<id>", or of the
/// gazetteer's aliases in "alias:<alias>". `Error{unknown_name}` for any other text.
Columns rule_table(const Mentions& mentions, const std::string& rule);
/// row, message.
Columns row_warnings_table(const Gazetteer& gazetteer);

}  // namespace wortfeld::entity
