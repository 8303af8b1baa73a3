#include "wortfeld/entity/roles.hpp"

#include "wortfeld/entity/gazetteer.hpp"
#include "wortfeld/entity/resolver.hpp"
#include "wortfeld/text/fold.hpp"

namespace wortfeld::entity {
namespace {

/// Parts of a compound between which a head is shared: `SPD-, CDU- und FDP-Politiker`.
constexpr std::size_t most_shared_parts = 8;

}  // namespace

Roles::Roles(const ResolverInput& input)
    : text_(input.corpus.document(input.id).text()),
      tokens_(input.tokens),
      conjunctions_(
          text::language(input.corpus.document(input.id).language()).forms("conjunction")) {}

std::string_view Roles::word(std::size_t token) const {
    return slice(text_, tokens_[token].span);
}

bool Roles::is_attached_hyphen(std::size_t token) const {
    return token > 0 && token < tokens_.size() && is_hyphen(word(token)) &&
           tokens_[token].span.begin == tokens_[token - 1].span.end;
}

bool Roles::is_attached_word(std::size_t token) const {
    return token > 0 && token < tokens_.size() && text::is_word(tokens_[token].kind) &&
           tokens_[token].span.begin == tokens_[token - 1].span.end;
}

std::optional<ByteSpan> Roles::head_behind(std::size_t hyphen) const {
    if (!is_attached_word(hyphen + 1)) return shared_head(hyphen + 1);
    auto head = tokens_[hyphen + 1].span;
    for (auto next = hyphen + 2; is_attached_hyphen(next) && is_attached_word(next + 1);
         next += 2) {
        head.end = tokens_[next + 1].span.end;
    }
    return head;
}

std::optional<ByteSpan> Roles::shared_head(std::size_t token) const {
    for (std::size_t part = 0; part < most_shared_parts && token + 1 < tokens_.size(); ++part) {
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

void Roles::assign(Mention& mention, std::pair<std::uint32_t, std::uint32_t> tokens) const {
    const auto [first, last] = tokens;
    const auto begins_token = tokens_[first].span.begin == mention.span.begin;
    const auto ends_token = tokens_[last].span.end == mention.span.end;
    const auto is_before_hyphen = ends_token && is_attached_hyphen(last + 1);
    const auto is_behind_hyphen = begins_token && first > 1 && is_attached_hyphen(first - 1) &&
                                  tokens_[first].span.begin == tokens_[first - 1].span.end &&
                                  text::is_word(tokens_[first - 2].kind);
    if (!is_before_hyphen && !is_behind_hyphen) return;
    if (mention.role == Role::whole) mention.role = Role::part;
    if (is_before_hyphen) mention.head = head_behind(last + 1).value_or(ByteSpan{});
}

}  // namespace wortfeld::entity
