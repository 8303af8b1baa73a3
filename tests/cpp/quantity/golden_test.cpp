// Sentences with the readings that German and English ask for, tests/golden/quantity.
#include "quantity/readings.hpp"
#include "wortfeld/text/language.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace wortfeld::quantity {
namespace {

struct GoldenRow {
    std::string place;
    std::string text;
    std::string reference;
    std::vector<std::string> expected;
};

std::vector<std::string> split(const std::string& line, const std::string& mark) {
    std::vector<std::string> cells;
    for (std::size_t begin = 0;;) {
        const auto end = line.find(mark, begin);
        cells.push_back(line.substr(begin, end - begin));
        if (end == std::string::npos) return cells;
        begin = end + mark.size();
    }
}

std::vector<GoldenRow> read_table(const std::string& name) {
    std::ifstream file(std::string(WORTFELD_GOLDEN) + "/quantity/" + name);
    std::vector<GoldenRow> rows;
    std::string line;
    std::getline(file, line);
    for (int number = 2; std::getline(file, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto cells = split(line, "\t");
        if (cells.size() != 3) {
            ADD_FAILURE() << name << ":" << number << " has not three columns";
            continue;
        }
        GoldenRow row{.place = name + ":" + std::to_string(number),
                      .text = cells[0],
                      .reference = cells[1],
                      .expected = {}};
        if (cells[2] != "-") row.expected = split(cells[2], " | ");
        std::sort(row.expected.begin(), row.expected.end());
        rows.push_back(std::move(row));
    }
    return rows;
}

constexpr const char* tables[] = {"date_de.tsv",
                                  "date_en.tsv",
                                  "money_de.tsv",
                                  "money_en.tsv",
                                  "number_de.tsv",
                                  "number_en.tsv",
                                  "percent_de.tsv",
                                  "percent_en.tsv",
                                  "sentences_de.tsv"};

/// The language of a table: the "de" of "money_de.tsv".
std::string language_of(const std::string& table) {
    return table.substr(table.find('_') + 1, 2);
}

class GoldenTable : public testing::TestWithParam<const char*> {};

TEST_P(GoldenTable, IsReadAsWritten) {
    const auto rows = read_table(GetParam());
    ASSERT_GE(rows.size(), 30U);
    for (const auto& row : rows) {
        const auto found = readings_of(row.text, day_named(row.reference), language_of(GetParam()));
        EXPECT_EQ(found, row.expected) << row.place << ": " << row.text;
    }
}

INSTANTIATE_TEST_SUITE_P(Quantities, GoldenTable, testing::ValuesIn(tables), [](const auto& table) {
    const std::string name = table.param;
    return name.substr(0, name.find('.'));
});

class Rules : public testing::TestWithParam<const char*> {};

/// The rules, without their language, of all that is found in the tables of a language.
std::set<std::string> rules_used(const std::string& language) {
    std::set<std::string> used;
    for (const auto* name : tables) {
        if (language_of(name) != language) continue;
        for (const auto& row : read_table(name)) {
            const auto day = day_named(row.reference);
            for (const auto& quantity : quantities_of(row.text, day, language)) {
                EXPECT_TRUE(quantity.rule.starts_with(language + ".")) << quantity.rule;
                used.insert(quantity.rule.substr(language.size() + 1));
            }
        }
    }
    return used;
}

TEST_P(Rules, AreAllInTheLanguageFileAndAllInTheTables) {
    const auto& language = text::language(GetParam());
    const auto used = rules_used(GetParam());
    for (const auto& row : language.rows()) {
        if (row.category != "rule") continue;
        EXPECT_TRUE(used.contains(std::string(row.id))) << row.id;
    }
    for (const auto& id : used) {
        const auto* row = language.find_id(id);
        ASSERT_NE(row, nullptr) << id;
        EXPECT_EQ(row->category, "rule");
        EXPECT_FALSE(row->form.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, Rules, testing::Values("de", "en"));

}  // namespace
}  // namespace wortfeld::quantity
