#include "wortfeld/base/section_reader.hpp"

#include "wortfeld/base/checksum.hpp"
#include "wortfeld/base/error.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace wortfeld {
namespace {

/// For messages: bytes of a damaged file are no text.
std::string printable(std::string_view text) {
    std::string shown(text);
    for (auto& byte : shown) {
        if (byte < ' ' || byte > '~') byte = '?';
    }
    return shown;
}

std::string bytes_of(std::uint64_t size) {
    return std::to_string(size) + (size == 1 ? " byte" : " bytes");
}

/// What to call instead, for a file of another kind.
std::string_view way_to_open(std::string_view kind) {
    if (kind == "corpus") return "; open it with wf.open(path)";
    if (kind == "mentions") {
        return "; open it with wf.open(path, corpus=corpus) and the corpus they were found in";
    }
    if (kind == "gazetteer") return "; open it with wf.Gazetteer.open(path)";
    return "";
}

/// What to call for a file that nobody has saved.
std::string_view way_to_read(std::string_view kind) {
    if (kind == "gazetteer") {
        return "; wf.Gazetteer.open opens what gazetteer.save wrote, wf.Gazetteer reads lists";
    }
    if (kind == "mentions") return "; wf.Mentions.open opens what mentions.save wrote";
    return "; wf.open opens what corpus.save wrote, wf.read reads texts";
}

}  // namespace

SectionReader::SectionReader(std::shared_ptr<const FileBytes> file, const FileVersions& expected)
    : file_(std::move(file)) {
    const auto header = read_header(expected.kind);
    const auto table = read_table(header);
    if (header_checksum(header, table) != header.checksum) {
        refuse_file("its header does not match its checksum: the file was damaged or changed");
    }
    check_versions(header, expected);
    lay_out(header, table);
    check_checksums(table);
    for (std::size_t i = 0; i < sections_.size(); ++i) numbers_.emplace(sections_[i].name, i);
}

FileHeader SectionReader::read_header(const std::string& expected_kind) const {
    const auto all = file_->bytes();
    if (all.size() < file_magic.size() ||
        std::memcmp(all.data(), file_magic.data(), file_magic.size()) != 0) {
        refuse_file((all.empty() ? "is empty" : "is no " + expected_kind + " file of wortfeld") +
                    std::string(way_to_read(expected_kind)));
    }
    FileHeader header{};
    if (all.size() < sizeof header) {
        refuse_file("is cut short within its header: it has " + bytes_of(all.size()));
    }
    std::memcpy(&header, all.data(), sizeof header);
    if (header.byte_order != byte_order_mark) {
        refuse_file("has an unknown order of bytes: the file was damaged");
    }
    if (header.format != format_version) {
        refuse_file("has format " + std::to_string(header.format) +
                    ", this version of wortfeld reads format " + std::to_string(format_version) +
                    "; use the version that wrote it, or read the texts again");
    }
    if (header.file_size != all.size()) {
        refuse_file((all.size() < header.file_size ? "is cut short: it has "
                                                   : "has something behind its end: it has ") +
                    bytes_of(all.size()) + " of " + std::to_string(header.file_size));
    }
    return header;
}

void SectionReader::check_versions(const FileHeader& header, const FileVersions& expected) const {
    const auto require = [&](std::string_view found, std::string_view wanted, const char* what) {
        if (found == wanted) return;
        refuse_file(std::string("was made with ") + what + " '" + printable(found) +
                    "', this version of wortfeld has '" + std::string(wanted) +
                    "', and counts of both cannot be compared; read the texts again, or use the "
                    "version that wrote it");
    };
    if (field_text(header.kind) != expected.kind) {
        refuse_file("holds '" + printable(field_text(header.kind)) + "', not '" + expected.kind +
                    "'" + std::string(way_to_open(field_text(header.kind))));
    }
    require(field_text(header.rules), expected.rules, "the rules of version");
    require(field_text(header.unicode), expected.unicode, "Unicode");
}

std::span<const SectionEntry> SectionReader::read_table(const FileHeader& header) const {
    const auto room = (file_->bytes().size() - sizeof header) / sizeof(SectionEntry);
    if (header.section_count > std::min<std::size_t>(room, max_sections)) {
        refuse_file("names " + std::to_string(header.section_count) +
                    " sections, more than it can have: the file was damaged");
    }
    // The header has a multiple of their alignment as size.
    const auto* const first =
        reinterpret_cast<const SectionEntry*>(file_->bytes().data() + sizeof header);
    return {first, header.section_count};
}

