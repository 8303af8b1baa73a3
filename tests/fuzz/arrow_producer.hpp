// A producer of Arrow data that is made of a fuzzer's bytes and lies wherever a consumer can
// notice.
//
// The C data interface does not tell how large a buffer is. A consumer has to believe that there is
// as much behind a pointer as the format demands for what the array claims; a producer that
// allocates less cannot be told from an honest one. So this one keeps to three rules, and all else
// is chosen by the bytes:
//
// - A claim of a length, an offset or a number of buffers or children is either small, and then
//   there is memory for it, or so absurd (negative, beyond 2^48) that it must be refused unseen.
//   Between these a claim would be a promise that nothing here can keep.
// - A buffer has exactly the bytes that the format demands for the offset and length claimed: one
//   more offset than values, a bit for each flag, and for texts as many bytes as the largest offset
//   says. Reading one byte more is a finding of the address sanitizer.
// - What is in buffers is free: offsets that fall, indices out of range, views into buffers that
//   are not there, texts that are not UTF-8. All of that can be checked before it is used. Only the
//   sizes that a producer of views gives for its own buffers are true or negative.
#pragma once

#include "wortfeld/base/arrow.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace wortfeld {

/// Takes numbers out of an input; all are 0 behind its end.
class Choices {
  public:
    explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    std::uint8_t byte() {
        if (bytes_.empty()) return 0;
        const auto first = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return first;
    }
    std::size_t below(std::size_t limit) { return byte() % limit; }
    /// Once in many times.
    bool rarely() { return byte() >= 0xF0; }
    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

    template <typename Value>
    const Value& one_of(std::span<const Value> values) {
        return values[below(values.size())];
    }

  private:
    std::span<const std::uint8_t> bytes_;
};

/// Memory of exactly the size asked for, so that a byte more is somebody else's.
using Buffer = std::unique_ptr<std::uint8_t[]>;

class ArrowProducer {
  public:
    explicit ArrowProducer(std::span<const std::uint8_t> bytes) : choices_(bytes) {}

    /// A stream of a table or a column; it points into the producer.
    ArrowArrayStream stream() {
        column_count_ = choices_.below(4);
        is_table_ = choices_.below(4) != 0;
        for (std::size_t i = 0; i < std::max<std::size_t>(column_count_, 1); ++i) {
            formats_.push_back({choose_format(), choices_.below(5) == 0 ? index_format() : ""});
        }
        batches_left_ = choices_.below(4);
        ArrowArrayStream made;
        made.get_schema = choices_.rarely() ? nullptr : get_schema;
        made.get_next = choices_.rarely() ? nullptr : get_next;
        made.get_last_error = choices_.rarely() ? nullptr : last_error;
        made.release = release<ArrowArrayStream>;
        made.private_data = this;
        ++handed_out_;
        return made;
    }

    /// Structs that were handed out and not released yet, or released twice.
    [[nodiscard]] int unreleased() const { return handed_out_; }

  private:
    struct Format {
        std::string_view values;
        std::string_view index;  ///< of a dictionary; empty if there is none
    };

    /// Columns of one level of structs; addresses stay.
    template <typename Struct>
    struct Kept {
        std::deque<Struct> structs;
        std::deque<std::vector<Struct*>> lists;
    };

    std::string_view choose_format() {
        static constexpr std::array<std::string_view, 32> formats = {
            "u", "U",  "vu", "u",        "U",           "vu",   "n",       "b",
            "c", "C",  "s",  "S",        "i",           "I",    "l",       "L",
            "e", "f",  "g",  "tdD",      "tdm",         "tss:", "tsn:UTC", "d:9,2",
            "z", "+l", "vz", "d:9,2,32", "d:38,-3,256", "\xFF", "d:,",     "ts"};
        return choices_.one_of<std::string_view>(formats);
    }

    std::string_view index_format() {
        static constexpr std::array<std::string_view, 8> formats = {
            "c", "C", "s", "S", "i", "I", "l", "L"};
        return choices_.rarely() ? choose_format() : choices_.one_of<std::string_view>(formats);
    }

    /// The truth, or once in a while a claim that must be refused.
    std::int64_t claimed(std::int64_t truth) {
        static constexpr std::array<std::int64_t, 6> absurd = {
            -1, -2, INT64_MIN, INT64_MAX, (std::int64_t{1} << 48) + 1, INT64_MAX - 1};
        return choices_.rarely() ? choices_.one_of<std::int64_t>(absurd) : truth;
    }

    /// A claim, or 0 for one that is refused unseen.
    static std::size_t small(std::int64_t claim) {
        return claim < 0 || claim > 1024 ? 0 : static_cast<std::size_t>(claim);
    }

