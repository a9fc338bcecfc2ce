#include "exporters/mermaid_exporter.hpp"

#include <fmt/format.h>

#include "exporters/detail/escape.hpp"
#include "exporters/detail/grouped.hpp"
#include "exporters/detail/label_text.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/type_style.hpp"

namespace samgak {

namespace {

constexpr std::size_t kLabelBytes = 300;
constexpr std::size_t kLabelColumns = 26;

/// A label between quotation marks. Every sign that Mermaid, its Markdown, its icons or HTML could
/// take for more than a sign becomes a number.
struct MermaidEncoder {
  static constexpr std::string_view kSpecial = "\"#<>&`\\$%:;{}[]()|*_~@\x7F";
  static constexpr bool kControls = true;
  std::uint64_t& replaced;

  const char* escape(Sink& sink, const char* at, const char*) const {
    const auto byte = static_cast<std::uint8_t>(*at);
    if (*at == '\n') {
      sink.append("<br/>");
    } else if (byte < 0x20 || byte == 0x7F) {
      replaced += *at != '\t' && *at != '\r';
      sink.put(' ');
    } else {
      sink.put('#');
      detail::append_number(sink, byte);
      sink.put(';');
    }
    return at + 1;
  }
};

struct Shape {
  std::string_view open;
  std::string_view close;
};

/// Types are told apart without their colours too.
Shape shape_of(std::string_view type) {
  if (type == "Person") return {"([", "])"};
  if (type == "Meeting") return {"(", ")"};
  if (type == "Technology") return {"{{", "}}"};
  if (type == "Agreement") return {"[/", "/]"};
  if (type == "Programme") return {"[[", "]]"};
  return {"[", "]"};
}

/// Mermaid draws no diagram with more edges, or of a longer text, unless its page allows it.
constexpr std::uint32_t kMostEdges = 500;
constexpr std::uint64_t kMostCharacters = 50000;

/// Hands on what it gets and counts it as JavaScript does, in units of UTF-16.
class CountingSink : public Sink {
 public:
  explicit CountingSink(Sink& out) : out_(out) {}
  [[nodiscard]] std::uint64_t characters() const { return characters_; }

 protected:
  void write(std::string_view bytes) override {
    for (const char c : bytes) {
      const auto byte = static_cast<std::uint8_t>(c);
      characters_ += ((byte & 0xC0) != 0x80) + (byte >= 0xF0);
    }
    out_.append(bytes);
  }

 private:
  Sink& out_;
  std::uint64_t characters_ = 0;
};

/// Names come wrapped: Mermaid's own narrower lines would break Hangul inside of words.
constexpr std::string_view kHead =
    "---\nconfig:\n  flowchart:\n    wrappingWidth: 320\n---\nflowchart LR\n";

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        options_(options),
        out_(sink),
        sink_(sink),
        styles_(detail::type_styles(graph.types())) {}

  LossReport run();

 private:
  void write_node(const EntityView& entity);
  void write_clusters();
  void write_edge(const StatementView& statement);
  void write_edge_colours();
  void write_legend();

