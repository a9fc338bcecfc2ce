#include "exporters/cypher_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>

#include "exporters/detail/attribute_losses.hpp"
#include "exporters/detail/attributes.hpp"
#include "exporters/detail/cypher_rows.hpp"
#include "exporters/detail/date_range.hpp"
#include "exporters/detail/grouped.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/neo4j_schema.hpp"
#include "exporters/detail/numbers.hpp"

namespace samgak {

namespace {

using detail::CypherCell;
using detail::CypherColumn;

/// Rows of one statement, and so of one transaction.
constexpr std::size_t kBatch = 1000;
constexpr std::size_t kBatchBytes = 1 << 20;

using Columns = std::vector<CypherColumn>;

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph), options_(options), sink_(sink), base_(detail::checked_base(options.base)) {}

  LossReport run();

 private:
  void write_nodes();
  void write_relationships();
  [[nodiscard]] Columns node_columns(std::span<const std::uint32_t> nodes);
  void node_row(const EntityView& entity);
  void attribute_cells(const EntityView& entity);
  void relationship_row(const StatementView& statement);
  void evidence_cells(const StatementView& statement);

  /// Runs of `order` that share `label(number)`, each handed to `write(label, numbers)`.
  template <typename Label, typename Write>
  static void runs(std::span<const std::uint32_t> order, Label label, Write write) {
    while (!order.empty()) {
      const std::string_view own = label(order.front());
      std::size_t size = 1;
      while (size < order.size() && label(order[size]) == own) ++size;
      write(own, order.first(size));
      order = order.subspan(size);
    }
  }
  /// One statement a batch; `tail()` is what follows the rows.
  template <typename Row, typename Tail>
  void batches(std::span<const std::uint32_t> numbers, Row row, Tail tail) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      row(numbers[i]);
      rows_.end_row();
      if (i + 1 < numbers.size() && rows_.size() < kBatch && rows_.bytes() < kBatchBytes) continue;
      rows_.write(sink_);
      sink_.append(tail());
      rows_.clear();
    }
  }
  void optional(std::string_view value) { rows_.optional(value, !value.empty()); }
  template <typename List>
  void items(const List& list) {
    rows_.items();
    for (const std::string_view item : list) rows_.item(item);
  }
  /// `write(sink, item)` writes a number.
  template <typename List, typename Write>
  void numbers(const List& list, Write write) {
    rows_.items();
    for (const auto& item : list) rows_.item(number_text(write, item));
  }
  template <typename Write, typename Value>
  std::string_view number_text(Write write, const Value& value) {
    number_.clear();
    write(number_sink_, value);
    number_sink_.flush();
    return number_;
  }
  template <typename List>
  void documents(const List& list) {
    rows_.items();
    for_each_document(list, [this](std::string_view document) { rows_.item(document); });
  }
  void days(std::string_view date) {
    const std::optional<detail::DateRange> range = detail::date_range(date);
    optional(range ? range->first : std::string_view());
    optional(range ? range->last : std::string_view());
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  std::string base_;
  detail::CypherRows rows_;
  std::vector<std::string_view> keys_;  ///< of the attributes of the nodes being written
  std::string number_;
  StringSink number_sink_{number_};
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t claims_ = 0;
};

LossReport Writer::run() {
  sink_.append("// Load with: cypher-shell -f FILE. Safe to run twice.\n");
  detail::append_neo4j_schema(sink_, graph_);
  write_nodes();
  write_relationships();
  sink_.flush();
  LossReport report{"cypher", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "places of attribute values", claims_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  detail::report_lost_attributes(report, graph_, detail::plain_keys(graph_));
  return report;
}

void Writer::write_nodes() {
  const std::vector<std::uint32_t> order = detail::nodes_by_type(graph_);
  const auto label_of = [this](std::uint32_t i) {
    return detail::label_of_type(graph_.type(EntityIndex{i}));
  };
  runs(order, label_of, [this](std::string_view label, std::span<const std::uint32_t> nodes) {
    const Columns columns = node_columns(nodes);
    batches(
        nodes, [this](std::uint32_t i) { node_row(graph_.entity(EntityIndex{i})); },
        [&] {
          return fmt::format("MERGE (n:Entity {{uid: c[0]}})\nSET n += {}{};\n",
                             rows_.read_map(columns, 1),
                             label == detail::kAnyType ? "" : fmt::format(", n:{}", label));
        });
  });
}

/// What `node_row` writes behind the id. Nodes of one label share their statement, and with it
/// Neo4j's plan.
Columns Writer::node_columns(std::span<const std::uint32_t> nodes) {
  std::set<std::string_view> keys;
  for (const std::uint32_t i : nodes) {
    for (const AttributeView& attribute : graph_.entity(EntityIndex{i}).attributes) {
      if (detail::is_property_key(attribute.key)) keys.insert(attribute.key);
    }
  }
  keys_.assign(keys.begin(), keys.end());
  Columns columns = {
      {"iri", CypherCell::text},
      {"type", CypherCell::text},
      {"name", CypherCell::text},
      {"name_en", CypherCell::optional_text},
      {"name_ja", CypherCell::optional_text},
      {"wikidata", CypherCell::optional_text},
      {"aliases", CypherCell::optional_texts},
      {"docs", CypherCell::texts},
      {"dateFrom", CypherCell::optional_day},
      {"dateTo", CypherCell::optional_day},
  };
  for (const std::string_view key : keys_) {
    columns.push_back({std::string(key), CypherCell::optional_text});
    columns.push_back({std::string(key) + "_conflicts", CypherCell::optional_texts});
  }
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      columns.push_back({std::string(column.name),
                         column.whole != nullptr ? CypherCell::integer : CypherCell::number});
    }
  }
  return columns;
}

