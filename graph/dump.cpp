#include "graph/dump.hpp"

#include <fmt/format.h>

#include "text/diagnostic.hpp"

namespace samgak {

namespace {

std::string entity_line(const EntityView& entity) {
  std::string line = fmt::format("{} {}", entity.type, entity.name);
  for (const std::string_view alias : entity.aliases) line += fmt::format(" | {}", alias);
  std::string values;
  for (const AttributeView& a : entity.attributes) values += fmt::format(" {}={}", a.key, a.value);
  for (const AttributeView& a : entity.conflicts) values += fmt::format(" {}!={}", a.key, a.value);
  if (!values.empty()) line += fmt::format(" ({})", values.substr(1));
  return visible(line);
}

std::string statement_line(const KnowledgeGraph& graph, const StatementView& s) {
  const auto name = [&graph](EntityIndex i) {
    const std::string_view own = graph.entity(i).name;
    return own.empty() ? graph.id(i) : own;
  };
  std::string line = fmt::format("{} -{}-> {} [{} 0.{:02}", name(s.subject), s.relation,
                                 name(s.object), to_string(s.status), s.confidence);
  for (const std::string_view role : s.roles) line += fmt::format(" role={}", role);
  if (!s.date.empty()) line += fmt::format(" date={}", s.date);
  for (const std::string_view date : s.date_conflicts) line += fmt::format(" date!={}", date);
  line += "]";
  for (const EvidenceView& e : s.evidence) {
    line += fmt::format(" {}:{}-{}", e.place.document, e.place.begin, e.place.end);
  }
  return visible(line);
}

}  // namespace

std::string dump(const KnowledgeGraph& graph) {
  std::string out;
  for (const EntityView& entity : graph.entities()) out += entity_line(entity) + "\n";
  return out + dump_statements(graph);
}

std::string dump_statements(const KnowledgeGraph& graph) {
  std::string out;
  for (const StatementView& statement : graph.statements()) {
    out += statement_line(graph, statement) + "\n";
  }
  return out;
}

}  // namespace samgak
