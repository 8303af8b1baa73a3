// Reads a file of sections; the only place where bytes of a file become values.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/file_bytes.hpp"
#include "wortfeld/base/section_checks.hpp"
#include "wortfeld/base/section_format.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wortfeld {

/// An open file of sections. Its header and table are sound; what the sections hold is verified
/// when it is touched. All errors are `Error{bad_file}` and name the file and the section.
class SectionReader {
  public:
    /// Checks the header, the table and the checksums of the block checksums; touches no section.
    /// An error if the file was not made by the expected versions: it says what to do.
    SectionReader(std::shared_ptr<const FileBytes> file, const FileVersions& expected);

    // The map holds views into the sections.
    SectionReader(const SectionReader&) = delete;
    SectionReader& operator=(const SectionReader&) = delete;
    SectionReader(SectionReader&&) = default;
    SectionReader& operator=(SectionReader&&) = default;
    ~SectionReader() = default;

    /// The section of that name with elements of that type, and what must hold for its values.
    template <Storable T, typename Check = Anything>
    [[nodiscard]] Array<T> array(std::string_view name, Check check = {}) {
        const auto bytes = take(name, sizeof(T));
        const std::span values(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
        return Array<T>(checked(name, check_of(values, check)));
    }
    /// The same with exactly `size` elements.
    template <Storable T, typename Check = Anything>
    [[nodiscard]] Array<T> array_of(std::size_t size, std::string_view name, Check check = {}) {
        const auto values = array<T>(name, check);
        require_size(name, values.size(), size);
        return values;
    }

    /// An error about that section.
    [[noreturn]] void refuse(std::string_view section, const std::string& why) const;

    /// Touches every block of every section read so far, and the bytes between sections.
    void verify() const;
    /// An error if the file has sections that nobody asked for.
    void require_all_taken() const;

  private:
    struct Section {
        std::string name;
        std::span<const std::byte> bytes;
        std::size_t element_size = 1;
        std::span<const std::uint64_t> checksums;
        std::shared_ptr<const CheckedSection> taken;

        [[nodiscard]] std::size_t block_count() const noexcept {
            return CheckedSection::blocks_of(bytes.size() / element_size, element_size);
        }
    };

    [[nodiscard]] FileHeader read_header(const std::string& expected_kind) const;
    void check_versions(const FileHeader& header, const FileVersions& expected) const;
    [[nodiscard]] std::span<const SectionEntry> read_table(const FileHeader& header) const;
    void lay_out(const FileHeader& header, std::span<const SectionEntry> table);
    void find_checksums(const FileHeader& header, std::uint64_t offset);
    void check_checksums(std::span<const SectionEntry> table) const;
    [[nodiscard]] Section& find(std::string_view name);
    [[nodiscard]] std::span<const std::byte> take(std::string_view name, std::size_t element_size);
    [[nodiscard]] std::shared_ptr<const CheckedSection> checked(std::string_view name,
                                                                SectionCheck check);
    void require_size(std::string_view name, std::size_t found, std::size_t expected) const;
    [[noreturn]] void refuse_file(const std::string& why) const;

    std::shared_ptr<const FileBytes> file_;
    std::vector<Section> sections_;
    std::unordered_map<std::string_view, std::size_t> numbers_;  ///< of the sections, by name
    std::uint64_t checksum_offset_ = 0;
};

}  // namespace wortfeld
