#include "exporters/neo4j_csv_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exporters/detail/attribute_losses.hpp"
#include "exporters/detail/attributes.hpp"
#include "exporters/detail/csv_text.hpp"
#include "exporters/detail/date_range.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/neo4j_schema.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/ordered_parts.hpp"

namespace samgak {

namespace {

/// Nothing in a list can be escaped, so items are parted by a character that no text has a use for.
constexpr char kItemEnd = '\x1F';

constexpr std::string_view kArguments =
    "--nodes=nodes-header.csv,nodes.csv\n"
    "--relationships=relationships-header.csv,relationships.csv\n"
    "--array-delimiter=U+001F\n"
    "--multiline-fields=true\n";

constexpr std::string_view kReadme =
    "# A Samgak graph for Neo4j\n\n"
    "Import it, with the server stopped, into a database that does not exist yet or may be "
    "overwritten. Run this in the\n"
    "folder of this file; the database is named `neo4j` here:\n\n"
    "    neo4j-admin database import full neo4j @import.args\n\n"
    "Add `--overwrite-destination=true` behind the name to replace a database. Start the server, "
    "then make constraints\n"
    "and indexes (safe to run twice):\n\n"
    "    cypher-shell -d neo4j -f schema.cypher\n\n"
    "Every node has the label `Entity` and that of its type; `uid` is the id that Samgak keeps "
    "from run to run. On every\n"
    "relationship the lists `evidence`, `evidenceDoc`, `evidenceBegin`, `evidenceEnd`, `rule`, "
    "`bindings`,\n"
    "`evidenceStatus` and `evidenceConfidence` run side by side.\n";

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink* sink = nullptr)
      : graph_(graph),
        options_(options),
        sink_(sink),
        base_(detail::checked_base(options.base)),
        keys_(detail::property_keys(graph)) {}

  LossReport run(const OpenSink& open);
  void add_counts(const Writer& other) {
    emptied_ += other.emptied_;
    replaced_ += other.replaced_;
    evidence_ += other.evidence_;
    mentions_ += other.mentions_;
    claims_ += other.claims_;
  }

 private:
  template <typename Write>
  void write_items(std::uint32_t count, Write write) {
    detail::write_items(
        *this, *sink_, options_.threads, count,
        [this](Sink& sink) { return Writer(graph_, options_, &sink); }, write);
  }
  void write_node_header();
  void write_node(const EntityView& entity);
  void write_attributes(const EntityView& entity);
  void write_relationship(const StatementView& statement);

  void separator() {
    if (!first_) sink_->put(',');
    first_ = false;
  }
  void end_row() {
    sink_->put('\n');
    first_ = true;
  }
  /// Nothing between two commas is no value; an empty text has quotation marks.
  void text(std::string_view value) {
    separator();
    detail::append_csv(*sink_, value);
  }
  void optional_text(std::string_view value) {
    separator();
    if (!value.empty()) detail::append_csv(*sink_, value);
  }
  void append_item(std::string_view item) {
    item_is_empty_ = item.empty();
    while (!item.empty()) {
      const std::size_t end = std::min(item.find(kItemEnd), item.size());
      detail::CsvEncoder encoder;
      detail::append_escaped(*sink_, item.substr(0, end), encoder);
      if (end == item.size()) return;
      sink_->put(' ');
      ++replaced_;
      item.remove_prefix(end + 1);
    }
  }
  template <typename List, typename Write>
  void list(const List& items, Write write) {
    separator();
    if (items.empty()) return;
    sink_->put('"');
    bool any = false;
    item_is_empty_ = false;
    for (const auto& item : items) {
      if (any) sink_->put(kItemEnd);
      any = true;
      write(item);
    }
    sink_->put('"');
    emptied_ += items.size() == 1 && item_is_empty_;
  }
  template <typename List>
  void texts(const List& items) {
    list(items, [this](std::string_view item) { append_item(item); });
  }
  template <typename List>
  void documents(const List& items) {
    separator();
    if (items.empty()) return;
    sink_->put('"');
    bool any = false;
    for_each_document(items, [&](std::string_view document) {
      if (any) sink_->put(kItemEnd);
      any = true;
      append_item(document);
    });
    sink_->put('"');
  }
  void dates(std::string_view date) {
    optional_text(date);
    const std::optional<detail::DateRange> range = detail::date_range(date);
    optional_text(range ? std::string_view(range->first) : std::string_view());
    optional_text(range ? std::string_view(range->last) : std::string_view());
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink* sink_;  ///< of the file at hand
  std::string base_;
  std::vector<std::string_view> keys_;
  bool first_ = true;
  std::vector<EvidenceView> views_;  ///< evidence of the edge at hand, read once
  bool item_is_empty_ = false;
  std::uint64_t emptied_ = 0;
  std::uint64_t replaced_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t claims_ = 0;
};

LossReport Writer::run(const OpenSink& open) {
  const auto file = [&](std::string_view name, auto write) {
    const std::unique_ptr<Sink> sink = open(name);
    sink_ = sink.get();
    write();
    sink_->flush();
  };
  file("README.md", [&] { sink_->append(kReadme); });
  file("import.args", [&] { sink_->append(kArguments); });
  file("schema.cypher", [&] { detail::append_neo4j_schema(*sink_, graph_); });
  file("nodes-header.csv", [&] { write_node_header(); });
  file("nodes.csv", [&] {
    write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
      writer.write_node(writer.graph_.entity(EntityIndex{i}));
    });
  });
  file("relationships-header.csv", [&] {
    sink_->append(
        ":START_ID(samgak),:END_ID(samgak),:TYPE,uid,relation,status,confidence:double,role,roles:"
        "string[],date,"
        "dateFrom:date,dateTo:date,date_conflicts:string[],docs:string[],evidence:string[],"
        "evidenceDoc:string[],"
        "evidenceBegin:long[],evidenceEnd:long[],rule:string[],bindings:string[],evidenceStatus:"
        "string[],"
        "evidenceConfidence:double[]\n");
  });
  file("relationships.csv", [&] {
    write_items(graph_.statement_count(), [](Writer& writer, std::uint32_t e) {
      writer.graph_.prefetch_objects_after(StatementIndex{e});
      writer.write_relationship(writer.graph_.statement(StatementIndex{e}));
    });
  });

  LossReport report{"neo4j-csv", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::replaced, "unit separators in lists", replaced_);
  report.add(LossKind::omitted, "lists of one empty text, which neo4j-admin takes for empty lists",
             emptied_);
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "places of attribute values", claims_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  detail::report_lost_attributes(report, graph_, keys_);
  return report;
}

