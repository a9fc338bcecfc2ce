#include "exporters/gexf_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "exporters/detail/attribute_losses.hpp"
#include "exporters/detail/attributes.hpp"
#include "exporters/detail/date_range.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/type_style.hpp"
#include "exporters/detail/xml_text.hpp"
#include "graph/layout.hpp"

namespace samgak {

namespace {

using detail::append_xml_attribute;

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        options_(options),
        sink_(sink),
        base_(detail::checked_base(options.base)),
        styles_(detail::type_styles(graph.types())),
        keys_(detail::property_keys(graph)),
        places_(layout(graph)),
        degree_(graph.entity_count(), 0) {
    for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
      ++degree_[number(graph.subject(StatementIndex{e}))];
      ++degree_[number(graph.object(StatementIndex{e}))];
    }
  }

  LossReport run();

 private:
  void write_declarations();
  void declare(std::string_view id, std::string_view title, std::string_view type);
  void write_node(const EntityView& entity);
  void write_node_values(const EntityView& entity);
  void write_look(const EntityView& entity);
  void write_edge(const StatementView& statement);
  void write_interval(std::string_view date);
  [[nodiscard]] std::string date_of(const StatementView& statement) const;
  [[nodiscard]] bool has_dates() const;

  void attribute(std::string_view before, std::string_view text) {
    sink_.append(before);
    append_xml_attribute(sink_, text, losses_);
    sink_.put('"');
  }
  /// One value; Gephi keeps nothing for an empty one.
  void value(std::string_view id, std::string_view text) {
    const std::string_view inner = detail::trimmed(text, losses_);
    if (inner.empty()) return;
    sink_.append("<attvalue for=\"");
    sink_.append(id);
    attribute("\" value=\"", inner);
    sink_.append("/>");
  }
  template <typename Each>
  void list(std::string_view id, Each each) {
    sink_.append("<attvalue for=\"");
    sink_.append(id);
    sink_.append("\" value=\"");
    std::string_view before = "[&quot;";
    each([&](std::string_view text) {
      sink_.append(before);
      before = "&quot;, &quot;";
      detail::XmlListEncoder<true> encoder{losses_};
      detail::append_escaped(sink_, text, encoder);
    });
    sink_.append(before == "[&quot;" ? "[]\"/>" : "&quot;]\"/>");
  }
  template <typename List>
  void texts(std::string_view id, const List& values) {
    if (values.empty()) return;
    list(id, [&](auto add) {
      for (const std::string_view text : values) add(text);
    });
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::string base_;
  std::vector<detail::TypeStyle> styles_;
  std::vector<std::string_view> keys_;
  std::vector<Point> places_;
  std::vector<std::uint32_t> degree_;
  detail::XmlLosses losses_;
  std::uint64_t widened_ = 0;
  std::uint64_t undated_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t bindings_ = 0;
  std::uint64_t other_dates_ = 0;
  std::uint64_t other_roles_ = 0;
  std::uint64_t claims_ = 0;
};

LossReport Writer::run() {
  sink_.append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
      "<meta><creator>Samgak</creator><description>Knowledge graph, 지식 "
      "그래프</description></meta>\n"
      "<graph defaultedgetype=\"directed\" idtype=\"string\"");
  sink_.append(has_dates()
                   ? " mode=\"dynamic\" timerepresentation=\"interval\" timeformat=\"date\" "
                     "timezone=\"UTC\">\n"
                   : " mode=\"static\">\n");
  write_declarations();
  sink_.append(fmt::format("<nodes count=\"{}\">\n", graph_.entity_count()));
  for (const EntityView& entity : graph_.entities()) write_node(entity);
  sink_.append(fmt::format("</nodes>\n<edges count=\"{}\">\n", graph_.statement_count()));
  for (const StatementView& statement : graph_.statements()) write_edge(statement);
  sink_.append("</edges>\n</graph>\n</gexf>\n");
  sink_.flush();

