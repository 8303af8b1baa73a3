#include "wortfeld/text/sentences.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wortfeld::text {
namespace {

/// The text with " | " between its sentences, as German.
std::string split(std::string_view text, std::string_view code = "de") {
    std::vector<Token> tokens;
    segment_words(text, tokens);
    std::vector<TokenSpan> sentences;
    const auto end = static_cast<std::uint32_t>(tokens.size());
    split_sentences({.text = text, .tokens = tokens, .range = {.begin = 0, .end = end}},
                    Guards(language(code)),
                    sentences);
    std::string result;
    for (const auto& sentence : sentences) {
        const auto begin = tokens[sentence.begin].span.begin;
        if (!result.empty()) result += " | ";
        result += text.substr(begin, tokens[sentence.end - 1].span.end - begin);
    }
    return result;
}

/// The text without its bars must be split at the bars and nowhere else.
void expect_split(std::string_view expected, std::string_view code = "de") {
    std::string text;
    for (std::size_t begin = 0; begin <= expected.size();) {
        const auto bar = std::min(expected.find(" | ", begin), expected.size());
        if (!text.empty()) text += ' ';
        text += expected.substr(begin, bar - begin);
        begin = bar + 3;
    }
    EXPECT_EQ(split(text, code), expected);
}

const char* const ordinals[] = {
    "Am 10. März 2026 kam er. | Am 3. Platz lag sie.",
    "Der 2. Weltkrieg begann. | Im 19. Jahrhundert war das anders.",
    "Der 1. FC Köln gewann.",
    "1. FC Köln gewann. | 3. Platz für Bayern.",
    "Zum 67. Geburtstag kam er.",
    "Vom 1. bis 3. Mai geschlossen.",
    "Friedrich II. Hohenzollern regierte. | Wilhelm II. | Er dankte ab.",
    "Er wurde 3. | Der Sieger kam aus Köln.",
    "Er wurde Platz 3. | Bayern gewann.",
    "Es war das Jahr 2025. | Danach kam nichts.",
    "Er kam 1990. | Berlin war geteilt.",
    "Man nehme: 1. Mehl; 2. Zucker; 3. Eier.",
};

const char* const addresses[] = {
    "Sie wohnt in der Bahnhofstr. 5 in Ulm. | Er auch.",
    "Es liegt in der Goethestr. | Die Wirtin lacht.",
    "Er zog nach Frankfurt a. d. Oder um. | Sie blieb in Frankfurt a. M. wohnen.",
    "Die Feier am Marktpl. 3 beginnt.",
    "Es sprach der Oberst a. D. | Er ging.",
};

const char* const dates_and_numbers[] = {
    "Am 10.03.2026 war es so weit. | Am 10. 3. 2026 auch.",
    "Das war am 10.03.2026. | Danach nicht.",
    "Am 10.03. Vormittags kam er nicht.",
    "Das geschah am 10.03. | Danach nicht.",
    "Im Okt. 2025 kam er.",
    "Es kostet 2,5 Mrd. Dollar. | Die Firma zahlt.",
    "Rund 3 Mio. Euro fehlen. | Es waren 400.000. | Niemand weiß es.",
    "Es sind 100 %. | Mehr geht nicht.",
    "Es stand 1:0. | Der Trainer lachte um 17:35. | Berlin verlor.",
    "Version 2.0. | Apple liefert aus.",
};

const char* const abbreviations[] = {
    "Viele, z. B. Berlin und z.B. Hamburg, d. h. Städte, ca. 30.",
    "Äpfel, Birnen usw. | Der Rest fehlt.",
    "Äpfel, Birnen usw. Berlin kauft viel.",
    "Dr. Müller und Prof. Dr. h. c. Schmidt kamen.",
    "Siehe Nr. 3 Abs. 2 und S. 12. | Dort steht es.",
    "Das ist eine besondere Art. | Niemand kennt sie.",
    "Nach Art. 5 Abs. 1 GG gilt das.",
    "Das gilt im 3. Jh. v. Chr. | Die Römer kamen.",
    "J. P. Morgan und Donald J. Trump trafen sich. | George W. Bush kam.",
    "Er bekam Vitamin C. | Das half.",
    "Die U.S. Army kam. | Sie blieb in den U.S. | Das war klar.",
    "Die Fahrt dauert 3 Std. Fahrzeit.",
    "Die Zinsen bzw. Kosten steigen. | Vgl. Anlage.",
    "Der Abg. Müller sprach.",
    "Das regelt § 3 Abs. 2. | § 4 bleibt.",
    "Nach § 7 Abs. 1a Satz 5 und Art. 20g, S. 957ff., gilt das.",
    "Siehe Unterabs. 2 und Bundesgesetzbl. I S. 12. | Dort steht es.",
};

const char* const quotations[] = {
    R"("Wirklich?", fragte er. | "Ja!" rief sie.)",
    "»Was ist geschehen?« dachte er. | »Es war kein Traum.« | Er stand auf.",
    R"(Er sagte: "Das ist so. | Das bleibt so." | Dann ging er.)",
    "„Das ist gut.“ | „Nein“, sagte er.",
    R"(Der Erfolg liegt "nicht darin. | Ingenieure wollen gestalten". | Dann kam er.)",
    "Er kam (und ging). | (Niemand sah ihn.) | Dann war Ruhe.",
    R"(Er sah "Wer hat Angst?" im Theater.)",
};

const char* const marks[] = {
    "Was? | Wie bitte?! | Ach so...",
    "Er wartete … und ging. | Dann kam sie…",
    "Das ist [...] Unsinn und (?) Quatsch. | Ja.",
    "Es gilt: Wer kommt, bleibt; Wer geht, geht.",
    "Siehe www.beispiel.de und https://x.de/a?b=C. | Dort steht es.",
    "Yahoo! Deutschland wächst. | Das macht Yahoo! | Der Rest nicht. | Toll! | Weiter.",
    "Das steht fest.[1] | Oder nicht?[2][3] | Doch.",
    "Ende. | - Der Nächste bitte.",
    "Schön! | 😀 Danke.",
    "a.b.c und x!y?Z bleiben.",
};

TEST(Sentences, DoNotEndInsideOrdinals) {
    for (const auto* text : ordinals) expect_split(text);
}

TEST(Sentences, DoNotEndInsideAddresses) {
    for (const auto* text : addresses) expect_split(text);
}

TEST(Sentences, DoNotEndInsideDatesAndNumbers) {
    for (const auto* text : dates_and_numbers) expect_split(text);
}

TEST(Sentences, DoNotEndInsideAbbreviationsTitlesAndInitials) {
    for (const auto* text : abbreviations) expect_split(text);
}

TEST(Sentences, KeepTheirClosingQuotesAndBrackets) {
    for (const auto* text : quotations) expect_split(text);
}

TEST(Sentences, EndAtMarksThatEndThem) {
    for (const auto* text : marks) expect_split(text);
}

TEST(Sentences, OfEnglishHaveTheirOwnGuards) {
    expect_split("Mr. Smith met Gen. Lee in Washington D.C. | The talks failed.", "en");
    expect_split("He lived in the 1930's. | Prosperity came.", "en");
    expect_split("It cost 10. | Nobody paid. | See p. 5, e.g. Smith et al. | That was it.", "en");
    expect_split("On Sept. 11th, 2001 it fell. | He left on Oct. 2nd.", "en");
}

TEST(Sentences, OfOtherLanguagesSplitAtTheirMarks) {
    EXPECT_EQ(split("我来了。你呢？好！", "zh"), "我来了。 | 你呢？ | 好！");
    EXPECT_EQ(split("यह है। वह है।", "hi"), "यह है। | वह है।");
    EXPECT_EQ(split("هل أنت؟ نعم.", "ar"), "هل أنت؟ | نعم.");
    EXPECT_EQ(split("Il arrive. Elle part.", "fr"), "Il arrive. | Elle part.");
}

TEST(Sentences, BeginAtBullets) {
    EXPECT_EQ(split("Gebraucht werden\n- Mehl\n- Zucker"), "Gebraucht werden | - Mehl | - Zucker");
    EXPECT_EQ(split("Das war\n-- so dachte er --\nnichts."),
              "Das war\n-- so dachte er --\nnichts.");
}

TEST(Sentences, CoverTheirStretchOneAfterTheOther) {
    EXPECT_EQ(split(""), "");
    EXPECT_EQ(split("..."), "...");
    EXPECT_EQ(split("Kein Ende"), "Kein Ende");
}

bool closes(std::string_view text) {
    std::vector<Token> tokens;
    segment_words(text, tokens);
    const auto end = static_cast<std::uint32_t>(tokens.size());
    return ends_with_mark({.text = text, .tokens = tokens, .range = {.begin = 0, .end = end}});
}

TEST(ClosingMark, IsSeenThroughQuotesAndBrackets) {
    for (const auto* text : {"Ja.", "Ja!\"", "(Ja?)", "gestalten\".", "Ja…", "好。"}) {
        EXPECT_TRUE(closes(text)) << text;
    }
    for (const auto* text : {"", "Ja", "Ja:", "Ja,", "\"Ja\"", "(Ja)", "ein Spiegel, der"}) {
        EXPECT_FALSE(closes(text)) << text;
    }
}

}  // namespace
}  // namespace wortfeld::text
