#include "exporters/dot_exporter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "exporters/detail/dot_layout.hpp"
#include "exporters/detail/dot_map.hpp"
#include "exporters/detail/dot_text.hpp"
#include "exporters/detail/grouped.hpp"
#include "exporters/detail/label_text.hpp"
#include "exporters/detail/names.hpp"
#include "exporters/detail/numbers.hpp"
#include "exporters/detail/type_style.hpp"

namespace samgak {

namespace {

/// Graphviz 2.43 refuses strings of 16,384 bytes; a tooltip of more than this nobody reads.
constexpr std::size_t kTooltipBytes = 4000;
constexpr std::size_t kLabelBytes = 400;
constexpr std::size_t kLabelColumns = 22;
constexpr std::string_view kFont = "Noto Sans CJK KR,NanumGothic,sans-serif";

class Writer {
 public:
  Writer(const KnowledgeGraph& graph, const ExportOptions& options, Sink& sink)
      : graph_(graph),
        options_(options),
        sink_(sink),
        layout_(detail::dot_layout(graph.entity_count(), graph.statement_count(), options)),
        styles_(detail::type_styles(graph.types())) {
    for (const detail::TypeStyle& style : styles_) {
      fills_.push_back(detail::hex_colour(style.fill));
      lines_.push_back(detail::hex_colour(style.line));
    }
    if (layout_.own_places) {
      map_.emplace(graph, options.language);
    } else if (layout_.map) {
      count_edges();
    }
  }

  LossReport run();

 private:
  void count_edges();
  void write_head();
  void write_legend();
  void write_clusters();
  void write_node(const EntityView& entity, std::string_view indent);
  void write_look(const EntityView& entity);
  void write_map_look(const EntityView& entity);
  void write_edge(const StatementView& statement);

  void quoted(std::string_view text) {
    sink_.put('"');
    inside(text);
    sink_.put('"');
  }
  /// A part of a quoted string.
  void inside(std::string_view text) {
    detail::DotEncoder encoder{replaced_};
    detail::append_escaped(sink_, text, encoder);
  }
  void inside(std::string_view text, std::size_t bytes) {
    const std::string_view begin = detail::beginning(text, bytes);
    inside(begin);
    if (begin.size() == text.size()) return;
    ++cut_;
    sink_.append("…");
  }
  /// What to print for a type or relation.
  std::string_view label(std::string_view term) const {
    const auto found = options_.labels.find(term);
    return found == options_.labels.end() ? term : found->second;
  }