  void quoted(std::string_view text) {
    MermaidEncoder encoder{replaced_};
    sink_.put('"');
    detail::append_escaped(sink_, text, encoder);
    sink_.put('"');
  }
  std::string_view label(std::string_view term) const {
    const auto found = options_.labels.find(term);
    return found == options_.labels.end() ? term : found->second;
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& out_;
  CountingSink sink_;
  std::vector<detail::TypeStyle> styles_;
  std::uint64_t replaced_ = 0;
  std::uint64_t cut_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t attributes_ = 0;
  std::uint64_t names_ = 0;
};

LossReport Writer::run() {
  sink_.append(kHead);
  for (std::size_t type = 0; type < styles_.size(); ++type) {
    sink_.append(fmt::format("  classDef t{} fill:{},stroke:{},color:#222222\n", type,
                             detail::hex_colour(styles_[type].fill),
                             detail::hex_colour(styles_[type].line)));
  }
  if (options_.clusters) {
    write_clusters();
  } else {
    for (const EntityView& entity : graph_.entities()) write_node(entity);
  }
  for (const StatementView& statement : graph_.statements()) write_edge(statement);
  write_edge_colours();
  // Boxes say what their types are.
  if (!options_.clusters) write_legend();
  sink_.flush();
  out_.flush();

  LossReport report{"mermaid", graph_.entity_count(), graph_.statement_count(), 0, {}};
  report.add(LossKind::replaced, "control characters", replaced_);
  report.add(LossKind::cut, "long labels", cut_);
  report.add(LossKind::omitted, "pieces of evidence", evidence_);
  report.add(LossKind::omitted, "rules, bindings, confidences and dates of edges",
             graph_.statement_count());
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  report.add(LossKind::omitted, "attributes of nodes", attributes_);
  report.add(LossKind::omitted, "names besides the first", names_);
  if (graph_.statement_count() > kMostEdges) {
    report.remarks.push_back(fmt::format(
        "Mermaid draws {} edges at most unless its page raises maxEdges: --focus makes a part",
        kMostEdges));
  } else if (sink_.characters() > kMostCharacters) {
    report.remarks.push_back(
        fmt::format("Mermaid draws texts of {} characters at most unless its page raises "
                    "maxTextSize: --focus makes a part",
                    kMostCharacters));
  }
  return report;
}

void Writer::write_clusters() {
  const std::vector<std::uint32_t> nodes = detail::nodes_by_type(graph_);
  for (std::size_t i = 0; i < nodes.size();) {
    const std::uint32_t type = graph_.type_index(EntityIndex{nodes[i]});
    sink_.append(fmt::format("  subgraph s{}[", type));
    quoted(label(styles_[type].type));
    sink_.append("]\n");
    for (; i < nodes.size() && graph_.type_index(EntityIndex{nodes[i]}) == type; ++i) {
      write_node(graph_.entity(EntityIndex{nodes[i]}));
    }
    sink_.append("  end\n");
  }
}

void Writer::write_node(const EntityView& entity) {
  const Shape shape = shape_of(entity.type);
  mentions_ += entity.mentions.size();
  attributes_ += entity.attributes.size() + entity.conflicts.size() + !entity.wikidata.empty();
  names_ += entity.aliases.size() + !entity.name_en.empty() + !entity.name_ja.empty();
  sink_.append("  n");
  detail::append_number(sink_, number(entity.index));
  sink_.append(shape.open);
  const std::string name =
      detail::shortened(detail::display_name(entity, options_.language), kLabelBytes, cut_);
  // An empty label would leave a node without a shape.
  quoted(name.empty() ? " " : detail::wrapped(name, kLabelColumns));
  sink_.append(shape.close);
  sink_.append(":::t");
  detail::append_number(sink_, entity.type_index);
  sink_.put('\n');
  if (entity.id == options_.focus) {
    sink_.append(fmt::format("  style n{} stroke-width:4px\n", number(entity.index)));
  }
}

/// An edge has the colour of what it leads to, as in every other picture.
void Writer::write_edge_colours() {
  std::vector<std::vector<std::uint32_t>> edges(styles_.size());
  for (std::uint32_t e = 0; e < graph_.statement_count(); ++e) {
    edges[graph_.type_index(graph_.object(StatementIndex{e}))].push_back(e);
  }
  for (std::size_t type = 0; type < styles_.size(); ++type) {
    if (edges[type].empty()) continue;
    sink_.append(fmt::format("  linkStyle {} stroke:{}\n", fmt::join(edges[type], ","),
                             detail::hex_colour(styles_[type].line)));
  }
}

/// A box beside the drawing: one node a type, and in its title what dots in a line mean.
void Writer::write_legend() {
  sink_.append("  subgraph legend[");
  quoted(fmt::format("── {}   ··· {}, {}", label("held"), label("planned"), label("proposed")));
  sink_.append("]\n    direction TB\n");
  for (std::size_t type = 0; type < styles_.size(); ++type) {
    const Shape shape = shape_of(styles_[type].type);
    sink_.append(fmt::format("    k{}{}", type, shape.open));
    quoted(label(styles_[type].type));
    sink_.append(fmt::format("{}:::t{}\n", shape.close, type));
  }
  sink_.append("  end\n  style legend fill:none,stroke:#BBBBBB\n");
}

void Writer::write_edge(const StatementView& statement) {
  sink_.append("  n");
  detail::append_number(sink_, number(statement.subject));
  sink_.append(statement.status == Status::held ? " -->|" : " -.->|");
  std::string text(label(statement.relation));
  for (const std::string_view role : statement.roles) {
    if (text.size() > kLabelBytes) break;
    text += '\n';
    text += role;
  }
  quoted(detail::shortened(text, kLabelBytes, cut_));
  sink_.append("| n");
  detail::append_number(sink_, number(statement.object));
  sink_.put('\n');
  evidence_ += statement.evidence.size();
}

}  // namespace

const FormatCard& MermaidExporter::card() const {
  static const FormatCard card = {
      .name = "mermaid",
      .aliases = {"mmd"},
      .label = "Mermaid",
      .extension = "mmd",
      .media_type = "text/vnd.mermaid",
      .purpose = "small diagrams in Markdown pages; best with --focus",
      .diagram = true,
  };
  return card;
}

LossReport MermaidExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                  Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
