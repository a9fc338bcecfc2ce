#include "exporters/csv_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "exporters/detail/attribute_losses.hpp"
#include "exporters/detail/attributes.hpp"
#include "exporters/detail/csv_text.hpp"
#include "exporters/detail/iri.hpp"
#include "exporters/detail/language.hpp"
#include "exporters/detail/metric_columns.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/detail/sources.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

/// What a cell of Excel holds, in UTF-16 units.
constexpr std::size_t kCellUnits = 32767;

/// The beginning of `text` that fits into a cell.
std::string_view fitting(std::string_view text) {
  if (text.size() <= kCellUnits) return text;
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    units += c.value > 0xFFFF ? 2 : 1;
    if (units >= kCellUnits) return text.substr(0, at);
    at += c.length;
  }
  return text;
}

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink* sink = nullptr)
      : graph_(graph),
        options_(options),
        sink_(sink),
        safe_(options.spreadsheet_safe),
        base_(detail::checked_base(options.base)),
        keys_(detail::property_keys(graph)) {}

  LossReport run(const OpenSink& open);
  void add_counts(const Writer& other) {
    apostrophes_ += other.apostrophes_;
    cut_ += other.cut_;
    backslashes_ += other.backslashes_;
    evidence_ += other.evidence_;
    mentions_ += other.mentions_;
    bindings_ += other.bindings_;
    claims_ += other.claims_;
  }

 private:
  template <typename Write>
  void write_items(std::uint32_t count, Write write) {
    detail::write_items(
        *this, *sink_, options_.threads, count,
        [this](Sink& sink) { return Writer(graph_, options_, &sink); }, write);
  }
  void write_nodes();
  void write_node(const EntityView& entity);
  void write_edges();
  void write_edge(const StatementView& statement);
  void write_documents();

  /// Names of columns are ours and need no quotes, but in the safe profile everything has them.
  void head(const std::vector<std::string>& names) {
    if (safe_) sink_->append("\xEF\xBB\xBF");
    for (const std::string& name : names) text(name);
    end_row();
  }
  void separator() {
    if (!first_) sink_->put(',');
    first_ = false;
  }
  void end_row() {
    sink_->append("\r\n");
    first_ = true;
  }
  void text(std::string_view value) {
    backslashes_ += !safe_ && value.find('\\') != std::string_view::npos;
    cell(value);
  }
  void cell(std::string_view value) {
    separator();
    if (!safe_) {
      if (value.find_first_of("\",\r\n") != std::string_view::npos || value.starts_with(' ') ||
          value.ends_with(' ')) {
        detail::append_csv(*sink_, value);
      } else {
        sink_->append(value);
      }
      return;
    }
    const bool formula = detail::is_formula(value);
    const std::string_view fits = fitting(value);
    apostrophes_ += formula;
    cut_ += fits.size() != value.size();
    if (formula) {
      cell_ = '\'';
      cell_ += fits;
    }
    detail::append_csv(*sink_, formula ? std::string_view(cell_) : fits);
  }
  /// A list as JSON text, or with semicolons where people read it.
  template <typename Each>
  void list(Each each) {
    std::string joined;
    each([&](std::string_view item) {
      if (safe_) {
        if (!joined.empty()) joined += "; ";
        joined += item;
        return;
      }
      joined += joined.empty() ? '[' : ',';
      item_.clear();
      detail::CsvListEncoder encoder;
      detail::append_escaped(item_sink_, item, encoder);
      item_sink_.flush();
      joined += '"';
      joined += item_;
      joined += '"';
    });
    if (!safe_ && !joined.empty()) joined += ']';
    cell(joined);
  }
  void number_cell(std::uint64_t value) {
    separator();
    if (safe_) sink_->put('"');
    detail::append_number(*sink_, value);
    if (safe_) sink_->put('"');
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink* sink_;  ///< of the file at hand
  bool safe_;
  std::string base_;
  std::vector<std::string_view> keys_;
  bool first_ = true;
  std::string cell_;
  std::string item_;
  StringSink item_sink_{item_};
  std::uint64_t apostrophes_ = 0;
  std::uint64_t cut_ = 0;
  std::uint64_t backslashes_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t bindings_ = 0;
  std::uint64_t claims_ = 0;
};

LossReport Writer::run(const OpenSink& open) {
  const std::unique_ptr<Sink> nodes = open("nodes.csv");
  sink_ = nodes.get();
  write_nodes();
  sink_->flush();
  const std::unique_ptr<Sink> edges = open("edges.csv");
  sink_ = edges.get();
  write_edges();
  sink_->flush();
  const std::unique_ptr<Sink> documents = open("documents.csv");
  sink_ = documents.get();
  write_documents();
  sink_->flush();

  LossReport report{"csv", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::replaced, "cells that a spreadsheet would run, by an apostrophe before them",
             apostrophes_);
  report.add(LossKind::cut, "cells longer than a spreadsheet takes", cut_);
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "bindings of rules", bindings_);
  report.add(LossKind::omitted, "places of attribute values", claims_);
  detail::report_lost_attributes(report, graph_, keys_);
  if (backslashes_ != 0) {
    report.remarks.push_back(fmt::format(
        "Gephi's table import takes the backslash in {} cells for an escape; give it gexf",
        backslashes_));
  }
  return report;
}

