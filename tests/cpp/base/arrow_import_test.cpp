#include "wortfeld/base/arrow_import.hpp"

#include "base/made_arrow.hpp"
#include "wortfeld/base/arrow_texts.hpp"
#include "wortfeld/base/arrow_values.hpp"
#include "wortfeld/base/error.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld {
namespace {

using Texts = std::vector<std::optional<std::string>>;

Texts texts_of(const ArrowView& view) {
    const ArrowTexts texts(view);
    Texts found;
    for (std::size_t row = 0; row < texts.rows(); ++row) {
        const auto text = texts.text(row);
        found.push_back(text ? std::optional(std::string(*text)) : std::nullopt);
    }
    return found;
}

/// The only column of a batch.
Column column(const ArrowSchema& schema, const ArrowArray& array) {
    auto stream = MadeArrow::stream(schema, array);
    const auto batch = stream.next();
    return values_of(batch->view("x"));
}

Texts texts(const ArrowSchema& schema, const ArrowArray& array) {
    auto stream = MadeArrow::stream(schema, array);
    return texts_of(stream.next()->view("x"));
}

TEST(ArrowTexts, LieInUtf8WithOffsetsOfBothSizes) {
    MadeArrow made;
    const auto data = MadeArrow::text("Wörter");
    const Texts expected = {"W", "", "örter"};
    EXPECT_EQ(texts(made.schema("u"),
                    made.array(3, {{}, MadeArrow::bytes<std::int32_t>({0, 1, 1, 7}), data})),
              expected);
    EXPECT_EQ(texts(made.schema("U"),
                    made.array(3, {{}, MadeArrow::bytes<std::int64_t>({0, 1, 1, 7}), data})),
              expected);
}

TEST(ArrowTexts, OfASliceBeginAtItsOffsetAndSkipNulls) {
    MadeArrow made;
    auto array = made.array(
        2, {{0b1011}, MadeArrow::bytes<std::int32_t>({0, 1, 2, 2, 5}), MadeArrow::text("abcde")});
    array.offset = 2;
    EXPECT_EQ(texts(made.schema("u"), array), (Texts{std::nullopt, "cde"}));
}

MadeArrow::Bytes entries(const std::vector<std::vector<std::int32_t>>& made) {
    std::vector<std::int32_t> all;
    for (const auto& entry : made) all.insert(all.end(), entry.begin(), entry.end());
    return MadeArrow::bytes(all);
}

TEST(ArrowTexts, LieInViewsInsideAndOutside) {
    MadeArrow made;
    const auto inside = static_cast<std::int32_t>(0x00636261);  // "abc"
    const auto array = made.array(2,
                                  {{},
                                   entries({{3, inside, 0, 0}, {13, 0, 0, 1}}),
                                   MadeArrow::text("-thirteen byte"),
                                   MadeArrow::bytes<std::int64_t>({14})});
    EXPECT_EQ(texts(made.schema("vu"), array), (Texts{"abc", "thirteen byte"}));
}

TEST(ArrowTexts, OfADictionaryMayHaveAnyIndex) {
    for (const std::string format : {"c", "C", "s", "S", "i", "I", "l", "L"}) {
        MadeArrow made;
        auto schema = made.schema(format);
        schema.dictionary = made.keep_struct(made.schema("u"));
        const auto width = std::size_t{1} << std::string_view("cCsSiIlL").find(format) / 2;
        MadeArrow::Bytes indices(3 * width);
        indices[0] = 1;
        indices[2 * width] = 1;
        auto array = made.array(3, {{0b011}, indices});
        array.dictionary = made.keep_struct(
            made.array(2, {{}, MadeArrow::bytes<std::int32_t>({0, 1, 2}), MadeArrow::text("ab")}));
        EXPECT_EQ(texts(schema, array), (Texts{"b", "a", std::nullopt})) << format;
        EXPECT_EQ(column(schema, array).text(0), "b");
    }
}

TEST(ArrowTexts, OfTheNullTypeAreAllNull) {
    MadeArrow made;
    EXPECT_EQ(texts(made.schema("n"), made.array(2, {})), Texts(2));
}

TEST(ArrowValues, OfIntegersBecomeOnesOf64Bits) {
    MadeArrow made;
    EXPECT_EQ(column(made.schema("c"), made.array(2, {{}, {0xFF, 7}})).int64s()[0], -1);
    EXPECT_EQ(column(made.schema("C"), made.array(2, {{}, {0xFF, 7}})).int64s()[0], 255);
    const auto big = MadeArrow::bytes<std::uint64_t>({1, std::uint64_t{1} << 63U});
    EXPECT_EQ(column(made.schema("L"), made.array(1, {{}, big})).int64s()[0], 1);
    EXPECT_THROW(column(made.schema("L"), made.array(2, {{}, big})), Error);
}

TEST(ArrowValues, OfHalfFloatsAreExact) {
    MadeArrow made;
    const auto halves = MadeArrow::bytes<std::uint16_t>({0x3C00, 0xC000, 0x0001, 0x7C00, 0x7E00});
    const auto found = column(made.schema("e"), made.array(5, {{}, halves}));
    EXPECT_EQ(found.float64s()[0], 1.0);
    EXPECT_EQ(found.float64s()[1], -2.0);
    EXPECT_EQ(found.float64s()[2], std::ldexp(1.0, -24));
    EXPECT_TRUE(std::isinf(found.float64s()[3]));
    EXPECT_TRUE(std::isnan(found.float64s()[4]));
}

TEST(ArrowValues, OfDecimalsAreTheNearestFloats) {
    MadeArrow made;
    const auto data = MadeArrow::bytes<std::int64_t>({12345, 0, -10, -1, 0, 1});
    const auto found = column(made.schema("d:38,2"), made.array(3, {{}, data}));
    EXPECT_EQ(found.float64s()[0], 123.45);
    EXPECT_EQ(found.float64s()[1], -0.1);
    EXPECT_EQ(found.float64s()[2], 184467440737095516.16);
    const auto narrow = MadeArrow::bytes<std::int32_t>({-7});
    EXPECT_EQ(column(made.schema("d:9,-3,32"), made.array(1, {{}, narrow})).float64s()[0], -7000);
}

TEST(ArrowValues, OfBooleansAreBitsFromAnOffset) {
    MadeArrow made;
    auto array = made.array(3, {{}, {0b0100'0000, 0b0000'0010}});
    array.offset = 6;
    const auto found = column(made.schema("b"), array);
    EXPECT_EQ(found.booleans()[0], 1);
    EXPECT_EQ(found.booleans()[1], 0);
    EXPECT_EQ(found.booleans()[2], 0);
}

TEST(ArrowValues, OfDaysAndTimesRoundDown) {
    MadeArrow made;
    const auto before = MadeArrow::bytes<std::int64_t>({-1});
    EXPECT_EQ(column(made.schema("tdm"), made.array(1, {{}, before})).dates()[0], -1);
    EXPECT_EQ(column(made.schema("tsn:"), made.array(1, {{}, before})).datetimes()[0], -1);
    EXPECT_EQ(column(made.schema("tsm:UTC"), made.array(1, {{}, before})).datetimes()[0], -1000);
    EXPECT_EQ(column(made.schema("tss:"), made.array(1, {{}, before})).datetimes()[0], -1'000'000);
}

TEST(ArrowValues, OutsideTheYearsThatPythonKnowsAreRefused) {
    MadeArrow made;
    const auto largest = MadeArrow::bytes<std::int64_t>({std::numeric_limits<std::int64_t>::max()});
    for (const auto* const format : {"tdm", "tss:", "tsm:", "tsu:"}) {
        EXPECT_THROW(column(made.schema(format), made.array(1, {{}, largest})), Error) << format;
    }
}

TEST(ArrowValues, ThatAreNoUtf8AreRefusedWithRowAndByte) {
    MadeArrow made;
    const auto array =
        made.array(2, {{}, MadeArrow::bytes<std::int32_t>({0, 1, 3}), MadeArrow::text("ab\xFF")});
    try {
        column(made.schema("u"), array);
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.message(), "column 'x', row 1: the text is not UTF-8 at its byte 1");
        EXPECT_EQ(error.details().line, 2U);
    }
}

