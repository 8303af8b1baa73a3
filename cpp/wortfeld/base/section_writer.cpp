#include "wortfeld/base/section_writer.hpp"

#include "wortfeld/base/checksum.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace wortfeld {
namespace {

/// Bytes handed to the system at once: enough to be fast, few enough to stop soon.
constexpr std::size_t write_size = std::size_t{1} << 20;

/// A file that is written from its beginning to its end.
class Output {
  public:
    Output(int file, Job& job) : file_(file), job_(job) {}

    void write(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const auto part = bytes.first(std::min(bytes.size(), write_size));
            const auto written = ::write(file_, part.data(), part.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) throw std::system_error(errno, std::generic_category(), "write");
            bytes = bytes.subspan(static_cast<std::size_t>(written));
            job_.advance(static_cast<std::size_t>(written));
            offset_ += static_cast<std::uint64_t>(written);
            job_.poll();
        }
    }
    void pad_to(std::uint64_t offset) {
        static constexpr std::array<std::byte, section_alignment> zeros{};
        write(std::span(zeros).first(offset - offset_));
    }
    void go_to_begin() const {
        if (::lseek(file_, 0, SEEK_SET) != 0) {
            throw std::system_error(errno, std::generic_category(), "lseek");
        }
    }

  private:
    int file_;
    Job& job_;
    std::uint64_t offset_ = 0;
};

}  // namespace

/// Where everything lies; checksums are filled in while it is written.
struct SectionWriter::Layout {
    std::vector<SectionEntry> entries;
    std::vector<std::uint64_t> checksums;
    std::uint64_t checksum_offset = 0;
    std::uint64_t file_size = 0;
};

void SectionWriter::add_bytes(std::string name,
                              std::size_t element_size,
                              std::span<const std::byte> bytes) {
    assert(std::none_of(sections_.begin(), sections_.end(), [&](const auto& section) {
        return section.name == name;
    }));
    sections_.push_back({std::move(name), element_size, bytes});
}

SectionWriter::Layout SectionWriter::layout() const {
    Layout layout;
    std::uint64_t offset = sizeof(FileHeader) + sections_.size() * sizeof(SectionEntry);
    std::size_t blocks = 0;
    for (const auto& section : sections_) {
        offset = aligned(offset);
        layout.entries.push_back({.name = text_field<32>(section.name),
                                  .element_size = section.element_size,
                                  .offset = offset,
                                  .size = section.bytes.size(),
                                  .checksum = 0});
        offset += section.bytes.size();
        blocks += CheckedSection::blocks_of(section.bytes.size() / section.element_size,
                                            section.element_size);
    }
    layout.checksum_offset = aligned(offset);
    layout.checksums.reserve(blocks);
    layout.file_size = layout.checksum_offset + blocks * sizeof(std::uint64_t);
    return layout;
}

std::uint64_t SectionWriter::file_size() const {
    return layout().file_size;
}

FileHeader SectionWriter::header(const Layout& layout) const {
    FileHeader header{.magic = file_magic,
                      .byte_order = byte_order_mark,
                      .format = format_version,
                      .file_size = layout.file_size,
                      .section_count = static_cast<std::uint32_t>(sections_.size()),
                      .block_size = CheckedSection::block_size,
                      .block_count = layout.checksums.size(),
                      .checksum_offset = layout.checksum_offset,
                      .kind = text_field<24>(versions_.kind),
                      .rules = text_field<24>(versions_.rules),
                      .unicode = text_field<24>(versions_.unicode),
                      .checksum = 0};
    header.checksum = header_checksum(header, layout.entries);
    return header;
}

void SectionWriter::write(int file, Job& job) const {
    auto layout = this->layout();
    Output output(file, job);
    const std::vector<std::byte> room(sizeof(FileHeader) +
                                      layout.entries.size() * sizeof(SectionEntry));
    job.plan(layout.file_size + room.size());  // the header is written twice
    output.write(room);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        const auto& section = sections_[i];
        const auto first = layout.checksums.size();
        output.pad_to(layout.entries[i].offset);
        const auto block_bytes =
            CheckedSection::elements_per_block(section.element_size) * section.element_size;
        for (std::size_t at = 0; at < section.bytes.size(); at += block_bytes) {
            const auto size = std::min(block_bytes, section.bytes.size() - at);
            layout.checksums.push_back(checksum(section.bytes.subspan(at, size)));
        }
        output.write(section.bytes);
        layout.entries[i].checksum =
            checksum(std::as_bytes(std::span(layout.checksums).subspan(first)));
    }
    output.pad_to(layout.checksum_offset);
    output.write(std::as_bytes(std::span(layout.checksums)));
    const auto complete = header(layout);
    output.go_to_begin();
    output.write(std::as_bytes(std::span(&complete, 1)));
    output.write(std::as_bytes(std::span(layout.entries)));
}

}  // namespace wortfeld