void Writer::write_nodes() {
  std::vector<std::string> names = {"Id",       "Label", "Kind",     "Label_ko", "Label_en",
                                    "Label_ja", "Iri",   "Wikidata", "Aliases",  "Docs"};
  for (const std::string_view key : keys_) {
    names.emplace_back(key);
    names.push_back(fmt::format("{}_conflicts", key));
  }
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns)
      names.emplace_back(column.name);
  }
  head(names);
  write_items(graph_.entity_count(), [](Writer& writer, std::uint32_t i) {
    writer.write_node(writer.graph_.entity(EntityIndex{i}));
  });
}

void Writer::write_node(const EntityView& entity) {
  text(entity.id);
  text(detail::display_name(entity));
  text(entity.type);
  text(detail::language_of(entity.name) == "ko" ? entity.name : std::string_view());
  text(entity.name_en);
  text(entity.name_ja);
  text(base_ + detail::entity_path(entity.id));
  text(entity.wikidata);
  list([&](auto add) {
    for (const std::string_view alias : entity.aliases) add(alias);
  });
  list([&](auto add) { for_each_document(entity.mentions, add); });
  // Columns stand for all keys of the graph, the node's own come in the same order.
  std::size_t next = 0;
  detail::for_each_attribute(entity, [&](std::string_view key, std::string_view value,
                                         const std::vector<std::string_view>& conflicts) {
    const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (at == keys_.end() || *at != key) return;
    for (; next < static_cast<std::size_t>(at - keys_.begin()); ++next) {
      text("");
      text("");
    }
    ++next;
    text(value);
    list([&](auto add) {
      for (const std::string_view other : conflicts) add(other);
    });
  });
  for (; next < keys_.size(); ++next) {
    text("");
    text("");
  }
  if (options_.metrics != nullptr) {
    for (const detail::MetricColumn& column : detail::kMetricColumns) {
      if (column.whole != nullptr) {
        number_cell((options_.metrics->*column.whole)[number(entity.index)]);
      } else {
        separator();
        detail::append_double(*sink_, (options_.metrics->*column.fraction)[number(entity.index)]);
      }
    }
  }
  end_row();
  mentions_ += entity.mentions.size();
  claims_ += entity.claims.size();
}

void Writer::write_edges() {
  // Gephi takes «Type» for the direction; the relation is the «Kind».
  head({"Source", "Target", "Type", "Id", "Kind", "Label", "Weight", "Status", "Confidence", "Role",
        "Date", "Date_conflicts", "Docs", "Evidence", "EvidencePlace", "Rule"});
  write_items(graph_.statement_count(), [](Writer& writer, std::uint32_t e) {
    writer.graph_.prefetch_objects_after(StatementIndex{e});
    writer.write_edge(writer.graph_.statement(StatementIndex{e}));
  });
}

void Writer::write_edge(const StatementView& statement) {
  const StatementId id = statement.id();
  text(graph_.id(statement.subject));
  text(graph_.id(statement.object));
  text("Directed");
  text({id.data(), id.size()});
  text(statement.relation);
  text(statement.relation);
  number_cell(1);
  text(to_string(statement.status));
  text(fmt::format("0.{:02}", statement.confidence));
  list([&](auto add) {
    for (const std::string_view role : statement.roles) add(role);
  });
  text(statement.date);
  list([&](auto add) {
    for (const std::string_view date : statement.date_conflicts) add(date);
  });
  list([&](auto add) { for_each_document(statement.evidence, add); });
  list([&](auto add) {
    for (const EvidenceView& e : statement.evidence) add(e.quote);
  });
  list([&](auto add) {
    for (const EvidenceView& e : statement.evidence) {
      add(fmt::format("{}#char={},{}", e.place.document, e.place.begin, e.place.end));
    }
  });
  list([&](auto add) {
    for (const EvidenceView& e : statement.evidence) add(e.rule);
  });
  end_row();
  evidence_ += statement.evidence.size();
  for (const EvidenceView& e : statement.evidence) bindings_ += !e.bindings.empty();
}

void Writer::write_documents() {
  head({"Document", "Sha256", "Sha256_conflicts"});
  detail::for_each_source(graph_,
                          [this](std::string_view name, const std::vector<std::string>& checksums) {
                            text(name);
                            text(checksums.front());
                            list([&](auto add) {
                              for (std::size_t i = 1; i < checksums.size(); ++i) add(checksums[i]);
                            });
                            end_row();
                          });
}

}  // namespace

const FormatCard& CsvExporter::card() const {
  static const FormatCard card = {
      .name = "csv",
      .aliases = {},
      .label = "CSV",
      .extension = "",
      .media_type = "text/csv",
      .purpose = "spreadsheets and Gephi's table import: nodes.csv, edges.csv, documents.csv",
      .folder = true,
      .evidence = true,
  };
  return card;
}

LossReport CsvExporter::write_folder(const KnowledgeGraph& graph, const ExportOptions& options,
                                     const OpenSink& open) const {
  return Writer(graph, options).run(open);
}

}  // namespace samgak
