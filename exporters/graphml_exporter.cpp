#include "exporters/graphml_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "exporters/detail/attribute_losses.hpp"
#include "exporters/detail/attributes.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/detail/xml_text.hpp"

namespace samgak {

namespace {

using detail::append_xml_text;

/// Glue between two values, made once: the end of one `<data>` and the beginning of the next.
struct AttributeKey {
  std::string_view key;
  std::string open;
  std::string open_conflicts;
};

using ListEncoder = detail::XmlListEncoder<false>;

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph), options_(options), sink_(sink) {
    // An IRI holds nothing that XML minds but «&» and single quotation marks.
    for (const char c : detail::checked_base(options.base)) {
      c == '&' ? iri_glue_ += "&amp;" : iri_glue_ += c;
    }
    for (const std::string_view key : detail::property_keys(graph)) {
      attributes_.push_back({key, fmt::format("<data key=\"n_{}\">", key),
                             fmt::format("<data key=\"n_{}_conflicts\">", key)});
    }
    for (const std::string& type : graph.types()) {
      const std::string_view label = detail::label_of_type(type);
      node_glue_.push_back(fmt::format("\"{}><data key=\"labels\">:{}</data><data key=\"n_type\">",
                                       extra(" labels=\":{}\"", label), label));
    }
    for (const Status status : {Status::held, Status::planned, Status::proposed}) {
      status_glue_[static_cast<std::size_t>(status)] = fmt::format(
          "<data key=\"e_status\">{}</data><data key=\"e_confidence\">", to_string(status));
    }
    for (const std::string& relation : graph.relations()) {
      plain_relation_.push_back(detail::is_plain_name(relation));
      const std::string_view label = detail::label_of_relation(relation);
      edge_glue_.push_back(
          fmt::format("\"{0}><data key=\"label\">{1}</data><data key=\"e_interaction\">{1}</data>"
                      "<data key=\"e_uid\">",
                      extra(" label=\"{}\"", label), label));
    }
  }

  LossReport run();
  void add_counts(const Writer& other) {
    losses_ += other.losses_;
    evidence_ += other.evidence_;
    mentions_ += other.mentions_;
    claims_ += other.claims_;
    bindings_ += other.bindings_;
  }

 private:
  template <typename Write>
  void write_items(std::uint32_t count, Write write) {
    detail::write_items(
        *this, sink_, options_.threads, count,
        [this](Sink& sink) { return Writer(graph_, options_, sink); }, write);
  }
  /// What the published schema does not know: left out when it must hold.
  std::string extra(fmt::string_view format, std::string_view value) const {
    return options_.strict_xsd ? std::string() : fmt::vformat(format, fmt::make_format_args(value));
  }
  void write_keys();
  void write_key(std::string_view id, std::string_view domain, std::string_view name,
                 std::string_view type, bool list = false);
  void write_node(const EntityView& entity);
  void write_attributes(const EntityView& entity);
  void write_metrics(EntityIndex index);
  void write_edge(const StatementView& statement);
  void write_evidence(const EvidenceList& list_of_edge);

