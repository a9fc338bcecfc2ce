// People by their posts: «안덕근 산업통상자원부 장관», «지나 러몬도 미국 상무장관», «안 장관».
#pragma once

#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/ministries.hpp"
#include "extractors/name_shapes.hpp"
#include "extractors/particles.hpp"
#include "extractors/post_matcher.hpp"
#include "extractors/recent_bodies.hpp"
#include "extractors/sentence_tags.hpp"
#include "extractors/titles.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// A person of a text, and the post that the text gives. Refers to the text and the ontology.
struct PersonInText {
  EntityId id;
  std::string_view name;
  std::string_view post;  ///< as the text has it, e.g. `장관`
  EntityId employer;      ///< the body, organisation or state; none when the text does not say
  EntityId state;         ///< the state that the title names, none when it names none
};

/// Finds people sentence by sentence, in text order: a short form such as «안 장관» means the
/// person of that family name who was named before in the same text. One object a document; refers
/// to everything it is made of.
class PeopleFinder {
 public:
  PeopleFinder(const Ontology& ontology, const ParticleSplitter& particles,
               const PostMatcher& posts, const BodyIndex& bodies, const NameTagger* tagger,
               EntityId home, DocumentEntities& entities);

  /// Adds the people of `sentence` to `mentions`, which holds the states and bodies of the
  /// sentence, linked, in text order; it is in text order afterwards.
  void find(std::string_view text, Span sentence, std::vector<Mention>& mentions);

  [[nodiscard]] const std::vector<PersonInText>& people() const { return people_; }

 private:
  struct SecondPost {
    std::uint32_t post_end = 0;  ///< bytes
    ParticleRole role = ParticleRole::none;
    EntityId body;
  };
  /// «부총리 겸 과학기술정보통신부 장관»: the post that follows at byte `at`.
  [[nodiscard]] std::optional<SecondPost> second_post(std::string_view text, std::uint32_t at,
                                                      const std::vector<Mention>& mentions) const;
  [[nodiscard]] bool is_a_post(std::string_view word) const;
  /// Who holds the post in that body by what the text said before; null when it named nobody.
  [[nodiscard]] const PersonInText* holder_of(std::string_view post, EntityId body) const;
  [[nodiscard]] const PersonInText* referred(std::string_view name) const;

  const Ontology& ontology_;
  const ParticleSplitter& particles_;
  const PostMatcher& posts_;
  const BodyIndex& bodies_;
  DocumentEntities& entities_;
  NameShapes shapes_;
  RecentBodies recent_bodies_;
  SentenceTags tags_;
  TitleReader titles_;
  std::vector<PersonInText> people_;
};

}  // namespace samgak
