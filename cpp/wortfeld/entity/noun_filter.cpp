#include "wortfeld/entity/noun_filter.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/calendar_words.hpp"
#include "wortfeld/entity/common_nouns.hpp"
#include "wortfeld/entity/document_words.hpp"
#include "wortfeld/entity/drop_names.hpp"
#include "wortfeld/entity/forms.hpp"
#include "wortfeld/entity/full_names.hpp"
#include "wortfeld/entity/word_shape.hpp"
#include "wortfeld/text/fold.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace wortfeld::entity {
namespace {

/// Where names end; few texts ask.
class NameEnds {
  public:
    explicit NameEnds(const std::vector<Candidate>& names) : names_(names) {}

    [[nodiscard]] bool contain(std::uint32_t end) {
        if (ends_.empty()) {
            for (const auto& name : names_) ends_.insert(name.span.end);
        }
        return ends_.contains(end);
    }

  private:
    const std::vector<Candidate>& names_;
    std::unordered_set<std::uint32_t> ends_;
};

/// In which tokens names begin and end; few texts ask.
class NameTokens {
  public:
    explicit NameTokens(const std::vector<Candidate>& names) : names_(names) {}

    [[nodiscard]] bool contain(std::size_t token) {
        if (tokens_.empty()) {
            for (const auto& name : names_) tokens_.insert({name.token, name.last_token});
        }
        return tokens_.contains(token);
    }

  private:
    const std::vector<Candidate>& names_;
    std::unordered_set<std::size_t> tokens_;
};

/// Looks around the names of one document.
class Surroundings {
  public:
    Surroundings(const ResolverInput& input, const DocumentWords& words)
        : gazetteer_(input.gazetteer), words_(words), full_names_(words) {}

    /// Whether it ends a hyphenated word that is a person's double name.
    [[nodiscard]] bool is_in_double_name(const Candidate& name, NameEnds& names) const {
        if (!is_behind_word_and_hyphen(name) || words_.is_before_hyphen(name.last_token)) {
            return false;
        }
        // The hyphen stands between both without a space.
        const auto hyphen = static_cast<std::uint32_t>(words_.word(name.token - 1).size());
        const std::size_t first = name.token - 2;
        if (!begins_upper(words_.word(first)) || words_.is_listed("name_prefix", first) ||
            names.contain(name.span.begin - hyphen)) {
            return false;
        }
        const auto sentence = words_.sentence(name.sentence);
        if (first > sentence.begin && !words_.is_attached(first) &&
            (full_names_.is_behind_title(first, sentence) ||
             full_names_.is_given_name(first - 1))) {
            return true;
        }
        const auto& alias = gazetteer_.alias(name.alias);
        const auto kind = gazetteer_.entity(alias.entity).kind;
        if (kind != "person" && kind != "other") return false;
        if (full_names_.is_family_name(first) || full_names_.is_given_name(first)) return true;
        // `KI-Merkel`, `Mutti-Merkel`, `Regierungs-Merkel`: still she.
        const auto shape = word_shape(words_.word(first));
        return kind == "person" && !shape.is_acronym && !shape.is_noun && !shape.has_inner &&
               !words_.is_listed("common_word", first);
    }

    /// Whether a double name of somebody else begins with it: `Frau Merkel-Schmidt`, `Petra
    /// Merkel-Zwengel`; but `Frau Merkel-Beraterin`. Behind a title few nouns are known as such.
    [[nodiscard]] bool begins_double_name(const Candidate& name, NameTokens& names) const {
        const auto behind = std::size_t{name.last_token} + 2;
        const auto sentence = words_.sentence(name.sentence);
        if (name.token != name.last_token || !name.begins_token ||
            !words_.is_before_hyphen(name.last_token) || behind >= sentence.end ||
            !words_.is_attached(behind) || name.token == sentence.begin ||
            words_.is_attached(name.token)) {
            return false;
        }
        const auto kind = gazetteer_.entity(gazetteer_.alias(name.alias).entity).kind;
        const auto is_capital =
            begins_upper(words_.word(name.token)) && begins_upper(words_.word(behind));
        if (kind == "place" || !is_capital || names.contain(behind)) return false;
        const auto is_family_name = full_names_.is_family_name(behind);
        if (full_names_.is_behind_title(name.token, sentence)) return is_family_name;
        if (!full_names_.is_given_name(name.token - 1)) return false;
        return is_family_name ||
               (!full_names_.is_noun(behind) && !word_shape(words_.word(behind)).is_acronym);
    }

    /// Whether a given name is part of the full name of somebody.
    [[nodiscard]] bool is_in_full_name(const Candidate& name, NameTokens& names) {
        if (!name.also.is_given_name) return false;
        const auto sentence = words_.sentence(name.sentence);
        const auto is_behind_capital = name.token > sentence.begin &&
                                       !words_.is_attached(name.token) &&
                                       begins_upper(words_.word(name.token - 1));
        const std::size_t next = name.last_token + 1;
        if (is_behind_capital && full_names_.is_given_name(name.token - 1) &&
            !names.contain(name.token - 1)) {
            return true;
        }
        // `Peters Haus` is a house; `Berta Anna`: each stands alone.
        if (next >= sentence.end || (name.forms & bit(Form::without_s)) != 0 ||
            names.contain(next)) {
            return false;
        }
        const auto kind = gazetteer_.entity(gazetteer_.alias(name.alias).entity).kind;
        if (kind == "person") return full_names_.is_before_family_name(name.token, sentence);
        // `Paris Hilton`, but `traf in Paris Merkel`.
        return kind != "place" && !words_.is_attached(next) && full_names_.is_family_name(next) &&
               begins_upper(words_.word(next));
    }

