// Columns of other programs, taken over through the Arrow C data and stream interface.
//
// Producers are not trusted: whatever the interface lets us check is checked before a buffer is
// read. It does not tell how large buffers are, except for those of `utf8_view`; a producer that
// declares more than it allocated cannot be found out.
#pragma once

#include "wortfeld/base/arrow.hpp"
#include "wortfeld/base/arrow_type.hpp"
#include "wortfeld/base/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld {

/// Owns a struct of a producer and calls its release callback, exactly once.
template <typename Struct>
class ArrowOwned {
  public:
    ArrowOwned() = default;
    /// Takes the struct over: what is left behind counts as released.
    explicit ArrowOwned(Struct& taken) noexcept : held_(std::exchange(taken, Struct{})) {}
    ArrowOwned(ArrowOwned&& other) noexcept : held_(std::exchange(other.held_, Struct{})) {}
    ArrowOwned& operator=(ArrowOwned&& other) noexcept {
        std::swap(held_, other.held_);
        return *this;
    }
    ArrowOwned(const ArrowOwned&) = delete;
    ArrowOwned& operator=(const ArrowOwned&) = delete;
    ~ArrowOwned() {
        if (held_.release != nullptr) held_.release(&held_);
    }

    Struct* operator->() noexcept { return &held_; }
    const Struct* operator->() const noexcept { return &held_; }
    Struct& operator*() noexcept { return held_; }
    const Struct& operator*() const noexcept { return held_; }

  private:
    Struct held_ = {};
};

/// How the rows of a stream are told: to a user of a file the first is number 1, of a table 0.
struct ArrowRowNumbers {
    std::size_t before = 0;        ///< rows of the source that came before, in other streams
    std::size_t counted_from = 0;  ///< the number of the first row of the source in messages
};

/// The rows of one column in one batch, its lengths and buffers checked as far as they can be.
struct ArrowView {
    const ArrowField* field = nullptr;
    const ArrowArray* array = nullptr;
    std::size_t begin = 0;  ///< where its first value lies in the buffers
    std::size_t rows = 0;
    ArrowRowNumbers numbers = {};  ///< of its rows, for messages
    const std::uint8_t* validity =
        nullptr;  ///< bit per value from the start of the buffers, or none

    [[nodiscard]] bool is_null(std::size_t row) const noexcept {
        constexpr std::size_t bits_per_byte = 8;
        const auto at = begin + row;
        return validity != nullptr &&
               (validity[at / bits_per_byte] >> at % bits_per_byte & 1U) == 0;
    }
    /// `Error{bad_input}` that names column and row.
    [[noreturn]] void refuse(std::size_t row, const std::string& what) const;
    /// The same for the column as a whole.
    [[noreturn]] void refuse(const std::string& what) const;
    /// The values of a dictionary.
    [[nodiscard]] ArrowView dictionary() const;
    /// Which value of the dictionary (with that many) a row that is not null has; checked.
    [[nodiscard]] std::size_t index(std::size_t row, std::size_t values) const;
};

/// Rows that came together. Copies share them; the last one releases them.
class ArrowBatch {
  public:
    ArrowBatch(std::shared_ptr<const std::vector<ArrowField>> fields,
               ArrowOwned<ArrowArray> array,
               bool is_table,
               ArrowRowNumbers numbers);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    /// Rows of the source before its first, and how they are counted.
    [[nodiscard]] ArrowRowNumbers numbers() const noexcept { return numbers_; }
    /// A column; `Error{unknown_name}` with near names if there is none.
    [[nodiscard]] const ArrowView& view(std::string_view name) const;
    /// These columns, copied; `Error{bad_argument}` for a type that no column holds.
    [[nodiscard]] Columns columns(std::span<const std::string_view> names) const;

  private:
    void check_table();

    std::shared_ptr<const std::vector<ArrowField>> fields_;
    std::shared_ptr<const ArrowOwned<ArrowArray>> array_;
    std::vector<ArrowView> views_;
    std::size_t rows_ = 0;
    ArrowRowNumbers numbers_;
};

/// A table or a column that arrives batch by batch. It can be read once.
class ArrowStream {
  public:
    /// `Error{bad_input}` if the producer fails or what it declares is not well formed,
    /// `Error{bad_argument}` if two columns have one name.
    explicit ArrowStream(ArrowOwned<ArrowArrayStream> producer, ArrowRowNumbers numbers = {});
    /// A stream of one batch.
    ArrowStream(ArrowOwned<ArrowSchema> schema,
                ArrowOwned<ArrowArray> array,
                ArrowRowNumbers numbers = {});

    /// The columns; of a stream that is no table the only one, whose name may be empty.
    [[nodiscard]] std::span<const ArrowField> fields() const noexcept { return *fields_; }
    [[nodiscard]] bool is_table() const noexcept { return is_table_; }
    /// The column of that name; `Error{unknown_name}` with near names if there is none.
    [[nodiscard]] const ArrowField& field(std::string_view name) const;
    /// The next batch, which may have no rows, or nothing at the end.
    [[nodiscard]] std::optional<ArrowBatch> next();

  private:
    void declare(const ArrowSchema& schema);

    ArrowOwned<ArrowArrayStream> producer_;
    ArrowOwned<ArrowArray> only_;
    std::shared_ptr<const std::vector<ArrowField>> fields_;
    bool is_table_ = false;
    ArrowRowNumbers numbers_;
};

}  // namespace wortfeld
