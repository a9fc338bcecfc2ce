// Which nodes are instances of a class, by the sub-class axioms in the data.
#pragma once

#include <unordered_map>
#include <vector>

#include "ontology/rdf_graph.hpp"

namespace samgak::shacl {

/// Remembers what it was asked; not thread-safe. The graph must outlive it and stay as it is.
class ClassTree {
 public:
  explicit ClassTree(const RdfGraph& data);

  [[nodiscard]] bool is_instance(TermIndex node, TermIndex cls);
  /// Sorted, each once.
  [[nodiscard]] std::vector<TermIndex> instances(TermIndex cls);

 private:
  /// The class and all below it, sorted.
  const std::vector<TermIndex>& with_subclasses(TermIndex cls);

  const RdfGraph& data_;
  TermIndex type_;
  TermIndex sub_class_of_;
  std::unordered_map<TermIndex, std::vector<TermIndex>> below_;
};

}  // namespace samgak::shacl
