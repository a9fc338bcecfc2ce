#include "exporters/registry.hpp"

#include <algorithm>
#include <array>

#include "exporters/csv_exporter.hpp"
#include "exporters/cypher_exporter.hpp"
#include "exporters/dot_exporter.hpp"
#include "exporters/gexf_exporter.hpp"
#include "exporters/graphml_exporter.hpp"
#include "exporters/jsonl_exporter.hpp"
#include "exporters/jsonld_exporter.hpp"
#include "exporters/mermaid_exporter.hpp"
#include "exporters/neo4j_csv_exporter.hpp"
#include "exporters/nquads_exporter.hpp"
#include "exporters/trig_exporter.hpp"
#include "exporters/turtle_exporter.hpp"

namespace samgak {

namespace {

bool same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

// One explicit list: a static library would drop exporters that register themselves.
std::span<const Exporter* const> exporters() {
  static const JsonlExporter jsonl;
  static const GraphmlExporter graphml;
  static const GexfExporter gexf;
  static const DotExporter dot;
  static const JsonldExporter jsonld;
  static const TurtleExporter turtle;
  static const NquadsExporter nquads;
  static const TrigExporter trig;
  static const Neo4jCsvExporter neo4j_csv;
  static const CypherExporter cypher;
  static const CsvExporter csv;
  static const MermaidExporter mermaid;
  static const std::array<const Exporter*, 12> all = {&jsonl,     &graphml, &gexf,   &dot,
                                                      &jsonld,    &turtle,  &nquads, &trig,
                                                      &neo4j_csv, &cypher,  &csv,    &mermaid};
  return all;
}

const Exporter* find_exporter(std::string_view name) {
  for (const Exporter* exporter : exporters()) {
    const FormatCard& card = exporter->card();
    if (same_name(card.name, name)) return exporter;
    for (const std::string_view alias : card.aliases) {
      if (same_name(alias, name)) return exporter;
    }
  }
  return nullptr;
}

}  // namespace samgak
