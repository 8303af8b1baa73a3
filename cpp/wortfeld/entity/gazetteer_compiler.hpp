// Makes a gazetteer of rows: one pass that checks and cuts them, one that fills the columns.
#pragma once

#include "wortfeld/corpus/interner.hpp"
#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/gazetteer_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld::entity {

/// Some strings that are numbered together, which waits for memory once instead of once each.
class StringBatch {
  public:
    void clear();
    /// Appends to the string under way.
    [[nodiscard]] std::string& text() noexcept { return text_; }
    void end_string();
    void intern(corpus::Interner& interner);
    [[nodiscard]] std::uint32_t number(std::size_t string) const {
        return static_cast<std::uint32_t>(numbers_[string]);
    }

  private:
    std::string text_;
    std::vector<text::Token> places_;
    std::vector<TermId> numbers_;
};

/// The entities of the rows, each found by its id, else by its name and kind.
class EntityTable {
  public:
    explicit EntityTable(const GazetteerRows& rows) : rows_(rows) {}

    /// Looks at the rows [begin, end), to be added next.
    void read(std::size_t begin, std::size_t end);
    /// Adds one of the rows that were read, by its number from the first of them.
    /// `Error{bad_input}` if it contradicts an earlier one.
    EntityId add(std::size_t at, const GazetteerRow& row);
    [[nodiscard]] std::string_view name(EntityId id) const { return names_.text(number(id)); }
    void finish(GazetteerColumns& columns) &&;

  private:
    EntityId add_named(std::uint32_t called, const GazetteerRow& row);
    EntityId add_with_id(std::uint32_t id, std::uint32_t called, const GazetteerRow& row);
    EntityId add_new(std::uint32_t called, const GazetteerRow& row);
    void require_same(const GazetteerRow& row, EntityId known) const;
    [[noreturn]] void refuse_name(const GazetteerRow& row) const;

    const GazetteerRows& rows_;
    StringBatch batch_ids_;
    StringBatch batch_names_;
    corpus::Interner called_;             ///< distinct names
    std::vector<EntityId> of_names_;      ///< the first entity of each
    corpus::Interner given_ids_;          ///< distinct
    std::vector<EntityId> of_given_ids_;  ///< of each; `nobody` before its first row
    corpus::Interner kinds_;              ///< distinct
    corpus::GrowingStrings names_;
    corpus::GrowingStrings ids_;
    std::vector<std::uint32_t> entity_kinds_;
};

/// Context words and languages of the aliases, which few of them have.
class AliasConditions {
  public:
    explicit AliasConditions(const GazetteerRows& rows) : rows_(rows) { languages_.intern(""); }

    [[nodiscard]] Alias alias_of(const GazetteerRow& row, EntityId entity);
    void finish(GazetteerColumns& columns) &&;

  private:
    void add_words(const GazetteerRow& row, std::string_view list);

    const GazetteerRows& rows_;
    corpus::Interner languages_;
    corpus::GrowingStrings words_;
    std::vector<std::uint32_t> begins_{0};
};

/// Reads the rows and makes the gazetteer of them.
class GazetteerCompiler {
  public:
    explicit GazetteerCompiler(const GazetteerRows& rows)
        : rows_(rows), entities_(rows), conditions_(rows) {}

    [[nodiscard]] Gazetteer compile() &&;

  private:
    void add_rows(std::size_t begin, std::size_t end);
    void add_steps();
    void remark(std::size_t row, const std::string& what);
    void remark_doubtful(std::size_t row, std::string_view alias);
    void require_few_entities(std::span<const std::uint32_t> aliases) const;
    void drop_repeated(std::span<const std::uint32_t> aliases);
    [[nodiscard]] bool is_repeated(std::uint32_t alias, std::uint32_t known);
    [[nodiscard]] std::string contradiction(std::uint32_t alias, std::uint32_t known) const;
    [[nodiscard]] std::vector<std::uint32_t> keep(GazetteerColumns& columns);
    void finish_warnings(GazetteerColumns& columns);

    const GazetteerRows& rows_;
    EntityTable entities_;
    AliasConditions conditions_;
    corpus::Interner atoms_;
    AliasSteps steps_;
    std::vector<Alias> aliases_;             ///< of each row
    std::vector<std::uint8_t> is_repeated_;  ///< of each row
    std::vector<RowWarning> warnings_;
    // What one batch of rows consists of.
    AtomList batch_;
    StringBatch folded_;  ///< atoms
    std::vector<std::uint32_t> gaps_;
};

}  // namespace wortfeld::entity
