#include "wortfeld/text/kept_forms.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::text {
namespace {

DocumentLayout laid_out(std::string_view text, KeptForms kept, std::string_view code = "de") {
    auto layout = lay_out(text, language(code), false);
    keep_whole(text, language(code), kept, layout);
    return layout;
}

/// The tokens with a bar between them.
std::string shown(std::string_view text, const std::vector<Token>& tokens) {
    std::string result;
    for (const auto& token : tokens) {
        if (!result.empty()) result += '|';
        result += slice(text, token.span);
    }
    return result;
}

struct FormCase {
    std::string_view name;
    std::string_view text;
    std::string_view kept;
};

const FormCase form_cases[] = {
    {"url", "Siehe https://www.x.de/a?b=c-d.", "Siehe|https://www.x.de/a?b=c-d|."},
    {"url", "(http://y.org/q), www.z.de/p_(r)!", "(|http://y.org/q|)|,|www.z.de/p_(r)|!"},
    {"url", "http: //x \"ftp://f\"x https:// y", "http|:|/|/|x|\"|ftp://f|\"|x|https|:|/|/|y"},
    {"url", "HTTP://X.DE/ä und x.de/p", "HTTP://X.DE/ä|und|x.de|/|p"},
    {"email", "an max-m+z@post-amt.de.", "an|max-m+z@post-amt.de|."},
    {"email", "a-b @x x-y@z a@b-c.d1", "a|-|b|@x|x|-|y@z|a@b|-|c.d1"},
    {"hashtag", "#KI-Welle C# C#x #1 # x (#a_b)", "#KI|-|Welle|C|#|C|#|x|#|1|#|x|(|#a_b|)"},
    {"number", "14:05 3:2 1:2:3 a:1", "14:05|3:2|1:2:3|a|:|1"},
    {"number", "2026-03-10 10/3/2026 3-4 1/2", "2026-03-10|10/3/2026|3|-|4|1|/|2"},
    {"number", "-3 (−4,5) ±1 3-2 - 5 A-6", "-3|(|−4,5|)|±1|3|-|2|-|5|A|-|6"},
    {"number",
     "1\u00A0234\u00A0567,8 1\u2009234 1 234 2025\u00A0300",
     "1\u00A0234\u00A0567,8|1\u2009234|1|234|2025|300"},
    {"abbreviation", "z. B. z.B. Dr. X", "z. B.|z.B.|Dr.|X"},
    {"abbreviation", "Art. 5 ist eine Art. Der", "Art.|5|ist|eine|Art|.|Der"},
    {"abbreviation",
     "U.S. Army, Bahnhofstr. 5, Okt. 2025",
     "U.S.|Army|,|Bahnhofstr.|5|,|Okt.|2025"},
    {"abbreviation", "Er kam usw. Der Rest.", "Er|kam|usw.|Der|Rest|."},
    {"hyphen", "KI-Boom US-Dollar-Krise Covid-19", "KI-Boom|US-Dollar-Krise|Covid-19"},
    {"hyphen",
     "3-4 Hin- und US - Dollar 10\u2010jährig",
     "3|-|4|Hin|-|und|US|-|Dollar|10\u2010jährig"},
};

TEST(KeptForms, BecomeOneTokenEach) {
    for (const auto& item : form_cases) {
        const auto kept = kept_forms_named(std::array{item.name}).value();
        EXPECT_EQ(shown(item.text, laid_out(item.text, kept).tokens), item.kept) << item.name;
    }
}

constexpr KeptForms all_forms = {.url = true,
                                 .email = true,
                                 .hashtag = true,
                                 .number = true,
                                 .abbreviation = true,
                                 .hyphen = true};
constexpr std::string_view mixed =
    "Am 2026-03-10 um 14:05 z. B. die U.S.-Börse. KI-Boom: siehe www.x.de/a-b. #KI usw. Der Rest.";

TEST(KeptForms, StandBesideEachOther) {
    EXPECT_EQ(shown(mixed, laid_out(mixed, all_forms).tokens),
              "Am|2026-03-10|um|14:05|z. B.|die|U.S.-Börse|.|KI-Boom|:|siehe|www.x.de/a-b|.|#KI|"
              "usw.|Der|Rest|.");
}

TEST(KeptForms, LeaveSentencesWhereTheyAre) {
    const auto plain = laid_out(mixed, {});
    const auto kept = laid_out(mixed, all_forms);
    ASSERT_EQ(kept.sentences.size(), plain.sentences.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < kept.sentences.size(); ++i) {
        EXPECT_EQ(kept.sentences[i].span, plain.sentences[i].span);
        EXPECT_EQ(kept.sentences[i].tokens.begin, next);
        next = kept.sentences[i].tokens.end;
    }
    EXPECT_EQ(next, kept.tokens.size());
}

TEST(KeptForms, CanBeTakenApartAgain) {
    const auto plain = laid_out(mixed, {});
    const auto kept = laid_out(mixed, all_forms);
    const auto apart = without_kept_forms(mixed, kept.tokens, kept.sentences);
    EXPECT_EQ(shown(mixed, apart.tokens), shown(mixed, plain.tokens));
    ASSERT_EQ(apart.sentences.size(), plain.sentences.size());
    for (std::size_t i = 0; i < apart.sentences.size(); ++i) {
        EXPECT_EQ(apart.sentences[i].tokens, plain.sentences[i].tokens);
    }
}

TEST(KeptForms, HaveTheKindOfTheirCharacters) {
    const auto kind = [](std::string_view text) {
        return laid_out(text, all_forms).tokens.front().kind;
    };
    EXPECT_EQ(kind("14:05"), TokenKind::number);
    EXPECT_EQ(kind("z. B."), TokenKind::word);
    EXPECT_EQ(kind("#KI"), TokenKind::word);
}

TEST(KeptForms, AreToldFromPlainTokens) {
    for (const auto text : {"KI-Boom", "z. B.", "14:05", "-3"}) EXPECT_TRUE(is_kept_whole(text));
    for (const auto text : {"", "KI", "z.B", "10.03.2026", "東京タワーへ行き", "-"}) {
        EXPECT_FALSE(is_kept_whole(text)) << text;
    }
}

TEST(KeptForms, HaveNames) {
    EXPECT_EQ(kept_forms_named(kept_form_names), all_forms);
    EXPECT_EQ(kept_forms_named({}), KeptForms{});
    EXPECT_EQ(kept_forms_named(std::array{std::string_view("hypen")}), std::nullopt);
    EXPECT_EQ(names_of({.number = true, .hyphen = true}),
              (std::vector<std::string_view>{"number", "hyphen"}));
}

TEST(KeptForms, HaveABitEach) {
    for (std::uint64_t bits = 0; bits < 64; ++bits) {
        EXPECT_EQ(bits_of(kept_forms_of_bits(bits).value()), bits);
    }
    EXPECT_EQ(kept_forms_of_bits(64), std::nullopt);
}

TEST(KeptForms, HaveNoAbbreviationsInALanguageWithoutRules) {
    const std::string_view text = "z. B. U.S. Army";
    EXPECT_EQ(shown(text, laid_out(text, {.abbreviation = true}, "xx").tokens),
              "z|.|B|.|U.S.|Army");
}

}  // namespace
}  // namespace wortfeld::text
