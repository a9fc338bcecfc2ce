// The documentation page of a vocabulary.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "comparison/data_use.hpp"
#include "ontology/vocabulary.hpp"

namespace samgak {

struct PageInput {
  const Vocabulary& vocabulary;      ///< with its alignments and shapes
  std::string changelog;             ///< Markdown in the form of Keep a Changelog; may be empty
  const DataUse* use = nullptr;      ///< counts how often a graph uses each term
  std::string data;                  ///< name of that graph
  std::set<std::string> files = {};  ///< names of what lies beside the page, to be linked
};

/// HTML in Korean and English, either of which can be hidden; no script, no request. Every class
/// and property of Samgak's namespace with names, definition, example, ends, alignments and use.
[[nodiscard]] std::string vocabulary_page(const PageInput& input);

}  // namespace samgak
