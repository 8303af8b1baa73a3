#include "wortfeld/text/zones.hpp"

#include "layout_checks.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wortfeld::text {
namespace {

constexpr std::string_view paragraph =
    "Die Firma hat im vergangenen Jahr deutlich mehr verkauft als in den Jahren zuvor, und sie "
    "rechnet auch in diesem Jahr mit guten Geschäften. Der Vorstand zeigte sich zufrieden.";

std::string zones(std::string_view text, std::string_view code = "de") {
    return show_zones(text, lay_out(text, language(code), true));
}

std::string join(std::initializer_list<std::string_view> paragraphs, std::string_view between) {
    std::string text;
    for (const auto part : paragraphs) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

TEST(Title, IsTheFirstLineAboveABody) {
    for (const auto* between : {"\n\n", "\n", "\r\n\r\n", "\u2029"}) {
        EXPECT_EQ(zones(join({"Firma verkauft mehr", paragraph, paragraph}, between)),
                  "title: Firma verkauft mehr\n")
            << testing::PrintToString(between);
    }
}

TEST(Title, NeedsABodyOfSomeSize) {
    EXPECT_EQ(zones("NVIDIA invests in OpenAI.", "en"), "");
    EXPECT_EQ(zones("NVIDIA kauft Aktien"), "");
    EXPECT_EQ(zones("NVIDIA kauft\n\nOpenAI verkauft."), "");
    EXPECT_EQ(zones("NVIDIA kauft.\nOpenAI verkauft.\nMeta wartet."), "");
}

TEST(Title, IsNoSalutationListItemOrFragment) {
    for (const auto* line : {"Sehr geehrte Damen und Herren",
                             "Liebe Freunde!",
                             "- Erstens",
                             "wie gesagt",
                             "Folgendes:",
                             "Erstens,",
                             "(Fortsetzung)"}) {
        EXPECT_EQ(zones(join({line, paragraph, paragraph}, "\n\n")), "") << line;
    }
}

TEST(Title, IsNoSentenceThatOpensAText) {
    const auto twice = join({paragraph, paragraph}, " ");
    for (const auto* line :
         {"Die Firma wird in diesem Jahr einen Markt von 9 Milliarden Euro schaffen.",
          "Es begann in einem Hinterzimmer: drei Männer, ein Tisch und eine Idee.",
          "Am Ende stand es 3:2, und niemand im Stadion hatte noch eine Stimme."}) {
        EXPECT_EQ(zones(join({line, twice, paragraph, paragraph, paragraph}, "\n\n")), "") << line;
    }
}

TEST(Title, MayBeAQuestionAboveALongText) {
    const auto* line = "Was wird in diesem Jahr aus dem Markt für künstliche Intelligenz?";
    const auto twice = join({paragraph, paragraph}, " ");
    EXPECT_EQ(zones(join({line, twice, paragraph, paragraph, paragraph}, "\n\n")),
              std::string("title: ") + line + "\n");
}

TEST(Title, MayBeASentenceBehindACatchwordAboveALongText) {
    const auto* line =
        "Vorstand: Die Firma wird in diesem Jahr einen Markt von 9 Milliarden Euro schaffen.";
    const auto twice = join({paragraph, paragraph}, " ");
    const auto text = join({line, twice, paragraph, paragraph, paragraph, paragraph}, "\n");
    EXPECT_EQ(zones(text), "title: " + std::string(line) + "\n");
    EXPECT_EQ(zones(join({"Er kam.", paragraph, paragraph}, "\n")), "");
}

TEST(Title, StandsBelowAKicker) {
    EXPECT_EQ(zones(join(
                  {"Wirtschaft", "Firma verkauft mehr", "Von Max Mustermann", paragraph, paragraph},
                  "\n\n")),
              "heading: Wirtschaft\ntitle: Firma verkauft mehr\nbyline: Von Max Mustermann\n");
    EXPECT_EQ(zones(join({"Firmenbilanz",
                          "Das Geschäft läuft gut wie nie.",
                          "Von Max Mustermann",
                          paragraph,
                          paragraph},
                         "\n\n")),
              "title: Firmenbilanz\nlead: Das Geschäft läuft gut wie nie.\n"
              "byline: Von Max Mustermann\n");
}

TEST(Lead, StandsBesideAByline) {
    EXPECT_EQ(zones(join({"Firma verkauft mehr",
                          "Das Geschäft läuft gut wie nie.",
                          "Von Max Mustermann, 12. März 2025",
                          paragraph,
                          paragraph},
                         "\n\n")),
              "title: Firma verkauft mehr\nlead: Das Geschäft läuft gut wie nie.\n"
              "byline: Von Max Mustermann,\ntimestamp: 12. März 2025\n");
    EXPECT_EQ(zones(join({"Firma verkauft mehr",
                          "Max Muster2025-10-22 10:42\nEs läuft gut.",
                          paragraph,
                          paragraph},
                         "\n\n")),
              "title: Firma verkauft mehr\nbyline: Max Muster\ntimestamp: 2025-10-22 10:42\n"
              "lead: Es läuft gut.\n");
    EXPECT_EQ(
        zones(join({"Firma verkauft mehr", "Von Max Mustermann", paragraph, paragraph}, "\n\n")),
        "title: Firma verkauft mehr\nbyline: Von Max Mustermann\n");
}

TEST(Byline, IsNotSeenInTheBody) {
    const auto text = join({"Firma verkauft mehr",
                            paragraph,
                            paragraph,
                            paragraph,
                            paragraph,
                            paragraph,
                            paragraph,
                            paragraph,
                            paragraph,
                            "12. März 2025",
                            paragraph},
                           "\n\n");
    EXPECT_EQ(zones(text), "title: Firma verkauft mehr\n");
}

TEST(Headings, StandBetweenParagraphs) {
    EXPECT_EQ(zones(join({paragraph, "Gute Zahlen", paragraph, "Wie weiter?", paragraph}, "\n\n")),
              "heading: Gute Zahlen\n");
    EXPECT_EQ(zones(join({paragraph, "01", "Wie weiter?", paragraph, "II.", paragraph}, "\n")),
              "section_number: 01\nheading: Wie weiter?\nsection_number: II.\n");
}

TEST(Headings, MayBeginWithASectionSign) {
    EXPECT_EQ(zones(join({paragraph, "§ 5 Geltungsbereich", paragraph, "§ 6", paragraph}, "\n\n")),
              "heading: § 5 Geltungsbereich\nheading: § 6\n");
}

TEST(Boilerplate, IsEveryLineOfAProfileThatNothingElseIs) {
    const Profile profile({"Mehr im Newsletter", "Von Max Mustermann", "Anzeige"});
    const auto text = join({"Firma verkauft mehr",
                            "Von Max Mustermann",
                            paragraph,
                            "Mehr im Newsletter",
                            "Anzeige",
                            paragraph},
                           "\n\n");
    DocumentLayout layout;
    lay_out(text, language("de"), {.profile = &profile}, layout);
    EXPECT_EQ(show_zones(text, layout),
              "title: Firma verkauft mehr\nbyline: Von Max Mustermann\n"
              "boilerplate: Mehr im Newsletter\nboilerplate: Anzeige\n");
    EXPECT_EQ(layout.zones[3].rule, "profile.repeated_line");
    EXPECT_TRUE(layout.zones[4].rule.starts_with("furniture.")) << layout.zones[4].rule;
    lay_out(text, language("de"), {.detect = false, .profile = &profile}, layout);
    EXPECT_EQ(show_zones(text, layout), "");
}

TEST(Boilerplate, OfAProfileStandsAboveTheTitle) {
    const Profile profile({"Aus aller Welt"});
    const auto text = join({"Aus aller Welt", "Firma verkauft mehr", paragraph, paragraph}, "\n\n");
    DocumentLayout layout;
    lay_out(text, language("de"), {.profile = &profile}, layout);
    EXPECT_EQ(show_zones(text, layout),
              "boilerplate: Aus aller Welt\ntitle: Firma verkauft mehr\n");
    EXPECT_EQ(layout.found.title, "Firma verkauft mehr");
}

TEST(Headings, AreNotMadeOfVerse) {
    const auto* poem =
        "Über allen Gipfeln\nIst Ruh,\nIn allen Wipfeln\nSpürest du\nKaum einen Hauch;\n"
        "Die Vögelein schweigen im Walde.\nWarte nur, balde\nRuhest du auch.";
    EXPECT_EQ(zones(poem), "");
    const auto* stanzas =
        "Wer reitet so spät durch Nacht und Wind?\nEs ist der Vater mit seinem Kind;\n"
        "Er hat den Knaben wohl in dem Arm,\nEr faßt ihn sicher, er hält ihn warm.\n\n"
        "Mein Sohn, was birgst du so bang dein Gesicht?\nSiehst, Vater, du den Erlkönig nicht?\n"
        "Den Erlenkönig mit Kron und Schweif?\nMein Sohn, es ist ein Nebelstreif.";
    EXPECT_EQ(zones(stanzas), "");
}

TEST(Headings, AreNotMadeOfListsTablesAndDialogue) {
    EXPECT_EQ(zones(join({paragraph, "Mehl", "Zucker", "Eier", paragraph}, "\n")), "");
    EXPECT_EQ(zones(join({paragraph, "- Mehl", paragraph, "• Eier", paragraph}, "\n")), "");
    EXPECT_EQ(zones(join({paragraph, "2023 12,5 13,1 99,2", paragraph}, "\n\n")), "");
    EXPECT_EQ(zones(join({paragraph, "1", "2", "3", paragraph}, "\n")), "");
    EXPECT_EQ(zones(join({paragraph, "\"Ja\", sagte er.", "\"Nein!\"", paragraph}, "\n")), "");
    EXPECT_EQ(zones(join({paragraph, "Das heißt:", paragraph}, "\n")), "");
    EXPECT_EQ(zones(join({paragraph, "Mit freundlichen Grüßen", "Max Muster"}, "\n\n")), "");
}

TEST(Headings, AreNotMadeOfWrappedLines) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text += "Das hier ist eine Zeile, die der Satz nach sechzig Zeichen\n";
        text += "umbricht. Danach geht es weiter mit Text bis zum nächsten\n";
    }
    EXPECT_EQ(zones(text), "");
}

