// GraphML and GEXF, read back by pugixml and by Boost.Graph.
#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "exporters/registry.hpp"
#include "graph/metrics.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

/// What XML can carry of a text, as docs/formats/graphml.md says.
std::string carried(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool control =
        static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
    const bool noncharacter = text.substr(i, 3) == "\uFFFE" || text.substr(i, 3) == "\uFFFF";
    out += control || noncharacter ? std::string("\uFFFD") : std::string(1, c);
    if (noncharacter) i += 2;
  }
  const std::size_t begin = out.find_first_not_of(" \t\n\r");
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(" \t\n\r") - begin + 1);
}

/// Boost's reader takes any white space for one space.
std::string condensed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\t' || c == '\r' || c == ' ';
    if (!blank) out += c;
    if (blank && !out.ends_with(' ')) out += ' ';
  }
  return out;
}

pugi::xml_document parse(const std::string& text) {
  pugi::xml_document document;
  // Line ends are left alone, so that a carriage return that was not written as a reference would
  // be seen.
  const pugi::xml_parse_result result = document.load_buffer(
      text.data(), text.size(), pugi::parse_full & ~pugi::parse_eol, pugi::encoding_utf8);
  EXPECT_TRUE(result) << result.description() << " at " << result.offset;
  return document;
}

std::string data(const pugi::xml_node& element, const char* key) {
  return element.find_child_by_attribute("data", "key", key).text().as_string();
}

TEST(Graphml, BlankValuesAreAbsent) {
  const std::string text = export_text("graphml", hostile_graph());
  EXPECT_EQ(text.find("\"></data>"), std::string::npos);
}

TEST(Graphml, IsTheDialectThatAllClientsRead) {
  const std::string text = export_text("graphml", hostile_graph());
  EXPECT_TRUE(
      text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
                       "xmlns=\"http://graphml.graphdrawing.org/xmlns\">"));
  for (const char* never : {"<default", "for=\"all\"", "<!DOCTYPE", "directed=\""}) {
    EXPECT_EQ(text.find(never), std::string::npos) << never;
  }
  const pugi::xml_document document = parse(text);
  const pugi::xml_node graph = document.child("graphml").child("graph");
  const std::set<std::string> types = {"boolean", "int", "long", "float", "double", "string"};
  std::set<std::string> ids;
  std::set<std::string> names;
  for (const pugi::xml_node key : document.child("graphml").children("key")) {
    std::string id = key.attribute("id").value();
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_TRUE(names
                    .insert(std::string(key.attribute("for").value()) + ":" +
                            key.attribute("attr.name").value())
                    .second);
    EXPECT_TRUE(types.contains(key.attribute("attr.type").value()));
  }
  EXPECT_FALSE(names.contains("node:id"));
  bool edges = false;
  for (const pugi::xml_node element : graph.children()) {
    edges = edges || std::string_view(element.name()) == "edge";
    EXPECT_EQ(std::string_view(element.name()), edges ? "edge" : "node") << "nodes come first";
    EXPECT_EQ(std::string_view(element.first_child().attribute("key").value()),
              edges ? "label" : "labels");
    std::set<std::string> keys;
    for (const pugi::xml_node d : element.children("data")) {
      EXPECT_TRUE(keys.insert(d.attribute("key").value()).second) << "one value a key";
      EXPECT_TRUE(ids.contains(d.attribute("key").value()));
    }
  }
}

TEST(Graphml, CarriesNamesTypesAndEvidence) {
  const KnowledgeGraph graph = hostile_graph();
  const pugi::xml_document document = parse(export_text("graphml", graph));
  const pugi::xml_node root = document.child("graphml").child("graph");
  pugi::xml_node node = root.first_child();
  for (const EntityView& entity : graph.entities()) {
    EXPECT_EQ(std::string(node.attribute("id").value()),
              "n" + std::to_string(number(entity.index)));
    EXPECT_EQ(data(node, "n_uid"), carried(entity.id));
    EXPECT_EQ(data(node, "n_type"), carried(entity.type));
    EXPECT_EQ(data(node, "n_label_en"), carried(entity.name_en));
    EXPECT_EQ(data(node, "n_date"), carried(entity.date()));
    if (!entity.name.empty()) {
      EXPECT_EQ(data(node, "n_label"), carried(entity.name));
    }
    node = node.next_sibling();
  }
  pugi::xml_node edge = node;
  for (const StatementView& s : graph.statements()) {
    const StatementId id = s.id();
    EXPECT_EQ(std::string_view(edge.attribute("id").value()),
              std::string_view(id.data(), id.size()));
    EXPECT_EQ(std::string(edge.attribute("source").value()),
              "n" + std::to_string(number(s.subject)));
    EXPECT_EQ(std::string(edge.attribute("target").value()),
              "n" + std::to_string(number(s.object)));
    EXPECT_EQ(data(edge, "e_status"), to_string(s.status));
    EXPECT_DOUBLE_EQ(std::stod(data(edge, "e_confidence")), s.confidence / 100.0);
    EXPECT_TRUE(data(edge, "e_evidence").starts_with("[\""));
    edge = edge.next_sibling();
  }
  EXPECT_FALSE(edge);
}

