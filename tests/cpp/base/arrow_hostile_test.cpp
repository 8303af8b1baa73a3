// Producers that declare what is not so: a clear error each time, everything released once.
#include "base/made_arrow.hpp"
#include "wortfeld/base/arrow_import.hpp"
#include "wortfeld/base/arrow_texts.hpp"
#include "wortfeld/base/arrow_values.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <functional>
#include <limits>
#include <string>
#include <tuple>
#include <vector>

namespace wortfeld {
namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

/// Reads every batch of a stream, all columns of it, and returns the message of the error.
std::string fault_of(ArrowStream stream) {
    try {
        while (const auto batch = stream.next()) {
            for (const auto& field : stream.fields()) {
                std::ignore = values_of(batch->view(field.name));
            }
        }
    } catch (const Error& error) {
        return error.message();
    }
    return "";
}

std::string fault_of(MadeArrow& made, const ArrowSchema& schema, const ArrowArray& array) {
    made.schemas_released = made.arrays_released = 0;
    std::string fault;
    try {
        fault = fault_of(MadeArrow::stream(schema, array));
    } catch (const Error& error) {
        fault = error.message();
    }
    EXPECT_EQ(made.schemas_released, 1) << fault;
    EXPECT_EQ(made.arrays_released, 1) << fault;
    return fault;
}

ArrowArray good_texts(MadeArrow& made) {
    return made.array(2,
                      {{0b11}, MadeArrow::bytes<std::int32_t>({0, 1, 2}), MadeArrow::text("ab")});
}

struct Hostile {
    const char* what;
    std::function<void(ArrowArray&)> change;
};

TEST(HostileArray, IsRefused) {
    const std::vector<Hostile> all = {
        {"length is -1", [](auto& array) { array.length = -1; }},
        {"length is 9223372036854775807", [](auto& array) { array.length = largest; }},
        {"offset -5", [](auto& array) { array.offset = -5; }},
        {"offset 9223372036854775807", [](auto& array) { array.offset = largest; }},
        {"declares -2 nulls", [](auto& array) { array.null_count = -2; }},
        {"declares 3 nulls in 2 values", [](auto& array) { array.null_count = 3; }},
        {"has 2 buffers instead of 3", [](auto& array) { array.n_buffers = 2; }},
        {"has -1 buffers instead of 3", [](auto& array) { array.n_buffers = -1; }},
        {"has 4 buffers instead of 3", [](auto& array) { array.n_buffers = 4; }},
        {"buffers are missing", [](auto& array) { array.buffers = nullptr; }},
        {"a buffer is missing", [](auto& array) { array.buffers[1] = nullptr; }},
        {"texts are missing", [](auto& array) { array.buffers[2] = nullptr; }},
        {"1 nulls but does not say where",
         [](auto& array) {
             array.null_count = 1;
             array.buffers[0] = nullptr;
         }},
        {"has children", [](auto& array) { array.n_children = 1; }},
        {"has a dictionary", [](auto& array) { array.dictionary = &array; }},
    };
    for (const auto& [what, change] : all) {
        MadeArrow made;
        auto array = good_texts(made);
        change(array);
        EXPECT_NE(fault_of(made, made.schema("u"), array).find(what), std::string::npos) << what;
    }
}

TEST(HostileArray, MayLieAboutNullsThatItShows) {
    MadeArrow made;
    auto array = good_texts(made);
    array.null_count = 2;
    auto stream = MadeArrow::stream(made.schema("u"), array);
    EXPECT_EQ(values_of(stream.next()->view("x")).null_count(), 0U);
}

TEST(HostileOffsets, AreRefusedWithTheirRow) {
    struct Case {
        std::vector<std::int32_t> offsets;
        const char* what;
    };
    const std::vector<Case> cases = {{{-1, 1, 2}, "row 0: its text begins at byte -1"},
                                     {{0, 2, 1}, "row 1: its text ends at byte 1, before"},
                                     {{0, -2, 1}, "row 0: its text ends at byte -2, before"}};
    for (const auto& [offsets, what] : cases) {
        MadeArrow made;
        const auto array = made.array(2, {{}, MadeArrow::bytes(offsets), MadeArrow::text("ab")});
        EXPECT_NE(fault_of(made, made.schema("u"), array).find(what), std::string::npos) << what;
    }
}

TEST(HostileViews, AreRefusedWithTheirRow) {
    struct Case {
        std::vector<std::int32_t> entry;
        const char* what;
    };
    const std::vector<Case> cases = {{{-1, 0, 0, 0}, "has -1 bytes"},
                                     {{20, 0, 1, 0}, "buffer 1 of 1"},
                                     {{20, 0, -1, 0}, "buffer -1 of 1"},
                                     {{20, 0, 0, 1}, "bytes 1 to 21 of a buffer with 20"},
                                     {{20, 0, 0, -1}, "bytes -1 to 19"},
                                     {{0x7FFFFFFF, 0, 0, 0x7FFFFFFF}, "bytes 2147483647 to"}};
    for (const auto& [entry, what] : cases) {
        MadeArrow made;
        const auto array = made.array(1,
                                      {{},
                                       MadeArrow::bytes(entry),
                                       MadeArrow::text("12345678901234567890"),
                                       MadeArrow::bytes<std::int64_t>({20})});
        EXPECT_NE(fault_of(made, made.schema("vu"), array).find(what), std::string::npos) << what;
    }
}

TEST(HostileDictionary, IsRefused) {
    MadeArrow made;
    auto schema = made.schema("c");
    schema.dictionary = made.keep_struct(made.schema("u"));
    auto array = made.array(2, {{}, {0, 0xFF}});
    EXPECT_NE(fault_of(made, schema, array).find("dictionary is missing"), std::string::npos);
    array.dictionary = made.keep_struct(good_texts(made));
    EXPECT_NE(fault_of(made, schema, array).find("number -1 of a dictionary with 2 values"),
              std::string::npos);
    array.dictionary->length = -1;
    EXPECT_NE(fault_of(made, schema, array).find("length is -1"), std::string::npos);
    schema.dictionary->dictionary = made.keep_struct(made.schema("u"));
    EXPECT_NE(fault_of(made, schema, array).find("cannot be read"), std::string::npos);
}

TEST(HostileFormats, AreNoTypes) {
    for (const auto* const format :
         {"",  "uu", "d:", "d:38", "d:38,x", "d:1,2,3", "d:38,99999", "ts",  "tsx:", "tsn", "+",
          "t", "vz", "z",  "w:5",  "+r",     "tts",     "tDn",        "tiM", "d:,",  "d:,,"}) {
        MadeArrow made;
        EXPECT_NE(fault_of(made, made.schema(format), made.array(0, {})).find("cannot be read"),
                  std::string::npos)
            << format;
    }
    MadeArrow made;
    auto schema = made.schema("u");
    schema.format = nullptr;
    schema.name = nullptr;
    EXPECT_NE(fault_of(made, schema, made.array(0, {})), "");
}

TEST(HostileTable, IsRefused) {
    MadeArrow made;
    const auto schema = made.table_schema({made.schema("u", "a"), made.schema("u", "b")});
    const auto fault = [&](auto change) {
        auto array = made.table_array(2, {good_texts(made), good_texts(made)});
        change(array);
        return fault_of(made, schema, array);
    };
    EXPECT_EQ(fault([](auto&) {}), "");
    EXPECT_NE(fault([](auto& a) { a.n_children = 1; }).find("declares 2 columns"),
              std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.children = nullptr; }).find("missing"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.children[1] = nullptr; }).find("missing"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.length = 3; }).find("2 values for 3 rows"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.offset = 1; }).find("2 values for 3 rows"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.length = -1; }).find("length -1"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.length = largest; }).find("length"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.n_buffers = 0; }).find("0 buffers"), std::string::npos);
    EXPECT_NE(fault([](auto& a) { a.children[0]->release = nullptr; }).find("released"),
              std::string::npos);
    const std::vector<std::uint8_t> second_is_null = {0b01};
    EXPECT_NE(fault([&](auto& a) { a.buffers[0] = second_is_null.data(); }).find("row 1 is null"),
              std::string::npos);
}

