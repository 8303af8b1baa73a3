// The bytes of a file, mapped or loaded, for reading only.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace wortfeld {

/// A file descriptor that is closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int number) noexcept : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();

    [[nodiscard]] int number() const noexcept { return number_; }

  private:
    int number_;
};

/// All bytes of one file. Whatever lies in them keeps a share of this.
class FileBytes {
  public:
    /// Maps the regular file behind an open descriptor. `Error{bad_file}` for anything else that
    /// could be open; `name` is for messages.
    static std::shared_ptr<const FileBytes> mapped(Descriptor file, std::string name);
    /// Reads it into memory; what happens to the file afterwards does not matter.
    static std::shared_ptr<const FileBytes> loaded(const Descriptor& file, std::string name);
    /// Bytes that come from no file.
    static std::shared_ptr<const FileBytes> copied(std::span<const std::byte> bytes,
                                                   std::string name);

    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;
    FileBytes(FileBytes&&) = delete;
    FileBytes& operator=(FileBytes&&) = delete;
    ~FileBytes();

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// `Error{bad_file}` if the mapped file has become shorter than it was: to read behind its end
    /// would kill the process. A file that shrinks later than this call is beyond any guard.
    void require_whole() const;

  private:
    FileBytes(Descriptor file, std::string name);

    Descriptor file_;  ///< of a mapped file; else none
    std::string name_;
    std::span<const std::byte> bytes_;
    std::vector<std::uint64_t> owned_;  ///< loaded bytes, aligned as in a mapped file
};

}  // namespace wortfeld
