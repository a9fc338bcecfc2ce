// What stands around a post: whose it is, and of which state and body.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/ministries.hpp"
#include "extractors/name_shapes.hpp"
#include "extractors/sentence_tags.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// «지나 러몬도 미국 상무장관», «산업통상자원부 박건하 정책관», «산업부(장관 안덕근)».
struct Title {
  Span span;
  const Post* post = nullptr;
  Span name;
  EntityId known_id;  ///< of a gazetteer mention
  EntityId state;
  EntityId body;
  EntityId body_state;     ///< of a body that no gazetteer has
  bool bracketed = false;  ///< post and name stand in the gloss of the body
};

/// Reads the words before a post. Refers to everything it is made of.
class TitleReader {
 public:
  TitleReader(const Ontology& ontology, const BodyIndex& bodies, const NameShapes& shapes,
              SentenceTags& tags, EntityId home, DocumentEntities& entities)
      : ontology_(ontology),
        bodies_(bodies),
        shapes_(shapes),
        tags_(tags),
        home_(home),
        entities_(entities) {}

  /// The title that ends with the words `post`; `mentions` are the linked states, bodies and known
  /// people of the sentence, in text order. `tags` stand at that sentence.
  [[nodiscard]] Title read(std::string_view text, Span sentence, Span post, const Post& kind,
                           const std::vector<Mention>& mentions) const;

  /// The body, organisation or state that the holder works for; none when nothing tells it.
  [[nodiscard]] EntityId employer_of(const Title& title) const;

  /// Does the word say what a post is about («역내시장 집행위원», «에너지담당 국무장관»)?
  [[nodiscard]] bool is_post_field(std::string_view word) const;

 private:
  [[nodiscard]] bool is_foreign(const Title& title) const;
  [[nodiscard]] bool is_unit_of_body(std::string_view text, Span sentence, Span word,
                                     const std::vector<Mention>& mentions) const;
  void take_body_before_name(std::string_view text, const std::vector<Mention>& mentions,
                             Title& title) const;

  const Ontology& ontology_;
  const BodyIndex& bodies_;
  const NameShapes& shapes_;
  SentenceTags& tags_;  ///< asked where the rules are silent
  EntityId home_;       ///< state of the outlet
  DocumentEntities& entities_;
};

}  // namespace samgak
