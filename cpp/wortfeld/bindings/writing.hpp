// Files of sections leave the core in one way.
#pragma once

#include "wortfeld/bindings/python.hpp"

#include "wortfeld/base/section_writer.hpp"
#include "wortfeld/bindings/run.hpp"

#include <cstdint>
#include <system_error>

namespace wortfeld::bindings {

/// What became of writing a file: the number of the system's error or 0, and the bytes it takes.
struct Written {
    int error = 0;
    std::uint64_t size = 0;
};

/// Raises the built-in OSError of that number, if there is one.
void require_written(const Written& written);

/// Writes the content that `make` returns to a file that is open for writing.
template <typename Make>
void write_file(unsigned threads, const py::object& progress, int file, Make make) {
    require_written(run(threads, progress, [&](Job& job) -> Written {
        const auto content = make();
        try {
            content.write(file, job);
        } catch (const std::system_error& error) {
            return {.error = error.code().value(), .size = content.file_size()};
        }
        return {.error = 0, .size = content.file_size()};
    }));
}

}  // namespace wortfeld::bindings
