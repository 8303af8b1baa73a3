#include "wortfeld/base/arrow_texts.hpp"

#include "wortfeld/base/arrow_load.hpp"
#include "wortfeld/base/error.hpp"

#include <cassert>
#include <string>
#include <utility>

namespace wortfeld {
namespace {

/// An entry of `utf8_view`: 16 bytes with the text itself, or where in which buffer it lies.
constexpr std::size_t entry_size = 16;
constexpr std::size_t longest_inside = 12;
constexpr std::size_t length_size = 4;

struct Entry {
    std::int32_t length;
    std::int32_t beginning;  ///< its first four bytes
    std::int32_t buffer;
    std::int32_t offset;
};
static_assert(sizeof(Entry) == entry_size);

[[noreturn]] void refuse_type(const ArrowField& field) {
    const auto is_binary = field.type_name.find("binary") != std::string::npos;
    throw Error(ErrorKind::bad_argument,
                "column '" + field.name + "' is of the Arrow type " + field.type_name +
                    ", not of text; " + (is_binary ? "decode" : "cast") + " it to text first",
                {.source = field.name});
}

}  // namespace

ArrowTexts::ArrowTexts(const ArrowView& view) : view_(view) {
    check();
}

void ArrowTexts::check() {
    if (view_.field->type.kind == ArrowKind::unsupported) refuse_type(*view_.field);
    if (view_.field->index) {
        dictionary_ = std::make_unique<const ArrowTexts>(view_.dictionary());
        return check_indices();
    }
    switch (view_.field->type.kind) {
        case ArrowKind::null:
            return;
        case ArrowKind::text:
            if (view_.field->type.width == sizeof(std::int32_t)) {
                return check_offsets<std::int32_t>();
            }
            return check_offsets<std::int64_t>();
        case ArrowKind::text_view:
            return check_views();
        default:
            refuse_type(*view_.field);
    }
}

template <typename Offset>
void ArrowTexts::check_offsets() {
    if (view_.rows == 0) return;
    const auto* const offsets = view_.array->buffers[1];
    const auto first = load<Offset>(offsets, view_.begin);
    if (first < 0) view_.refuse(0, "its text begins at byte " + std::to_string(first));
    auto begin = first;
    for (std::size_t row = 0; row < view_.rows; ++row) {
        const auto end = load<Offset>(offsets, view_.begin + row + 1);
        if (end < begin) {
            view_.refuse(row,
                         "its text ends at byte " + std::to_string(end) +
                             ", before it begins at byte " + std::to_string(begin));
        }
        begin = end;
    }
    bytes_ = static_cast<std::size_t>(begin - first);
    if (bytes_ > 0 && view_.array->buffers[2] == nullptr) view_.refuse("its texts are missing");
}

void ArrowTexts::check_views() {
    const auto& array = *view_.array;
    const auto buffers = array.n_buffers - 3;
    const auto* const sizes = array.buffers[array.n_buffers - 1];
    if (buffers > 0 && sizes == nullptr) view_.refuse("the sizes of its buffers are missing");
    for (std::size_t row = 0; row < view_.rows; ++row) {
        if (view_.is_null(row)) continue;
        const auto entry = load<Entry>(array.buffers[1], view_.begin + row);
        if (entry.length < 0) {
            view_.refuse(row, "its text has " + std::to_string(entry.length) + " bytes");
        }
        bytes_ += static_cast<std::size_t>(entry.length);
        if (std::cmp_less_equal(entry.length, longest_inside)) continue;
        if (entry.buffer < 0 || entry.buffer >= buffers) {
            view_.refuse(row,
                         "its text lies in buffer " + std::to_string(entry.buffer) + " of " +
                             std::to_string(buffers));
        }
        const auto size = load<std::int64_t>(sizes, static_cast<std::size_t>(entry.buffer));
        const auto end = std::int64_t{entry.offset} + entry.length;
        if (entry.offset < 0 || end > size || array.buffers[2 + entry.buffer] == nullptr) {
            view_.refuse(row,
                         "its text lies at the bytes " + std::to_string(entry.offset) + " to " +
                             std::to_string(end) + " of a buffer with " + std::to_string(size));
        }
    }
}

void ArrowTexts::check_indices() {
    for (std::size_t row = 0; row < view_.rows; ++row) {
        if (view_.is_null(row)) continue;
        bytes_ += dictionary_->text(view_.index(row, dictionary_->rows())).value_or("").size();
    }
}

std::optional<std::string_view> ArrowTexts::text(std::size_t row) const {
    assert(row < view_.rows);
    if (view_.field->type.kind == ArrowKind::null || view_.is_null(row)) return std::nullopt;
    if (dictionary_) return dictionary_->text(view_.index(row, dictionary_->rows()));
    if (view_.field->type.kind == ArrowKind::text_view) return viewed(row);
    const auto* const offsets = view_.array->buffers[1];
    const auto at = view_.begin + row;
    const auto is_short = view_.field->type.width == sizeof(std::int32_t);
    const auto begin = is_short ? load<std::int32_t>(offsets, at) : load<std::int64_t>(offsets, at);
    const auto end =
        is_short ? load<std::int32_t>(offsets, at + 1) : load<std::int64_t>(offsets, at + 1);
    if (begin == end) return std::string_view();
    return std::string_view(static_cast<const char*>(view_.array->buffers[2]) + begin,
                            static_cast<std::size_t>(end - begin));
}

std::string_view ArrowTexts::viewed(std::size_t row) const {
    const auto& array = *view_.array;
    const auto at = view_.begin + row;
    const auto entry = load<Entry>(array.buffers[1], at);
    const auto length = static_cast<std::size_t>(entry.length);
    if (length > longest_inside) {
        return {static_cast<const char*>(array.buffers[2 + entry.buffer]) + entry.offset, length};
    }
    return {static_cast<const char*>(array.buffers[1]) + at * entry_size + length_size, length};
}

}  // namespace wortfeld