TEST(HostileSchema, IsRefused) {
    MadeArrow made;
    const auto fault = [&](auto change) {
        auto schema = made.table_schema({made.schema("u", "a"), made.schema("u", "b")});
        change(schema);
        return fault_of(made, schema, made.table_array(0, {}));
    };
    EXPECT_NE(fault([](auto& s) { s.n_children = -1; }).find("-1 columns"), std::string::npos);
    EXPECT_NE(fault([](auto& s) { s.n_children = largest; }).find("columns"), std::string::npos);
    EXPECT_NE(fault([](auto& s) { s.children = nullptr; }).find("missing"), std::string::npos);
    EXPECT_NE(fault([](auto& s) { s.children[0] = nullptr; }).find("missing"), std::string::npos);
    EXPECT_NE(fault([](auto& s) { s.children[0]->name = "\xFF"; }).find("UTF-8"),
              std::string::npos);
}

/// A stream whose functions fail as told.
struct FailingStream {
    int schema_code = 0;
    int next_code = 0;
    bool gives_schema = true;
    const char* message = nullptr;
    int released = 0;
    MadeArrow made = {};

    static FailingStream& of(ArrowArrayStream* stream) {
        return *static_cast<FailingStream*>(stream->private_data);
    }

    ArrowArrayStream exported() {
        ArrowArrayStream stream;
        stream.private_data = this;
        stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
            if (of(self).gives_schema) *out = of(self).made.schema("u");
            return of(self).schema_code;
        };
        stream.get_next = [](ArrowArrayStream* self, ArrowArray* /*out*/) {
            return of(self).next_code;
        };
        stream.get_last_error = [](ArrowArrayStream* self) { return of(self).message; };
        stream.release = [](ArrowArrayStream* self) {
            ++of(self).released;
            self->release = nullptr;
        };
        return stream;
    }

    std::string fault() {
        auto stream = exported();
        try {
            return fault_of(ArrowStream(ArrowOwned(stream)));
        } catch (const Error& error) {
            return error.message();
        }
    }
};

