// Numbers strings by first appearance, in batches, so that the memory of the next ones is fetched
// while the present ones are compared.
#pragma once

#include "wortfeld/base/growing.hpp"
#include "wortfeld/base/hash.hpp"
#include "wortfeld/base/ids.hpp"
#include "wortfeld/corpus/strings.hpp"
#include "wortfeld/text/token.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace wortfeld::corpus {

/// A growing set of distinct strings with the numbers 0, 1, 2, ... in order of first appearance.
/// Which numbers they get depends on the strings alone, never on their hashes. At most 2^32 - 2.
class Interner {
  public:
    Interner();

    /// The number of the string, a new one at its first appearance. Ends what `text` returned.
    std::uint32_t intern(std::string_view string);
    /// Puts the number of each token of the text into `terms`, which has as many places.
    void intern(std::string_view text,
                std::span<const text::Token> tokens,
                std::span<TermId> terms);
    /// Interns all strings of another one in their order: number i there is the result's [i] here.
    [[nodiscard]] std::vector<std::uint32_t> intern_all(const Interner& other);

    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view string) const;
    /// Puts the number of each token of the text into `numbers`, or `unknown`.
    void find(std::string_view text,
              std::span<const text::Token> tokens,
              std::span<std::uint32_t> numbers) const;
    static constexpr std::uint32_t unknown = 0xFFFFFFFF;
    [[nodiscard]] std::string_view text(std::uint32_t number) const {
        return strings_.text(number);
    }
    [[nodiscard]] std::size_t size() const noexcept { return records_.size(); }
    /// The most slots that a search for one of the strings looks at: about as many as a number of
    /// that size has digits, whoever made up the strings.
    [[nodiscard]] std::size_t longest_search() const noexcept;
    /// Drops all strings and keeps the memory for others.
    void clear();
    /// The strings by their numbers; the interner must not be used afterwards.
    [[nodiscard]] GrowingStrings finish() && { return std::move(strings_); }

  private:
    /// What is compared before the bytes: the first 16 of them, zeros after the end, and the hash.
    struct Record {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        std::uint64_t hash = 0;
        std::uint64_t size = 0;
    };
    struct Key {
        Record record;
        const char* data = nullptr;
    };

    /// Strings under way at a time: enough to hide the latency of memory, few enough for the cache.
    static constexpr std::size_t batch_size = 64;

    /// Makes the key of a string; `readable` bytes may be read from its beginning on.
    void fill(Key& key, std::string_view string, std::size_t readable) const noexcept;
    [[nodiscard]] bool is_same(const Key& key, std::size_t number) const noexcept;
    /// The slot that holds the key, or the empty one where it belongs.
    [[nodiscard]] std::size_t slot_of(const Key& key) const noexcept;
    std::uint32_t place(const Key& key);
    template <typename Number, typename FillKey>
    void place_all(std::span<Number> numbers, FillKey fill_key);
    void make_room(std::size_t more);

    HashSalts salts_;
    std::span<std::uint64_t> slots_;  ///< tag << 32 | number + 1, or 0; as many as a power of two
    Growing<std::uint64_t> slot_memory_;
    Growing<Record> records_;
    GrowingStrings strings_;
    std::array<Key, batch_size> batch_ = {};
};

}  // namespace wortfeld::corpus