void SectionReader::lay_out(const FileHeader& header, std::span<const SectionEntry> table) {
    std::uint64_t offset = sizeof header + table.size_bytes();
    for (const auto& entry : table) {
        const auto name = printable(field_text(entry.name));
        // No section ends behind the file, so the sums are small.
        offset = aligned(offset);
        if (entry.offset != offset) refuse(name, "does not begin where it should");
        if (offset > file_->bytes().size() || entry.size > file_->bytes().size() - offset) {
            refuse(name, "ends behind the end of the file");
        }
        if (entry.element_size == 0 || entry.element_size > CheckedSection::block_size ||
            entry.size % entry.element_size != 0) {
            refuse(name, "has elements of an impossible size");
        }
        sections_.push_back({.name = name,
                             .bytes = file_->bytes().subspan(entry.offset, entry.size),
                             .element_size = entry.element_size,
                             .checksums = {},
                             .taken = {}});
        offset += entry.size;
    }
    find_checksums(header, aligned(offset));
}

void SectionReader::find_checksums(const FileHeader& header, std::uint64_t offset) {
    std::uint64_t count = 0;
    for (const auto& section : sections_) count += section.block_count();
    if (header.checksum_offset != offset || header.block_count != count ||
        header.block_size != CheckedSection::block_size ||
        header.file_size != offset + count * sizeof(std::uint64_t)) {
        refuse_file("its block checksums do not lie where they should: the file was damaged");
    }
    checksum_offset_ = offset;
    const auto* next = reinterpret_cast<const std::uint64_t*>(file_->bytes().data() + offset);
    for (auto& section : sections_) {
        section.checksums = {next, section.block_count()};
        next += section.block_count();
    }
}

void SectionReader::check_checksums(std::span<const SectionEntry> table) const {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (checksum(std::as_bytes(sections_[i].checksums)) != table[i].checksum) {
            refuse(sections_[i].name, "has block checksums that are damaged");
        }
    }
}

SectionReader::Section& SectionReader::find(std::string_view name) {
    const auto found = numbers_.find(name);
    if (found == numbers_.end()) refuse(name, "is missing");
    return sections_[found->second];
}

std::span<const std::byte> SectionReader::take(std::string_view name, std::size_t element_size) {
    const auto& section = find(name);
    if (section.element_size != element_size) {
        refuse(name,
               "has elements of " + bytes_of(section.element_size) + " instead of " +
                   std::to_string(element_size));
    }
    return section.bytes;
}

std::shared_ptr<const CheckedSection> SectionReader::checked(std::string_view name,
                                                             SectionCheck check) {
    auto& section = find(name);
    section.taken = std::make_shared<const CheckedSection>(
        CheckedSection::Parts{.file = file_,
                              .name = section.name,
                              .bytes = section.bytes,
                              .element_size = section.element_size,
                              .checksums = section.checksums,
                              .check = std::move(check)});
    return section.taken;
}

void SectionReader::require_size(std::string_view name,
                                 std::size_t found,
                                 std::size_t expected) const {
    if (found == expected) return;
    refuse(name,
           "has " + std::to_string(found) + " elements instead of " + std::to_string(expected));
}

void SectionReader::verify() const {
    const auto* before =
        file_->bytes().data() + sizeof(FileHeader) + sections_.size() * sizeof(SectionEntry);
    const auto require_zeros_up_to = [&](const std::byte* next) {
        if (std::any_of(before, next, [](auto byte) { return byte != std::byte{}; })) {
            refuse_file("has something between its sections: it was damaged or changed");
        }
    };
    for (const auto& section : sections_) {
        if (section.taken) section.taken->touch_all();
        require_zeros_up_to(section.bytes.data());
        before = section.bytes.data() + section.bytes.size();
    }
    require_zeros_up_to(file_->bytes().data() + checksum_offset_);
}

void SectionReader::require_all_taken() const {
    for (const auto& section : sections_) {
        if (!section.taken) refuse(section.name, "is unknown to this version of wortfeld");
    }
}

void SectionReader::refuse(std::string_view section, const std::string& why) const {
    refuse_file("section '" + std::string(section) + "' " + why);
}

void SectionReader::refuse_file(const std::string& why) const {
    throw Error(ErrorKind::bad_file, file_->name() + ": " + why, {.source = file_->name()});
}

}  // namespace wortfeld