TEST(FailingStream, SaysWhatItSaysItself) {
    FailingStream at_schema{.schema_code = EIO, .message = "no schema today"};
    EXPECT_NE(at_schema.fault().find("no schema today"), std::string::npos);
    EXPECT_EQ(at_schema.released, 1);
    FailingStream at_next{.next_code = EIO};
    EXPECT_NE(at_next.fault().find("Input/output error"), std::string::npos);
    EXPECT_EQ(at_next.released, 1);
    EXPECT_EQ(at_next.made.schemas_released, 1);
    FailingStream without{.gives_schema = false};
    EXPECT_NE(without.fault().find("no schema"), std::string::npos);
    EXPECT_EQ(without.released, 1);
}

TEST(FailingStream, ThatEndsAtOnceIsEmpty) {
    FailingStream empty;
    EXPECT_EQ(empty.fault(), "");
    EXPECT_EQ(empty.released, 1);
}

TEST(FailingStream, ReadBeforeSaysSo) {
    EXPECT_THROW(ArrowStream(ArrowOwned<ArrowArrayStream>()), Error);
    EXPECT_THROW(ArrowStream(ArrowOwned<ArrowSchema>(), ArrowOwned<ArrowArray>()), Error);
    FailingStream without;
    auto stream = without.exported();
    stream.get_next = nullptr;
    EXPECT_THROW(ArrowStream(ArrowOwned(stream)), Error);
    EXPECT_EQ(without.released, 1);
}

}  // namespace
}  // namespace wortfeld
