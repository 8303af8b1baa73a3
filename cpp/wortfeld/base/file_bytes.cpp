#include "wortfeld/base/file_bytes.hpp"

#include "wortfeld/base/error.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace wortfeld {
namespace {

constexpr int no_file = -1;

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw Error(ErrorKind::bad_file, name + ": " + why, {.source = name});
}

[[noreturn]] void refuse_by_system(const std::string& name, const std::string& what) {
    refuse(name, what + ": " + std::strerror(errno));
}

std::size_t size_of(const Descriptor& file, const std::string& name) {
    struct stat found{};
    if (fstat(file.number(), &found) != 0) refuse_by_system(name, "cannot be examined");
    if (S_ISDIR(found.st_mode)) {
        refuse(name, "is a folder, not a corpus file; wf.read reads a folder of texts");
    }
    if (!S_ISREG(found.st_mode)) refuse(name, "is not a regular file");
    return static_cast<std::size_t>(found.st_size);
}

std::size_t words_for(std::size_t bytes) noexcept {
    return bytes / sizeof(std::uint64_t) + 1;
}

}  // namespace

Descriptor::~Descriptor() {
    if (number_ != no_file) close(number_);
}

FileBytes::FileBytes(Descriptor file, std::string name)
    : file_(std::move(file)), name_(std::move(name)) {}

FileBytes::~FileBytes() {
    if (file_.number() == no_file || bytes_.empty()) return;
    // munmap takes what mmap gave, which was not const.
    munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

std::shared_ptr<const FileBytes> FileBytes::mapped(Descriptor file, std::string name) {
    const std::shared_ptr<FileBytes> all(new FileBytes(std::move(file), std::move(name)));
    const auto size = size_of(all->file_, all->name_);
    if (size == 0) return all;
    auto* const at = mmap(nullptr, size, PROT_READ, MAP_SHARED, all->file_.number(), 0);
    if (at == MAP_FAILED) refuse_by_system(all->name_, "cannot be mapped; try map=False");
    all->bytes_ = {static_cast<const std::byte*>(at), size};
    return all;
}

std::shared_ptr<const FileBytes> FileBytes::loaded(const Descriptor& file, std::string name) {
    const std::shared_ptr<FileBytes> all(new FileBytes(Descriptor(no_file), std::move(name)));
    const auto size = size_of(file, all->name_);
    all->owned_.resize(words_for(size));
    const auto into = std::as_writable_bytes(std::span(all->owned_)).first(size);
    for (std::size_t filled = 0; filled < size;) {
        const auto got =
            pread(file.number(), into.data() + filled, size - filled, static_cast<off_t>(filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) refuse_by_system(all->name_, "cannot be read");
        if (got == 0) refuse(all->name_, "became shorter while it was read");
        filled += static_cast<std::size_t>(got);
    }
    all->bytes_ = into;
    return all;
}

std::shared_ptr<const FileBytes> FileBytes::copied(std::span<const std::byte> bytes,
                                                   std::string name) {
    const std::shared_ptr<FileBytes> all(new FileBytes(Descriptor(no_file), std::move(name)));
    all->owned_.resize(words_for(bytes.size()));
    const auto into = std::as_writable_bytes(std::span(all->owned_)).first(bytes.size());
    std::copy(bytes.begin(), bytes.end(), into.begin());
    all->bytes_ = into;
    return all;
}

void FileBytes::require_whole() const {
    if (file_.number() == no_file) return;
    if (size_of(file_, name_) < bytes_.size()) {
        refuse(name_,
               "became shorter while it was open; a corpus file is replaced as a whole, never "
               "changed in place. Read the texts again, or take a copy of the file");
    }
}

}  // namespace wortfeld
