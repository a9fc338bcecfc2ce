// What looks like the name of a person: Korean names by their syllables, foreign names by their
// parts and by where they stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/particles.hpp"
#include "extractors/sentence_tags.hpp"
#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

/// What is known about a name from the words behind it.
struct NameSurroundings {
  bool glossed = false;  ///< «(Gina Raimondo)», «(齋藤健)» or the state in one syllable follows
  std::uint32_t gloss_words = 0;  ///< of a gloss in Latin letters; 0 when there is none
  bool foreign = false;           ///< the post is one of another state
  bool body = false;              ///< a body stands between the name and the post
};

/// Refers to the lexicon and the particles; constant.
class NameShapes {
 public:
  NameShapes(const Lexicon& lexicon, const ParticleSplitter& particles)
      : lexicon_(lexicon), particles_(particles) {}

  /// A family name and one or two syllables that are usual in given names.
  [[nodiscard]] bool is_korean_name(std::string_view word) const;

  /// The name that ends at byte `end`, no further back than `begin`; empty when the words there are
  /// none. A Korean name, a family name alone, or a foreign name of up to four words: one part is
  /// known from the lexicon or from the tagger, a gloss vouches for it, or two words stand alone
  /// before a post of another state.
  [[nodiscard]] Span name_before(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                 const NameSurroundings& around, const SentenceTags& tags) const;

  /// The name that fills the place between a foreign body and the post («칠레 광업부 알도 바예
  /// 장관»): two to four words that may be parts of a name; empty when they are not.
  [[nodiscard]] Span words_between(std::string_view text, std::uint32_t begin,
                                   std::uint32_t end) const;

  struct NameBehind {
    Span span;
    ParticleRole role = ParticleRole::none;
  };
  /// The name behind a post («외교부 국장 백지온이») that begins at byte `begin`: three Korean
  /// syllables, or two foreign words whose first is known.
  [[nodiscard]] std::optional<NameBehind> name_behind(std::string_view text, std::uint32_t begin,
                                                      std::uint32_t end) const;

 private:
  [[nodiscard]] bool may_be_a_part(std::string_view word) const;
  [[nodiscard]] bool begins_a_phrase(std::string_view text, std::uint32_t begin,
                                     std::uint32_t at) const;
  [[nodiscard]] std::uint32_t alone_begin(std::string_view text, std::uint32_t begin,
                                          std::uint32_t end) const;
  [[nodiscard]] std::optional<std::uint32_t> foreign_name_begin(
      std::string_view text, std::uint32_t begin, Span last, const NameSurroundings& around) const;

  const Lexicon& lexicon_;
  const ParticleSplitter& particles_;
};

/// Over «(Gina Raimondo)» or «(齋藤健)» that ends before `at`, and the spaces around it.
[[nodiscard]] std::uint32_t skip_gloss_back(std::string_view text, std::uint32_t begin,
                                            std::uint32_t at);

/// Words of the gloss in Latin letters that `gloss` holds, 0 when there is none.
[[nodiscard]] std::uint32_t count_gloss_words(std::string_view gloss);

/// Where the letters and digits end that begin at `at`; bytes.
[[nodiscard]] std::uint32_t word_end_behind(std::string_view text, std::uint32_t at);

/// Where the spaces end that stand before `at`.
[[nodiscard]] std::uint32_t skip_spaces_back(std::string_view text, std::uint32_t begin,
                                             std::uint32_t at);
/// The letters right before `at`.
[[nodiscard]] Span word_before(std::string_view text, std::uint32_t begin, std::uint32_t at);

}  // namespace samgak
