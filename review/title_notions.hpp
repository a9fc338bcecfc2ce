// What a title says, whatever its language: states, ordinals, technologies and the words of
// `title_words.tsv`.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/ontology.hpp"

namespace samgak::review {

struct TitleNotions {
  std::vector<std::string> states;   ///< ids, sorted, each once
  std::vector<std::string> numbers;  ///< without leading zeros, sorted
  std::vector<std::string> words;    ///< notions and ids of technologies, sorted, each once
  std::string rest;                  ///< letters that none of these explains, in lower case

  friend bool operator==(const TitleNotions&, const TitleNotions&) = default;
};

/// Built once, then constant.
class TitleReader {
 public:
  explicit TitleReader(const Ontology& ontology);
  ~TitleReader();
  TitleReader(const TitleReader&) = delete;
  TitleReader& operator=(const TitleReader&) = delete;

  /// Longest forms first, from left to right; a form of Latin letters must be whole words.
  [[nodiscard]] TitleNotions read(std::string_view title) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace samgak::review
