// Files in which somebody changed values and made all checksums fit.
#include "everything_of.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace wortfeld {
namespace {

constexpr auto huge = std::numeric_limits<std::uint64_t>::max();

std::size_t section_named(FileContent& file, std::string_view name) {
    const auto table = table_of(file);
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (field_text(table[i].name) == name) return i;
    }
    throw std::logic_error(std::string(name));
}

TEST(HostileFile, WithoutAChangeIsRead) {
    EXPECT_FALSE(testing::is_refused(testing::full_corpus_file()));
}

/// A value that no other section agrees with, and where it stands.
struct Lie {
    const char* section;
    std::size_t element;
    std::uint64_t value;
};

std::ostream& operator<<(std::ostream& out, const Lie& lie) {
    return out << lie.section << '[' << lie.element << "] = " << lie.value;
}

class HostileFileTells : public ::testing::TestWithParam<Lie> {};

TEST_P(HostileFileTells, AndIsRefused) {
    auto file = testing::full_corpus_file();
    const auto& [name, element, value] = GetParam();
    overwrite(file, section_named(file, name), element, value);
    reseal(file);
    EXPECT_TRUE(testing::is_refused(file));
}

INSTANTIATE_TEST_SUITE_P(Lies,
                         HostileFileTells,
                         ::testing::Values(Lie{"token_begins", 0, 3},
                                           Lie{"token_begins", 4, 3},
                                           Lie{"block_begins", 1, 0},
                                           Lie{"block_bytes", 1, 1U << 31U},
                                           Lie{"block_bytes", 1, 2},
                                           Lie{"gaps", 0, huge},
                                           Lie{"wide_gaps", 0, 0xFFFFFFFFU},
                                           Lie{"wide_gap_positions", 0, 0},
                                           Lie{"sentence_tokens", 0, 1},
                                           Lie{"sentence_tokens", 1, 0xFFFFFFFFU},
                                           Lie{"zones", 0, 0xFFFFFFFF00000000U},
                                           Lie{"marks", 0, 0},
                                           Lie{"marks", 1, 0xFFFFFFFFU},
                                           Lie{"character_counts", 0, 1},
                                           Lie{"character_counts", 3, 1000},
                                           Lie{"word_counts", 0, 0xFFFFFFFFU},
                                           Lie{"breaks_off", 1, 1},
                                           Lie{"vocabulary.begins", 1, 0},
                                           Lie{"texts.begins", 0, 1},
                                           Lie{"postings.all", 0, 1},
                                           Lie{"documents_by_id", 0, 1},
                                           Lie{"folded.terms_by_value", 0, 1},
                                           Lie{"dates", 0, 0x7FFFFFFFU},
                                           Lie{"metadata.1", 0, 0x7FFFFFFFU},
                                           Lie{"metadata.2", 0, huge / 2},
                                           Lie{"metadata.rows", 0, 0},
                                           Lie{"metadata.types", 1, 0},
                                           Lie{"terms", 0, 1}));

TEST(HostileFile, IsRefusedOrReadWhereverAValueIsChanged) {
    EXPECT_GT(refused_of(testing::full_corpus_file(), testing::is_refused), 1000U);
}

}  // namespace
}  // namespace wortfeld
