#include "exporters/jsonl_exporter.hpp"

#include <span>

#include "exporters/detail/attributes.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/json_object.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/detail/sources.hpp"

namespace samgak {

namespace {

using detail::JsonObject;

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph), options_(options), sink_(sink) {}

  LossReport run() {
    write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
      writer.write_node(writer.graph_.entity(EntityIndex{i}));
    });
    write_documents();
    write_items(graph_.statement_count(), [](Writer& writer, std::uint32_t e) {
      writer.graph_.prefetch_objects_after(StatementIndex{e});
      writer.write_edge(writer.graph_.statement(StatementIndex{e}));
    });
    sink_.flush();
    return {"jsonl", graph_.entity_count(), graph_.statement_count(), evidence_count_, {}};
  }
  void add_counts(const Writer& other) { evidence_count_ += other.evidence_count_; }

 private:
  template <typename Write>
  void write_items(std::uint32_t count, Write write) {
    detail::write_items(
        *this, sink_, options_.threads, count,
        [this](Sink& sink) { return Writer(graph_, options_, sink); }, write);
  }
  void write_node(const EntityView& entity);
  void write_attributes(JsonObject& properties, const EntityView& entity);
  void write_metrics(JsonObject& properties, EntityIndex index);
  void write_documents();
  void write_edge(const StatementView& statement);
  void write_end(std::string_view key, EntityIndex index);

  template <typename List>
  void write_documents(JsonObject& object, const List& list) {
    object.key("docs");
    char before = '[';
    for_each_document(list, [&](std::string_view document) {
      sink_.put(before);
      detail::append_json(sink_, document);
      before = ',';
    });
    sink_.append(before == '[' ? "[]" : "]");
  }

  /// Documents, begins and ends of a list, as three arrays side by side.
  template <typename List>
  void write_places(JsonObject& object, std::string_view document, std::string_view begin,
                    std::string_view end, const List& list) {
    object.array(document, list,
                 [this](const auto& i) { detail::append_json(sink_, i.place.document); });
    object.array(begin, list,
                 [this](const auto& i) { detail::append_number(sink_, i.place.begin); });
    object.array(end, list, [this](const auto& i) { detail::append_number(sink_, i.place.end); });
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::vector<EvidenceView> evidence_;
  std::uint64_t evidence_count_ = 0;
};

void Writer::write_node(const EntityView& entity) {
  sink_.append(R"({"type":"node","id":)");
  detail::append_json(sink_, entity.id);
  sink_.append(R"(,"labels":[")");
  sink_.append(detail::label_of_type(entity.type));
  sink_.append(R"("],"properties":)");
  JsonObject properties(sink_);
  if (!detail::is_plain_name(entity.type)) properties.text("type", entity.type);
  properties.text("name", entity.name);
  properties.optional_text("name_en", entity.name_en);
  properties.optional_text("name_ja", entity.name_ja);
  properties.optional_text("wikidata", entity.wikidata);
  write_attributes(properties, entity);
  if (!entity.aliases.empty()) properties.texts("aliases", entity.aliases);
  write_documents(properties, entity.mentions);
  if (!entity.mentions.empty()) {
    write_places(properties, "mentionDoc", "mentionBegin", "mentionEnd", entity.mentions);
    properties.array("mention", entity.mentions,
                     [this](const MentionView& m) { detail::append_json(sink_, m.surface); });
    properties.array("mentionReason", entity.mentions,
                     [this](const MentionView& m) { detail::append_json(sink_, m.reason); });
  }
  if (!entity.claims.empty()) {
    properties.array("claimKey", entity.claims,
                     [this](const ClaimView& c) { detail::append_json(sink_, c.key); });
    properties.array("claimValue", entity.claims,
                     [this](const ClaimView& c) { detail::append_json(sink_, c.value); });
    write_places(properties, "claimDoc", "claimBegin", "claimEnd", entity.claims);
  }
  write_metrics(properties, entity.index);
  properties.close();
  sink_.append("}\n");
}

void Writer::write_attributes(JsonObject& properties, const EntityView& entity) {
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    if (!detail::is_property_key(key)) return;
    properties.text(key, value);
    if (!conflicts.empty()) properties.texts(std::string(key) + "_conflicts", conflicts);
  });
}