  const KnowledgeGraph& graph_;
  const ExportOptions& options_;
  Sink& sink_;
  detail::DotLayout layout_;
  std::vector<detail::TypeStyle> styles_;
  std::vector<std::string> fills_;
  std::vector<std::string> lines_;
  std::optional<detail::DotMap> map_;  ///< where Graphviz does not place the nodes
  std::vector<std::uint32_t> degree_;  ///< of nodes, where Graphviz places them by size
  std::uint64_t replaced_ = 0;
  std::uint64_t cut_ = 0;
  std::uint64_t evidence_ = 0;
  std::uint64_t pieces_ = 0;
  std::uint64_t mentions_ = 0;
  std::uint64_t attributes_ = 0;
  std::uint64_t other_names_ = 0;
};

LossReport Writer::run() {
  write_head();
  if (options_.clusters) {
    write_clusters();
  } else if (map_) {
    for (const std::uint32_t node : map_->drawing_order()) {
      write_node(graph_.entity(EntityIndex{node}), "  ");
    }
  } else {
    for (const EntityView& entity : graph_.entities()) write_node(entity, "  ");
  }
  for (const StatementView& statement : graph_.statements()) write_edge(statement);
  sink_.append("}\n");
  sink_.flush();

  LossReport report{"dot", graph_.entity_count(), graph_.statement_count(), evidence_, {}};
  report.add(LossKind::replaced, "control characters", replaced_);
  report.add(LossKind::cut, "long labels and tooltips", cut_);
  report.add(LossKind::omitted,
             options_.edge_tooltips ? "pieces of evidence behind the first of an edge"
                                    : "pieces of evidence",
             pieces_ - evidence_);
  report.add(LossKind::omitted, "rules, bindings, confidences and dates of edges",
             graph_.statement_count());
  report.add(LossKind::omitted, "mentions of nodes", mentions_);
  report.add(LossKind::omitted, "checksums of documents", graph_.document_count());
  report.add(LossKind::omitted, "attributes of nodes", attributes_);
  report.add(LossKind::omitted, "names in other languages", other_names_);
  if (!layout_.edge_labels) {
    report.add(LossKind::omitted, "labels of edges, which are too many to be read",
               graph_.statement_count());
  }
  if (map_ && map_->dots() > 0) {
    report.remarks.push_back(
        fmt::format("{} of {} nodes are dots: there is no room for their names, which are tooltips",
                    map_->dots(), graph_.entity_count()));
  }
  return report;
}

void Writer::write_head() {
  // The first line holds Hangul for programs that guess the encoding from the beginning of a file.
  sink_.append(fmt::format("// 삼각 지식 그래프: 마디 {}개, 관계 {}개 (UTF-8)\n",
                           graph_.entity_count(), graph_.statement_count()));
  sink_.append(
      "// Render: dot -Tsvg FILE -o graph.svg (the layout engine for this size is set below)\n");
  sink_.append("digraph samgak {\n");
  sink_.append(
      fmt::format("  graph [{}, outputorder=edgesfirst, pad=0.3, bgcolor=white, "
                  "fontname=\"{}\", fontsize={}, fontcolor=\"#444444\", labelloc=b, labeljust=l]\n",
                  layout_.attributes, kFont,
                  map_          ? map_->legend_letters()
                  : layout_.map ? 20
                                : 11));
  sink_.append(fmt::format(
      "  node [shape=box, style=\"filled\", fontname=\"{}\", fontsize=11, margin=\"0.12,0.06\", "
      "height=0.35, penwidth=1.2]\n",
      kFont));
  sink_.append(
      fmt::format("  edge [fontname=\"{}\", fontsize=9, color=\"#8A8F98\", fontcolor=\"#4A4F57\", "
                  "arrowsize=0.6{}]\n",
                  kFont, layout_.edge_attributes));
  // A radial layout starts from here.
  if (const auto focus = graph_.find(options_.focus)) {
    sink_.append(fmt::format("  root=n{}\n", number(*focus)));
  }
  write_legend();
}

/// The legend is the label of the whole graph: every engine puts that below the drawing. It is an
/// HTML label made of names of types and statuses alone; nothing that a document says can come into
/// it.
void Writer::write_legend() {
  sink_.append(
      "  label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"3\"><TR>");
  for (const detail::TypeStyle& style : styles_) {
    if (!detail::is_plain_name(style.type)) continue;
    sink_.append(fmt::format("<TD BGCOLOR=\"{}\"><FONT COLOR=\"{}\">■</FONT> {}</TD>",
                             detail::hex_colour(style.fill), detail::hex_colour(style.line),
                             detail::html_text(label(style.type))));
  }
  sink_.append(fmt::format("<TD>── {} &#160; - - {} &#160; ··· {}</TD></TR></TABLE>>\n",
                           detail::html_text(label("held")), detail::html_text(label("planned")),
                           detail::html_text(label("proposed"))));
}

void Writer::write_clusters() {
  const std::vector<std::uint32_t> nodes = detail::nodes_by_type(graph_);
  for (std::size_t i = 0; i < nodes.size();) {
    const std::uint32_t type = graph_.type_index(EntityIndex{nodes[i]});
    sink_.append(fmt::format("  subgraph cluster_{} {{\n    label=", type));
    quoted(label(styles_[type].type));
    sink_.append(fmt::format(
        "; labelloc=t; style=\"rounded\"; color=\"{0}\"; fontcolor=\"{0}\"; fontsize=13\n",
        detail::hex_colour(styles_[type].line)));
    for (; i < nodes.size() && graph_.type_index(EntityIndex{nodes[i]}) == type; ++i) {
      write_node(graph_.entity(EntityIndex{nodes[i]}), "    ");
    }
    sink_.append("  }\n");
  }
}

void Writer::write_node(const EntityView& entity, std::string_view indent) {
  sink_.append(indent);
  sink_.put('n');
  detail::append_number(sink_, number(entity.index));
  sink_.append(" [id=\"n");
  detail::append_number(sink_, number(entity.index));
  sink_.append("\", label=");
  const std::string name = detail::shortened(detail::display_name(entity, options_.language),
                                             map_ ? detail::kMapNameBytes : kLabelBytes, cut_);
  quoted(detail::wrapped(name, map_ ? detail::kMapColumns : kLabelColumns));
  write_look(entity);
  mentions_ += entity.mentions.size();
  attributes_ += entity.attributes.size() + entity.conflicts.size() + !entity.wikidata.empty() -
                 !entity.date().empty() - !entity.status().empty();
  other_names_ += !entity.name.empty() + !entity.name_en.empty() + !entity.name_ja.empty() > 1;
  sink_.append(", tooltip=\"");
  if (map_ && map_->letters(entity.index) == 0) {
    inside(name);
    sink_.append("\\n");
  }
  inside(label(entity.type), kLabelBytes);
  if (!entity.date().empty()) {
    sink_.append(" · ");
    inside(entity.date(), kLabelBytes);
  }
  std::size_t room = kTooltipBytes;
  for (const std::string_view alias : entity.aliases) {
    sink_.append("\\n");
    inside(alias, room);
    room -= std::min(room, alias.size() + 1);
    if (room == 0) break;
  }
  sink_.append("\"]\n");
}

void Writer::write_look(const EntityView& entity) {
  if (map_) return write_map_look(entity);
  const detail::TypeStyle& style = styles_[entity.type_index];
  sink_.append(", shape=");
  sink_.append(layout_.map ? "box" : style.dot_shape);
  sink_.append(", fillcolor=\"");
  sink_.append(fills_[entity.type_index]);
  sink_.append("\", color=\"");
  sink_.append(lines_[entity.type_index]);
  sink_.put('"');
  const bool rounded = layout_.map || style.rounded;
  const std::string_view dashes = entity.status() == "planned"    ? ",dashed"
                                  : entity.status() == "proposed" ? ",dotted"
                                                                  : "";
  if (rounded || !dashes.empty()) {
    sink_.append(rounded ? ", style=\"filled,rounded" : ", style=\"filled");
    sink_.append(dashes);
    sink_.put('"');
  }
  if (entity.id == options_.focus) {
    sink_.append(", penwidth=3, fontsize=14");
  } else if (layout_.map) {
    // The area of the letters grows with the edges, up to a size that leaves room for the others.
    const double growth = std::min(20.0, 2.0 * std::sqrt(degree_[number(entity.index)]));
    sink_.append(fmt::format(", fontsize={:.0f}", 9.0 + growth));
  }
}

/// A dot, or a name in a box, at a place of its own.
void Writer::write_map_look(const EntityView& entity) {
  const Point place = map_->place(entity.index);
  const unsigned letters = map_->letters(entity.index);
  const std::string& line = lines_[entity.type_index];
  if (letters == 0) {
    sink_.append(fmt::format(", shape=point, width={:.3f}, color=\"{}\", fillcolor=\"{}\"",
                             map_->dot(entity.index) / 72.0, line, line));
  } else {
    sink_.append(fmt::format(
        ", style=\"filled,rounded\", fontsize={}, margin=\"{:.3f},{:.3f}\", height=0.1, width=0.1, "
        "color=\"{}\", fillcolor=\"{}\"",
        letters, letters * 0.3 / 72, letters * 0.15 / 72, line, fills_[entity.type_index]));
  }
  sink_.append(fmt::format(", pos=\"{:.1f},{:.1f}\"", place.x, place.y));
}

void Writer::count_edges() {
  degree_.assign(graph_.entity_count(), 0);
  for (std::uint32_t e = 0; e < graph_.statement_count(); ++e) {
    ++degree_[number(graph_.subject(StatementIndex{e}))];
    ++degree_[number(graph_.object(StatementIndex{e}))];
  }
}

void Writer::write_edge(const StatementView& statement) {
  const StatementId id = statement.id();
  sink_.append("  n");
  detail::append_number(sink_, number(statement.subject));
  sink_.append(" -> n");
  detail::append_number(sink_, number(statement.object));
  sink_.append(" [id=\"");
  sink_.append({id.data(), id.size()});
  sink_.put('"');
  if (layout_.edge_labels) {
    sink_.append(", label=\"");
    inside(label(statement.relation), kLabelBytes);
    std::size_t room = kLabelBytes;
    for (const std::string_view role : statement.roles) {
      sink_.append("\\n");
      inside(role, room);
      room -= std::min(room, role.size() + 1);
      if (room == 0) break;
    }
    sink_.put('"');
  }
  // An edge has the colour of what it leads to, so that the legend of types explains it too.
  const std::string& colour = lines_[graph_.type_index(statement.object)];
  sink_.append(", color=\"");
  sink_.append(colour);
  sink_.append(layout_.edge_opacity);
  sink_.put('"');
  if (layout_.edge_labels) {
    sink_.append(", fontcolor=\"");
    sink_.append(colour);
    sink_.put('"');
  }
  if (statement.status == Status::planned) sink_.append(", style=dashed");
  if (statement.status == Status::proposed) sink_.append(", style=dotted");
  pieces_ += statement.evidence.size();
  if (!options_.edge_tooltips) return sink_.append("]\n");
  const EvidenceView first = *statement.evidence.begin();
  sink_.append(", tooltip=\"");
  inside(label(statement.relation), kLabelBytes);
  sink_.append("\\n");
  inside(first.quote, kTooltipBytes);
  sink_.append("\\n");
  inside(first.place.document, kLabelBytes);
  sink_.put(':');
  detail::append_number(sink_, first.place.begin);
  sink_.put('-');
  detail::append_number(sink_, first.place.end);
  sink_.append("\"]\n");
  ++evidence_;
}

}  // namespace

const FormatCard& DotExporter::card() const {
  static const FormatCard card = {
      .name = "dot",
      .aliases = {"gv", "graphviz"},
      .label = "Graphviz DOT",
      .extension = "dot",
      .media_type = "text/vnd.graphviz",
      .purpose =
          "diagrams by Graphviz: colours and legend by type, Korean fonts, quotes as tooltips",
      .evidence = true,
      .diagram = true,
  };
  return card;
}

LossReport DotExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                              Sink& sink) const {
  return Writer(graph, options, sink).run();
}

}  // namespace samgak
