// Case particles behind a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "ontology/lexicon.hpp"
#include "ontology/phrase_matcher.hpp"

namespace samgak {

constexpr std::size_t kLongestGloss = 48;  ///< bytes in brackets behind a name

/// Where the bracket ends that opens at byte `at`, right behind a name; `at` when none does, or one
/// too long for a gloss.
[[nodiscard]] std::uint32_t gloss_end(std::string_view text, std::uint32_t at);

/// Built once from the lexicon, then constant.
class ParticleSplitter {
 public:
  explicit ParticleSplitter(const Lexicon& lexicon);

  /// The role that the letters between byte `at` (the end of a name) and the end of the word give
  /// to the name: `none` when nothing follows, nothing at all when what follows is no particle, so
  /// that the name goes on.
  [[nodiscard]] std::optional<ParticleRole> role_at(std::string_view text, std::size_t at) const;

  /// The same, or behind a gloss in brackets there («… 회의’(이하 ‘공동위’)를», «실장(장관급)이»);
  /// `none` when no particle follows.
  [[nodiscard]] ParticleRole role_behind_gloss(std::string_view text, std::size_t at) const;

  /// The role of a list whose last name ends at byte `at`, by what rounds it off: «… 등이», «… 등
  /// 세 나라 연구기관이»; `none` when nothing does.
  [[nodiscard]] ParticleRole role_of_list(std::string_view text, std::size_t at) const;

 private:
  PhraseMatcher forms_;
  const Lexicon& lexicon_;
};

}  // namespace samgak