TEST(Graphml, TheStrictFormHasNothingOutsideTheSchema) {
  ExportOptions options;
  options.strict_xsd = true;
  const std::string text = export_text("graphml", plain_graph(), options);
  EXPECT_EQ(text.find("labels=\""), std::string::npos);
  EXPECT_EQ(text.find(" label=\""), std::string::npos);
  EXPECT_EQ(text.find("attr.list"), std::string::npos);
  EXPECT_NE(text.find("<data key=\"label\">attended</data>"), std::string::npos);
}

TEST(Graphml, BoostReadsIt) {
  struct Node {
    std::string uid, label, type;
  };
  struct Edge {
    std::string uid, label, status;
    double confidence = 0.0;
  };
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Node, Edge>;
  const KnowledgeGraph source = hostile_graph();
  Graph graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("uid", boost::get(&Node::uid, graph));
  properties.property("label", boost::get(&Node::label, graph));
  properties.property("type", boost::get(&Node::type, graph));
  properties.property("uid", boost::get(&Edge::uid, graph));
  properties.property("label", boost::get(&Edge::label, graph));
  properties.property("status", boost::get(&Edge::status, graph));
  properties.property("confidence", boost::get(&Edge::confidence, graph));
  std::istringstream in(export_text("graphml", source));
  boost::read_graphml(in, graph, properties);
  ASSERT_EQ(boost::num_vertices(graph), source.entity_count());
  ASSERT_EQ(boost::num_edges(graph), source.statement_count());
  std::map<std::string, std::string> types;
  for (const auto v : boost::make_iterator_range(boost::vertices(graph))) {
    types[condensed(graph[v].uid)] = condensed(graph[v].type);
  }
  for (const EntityView& entity : source.entities()) {
    EXPECT_EQ(types[condensed(carried(entity.id))], condensed(carried(entity.type)));
  }
  std::map<std::string, double> confidence;
  for (const auto e : boost::make_iterator_range(boost::edges(graph)))
    confidence[graph[e].uid] = graph[e].confidence;
  for (const StatementView& s : source.statements()) {
    const StatementId id = s.id();
    EXPECT_DOUBLE_EQ(confidence.at(std::string(id.data(), id.size())), s.confidence / 100.0);
  }
}

TEST(Gexf, ReadsBackWithItsLooks) {
  const KnowledgeGraph graph = hostile_graph();
  const GraphMetrics metrics = compute_metrics(graph);
  ExportOptions options;
  options.metrics = &metrics;
  const pugi::xml_document document = parse(export_text("gexf", graph, options));
  const pugi::xml_node root = document.child("gexf").child("graph");
  EXPECT_EQ(std::string_view(root.attribute("mode").value()), "dynamic");
  std::set<std::string> declared;
  for (const pugi::xml_node block : root.children("attributes")) {
    for (const pugi::xml_node a : block.children()) {
      declared.insert(std::string(block.attribute("class").value()) + ":" +
                      a.attribute("id").value());
    }
  }
  const auto check_values = [&](const pugi::xml_node& element, const char* domain) {
    for (const pugi::xml_node v : element.child("attvalues").children()) {
      EXPECT_TRUE(declared.contains(std::string(domain) + ":" + v.attribute("for").value()));
      EXPECT_FALSE(std::string_view(v.attribute("value").value()).empty());
    }
  };
  std::size_t nodes = 0;
  for (const pugi::xml_node node : root.child("nodes").children("node")) {
    check_values(node, "node");
    EXPECT_GT(node.child("viz:size").attribute("value").as_double(), 0.0);
    EXPECT_LE(node.child("viz:color").attribute("r").as_int(), 255);
    EXPECT_TRUE(node.child("viz:position").attribute("x"));
    ++nodes;
  }
  EXPECT_EQ(nodes, graph.entity_count());
  std::set<std::string> triples;
  for (const pugi::xml_node edge : root.child("edges").children("edge")) {
    check_values(edge, "edge");
    EXPECT_TRUE(triples
                    .insert(std::string(edge.attribute("source").value()) + " " +
                            edge.attribute("target").value() + " " + edge.attribute("kind").value())
                    .second);
  }
  EXPECT_EQ(triples.size(), graph.statement_count());
}

TEST(Gexf, DatesBecomeWholeIntervals) {
  const std::string text = export_text("gexf", plain_graph());
  EXPECT_NE(text.find("label=\"수소 대화\" start=\"2031-05-01\" end=\"2031-05-31\""),
            std::string::npos);
  // The attendance of the state has no date of its own; it was on the day of the meeting.
  EXPECT_NE(
      text.find(
          "source=\"n2\" target=\"n0\" kind=\"attended\" label=\"attended\" start=\"2031-05-01\""),
      std::string::npos);
  EXPECT_EQ(text.find("<node id=\"n1\" label=\"홍길동\" start"), std::string::npos);
  EXPECT_NE(export_text("gexf", KnowledgeGraph()).find("mode=\"static\""), std::string::npos);
}

}  // namespace
}  // namespace samgak
