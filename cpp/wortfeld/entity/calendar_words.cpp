#include "wortfeld/entity/calendar_words.hpp"

#include "wortfeld/entity/drop_names.hpp"
#include "wortfeld/entity/full_names.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace wortfeld::entity {
namespace {

/// Looks around the calendar words of one document.
class CalendarWords {
  public:
    CalendarWords(const ResolverInput& input,
                  const DocumentWords& words,
                  const std::vector<Candidate>& names)
        : gazetteer_(input.gazetteer), words_(words), full_names_(words) {
        for (const auto& name : names) {
            if (!name.also.is_calendar_word || is_person_here(name)) persons_.insert(entity(name));
        }
    }

    [[nodiscard]] bool is_date(const Candidate& name) const {
        if (!name.also.is_calendar_word || is_person_here(name)) return false;
        const auto is_person = gazetteer_.entity(entity(name)).kind == "person";
        return is_in_date(name) || (is_person && !persons_.contains(entity(name)));
    }

  private:
    [[nodiscard]] EntityId entity(const Candidate& name) const {
        return gazetteer_.alias(name.alias).entity;
    }

    /// Whether what stands beside it tells that no date is meant.
    [[nodiscard]] bool is_person_here(const Candidate& name) const {
        // `Mais Rede`, `May's plan`: what belongs to a possessive is no part of the name.
        if ((name.forms & bit(Form::without_s)) != 0 || !name.ends_token) return true;
        const auto sentence = words_.sentence(name.sentence);
        const std::size_t next = name.last_token + 1;
        if (next < sentence.end && words_.is_listed("saying", next)) return true;
        if (name.token == sentence.begin) return false;
        const std::size_t before = name.token - 1;
        return words_.is_listed("saying", before) || full_names_.is_given_name(before) ||
               full_names_.is_behind_title(name.token, sentence) ||
               (is_behind_name(name) && !is_in_date(name));
    }

    /// Behind a capital that is no common word: `Theresa May`.
    [[nodiscard]] bool is_behind_name(const Candidate& name) const {
        const std::size_t before = name.token - 1;
        return begins_upper(words_.word(before)) && !words_.is_attached(name.token) &&
               !words_.is_listed("common_word", before);
    }

    [[nodiscard]] bool is_in_date(const Candidate& name) const {
        const auto sentence = words_.sentence(name.sentence);
        const std::size_t next = name.last_token + 1;
        if (next < sentence.end && words_.is_number(next)) return true;
        if (is_joined(next, next + 1, sentence)) return true;
        if (name.token == sentence.begin) return false;
        const std::size_t before = name.token - 1;
        if (words_.is_listed("calendar_cue", before) || words_.is_listed("deictic", before) ||
            words_.is_number(before)) {
            return true;
        }
        if (before == sentence.begin) return false;
        // `5. August`
        return (words_.word(before) == "." && words_.is_number(before - 1)) ||
               is_joined(before, before - 1, sentence);
    }

    /// `May or June`, `Freitag, 5. Mai`: a joint, then another such word or a number.
    [[nodiscard]] bool is_joined(std::size_t joint, std::size_t other, TokenSpan sentence) const {
        if (std::max(joint, other) >= sentence.end) return false;
        const auto is_word = words_.is_listed("conjunction", joint);
        if (words_.word(joint) == ",") return words_.is_number(other) && other > joint;
        return is_word &&
               (words_.is_listed("month", other) || words_.is_listed("weekday", other)) &&
               begins_upper(words_.word(other));
    }

    const Gazetteer& gazetteer_;
    const DocumentWords& words_;
    FullNames full_names_;
    std::unordered_set<EntityId> persons_;  ///< of which the document speaks elsewhere
};

}  // namespace

void filter_calendar_words(const ResolverInput& input,
                           const DocumentWords& words,
                           std::vector<Candidate>& names,
                           Excluded& excluded) {
    const auto has_any = std::any_of(names.begin(), names.end(), [](const Candidate& name) {
        return name.also.is_calendar_word;
    });
    if (!has_any) return;
    const CalendarWords calendar(input, words, names);
    drop(names, "calendar_word", excluded, [&](const Candidate& name) {
        return calendar.is_date(name);
    });
}

}  // namespace wortfeld::entity
