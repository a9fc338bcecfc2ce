// A vocabulary as JSON-LD.
#pragma once

#include <string>

#include "ontology/vocabulary.hpp"

namespace samgak {

/// JSON-LD 1.1 with the triples of the vocabulary and no other; one object a subject, sorted by
/// IRI.
[[nodiscard]] std::string vocabulary_as_jsonld(const Vocabulary& vocabulary);

}  // namespace samgak
