#include "exporters/detail/rdf_terms.hpp"

#include <algorithm>

#include "exporters/detail/names.hpp"
#include "text/date.hpp"

namespace samgak::detail {

namespace {

/// A day that every month has, in a year with a number: nearly every date, told at a glance.
bool is_common_day(std::string_view value) {
  if (value.size() != 10 || value[4] != '-' || value[7] != '-') return false;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
    if (value[i] < '0' || value[i] > '9') return false;
  }
  const int month = (value[5] - '0') * 10 + value[6] - '0';
  const int day = (value[8] - '0') * 10 + value[9] - '0';
  return month >= 1 && month <= 12 && day >= 1 && day <= 28 && value.substr(0, 4) != "0000";
}

}  // namespace

std::string_view xsd_type_of_date(std::string_view value) {
  if (is_common_day(value)) return "date";
  const std::optional<Date> date = Date::from_iso(value);
  if (!date.has_value() || date->year < 1) return {};
  return date->day != 0 ? "date" : date->month != 0 ? "gYearMonth" : "gYear";
}

bool is_wikidata_item(std::string_view value) {
  return value.size() >= 2 && value[0] == 'Q' && value[1] != '0' &&
         std::all_of(value.begin() + 1, value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void RdfLosses::see(const EntityView& entity) {
  claims += entity.claims.size();
  wikidata += !entity.wikidata.empty() && !is_wikidata_item(entity.wikidata);
  for (const AttributeView& a : entity.attributes) attributes += !is_property_key(a.key);
  for (const AttributeView& a : entity.conflicts) statuses += !writes_conflicts(a.key);
}

void RdfLosses::operator+=(const RdfLosses& other) {
  evidence += other.evidence;
  claims += other.claims;
  statuses += other.statuses;
  attributes += other.attributes;
  wikidata += other.wikidata;
}

LossReport RdfLosses::report(std::string_view format, const KnowledgeGraph& graph) const {
  LossReport report{
      std::string(format), graph.entity_count(), graph.statement_count(), evidence, {}};
  report.add(LossKind::omitted, "places of attribute values", claims);
  report.add(LossKind::omitted, "other values of status", statuses);
  report.add(LossKind::omitted, "attributes whose name is no term", attributes);
  report.add(LossKind::omitted, "Wikidata ids that are none", wikidata);
  return report;
}

}  // namespace samgak::detail
