#include "cli/graph_statistics.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "cli/edge_explanation.hpp"
#include "cli/terminal.hpp"
#include "graph/metrics.hpp"

namespace samgak {

namespace {

using Ranked = std::pair<EntityIndex, std::uint64_t>;
using Measured = std::pair<EntityIndex, double>;

/// The `most` with the highest figures, equal ones in the order of the graph.
template <typename Row>
std::vector<Row> highest(std::vector<Row> all, std::size_t most) {
  const std::size_t size = std::min(most, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size), all.end(),
                    [](const Row& a, const Row& b) {
                      return a.second != b.second ? a.second > b.second : a.first < b.first;
                    });
  all.resize(size);
  return all;
}

bool may_have_entry(std::string_view type) {
  return type != "Meeting" && type != "Agreement" && type != "Programme";
}

bool has_entry(const EntityView& node) {
  if (!node.wikidata.empty()) return true;
  for (const MentionView& mention : node.mentions) {
    if (mention.reason.starts_with("gazetteer")) return true;
  }
  return false;
}

using Documents = std::map<std::string, std::pair<std::uint64_t, std::uint64_t>, std::less<>>;

std::pair<std::uint64_t, std::uint64_t>& counts_of(Documents& documents, std::string_view name) {
  const auto found = documents.find(name);
  return found != documents.end() ? found->second : documents[std::string(name)];
}

void count_nodes(const KnowledgeGraph& graph, GraphStatistics& out, Documents& documents,
                 std::vector<Ranked>& unmapped) {
  std::vector<std::uint64_t> types(graph.types().size());
  for (const EntityView node : graph.entities()) {
    ++types[node.type_index];
    out.mentions += node.mentions.size();
    for_each_document(node.mentions,
                      [&](std::string_view name) { ++counts_of(documents, name).first; });
    for (const AttributeView& conflict : node.conflicts) {
      if (out.contradictions.empty() || out.contradictions.back().node != node.index ||
          out.contradictions.back().key != conflict.key) {
        out.contradictions.push_back(
            {node.index, std::string(conflict.key), std::string(node.attribute(conflict.key)), {}});
      }
      out.contradictions.back().others.emplace_back(conflict.value);
    }
    if (may_have_entry(node.type) && !node.mentions.empty() && !has_entry(node)) {
      unmapped.emplace_back(node.index, node.mentions.size());
    }
  }
  for (std::size_t i = 0; i < types.size(); ++i) out.types.emplace_back(graph.types()[i], types[i]);
}

void count_edges(const KnowledgeGraph& graph, GraphStatistics& out, Documents& documents,
                 std::vector<Ranked>& degrees) {
  for (const std::string& name : graph.relations()) out.relations.push_back({name, {}});
  for (const StatementView edge : graph.statements()) {
    ++out.relations[edge.relation_index].by_status[static_cast<std::size_t>(edge.status)];
    out.evidence += edge.evidence.size();
    out.most_evidence = std::max<std::uint64_t>(out.most_evidence, edge.evidence.size());
    for_each_document(edge.evidence,
                      [&](std::string_view name) { ++counts_of(documents, name).second; });
    if (!edge.date_conflicts.empty()) out.dated_twice.push_back(edge.index);
    ++degrees[number(edge.subject)].second;
    ++degrees[number(edge.object)].second;
  }
}

std::vector<Measured> leaders(const std::vector<double>& figures, std::size_t most) {
  std::vector<Measured> all;
  for (std::uint32_t i = 0; i < figures.size(); ++i) {
    if (figures[i] > 0.0) all.emplace_back(EntityIndex{i}, figures[i]);
  }
  return highest(std::move(all), most);
}

std::uint64_t document_count(const EntityView& node) {
  std::uint64_t count = 0;
  for_each_document(node.mentions, [&](std::string_view) { ++count; });
  return count;
}

double per_edge(const GraphStatistics& s) {
  return s.edges == 0 ? 0.0 : static_cast<double>(s.evidence) / static_cast<double>(s.edges);
}

std::string node_name(const KnowledgeGraph& graph, EntityIndex index) {
  return terminal_text(graph.entity(index).name);
}

/// Writes members of one object after the other.
class Json {
 public:
  void text(const char* key, std::string_view value) {
    writer_.Key(key);
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(const char* key, std::uint64_t value) {
    writer_.Key(key);
    writer_.Uint64(value);
  }
  void fraction(const char* key, double value) {
    writer_.Key(key);
    writer_.Double(value);
  }
  void truth(const char* key, bool value) {
    writer_.Key(key);
    writer_.Bool(value);
  }
  template <typename List, typename Write>
  void objects(const char* key, const List& list, Write write) {
    writer_.Key(key);
    writer_.StartArray();
    for (const auto& item : list) {
      writer_.StartObject();
      write(item);
      writer_.EndObject();
    }
    writer_.EndArray();
  }
  void texts(const char* key, const std::vector<std::string>& list) {
    writer_.Key(key);
    writer_.StartArray();
    for (const std::string& item : list) writer_.String(item);
    writer_.EndArray();
  }
  void open() { writer_.StartObject(); }
  void close() { writer_.EndObject(); }
  [[nodiscard]] std::string line() const {
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace

GraphStatistics compute_statistics(const KnowledgeGraph& graph, std::size_t most) {
  GraphStatistics out;
  out.nodes = graph.entity_count();
  out.edges = graph.statement_count();
  Documents documents;
  std::vector<Ranked> unmapped;
  count_nodes(graph, out, documents, unmapped);
  std::vector<Ranked> degrees;
  for (std::uint32_t i = 0; i < graph.entity_count(); ++i) degrees.emplace_back(EntityIndex{i}, 0);
  count_edges(graph, out, documents, degrees);
  out.isolated = static_cast<std::uint64_t>(std::count_if(
      degrees.begin(), degrees.end(), [](const Ranked& node) { return node.second == 0; }));
  out.most_connected = highest(std::move(degrees), most);
  for (const auto& [node, count] : highest(std::move(unmapped), most))
    out.unmapped.push_back({node, count, document_count(graph.entity(node))});
  if (out.edges > 0) {
    const GraphMetrics metrics = compute_metrics(graph);
    out.pagerank = leaders(metrics.pagerank, most);
    out.betweenness = leaders(metrics.betweenness, most);
    out.betweenness_sampled = metrics.betweenness_sampled;
  }
  for (const auto& [name, counts] : documents)
    out.documents.push_back({name, counts.first, counts.second});
  return out;
}

std::string statistics_text(const KnowledgeGraph& graph, const GraphStatistics& s) {
  std::string out = fmt::format(
      "{} by type{}\n", counted(s.nodes, "node"),
      s.isolated == 0 ? "" : fmt::format(" ({} without an edge)", with_commas(s.isolated)));
  std::vector<std::vector<std::string>> rows;
  const auto flush = [&] {
    out += table(rows, 2);
    rows.clear();
  };
  for (const auto& [name, count] : s.types)
    rows.push_back({terminal_text(name), with_commas(count)});
  flush();

  out += fmt::format("\n{} by relation and status\n", counted(s.edges, "edge"));
  if (!s.relations.empty()) rows.push_back({"", "all", "held", "planned", "proposed"});
  for (const GraphStatistics::Relation& relation : s.relations) {
    rows.push_back({terminal_text(relation.name), with_commas(relation.total()),
                    with_commas(relation.by_status[0]), with_commas(relation.by_status[1]),
                    with_commas(relation.by_status[2])});
  }
  flush();

  out += fmt::format("\n{} of evidence, {:.2f} an edge, {} at most; {}\n",
                     counted(s.evidence, "piece"), per_edge(s), with_commas(s.most_evidence),
                     counted(s.mentions, "mention"));

  out += fmt::format("\n{}\n", counted(s.documents.size(), "document"));
  for (const GraphStatistics::DocumentCounts& document : s.documents) {
    rows.push_back({terminal_text(document.name), counted(document.nodes, "node"),
                    counted(document.edges, "edge")});
  }
  flush();

  if (!s.most_connected.empty()) out += "\nMost connected\n";
  for (const auto& [node, degree] : s.most_connected) {
    rows.push_back({counted(degree, "edge"), node_name(graph, node),
                    terminal_text(graph.type(node)), terminal_text(graph.id(node))});
  }
  flush();

  const auto measured = [&](const std::vector<Measured>& list) {
    for (const auto& [node, figure] : list) {
      rows.push_back({fmt::format("{:.4f}", figure), node_name(graph, node),
                      terminal_text(graph.type(node)), terminal_text(graph.id(node))});
    }
    flush();
  };
  if (!s.pagerank.empty()) out += "\nHighest PageRank: what much leads to\n";
  measured(s.pagerank);
  if (!s.betweenness.empty()) {
    out += fmt::format(
        "\nHighest betweenness: what joins the rest{}\n",
        s.betweenness_sampled ? fmt::format(", estimated from {} nodes", kBetweennessSources) : "");
  }
  measured(s.betweenness);

  out += fmt::format("\n{}\n",
                     counted(s.contradictions.size() + s.dated_twice.size(), "contradiction"));
  for (const GraphStatistics::Contradiction& c : s.contradictions) {
    rows.push_back({node_name(graph, c.node), terminal_text(c.key), terminal_text(c.value),
                    "but also " + terminal_text(fmt::format("{}", fmt::join(c.others, ", ")))});
  }
  for (const StatementIndex index : s.dated_twice) {
    const StatementView edge = graph.statement(index);
    rows.push_back(
        {edge_line(graph, edge), "date", terminal_text(edge.date),
         "but also " + terminal_text(fmt::format("{}", fmt::join(edge.date_conflicts, ", ")))});
  }
  flush();

  if (!s.unmapped.empty()) out += "\nNamed most without an entry in the gazetteer\n";
  for (const GraphStatistics::Unmapped& u : s.unmapped) {
    rows.push_back({counted(u.mentions, "mention"), "in " + counted(u.documents, "document"),
                    node_name(graph, u.node), terminal_text(graph.type(u.node))});
  }
  flush();
  return out;
}

std::string statistics_json(const KnowledgeGraph& graph, const GraphStatistics& s) {
  Json json;
  json.open();
  json.number("nodes", s.nodes);
  json.number("edges", s.edges);
  json.number("evidence", s.evidence);
  json.number("mostEvidence", s.most_evidence);
  json.number("mentions", s.mentions);
  json.number("isolated", s.isolated);
  json.objects("types", s.types, [&](const GraphStatistics::Count& type) {
    json.text("name", type.first);
    json.number("nodes", type.second);
  });
  json.objects("relations", s.relations, [&](const GraphStatistics::Relation& relation) {
    json.text("name", relation.name);
    json.number("edges", relation.total());
    json.number("held", relation.by_status[0]);
    json.number("planned", relation.by_status[1]);
    json.number("proposed", relation.by_status[2]);
  });
  json.objects("documents", s.documents, [&](const GraphStatistics::DocumentCounts& document) {
    json.text("name", document.name);
    json.number("nodes", document.nodes);
    json.number("edges", document.edges);
  });
  const auto node = [&](EntityIndex index) {
    json.text("id", graph.id(index));
    json.text("name", graph.entity(index).name);
    json.text("type", graph.type(index));
  };
  json.objects("mostConnected", s.most_connected, [&](const Ranked& ranked) {
    node(ranked.first);
    json.number("edges", ranked.second);
  });
  json.objects("pagerank", s.pagerank, [&](const Measured& measured) {
    node(measured.first);
    json.fraction("pagerank", measured.second);
  });
  json.objects("betweenness", s.betweenness, [&](const Measured& measured) {
    node(measured.first);
    json.fraction("betweenness", measured.second);
  });
  json.truth("betweennessSampled", s.betweenness_sampled);
  json.objects("contradictions", s.contradictions, [&](const GraphStatistics::Contradiction& c) {
    node(c.node);
    json.text("key", c.key);
    json.text("value", c.value);
    json.texts("others", c.others);
  });
  json.objects("datedTwice", s.dated_twice, [&](StatementIndex index) {
    const StatementView edge = graph.statement(index);
    const StatementId id = edge.id();
    json.text("id", {id.data(), id.size()});
    json.text("date", edge.date);
    std::vector<std::string> others;
    for (const std::string_view other : edge.date_conflicts) others.emplace_back(other);
    json.texts("others", others);
  });
  json.objects("unmapped", s.unmapped, [&](const GraphStatistics::Unmapped& u) {
    node(u.node);
    json.number("mentions", u.mentions);
    json.number("documents", u.documents);
  });
  json.close();
  return json.line();
}

}  // namespace samgak
