// A store in a file: which section holds which column, and what must hold for its values.
#pragma once

#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/corpus/store.hpp"

#include <string>

namespace wortfeld::corpus {

/// Adds the strings as sections `<name>.bytes` and `<name>.begins`.
void add_strings(SectionWriter& file, const std::string& name, const Strings& strings);
/// Strings that `add_strings` added.
[[nodiscard]] Strings read_strings(SectionReader& file, const std::string& name);

/// Adds every column of a store.
void add_store(SectionWriter& file, const Store& store);
/// The store in a file; its columns lie there and are verified when they are touched.
[[nodiscard]] Store read_store(SectionReader& file);

}  // namespace wortfeld::corpus
