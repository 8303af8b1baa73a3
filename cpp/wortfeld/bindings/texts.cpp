#include "wortfeld/bindings/texts.hpp"

#include "wortfeld/base/transcode.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace wortfeld::bindings {
namespace {

std::string_view bytes_of(const py::handle& data) {
    Py_ssize_t size = 0;
    if (PyUnicode_Check(data.ptr()) != 0) {
        const auto* const utf8 = PyUnicode_AsUTF8AndSize(data.ptr(), &size);
        if (utf8 == nullptr) throw py::error_already_set();
        return {utf8, static_cast<std::size_t>(size)};
    }
    char* bytes = nullptr;
    if (PyBytes_AsStringAndSize(data.ptr(), &bytes, &size) != 0) throw py::error_already_set();
    return {bytes, static_cast<std::size_t>(size)};
}

/// Appends a str that is not ASCII; false if UTF-8 cannot write it. The str itself keeps no copy,
/// as it would if Python were asked for its UTF-8.
bool append_text(std::string& packed, PyObject* text) {
    const auto size = static_cast<std::size_t>(PyUnicode_GET_LENGTH(text));
    switch (PyUnicode_KIND(text)) {
        case PyUnicode_1BYTE_KIND:
            return !utf8::append(packed,
                                 std::span<const std::uint8_t>(PyUnicode_1BYTE_DATA(text), size));
        case PyUnicode_2BYTE_KIND:
            return !utf8::append(packed,
                                 std::span<const std::uint16_t>(PyUnicode_2BYTE_DATA(text), size));
        default:
            return !utf8::append(packed,
                                 std::span<const std::uint32_t>(PyUnicode_4BYTE_DATA(text), size));
    }
}

}  // namespace

PackedTexts::PackedTexts(const py::list& texts, TextRange range) : range_(std::move(range)) {
    std::size_t bytes = 0;
    for (auto i = range_.begin; i < end(texts.size()) && bytes < block_bytes; ++i) {
        auto* const text = PyList_GET_ITEM(texts.ptr(), static_cast<Py_ssize_t>(i));
        if (PyUnicode_Check(text) == 0 || !take(text)) break;
        bytes += static_cast<std::size_t>(PyUnicode_GET_LENGTH(text));
    }
    for (const auto& place : places_) {
        sources_[place.source].bytes = std::string_view(packed_).substr(place.begin, place.size);
    }
}

std::size_t PackedTexts::end(std::size_t text_count) const {
    if (!range_.ids.empty()) text_count = std::min(text_count, range_.begin + range_.ids.size());
    if (range_.languages.size() == 1) return text_count;
    return std::min(text_count, range_.begin + range_.languages.size());
}

bool PackedTexts::take(PyObject* text) {
    const auto number = sources_.size();
    if (PyUnicode_IS_COMPACT_ASCII(text) != 0) {
        sources_.push_back(named(number));
        sources_.back().bytes = {
            static_cast<const char*>(PyUnicode_DATA(text)),  // ASCII is UTF-8 already
            static_cast<std::size_t>(PyUnicode_GET_LENGTH(text))};
        return true;
    }
    const auto begin = packed_.size();
    if (!append_text(packed_, text)) return false;
    sources_.push_back(named(number));
    places_.push_back({.source = number, .begin = begin, .size = packed_.size() - begin});
    return true;
}

corpus::Source PackedTexts::named(std::size_t number) const {
    const auto& languages = range_.languages;
    return {.id = range_.ids.empty() ? range_.prefix + std::to_string(range_.first + number)
                                     : range_.ids.at(number),
            .bytes = {},
            .language = languages.at(std::min(number, languages.size() - 1)),
            .origin = corpus::row_behind(range_.prefix, range_.first + number)};
}

std::vector<corpus::Source> sources_from(const py::list& rows) {
    std::vector<corpus::Source> sources;
    sources.reserve(rows.size());
    for (const auto& row : rows) {
        const auto parts = row.cast<py::tuple>();
        sources.push_back({.id = parts[0].cast<std::string>(),
                           .bytes = bytes_of(parts[1]),
                           .language = parts[2].cast<std::string>(),
                           .is_file = PyBytes_Check(parts[1].ptr()) != 0});
    }
    return sources;
}

}  // namespace wortfeld::bindings
