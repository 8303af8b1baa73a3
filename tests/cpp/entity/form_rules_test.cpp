#include "wortfeld/entity/form_rules.hpp"

#include <gtest/gtest.h>

namespace wortfeld::entity {
namespace {

WrittenName written(std::string_view alias, std::string_view first_word, FormSet forms) {
    return {.alias = alias,
            .kind = "organisation",
            .first_word = first_word,
            .forms = forms,
            .last_form = Form::plain,
            .language = &text::language("de")};
}

TEST(FormRules, AnAdjectiveAtTheHeadOfANameKeepsItsCapital) {
    const FormRules rules(false);
    const auto forms = bit(Form::adjective) | bit(Form::plain);
    EXPECT_TRUE(rules.allow(written("Deutsche Bank", "Deutschen", forms)));
    EXPECT_FALSE(rules.allow(written("Deutsche Bank", "deutschen", forms)));
}

TEST(FormRules, InflectionIsOfTheLanguageOfTheDocument) {
    auto name = written("Deutsche Bank", "Deutschen", bit(Form::adjective) | bit(Form::plain));
    name.language = &text::language("en");
    EXPECT_FALSE(FormRules(false).allow(name));
    name.language = nullptr;
    EXPECT_FALSE(FormRules(false).allow(name));
}

TEST(FormRules, PersonsTakeNoEndingButS) {
    auto name = written("Hanne Wagner", "Hannes", bit(Form::adjective) | bit(Form::plain));
    name.kind = "person";
    EXPECT_FALSE(FormRules(false).allow(name));
    name.forms = bit(Form::plain) | bit(Form::without_s);
    EXPECT_TRUE(FormRules(false).allow(name));
}

TEST(FormRules, UmlautsAreRespelledOnRequest) {
    const auto name = written("Müller", "Mueller", bit(Form::umlaut));
    EXPECT_FALSE(FormRules(false).allow(name));
    EXPECT_TRUE(FormRules(true).allow(name));
}

TEST(FormRules, OnlyNounsHaveTheEndingsOfNouns) {
    auto name = written("Bank", "Banken", bit(Form::noun));
    EXPECT_FALSE(FormRules(false).allow(name));
    name.role = AliasRole::noun;
    EXPECT_TRUE(FormRules(false).allow(name));
}

TEST(FormRules, EnglishNamesHaveNoFusedS) {
    auto name = written("Meta", "Metas", bit(Form::without_s));
    EXPECT_TRUE(FormRules(false).allow(name));
    name.language = &text::language("en");
    EXPECT_FALSE(FormRules(false).allow(name));
    name.role = AliasRole::derived;
    EXPECT_TRUE(FormRules(false).allow(name));
}

}  // namespace
}  // namespace wortfeld::entity
