// Vocabularies that are short enough to stand in a test.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "ontology/vocabulary.hpp"

namespace samgak {

/// Reads Turtle behind the usual prefixes.
inline std::unique_ptr<Vocabulary> vocabulary(const std::string& turtle) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                     ("samgak-vocabulary-" + std::to_string(getpid()) + ".ttl");
  std::ofstream(file) << "@prefix : <https://w3id.org/samgak/ns#> .\n"
                         "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
                         "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
                         "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                         "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
                         "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
                      << turtle;
  auto read = std::make_unique<Vocabulary>(std::vector{file});
  std::filesystem::remove(file);
  return read;
}

}  // namespace samgak
