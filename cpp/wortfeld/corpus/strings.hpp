// Strings end to end with the places where they begin.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/growing.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/base/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace wortfeld::corpus {

/// Numbered strings; `List` is `Growing` while they are collected, `Array` for good.
template <template <typename> typename List>
struct StringColumn {
    List<char> bytes;
    List<std::uint64_t> begins;  ///< of each in `bytes`, and the end of the last; none: empty

    [[nodiscard]] std::size_t size() const noexcept {
        return begins.empty() ? 0 : begins.size() - 1;
    }
    [[nodiscard]] std::size_t length(std::size_t number) const {
        const auto ends = begins.slice(number, 2);
        return ends[1] - ends[0];
    }
    [[nodiscard]] std::string_view text(std::size_t number) const {
        const auto ends = begins.slice(number, 2);
        const auto part = bytes.slice(ends[0], ends[1] - ends[0]);
        const std::string_view text(part.data(), part.size());
        if constexpr (may_lie_in_a_file) {
            if (begins.is_checked() && !utf8::is_whole(text)) refuse_cut(number);
        }
        return text;
    }
    /// In a file, `Error{bad_file}` if one of the strings [first, first + count) cuts a code point.
    void require_whole(std::size_t first, std::size_t count) const {
        if constexpr (may_lie_in_a_file) {
            if (!begins.is_checked()) return;
            for (std::size_t i = 0; i < count; ++i) (void)text(first + i);
        }
    }

  private:
    static constexpr bool may_lie_in_a_file =
        requires(const List<char>& list) { list.is_checked(); };

    [[noreturn]] void refuse_cut(std::size_t number) const {
        begins.refuse(number, "does not begin or end a string where a code point does");
    }
};

using Strings = StringColumn<Array>;

/// Strings while they become more.
struct GrowingStrings : StringColumn<Growing> {
    void push(std::string_view text) {
        if (begins.empty()) begins.push(0);
        bytes.append({text.data(), text.size()});
        begins.push(bytes.size());
    }
    /// Appends the strings [first, first + count) of another column.
    template <template <typename> typename List>
    void append(const StringColumn<List>& other, std::size_t first, std::size_t count) {
        if (count == 0) return;
        other.require_whole(first, count);
        if (begins.empty()) begins.push(0);
        const auto ends = other.begins.slice(first, count + 1);
        const auto shift = bytes.size() - ends[0];  // modulo 2^64
        bytes.append(other.bytes.slice(ends[0], ends[count] - ends[0]));
        const auto added = begins.extend(count);
        for (std::size_t i = 0; i < count; ++i) added[i] = ends[i + 1] + shift;
    }
    /// Drops all strings and keeps the memory for others.
    void clear() noexcept {
        bytes.clear();
        begins.clear();
    }
    [[nodiscard]] Strings finish() && {
        return {std::move(bytes).finish(), std::move(begins).finish()};
    }
};

/// Distinct strings with ids by first appearance, never changed once made.
template <IdType Id>
class StringTable {
  public:
    StringTable() = default;
    explicit StringTable(Strings strings) : strings_(std::move(strings)) {}

    [[nodiscard]] std::size_t size() const noexcept { return strings_.size(); }
    [[nodiscard]] std::string_view text(Id id) const { return strings_.text(number(id)); }
    /// Bytes of the string.
    [[nodiscard]] std::uint32_t length(Id id) const {
        return static_cast<std::uint32_t>(strings_.length(number(id)));
    }
    [[nodiscard]] const Strings& strings() const noexcept { return strings_; }

  private:
    Strings strings_;
};

/// The vocabulary of a corpus: its distinct surface forms.
using Vocabulary = StringTable<TermId>;

}  // namespace wortfeld::corpus
