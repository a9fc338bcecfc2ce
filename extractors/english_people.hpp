// People of English text: «Second Vice Foreign Minister Kang In-sun», «Martin Briens,
// secretary-general of …», «Mr. Kang».
#pragma once

#include <string_view>
#include <vector>

#include "extractors/english_sentence.hpp"
#include "extractors/english_titles.hpp"
#include "extractors/ministries.hpp"
#include "extractors/people.hpp"

namespace samgak {

/// Finds people sentence by sentence, in text order; a surname alone means the person who was named
/// before. One object a document; refers to everything it is made of.
class EnglishPeople {
 public:
  EnglishPeople(const Ontology& ontology, const BodyIndex& bodies, EntityId home,
                DocumentEntities& entities)
      : ontology_(ontology), bodies_(bodies), home_(home), entities_(entities) {}

  /// Adds the people of an English sentence to `mentions`, which holds its states and bodies in
  /// text order; it is in text order afterwards.
  void find(std::string_view text, Span sentence, std::vector<Mention>& mentions);

  [[nodiscard]] const std::vector<PersonInText>& people() const { return people_; }

 private:
  [[nodiscard]] Span name_at(std::string_view text, const std::vector<EnglishWord>& words,
                             std::size_t first, const std::vector<Mention>& mentions) const;
  [[nodiscard]] Span name_behind(std::string_view text, const std::vector<EnglishWord>& words,
                                 const EnglishTitle& title,
                                 const std::vector<Mention>& mentions) const;
  [[nodiscard]] const Mention* body_behind(std::string_view text, std::uint32_t at,
                                           const std::vector<Mention>& mentions) const;
  [[nodiscard]] EntityId employer_of(const EnglishTitle& title, std::string_view text, Span phrase,
                                     const Mention* own,
                                     const std::vector<Mention>& mentions) const;
  [[nodiscard]] const PersonInText* known_by(std::string_view name) const;
  std::uint32_t read_title(std::string_view text, const std::vector<EnglishWord>& words,
                           std::size_t first, std::vector<Mention>& mentions);
  void read_apposition(std::string_view text, Span sentence, const std::vector<EnglishWord>& words,
                       std::size_t first, Span name, std::vector<Mention>& mentions);
  void add(std::string_view text, Span name, Span extent, const EnglishTitle& title,
           EntityId employer, std::vector<Mention>& mentions);

  const Ontology& ontology_;
  const BodyIndex& bodies_;
  EntityId home_;  ///< state of the outlet
  DocumentEntities& entities_;
  std::vector<PersonInText> people_;
  EnglishTitle last_title_;  ///< that a counterpart bears as well
};

}  // namespace samgak