  LossReport report{"gexf", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::widened, "dates to whole months or years on the timeline", widened_);
  report.add(LossKind::omitted, "dates that are none from the timeline", undated_);
  report.add(LossKind::replaced, "characters that XML does not know", losses_.characters);
  report.add(LossKind::replaced, "control characters in lists", losses_.breaks);
  report.add(LossKind::cut, "values with white space at their ends", losses_.trimmed);
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "bindings of rules", bindings_);
  report.add(LossKind::omitted, "other dates of edges", other_dates_);
  report.add(LossKind::omitted, "other roles of edges", other_roles_);
  report.add(LossKind::omitted, "places of attribute values", claims_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  detail::report_lost_attributes(report, graph_, keys_);
  return report;
}

bool Writer::has_dates() const {
  for (const EntityView& entity : graph_.entities()) {
    if (detail::date_range(entity.date()).has_value()) return true;
  }
  for (const StatementView& statement : graph_.statements()) {
    if (detail::date_range(statement.date).has_value()) return true;
  }
  return false;
}

void Writer::declare(std::string_view id, std::string_view title, std::string_view type) {
  sink_.append(fmt::format("<attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", id, title, type));
}

void Writer::write_declarations() {
  sink_.append("<attributes class=\"node\">\n");
  for (const std::string_view name :
       {"type", "label_ko", "label_en", "label_ja", "uid", "iri", "wikidata"}) {
    declare(name, name, "string");
  }
  declare("aliases", "aliases", "liststring");
  declare("docs", "docs", "liststring");
  for (const std::string_view key : keys_) {
    declare(fmt::format("a_{}", key), key, "string");
    declare(fmt::format("c_{}", key), fmt::format("{}_conflicts", key), "liststring");
  }
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      declare(column.name, column.name, column.whole != nullptr ? "integer" : "double");
    }
  }
  sink_.append("</attributes>\n<attributes class=\"edge\">\n");
  for (const std::string_view name : {"predicate", "uid", "status", "role", "date"}) {
    declare(name, name, "string");
  }
  declare("confidence", "confidence", "double");
  for (const std::string_view name : {"docs", "evidence", "evidencePlace", "rule"}) {
    declare(name, name, "liststring");
  }
  sink_.append("</attributes>\n");
}

/// Both days belong to the interval.
void Writer::write_interval(std::string_view date) {
  if (date.empty()) return;
  const std::optional<detail::DateRange> range = detail::date_range(date);
  undated_ += !range.has_value();
  if (!range.has_value()) return;
  widened_ += range->widened;
  sink_.append(" start=\"");
  sink_.append(range->first);
  sink_.append("\" end=\"");
  sink_.append(range->last);
  sink_.put('"');
}

void Writer::write_node(const EntityView& entity) {
  sink_.append("<node id=\"n");
  detail::append_number(sink_, number(entity.index));
  attribute("\" label=\"", detail::display_name(entity));
  write_interval(entity.date());
  sink_.append("><attvalues>");
  write_node_values(entity);
  sink_.append("</attvalues>");
  write_look(entity);
  sink_.append("</node>\n");
  mentions_ += entity.mentions.size();
  claims_ += entity.claims.size();
}

void Writer::write_node_values(const EntityView& entity) {
  value("type", entity.type);
  if (detail::language_of(entity.name) == "ko") value("label_ko", entity.name);
  value("label_en", entity.name_en);
  value("label_ja", entity.name_ja);
  value("uid", entity.id);
  value("iri", base_ + detail::entity_path(entity.id));
  value("wikidata", entity.wikidata);
  texts("aliases", entity.aliases);
  if (!entity.mentions.empty()) {
    list("docs", [&](auto add) { for_each_document(entity.mentions, add); });
  }
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view text,
                                         const std::vector<std::string_view>& conflicts) {
    if (!std::binary_search(keys_.begin(), keys_.end(), key)) return;
    value(fmt::format("a_{}", key), text);
    texts(fmt::format("c_{}", key), conflicts);
  });
  if (options_.metrics == nullptr) return;
  for (const detail::MetricColumn& column : detail::kMetricColumns) {
    sink_.append(fmt::format("<attvalue for=\"{}\" value=\"", column.name));
    if (column.whole != nullptr) {
      detail::append_number(sink_, (options_.metrics->*column.whole)[number(entity.index)]);
    } else {
      detail::append_double(sink_, (options_.metrics->*column.fraction)[number(entity.index)]);
    }
    sink_.append("\"/>");
  }
}

