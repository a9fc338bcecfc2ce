// Finds the names that the ontology knows.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/particles.hpp"
#include "extractors/typo_index.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// Built once, then constant and shared by all threads. Refers to the ontology, which must outlive
/// it.
class Gazetteer {
 public:
  Gazetteer(const Ontology& ontology, const ParticleSplitter& particles);

  /// Names in `sentence`, leftmost then longest, in text order. A name begins at a word boundary
  /// and is followed by the end of the word, a particle or a noun that may follow such a name
  /// («반도체산업»). Names that several entries share come with `candidates` and without entities.
  [[nodiscard]] std::vector<Mention> find(std::string_view text, Span sentence) const;

 private:
  struct Surface {
    std::vector<const GazetteerEntry*> entries;
    std::vector<EntityId> ids;  ///< of `entries`
    bool ambiguous = false;
  };
  [[nodiscard]] std::optional<Mention> misspelt(std::string_view text, std::uint32_t begin) const;
  [[nodiscard]] std::optional<Mention> place_around(std::string_view text, Span place) const;
  [[nodiscard]] bool is_second_state(std::string_view text, std::uint32_t begin,
                                     PhraseMatcher::Match match) const;
  [[nodiscard]] bool is_head_of_body(std::string_view text, std::uint32_t begin,
                                     PhraseMatcher::Match match) const;
  [[nodiscard]] bool is_province(std::string_view name) const;
  [[nodiscard]] ParticleRole role_of_address(std::string_view text, std::uint32_t at) const;
  /// Role of the longest particle that ends the word from `from` on.
  [[nodiscard]] ParticleRole role_of_word(std::string_view text, std::uint32_t from) const;

  const Lexicon& lexicon_;
  const ParticleSplitter& particles_;
  PhraseMatcher names_;
  PhraseMatcher followers_;
  PhraseMatcher delegations_;
  TypoIndex typos_;
  std::vector<Surface> surfaces_;
};

}  // namespace samgak
