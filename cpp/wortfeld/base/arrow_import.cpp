#include "wortfeld/base/arrow_import.hpp"

#include "wortfeld/base/arrow_load.hpp"
#include "wortfeld/base/arrow_values.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/suggest.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_set>
#include <utility>

namespace wortfeld {
namespace {

/// Far more than any memory holds, and small enough that no size in bytes overflows.
constexpr std::int64_t most_values = std::int64_t{1} << 48;
constexpr std::int64_t most_columns = 1'000'000;

[[noreturn]] void refuse_data(const std::string& what) {
    throw Error(ErrorKind::bad_input, "the Arrow data is not well formed: " + what);
}

/// What a producer says about its failure.
[[noreturn]] void refuse_failure(ArrowArrayStream& producer, int code) {
    const auto* const said =
        producer.get_last_error == nullptr ? nullptr : producer.get_last_error(&producer);
    const auto reason =
        said == nullptr || *said == '\0' ? std::string(std::strerror(code)) : std::string(said);
    throw Error(
        ErrorKind::bad_input,
        "the source of the Arrow data failed (error " + std::to_string(code) + "): " + reason);
}

std::int64_t buffers_needed(const ArrowField& field) {
    if (field.index) return 2;
    switch (field.type.kind) {
        case ArrowKind::null:
            return 0;
        case ArrowKind::text:
        case ArrowKind::text_view:
            return 3;
        default:
            return 2;
    }
}

void check_sizes(const ArrowView& view, std::int64_t needed_rows) {
    const auto& array = *view.array;
    if (array.release == nullptr) view.refuse("its array was released already");
    if (array.length < 0 || array.offset < 0 || array.length > most_values ||
        array.offset > most_values) {
        view.refuse("its length is " + std::to_string(array.length) + " and its offset " +
                    std::to_string(array.offset));
    }
    if (array.length < needed_rows) {
        view.refuse("it has " + std::to_string(array.length) + " values for " +
                    std::to_string(needed_rows) + " rows");
    }
    if (array.null_count < -1 || array.null_count > array.length) {
        view.refuse("it declares " + std::to_string(array.null_count) + " nulls in " +
                    std::to_string(array.length) + " values");
    }
}

void check_buffers(const ArrowView& view) {
    const auto& array = *view.array;
    const auto needed = buffers_needed(*view.field);
    const auto is_view = !view.field->index && view.field->type.kind == ArrowKind::text_view;
    if (is_view ? array.n_buffers < needed || array.n_buffers > most_values
                : array.n_buffers != needed) {
        view.refuse("it has " + std::to_string(array.n_buffers) + " buffers instead of " +
                    std::to_string(needed));
    }
    if (array.n_children != 0) view.refuse("it has children, which its type has not");
    if ((array.dictionary == nullptr) == view.field->index.has_value()) {
        view.refuse(array.dictionary == nullptr ? "its dictionary is missing"
                                                : "it has a dictionary, which its type has not");
    }
    if (needed == 0) return;
    if (array.buffers == nullptr) view.refuse("its buffers are missing");
    if (array.length > 0 && array.buffers[1] == nullptr) view.refuse("a buffer is missing");
    if (array.null_count > 0 && array.buffers[0] == nullptr) {
        view.refuse("it declares " + std::to_string(array.null_count) +
                    " nulls but does not say where");
    }
}

/// A view of `rows` values of an array, `skipped` after its own offset.
ArrowView checked_view(const ArrowField& field,
                       const ArrowArray* array,
                       std::int64_t skipped,
                       std::int64_t rows) {
    ArrowView view{.field = &field, .array = array};
    if (array == nullptr) view.refuse("its array is missing");
    check_sizes(view, skipped + rows);
    view.begin = static_cast<std::size_t>(array->offset + skipped);
    view.rows = static_cast<std::size_t>(rows);
    // Of a type that cannot be read only the length is looked at.
    if (field.type.kind == ArrowKind::unsupported) return view;
    check_buffers(view);
    if (buffers_needed(field) > 0) {
        view.validity = static_cast<const std::uint8_t*>(array->buffers[0]);
    }
    return view;
}

/// Rows that are null as a whole have no columns to look into.
void check_struct_validity(const ArrowArray& array, std::size_t rows) {
    if (array.n_buffers != 1) {
        refuse_data("a table has " + std::to_string(array.n_buffers) + " buffers instead of 1");
    }
    if (array.buffers == nullptr || array.buffers[0] == nullptr) return;
    const ArrowView whole{.begin = static_cast<std::size_t>(array.offset),
                          .rows = rows,
                          .validity = static_cast<const std::uint8_t*>(array.buffers[0])};
    for (std::size_t row = 0; row < rows; ++row) {
        if (whole.is_null(row)) {
            refuse_data("row " + std::to_string(row) + " is null as a whole; leave it out");
        }
    }
}

}  // namespace

void ArrowView::refuse(std::size_t row, const std::string& what) const {
    throw Error(ErrorKind::bad_input,
                "column '" + field->name + "', row " +
                    std::to_string(numbers.counted_from + numbers.before + row) + ": " + what,
                {.source = field->name, .line = numbers.before + row + 1});
}

void ArrowView::refuse(const std::string& what) const {
    throw Error(ErrorKind::bad_input,
                "column '" + field->name + "': the Arrow data is not well formed: " + what,
                {.source = field->name});
}

ArrowView ArrowView::dictionary() const {
    const auto* const values = array->dictionary;
    return checked_view(*field->values, values, 0, values->length);
}

std::size_t ArrowView::index(std::size_t row, std::size_t values) const {
    const auto* const buffer = array->buffers[1];
    const auto width = field->index->width;
    const auto is_signed = field->index->kind == ArrowKind::signed_integer;
    // A negative one becomes larger than any dictionary.
    const auto found = is_signed
                           ? static_cast<std::uint64_t>(load_signed(buffer, begin + row, width))
                           : load_unsigned(buffer, begin + row, width);
    if (found < values) return static_cast<std::size_t>(found);
    refuse(row,
           "its value is number " + std::to_string(static_cast<std::int64_t>(found)) +
               " of a dictionary with " + std::to_string(values) + " values");
}

ArrowBatch::ArrowBatch(std::shared_ptr<const std::vector<ArrowField>> fields,
                       ArrowOwned<ArrowArray> array,
                       bool is_table,
                       ArrowRowNumbers numbers)
    : fields_(std::move(fields)),
      array_(std::make_shared<const ArrowOwned<ArrowArray>>(std::move(array))),
      numbers_(numbers) {
    const auto& whole = **array_;
    if (is_table) {
        check_table();
    } else {
        views_.push_back(checked_view(fields_->front(), &whole, 0, whole.length));
        rows_ = views_.front().rows;
    }
    for (auto& view : views_) view.numbers = numbers;
}

void ArrowBatch::check_table() {
    const auto& whole = **array_;
    if (whole.length < 0 || whole.offset < 0 || whole.length > most_values ||
        whole.offset > most_values) {
        refuse_data("a table has the length " + std::to_string(whole.length) + " and the offset " +
                    std::to_string(whole.offset));
    }
    if (!std::cmp_equal(whole.n_children, fields_->size())) {
        refuse_data("its schema declares " + std::to_string(fields_->size()) +
                    " columns, a batch has " + std::to_string(whole.n_children));
    }
    if (whole.n_children > 0 && whole.children == nullptr) refuse_data("its columns are missing");
    rows_ = static_cast<std::size_t>(whole.length);
    for (std::size_t i = 0; i < fields_->size(); ++i) {
        views_.push_back(
            checked_view((*fields_)[i], whole.children[i], whole.offset, whole.length));
    }
    // Only now: the columns show that there are as many rows as the length says.
    check_struct_validity(whole, rows_);
}

const ArrowView& ArrowBatch::view(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const auto& view : views_) {
        if (view.field->name == name) return view;
        known.push_back(view.field->name);
    }
    throw unknown_name("column", name, known);
}

