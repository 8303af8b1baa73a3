// Values of other people and programs, tests/golden/association; SOURCES.md there says whose.
#include "wortfeld/stats/adjustment.hpp"
#include "wortfeld/stats/hypergeometric.hpp"
#include "wortfeld/stats/registry.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace wortfeld::stats {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
    std::ifstream file(std::filesystem::path(WORTFELD_GOLDEN) / "association" / name);
    EXPECT_TRUE(file.is_open()) << name;
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::vector<std::string> row;
        for (std::string field; std::getline(fields, field, '\t');) row.push_back(field);
        rows.push_back(std::move(row));
    }
    return rows;
}

// The columns of a golden table, in their order.
enum Field : std::uint8_t {
    id,
    measure,
    o11,
    r1,
    c1,
    n,
    published,
    factor,
    absolute,
    relative,
    agrees
};

double our_value(const std::vector<std::string>& row) {
    const auto table = contingency_from_marginals(
        std::stoll(row[o11]), std::stoll(row[r1]), std::stoll(row[c1]), std::stoll(row[n]));
    if (row[measure] == "fisher_p") return fisher(table).p;
    if (row[measure] == "fisher_log10_p") return fisher(table).log10_p;
    return find_measure(row[measure]).score(table);
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ValuesAgreeWithinTheirPrintedPrecision) {
    const auto rows = rows_of(GetParam());
    EXPECT_GE(rows.size(), 50U);
    for (const auto& row : rows) {
        const double value = our_value(row) / std::stod(row[factor]);
        const double expected = std::stod(row[published]);
        const double allowed =
            std::stod(row[absolute]) + std::stod(row[relative]) * std::abs(expected);
        EXPECT_EQ(std::abs(value - expected) <= allowed, row[agrees] == "yes")
            << row[id] << ": " << row[measure] << " is " << value << ", published " << expected;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Association,
    Golden,
    testing::Values("dunning1993.tsv", "ucs.tsv", "cqpweb_log_ratio.tsv", "published.tsv"),
    [](const auto& file) { return file.param.substr(0, file.param.find('.')); });

TEST(GoldenAdjustment, AgreesWithR) {
    std::vector<double> log10_p;
    std::vector<double> expected;
    for (const auto& row : rows_of("benjamini_hochberg.tsv")) {
        log10_p.push_back(std::log10(std::stod(row[0])));
        expected.push_back(std::stod(row[1]));
    }
    ASSERT_EQ(expected.size(), 15U);
    const auto q = benjamini_hochberg(log10_p, log10_p.size());
    for (std::size_t i = 0; i < q.size(); ++i) EXPECT_NEAR(q[i], expected[i], 1e-12);
}

}  // namespace
}  // namespace wortfeld::stats