TEST(ArrowStream, ReleasesSchemaAndArrayOnce) {
    MadeArrow made;
    const auto numbers = MadeArrow::bytes<std::int32_t>({4, 5});
    {
        auto stream = MadeArrow::stream(made.table_schema({made.schema("i", "n")}),
                                        made.table_array(2, {made.array(2, {{}, numbers})}));
        EXPECT_EQ(made.schemas_released, 1);
        {
            auto batch = stream.next();
            ASSERT_TRUE(batch.has_value());
            const auto copy = *batch;
            batch.reset();
            EXPECT_EQ(copy.columns(std::vector<std::string_view>{"n"}).column("n").int64s()[1], 5);
            EXPECT_EQ(made.arrays_released, 0);
        }
        EXPECT_EQ(made.arrays_released, 1);
        EXPECT_FALSE(stream.next().has_value());
    }
    EXPECT_EQ(made.schemas_released, 1);
    EXPECT_EQ(made.arrays_released, 1);
}

TEST(ArrowStream, NamesTheTypeThatNoColumnHolds) {
    MadeArrow made;
    auto stream = MadeArrow::stream(made.schema("+l"), made.array(1, {{}, {}}));
    try {
        std::ignore = column_type(stream.field("x"));
        FAIL() << "no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_argument);
        EXPECT_NE(error.message().find("column 'x' is of the Arrow type list"), std::string::npos);
    }
}

TEST(ArrowStream, RefusesTwoColumnsOfOneName) {
    MadeArrow made;
    EXPECT_THROW(
        MadeArrow::stream(made.table_schema({made.schema("i", "n"), made.schema("u", "n")}),
                          made.table_array(0, {})),
        Error);
    EXPECT_EQ(made.arrays_released, 1);
    EXPECT_EQ(made.schemas_released, 1);
}

}  // namespace
}  // namespace wortfeld
