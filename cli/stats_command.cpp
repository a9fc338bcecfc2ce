#include "cli/stats_command.hpp"

#include <CLI/Option.hpp>

#include <memory>
#include <string>

#include "cli/graph_file.hpp"
#include "cli/graph_statistics.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

struct StatsCall {
  std::string graph;
  std::size_t most = 10;
  bool json = false;
};

}  // namespace

void add_stats_command(CLI::App& app) {
  CLI::App* command = app.add_subcommand("stats", "Count what is in a graph");
  const auto call = std::make_shared<StatsCall>();
  command->add_option("GRAPH", call->graph, "Graph in Samgak's JSON Lines; - is standard input")
      ->type_name("")
      ->required();
  command->add_option("-n,--most", call->most, "Length of the lists of nodes")
      ->type_name("N")
      ->capture_default_str();
  command->add_flag("--json", call->json, "The same as JSON, for programs");
  command->callback([call] {
    const KnowledgeGraph graph = load_graph(call->graph);
    const GraphStatistics statistics = compute_statistics(graph, call->most);
    print(call->json ? statistics_json(graph, statistics) : statistics_text(graph, statistics));
  });
}

}  // namespace samgak