TEST(Boilerplate, StandsAtBothEnds) {
    EXPECT_EQ(zones(join({"StartseiteArtikel",
                          "Firma verkauft mehr",
                          paragraph,
                          "Anzeige",
                          paragraph,
                          "Dieser Artikel erschien zuerst in der Zeitung.",
                          "© 2025 Verlag"},
                         "\n\n")),
              "boilerplate: StartseiteArtikel\ntitle: Firma verkauft mehr\nboilerplate: Anzeige\n"
              "boilerplate: Dieser Artikel erschien zuerst in der Zeitung.\n"
              "boilerplate: © 2025 Verlag\n");
}

TEST(Zones, NameARuleOfTheirOwnOrARowOfTheLanguage) {
    const auto text = join({"StartseiteArtikel",
                            "Firma verkauft mehr",
                            "Von Max Muster",
                            paragraph,
                            "01",
                            "Gute Zahlen",
                            paragraph,
                            paragraph,
                            "Quelle: dpa"},
                           "\n\n");
    const auto& german = language("de");
    for (const auto& zone : lay_out(text, german, true).zones) {
        const bool own = zone.rule.starts_with("zone.");
        EXPECT_TRUE(own || german.find_id(zone.rule) != nullptr) << zone.rule;
        EXPECT_EQ(own, zone.zone != Zone::boilerplate) << zone.rule;
    }
}

}  // namespace
}  // namespace wortfeld::text
