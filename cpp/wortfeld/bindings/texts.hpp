// Texts of Python as documents, without a copy where they are ASCII and without leaving one behind.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/corpus/builder.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::bindings {

/// Which of a list of texts become documents, and how they are called.
struct TextRange {
    std::size_t begin = 0;               ///< index of the first text
    std::vector<std::string> ids;        ///< of the texts from `begin` on, or empty: numbered
    std::string prefix;                  ///< of numbered ids
    std::size_t first = 0;               ///< the number of the text at `begin`
    std::vector<std::string> languages;  ///< one for all, or one for each text from `begin` on
};

/// Consecutive texts of a list, gathered up to a size. Lives while the list holds its texts.
class PackedTexts {
  public:
    /// Takes texts from `range.begin` on, up to about `block_bytes`, and up to the first entry that
    /// is no str or holds what UTF-8 cannot write, and not beyond the ids or languages given.
    PackedTexts(const py::list& texts, TextRange range);

    [[nodiscard]] const std::vector<corpus::Source>& sources() const noexcept { return sources_; }

    static constexpr std::size_t block_bytes = std::size_t{4} << 20U;

  private:
    [[nodiscard]] std::size_t end(std::size_t text_count) const;
    bool take(PyObject* text);
    [[nodiscard]] corpus::Source named(std::size_t number) const;

    /// Bytes in `packed_`, noted until it no longer moves.
    struct Place {
        std::size_t source;
        std::size_t begin;
        std::size_t size;
    };
    TextRange range_;
    std::string packed_;
    std::vector<Place> places_;
    std::vector<corpus::Source> sources_;
};

/// Rows (id, bytes or str, language) as documents; the views live as long as the list.
[[nodiscard]] std::vector<corpus::Source> sources_from(const py::list& rows);

}  // namespace wortfeld::bindings
