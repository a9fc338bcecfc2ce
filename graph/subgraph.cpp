#include "graph/subgraph.hpp"

#include <algorithm>

#include "graph/boost_view.hpp"
#include "graph/graph_builder.hpp"

namespace samgak {

namespace {

/// Two dates are compared as far as both say something.
bool is_older(std::string_view date, std::string_view since) {
  const std::size_t common = std::min(date.size(), since.size());
  return !date.empty() && date.substr(0, common) < since.substr(0, common);
}

class Selection {
 public:
  Selection(const KnowledgeGraph& graph, const SubgraphQuery& query)
      : graph_(graph),
        query_(query),
        keep_node_(graph.entity_count(), false),
        keep_edge_(graph.statement_count(), false) {}

  KnowledgeGraph run() {
    choose_by_properties();
    if (!query_.focus.empty()) choose_by_distance();
    drop_lonely_nodes();
    return build();
  }

 private:
  void choose_by_properties();
  void choose_by_distance();
  void drop_lonely_nodes();
  KnowledgeGraph build() const;

  const KnowledgeGraph& graph_;
  const SubgraphQuery& query_;
  std::vector<bool> keep_node_;
  std::vector<bool> keep_edge_;
};

void Selection::choose_by_properties() {
  for (const EntityView& entity : graph_.entities()) {
    keep_node_[number(entity.index)] =
        (query_.types.empty() || query_.types.contains(entity.type)) &&
        !is_older(entity.date(), query_.since);
  }
  for (const EntityIndex focus : query_.focus) keep_node_[number(focus)] = true;
  for (const StatementView& s : graph_.statements()) {
    keep_edge_[number(s.index)] =
        keep_node_[number(s.subject)] && keep_node_[number(s.object)] &&
        (query_.relations.empty() || query_.relations.contains(s.relation)) &&
        !is_older(s.date, query_.since);
  }
}

void Selection::choose_by_distance() {
  const IncomingEdges incoming(graph_);
  std::vector<bool> reached(graph_.entity_count(), false);
  std::vector<bool> followed(graph_.statement_count(), false);
  std::vector<EntityIndex> rim;
  for (const EntityIndex focus : query_.focus) {
    if (!reached[number(focus)]) rim.push_back(focus);
    reached[number(focus)] = true;
  }
  for (std::uint32_t step = 0; step < query_.depth && !rim.empty(); ++step) {
    std::vector<EntityIndex> next;
    const auto follow = [&](StatementIndex edge, EntityIndex other) {
      if (!keep_edge_[number(edge)]) return;
      followed[number(edge)] = true;
      if (!reached[number(other)]) next.push_back(other);
      reached[number(other)] = true;
    };
    for (const EntityIndex node : rim) {
      for (const StatementView& s : graph_.statements_from(node)) follow(s.index, s.object);
      for (const std::uint32_t* e = incoming.begin(node); e != incoming.end(node); ++e) {
        follow(StatementIndex{*e}, graph_.subject(StatementIndex{*e}));
      }
    }
    rim = std::move(next);
  }
  keep_node_ = std::move(reached);
  keep_edge_ = std::move(followed);
}

void Selection::drop_lonely_nodes() {
  std::vector<bool> had(graph_.entity_count(), false);
  std::vector<bool> has(graph_.entity_count(), false);
  for (std::uint32_t e = 0; e < graph_.statement_count(); ++e) {
    for (const EntityIndex end :
         {graph_.subject(StatementIndex{e}), graph_.object(StatementIndex{e})}) {
      had[number(end)] = true;
      if (keep_edge_[e]) has[number(end)] = true;
    }
  }
  for (const EntityIndex focus : query_.focus) has[number(focus)] = true;
  for (std::size_t i = 0; i < keep_node_.size(); ++i) {
    if ((had[i] || query_.connected) && !has[i]) keep_node_[i] = false;
  }
}

KnowledgeGraph Selection::build() const {
  GraphBuilder builder;
  for (const EntityView& entity : graph_.entities()) {
    if (!keep_node_[number(entity.index)]) continue;
    Extraction one;
    one.entities.push_back(thaw(entity));
    builder.add(std::move(one));
  }
  for (const StatementView& statement : graph_.statements()) {
    if (!keep_edge_[number(statement.index)]) continue;
    Extraction one;
    thaw(graph_, statement, one.statements);
    builder.add(std::move(one));
  }
  for (std::uint32_t i = 0; i < graph_.document_count(); ++i) {
    const DocumentView document = graph_.document(i);
    builder.add_document(document.name, document.checksum);
  }
  return std::move(builder).build();
}

}  // namespace

KnowledgeGraph subgraph(const KnowledgeGraph& graph, const SubgraphQuery& query) {
  return Selection(graph, query).run();
}

}  // namespace samgak