  /// Nothing for a value that is empty or blank: some readers would keep an empty text.
  void text(std::string_view open, std::string_view value) {
    const std::string_view inner = detail::trimmed(value, losses_);
    if (inner.empty()) return;
    sink_.append(open);
    detail::XmlTextEncoder encoder{losses_, inner.data()};
    detail::append_escaped(sink_, inner, encoder);
    sink_.append("</data>");
  }
  /// An item of a list, behind what opens the list and the item.
  void item(std::string_view& open, std::string_view value) {
    sink_.append(open);
    ListEncoder encoder{losses_};
    detail::append_escaped(sink_, value, encoder);
    open = "\",\"";
  }
  /// The same for a document or rule, which comes again and again.
  void item(std::string_view& open, std::string_view name, detail::LastClean<ListEncoder>& last) {
    if (!last.knows(name)) return item(open, name);
    sink_.append(open);
    sink_.append(name);
    open = "\",\"";
  }
  /// `each(add)` calls `add(text)` for each item.
  template <typename Each>
  void list(std::string_view open, Each each) {
    sink_.append(open);
    std::string_view before = "[\"";
    each([&](std::string_view value) { item(before, value); });
    sink_.append(before == "[\"" ? "[]</data>" : "\"]</data>");
  }
  template <typename List>
  void texts(std::string_view open, const List& values) {
    if (values.empty()) return;
    list(open, [&](auto add) {
      for (const std::string_view value : values) add(value);
    });
  }
  template <typename List>
  void documents(std::string_view open, const List& values) {
    if (values.empty()) return;
    list(open, [&](auto add) { for_each_document(values, add); });
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::string iri_glue_ = "<data key=\"n_iri\">";  ///< and the base
  std::vector<AttributeKey> attributes_;
  std::vector<std::string> node_glue_;
  std::vector<std::string> edge_glue_;
  std::vector<bool> plain_relation_;
  std::array<std::string, 3>
      status_glue_;  ///< by status: its element, and the beginning of the next one
  std::vector<EvidenceView> evidence_views_;
  detail::LastClean<ListEncoder> last_document_;
  detail::LastClean<ListEncoder> last_rule_;
  detail::XmlLosses losses_;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t claims_ = 0;
  std::uint64_t bindings_ = 0;
};

LossReport Writer::run() {
  sink_.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
  write_keys();
  sink_.append("<graph id=\"G\" edgedefault=\"directed\">\n");
  write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
    writer.write_node(writer.graph_.entity(EntityIndex{i}));
  });
  write_items(graph_.statement_count(), [](Writer& writer, std::uint32_t e) {
    writer.write_edge(writer.graph_.statement(StatementIndex{e}));
  });
  sink_.append("</graph>\n</graphml>\n");
  sink_.flush();

  LossReport report{"graphml", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::replaced, "characters that XML does not know", losses_.characters);
  report.add(LossKind::replaced, "control characters in lists", losses_.breaks);
  report.add(LossKind::cut, "values with white space at their ends", losses_.trimmed);
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "places of attribute values", claims_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  report.add(LossKind::omitted, "bindings of rules", bindings_);
  detail::report_lost_attributes(report, graph_, detail::property_keys(graph_));
  return report;
}

void Writer::write_key(std::string_view id, std::string_view domain, std::string_view name,
                       std::string_view type, bool is_list) {
  sink_.append(fmt::format("<key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"{}/>\n", id,
                           domain, name, type,
                           is_list && !options_.strict_xsd ? " attr.list=\"string\"" : ""));
}

void Writer::write_keys() {
  write_key("labels", "node", "labels", "string");
  write_key("n_type", "node", "type", "string");
  write_key("n_label", "node", "label", "string");
  write_key("n_label_ko", "node", "label_ko", "string");
  write_key("n_label_en", "node", "label_en", "string");
  write_key("n_label_ja", "node", "label_ja", "string");
  write_key("n_uid", "node", "uid", "string");
  write_key("n_iri", "node", "iri", "string");
  write_key("n_wikidata", "node", "wikidata", "string");
  write_key("n_aliases", "node", "aliases", "string", true);
  for (const AttributeKey& key : attributes_) {
    write_key(fmt::format("n_{}", key.key), "node", key.key, "string");
    write_key(fmt::format("n_{}_conflicts", key.key), "node", fmt::format("{}_conflicts", key.key),
              "string", true);
  }
  write_key("n_docs", "node", "docs", "string", true);
  write_key("n_mentions", "node", "mentions", "int");
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      write_key(fmt::format("n_{}", column.name), "node", column.name,
                column.whole != nullptr ? "int" : "double");
    }
  }
  write_key("label", "edge", "label", "string");
  write_key("e_interaction", "edge", "interaction", "string");
  write_key("e_uid", "edge", "uid", "string");
  write_key("e_relation", "edge", "relation", "string");
  write_key("e_status", "edge", "status", "string");
  write_key("e_confidence", "edge", "confidence", "double");
  write_key("e_role", "edge", "role", "string");
  write_key("e_roles", "edge", "roles", "string", true);
  write_key("e_date", "edge", "date", "string");
  write_key("e_date_conflicts", "edge", "date_conflicts", "string", true);
  write_key("e_docs", "edge", "docs", "string", true);
  write_key("e_evidence", "edge", "evidence", "string", true);
  write_key("e_places", "edge", "evidencePlace", "string", true);
  write_key("e_rules", "edge", "rule", "string", true);
}