void Writer::write_look(const EntityView& entity) {
  const std::uint32_t colour = styles_[entity.type_index].line;
  const double degree = degree_[number(entity.index)];
  const double size = std::round((8.0 + 4.0 * std::sqrt(degree)) * 10.0) / 10.0;
  const Point place = places_[number(entity.index)];
  sink_.append("<viz:color r=\"");
  detail::append_number(sink_, colour >> 16);
  sink_.append("\" g=\"");
  detail::append_number(sink_, (colour >> 8) & 0xFF);
  sink_.append("\" b=\"");
  detail::append_number(sink_, colour & 0xFF);
  sink_.append("\" a=\"1.0\"/><viz:size value=\"");
  detail::append_double(sink_, size);
  sink_.append("\"/><viz:position x=\"");
  // As a double the nearest number to a hundredth is short again.
  detail::append_double(sink_, std::round(place.x * 100.0) / 100.0);
  sink_.append("\" y=\"");
  detail::append_double(sink_, std::round(place.y * 100.0) / 100.0);
  sink_.append("\" z=\"0.0\"/>");
}

/// The date of the statement, or of the end that has one: an attendance was on the day of the
/// meeting.
std::string Writer::date_of(const StatementView& statement) const {
  if (!statement.date.empty()) return std::string(statement.date);
  for (const EntityIndex end : {statement.object, statement.subject}) {
    const EntityView entity = graph_.entity(end);
    if (detail::date_range(entity.date()).has_value()) return std::string(entity.date());
  }
  return {};
}

void Writer::write_edge(const StatementView& statement) {
  const StatementId id = statement.id();
  const std::string_view id_text(id.data(), id.size());
  sink_.append("<edge id=\"");
  sink_.append(id_text);
  sink_.append("\" source=\"n");
  detail::append_number(sink_, number(statement.subject));
  sink_.append("\" target=\"n");
  detail::append_number(sink_, number(statement.object));
  // Source, target and kind are unique because statements of one relation between two nodes are one
  // edge.
  attribute("\" kind=\"", statement.relation);
  attribute(" label=\"", statement.relation);
  write_interval(date_of(statement));
  sink_.append("><attvalues>");
  value("predicate", statement.relation);
  value("uid", id_text);
  value("status", to_string(statement.status));
  if (!statement.roles.empty()) {
    value("role", *statement.roles.begin());
    other_roles_ += statement.roles.size() - 1;
  }
  value("date", statement.date);
  sink_.append("<attvalue for=\"confidence\" value=\"");
  detail::append_confidence(sink_, statement.confidence);
  sink_.append("\"/>");
  list("docs", [&](auto add) { for_each_document(statement.evidence, add); });
  list("evidence", [&](auto add) {
    for (const EvidenceView& e : statement.evidence) add(e.quote);
  });
  list("evidencePlace", [&](auto add) {
    for (const EvidenceView& e : statement.evidence) {
      add(fmt::format("{}#char={},{}", e.place.document, e.place.begin, e.place.end));
    }
  });
  list("rule", [&](auto add) {
    for (const EvidenceView& e : statement.evidence) add(e.rule);
  });
  sink_.append("</attvalues></edge>\n");
  evidence_ += statement.evidence.size();
  for (const EvidenceView& e : statement.evidence) bindings_ += !e.bindings.empty();
  other_dates_ += statement.date_conflicts.size();
}

}  // namespace

const FormatCard& GexfExporter::card() const {
  static const FormatCard card = {
      .name = "gexf",
      .aliases = {},
      .label = "GEXF 1.3",
      .extension = "gexf",
      .media_type = "application/gexf+xml",
      .purpose = "Gephi: colours by type, sizes by degree, a layout, a timeline of meetings",
      .evidence = true,
  };
  return card;
}

LossReport GexfExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                               Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
