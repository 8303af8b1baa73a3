#include "wortfeld/entity/mentions.hpp"

#include "gazetteer_table.hpp"
#include "made_corpus.hpp"
#include "wortfeld/base/error.hpp"
#include "wortfeld/entity/atoms.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace wortfeld::entity {
namespace {

struct Row {
    std::string entity;
    std::string alias;
    std::string kind = "organisation";
    std::string case_policy = {};
    std::string needs = {};
    std::string excludes = {};
    std::string id = {};
};

Gazetteer gazetteer_of(const std::vector<Row>& rows) {
    auto table = wortfeld::testing::gazetteer_table();
    std::int64_t number = 1;
    for (const auto& row : rows) {
        table.row(row.entity,
                  row.kind,
                  row.alias,
                  row.id,
                  row.case_policy,
                  row.needs,
                  row.excludes,
                  "",
                  "",
                  ++number);
    }
    return Gazetteer::compile(std::move(table).finish(), "names.csv");
}

/// The surfaces of the names found in one text.
std::vector<std::string> names_in(const std::string& text, const std::vector<Row>& rows) {
    Job job(1);
    auto indexed =
        std::make_shared<const index::IndexedCorpus>(wortfeld::testing::corpus_of({text}), job);
    const auto mentions = find_mentions(
        indexed, std::make_shared<const Gazetteer>(gazetteer_of(rows)), {.dates = false}, job);
    std::vector<std::string> surfaces;
    for (const auto& mention : mentions.all()) {
        if (mention.alias == none) continue;
        surfaces.emplace_back(slice(indexed->corpus.documents()[0].text(), mention.span));
    }
    return surfaces;
}

using Names = std::vector<std::string>;

TEST(Mentions, EndAtApostrophesAndHyphensAndKeepAFusedGenitive) {
    const std::vector<Row> rows{{"NVIDIA", "NVIDIA", "organisation", "fold"},
                                {"Yann LeCun", "LeCun"}};
    EXPECT_EQ(names_in("NVIDIA's Preis, NVIDIA-Chips, nvidia’s und LeCuns Plan.", rows),
              (Names{"NVIDIA", "NVIDIA", "nvidia", "LeCuns"}));
}

TEST(Mentions, NeverBeginOrEndInsideAWord) {
    EXPECT_TRUE(names_in("Metaebene, Umeta und Metall.", {{"Meta", "Meta"}}).empty());
    EXPECT_TRUE(names_in("H1000 und XH100.", {{"H100", "H100", "product"}}).empty());
}

TEST(Mentions, JoinTheirWordsBySpaceHyphenOrSpacedHyphenButNotByADash) {
    const std::vector<Row> rows{{"Turing Award", "Turing Award"}};
    EXPECT_EQ(names_in("Turing-Award, Turing Award, Turing - Award, Turing\nAward.\n\nEnde.", rows)
                  .size(),
              4U);
    EXPECT_TRUE(names_in("Turing – Award, Turing—Award, Turing, Award.", rows).empty());
}

TEST(Mentions, StandBesideDigitsAndLettersOfAnotherScript) {
    const std::vector<Row> rows{{"Wang Zhiyuan", "王智远"}};
    EXPECT_EQ(names_in("王智远2025 und 记者王智远说", rows), (Names{"王智远", "王智远"}));
}

TEST(Mentions, TakeTheLeftmostThenTheLongest) {
    const std::vector<Row> rows{{"Google", "Google"}, {"Google DeepMind", "Google DeepMind"}};
    EXPECT_EQ(names_in("Google DeepMind und Google.", rows), (Names{"Google DeepMind", "Google"}));
}

TEST(Mentions, KeepTheCaseTheirPolicyAsksFor) {
    EXPECT_TRUE(names_in("der arm und das ARM", {{"Arm", "Arm", "organisation", "exact"}}).empty());
    EXPECT_EQ(names_in("Arms Plan", {{"Arm", "Arm", "organisation", "exact"}}), (Names{"Arms"}));
    EXPECT_TRUE(names_in("us und uS", {{"United States", "US", "place"}}).empty());
    EXPECT_EQ(names_in("dassault systèmes", {{"Dassault", "Dassault Systèmes"}}).size(), 1U);
}

TEST(Mentions, NeedAFullFormOrAWordOfTheDocument) {
    const std::vector<Row> short_form{{"Lambda Labs", "Lambda Labs"},
                                      {"Lambda Labs", "Lambda", "organisation", "", "full_form"}};
    EXPECT_TRUE(names_in("Ein Lambda allein.", short_form).empty());
    EXPECT_EQ(names_in("Lambda wuchs. Lambda Labs auch.", short_form).size(), 2U);
    const std::vector<Row> word{{"Arm", "Arm", "organisation", "exact", "Chip|Chips"}};
    EXPECT_TRUE(names_in("Der Arm tut weh.", word).empty());
    EXPECT_EQ(names_in("Arm baut CHIPS.", word).size(), 1U);
}

TEST(Mentions, AreDroppedBesideAWordTheyExcludeInTheSentence) {
    const std::vector<Row> rows{{"Crusoe", "Crusoe", "organisation", "", "", "Robinson"}};
    EXPECT_EQ(names_in("Robinson Crusoe strandet. Crusoe baut Rechenzentren.", rows).size(), 1U);
}

TEST(Mentions, LetAnAmountHaveTheNameInsideIt) {
    const std::vector<Row> rows{{"United States", "US", "place", "exact"}};
    EXPECT_EQ(names_in("Es kostet 40 Milliarden US - Dollar in den US-Staaten.", rows).size(), 1U);
}

TEST(Gazetteer, NamesTheRowThatItRefuses) {
    const std::vector<std::vector<Row>> refused{
        {{"A", "A"}, {"B", ""}},
        {{"A", "A"}, {"", "B"}},
        {{"A", "A"}, {"B", std::string(1001, 'x')}},
        {{"A", "A"}, {"B", "B", "money"}},
        {{"A", "A"}, {"B", "B", "organisation", "loose"}},
        {{"A", "A", "person", "", "", "", "Q1"}, {"B", "B", "person", "", "", "", "Q1"}},
        {{"A", "A", "person", "", "", "", "Q1"}, {"A", "B", "person"}},
        {{"A", "A", "person"}, {"A", "B", "place"}}};
    for (const auto& rows : refused) {
        try {
            gazetteer_of(rows);
            ADD_FAILURE() << rows[1].entity << " was accepted";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::bad_input);
            EXPECT_EQ(error.details().line, 3U) << error.what();
            EXPECT_EQ(error.details().source, "names.csv");
        }
    }
}

