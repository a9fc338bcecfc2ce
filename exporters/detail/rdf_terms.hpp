// What the RDF formats say alike: which triples a node and an edge come to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/exporter.hpp"

namespace samgak::detail {

/// `date`, `gYearMonth` or `gYear` of XML Schema for a value that is a real date of that precision;
/// otherwise empty.
[[nodiscard]] std::string_view xsd_type_of_date(std::string_view value);

/// Is `value` a number of a Wikidata item, `Q42`?
[[nodiscard]] bool is_wikidata_item(std::string_view value);

/// Are values that disagree with a node's effective one written beside it? They are, so that a
/// reviewer finds them; but not for `status`: an act that was planned and then held is no
/// contradiction.
[[nodiscard]] inline bool writes_conflicts(std::string_view key) {
  return key != "status";
}

/// Counts what RDF leaves out, for the report.
struct RdfLosses {
  std::uint64_t evidence = 0;  ///< written
  std::uint64_t claims = 0;
  std::uint64_t statuses = 0;
  std::uint64_t attributes = 0;
  std::uint64_t wikidata = 0;

  void see(const EntityView& entity);
  void operator+=(const RdfLosses& other);
  [[nodiscard]] LossReport report(std::string_view format, const KnowledgeGraph& graph) const;
};

}  // namespace samgak::detail
