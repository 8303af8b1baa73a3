# Libraries of the system only; nothing is downloaded by CMake.
set(WORTFELD_APT_LINE "On Debian: apt-get install libicu-dev (tests: libgtest-dev)")

function(wortfeld_require name)
    if(NOT ${name}_FOUND)
        message(FATAL_ERROR "${name} was not found. ${WORTFELD_APT_LINE}")
    endif()
endfunction()

find_package(Threads REQUIRED)
# Older word rules break differently at colons.
find_package(ICU 72 COMPONENTS uc)
wortfeld_require(ICU)
if(WORTFELD_BUILD_TESTS)
    find_package(GTest)
    wortfeld_require(GTest)
endif()
if(WORTFELD_PYTHON)
    find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module)
    find_package(pybind11 3 CONFIG REQUIRED)
endif()
