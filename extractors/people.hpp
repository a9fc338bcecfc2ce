// People by their posts: «안덕근 산업통상자원부 장관», «지나 러몬도 미국 상무장관», «안 장관».
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/ministries.hpp"
#include "extractors/name_shapes.hpp"
#include "extractors/particles.hpp"
#include "extractors/post_matcher.hpp"
#include "extractors/recent_bodies.hpp"
#include "extractors/tagger/name_tagger.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// A person of a text, and the post that the text gives.
struct PersonInText {
  std::string id;
  std::string name;
  std::string post;  ///< as the text has it, e.g. `장관`
  std::string
      employer;       ///< id of the body, organisation or state; empty when the text does not say
  std::string state;  ///< id of the state that the title names, empty when it names none
};

/// Finds people sentence by sentence, in text order: a short form such as «안 장관» means the
/// person of that family name who was named before in the same text. One object a document; refers
/// to everything it is made of.
class PeopleFinder {
 public:
  PeopleFinder(const Ontology& ontology, const ParticleSplitter& particles,
               const PostMatcher& posts, const BodyIndex& bodies, const NameTagger* tagger);

  /// Adds the people of `sentence` to `mentions`, which holds the states and bodies of the
  /// sentence, linked, in text order; it is in text order afterwards. `home` is the state of the
  /// outlet.
  void find(std::string_view text, Span sentence, std::string_view home,
            std::vector<Mention>& mentions);

  [[nodiscard]] const std::vector<PersonInText>& people() const { return people_; }

 private:
  struct Title {
    Span span;
    const Post* post = nullptr;
    Span name;
    std::string known_id;  ///< of a gazetteer mention
    std::string state;
    std::string body;
    std::string body_state;  ///< of a body that no gazetteer has
    bool bracketed = false;  ///< post and name stand in the gloss of the body
  };
  struct SecondPost {
    std::uint32_t post_end = 0;  ///< bytes
    ParticleRole role = ParticleRole::none;
    std::string body;
  };
  /// «부총리 겸 과학기술정보통신부 장관»: the post that follows at byte `at`.
  [[nodiscard]] std::optional<SecondPost> second_post(std::string_view text, std::uint32_t at,
                                                      const std::vector<Mention>& mentions) const;
  [[nodiscard]] Title read_title(std::string_view text, Span sentence, Span post, const Post& kind,
                                 std::string_view home, const std::vector<Mention>& mentions) const;
  [[nodiscard]] bool is_post_field(std::string_view word) const;
  [[nodiscard]] bool is_foreign(const Title& title, std::string_view home) const;
  [[nodiscard]] std::string employer_of(const Title& title, std::string_view home) const;
  /// Who holds the post in that body by what the text said before; null when it named nobody.
  [[nodiscard]] const PersonInText* holder_of(std::string_view post, std::string_view body) const;
  [[nodiscard]] const PersonInText* referred(std::string_view name) const;

  const Ontology& ontology_;
  const ParticleSplitter& particles_;
  const PostMatcher& posts_;
  const BodyIndex& bodies_;
  const NameTagger* tagger_;  ///< asked where the rules are silent; null without a model
  NameShapes shapes_;
  RecentBodies recent_bodies_;
  TaggerScratch scratch_;
  std::vector<TaggedSpan> tagged_;  ///< of the sentence at hand
  std::vector<PersonInText> people_;
};

}  // namespace samgak