TEST(Gazetteer, TellsEntitiesOfOneNameApartByTheirIds) {
    const auto gazetteer = gazetteer_of({{"A", "A", "person", "", "", "", "Q1"},
                                         {"A", "B", "person", "", "", "", "Q2"},
                                         {"A", "C", "place", "", "", "", "Q3"}});
    EXPECT_EQ(gazetteer.entity_count(), 3U);
}

TEST(Gazetteer, TrimsContextWordsAndRefusesSeveralInOne) {
    EXPECT_EQ(
        names_in("Arm baut Chips.", {{"Arm", "Arm", "organisation", "exact", "Chip | Chips"}}),
        (Names{"Arm"}));
    for (const auto* const words : {"Deutsche Bank", "US-Chip", "Chip|Deutsche Bank"}) {
        EXPECT_THROW(gazetteer_of({{"Arm", "Arm", "organisation", "exact", words}}), Error)
            << words;
    }
}

TEST(Gazetteer, WarnsOfAnAliasThatStandsTwiceOrBelongsToTwo) {
    const auto gazetteer = gazetteer_of({{"A", "Firma A"}, {"A", "Firma-A"}, {"B", "Firma A"}});
    ASSERT_EQ(gazetteer.warnings().size(), 2U);
    EXPECT_EQ(gazetteer.warnings()[0].row, 3U);
    EXPECT_NE(gazetteer.warnings()[0].message.find("row 2"), std::string::npos);
    EXPECT_EQ(gazetteer.warnings()[1].row, 4U);
    EXPECT_NE(gazetteer.warnings()[1].message.find("also one of 'A'"), std::string::npos);
}

std::size_t atom_count(std::string_view name) {
    AtomList list;
    list.add(name);
    list.split();
    return list.atoms(0).size();
}

TEST(Atoms, BreakAtApostrophesAndWhereTheScriptChanges) {
    EXPECT_EQ(atom_count("NVIDIA's"), 2U);
    EXPECT_EQ(atom_count("Genie3"), 1U);
    EXPECT_EQ(atom_count("王2025"), 2U);
    EXPECT_EQ(atom_count("'"), 1U);
}

TEST(Atoms, OfSimpleNamesAreTheWordsOfTheText) {
    const std::vector<std::string> pieces{"a", "Z", "7", "ä", "ß", "é", " ", "×", "÷", "-", "."};
    std::minstd_rand random(3);
    for (int round = 0; round < 20'000; ++round) {
        std::string name = "x";
        for (auto size = random() % 8; size > 0; --size) name += pieces[random() % pieces.size()];
        AtomList list;
        list.add(name);
        list.split();
        std::vector<text::Token> words;
        text::segment_words(name, words);
        std::erase_if(words,
                      [&](const text::Token& word) { return is_hyphen(slice(name, word.span)); });
        ASSERT_EQ(list.atoms(0).size(), words.size()) << name;
        std::uint32_t end = 0;
        for (std::size_t at = 0; at < words.size(); ++at) {
            const auto& atom = list.atoms(0)[at];
            EXPECT_EQ(atom.span, words[at].span) << name;
            EXPECT_EQ(atom.before, at == 0 || atom.span.begin == end ? Gap::none : Gap::open);
            end = atom.span.end;
        }
    }
}

TEST(Mentions, AreTheSameForAnyNumberOfThreadsWhichAllTakeChunks) {
    std::vector<std::string> texts;
    for (int i = 0; i < 4000; ++i) texts.emplace_back("NVIDIA zahlt 5 Mrd. Euro am 3. Mai 2025.");
    Job one(1);
    const auto indexed =
        std::make_shared<const index::IndexedCorpus>(wortfeld::testing::corpus_of(texts), one);
    const auto gazetteer = std::make_shared<const Gazetteer>(gazetteer_of({{"NVIDIA", "NVIDIA"}}));
    Job seven(7);
    const auto a = find_mentions(indexed, gazetteer, {}, one);
    const auto b = find_mentions(indexed, gazetteer, {}, seven);
    EXPECT_GT(seven.workers_seen(), 1U);
    ASSERT_EQ(a.all().size(), 12000U);
    ASSERT_EQ(b.all().size(), 12000U);
    for (std::size_t i = 0; i < a.all().size(); ++i) {
        EXPECT_EQ(a.all()[i].span, b.all()[i].span);
        EXPECT_EQ(a.all()[i].document, b.all()[i].document);
    }
}

}  // namespace
}  // namespace wortfeld::entity
