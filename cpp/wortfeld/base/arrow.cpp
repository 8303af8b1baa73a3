#include "wortfeld/base/arrow.hpp"

#include <array>
#include <cassert>
#include <cerrno>
#include <exception>

namespace wortfeld {
namespace {

constexpr std::int64_t nullable = 2;  // ARROW_FLAG_NULLABLE
constexpr std::size_t bits_per_byte = 8;

/// What a consumer sees instead of the address of an empty buffer.
alignas(8) constexpr std::array<std::uint8_t, 8> empty_buffer = {};

/// Owns the children of a schema or array that were not moved out.
template <typename Struct>
struct Children {
    explicit Children(std::size_t count) : structs(count) {
        pointers.reserve(count);
        for (auto& child : structs) pointers.push_back(&child);
    }
    Children(const Children&) = delete;
    Children& operator=(const Children&) = delete;
    Children(Children&&) = delete;
    Children& operator=(Children&&) = delete;
    ~Children() {
        for (auto& child : structs) {
            if (child.release != nullptr) child.release(&child);
        }
    }

    std::vector<Struct> structs;
    std::vector<Struct*> pointers = {};
    const void* no_validity = nullptr;  // the only buffer of a struct array
};

struct FieldOwner {
    std::string name;
};

struct ColumnOwner {
    Column column;
    std::vector<std::uint8_t> bits = {};  // booleans, packed
    std::array<const void*, 3> buffers = {};
};

struct StreamOwner {
    Columns columns;
    bool finished = false;
};

/// Hands an owner over to the C struct; the release function of that struct takes it back.
template <typename Owner, typename Struct>
void hand_over(std::unique_ptr<Owner> owner, Struct& out) {
    out.private_data = owner.release();
    out.release = [](Struct* released) {
        const std::unique_ptr<Owner> taken_back(static_cast<Owner*>(released->private_data));
        released->private_data = nullptr;
        released->release = nullptr;
    };
}

const char* format_of(ColumnType type) {
    switch (type) {
        case ColumnType::int64:
            return "l";
        case ColumnType::float64:
            return "g";
        case ColumnType::boolean:
            return "b";
        case ColumnType::text:
            return "U";
        case ColumnType::date:
            return "tdD";
        case ColumnType::datetime:
            return "tsu:";
    }
    assert(false);
    return "n";
}

void export_field(const Columns::Named& named, ArrowSchema& out) {
    auto owner = std::make_unique<FieldOwner>(FieldOwner{.name = named.first});
    out.format = format_of(named.second.type());
    out.name = owner->name.c_str();
    out.flags = nullable;
    hand_over(std::move(owner), out);
}

template <typename Container>
const void* buffer_of(const Container& values) {
    return values.empty() ? static_cast<const void*>(empty_buffer.data()) : values.data();
}

std::vector<std::uint8_t> pack_bits(const std::vector<std::uint8_t>& booleans) {
    std::vector<std::uint8_t> bits((booleans.size() + bits_per_byte - 1) / bits_per_byte);
    for (std::size_t i = 0; i < booleans.size(); ++i) {
        bits[i / bits_per_byte] |=
            static_cast<std::uint8_t>(static_cast<unsigned>(booleans[i]) << i % bits_per_byte);
    }
    return bits;
}

/// Fills the buffers of a column and returns how many there are.
std::int64_t fill_buffers(ColumnOwner& owner) {
    const auto& data = owner.column.data();
    owner.buffers[0] = data.null_count == 0 ? nullptr : data.validity.data();
    switch (data.type) {
        case ColumnType::int64:
        case ColumnType::datetime:
            owner.buffers[1] = buffer_of(data.int64s);
            return 2;
        case ColumnType::float64:
            owner.buffers[1] = buffer_of(data.float64s);
            return 2;
        case ColumnType::boolean:
            owner.bits = pack_bits(data.booleans);
            owner.buffers[1] = buffer_of(owner.bits);
            return 2;
        case ColumnType::date:
            owner.buffers[1] = buffer_of(data.dates);
            return 2;
        case ColumnType::text:
            owner.buffers[1] = data.text_offsets.data();
            owner.buffers[2] = buffer_of(data.text_bytes);
            return 3;
    }
    assert(false);
    return 0;
}

void export_column(const Column& column, ArrowArray& out) {
    auto owner = std::make_unique<ColumnOwner>(ColumnOwner{.column = column});
    out.n_buffers = fill_buffers(*owner);
    out.buffers = owner->buffers.data();
    out.length = static_cast<std::int64_t>(column.size());
    out.null_count = static_cast<std::int64_t>(column.null_count());
    hand_over(std::move(owner), out);
}

StreamOwner& owner_of(ArrowArrayStream* stream) {
    return *static_cast<StreamOwner*>(stream->private_data);
}

/// No exception may cross the C interface; only memory can run out here.
template <typename Export>
int without_exceptions(Export export_it) noexcept {
    try {
        export_it();
        return 0;
    } catch (const std::exception&) {
        return ENOMEM;
    }
}

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    return without_exceptions([&] { export_schema(owner_of(stream).columns, *out); });
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
    *out = ArrowArray{};
    auto& owner = owner_of(stream);
    if (owner.finished) return 0;
    return without_exceptions([&] {
        export_array(owner.columns, *out);
        owner.finished = true;
    });
}

const char* stream_error(ArrowArrayStream* /*stream*/) {
    return "out of memory";
}

}  // namespace

void export_schema(const Columns& columns, ArrowSchema& out) {
    const auto all = columns.columns();
    auto owner = std::make_unique<Children<ArrowSchema>>(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) export_field(all[i], owner->structs[i]);
    out = ArrowSchema{};
    out.format = "+s";
    out.name = "";
    out.n_children = static_cast<std::int64_t>(all.size());
    out.children = owner->pointers.data();
    hand_over(std::move(owner), out);
}

void export_array(const Columns& columns, ArrowArray& out) {
    const auto all = columns.columns();
    auto owner = std::make_unique<Children<ArrowArray>>(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        export_column(all[i].second, owner->structs[i]);
    }
    out = ArrowArray{};
    out.length = static_cast<std::int64_t>(columns.rows());
    out.n_buffers = 1;
    out.buffers = &owner->no_validity;
    out.n_children = static_cast<std::int64_t>(all.size());
    out.children = owner->pointers.data();
    hand_over(std::move(owner), out);
}

void export_stream(const Columns& columns, ArrowArrayStream& out) {
    auto owner = std::make_unique<StreamOwner>(StreamOwner{.columns = columns});
    out.get_schema = stream_schema;
    out.get_next = stream_next;
    out.get_last_error = stream_error;
    hand_over(std::move(owner), out);
}

}  // namespace wortfeld