    ArrowSchema schema(std::string_view format) {
        static constexpr std::array<const char*, 5> names = {"x", "y", "text", "x\xFF", nullptr};
        ArrowSchema made;
        made.format = choices_.rarely() ? nullptr : format.data();
        made.name = next_name_ < 3 ? names[next_name_++] : choices_.one_of<const char*>(names);
        made.release = release<ArrowSchema>;
        made.private_data = nullptr;  // only what is handed out is counted
        return made;
    }

    ArrowSchema column_schema(const Format& format) {
        if (format.index.empty()) return schema(format.values);
        auto made = schema(format.index);
        made.dictionary = &schemas_.structs.emplace_back(schema(format.values));
        if (choices_.rarely()) {
            made.dictionary->dictionary = &schemas_.structs.emplace_back(schema("u"));
        }
        return made;
    }

    ArrowSchema whole_schema() {
        next_name_ = 0;
        if (!is_table_) return column_schema(formats_.front());
        auto made = schema("+s");
        next_name_ = 0;
        auto& children = schemas_.lists.emplace_back();
        for (std::size_t i = 0; i < column_count_; ++i) {
            children.push_back(choices_.rarely()
                                   ? nullptr
                                   : &schemas_.structs.emplace_back(column_schema(formats_[i])));
        }
        made.n_children = claimed(static_cast<std::int64_t>(children.size()));
        made.children = choices_.rarely() ? nullptr : children.data();
        return made;
    }

    /// Bytes that the input chooses; the last ones repeat themselves.
    std::uint8_t* block(std::size_t size, std::size_t limit = 256) {
        auto& made = blocks_.emplace_back(new std::uint8_t[size]);
        const auto chosen = std::min<std::size_t>(size, 8 + choices_.below(64));
        for (std::size_t i = 0; i < size; ++i) {
            made[i] =
                i < chosen ? static_cast<std::uint8_t>(choices_.byte() % limit) : made[i - chosen];
        }
        return made.get();
    }

    /// Offsets that mostly ascend, and the largest of them.
    template <typename Offset>
    std::pair<std::uint8_t*, std::size_t> offsets(std::size_t values) {
        auto* const made = block((values + 1) * sizeof(Offset));
        const auto is_wild = choices_.rarely();
        Offset last = 0;
        Offset largest = 0;
        for (std::size_t i = 0; i <= values; ++i) {
            // A wild one may fall or be negative, but never promises more than there can be.
            const auto step = static_cast<Offset>(made[i * sizeof(Offset)] % 24);
            last = static_cast<Offset>(is_wild && step == 23 ? -last - 1 : last + step);
            std::memcpy(made + i * sizeof(Offset), &last, sizeof(Offset));
            largest = std::max(largest, last);
        }
        return {made, static_cast<std::size_t>(largest)};
    }

    /// The buffers behind the first, with the number of values that lie in them.
    void push_values(std::vector<const void*>& buffers,
                     std::string_view format,
                     std::size_t values) {
        if (format == "u" || format == "U") {
            const auto [made, size] =
                format == "u" ? offsets<std::int32_t>(values) : offsets<std::int64_t>(values);
            buffers.push_back(made);
            buffers.push_back(block(size, choices_.rarely() ? 256 : 128));
        } else if (format == "vu") {
            push_views(buffers, values);
        } else if (format == "b") {
            buffers.push_back(block((values + 7) / 8));
        } else {
            buffers.push_back(block(values * width_of(format)));
        }
    }

    void push_views(std::vector<const void*>& buffers, std::size_t values) {
        constexpr std::size_t entry = 16;
        auto* const made = block(values * entry);
        const auto count = choices_.below(4);
        // Numbers that are all small are right more often, and wrong by one.
        const auto is_wild = choices_.rarely();
        constexpr std::array<std::uint8_t, 4> limits = {24, 255, 4, 24};
        for (std::size_t i = 0; i < values * entry && !is_wild; ++i) {
            const auto number = i % entry / 4;
            const auto is_low = i % 4 == 0;
            if (number != 1)
                made[i] = is_low ? static_cast<std::uint8_t>(made[i] % limits[number]) : 0;
        }
        buffers.push_back(made);
        std::vector<std::int64_t> sizes;
        for (std::size_t i = 0; i < count; ++i) {
            sizes.push_back(choices_.rarely() ? -1 : choices_.byte() % 64);
            buffers.push_back(block(static_cast<std::size_t>(std::max<std::int64_t>(sizes[i], 0))));
        }
        auto* const kept = block(count * sizeof(std::int64_t));
        if (count > 0) std::memcpy(kept, sizes.data(), count * sizeof(std::int64_t));
        buffers.push_back(kept);
    }