    /// Whether a family name stands behind given names that its entity has not.
    [[nodiscard]] bool is_another_person(const Candidate& name) const {
        const auto entity = gazetteer_.entity(gazetteer_.alias(name.alias).entity);
        if (name.token != name.last_token || !name.begins_token || entity.kind != "person" ||
            words_.is_attached(name.token)) {
            return false;
        }
        const auto alias = gazetteer_.text(name.alias);
        const auto is_family_name = entity.name.size() > alias.size() &&
                                    entity.name.ends_with(alias) &&
                                    entity.name[entity.name.size() - alias.size() - 1] == ' ';
        return is_family_name && full_names_.is_another_person(
                                     name.token, words_.sentence(name.sentence), entity.name);
    }

    /// Whether the name is part of a longer one: `Jones House`, `Ludwig II.`, `Graf de Lorn`.
    [[nodiscard]] bool is_in_longer_name(const Candidate& name, NameTokens& names) const {
        if (!is_person(gazetteer_.alias(name.alias))) return false;
        const std::size_t next = name.last_token + 1;
        if (words_.is_before_hyphen(name.last_token)) return is_in_called_after(name);
        const auto sentence = words_.sentence(name.sentence);
        if (next >= sentence.end || words_.is_attached(next)) return false;
        if (is_whole_name(name) &&
            (full_names_.is_numeral(next, sentence) || full_names_.is_particle(next, sentence))) {
            return true;
        }
        return begins_upper(words_.word(next)) && words_.is_listed("name_end", next) &&
               (name.forms & bit(Form::without_s)) == 0 && !names.contain(next);
    }

  private:
    [[nodiscard]] bool is_behind_hyphen(std::size_t token) const {
        return token > 0 && words_.is_attached(token) && is_hyphen(words_.word(token - 1));
    }
    [[nodiscard]] bool is_behind_word_and_hyphen(const Candidate& name) const {
        return name.token > 1 && name.begins_token && is_behind_hyphen(name.token) &&
               words_.is_attached(name.token - 1) && words_.is_word(name.token - 2);
    }
    /// `Friedrich-Ebert-Straße`: whole names with given names.
    [[nodiscard]] bool is_in_called_after(const Candidate& name) const {
        const auto head = std::size_t{name.last_token} + 2;
        if (head >= words_.sentence(name.sentence).end || !words_.is_attached(head)) return false;
        const auto has_given_name =
            name.token != name.last_token ||
            (is_behind_word_and_hyphen(name) && full_names_.is_given_name(name.token - 2));
        return has_given_name && words_.is_listed("called_after", head);
    }
    /// Whether nothing more is known of how the entity is called.
    [[nodiscard]] bool is_whole_name(const Candidate& name) const {
        const auto alias = gazetteer_.text(name.alias);
        return alias == gazetteer_.entity(gazetteer_.alias(name.alias).entity).name;
    }
    [[nodiscard]] bool is_person(const Alias& alias) const {
        return gazetteer_.entity(alias.entity).kind == "person";
    }

    const Gazetteer& gazetteer_;
    const DocumentWords& words_;
    FullNames full_names_;
};

/// Drops words that a profile knows as mostly small where they begin a sentence, unless the
/// document has the name within one, too.
void drop_sentence_starts(const DocumentWords& words,
                          std::vector<Candidate>& names,
                          Excluded& excluded) {
    const auto begins_sentence = [&](const Candidate& name) {
        return name.token == words.sentence(name.sentence).begin;
    };
    std::unordered_set<std::uint32_t> inside;
    for (const auto& name : names) {
        if (name.also.is_mostly_small && !begins_sentence(name)) inside.insert(name.alias);
    }
    drop(names, "sentence_start", excluded, [&](const Candidate& name) {
        return name.also.is_mostly_small && begins_sentence(name) && !inside.contains(name.alias);
    });
}

}  // namespace

void filter_nouns(const ResolverInput& input, std::vector<Candidate>& names, Excluded& excluded) {
    if (names.empty()) return;
    const DocumentWords words(input);
    drop(names, "small_word", excluded, [](const Candidate& name) {
        return name.also.is_small_word;
    });
    drop_sentence_starts(words, names, excluded);
    filter_calendar_words(input, words, names, excluded);
    if (!has_capital_nouns(words.language())) return;
    const CommonNouns nouns(input.gazetteer, words);
    drop(names, "common_noun", excluded, [&](const Candidate& name) {
        return nouns.is_common_noun(name);
    });
    Surroundings surroundings(input, words);
    NameTokens tokens(names);
    drop(names, "given_name", excluded, [&](const Candidate& name) {
        return surroundings.is_in_full_name(name, tokens);
    });
    drop(names, "longer_name", excluded, [&](const Candidate& name) {
        return surroundings.is_in_longer_name(name, tokens);
    });
    drop(names, "other_person", excluded, [&](const Candidate& name) {
        return surroundings.is_another_person(name);
    });
    NameEnds ends(names);
    drop(names, "double_name", excluded, [&](const Candidate& name) {
        return surroundings.is_in_double_name(name, ends) ||
               surroundings.begins_double_name(name, tokens);
    });
}

}  // namespace wortfeld::entity
