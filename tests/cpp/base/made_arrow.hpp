// Arrow data made by hand, well formed or not, that knows how often it was released.
#pragma once

#include "wortfeld/base/arrow.hpp"
#include "wortfeld/base/arrow_import.hpp"

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld {

/// Owns what schemas and arrays point to; it must outlive them. The release callbacks only count.
class MadeArrow {
  public:
    using Bytes = std::vector<std::uint8_t>;

    template <typename Value>
    static Bytes bytes(const std::vector<Value>& values) {
        Bytes made(values.size() * sizeof(Value));
        if (!made.empty()) std::memcpy(made.data(), values.data(), made.size());
        return made;
    }
    static Bytes text(std::string_view text) { return {text.begin(), text.end()}; }

    ArrowSchema schema(std::string format, std::string name = "x") {
        ArrowSchema made;
        made.format = keep(std::move(format));
        made.name = keep(std::move(name));
        made.release = count_release<ArrowSchema>;
        made.private_data = this;
        return made;
    }

    /// An array with these buffers; an empty one is no buffer at all.
    ArrowArray array(std::int64_t length, const std::vector<Bytes>& buffers) {
        auto& pointers = pointers_.emplace_back();
        for (const auto& buffer : buffers) {
            const auto& kept = buffers_.emplace_back(buffer);
            pointers.push_back(kept.empty() ? nullptr : kept.data());
        }
        ArrowArray made;
        made.length = length;
        made.null_count = -1;
        made.n_buffers = static_cast<std::int64_t>(pointers.size());
        made.buffers = pointers.data();
        made.release = count_release<ArrowArray>;
        made.private_data = this;
        return made;
    }

    /// A struct of these columns.
    template <typename Struct>
    Struct table(Struct whole, const std::vector<Struct>& columns) {
        auto& children = children_of(whole);
        auto& kept = owned_of(whole);
        for (const auto& column : columns) children.push_back(&kept.emplace_back(column));
        whole.n_children = static_cast<std::int64_t>(children.size());
        whole.children = children.data();
        return whole;
    }
    ArrowSchema table_schema(const std::vector<ArrowSchema>& columns) {
        return table(schema("+s", ""), columns);
    }
    ArrowArray table_array(std::int64_t length, const std::vector<ArrowArray>& columns) {
        return table(array(length, {{}}), columns);
    }

    template <typename Struct>
    Struct* keep_struct(const Struct& kept) {
        return &owned_of(kept).emplace_back(kept);
    }

    /// Columns of a stream of one batch.
    static ArrowStream stream(ArrowSchema schema, ArrowArray array) {
        return {ArrowOwned(schema), ArrowOwned(array)};
    }

    int schemas_released = 0;
    int arrays_released = 0;

  private:
    const char* keep(std::string text) { return texts_.emplace_back(std::move(text)).c_str(); }

    template <typename Struct>
    static void count_release(Struct* released) {
        auto& made = *static_cast<MadeArrow*>(released->private_data);
        if constexpr (std::is_same_v<Struct, ArrowSchema>) {
            ++made.schemas_released;
        } else {
            ++made.arrays_released;
        }
        released->release = nullptr;
    }

    std::deque<ArrowSchema>& owned_of(const ArrowSchema& /*kind*/) { return schemas_; }
    std::deque<ArrowArray>& owned_of(const ArrowArray& /*kind*/) { return arrays_; }
    std::vector<ArrowSchema*>& children_of(const ArrowSchema& /*kind*/) {
        return schema_children_.emplace_back();
    }
    std::vector<ArrowArray*>& children_of(const ArrowArray& /*kind*/) {
        return array_children_.emplace_back();
    }

    std::deque<std::string> texts_;
    std::deque<Bytes> buffers_;
    std::deque<std::vector<const void*>> pointers_;
    std::deque<ArrowSchema> schemas_;
    std::deque<ArrowArray> arrays_;
    std::deque<std::vector<ArrowSchema*>> schema_children_;
    std::deque<std::vector<ArrowArray*>> array_children_;
};

}  // namespace wortfeld
