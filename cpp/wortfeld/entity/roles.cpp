#include "wortfeld/entity/roles.hpp"

#include "wortfeld/entity/atoms.hpp"
#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/resolver.hpp"
#include "wortfeld/text/fold.hpp"

#include <algorithm>

namespace wortfeld::entity {
namespace {

/// Parts of a compound between which a head is shared: `SPD-, CDU- und FDP-Politiker`.
constexpr std::size_t most_shared_parts = 8;

}  // namespace

Roles::Roles(const ResolverInput& input)
    : corpus_(input.corpus),
      document_(input.corpus.document(input.id)),
      terms_(document_.terms()),
      spans_(document_),
      conjunctions_(text::language(document_.language()).forms("conjunction")) {}

std::string_view Roles::word(std::size_t token) const {
    return corpus_.vocabulary().text(terms_[token]);
}

bool Roles::is_attached_hyphen(std::size_t token) const {
    return token > 0 && token < terms_.size() &&
           document_.is_attached(static_cast<std::uint32_t>(token)) && is_hyphen(word(token));
}

bool Roles::is_attached_word(std::size_t token) const {
    return token > 0 && token < terms_.size() &&
           document_.is_attached(static_cast<std::uint32_t>(token)) &&
           text::is_word(corpus_.kind(terms_[token]));
}

std::optional<ByteSpan> Roles::head_behind(std::size_t hyphen) const {
    if (!is_attached_word(hyphen + 1)) return shared_head(hyphen + 1);
    // A chain of thousands is no word, and each name in it would walk it again.
    constexpr std::size_t most_parts = 16;
    const auto end = hyphen + 2 * most_parts;
    auto head = spans_.at(static_cast<std::uint32_t>(hyphen) + 1);
    for (auto next = hyphen + 2;
         next < end && is_attached_hyphen(next) && is_attached_word(next + 1);
         next += 2) {
        head.end = spans_.at(static_cast<std::uint32_t>(next) + 1).end;
    }
    return head;
}

ByteSpan Roles::head_in_token(std::uint32_t end, std::size_t token) const {
    const auto token_end = spans_.at(static_cast<std::uint32_t>(token)).end;
    for (const auto hyphen : hyphens) {
        const auto begin = end + static_cast<std::uint32_t>(hyphen.size());
        if (begin < token_end && slice(document_.text(), {end, begin}) == hyphen) {
            return {begin, token_end};
        }
    }
    return {};
}

bool Roles::is_behind_hyphen_in_token(std::uint32_t begin) const {
    const auto before = document_.text().substr(0, begin);
    return std::any_of(hyphens.begin(), hyphens.end(), [&](std::string_view hyphen) {
        return before.ends_with(hyphen);
    });
}

std::optional<ByteSpan> Roles::shared_head(std::size_t token) const {
    for (std::size_t part = 0; part < most_shared_parts && token + 1 < terms_.size(); ++part) {
        const auto joint = word(token);
        if (joint != "," && joint != "/" && !conjunctions_.contains(text::fold(joint))) break;
        // `- und`, then the next part with a hyphen and perhaps the head.
        const auto hyphen = token + 2;
        if (!is_attached_hyphen(hyphen)) break;
        if (is_attached_word(hyphen + 1)) return head_behind(hyphen);
        token = hyphen + 1;
    }
    return std::nullopt;
}

Roles::Neighbours Roles::neighbours_of(const Candidate& name) const {
    const std::size_t first = name.token;
    const std::size_t last = name.last_token;
    if ((name.forms & bit(Form::closed)) != 0) {
        const auto end = spans_.at(name.last_token).end;
        return {.head_in_token = {std::min(name.span.end + name.joint, end), end}};
    }
    Neighbours found;
    found.is_before_hyphen = name.ends_token && is_attached_hyphen(last + 1);
    found.is_behind_hyphen = name.begins_token ? first > 1 && document_.is_attached(name.token) &&
                                                     is_attached_hyphen(first - 1) &&
                                                     text::is_word(corpus_.kind(terms_[first - 2]))
                                               : is_behind_hyphen_in_token(name.span.begin);
    if (!name.ends_token) found.head_in_token = head_in_token(name.span.end, last);
    return found;
}

bool Roles::is_part(const Candidate& name) const {
    return (name.forms & bit(Form::closed)) != 0 || neighbours_of(name).any();
}

void Roles::assign(Mention& mention, const Candidate& name) const {
    const auto neighbours = neighbours_of(name);
    if (!neighbours.any() && (name.forms & bit(Form::closed)) == 0) return;
    if (mention.role == Role::whole) mention.role = Role::part;
    if (neighbours.is_before_hyphen) {
        mention.head = head_behind(std::size_t{name.last_token} + 1).value_or(ByteSpan{});
    }
    if (!neighbours.head_in_token.empty()) mention.head = neighbours.head_in_token;
}

}  // namespace wortfeld::entity
