#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>

#include "bench/speed/peers.hpp"

namespace samgak {

namespace {

struct EdgeBundle {
  std::string type;
  double confidence = 0;
  std::string date;
  std::string evidence;
};

struct NodeBundle {
  std::string id;
  std::string type;
  std::string label_ko;
  std::string label_en;
  std::string qid;
};

using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, NodeBundle, EdgeBundle>;

}  // namespace

struct BoostPeer::State {
  Graph graph;
  boost::dynamic_properties properties;
};

BoostPeer::BoostPeer(const GeneratedGraph& graph) : state_(std::make_unique<State>()) {
  Graph& g = state_->graph;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GeneratedNode& node = graph.nodes[i];
    boost::add_vertex({"n" + std::to_string(i), node.type, node.label_ko, node.label_en, node.qid},
                      g);
  }
  for (const GeneratedEdge& edge : graph.edges) {
    boost::add_edge(edge.source, edge.target,
                    {edge.type, edge.confidence, edge.date, edge.evidence}, g);
  }
  boost::dynamic_properties& p = state_->properties;
  p.property("node_id", boost::get(&NodeBundle::id, g));
  p.property("type", boost::get(&NodeBundle::type, g));
  p.property("label_ko", boost::get(&NodeBundle::label_ko, g));
  p.property("label_en", boost::get(&NodeBundle::label_en, g));
  p.property("qid", boost::get(&NodeBundle::qid, g));
  p.property("relation", boost::get(&EdgeBundle::type, g));
  p.property("confidence", boost::get(&EdgeBundle::confidence, g));
  p.property("date", boost::get(&EdgeBundle::date, g));
  p.property("evidence", boost::get(&EdgeBundle::evidence, g));
}

BoostPeer::~BoostPeer() = default;

void BoostPeer::write_graphml(std::ostream& out) const {
  boost::write_graphml(out, state_->graph, state_->properties, false);
}

void BoostPeer::write_graphviz_dp(std::ostream& out) const {
  boost::write_graphviz_dp(out, state_->graph, state_->properties);
}

}  // namespace samgak
