#include "wortfeld/corpus/interner.hpp"

#include "wortfeld/base/hash.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <limits>
#include <random>

namespace wortfeld::corpus {
namespace {

/// Bytes of a string that lie in its record.
constexpr std::size_t inline_bytes = 16;
constexpr std::size_t half = inline_bytes / 2;
constexpr std::size_t first_slots = 64;
/// At most every second slot is taken, so that a search ends after a step or two.
constexpr std::size_t slots_per_string = 2;
constexpr unsigned tag_shift = 32;

/// Drawn once a process, so that nobody can make up texts whose words all share a slot. Hashes
/// decide where a string is looked for, never which number it gets.
HashSalts drawn_salts() {
    static const auto drawn = [] {
        std::random_device device;
        const auto draw = [&] { return std::uint64_t{device()} << tag_shift | device(); };
        return HashSalts{.first = hash_salt ^ draw(), .second = other_hash_salt ^ draw()};
    }();
    return drawn;
}

/// The lowest `count` bytes of a number, at most eight.
constexpr std::uint64_t low_bytes(std::uint64_t value, std::size_t count) noexcept {
    constexpr std::array<std::uint64_t, 9> masks{0,
                                                 0xFF,
                                                 0xFFFF,
                                                 0xFFFFFF,
                                                 0xFFFFFFFF,
                                                 0xFFFFFFFFFF,
                                                 0xFFFFFFFFFFFF,
                                                 0xFFFFFFFFFFFFFF,
                                                 0xFFFFFFFFFFFFFFFF};
    return value & masks[count];
}

constexpr std::uint64_t tag_of(std::uint64_t hash) noexcept {
    return hash >> tag_shift;
}

constexpr std::size_t number_in(std::uint64_t slot) noexcept {
    return static_cast<std::uint32_t>(slot) - 1;
}

}  // namespace

Interner::Interner() : salts_(drawn_salts()) {}

// The key is filled in place: the halves of a record that was just written cannot be loaded at once
// when the whole is copied, which made the processor wait at every string.
inline void Interner::fill(Key& key, std::string_view string, std::size_t readable) const noexcept {
    std::array<char, inline_bytes> copy{};
    const auto* head = string.data();
    if (readable < inline_bytes) {
        if (!string.empty()) std::memcpy(copy.data(), head, std::min(string.size(), inline_bytes));
        head = copy.data();
    }
    const auto size = string.size();
    const auto first = low_bytes(load_eight(head), std::min(size, half));
    const auto second =
        low_bytes(load_eight(head + half), std::clamp(size, half, inline_bytes) - half);
    auto hash = fold_product(first ^ salts_.first, second ^ salts_.second ^ size);
    if (size > inline_bytes) hash = hash_long(string, hash, salts_);
    key.record.first = first;
    key.record.second = second;
    key.record.hash = hash;
    key.record.size = size;
    key.data = string.data();
}

inline bool Interner::is_same(const Key& key, std::size_t number) const noexcept {
    const auto& record = records_.at(number);
    const auto& wanted = key.record;
    return record.first == wanted.first && record.second == wanted.second &&
           record.size == wanted.size &&
           (wanted.size <= inline_bytes ||
            strings_.text(number) == std::string_view(key.data, wanted.size));
}

inline std::size_t Interner::slot_of(const Key& key) const noexcept {
    const auto mask = slots_.size() - 1;
    auto at = key.record.hash & mask;
    while (slots_[at] != 0) {
        const auto slot = slots_[at];
        if (tag_of(slot) == tag_of(key.record.hash) && is_same(key, number_in(slot))) break;
        at = (at + 1) & mask;
    }
    return at;
}

std::size_t Interner::longest_search() const noexcept {
    std::size_t longest = 0;
    for (std::size_t at = 0; at < slots_.size(); ++at) {
        if (slots_[at] == 0) continue;
        const auto home = records_.at(number_in(slots_[at])).hash;
        longest = std::max(longest, ((at - home) & (slots_.size() - 1)) + 1);
    }
    return longest;
}

inline std::uint32_t Interner::place(const Key& key) {
    const auto at = slot_of(key);
    if (slots_[at] != 0) return static_cast<std::uint32_t>(number_in(slots_[at]));
    const auto number = static_cast<std::uint32_t>(records_.size());
    assert(number < std::numeric_limits<std::uint32_t>::max() - 1);
    slots_[at] = tag_of(key.record.hash) << tag_shift | (number + 1);
    records_.push(key.record);
    strings_.push({key.data, key.record.size});
    return number;
}

void Interner::make_room(std::size_t more) {
    auto wanted = std::max(slots_.size(), first_slots);
    while (wanted < (records_.size() + more) * slots_per_string) wanted *= 2;
    if (wanted == slots_.size()) return;
    slot_memory_ = {};
    slots_ = slot_memory_.extend(wanted);
    std::ranges::fill(slots_, 0);
    for (std::size_t number = 0; number < records_.size(); ++number) {
        const auto hash = records_.at(number).hash;
        auto at = hash & (wanted - 1);
        while (slots_[at] != 0) at = (at + 1) & (wanted - 1);
        slots_[at] = tag_of(hash) << tag_shift | (number + 1);
    }
}

template <typename Number, typename FillKey>
void Interner::place_all(std::span<Number> numbers, FillKey fill_key) {
    const std::span<Key, batch_size> keys = batch_;
    for (std::size_t begin = 0; begin < numbers.size(); begin += batch_size) {
        const auto count = std::min(batch_size, numbers.size() - begin);
        make_room(count);
        const auto mask = slots_.size() - 1;
        for (std::size_t i = 0; i < count; ++i) {
            fill_key(keys[i], begin + i);
            __builtin_prefetch(&slots_[keys[i].record.hash & mask]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto slot = slots_[keys[i].record.hash & mask];
            if (slot != 0) __builtin_prefetch(&records_.all()[number_in(slot)]);
        }
        for (std::size_t i = 0; i < count; ++i) numbers[begin + i] = Number{place(keys[i])};
    }
}

std::uint32_t Interner::intern(std::string_view string) {
    make_room(1);
    fill(batch_.front(), string, string.size());
    return place(batch_.front());
}

void Interner::intern(std::string_view text,
                      std::span<const text::Token> tokens,
                      std::span<TermId> terms) {
    place_all(terms, [&](Key& key, std::size_t i) {
        const auto span = tokens[i].span;
        fill(key, slice(text, span), text.size() - span.begin);
    });
}

std::vector<std::uint32_t> Interner::intern_all(const Interner& other) {
    std::vector<std::uint32_t> numbers(other.size());
    place_all(std::span(numbers), [&](Key& key, std::size_t i) {
        key = {.record = other.records_.at(i), .data = other.strings_.text(i).data()};
    });
    return numbers;
}

void Interner::clear() {
    std::ranges::fill(slots_, 0);
    records_.clear();
    strings_.clear();
}

void Interner::find(std::string_view text,
                    std::span<const text::Token> tokens,
                    std::span<std::uint32_t> numbers) const {
    std::ranges::fill(numbers, unknown);
    if (slots_.empty()) return;
    std::array<Key, batch_size> keys;
    const auto mask = slots_.size() - 1;
    for (std::size_t begin = 0; begin < numbers.size(); begin += batch_size) {
        const auto count = std::min(batch_size, numbers.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            const auto span = tokens[begin + i].span;
            fill(keys[i], slice(text, span), text.size() - span.begin);
            __builtin_prefetch(&slots_[keys[i].record.hash & mask]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto slot = slots_[slot_of(keys[i])];
            if (slot != 0) numbers[begin + i] = static_cast<std::uint32_t>(number_in(slot));
        }
    }
}

std::optional<std::uint32_t> Interner::find(std::string_view string) const {
    if (slots_.empty()) return std::nullopt;
    Key key;
    fill(key, string, string.size());
    const auto slot = slots_[slot_of(key)];
    if (slot == 0) return std::nullopt;
    return static_cast<std::uint32_t>(number_in(slot));
}

}  // namespace wortfeld::corpus
