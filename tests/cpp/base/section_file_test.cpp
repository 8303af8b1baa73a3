#include "section_bytes.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/base/section_reader.hpp"
#include "wortfeld/base/section_writer.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <system_error>
#include <vector>

namespace wortfeld {
namespace {

const FileVersions versions{.kind = "test", .rules = "7", .unicode = "14.0"};

std::vector<std::uint32_t> numbers(std::size_t count) {
    std::vector<std::uint32_t> values(count);
    std::iota(values.begin(), values.end(), 0U);
    return values;
}

SectionWriter made(std::size_t count) {
    SectionWriter writer(versions);
    writer.add("numbers", numbers(count));
    writer.add("nothing", std::vector<std::uint64_t>{});
    writer.add("letters", std::vector<char>{'a', 'b', 'c'});
    return writer;
}

SectionReader reader_of(const FileContent& bytes, const FileVersions& expected = versions) {
    return {FileBytes::copied(bytes, "file.wortfeld"), expected};
}

template <typename Call>
std::string refusal(Call call) {
    try {
        call();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_file);
        EXPECT_TRUE(error.message().starts_with("file.wortfeld: ")) << error.message();
        return error.message();
    }
    return "";
}

bool holds(const std::string& message, std::string_view part) {
    return message.find(part) != std::string::npos;
}

TEST(SectionFile, GivesBackWhatWasWritten) {
    for (const std::size_t count : {0U, 1U, 16384U, 16385U, 100000U}) {
        const auto writer = made(count);
        const auto bytes = written(writer);
        EXPECT_EQ(bytes.size(), writer.file_size());
        auto reader = reader_of(bytes);
        const auto values = reader.array_of<std::uint32_t>(count, "numbers").all();
        EXPECT_EQ(std::vector(values.begin(), values.end()), numbers(count));
        EXPECT_EQ(reader.array<std::uint64_t>("nothing").size(), 0U);
        EXPECT_EQ(reader.array<char>("letters", WellFormed{}).at(2), 'c');
        reader.require_all_taken();
        reader.verify();
    }
}

TEST(SectionFile, IsTheSameForTheSameSections) {
    EXPECT_EQ(written(made(70000)), written(made(70000)));
}

TEST(SectionFile, IsReadFromAMappedFileAsWell) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("wortfeld_section_file_" + std::to_string(::getpid()));
    const auto bytes = written(made(70000));
    std::ofstream(path).write(reinterpret_cast<const char*>(bytes.data()),
                              static_cast<std::streamsize>(bytes.size()));
    SectionReader reader(
        FileBytes::mapped(Descriptor(::open(path.c_str(), O_RDONLY)), "file.wortfeld"), versions);
    const auto values = reader.array<std::uint32_t>("numbers");
    EXPECT_EQ(values.at(69999), 69999U);
    std::filesystem::resize_file(path, bytes.size() - 1);
    EXPECT_TRUE(holds(refusal([&] { (void)values.at(0); }), "became shorter while it was open"));
    std::filesystem::remove(path);
}

TEST(SectionFile, OfOtherVersionsIsRefusedWithTheWayOut) {
    const auto bytes = written(made(10));
    const auto refused = [&](FileVersions expected) {
        return refusal([&] { (void)reader_of(bytes, expected); });
    };
    EXPECT_EQ(refused(versions), "");
    const auto kind = refused({.kind = "corpus", .rules = "7", .unicode = "14.0"});
    EXPECT_TRUE(holds(kind, "holds 'test', not 'corpus'")) << kind;
    const auto rules = refused({.kind = "test", .rules = "8", .unicode = "14.0"});
    EXPECT_TRUE(holds(rules, "rules of version '7'")) << rules;
    EXPECT_TRUE(holds(rules, "read the texts again")) << rules;
    const auto unicode = refused({.kind = "test", .rules = "7", .unicode = "15.0"});
    EXPECT_TRUE(holds(unicode, "Unicode '14.0'")) << unicode;
    auto newer = bytes;
    header_of(newer).format = 3;
    reseal(newer);
    const auto format = refusal([&] { (void)reader_of(newer); });
    EXPECT_TRUE(holds(format, "has format 3")) << format;
}

TEST(SectionFile, ThatIsNoneIsRefused) {
    const std::string other = "PK\x03\x04 and so on, longer than a header would have to be, by far";
    const auto as_bytes = std::as_bytes(std::span(other));
    EXPECT_TRUE(holds(refusal([&] { (void)reader_of({as_bytes.begin(), as_bytes.end()}); }),
                      "is no test file of wortfeld"));
    EXPECT_TRUE(holds(refusal([&] { (void)reader_of({}); }), "is empty"));
}

TEST(SectionFile, IsAskedForSectionsByNameAndType) {
    const auto bytes = written(made(10));
    auto reader = reader_of(bytes);
    EXPECT_TRUE(
        holds(refusal([&] { (void)reader.array<char>("words"); }), "section 'words' is missing"));
    EXPECT_TRUE(holds(refusal([&] { (void)reader.array<std::uint64_t>("numbers"); }),
                      "section 'numbers' has elements of 4 bytes instead of 8"));
    EXPECT_TRUE(holds(refusal([&] { (void)reader.array_of<std::uint32_t>(11, "numbers"); }),
                      "section 'numbers' has 10 elements instead of 11"));
    EXPECT_TRUE(holds(refusal([&] { reader.require_all_taken(); }), "is unknown"));
}

TEST(SectionFile, SaysWhyItCannotBeWritten) {
    const Descriptor full(::open("/dev/full", O_WRONLY));
    Job job(0);
    try {
        made(10).write(full.number(), job);
        FAIL() << "wrote to a full device";
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code().value(), ENOSPC);
    }
}

TEST(SectionFile, StopsBeingWrittenWhenItsJobIsStopped) {
    const auto writer = made(1 << 20);
    const Descriptor file(memfd_create("stopped", 0));
    const auto stop = [](const Job& /*running*/) { throw Error(ErrorKind::cancelled, "enough"); };
    const auto write_on = [&] {
        Job job(0, stop);
        for (;;) writer.write(file.number(), job);
    };
    EXPECT_THROW(write_on(), Error);
}

TEST(FileBytes, RefuseAFolder) {
    EXPECT_TRUE(holds(refusal([] {
                          (void)FileBytes::mapped(Descriptor(::open("/", O_RDONLY)),
                                                  "file.wortfeld");
                      }),
                      "is a folder"));
}

}  // namespace
}  // namespace wortfeld
