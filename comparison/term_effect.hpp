// What a change of a term means for the data of a graph.
#pragma once

#include <map>
#include <set>
#include <string>

#include "comparison/change.hpp"
#include "comparison/data_use.hpp"
#include "comparison/rdf_description.hpp"
#include "comparison/version_rules.hpp"

namespace samgak {

class TermEffects {
 public:
  using Descriptions = std::map<std::string, RdfDescription>;

  /// `use` must outlive it.
  TermEffects(const Descriptions& before, const Descriptions& after, const DataUse& use);

  /// Nodes and edges that use a term; of a class also the nodes of the classes below it.
  [[nodiscard]] DataEffect use_of(const RdfDescription& term) const;
  [[nodiscard]] DataEffect of_term(ChangeKind kind, const RdfDescription& term) const;
  [[nodiscard]] DataEffect of_field(const RdfDescription& term, const FieldChange& change) const;
  /// Does each value that went lie below one that came, in either version?
  [[nodiscard]] bool all_below(const FieldChange& change) const;

 private:
  [[nodiscard]] std::uint32_t edges_at(const std::string& relation, const std::string& property,
                                       const std::vector<std::string>& types) const;
  /// The class and all below it, by short names.
  [[nodiscard]] std::set<std::string> below(const std::string& name) const;

  const DataUse& use_;
  std::map<std::string, std::set<std::string>> sub_classes_;
};

}  // namespace samgak
