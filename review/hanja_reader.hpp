// Korean readings of Chinese characters.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ontology/lexicon.hpp"

namespace samgak::review {

/// Reads Hanja as Korean does: 經濟 and 経済 are 경제. The readings are those of ICU's Korean
/// collation, which sorts a Hanja with its syllable; a character that it does not know stays as it
/// is.
class HanjaReader {
 public:
  /// `lexicon` must outlive the reader. Throws `LoadError` when ICU has no Korean collation.
  explicit HanjaReader(const Lexicon& lexicon);
  ~HanjaReader();
  HanjaReader(const HanjaReader&) = delete;
  HanjaReader& operator=(const HanjaReader&) = delete;

  /// `text` with every Hanja replaced by its syllable. Not thread-safe.
  [[nodiscard]] std::string read(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `text` with ㄹ and ㄴ at the beginning of a word as Korean of the South says them (李 is 이, 女
/// 여), so that the reading of a character is compared wherever it stands.
[[nodiscard]] std::string fold_initial_sound(std::string_view text);

}  // namespace samgak::review
