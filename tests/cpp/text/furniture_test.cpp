#include "wortfeld/text/furniture.hpp"

#include <gtest/gtest.h>

namespace wortfeld::text {
namespace {

TEST(Furniture, IsRecognisedAloneGluedAndAsAPath) {
    const auto& german = language("de");
    for (const auto* line : {"StartseiteArtikel",
                             "Startseite > Wirtschaft > Artikel",
                             "Startseite › Wirtschaft › Nvidia steigt ein",
                             "HomeNewsArtikel",
                             "Teilen Drucken",
                             "Anzeige",
                             "ANZEIGE:",
                             "Lesen Sie auch: Der große Bruder",
                             "Foto: dpa",
                             "Impressum | Datenschutz | AGB"}) {
        EXPECT_FALSE(furniture_rule(line, german).empty()) << line;
    }
}

TEST(Furniture, IsNotSeenInText) {
    const auto& german = language("de");
    for (const auto* line : {"",
                             "Artikel",
                             "Wirtschaft",
                             "Politik, Wirtschaft, Kultur",
                             "Home",
                             "Datenschutz",
                             "Anzeigen gegen Unbekannt",
                             "Teilen Sie das mit anderen?",
                             "Startseite Wirtschaft Nvidia steigt ein",
                             "Bild und Ton waren schlecht.",
                             "Siehe auch das Gesetz vom 3. Mai."}) {
        EXPECT_EQ(furniture_rule(line, german), "") << line;
    }
}

TEST(Furniture, HasTheIdOfItsRow) {
    const auto& german = language("de");
    EXPECT_EQ(furniture_rule("StartseiteArtikel", german), "furniture.startseite");
    EXPECT_NE(german.find_id(footer_rule("Quelle: dpa", german)), nullptr);
    EXPECT_EQ(furniture_rule("Share this article", language("en")), "furniture.share_this_article");
    EXPECT_EQ(furniture_rule("StartseiteArtikel", language("it")), "");
}

TEST(Footer, IsRecognisedByBeginningAndCue) {
    const auto& german = language("de");
    for (const auto* line : {"Dieser Artikel stammt aus dem WeChat-Account \"X\", Autor: Y.",
                             "Dieser Artikel erschien zuerst auf Englisch.",
                             "Dieser Text wurde mit Genehmigung des Autors veröffentlicht.",
                             "Quelle: dpa",
                             "© 2025 Verlag GmbH",
                             "Alle Rechte vorbehalten."}) {
        EXPECT_FALSE(footer_rule(line, german).empty()) << line;
    }
    EXPECT_EQ(footer_rule("Dieser Artikel lobt WeChat und 36Kr.", german), "");
    EXPECT_FALSE(footer_rule("This article was first published by X.", language("en")).empty());
}

TEST(Footer, IsNotSeenInText) {
    const auto& german = language("de");
    for (const auto* line : {"Dieser Artikel ist nicht einfach zu lesen.",
                             "Der Text wurde mit großer Mehrheit verabschiedet.",
                             "Quelle der Freude ist das Leben.",
                             "© Verlag",
                             ""}) {
        EXPECT_EQ(footer_rule(line, german), "") << line;
    }
}

}  // namespace
}  // namespace wortfeld::text
