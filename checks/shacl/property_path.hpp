// Property paths of SHACL: which way to walk from a node to the values that a shape looks at.
#pragma once

#include <string>
#include <vector>

#include "ontology/rdf_graph.hpp"

namespace samgak::shacl {

struct PropertyPath {
  enum class Kind {
    predicate,
    inverse,
    sequence,
    alternative,
    zero_or_more,
    one_or_more,
    zero_or_one
  };
  Kind kind = Kind::predicate;
  TermIndex predicate = kNoTerm;  ///< for `predicate`
  std::vector<PropertyPath>
      parts;  ///< for all other kinds; one part except for sequences and alternatives
};

/// Reads the path that `node` stands for. Throws `LoadError` for one that is no path or nests more
/// than 16 deep.
[[nodiscard]] PropertyPath read_path(const RdfGraph& shapes, TermIndex node);

/// The values that `path` leads to from `start`, sorted, each once.
[[nodiscard]] std::vector<TermIndex> path_values(const RdfGraph& data, const PropertyPath& path,
                                                 TermIndex start);

/// The path as SPARQL and as Turtle write it, IRIs in `<>`.
[[nodiscard]] std::string path_as_sparql(const TermTable& terms, const PropertyPath& path);
[[nodiscard]] std::string path_as_turtle(const TermTable& terms, const PropertyPath& path);

}  // namespace samgak::shacl
