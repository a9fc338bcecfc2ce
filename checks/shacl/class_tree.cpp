#include "checks/shacl/class_tree.hpp"

#include <algorithm>
#include <unordered_set>

#include "ontology/rdf_names.hpp"

namespace samgak::shacl {

ClassTree::ClassTree(const RdfGraph& data)
    : data_(data),
      type_(data.terms().find_iri(rdf_names::kType)),
      sub_class_of_(data.terms().find_iri(rdf_names::in(rdf_names::kRdfs, "subClassOf"))) {}

const std::vector<TermIndex>& ClassTree::with_subclasses(TermIndex cls) {
  const auto known = below_.find(cls);
  if (known != below_.end()) return known->second;
  std::vector<TermIndex> found{cls};
  std::unordered_set<TermIndex> seen{cls};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const RdfTriple& t : data_.to(found[i], sub_class_of_)) {
      if (seen.insert(t.subject).second) found.push_back(t.subject);
    }
  }
  std::sort(found.begin(), found.end());
  return below_.emplace(cls, std::move(found)).first->second;
}

bool ClassTree::is_instance(TermIndex node, TermIndex cls) {
  const std::vector<TermIndex>& classes = with_subclasses(cls);
  for (const RdfTriple& t : data_.from(node, type_)) {
    if (std::binary_search(classes.begin(), classes.end(), t.object)) return true;
  }
  return false;
}

std::vector<TermIndex> ClassTree::instances(TermIndex cls) {
  std::vector<TermIndex> out;
  for (const TermIndex c : with_subclasses(cls)) {
    for (const RdfTriple& t : data_.to(c, type_)) out.push_back(t.subject);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace samgak::shacl
