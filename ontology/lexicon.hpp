// How Korean names and states things: particles, posts, type words, cues. Filled from
// `ontology/lexicon/*.tsv`.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ontology/entity_type.hpp"
#include "ontology/phrase_set.hpp"

namespace samgak {

/// What a case particle makes of the noun before it.
enum class ParticleRole : unsigned char {
  none,
  subject,   ///< 이 가 께서
  topic,     ///< 은 는
  object,    ///< 을 를
  with,      ///< 와 과 하고
  genitive,  ///< 의
  at,        ///< 에서
  goal,      ///< 에 에게 에는
  means,     ///< 로 으로
  also,      ///< 도 만
  other
};

enum class PostKind : unsigned char {
  head_of_state,
  minister,
  vice_minister,
  head,
  ambassador,
  adviser,
  legislator,
  unnamed
};

struct Post {
  PostKind kind = PostKind::head;
  std::vector<std::string> bodies;  ///< gazetteer ids, one a state, or bare names of bodies
};

/// A noun that ends the name of a meeting, an agreement, a programme, an organisation or a place.
struct TypeWord {
  std::string word;
  EntityType type;
  /// `strong`: with any modifier it is a name; `weak`: only in quotation marks, with an ordinal or
  /// after states; `numbered`: only with an ordinal («제5차 … 위원회»).
  bool strong = false;
  bool numbered = false;
  std::uint32_t full = 0;  ///< place in the list of the word that it is short for, or its own
};

/// A word that stands for several entities named before, or for one side.
struct Anaphor {
  std::string form;
  std::string kind;  ///< `states`, `bodies`, `people`, `self` (우리), `sides` (양측)
  int count = 0;     ///< how many it stands for, 0 for any
};

/// One notion of which titles are made, as the three languages say it.
struct TitleWord {
  std::string notion;              ///< `stop` for words that say nothing
  std::vector<std::string> forms;  ///< of all languages; English in lower case
};

/// Forms of words by kind («planned», «denied», …), in file order.
class CueTable {
 public:
  void add(std::string_view kind, std::string form);
  /// Makes what was added ready to be asked for.
  void settle();
  /// Throws LoadError for a kind without forms. Kinds are literals: where this is compiled into its
  /// caller, their slots are constants and a name is compared in a few steps.
  [[nodiscard]] const PhraseSet& at(std::string_view kind) const {
    for (std::size_t slot = slot_of(kind); slots_[slot] != 0; slot = (slot + 1) % kSlots) {
      const auto& [name, set] = sets_[slots_[slot] - 1U];
      if (name == kind) return set;
    }
    throw_unknown(kind);
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  [[nodiscard]] static constexpr std::size_t slot_of(std::string_view kind) {
    if (kind.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(kind[i]); };
    return (kind.size() * 37 + byte(0) * 61U + byte(kind.size() / 2) * 17U +
            byte(kind.size() - 1)) %
           kSlots;
  }
  [[noreturn]] static void throw_unknown(std::string_view kind);

  std::map<std::string, std::vector<std::string>, std::less<>> forms_;
  std::vector<std::pair<std::string, PhraseSet>> sets_;
  std::array<std::uint16_t, kSlots> slots_{};  ///< by hash of the kind: index in `sets_` + 1
};

struct Lexicon {
  std::vector<std::pair<std::string, ParticleRole>> particles;
  std::unordered_map<std::string, Post> posts;
  std::unordered_map<std::string, Post> english_posts;  ///< in lower case
  std::unordered_set<std::string> surnames;
  std::unordered_map<std::string, int> given_syllables;
  std::unordered_map<std::string, std::string>
      transliterated;  ///< part of a foreign name → given|family
  std::unordered_map<std::string, std::string> state_syllables;  ///< 한 → state/KR
  std::unordered_set<std::string>
      marked_syllables;  ///< of those, the ones that need a dot or hyphen beside them
  std::unordered_map<std::string, std::string>
      hanja_variants;  ///< Japanese or simplified form → the form of Korean texts
  std::unordered_map<std::string, std::vector<std::string>>
      surname_romanisations;  ///< Hangul → Latin letters, lower case
  std::vector<TitleWord> title_words;
  std::vector<TypeWord> type_words;
  std::vector<Anaphor> anaphors;
  PhraseSet state_syllable_forms;  ///< the keys of `state_syllables`
  PhraseSet type_word_forms;       ///< the words of `type_words`, under the same numbers
  PhraseSet anaphor_forms;         ///< the forms of `anaphors`, under the same numbers
  CueTable cues;

  /// The forms of one kind of cue. Throws LoadError when the lexicon has none: the program needs
  /// them.
  [[nodiscard]] const PhraseSet& cue(std::string_view kind) const { return cues.at(kind); }
};

/// Loads the files of `folder` into `lexicon`; later calls add to what earlier ones loaded.
void load_lexicon(const std::filesystem::path& folder, Lexicon& lexicon);

}  // namespace samgak