void Writer::write_node_header() {
  sink_->append(
      "uid:ID(samgak),:LABEL,iri,type,name,name_en,name_ja,wikidata,aliases:string[],docs:string["
      "]");
  for (const std::string_view key : keys_) {
    sink_->append(fmt::format(",{0},{0}_conflicts:string[]", key));
  }
  sink_->append(",dateFrom:date,dateTo:date");
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      sink_->append(
          fmt::format(",{}:{}", column.name, column.whole != nullptr ? "long" : "double"));
    }
  }
  sink_->put('\n');
}

void Writer::write_node(const EntityView& entity) {
  text(entity.id);
  const std::string_view label = detail::label_of_type(entity.type);
  text(label == detail::kAnyType ? std::string(label)
                                 : fmt::format("{}{}{}", detail::kAnyType, kItemEnd, label));
  text(base_ + detail::entity_path(entity.id));
  text(entity.type);
  text(entity.name);
  optional_text(entity.name_en);
  optional_text(entity.name_ja);
  optional_text(entity.wikidata);
  texts(entity.aliases);
  documents(entity.mentions);
  write_attributes(entity);
  const std::optional<detail::DateRange> range = detail::date_range(entity.date());
  optional_text(range ? std::string_view(range->first) : std::string_view());
  optional_text(range ? std::string_view(range->last) : std::string_view());
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      separator();
      if (column.whole != nullptr) {
        detail::append_number(*sink_, (options_.metrics->*column.whole)[number(entity.index)]);
      } else {
        detail::append_double(*sink_, (options_.metrics->*column.fraction)[number(entity.index)]);
      }
    }
  }
  end_row();
  mentions_ += entity.mentions.size();
  claims_ += entity.claims.size();
}

/// Columns stand for all keys of the graph; the node's own come in the same order.
void Writer::write_attributes(const EntityView& entity) {
  std::size_t next = 0;
  const auto skip_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      optional_text("");
      optional_text("");
    }
  };
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (at == keys_.end() || *at != key) return;
    skip_to(static_cast<std::size_t>(at - keys_.begin()));
    ++next;
    text(value);
    texts(conflicts);
  });
  skip_to(keys_.size());
}

void Writer::write_relationship(const StatementView& s) {
  const StatementId id = s.id();
  s.evidence.read_into(views_);
  text(graph_.id(s.subject));
  text(graph_.id(s.object));
  text(detail::label_of_relation(s.relation));
  text({id.data(), id.size()});
  text(s.relation);
  text(to_string(s.status));
  separator();
  detail::append_confidence(*sink_, s.confidence);
  optional_text(s.roles.empty() ? std::string_view() : *s.roles.begin());
  texts(s.roles);
  dates(s.date);
  texts(s.date_conflicts);
  documents(views_);
  list(views_, [this](const EvidenceView& e) { append_item(e.quote); });
  list(views_, [this](const EvidenceView& e) { append_item(e.place.document); });
  list(views_, [this](const EvidenceView& e) { detail::append_number(*sink_, e.place.begin); });
  list(views_, [this](const EvidenceView& e) { detail::append_number(*sink_, e.place.end); });
  list(views_, [this](const EvidenceView& e) { append_item(e.rule); });
  list(views_, [this](const EvidenceView& e) { append_item(e.bindings); });
  list(views_, [this](const EvidenceView& e) { append_item(to_string(e.status)); });
  list(views_,
       [this](const EvidenceView& e) { detail::append_evidence_confidence(*sink_, e.confidence); });
  end_row();
  evidence_ += s.evidence.size();
}

}  // namespace

const FormatCard& Neo4jCsvExporter::card() const {
  static const FormatCard card = {
      .name = "neo4j-csv",
      .aliases = {"neo4j"},
      .label = "Neo4j bulk CSV",
      .extension = "",
      .media_type = "text/csv",
      .purpose = "neo4j-admin database import full: headers, data, arguments, schema, README",
      .folder = true,
      .evidence = true,
  };
  return card;
}

LossReport Neo4jCsvExporter::write_folder(const KnowledgeGraph& graph, const ExportOptions& options,
                                          const OpenSink& open) const {
  return Writer(graph, options).run(open);
}

}  // namespace samgak