void Writer::write_node(const EntityView& entity) {
  sink_.append("<node id=\"n");
  detail::append_number(sink_, number(entity.index));
  sink_.append(node_glue_[entity.type_index]);
  append_xml_text(sink_, entity.type, losses_);
  sink_.append("</data>");
  text("<data key=\"n_label\">", detail::display_name(entity));
  if (detail::language_of(entity.name) == "ko") text("<data key=\"n_label_ko\">", entity.name);
  text("<data key=\"n_label_en\">", entity.name_en);
  text("<data key=\"n_label_ja\">", entity.name_ja);
  text("<data key=\"n_uid\">", entity.id);
  sink_.append(iri_glue_);
  if (detail::is_clean_id(entity.id)) {
    append_xml_text(sink_, entity.id, losses_);
  } else {
    append_xml_text(sink_, detail::entity_path(entity.id), losses_);
  }
  sink_.append("</data>");
  text("<data key=\"n_wikidata\">", entity.wikidata);
  texts("<data key=\"n_aliases\">", entity.aliases);
  if (!entity.attributes.empty()) write_attributes(entity);
  documents("<data key=\"n_docs\">", entity.mentions);
  sink_.append("<data key=\"n_mentions\">");
  detail::append_number(sink_, entity.mentions.size());
  sink_.append("</data>");
  write_metrics(entity.index);
  sink_.append("</node>\n");
  mentions_ += entity.mentions.size();
  claims_ += entity.claims.size();
}

void Writer::write_attributes(const EntityView& entity) {
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    const auto at = std::lower_bound(
        attributes_.begin(), attributes_.end(), key,
        [](const AttributeKey& a, std::string_view wanted) { return a.key < wanted; });
    if (at == attributes_.end() || at->key != key) return;
    text(at->open, value);
    texts(at->open_conflicts, conflicts);
  });
}

void Writer::write_metrics(EntityIndex index) {
  if (options_.metrics == nullptr) return;
  for (const detail::MetricColumn& column : detail::kMetricColumns) {
    sink_.append("<data key=\"n_");
    sink_.append(column.name);
    sink_.append("\">");
    if (column.whole != nullptr) {
      detail::append_number(sink_, (options_.metrics->*column.whole)[number(index)]);
    } else {
      detail::append_double(sink_, (options_.metrics->*column.fraction)[number(index)]);
    }
    sink_.append("</data>");
  }
}

void Writer::write_edge(const StatementView& statement) {
  const StatementId id = statement.id();
  {
    const std::string& glue = edge_glue_[statement.relation_index];
    SinkRun run(sink_, 128 + glue.size());
    run << "<edge id=\"";
    run.bytes<17>(id.data()) << "\" source=\"n" << number(statement.subject) << "\" target=\"n"
                             << number(statement.object) << glue;
    run.bytes<17>(id.data()) << "</data>";
  }
  if (!plain_relation_[statement.relation_index]) {
    text("<data key=\"e_relation\">", statement.relation);
  }
  sink_.append(status_glue_[static_cast<std::size_t>(statement.status)]);
  detail::append_confidence(sink_, statement.confidence);
  sink_.append("</data>");
  if (!statement.roles.empty()) {
    text("<data key=\"e_role\">", *statement.roles.begin());
    texts("<data key=\"e_roles\">", statement.roles);
  }
  text("<data key=\"e_date\">", statement.date);
  texts("<data key=\"e_date_conflicts\">", statement.date_conflicts);
  write_evidence(statement.evidence);
  sink_.append("</edge>\n");
}

/// Never empty, so each list opens where the one before it ends.
void Writer::write_evidence(const EvidenceList& list_of_edge) {
  // Read once, written as four lists.
  list_of_edge.read_into(evidence_views_);
  const std::span<const EvidenceView> evidence = evidence_views_;
  std::string_view open = "<data key=\"e_docs\">[\"";
  for_each_document(evidence,
                    [&](std::string_view document) { item(open, document, last_document_); });
  open = "\"]</data><data key=\"e_evidence\">[\"";
  for (const EvidenceView& e : evidence) item(open, e.quote);
  open = "\"]</data><data key=\"e_places\">[\"";
  for (const EvidenceView& e : evidence) {
    item(open, e.place.document, last_document_);
    SinkRun(sink_, 64) << "#char=" << e.place.begin << "," << e.place.end;
    bindings_ += !e.bindings.empty();
  }
  open = "\"]</data><data key=\"e_rules\">[\"";
  for (const EvidenceView& e : evidence) item(open, e.rule, last_rule_);
  sink_.append("\"]</data>");
  evidence_ += evidence.size();
}

}  // namespace

const FormatCard& GraphmlExporter::card() const {
  static const FormatCard card = {
      .name = "graphml",
      .aliases = {"xml"},
      .label = "GraphML",
      .extension = "graphml",
      .media_type = "application/graphml+xml",
      .purpose = "Gephi, NetworkX, igraph, yEd, Cytoscape, Neo4j apoc.import.graphml",
      .evidence = true,
  };
  return card;
}

LossReport GraphmlExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                  Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