    static std::size_t width_of(std::string_view format) {
        constexpr std::size_t widest = 32;
        if (format == "c" || format == "C") return 1;
        if (format == "s" || format == "S" || format == "e") return 2;
        if (format == "i" || format == "I" || format == "f" || format == "tdD") return 4;
        if (format == "d:9,2") return 16;
        if (format == "d:9,2,32") return 4;
        if (format.starts_with("d:")) return widest;
        return 8;
    }

    void spoil(std::vector<const void*>& buffers, std::string_view format) {
        if (buffers.empty()) return;
        if (choices_.rarely()) buffers[choices_.below(buffers.size())] = nullptr;
        // Of views the last buffer tells the sizes of all others: their number is believed.
        if (format == "vu") return;
        if (choices_.rarely()) buffers.push_back(block(8));
        if (choices_.rarely()) buffers.pop_back();
    }

    ArrowArray array(std::string_view format, std::size_t least) {
        ArrowArray made;
        const auto offset = choices_.below(4) == 0 ? choices_.below(40) : 0;
        const auto length =
            choices_.rarely() ? least + choices_.below(5) - std::min<std::size_t>(least, 2) : least;
        auto& buffers = pointers_.emplace_back();
        const auto values = offset + length;
        if (format != "n") {
            buffers.push_back(choices_.below(3) == 0 ? block((values + 7) / 8) : nullptr);
            push_values(buffers, format, values);
        }
        spoil(buffers, format);
        made.length = claimed(static_cast<std::int64_t>(length));
        made.offset = claimed(static_cast<std::int64_t>(offset));
        made.null_count = choices_.rarely() ? 3 : claimed(-1);
        made.n_buffers = claimed(static_cast<std::int64_t>(buffers.size()));
        made.n_children = choices_.rarely() ? 1 : 0;
        made.buffers = choices_.rarely() ? nullptr : buffers.data();
        made.release = choices_.rarely() ? nullptr : release<ArrowArray>;
        made.private_data = nullptr;
        return made;
    }

    ArrowArray column(const Format& format, std::size_t rows) {
        auto made = array(format.index.empty() ? format.values : format.index, rows);
        const auto has_dictionary = !format.index.empty() != choices_.rarely();
        if (has_dictionary) {
            made.dictionary =
                &arrays_.structs.emplace_back(array(format.values, choices_.below(40)));
        }
        return made;
    }

    ArrowArray whole_array() {
        const auto rows = choices_.below(choices_.rarely() ? 80 : 6);
        if (!is_table_) return column(formats_.front(), rows);
        auto made = array("n", rows);
        auto& validity = pointers_.emplace_back();
        const auto values = small(made.offset) + small(made.length);
        validity.push_back(choices_.rarely() ? block((values + 7) / 8) : nullptr);
        made.n_buffers = claimed(1);
        made.buffers = choices_.rarely() ? nullptr : validity.data();
        auto& children = arrays_.lists.emplace_back();
        for (std::size_t i = 0; i < column_count_; ++i) {
            children.push_back(choices_.rarely()
                                   ? nullptr
                                   : &arrays_.structs.emplace_back(column(formats_[i], values)));
        }
        made.n_children = claimed(static_cast<std::int64_t>(children.size()));
        made.children = choices_.rarely() ? nullptr : children.data();
        return made;
    }

    static ArrowProducer& of(ArrowArrayStream* stream) {
        return *static_cast<ArrowProducer*>(stream->private_data);
    }

    template <typename Struct>
    void hand_out(Struct made, Struct* out) {
        made.private_data = this;
        *out = made;
        if (made.release != nullptr) ++handed_out_;
    }

    static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
        auto& self = of(stream);
        if (self.choices_.rarely()) return EIO;
        self.hand_out(self.choices_.rarely() ? ArrowSchema{} : self.whole_schema(), out);
        return 0;
    }

    static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
        auto& self = of(stream);
        if (self.choices_.rarely()) return EINVAL;
        const auto is_end = self.batches_left_ == 0;
        if (!is_end) --self.batches_left_;
        self.hand_out(is_end ? ArrowArray{} : self.whole_array(), out);
        return 0;
    }

    static const char* last_error(ArrowArrayStream* stream) {
        return of(stream).choices_.rarely() ? nullptr : "on purpose";
    }

    template <typename Struct>
    static void release(Struct* released) {
        if (released->private_data != nullptr) {
            --static_cast<ArrowProducer*>(released->private_data)->handed_out_;
        }
        released->release = nullptr;
    }

    Choices choices_;
    std::vector<Format> formats_;
    std::size_t column_count_ = 0;
    std::size_t batches_left_ = 0;
    std::size_t next_name_ = 0;
    bool is_table_ = false;
    int handed_out_ = 0;
    std::deque<Buffer> blocks_;
    std::deque<std::vector<const void*>> pointers_;
    Kept<ArrowSchema> schemas_;
    Kept<ArrowArray> arrays_;
};

}  // namespace wortfeld
