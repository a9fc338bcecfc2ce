#include "cli/push_command.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <memory>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/export_settings.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_selection.hpp"
#include "cli/neo4j_client.hpp"
#include "cli/password.hpp"
#include "cli/row_progress.hpp"
#include "cli/terminal.hpp"
#include "exporters/neo4j_batches.hpp"

namespace samgak {

namespace {

constexpr const char* kPasswordVariable = "NEO4J_PASSWORD";

struct PushCall {
  std::string graph;
  std::string url;
  std::string user = "neo4j";
  std::string database = "neo4j";
  bool no_auth = false;
  std::size_t batch = 1000;
  unsigned retries = 5;
  unsigned seconds = 300;
  bool quiet = false;
  GraphSelection selection;
  ExportSettings settings;
};

/// `http://host:port` without anything behind it. Throws `UsageError`.
std::string checked_url(std::string url) {
  for (const std::string_view scheme : {"bolt", "neo4j"}) {
    if (url.starts_with(scheme)) {
      throw UsageError(
          "push speaks HTTP: give the address of the browser, as a rule http://HOST:7474");
    }
  }
  const std::size_t host = url.starts_with("http://") ? 7 : url.starts_with("https://") ? 8 : 0;
  if (host == 0) throw UsageError("the URL must begin with http:// or https://");
  while (url.ends_with('/')) url.pop_back();
  if (url.find('@') != std::string::npos) {
    throw UsageError(fmt::format("no password on the command line, where others see it: set {}",
                                 kPasswordVariable));
  }
  const bool clean =
      std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  if (url.size() <= host || !clean || url.find_first_of("/?#\\\"<>", host) != std::string::npos) {
    throw UsageError(
        "the URL is the server alone, as http://localhost:7474; --database says which database");
  }
  return url;
}

bool is_loopback(const std::string& url) {
  const std::string host = url.substr(url.find("//") + 2);
  return host.starts_with("localhost") || host.starts_with("127.") || host.starts_with("[::1]");
}

Neo4jAccess access_of(const PushCall& call) {
  Neo4jAccess access;
  access.url = checked_url(call.url);
  access.database = call.database;
  access.limit = std::chrono::seconds(call.seconds);
  access.retries = call.retries;
  if (!call.no_auth) {
    access.user = call.user;
    access.password =
        read_password(kPasswordVariable,
                      fmt::format("Password of {} at {}: ", terminal_text(call.user), access.url));
    if (!call.quiet && access.url.starts_with("http://") && !is_loopback(access.url)) {
      print_note("the password goes over http, which others on the way can read; https is safer");
    }
  }
  return access;
}

void run_push(PushCall& call) {
  const Neo4jAccess access = access_of(call);
  const SelectedGraph selected = call.selection.apply(load_graph(call.graph));
  const KnowledgeGraph& graph = selected.graph;
  const ExportOptions& options = call.settings.for_graph(graph, false);

  RowProgress progress(stderr_is_terminal() && !call.quiet,
                       std::uint64_t{graph.entity_count()} + graph.statement_count());
  Neo4jClient client(access, [&](const std::string& why) {
    progress.hide();
    print_note(why);
  });
  for (const std::string& statement : neo4j_schema_statements(graph)) client.run(statement, {});
  Neo4jResult sum;
  LossReport losses =
      for_each_neo4j_batch(graph, options, {.rows = call.batch}, [&](const Neo4jBatch& batch) {
        const Neo4jResult result = client.run(batch.statement, batch.parameters);
        if (result.value != batch.rows) {
          throw HelperError(fmt::format(
              "the server took {} of {} rows: somebody else changes the database meanwhile",
              result.value, batch.rows));
        }
        sum.nodes_created += result.nodes_created;
        sum.relationships_created += result.relationships_created;
        progress.add(batch.rows);
      });
  progress.hide();
  selected.add_to(losses);
  if (call.quiet) return;
  tell_losses(losses);
  print(fmt::format(
      "{}, {} in {}; {} and {} are new there\n", counted(graph.entity_count(), "node"),
      counted(graph.statement_count(), "relationship"), access.url,
      counted(sum.nodes_created, "node"), counted(sum.relationships_created, "relationship")));
}

CLI::Validator database_name() {
  return {[](std::string& name) {
            const auto allowed = [](char c) {
              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     c == '.' || c == '-' || c == '_';
            };
            const bool good = !name.empty() && name.size() <= 65 && name.front() != '.' &&
                              std::all_of(name.begin(), name.end(), allowed);
            return good ? std::string() : "a database has letters, digits, dots, dashes";
          },
          ""};
}

}  // namespace

void add_push_command(CLI::App& app) {
  CLI::App* push = app.add_subcommand("push", "Load a graph into a running database");
  push->require_subcommand(1);
  CLI::App* command = push->add_subcommand(
      "neo4j", "Load a graph into a running Neo4j 5 by its HTTP Query API; safe to run twice");
  const auto call = std::make_shared<PushCall>();
  command->add_option("URL", call->url, "Server, as http://localhost:7474")
      ->type_name("")
      ->required();
  command->add_option("GRAPH", call->graph, "Graph in Samgak's JSON Lines; - is standard input")
      ->type_name("")
      ->required();
  command
      ->add_option("--user", call->user, "User; the password is in NEO4J_PASSWORD, or is asked for")
      ->type_name("NAME")
      ->envname("NEO4J_USERNAME")
      ->capture_default_str();
  command->add_option("--database", call->database, "Database of the server")
      ->type_name("NAME")
      ->check(database_name())
      ->envname("NEO4J_DATABASE")
      ->capture_default_str();
  command->add_flag("--no-auth", call->no_auth, "The server asks for no password");
  command->add_option("--batch", call->batch, "Rows of a transaction")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{10000}).description(""))
      ->capture_default_str();
  command->add_option("--retries", call->retries, "How often to try again what may work later")
      ->type_name("N")
      ->check(CLI::Range(0u, 20u).description(""))
      ->capture_default_str();
  command->add_option("--time", call->seconds, "Seconds after which a request has failed")
      ->type_name("N")
      ->check(CLI::Range(1u, 86400u).description(""))
      ->capture_default_str();
  command->add_flag("-q,--quiet", call->quiet, "Only errors are told");
  call->selection.add_to(*command);
  call->settings.add_base_options(*command);
  command->callback([call] { run_push(*call); });
}

}  // namespace samgak
