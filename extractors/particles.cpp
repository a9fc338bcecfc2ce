#include "extractors/particles.hpp"

#include "text/utf8.hpp"

namespace samgak {

std::uint32_t gloss_end(std::string_view text, std::uint32_t at) {
  if (at >= text.size() || text[at] != '(') return at;
  const std::size_t close = text.find(')', at);
  return close == std::string_view::npos || close - at > kLongestGloss
             ? at
             : static_cast<std::uint32_t>(close) + 1;
}

ParticleSplitter::ParticleSplitter(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const auto& [form, role] : lexicon.particles)
    forms_.add(form, static_cast<std::uint32_t>(role));
  forms_.freeze();
}

std::optional<ParticleRole> ParticleSplitter::role_at(std::string_view text, std::size_t at) const {
  if (!is_letter_or_digit(decode(text, at).value)) return ParticleRole::none;
  const PhraseMatcher::Match match = forms_.longest(text, at);
  if (match.length == 0 || is_letter_or_digit(decode(text, at + match.length).value))
    return std::nullopt;
  return static_cast<ParticleRole>(match.value);
}

ParticleRole ParticleSplitter::role_behind_gloss(std::string_view text, std::size_t at) const {
  if (at < text.size() && text[at] == '(') {
    const std::size_t close = text.find(')', at);
    if (close != std::string_view::npos) at = close + 1;
  }
  return role_at(text, at).value_or(ParticleRole::none);
}

ParticleRole ParticleSplitter::role_of_list(std::string_view text, std::size_t at) const {
  constexpr std::string_view kAndOthers = " 등";
  constexpr int kMostWords = 3;
  if (at >= text.size() || !text.substr(at).starts_with(kAndOthers)) return ParticleRole::none;
  at += kAndOthers.size();
  if (const std::optional<ParticleRole> role = role_at(text, at); role != ParticleRole::none)
    return role.value_or(ParticleRole::none);
  for (int words = 0; words < kMostWords && at < text.size() && text[at] == ' '; ++words) {
    const std::size_t begin = at + 1;
    std::size_t end = begin;
    while (end < text.size() && is_letter_or_digit(decode(text, end).value))
      end += decode(text, end).length;
    for (std::size_t cut = end; cut > begin; cut -= decode_before(text, cut).length) {
      const std::optional<ParticleRole> role = role_at(text.substr(0, end), cut);
      // «등 정부 관계자와 …»: the list goes on.
      if (role && *role != ParticleRole::none && *role != ParticleRole::with &&
          lexicon_.cue("list_group").at_end_of(text.substr(begin, cut - begin)))
        return *role;
    }
    at = end;
  }
  return ParticleRole::none;
}

}  // namespace samgak
