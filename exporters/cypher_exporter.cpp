#include "exporters/cypher_exporter.hpp"

#include <fmt/format.h>

#include "exporters/detail/attributes.hpp"
#include "exporters/detail/cypher_text.hpp"
#include "exporters/detail/date_range.hpp"
#include "exporters/detail/grouped.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/neo4j_schema.hpp"
#include "exporters/detail/numbers.hpp"

namespace samgak {

namespace {

using detail::append_cypher;

/// Rows of one statement. Its rows are literals, which the planner reads each time: more rows make
/// it slower, not faster.
constexpr std::size_t kBatch = 500;

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph), options_(options), sink_(sink), base_(detail::checked_base(options.base)) {}

  LossReport run();

 private:
  void write_nodes();
  void write_relationships();
  void write_node(const EntityView& entity);
  void write_relationship(const StatementView& statement);
  void write_lists(const StatementView& statement);

  /// Rows of `order`, in batches that share `label(number)`; `row(number)` writes one,
  /// `tail(label)` ends a batch.
  template <typename Label, typename Row, typename Tail>
  void batches(const std::vector<std::uint32_t>& order, Label label, Row row, Tail tail) {
    for (std::size_t i = 0; i < order.size();) {
      const std::string_view own = label(order[i]);
      std::string_view before = "UNWIND [\n";
      for (std::size_t n = 0; n < kBatch && i < order.size() && label(order[i]) == own; ++n, ++i) {
        sink_.append(before);
        before = ",\n";
        row(order[i]);
      }
      sink_.append("\n] AS row\n");
      tail(own);
    }
  }
  void key(std::string_view name) {
    sink_.append(name);
    sink_.append(": ");
  }
  void text(std::string_view name, std::string_view value) {
    sink_.append(", ");
    key(name);
    append_cypher(sink_, value);
  }
  void optional_text(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  template <typename List, typename Write>
  void list(std::string_view name, const List& items, Write write) {
    sink_.append(", ");
    key(name);
    std::string_view before = "[";
    for (const auto& item : items) {
      sink_.append(before);
      before = ", ";
      write(item);
    }
    sink_.append(before == "[" ? "[]" : "]");
  }
  template <typename List>
  void texts(std::string_view name, const List& items) {
    if (items.empty()) return;
    list(name, items, [this](std::string_view item) { append_cypher(sink_, item); });
  }
  template <typename List>
  void documents(const List& items) {
    sink_.append(", docs: ");
    std::string_view before = "[";
    for_each_document(items, [&](std::string_view document) {
      sink_.append(before);
      before = ", ";
      append_cypher(sink_, document);
    });
    sink_.append(before == "[" ? "[]" : "]");
  }
  void range(std::string_view date) {
    const std::optional<detail::DateRange> days = detail::date_range(date);
    if (!days) return;
    sink_.append(
        fmt::format(", dateFrom: date('{}'), dateTo: date('{}')", days->first, days->last));
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::string base_;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
};

LossReport Writer::run() {
  sink_.append("// Load with: cypher-shell -f FILE. Safe to run twice.\n");
  detail::append_neo4j_schema(sink_, graph_);
  write_nodes();
  write_relationships();
  sink_.flush();
  LossReport report{"cypher", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  return report;
}

void Writer::write_nodes() {
  batches(
      detail::nodes_by_type(graph_),
      [this](std::uint32_t i) { return detail::label_of_type(graph_.type(EntityIndex{i})); },
      [this](std::uint32_t i) { write_node(graph_.entity(EntityIndex{i})); },
      [this](std::string_view label) {
        sink_.append(fmt::format("MERGE (n:Entity {{uid: row.uid}})\nSET n += row.p{};\n",
                                 label == detail::kAnyType ? "" : fmt::format(", n:{}", label)));
      });
}

void Writer::write_relationships() {
  std::vector<std::uint32_t> relation(graph_.statement_count());
  for (std::uint32_t e = 0; e < relation.size(); ++e) {
    relation[e] = graph_.statement(StatementIndex{e}).relation_index;
  }
  batches(
      detail::grouped(relation),
      [this](std::uint32_t e) {
        return detail::label_of_relation(graph_.relation(StatementIndex{e}));
      },
      [this](std::uint32_t e) { write_relationship(graph_.statement(StatementIndex{e})); },
      [this](std::string_view type) {
        sink_.append(
            fmt::format("MATCH (a:Entity {{uid: row.s}})\nMATCH (b:Entity {{uid: row.o}})\n"
                        "MERGE (a)-[r:{} {{uid: row.uid}}]->(b)\nSET r += row.p;\n",
                        type));
      });
}

void Writer::write_node(const EntityView& entity) {
  sink_.append("{uid: ");
  append_cypher(sink_, entity.id);
  sink_.append(", p: {iri: ");
  append_cypher(sink_, base_ + detail::entity_path(entity.id));
  text("type", entity.type);
  text("name", entity.name);
  optional_text("name_en", entity.name_en);
  optional_text("name_ja", entity.name_ja);
  optional_text("wikidata", entity.wikidata);
  texts("aliases", entity.aliases);
  documents(entity.mentions);
  detail::for_each_attribute(entity, [&](std::string_view name, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    if (!detail::is_property_key(name)) return;
    text(name, value);
    texts(std::string(name) + "_conflicts", conflicts);
  });
  range(entity.date());
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      sink_.append(", ");
      key(column.name);
      if (column.whole != nullptr) {
        detail::append_number(sink_, (options_.metrics->*column.whole)[number(entity.index)]);
      } else {
        // An exponent without a point would still be a float; a whole number would not.
        sink_.append(
            fmt::format("{:.12f}", (options_.metrics->*column.fraction)[number(entity.index)]));
      }
    }
  }
  sink_.append("}}");
  mentions_ += entity.mentions.size();
}

void Writer::write_relationship(const StatementView& statement) {
  const StatementId id = statement.id();
  sink_.append("{s: ");
  append_cypher(sink_, graph_.id(statement.subject));
  text("o", graph_.id(statement.object));
  text("uid", {id.data(), id.size()});
  sink_.append(", p: {relation: ");
  append_cypher(sink_, statement.relation);
  text("status", to_string(statement.status));
  sink_.append(", confidence: ");
  detail::append_confidence(sink_, statement.confidence);
  if (!statement.roles.empty()) text("role", *statement.roles.begin());
  texts("roles", statement.roles);
  optional_text("date", statement.date);
  range(statement.date);
  texts("date_conflicts", statement.date_conflicts);
  documents(statement.evidence);
  write_lists(statement);
  sink_.append("}}");
  evidence_ += statement.evidence.size();
}

void Writer::write_lists(const StatementView& statement) {
  const std::vector<EvidenceView> all(statement.evidence.begin(), statement.evidence.end());
  list("evidence", all, [this](const EvidenceView& e) { append_cypher(sink_, e.quote); });
  list("evidenceDoc", all,
       [this](const EvidenceView& e) { append_cypher(sink_, e.place.document); });
  list("evidenceBegin", all,
       [this](const EvidenceView& e) { detail::append_number(sink_, e.place.begin); });
  list("evidenceEnd", all,
       [this](const EvidenceView& e) { detail::append_number(sink_, e.place.end); });
  list("rule", all, [this](const EvidenceView& e) { append_cypher(sink_, e.rule); });
  list("bindings", all, [this](const EvidenceView& e) { append_cypher(sink_, e.bindings); });
  list("evidenceStatus", all,
       [this](const EvidenceView& e) { append_cypher(sink_, to_string(e.status)); });
  list("evidenceConfidence", all,
       [this](const EvidenceView& e) { detail::append_evidence_confidence(sink_, e.confidence); });
}

}  // namespace

const FormatCard& CypherExporter::card() const {
  static const FormatCard card = {
      .name = "cypher",
      .aliases = {"cql"},
      .label = "Cypher script",
      .extension = "cypher",
      .media_type = "application/x-cypher-query",
      .purpose = "cypher-shell into a running Neo4j 5; safe to run twice",
      .evidence = true,
  };
  return card;
}

LossReport CypherExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                 Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