Columns ArrowBatch::columns(std::span<const std::string_view> names) const {
    std::vector<Columns::Named> columns;
    for (const auto name : names) columns.emplace_back(name, values_of(view(name)));
    return Columns(std::move(columns));
}

ArrowStream::ArrowStream(ArrowOwned<ArrowArrayStream> producer, ArrowRowNumbers numbers)
    : producer_(std::move(producer)), numbers_(numbers) {
    if (producer_->release == nullptr) {
        refuse_data("the stream was read before; a stream can be read once");
    }
    if (producer_->get_schema == nullptr || producer_->get_next == nullptr) {
        refuse_data("a function of the stream is missing");
    }
    ArrowOwned<ArrowSchema> schema;
    const auto code = producer_->get_schema(&*producer_, &*schema);
    if (code != 0) refuse_failure(*producer_, code);
    declare(*schema);
}

ArrowStream::ArrowStream(ArrowOwned<ArrowSchema> schema,
                         ArrowOwned<ArrowArray> array,
                         ArrowRowNumbers numbers)
    : only_(std::move(array)), numbers_(numbers) {
    if (only_->release == nullptr) refuse_data("the array was read before");
    declare(*schema);
}

void ArrowStream::declare(const ArrowSchema& schema) {
    if (schema.release == nullptr) refuse_data("there is no schema");
    is_table_ = schema.format != nullptr && std::string_view(schema.format) == "+s";
    std::vector<ArrowField> fields;
    if (!is_table_) {
        fields.push_back(arrow_field(schema));
    } else {
        if (schema.n_children < 0 || schema.n_children > most_columns) {
            refuse_data("a table has " + std::to_string(schema.n_children) + " columns");
        }
        const auto count = static_cast<std::size_t>(schema.n_children);
        if (count > 0 && schema.children == nullptr) refuse_data("its columns are missing");
        for (const auto* child : std::span(schema.children, count)) {
            if (child == nullptr) refuse_data("a column is missing");
            fields.push_back(arrow_field(*child));
        }
    }
    std::unordered_set<std::string_view> names;
    for (const auto& field : fields) {
        if (!names.insert(field.name).second) {
            throw Error(ErrorKind::bad_argument,
                        "two columns are named '" + field.name + "'; rename one",
                        {.source = field.name});
        }
    }
    fields_ = std::make_shared<const std::vector<ArrowField>>(std::move(fields));
}

const ArrowField& ArrowStream::field(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const auto& field : *fields_) {
        if (field.name == name) return field;
        known.push_back(field.name);
    }
    throw unknown_name("column", name, known);
}

std::optional<ArrowBatch> ArrowStream::next() {
    auto array = std::exchange(only_, ArrowOwned<ArrowArray>());
    if (producer_->release != nullptr) {
        const auto code = producer_->get_next(&*producer_, &*array);
        if (code != 0) {
            auto ended = std::exchange(producer_, ArrowOwned<ArrowArrayStream>());
            refuse_failure(*ended, code);
        }
    }
    if (array->release == nullptr) {
        producer_ = ArrowOwned<ArrowArrayStream>();
        return std::nullopt;
    }
    ArrowBatch batch(fields_, std::move(array), is_table_, numbers_);
    numbers_.before += batch.rows();
    return batch;
}

}  // namespace wortfeld
