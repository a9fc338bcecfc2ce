// One document in, its entities and statements out.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "graph/statement.hpp"
#include "ontology/ontology.hpp"
#include "text/document.hpp"

namespace samgak {

struct PipelineOptions {
  /// Day against which «지난달» and «오는 15일» are resolved in a document that bears no date of
  /// its own.
  Date reference_date;
  /// Ask the statistical tagger where the rules are silent (when the ontology carries a model).
  bool use_model = true;
};

/// A name in a text, for callers that want mentions and no graph. Place in code points of the
/// source file.
struct NamedSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string type;     ///< class of the ontology
  std::string surface;  ///< clean text
  std::string entity;   ///< id of the entity it was linked to
};

/// Thread-safe once built. Refers to the ontology, which must outlive it.
class Pipeline {
 public:
  explicit Pipeline(const Ontology& ontology, PipelineOptions options = {});
  ~Pipeline();

  /// Never fails on odd text: what cannot be read is left out.
  [[nodiscard]] Extraction run(const Document& document) const;
  /// The names of `run`, in text order.
  [[nodiscard]] std::vector<NamedSpan> mentions(const Document& document) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace samgak