void Writer::write_metrics(JsonObject& properties, EntityIndex index) {
  if (options_.metrics == nullptr) return;
  for (const detail::MetricColumn& column : detail::kMetricColumns) {
    properties.key(column.name);
    if (column.whole != nullptr) {
      detail::append_number(sink_, (options_.metrics->*column.whole)[number(index)]);
    } else {
      detail::append_double(sink_, (options_.metrics->*column.fraction)[number(index)]);
    }
  }
}

/// Nodes for Neo4j, sources for Samgak.
void Writer::write_documents() {
  detail::for_each_source(graph_,
                          [this](std::string_view name, const std::vector<std::string>& checksums) {
                            std::string id(detail::kDocumentPath);
                            id += name;
                            sink_.append(R"({"type":"node","id":)");
                            detail::append_json(sink_, id);
                            sink_.append(R"(,"labels":["Document"],"properties":)");
                            JsonObject properties(sink_);
                            properties.text("name", name);
                            properties.text("sha256", checksums.front());
                            if (checksums.size() > 1) {
                              properties.texts("sha256_conflicts", std::span(checksums).subspan(1));
                            }
                            properties.close();
                            sink_.append("}\n");
                          });
}

void Writer::write_end(std::string_view key, EntityIndex index) {
  sink_.append(key);
  detail::append_json(sink_, graph_.id(index));
  sink_.append(R"(,"labels":[")");
  sink_.append(detail::label_of_type(graph_.type(index)));
  sink_.append("\"]}");
}

void Writer::write_edge(const StatementView& statement) {
  const StatementId id = statement.id();
  sink_.append(R"({"type":"relationship","id":")");
  sink_.append({id.data(), id.size()});
  sink_.append(R"(","label":")");
  sink_.append(detail::label_of_relation(statement.relation));
  sink_.put('"');
  write_end(R"(,"start":{"id":)", statement.subject);
  write_end(R"(,"end":{"id":)", statement.object);
  sink_.append(R"(,"properties":)");
  JsonObject properties(sink_);
  if (!detail::is_plain_name(statement.relation)) properties.text("relation", statement.relation);
  properties.text("status", to_string(statement.status));
  properties.key("confidence");
  detail::append_confidence(sink_, statement.confidence);
  if (!statement.roles.empty()) {
    properties.text("role", *statement.roles.begin());
    properties.texts("roles", statement.roles);
  }
  properties.optional_text("date", statement.date);
  if (!statement.date_conflicts.empty()) {
    properties.texts("date_conflicts", statement.date_conflicts);
  }
  // Read once, written as many lists.
  statement.evidence.read_into(evidence_);
  evidence_count_ += evidence_.size();
  write_documents(properties, evidence_);
  write_places(properties, "evidenceDoc", "evidenceBegin", "evidenceEnd", evidence_);
  const auto texts = [&](std::string_view key, std::string_view EvidenceView::*text) {
    properties.array(key, evidence_,
                     [&](const EvidenceView& e) { detail::append_json(sink_, e.*text); });
  };
  texts("evidence", &EvidenceView::quote);
  texts("rule", &EvidenceView::rule);
  texts("bindings", &EvidenceView::bindings);
  properties.array("evidenceStatus", evidence_, [this](const EvidenceView& e) {
    detail::append_json(sink_, to_string(e.status));
  });
  properties.array("evidenceConfidence", evidence_, [this](const EvidenceView& e) {
    detail::append_evidence_confidence(sink_, e.confidence);
  });
  properties.close();
  sink_.append("}\n");
}

}  // namespace

const FormatCard& JsonlExporter::card() const {
  static const FormatCard card = {
      .name = "jsonl",
      .aliases = {"ndjson", "json"},
      .label = "JSON Lines",
      .extension = "jsonl",
      .media_type = "application/x-ndjson",
      .purpose = "Samgak's own form, read back without loss; Neo4j apoc.import.json",
      .evidence = true,
      .mentions = true,
      .lossless = true,
  };
  return card;
}

LossReport JsonlExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
