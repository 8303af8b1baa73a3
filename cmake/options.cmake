# What every target of ours is built with. Nothing here is global: targets link wortfeld_options.
option(WORTFELD_PYTHON "Build the Python extension" ON)
option(WORTFELD_BUILD_TESTS "Build the C++ tests" ${PROJECT_IS_TOP_LEVEL})
option(WORTFELD_FUZZ "Build the fuzz targets" OFF)
option(WORTFELD_PROOFS "Build the long proofs" OFF)
# Built with the tests, so that a change of what they call does not break them unseen.
option(WORTFELD_BENCHMARKS "Build the programs of the benchmarks" ${WORTFELD_BUILD_TESTS})
option(WORTFELD_WERROR "Treat warnings as errors" ${PROJECT_IS_TOP_LEVEL})
set(WORTFELD_SANITIZE
    ""
    CACHE STRING
    "Sanitizers for everything, for example address,undefined or thread"
)

add_library(wortfeld_options INTERFACE)
target_compile_features(wortfeld_options INTERFACE cxx_std_20)
target_include_directories(wortfeld_options INTERFACE ${PROJECT_SOURCE_DIR}/cpp)
target_compile_options(
    wortfeld_options
    INTERFACE
        -Wall
        -Wextra
        -Wpedantic
        -Wconversion
        -Wshadow
        # g++ 12 sees overlapping copies in std::string operator+ where there are none (bug 105651).
        -Wno-restrict
        $<$<BOOL:${WORTFELD_WERROR}>:-Werror>
        # Scores are the same bits on every machine: no fused multiply-add.
        -ffp-contract=off
)
if(WORTFELD_SANITIZE)
    target_compile_options(
        wortfeld_options
        INTERFACE -fsanitize=${WORTFELD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    )
    target_link_options(wortfeld_options INTERFACE -fsanitize=${WORTFELD_SANITIZE})
endif()

# wortfeld_layer(NAME SOURCES … DEPENDS …): one static library a layer, hidden, position independent.
function(wortfeld_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    add_library(wortfeld_${name} STATIC ${layer_SOURCES})
    add_library(wortfeld::${name} ALIAS wortfeld_${name})
    set_target_properties(
        wortfeld_${name}
        PROPERTIES
            CXX_EXTENSIONS OFF
            CXX_VISIBILITY_PRESET hidden
            VISIBILITY_INLINES_HIDDEN ON
            POSITION_INDEPENDENT_CODE ON
    )
    target_link_libraries(
        wortfeld_${name}
        PUBLIC wortfeld_options ${layer_DEPENDS}
        PRIVATE ${layer_PRIVATE_DEPENDS}
    )
endfunction()
