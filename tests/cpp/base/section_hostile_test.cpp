// A file that was damaged, cut short or made to do harm is refused, never believed.
#include "section_bytes.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/base/section_writer.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace wortfeld {
namespace {

const FileVersions versions{.kind = "test", .rules = "7", .unicode = "14.0"};
constexpr auto huge = std::numeric_limits<std::uint64_t>::max();

/// Texts and where each of them ends, as a corpus has them.
struct Content {
    std::vector<std::uint32_t> ends;
    std::string text;
    friend bool operator==(const Content&, const Content&) = default;
};

const Content original{.ends = {3, 3, 9, 10}, .text = "Der grüne"};

FileContent made() {
    SectionWriter writer(versions);
    writer.add("ends", original.ends);
    writer.add("text", std::vector<char>(original.text.begin(), original.text.end()));
    return written(writer);
}

/// Everything that is in a file, or the message of the error.
std::optional<Content> content_of(const FileContent& bytes, std::string* message = nullptr) {
    try {
        SectionReader reader(FileBytes::copied(bytes, "file.wortfeld"), versions);
        const auto text = reader.array<char>("text", WellFormed{});
        const auto ends = reader.array_of<std::uint32_t>(4, "ends", Ascending{text.size()});
        reader.verify();
        return Content{.ends = {ends.all().begin(), ends.all().end()},
                       .text = {text.all().begin(), text.all().end()}};
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_file);
        if (message != nullptr) *message = error.message();
        return std::nullopt;
    }
}

TEST(SectionHostile, WithoutDamageIsRead) {
    EXPECT_EQ(content_of(made()), original);
}

TEST(SectionHostile, EveryFlippedBitIsFound) {
    const auto sound = made();
    for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
        auto flipped = sound;
        flipped[bit / 8] ^= std::byte{1} << (bit % 8);
        EXPECT_EQ(content_of(flipped), std::nullopt) << "bit " << bit % 8 << " of byte " << bit / 8;
    }
}

TEST(SectionHostile, EveryLengthButTheRightOneIsRefused) {
    const auto sound = made();
    for (std::size_t size = 0; size < sound.size(); ++size) {
        EXPECT_EQ(content_of({sound.begin(), sound.begin() + static_cast<long>(size)}),
                  std::nullopt)
            << size << " bytes";
    }
    auto longer = sound;
    longer.resize(longer.size() + 8);
    EXPECT_EQ(content_of(longer), std::nullopt);
}

template <typename Change>
std::string refused_after(Change change) {
    auto file = made();
    change(header_of(file), table_of(file), file);
    reseal(file);
    std::string message;
    EXPECT_EQ(content_of(file, &message), std::nullopt);
    return message;
}

using Header = FileHeader&;
using Table = std::span<SectionEntry>;

TEST(SectionHostile, TablesWithImpossibleNumbersAreRefusedThoughTheirChecksumsFit) {
    for (const auto wrong : {std::uint64_t{0}, std::uint64_t{1}, huge, huge - 63, huge / 2}) {
        refused_after([&](Header, Table table, FileContent&) { table[0].offset = wrong; });
        refused_after([&](Header, Table table, FileContent&) { table[1].offset = wrong; });
        refused_after([&](Header, Table table, FileContent&) { table[1].size = wrong; });
        refused_after([&](Header, Table table, FileContent&) { table[0].size = wrong; });
        refused_after([&](Header, Table table, FileContent&) {
            table[1].element_size = wrong == 1 ? 2 : wrong;
        });
        refused_after([&](Header, Table table, FileContent&) { table[0].element_size = wrong; });
        refused_after([&](Header header, Table, FileContent&) { header.block_count = wrong; });
        refused_after([&](Header header, Table, FileContent&) { header.checksum_offset = wrong; });
        refused_after([&](Header header, Table, FileContent&) { header.file_size = wrong; });
        refused_after([&](Header header, Table, FileContent&) {
            header.section_count = static_cast<std::uint32_t>(wrong);
        });
    }
    refused_after([](Header header, Table, FileContent&) { header.block_size = 1; });
}

TEST(SectionHostile, OverlappingSectionsAreRefused) {
    const auto message =
        refused_after([](Header, Table table, FileContent&) { table[1].offset = table[0].offset; });
    EXPECT_NE(message.find("section 'text' does not begin where it should"), std::string::npos)
        << message;
}

TEST(SectionHostile, ValuesOutOfRangeAreRefusedWithTheirSection) {
    const auto put = [](std::size_t position, std::uint32_t value) {
        return refused_after([&](Header, Table table, FileContent& file) {
            std::memcpy(file.data() + table[0].offset + position * 4, &value, 4);
        });
    };
    EXPECT_NE(put(3, 12).find("section 'ends' holds 12"), std::string::npos);
    EXPECT_NE(put(1, 2).find("holds 2 as element 1, below 3"), std::string::npos);
}

TEST(SectionHostile, TextThatIsNoUtf8IsRefused) {
    const auto message = refused_after([](Header, Table table, FileContent& file) {
        file[table[1].offset + 6] = std::byte{0xFF};
    });
    EXPECT_NE(message.find("section 'text' is not UTF-8 at its byte 6"), std::string::npos)
        << message;
}

}  // namespace
}  // namespace wortfeld
