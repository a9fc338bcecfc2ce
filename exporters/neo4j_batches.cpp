#include "exporters/neo4j_batches.hpp"

#include <fmt/format.h>

#include "exporters/detail/attribute_losses.hpp"
#include "exporters/detail/attributes.hpp"
#include "exporters/detail/date_range.hpp"
#include "exporters/detail/grouped.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/json_object.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/neo4j_schema.hpp"
#include "exporters/detail/numbers.hpp"

namespace samgak {

namespace {

using detail::JsonObject;

class Batches {
 public:
  Batches(const KnowledgeGraph& graph, const ExportOptions& options, const Neo4jBatchLimits& limits,
          const std::function<void(const Neo4jBatch&)>& take)
      : graph_(graph),
        options_(options),
        limits_(limits),
        take_(take),
        base_(detail::checked_base(options.base)) {}

  LossReport run();

 private:
  void run_nodes();
  void run_relationships();
  void add_node(const EntityView& entity);
  void add_relationship(const StatementView& statement);

  /// One more row of a statement; a full batch goes first.
  template <typename Write>
  void row(const std::string& statement, Write write) {
    if (batch_.rows == limits_.rows || size_ >= limits_.bytes || batch_.statement != statement)
      hand_on();
    if (batch_.rows == 0) {
      batch_.statement = statement;
      sink_.append(R"({"rows":[)");
    } else {
      sink_.put(',');
    }
    write();
    sink_.flush();
    size_ = batch_.parameters.size();
    ++batch_.rows;
  }
  void hand_on() {
    if (batch_.rows == 0) return;
    sink_.append("]}");
    sink_.flush();
    take_(batch_);
    batch_.parameters.clear();
    batch_.rows = 0;
    size_ = 0;
  }
  void days(JsonObject& object, std::string_view date) {
    const std::optional<detail::DateRange> range = detail::date_range(date);
    if (!range) return;
    object.text("from", range->first);
    object.text("to", range->last);
  }
  template <typename List>
  void documents(JsonObject& object, const List& items) {
    std::vector<std::string_view> names;
    for_each_document(items, [&](std::string_view name) { names.push_back(name); });
    object.texts("docs", names);
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  const Neo4jBatchLimits& limits_;
  const std::function<void(const Neo4jBatch&)>& take_;
  std::string base_;
  Neo4jBatch batch_;
  StringSink sink_{batch_.parameters};
  std::size_t size_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t claims_ = 0;
};

LossReport Batches::run() {
  run_nodes();
  run_relationships();
  LossReport report{"neo4j", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "places of attribute values", claims_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  detail::report_lost_attributes(report, graph_, detail::plain_keys(graph_));
  return report;
}

void Batches::run_nodes() {
  for (const std::uint32_t i : detail::nodes_by_type(graph_)) {
    const EntityView entity = graph_.entity(EntityIndex{i});
    const std::string_view label = detail::label_of_type(entity.type);
    row(fmt::format("UNWIND $rows AS row MERGE (n:Entity {{uid: row.uid}}) "
                    "SET n += row.p, n.dateFrom = date(row.from), n.dateTo = date(row.to){} "
                    "RETURN count(n)",
                    label == detail::kAnyType ? "" : fmt::format(", n:{}", label)),
        [&] { add_node(entity); });
  }
  hand_on();
}

void Batches::run_relationships() {
  std::vector<std::uint32_t> relation(graph_.statement_count());
  for (std::uint32_t e = 0; e < relation.size(); ++e) {
    relation[e] = graph_.statement(StatementIndex{e}).relation_index;
  }
  for (const std::uint32_t e : detail::grouped(relation)) {
    const StatementView statement = graph_.statement(StatementIndex{e});
    row(fmt::format(
            "UNWIND $rows AS row MATCH (a:Entity {{uid: row.s}}) MATCH (b:Entity {{uid: row.o}}) "
            "MERGE (a)-[r:{} {{uid: row.uid}}]->(b) "
            "SET r += row.p, r.dateFrom = date(row.from), r.dateTo = date(row.to) "
            "RETURN count(r)",
            detail::label_of_relation(statement.relation)),
        [&] { add_relationship(statement); });
  }
  hand_on();
}

void Batches::add_node(const EntityView& entity) {
  JsonObject outer(sink_);
  outer.text("uid", entity.id);
  days(outer, entity.date());
  outer.key("p");
  JsonObject p(sink_);
  p.text("iri", base_ + detail::entity_path(entity.id));
  p.text("type", entity.type);
  p.text("name", entity.name);
  p.optional_text("name_en", entity.name_en);
  p.optional_text("name_ja", entity.name_ja);
  p.optional_text("wikidata", entity.wikidata);
  if (!entity.aliases.empty()) p.texts("aliases", entity.aliases);
  documents(p, entity.mentions);
  detail::for_each_attribute(entity, [&](std::string_view name, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    if (!detail::is_property_key(name)) return;
    p.text(name, value);
    if (!conflicts.empty()) p.texts(std::string(name) + "_conflicts", conflicts);
  });
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      p.key(column.name);
      if (column.whole != nullptr) {
        detail::append_number(sink_, (options_.metrics->*column.whole)[number(entity.index)]);
      } else {
        // A whole number would become an integer there.
        sink_.append(
            fmt::format("{:.12f}", (options_.metrics->*column.fraction)[number(entity.index)]));
      }
    }
  }
  p.close();
  outer.close();
  mentions_ += entity.mentions.size();
  claims_ += entity.claims.size();
}

void Batches::add_relationship(const StatementView& statement) {
  const StatementId id = statement.id();
  JsonObject outer(sink_);
  outer.text("s", graph_.id(statement.subject));
  outer.text("o", graph_.id(statement.object));
  outer.text("uid", {id.data(), id.size()});
  days(outer, statement.date);
  outer.key("p");
  JsonObject p(sink_);
  p.text("relation", statement.relation);
  p.text("status", to_string(statement.status));
  p.key("confidence");
  detail::append_confidence(sink_, statement.confidence);
  if (!statement.roles.empty()) {
    p.text("role", *statement.roles.begin());
    p.texts("roles", statement.roles);
  }
  p.optional_text("date", statement.date);
  if (!statement.date_conflicts.empty()) p.texts("date_conflicts", statement.date_conflicts);
  documents(p, statement.evidence);
  const std::vector<EvidenceView> all(statement.evidence.begin(), statement.evidence.end());
  const auto text = [&](std::string_view value) { detail::append_json(sink_, value); };
  p.array("evidence", all, [&](const EvidenceView& e) { text(e.quote); });
  p.array("evidenceDoc", all, [&](const EvidenceView& e) { text(e.place.document); });
  p.array("evidenceBegin", all,
          [&](const EvidenceView& e) { detail::append_number(sink_, e.place.begin); });
  p.array("evidenceEnd", all,
          [&](const EvidenceView& e) { detail::append_number(sink_, e.place.end); });
  p.array("rule", all, [&](const EvidenceView& e) { text(e.rule); });
  p.array("bindings", all, [&](const EvidenceView& e) { text(e.bindings); });
  p.array("evidenceStatus", all, [&](const EvidenceView& e) { text(to_string(e.status)); });
  p.array("evidenceConfidence", all,
          [&](const EvidenceView& e) { detail::append_evidence_confidence(sink_, e.confidence); });
  p.close();
  outer.close();
  evidence_ += statement.evidence.size();
}

}  // namespace

std::vector<std::string> neo4j_schema_statements(const KnowledgeGraph& graph) {
  std::string script;
  StringSink sink(script);
  detail::append_neo4j_schema(sink, graph);
  sink.flush();
  std::vector<std::string> statements;
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = script.find(";\n", at);
    statements.push_back(script.substr(at, end - at));
    at = end + 2;
  }
  return statements;
}

LossReport for_each_neo4j_batch(const KnowledgeGraph& graph, const ExportOptions& options,
                                const Neo4jBatchLimits& limits,
                                const std::function<void(const Neo4jBatch&)>& take) {
  return Batches(graph, options, limits, take).run();
}

}  // namespace samgak