void Writer::node_row(const EntityView& entity) {
  rows_.cell(entity.id);
  rows_.cell(base_ + detail::entity_path(entity.id));
  rows_.cell(entity.type);
  rows_.cell(entity.name);
  optional(entity.name_en);
  optional(entity.name_ja);
  optional(entity.wikidata);
  items(entity.aliases);
  documents(entity.mentions);
  days(entity.date());
  attribute_cells(entity);
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      if (column.whole != nullptr) {
        rows_.cell(number_text(detail::append_number,
                               (options_.metrics->*column.whole)[number(entity.index)]));
      } else {
        rows_.cell(
            fmt::format("{:.12f}", (options_.metrics->*column.fraction)[number(entity.index)]));
      }
    }
  }
  mentions_ += entity.mentions.size();
  claims_ += entity.claims.size();
}

/// Two cells for each key; those of the node come in the same order.
void Writer::attribute_cells(const EntityView& entity) {
  auto key = keys_.begin();
  const auto skip_to = [&](auto end) {
    for (; key != end; ++key) {
      rows_.items();
      rows_.items();
    }
  };
  detail::for_each_attribute(entity, [&](std::string_view name, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    const auto own = std::lower_bound(key, keys_.end(), name);
    if (own == keys_.end() || *own != name) return;
    skip_to(own);
    ++key;
    rows_.optional(value, true);
    items(conflicts);
  });
  skip_to(keys_.end());
}

/// What `relationship_row` writes behind the two ends and the id.
const Columns& relationship_columns() {
  static const Columns columns = {
      {"relation", CypherCell::text},
      {"status", CypherCell::text},
      {"confidence", CypherCell::number},
      {"role", CypherCell::optional_text},
      {"roles", CypherCell::optional_texts},
      {"date", CypherCell::optional_text},
      {"dateFrom", CypherCell::optional_day},
      {"dateTo", CypherCell::optional_day},
      {"date_conflicts", CypherCell::optional_texts},
      {"docs", CypherCell::texts},
      {"evidence", CypherCell::texts},
      {"evidenceDoc", CypherCell::texts},
      {"evidenceBegin", CypherCell::integers},
      {"evidenceEnd", CypherCell::integers},
      {"rule", CypherCell::texts},
      {"bindings", CypherCell::texts},
      {"evidenceStatus", CypherCell::texts},
      {"evidenceConfidence", CypherCell::numbers},
  };
  return columns;
}

void Writer::write_relationships() {
  std::vector<std::uint32_t> relation(graph_.statement_count());
  for (std::uint32_t e = 0; e < relation.size(); ++e) {
    relation[e] = graph_.statement(StatementIndex{e}).relation_index;
  }
  const std::vector<std::uint32_t> order = detail::grouped(relation);
  const auto label_of = [this](std::uint32_t e) {
    return detail::label_of_relation(graph_.relation(StatementIndex{e}));
  };
  runs(order, label_of, [this](std::string_view type, std::span<const std::uint32_t> edges) {
    batches(
        edges, [this](std::uint32_t e) { relationship_row(graph_.statement(StatementIndex{e})); },
        [&] {
          return fmt::format(
              "MATCH (a:Entity {{uid: c[0]}})\nMATCH (b:Entity {{uid: c[1]}})\n"
              "MERGE (a)-[r:{} {{uid: c[2]}}]->(b)\nSET r += {};\n",
              type, rows_.read_map(relationship_columns(), 3));
        });
  });
}

void Writer::relationship_row(const StatementView& statement) {
  const StatementId id = statement.id();
  rows_.cell(graph_.id(statement.subject));
  rows_.cell(graph_.id(statement.object));
  rows_.cell({id.data(), id.size()});
  rows_.cell(statement.relation);
  rows_.cell(to_string(statement.status));
  rows_.cell(number_text(detail::append_confidence, statement.confidence));
  rows_.items();
  if (!statement.roles.empty()) rows_.item(*statement.roles.begin());
  items(statement.roles);
  optional(statement.date);
  days(statement.date);
  items(statement.date_conflicts);
  documents(statement.evidence);
  evidence_cells(statement);
  evidence_ += statement.evidence.size();
}

void Writer::evidence_cells(const StatementView& statement) {
  const std::vector<EvidenceView> all(statement.evidence.begin(), statement.evidence.end());
  const auto texts = [&](auto text_of) {
    rows_.items();
    for (const EvidenceView& e : all) rows_.item(text_of(e));
  };
  texts([](const EvidenceView& e) { return e.quote; });
  texts([](const EvidenceView& e) { return e.place.document; });
  numbers(all,
          [](Sink& sink, const EvidenceView& e) { detail::append_number(sink, e.place.begin); });
  numbers(all, [](Sink& sink, const EvidenceView& e) { detail::append_number(sink, e.place.end); });
  texts([](const EvidenceView& e) { return e.rule; });
  texts([](const EvidenceView& e) { return e.bindings; });
  texts([](const EvidenceView& e) { return to_string(e.status); });
  numbers(all, [](Sink& sink, const EvidenceView& e) {
    detail::append_evidence_confidence(sink, e.confidence);
  });
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
