// Writes a file of sections; the only place where a corpus becomes bytes of a file.
#pragma once

#include "wortfeld/base/array.hpp"
#include "wortfeld/base/job.hpp"
#include "wortfeld/base/section_format.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace wortfeld {

/// Collects sections and writes them in order. The same sections give the same bytes.
class SectionWriter {
  public:
    explicit SectionWriter(FileVersions versions) : versions_(std::move(versions)) {}

    /// Adds a section under a new name of at most 31 bytes; it shares the array.
    template <Storable T>
    void add(std::string name, const Array<T>& values) {
        add_bytes(std::move(name), sizeof(T), std::as_bytes(values.all()));
        keep(values);
    }
    /// The same for values made for the file.
    template <Storable T>
    void add(std::string name, std::vector<T> values) {
        add(std::move(name), Array<T>(std::move(values)));
    }

    /// Bytes of the whole file.
    [[nodiscard]] std::uint64_t file_size() const;

    /// Writes the file to an empty, seekable file that is open for writing; the caller syncs and
    /// closes it. `std::system_error` with the number of the system's error if a write fails.
    void write(int file, Job& job) const;

  private:
    struct Section {
        std::string name;
        std::size_t element_size = 1;
        std::span<const std::byte> bytes;
    };
    struct Layout;

    void add_bytes(std::string name, std::size_t element_size, std::span<const std::byte> bytes);
    template <Storable T>
    void keep(const Array<T>& values) {
        kept_.push_back(std::make_shared<const Array<T>>(values));
    }
    [[nodiscard]] Layout layout() const;
    [[nodiscard]] FileHeader header(const Layout& layout) const;

    FileVersions versions_;
    std::vector<Section> sections_;
    std::vector<std::shared_ptr<const void>> kept_;  ///< arrays in which the bytes lie
};

}  // namespace wortfeld
