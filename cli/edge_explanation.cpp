#include "cli/edge_explanation.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "reasoning/derivation.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

std::string place_text(const PlaceView& place) {
  return fmt::format("{}:{}-{}", terminal_text(place.document), place.begin, place.end);
}

std::string edge_line(const KnowledgeGraph& graph, const StatementView& edge) {
  return fmt::format("{} -{}-> {}", terminal_text(graph.entity(edge.subject).name),
                     terminal_text(edge.relation), terminal_text(graph.entity(edge.object).name));
}

std::string explain_edge(const KnowledgeGraph& graph, const StatementView& edge) {
  const StatementId id = edge.id();
  std::string out = edge_line(graph, edge) + "\n";
  std::vector<std::vector<std::string>> rows{
      {"id", std::string(id.data(), id.size())},
      {"from", terminal_text(graph.id(edge.subject))},
      {"to", terminal_text(graph.id(edge.object))},
      {"status", std::string(to_string(edge.status))},
      {"confidence", fmt::format("{:.2f}", edge.confidence / 100.0)},
  };
  if (!edge.date.empty()) rows.push_back({"date", terminal_text(edge.date)});
  for (const std::string_view other : edge.date_conflicts)
    rows.push_back({"date, too", terminal_text(other)});
  for (const std::string_view role : edge.roles) rows.push_back({"role", terminal_text(role)});
  // All evidence of an inferred edge was bound by one rule; its quotes are those of the premises.
  const bool derived = is_inferred(edge);
  if (derived) {
    rows.push_back({"inferred", terminal_text(edge.evidence.begin()->bindings)});
    for (const StatementIndex at : Derivations(graph).of(edge).premises) {
      const StatementView premise = graph.statement(at);
      const StatementId name = premise.id();
      rows.push_back({"premise", fmt::format("{}  {}", std::string_view(name.data(), name.size()),
                                             edge_line(graph, premise))});
    }
  }
  out += table(rows, 2);

  std::size_t number = 0;
  for (const EvidenceView& evidence : edge.evidence) {
    out += fmt::format("\n  {}. «{}»\n", ++number, terminal_text(evidence.quote));
    std::vector<std::vector<std::string>> facts{
        {"place", place_text(evidence.place)},
        {"rule", terminal_text(evidence.rule)},
        {"says",
         fmt::format("{}, {:.2f}", to_string(evidence.status), evidence.confidence / 10000.0)},
    };
    if (!evidence.bindings.empty() && !derived)
      facts.push_back({"bound", terminal_text(evidence.bindings)});
    out += table(facts, 5);
  }
  return out;
}

}  // namespace samgak
